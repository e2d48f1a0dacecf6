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

TEST_F(Contrast, HoldsThePotentialOnlyWhereItIsAskedFor) {
  const auto document = [this](const std::string& words) {
    const Outcome outcome = run("contrast small.toml --json " + words);
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    nlohmann::json json = nlohmann::json::parse(outcome.out);
    json.erase("run");
    return json;
  };
  nlohmann::json without = document(""), with = document("--potential");
  EXPECT_TRUE(without.at("potential").is_null());
  const nlohmann::json run_alone =
      nlohmann::json::parse(run("run small.toml --draws 1 --json").out).at("strategies");
  const auto& strategies = with.at("potential").at("strategies");
  ASSERT_EQ(strategies.size(), run_alone.size());
  for (std::size_t i = 0; i < strategies.size(); ++i) {
    const auto& own = run_alone[i].at("pockets").at("centre").at("public");
    EXPECT_EQ(strategies[i].at("public").at("net_result"), own.at("net"));
    EXPECT_EQ(strategies[i].at("public").at("gross_saving"), own.at("gains"));
  }
  with["potential"] = nullptr;
  EXPECT_EQ(with, without) << "and moves nothing else";
}

TEST_F(Contrast, WritesACaseThatComesToTheContrast) {
  const Outcome outcome = run("contrast small.toml --years 4 --json --case out.toml");
  ASSERT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_NE(outcome.err.find("written: out.toml"), std::string::npos) << outcome.err;
  EXPECT_EQ(run("check out.toml").exit, 0);
  const auto both = nlohmann::json::parse(outcome.out).at("contrast").at("adult_and_child");
  const nlohmann::json reckoned = nlohmann::json::parse(run("case out.toml --json").out);
  const auto& lines = both.at("adjusted");
  const auto in_all = [](const nlohmann::json& result) {
    return result.at("cumulated").back().get<double>();
  };
  // 15 × half an øre for each of some hundred amounts.
  EXPECT_NEAR(in_all(reckoned.at("total")), 15 * lines.at("all_public").at("value").get<double>(),
              30);
  for (const char* payer : {"municipality", "region", "state"}) {
    EXPECT_NEAR(in_all(reckoned.at("payers").at(payer)),
                15 * lines.at("by_payer").at(payer).at("value").get<double>(), 30)
        << payer;
  }
  const Outcome screen = run("case out.toml");
  EXPECT_NE(screen.out.find("not an effect"), std::string::npos) << screen.out;
}

TEST_F(Contrast, EatsNobodysFile) {
  EXPECT_EQ(run("contrast small.toml --case out.toml").exit, 0);
  EXPECT_EQ(run("contrast small.toml --case out.toml").exit, 0) << "its own may be replaced";
  write("mine.toml", "[case]\n");
  const Outcome refused = run("contrast small.toml --case mine.toml");
  EXPECT_EQ(refused.exit, 2);
  EXPECT_EQ(lines_of(refused.err).size(), 1U) << refused.err;
  EXPECT_EQ(read("mine.toml"), "[case]\n");
  EXPECT_EQ(run("contrast small.toml --case mine.toml --force").exit, 0);
  EXPECT_EQ(run("contrast small.toml --case small.toml --force").exit, 2) << "an input";
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
