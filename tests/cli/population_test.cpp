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

}  // namespace
}  // namespace samspil::test
