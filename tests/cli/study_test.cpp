#include <nlohmann/json.hpp>

#include "model/words/numbers.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

class Study : public Program {
 protected:
  void expect_refused(const std::string& from, const std::string& to,
                      const std::vector<std::string>& parts,
                      const std::string& study = "furesoe") const {
    write("own.toml", shipped("studies/" + study + ".toml", from, to));
    const Outcome outcome = run("study own.toml --cohorts 2");
    EXPECT_EQ(outcome.exit, 2) << from;
    EXPECT_EQ(outcome.out, "") << from;
    for (const std::string& part : parts) {
      EXPECT_NE(outcome.err.find(part), std::string::npos) << part << "\n" << outcome.err;
    }
  }
};

TEST_F(Study, PrintsObservedBesideSimulatedInBothLanguages) {
  for (const char* language : {"en", "da"}) {
    const Outcome outcome = run("study furesoe --cohorts 3 --lang " + std::string{language});
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("2013"), std::string::npos);
    EXPECT_NE(outcome.out.find(std::string{language} == "da" ? "77,2" : "77.2"), std::string::npos);
    for (const std::string& line : lines_of(outcome.out)) {
      EXPECT_LE(display_width(line), 80U) << line;
    }
  }
}

TEST_F(Study, PrintsTheSameDocumentOnAnyNumberOfThreads) {
  const Outcome one = run("study furesoe --cohorts 3 --json --threads 1");
  const Outcome four = run("study furesoe --cohorts 3 --json --threads 4");
  ASSERT_EQ(one.exit, 0) << one.err;
  EXPECT_EQ(one.out, four.out);
  EXPECT_NE(one.out, run("study furesoe --cohorts 3 --json --seed 2").out);
  const nlohmann::json json = nlohmann::json::parse(one.out);
  EXPECT_EQ(json["cohorts"], 3);
  EXPECT_EQ(json["design"], "transient_peak");
  EXPECT_EQ(json["figures"][0]["observed"]["value"], 58.3);
  EXPECT_EQ(json["rule"]["before_year"]["grade"], "derived");
}

TEST_F(Study, NamesTheShippedOnesWhereThereIsNoneOfThatName) {
  EXPECT_EQ(run("study fureso").err,
            "samspil: fureso: the file does not exist; did you mean 'furesoe'? or give the path "
            "of a .toml file\n");
  EXPECT_EQ(run("study x").err,
            "samspil: x: the file does not exist; use one of en_plan, furesoe, jammerbugt, "
            "randers, or the path of a .toml file\n");
  EXPECT_EQ(run("study furesoe.toml --cohorts 2").exit, 0);
}

TEST_F(Study, GivesEveryFigureTheUnitOfTheReport) {
  for (const char* study : {"furesoe", "jammerbugt", "randers", "en_plan"}) {
    const Outcome outcome = run("study " + std::string{study} + " --cohorts 2 --json");
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    const nlohmann::json document = nlohmann::json::parse(outcome.out);
    EXPECT_EQ(document["format"], 1);
    for (const nlohmann::json& figure : document["figures"]) {
      EXPECT_NE(figure["unit"], "") << figure["name"];
      if (figure["observed"].is_null()) continue;
      EXPECT_EQ(figure["unit"], figure["observed"]["unit"]) << figure["name"];
      EXPECT_EQ(figure["without_strategy"].is_null(), figure["arm"].is_null()) << figure["name"];
    }
  }
}

TEST_F(Study, RefusesWhatIsWrongWithItsFile) {
  expect_refused("figure = \"share.treated.2011\"", "figure = \"share.treated.2001\"",
                 {"share.treated.2001", "did you mean"});
  expect_refused("grade = \"derived\"", "grade = \"guessed\"", {"unknown name 'guessed'"});
  expect_refused("design = \"transient_peak\"", "design = \"peak\"", {"transient_peak"});
  expect_refused("after_year = ", "after_years = ", {"after_years", "did you mean 'after_year'"});
  expect_refused("id = \"elsewhere\"", "id = \"nowhere\"", {"has no group 'elsewhere'"});
  expect_refused("value = 0.69", "value = 0.6",
                 {"own.toml", "0.6 lies outside the range 0.6882 to 1.285", "familien_paa_vej"},
                 "jammerbugt");
  expect_refused("hook = \"lawful_absence\"", "hook = \"grant_start\"",
                 {"own.toml", "is an effect that no strategy of the study has"}, "jammerbugt");
}

TEST_F(Study, IsRefusedByCheckForWhatItNamesAndLacksToo) {
  const auto expect_both = [this](const std::string& from, const std::string& to,
                                  const std::string& told, const std::string& study = "furesoe") {
    expect_refused(from, to, {told}, study);
    const Outcome outcome = run("check own.toml");
    EXPECT_EQ(outcome.exit, 2) << from;
    EXPECT_NE(outcome.out.find(told), std::string::npos) << told << "\n" << outcome.out;
  };
  expect_both("design = \"transient_peak\"\n", "", "own.toml: design: is missing");
  expect_both("id = \"elsewhere\"", "id = \"nowhere\"", "group: has no group 'elsewhere'");
  expect_both("scenario = \"uncalibrated\"", "scenario = \"nonsense\"",
              "own.toml:13: scenario: there is no file 'nonsense'");
  expect_both("value = 0.69", "value = 0.6", "0.6 lies outside the range 0.6882 to 1.285",
              "jammerbugt");
  expect_both("\"familien_paa_vej\"", "\"familien_paa_vejen\"",
              "strategies: there is no file 'strategies/familien_paa_vejen'", "jammerbugt");
}

TEST_F(Study, IsToldOnceOfARowWithoutAName) {
  write("own.toml",
        shipped("studies/furesoe.toml", "[rule]", "[rule]") + "[[observed]]\n[[observed]]\n");
  const Outcome outcome = run("check own.toml");
  EXPECT_NE(outcome.out.find("figure: is missing"), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.out.find("stands twice"), std::string::npos) << outcome.out;
}

TEST_F(Study, IsCheckedLikeAnyInput) {
  EXPECT_EQ(run("check studies/furesoe").exit, 0);
  write("own.toml", shipped("studies/furesoe.toml", "year = 2014", "yaer = 2014"));
  const Outcome outcome = run("check own.toml");
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_NE(outcome.out.find("did you mean 'year'"), std::string::npos) << outcome.out;
}

}  // namespace
}  // namespace samspil::test
