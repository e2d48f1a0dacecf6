#include <nlohmann/json.hpp>

#include "model/words/numbers.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

class Contrast : public Program {};

TEST_F(Contrast, PrintsTheContrastBesideThePublishedInBothLanguages) {
  for (const std::string language : {"en", "da"}) {
    const Outcome outcome = run("contrast small.toml --years 4 --detail --lang " + language);
    ASSERT_EQ(outcome.exit, 0) << outcome.err;
    EXPECT_NE(outcome.out.find("> 220"), std::string::npos) << outcome.out;
    EXPECT_NE(outcome.out.find("< 50"), std::string::npos);
    for (const std::string& part : language == "da"
                                       ? std::vector<std::string>{"justeret", "Succes"}
                                       : std::vector<std::string>{"adjusted", "Success"}) {
      EXPECT_NE(outcome.out.find(part), std::string::npos) << part << "\n" << outcome.out;
    }
    for (const std::string& line : lines_of(outcome.out)) {
      EXPECT_LE(display_width(line), 80U) << line;
    }
  }
}

TEST_F(Contrast, PrintsTheSameDocumentOnAnyNumberOfThreads) {
  const auto document = [this](const std::string& words) {
    const Outcome outcome = run("contrast small.toml --json " + words);
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    nlohmann::json json = nlohmann::json::parse(outcome.out);
    json.erase("run");
    return json;
  };
  const nlohmann::json one = document("--threads 1");
  EXPECT_EQ(one, document("--threads 4"));
  EXPECT_NE(one, document("--seed 99"));
  EXPECT_EQ(one["published"]["adult_and_child"]["value"], 220'000);
  EXPECT_EQ(one["published"]["adult_and_child"]["grade"], "measured");
  const auto& adult = one["contrast"]["adult"];
  EXPECT_GT(adult["people"], adult["successes"]);
  EXPECT_TRUE(adult["raw"]["by_payer"]["municipality"]["standard_error"].is_number());
  EXPECT_TRUE(one["effect"]["parent_year_in_work"]["all_public"]["value"].is_number());
  EXPECT_EQ(one["years"].size(), 2U);
  EXPECT_EQ(document("--years 3")["years"].size(), 3U);
}

TEST_F(Contrast, ShowsNoPublishedFigureForOtherYears) {
  const Outcome outcome = run("contrast small.toml --years 2");
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_EQ(outcome.out.find("220"), std::string::npos) << outcome.out;
}

TEST_F(Contrast, IsRefusedInOneLine) {
  const Outcome missing = run("contrast nowhere.toml");
  EXPECT_EQ(missing.exit, 2);
  EXPECT_EQ(lines_of(missing.err).size(), 1U) << missing.err;
  const Outcome large = run("contrast small.toml --families 200001");
  EXPECT_EQ(large.exit, 2);
  EXPECT_NE(large.err.find("200000"), std::string::npos) << large.err;
}

TEST_F(Contrast, ReadsItsFiguresLikeAnyInput) {
  EXPECT_EQ(run("check contrast.csv").exit, 0);
  write("own.csv", shipped("contrast.csv", "job_entry_ratio,1.3", "job_entry_ration,1.3"));
  const Outcome outcome = run("check own.csv");
  EXPECT_EQ(outcome.exit, 2);
  EXPECT_NE(outcome.out.find("did you mean 'job_entry_ratio'"), std::string::npos) << outcome.out;
}

}  // namespace
}  // namespace samspil::test
