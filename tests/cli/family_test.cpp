#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/words/numbers.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

using Json = nlohmann::json;

constexpr const char* both =
    "family examples/family_strategy.toml --against "
    "examples/family_baseline.toml";

class Family : public Program {
 protected:
  Json json(const std::string& words) const {
    const Outcome outcome = run(words + " --json");
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    return Json::parse(outcome.out);
  }
  /// A shipped family with `from` replaced, refused in one line with every one of `parts`.
  void expect_refused(const std::string& from, const std::string& to,
                      const std::vector<std::string>& parts) const {
    write("family.toml", shipped("examples/family_baseline.toml", from, to));
    expect_refused_as("family family.toml", parts);
  }
  void expect_refused_as(const std::string& words, const std::vector<std::string>& parts) const {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << outcome.out;
    EXPECT_EQ(outcome.out, "");
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
    EXPECT_NE(outcome.err.find("; "), std::string::npos) << "no advice: " << outcome.err;
    for (const std::string& part : parts) {
      EXPECT_NE(outcome.err.find(part), std::string::npos) << part << '\n' << outcome.err;
    }
  }
};

void expect_fits(const std::string& text) {
  EXPECT_FALSE(text.empty());
  EXPECT_EQ(text.find("…"), std::string::npos);
  for (const std::string& line : lines_of(text)) EXPECT_LE(display_width(line), 80U) << line;
}

TEST_F(Family, FitsTheScreenInBothLanguages) {
  for (const char* words : {"family examples/family_baseline.toml", both}) {
    for (const char* language : {"en", "da"}) {
      const Outcome outcome = run(std::string{words} + " --lang " + language);
      EXPECT_EQ(outcome.exit, 0) << outcome.err;
      EXPECT_EQ(outcome.err, "");
      expect_fits(outcome.out);
    }
  }
}

TEST_F(Family, PrintsWhatACommitteeAsksFor) {
  const std::string text = run(std::string{both} + " --lang da").out;

  for (const char* part :
       {"prisniveau 2022", "Lov fra 2022", "fastholdt", "Positivt = family_strategy.toml koster",
        "2.069.496", "1.023.624", "1.902.155", "1.869.716", "Kommunen efter 1,48 år",
        "Kommunens serviceramme: 2.700.000 kr.", "2.540.476", "296.730",
        "3.000.000 kr. på børnene"}) {
    EXPECT_NE(text.find(part), std::string::npos) << part;
  }
}

TEST_F(Family, TellsWhereCatalogueAndDatesCameFrom) {
  write("family.toml",
        "[case]\nfirst_year = 2023\nyears = 1\n\n[[member]]\nid = \"son\"\n"
        "kind = \"child\"\n\n[[spell]]\nmember = \"son\"\n"
        "service = \"foster_family\"\nfrom_date = 2023-03-01\n"
        "to_date = 2023-12-31\n");

  std::string text = run("family family.toml").out;
  expect_fits(text);
  std::replace(text.begin(), text.end(), '\n', ' ');
  EXPECT_NE(text.find("Foster family (2024, pl)"), std::string::npos) << text;
  EXPECT_NE(text.find("son, Foster family: 2023-03-01 to 2023-12-31 = weeks 9-52"),
            std::string::npos)
      << text;
}

TEST_F(Family, GivesTheAccountAsJson) {
  const Json document = json(both);

  EXPECT_EQ(document.at("first_year"), 2023);
  EXPECT_EQ(document.at("thresholds"), "constant");
  const Json& against = document.at("against");
  EXPECT_EQ(against.at("total").at("payers").at("municipality"), 2'069'496);
  EXPECT_EQ(against.at("total").at("public"), 3'093'120);
  EXPECT_NEAR(against.at("npv").at("state").get<double>(), 913'960.2, 0.05);
  EXPECT_EQ(against.at("npv"), against.at("npv_by_timing").at("end"));
  EXPECT_NEAR(against.at("payback").at("municipality").get<double>(), 1.476, 0.0005);
  EXPECT_TRUE(against.at("payback").at("region").is_null());
  EXPECT_EQ(against.at("service_frame_relief"), 2'700'000);
  EXPECT_EQ(document.at("ladder").at(0).at("total").at("weeks_27_52"), 26);
  EXPECT_TRUE(json("family examples/family_baseline.toml").at("against").is_null());
}

TEST_F(Family, SumsToGrossAndToTheTotalInJson) {
  const Json document = json("family examples/family_baseline.toml");
  const auto paid = [](const Json& payers) {
    double sum = 0;
    for (const char* payer : {"municipality", "region", "state", "citizen"}) {
      sum += payers.at(payer).get<double>();
    }
    return sum;
  };

  double gross = 0;
  for (const Json& year : document.at("years")) {
    double lines = 0;
    for (const Json& line : year.at("services")) {
      EXPECT_DOUBLE_EQ(paid(line.at("payers")), line.at("gross").get<double>()) << line;
      EXPECT_FALSE(line.at("rule").get<std::string>().empty());
      lines += line.at("gross").get<double>();
    }
    double departments = 0;
    for (const Json& department : year.at("departments")) {
      departments += department.at("gross").get<double>();
    }
    EXPECT_DOUBLE_EQ(lines, year.at("gross").get<double>());
    EXPECT_DOUBLE_EQ(departments, lines);
    gross += lines;
  }
  EXPECT_DOUBLE_EQ(gross, document.at("total").at("gross").get<double>());
}

TEST_F(Family, IsKnownByCheck) {
  EXPECT_EQ(run("check examples/family_baseline.toml").exit, 0);
  write("family.toml", shipped("examples/family_baseline.toml", "to_week = 208", "to_week = 209"));

  const Outcome outcome = run("check family.toml");

  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(lines_of(outcome.out).size(), 1U) << outcome.out;
}

TEST_F(Family, RefusesBadInputInOneLine) {
  expect_refused("to_week = 208", "to_week = 209", {"family.toml:", "spell[1].to_week", "208"});
  expect_refused("service = \"cash_benefit\"", "service = \"cash_benfit\"",
                 {"spell[1].service", "cash_benefit"});
  expect_refused("weekly_amount = 3780", "weekly_amount = -3780", {"weekly_amount", "-3780"});
  expect_refused("from_week = 1\n", "from_weeks = 1\n", {"from_weeks", "from_week"});
  expect_refused("years = 4", "years = \"four\"", {"case.years"});
  expect_refused("id = \"mother\"", "id = \"010190-1234\"", {"CPR"});
}

TEST_F(Family, RefusesFilesThatAreNoFamilyOrNotComparable) {
  write("case.toml", "[case]\ntitle = \"x\"\n\n[[cost]]\nname = \"a\"\n");
  expect_refused_as("family case.toml", {"case.toml: this is an investment case", "samspil case"});
  expect_refused_as("family small.toml", {"small.toml: this is a scenario"});
  expect_refused_as("family nowhere.toml", {"nowhere.toml", "does not exist"});
  expect_refused_as("family", {"FAMILY"});
  write("later.toml",
        shipped("examples/family_baseline.toml", "first_year = 2023", "first_year = 2024"));
  expect_refused_as("family examples/family_strategy.toml --against later.toml",
                    {"later.toml:", "case.first_year", "2024", "2023"});
}

}  // namespace
}  // namespace samspil::test
