#include <nlohmann/json.hpp>

#include "model/io/results_file.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

class PopulationCommand : public Program {};

TEST_F(PopulationCommand, WritesTheSameFamiliesAndPeopleOnAnyNumberOfThreads) {
  const Outcome one = run("population people.toml --threads 1 --out one.h5");
  const Outcome three = run("population people.toml --threads 3 --out three.h5");

  EXPECT_EQ(one.exit, 0) << one.err;
  EXPECT_EQ(one.out, three.out);
  EXPECT_EQ(read("one.h5"), read("three.h5"));
  const ResultsReader file{folder_ / "one.h5"};
  EXPECT_EQ(file.names("families").front(), "family");
  EXPECT_EQ(file.names("people").front(), "person");
  EXPECT_NE(file.read_text("fit", "population.csv").find("child_placed"), std::string::npos);
}

TEST_F(PopulationCommand, PrintsYearlyFlowsBesideWhatIsKnown) {
  const Outcome screen = run("population people.toml --flows --lang da");
  const Outcome json = run("population people.toml --flows --years 2 --json");

  EXPECT_EQ(screen.exit, 0) << screen.err;
  EXPECT_NE(screen.out.find("hjem før 18"), std::string::npos) << screen.out;
  EXPECT_NE(screen.out.find("3-7"), std::string::npos) << screen.out;
  EXPECT_EQ(screen.out.find("kendt\n"), screen.out.rfind("kendt\n")) << "all years on one screen";
  const auto document = nlohmann::json::parse(json.out);
  EXPECT_EQ(document["first_year"], 2019);
  EXPECT_EQ(document["flows"][2]["name"], "exit_home");
  EXPECT_EQ(document["flows"][2]["years"].size(), 6U);
  EXPECT_EQ(document["flows"][2]["known"]["high"], 7);
  EXPECT_TRUE(document["flows"][0]["known"].is_null());
}

TEST_F(PopulationCommand, PrintsItsFitAsADocument) {
  const Outcome json = run("population people.toml --json");
  EXPECT_EQ(json.exit, 0) << json.err;
  const auto document = nlohmann::json::parse(json.out);
  EXPECT_EQ(document["title"], "Few");
  EXPECT_EQ(document["population"]["families"], 80);
  EXPECT_EQ(document["population"]["margins"][0]["name"], "child_placed");
  EXPECT_EQ(run("population people.toml --json --out people.h5").out, json.out);
}

TEST_F(PopulationCommand, RefusesFlowsInAFile) {
  EXPECT_EQ(run("population people.toml --flows --out flows.h5").exit, 2);
}

}  // namespace
}  // namespace samspil::test
