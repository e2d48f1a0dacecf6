#include <nlohmann/json.hpp>

#include "model/population/services.hpp"
#include "model/words/numbers.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

using Json = nlohmann::json;

class LawAndPrices : public Program {
 protected:
  /// small.toml with one more line.
  void write_with(const std::string& line) const {
    write("other.toml", small_scenario("seed", "seed = 3\n" + line));
  }
  Json json() const { return Json::parse(run("run other.toml --json").out); }
  static std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
      ++found;
    }
    return found;
  }
};

TEST_F(LawAndPrices, OfAYearWithoutValuesAreRefusedOrWarnedOfOnce) {
  write_with("law_year = 2030");
  const Outcome refused = run("run other.toml");
  EXPECT_EQ(refused.exit, 2);
  EXPECT_EQ(lines_of(refused.err).size(), 1U) << refused.err;
  EXPECT_NE(refused.err.find("other.toml:5: law_year: 2030"), std::string::npos) << refused.err;

  write_with("law_year = 2030\nunknown_law = \"last_known\"");
  const Outcome warned = run("run other.toml");
  EXPECT_EQ(warned.exit, 0) << warned.err;
  EXPECT_EQ(count(warned.err, "Warning"), 1U) << warned.err;
  EXPECT_EQ(count(warned.out, "Warning"), 1U) << warned.out;
  EXPECT_NE(warned.out.find("2026: "), std::string::npos) << warned.out;
  EXPECT_EQ(json().at("last_known").at("health_cofinancing"), 2026);
}

TEST_F(LawAndPrices, ArePrintedWithTheYearsOfTheRun) {
  write("own_prices.csv", shipped("prices/2022.csv", "954,543,1908,2024", "954,543,1908,1999"));
  write("other.toml", small_scenario("prices",
                                     "prices = \"own_prices.csv\"\nlaw_year = 2023\n"
                                     "price_level = 2023\ndiscount_timing = \"middle\""));
  const Outcome outcome = run("run other.toml --detail");

  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  for (const char* part :
       {"selected in 2022", "Law of 2023, price level 2023", "at their own level",
        "(3.5 %, middle of year)", "Prices that could not be moved to 2023",
        "Mentor: level 1999 (general price and wage index)"}) {
    EXPECT_NE(outcome.out.find(part), std::string::npos) << part;
  }
  const Json document = json();
  EXPECT_EQ(document.at("population_year"), 2022);
  EXPECT_EQ(document.at("law_year"), 2023);
  EXPECT_EQ(document.at("price_level"), 2023);
  EXPECT_EQ(document.at("discount_rate"), "fm");
  EXPECT_EQ(document.at("discount_timing"), "middle");
  const Json& prices = document.at("prices");
  std::size_t all = prices.at("as_written").get<std::size_t>() + prices.at("own_level").size();
  for (const auto& [index, moved] : prices.at("moved").items()) all += moved.get<std::size_t>();
  EXPECT_EQ(all, service_count);
}

TEST_F(LawAndPrices, RepeatFromAResultsFileWithItsOwnRates) {
  write("own_rates.csv", shipped("prices/rates.csv", "176,860000,860000,", "176,430000,860000,"));
  write_with("rates = \"own_rates.csv\"\nprice_level = 2023");
  ASSERT_EQ(run("run other.toml --out a.h5").exit, 0);
  write("own_rates.csv", "gone");

  const Outcome again = run("run a.h5");

  EXPECT_EQ(again.exit, 0) << again.err;
  EXPECT_NE(again.err.find("same results as stored"), std::string::npos) << again.err;
}

TEST_F(LawAndPrices, HoldAllRowsOfTheCsvTable) {
  write_with("price_level = 2023");
  ASSERT_EQ(run("run other.toml --csv tables").exit, 0);

  const auto prices = lines_of(read("tables/prices.csv"));
  EXPECT_EQ(prices.size(), service_count + 1);
  EXPECT_EQ(prices[1], "cash_benefit,week,3361,2023,as_written,satsregulering,3361,2023,1");
  EXPECT_EQ(prices[3], "sickness_benefit,week,3961,2023,moved,satsregulering,3885,2022,1");
  EXPECT_NE(read("tables/law_and_prices.csv").find("price_level,2023\n"), std::string::npos);
}

/// A new year is one small CSV each for rates and indices: told on the screen and in a table, kept
/// with the results.
TEST_F(LawAndPrices, TellWhichLawAndLevelEachNumberStandsOnAndWhichAreOwn) {
  write("limits.csv", "name,value,valid_from\nexpensive_case_tier_1,1050000,2027\n");
  write("growth.csv", "index,year,growth\npl,2026,3\npl,2027,2.5\n");
  write_with(
      "law_year = 2027\nprice_level = 2027\nunknown_law = \"last_known\"\n"
      "rates = [\"limits.csv\"]\nindices = [\"growth.csv\"]");
  const Outcome outcome = run("run other.toml --detail --csv tables --out a.h5");
  ASSERT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("Law year and price level"), std::string::npos) << outcome.out;

  const std::string table = read("tables/stands_on.csv");
  for (const char* row :
       {"rate,expensive_case_tier_1,2027,2027,2027,psl,own\n",
        "rate,expensive_case_tier_2,2026,2026,2026,psl,derived\n",
        "rate,cash_benefit_rate,2026,2025,2026,satsregulering,assumed\n",
        "price,foster_family,,2024,2027,pl,derived\n",
        "payer_rule,gp_cofinancing,2026,,,,measured\n", "price_index,pl,,,2027,pl,own\n",
        "parameter,resource_course_closed_from,2026,,,,measured\n"}) {
    EXPECT_NE(table.find(row), std::string::npos) << row << table;
  }
  write("limits.csv", "gone");
  write("growth.csv", "gone");
  const Outcome again = run("run a.h5");
  EXPECT_EQ(again.exit, 0) << again.err;
  EXPECT_NE(again.err.find("same results as stored"), std::string::npos) << again.err;
}

TEST_F(LawAndPrices, ExplainAPriceAtBothLevels) {
  EXPECT_NE(run("explain cash_benefit").out.find("3,297 kr. at 2022: by satsregulering"),
            std::string::npos);
  EXPECT_NE(run("explain mentor").out.find("895 kr. at 2022: by general price"), std::string::npos);
  EXPECT_NE(run("explain sickness_benefit").out.find("3,885 kr. at 2022: as written"),
            std::string::npos);
  EXPECT_NE(run("explain expensive_case_tier_1").out.find("860,000"), std::string::npos);
  EXPECT_NE(run("explain nettoprisindekset").out.find("2022: 113.533"), std::string::npos);
}

TEST_F(LawAndPrices, NameTheRolloutAndShowTheBlockGrantOnlyThen) {
  const std::string local = run("run small.toml --detail").out;
  EXPECT_NE(local.find("Rollout: local"), std::string::npos);
  EXPECT_EQ(local.find("Block grant"), std::string::npos);
  write_with("rollout = \"national\"");
  const std::string national = run("run other.toml --detail").out;
  EXPECT_NE(national.find("Rollout: national"), std::string::npos);
  EXPECT_NE(national.find("Block grant"), std::string::npos) << national;
}

TEST_F(LawAndPrices, FitTheScreenInBothLanguages) {
  write_with(
      "law_year = 2030\nunknown_law = \"last_known\"\nprice_level = 2030\n"
      "rollout = \"national\"\nhealth_cofinancing = \"shares\"");
  for (const char* language : {"en", "da"}) {
    const Outcome outcome = run(std::string{"run other.toml --detail --lang "} + language);
    EXPECT_EQ(outcome.exit, 0) << outcome.err;
    for (const std::string& line : lines_of(outcome.out)) {
      EXPECT_LE(display_width(line), 80U) << line;
    }
  }
}

}  // namespace
}  // namespace samspil::test
