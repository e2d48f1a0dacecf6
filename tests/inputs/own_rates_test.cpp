// The user's own rates and indices, laid over the shipped tables.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "model/inputs/dated.hpp"
#include "model/loading/load.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

constexpr const char* budget_2027 =
    "law_year = 2027\nprice_level = 2027\nunknown_law = \"last_known\"\n";

class OwnTables : public testing::Test {
 protected:
  OwnTables() {
    inputs_.replace("scenario.toml", "law_year = 2022\n", budget_2027);
    std::ifstream file{inputs_.path("scenario.toml")};
    scenario_.assign(std::istreambuf_iterator<char>{file}, {});
  }

  Scenario load() const { return load_scenario(inputs_.path("scenario.toml"), inputs_.path("")); }
  Scenario with(const std::string& key, const std::string& text) const {
    name(key);
    inputs_.write("mine.csv", text);
    return load();
  }
  std::string fault_of(const std::string& key, const std::string& text) const {
    name(key);
    inputs_.write("mine.csv", text);
    const auto faults = inputs_.faults("scenario.toml");
    return faults.empty() ? "none" : faults.front();
  }
  static const Rate& rate(const Scenario& scenario, RateName name, int year) {
    return *in_force_or_nearest(scenario.catalogue.rates.rows, year,
                                [name](const Rate& row) { return row.name == name; });
  }
  static double index(const Scenario& scenario, PriceIndex which, int year) {
    const IndexValue* known = scenario.catalogue.indices.find(which, year);
    return known != nullptr ? known->value : 0;
  }
  static bool is_last_known(const Scenario& scenario, const std::string& name) {
    const auto& all = scenario.catalogue.law.last_known;
    return std::any_of(all.begin(), all.end(),
                       [&](const LastKnown& one) { return one.name == name; });
  }

  InputFolder inputs_;

 private:
  void name(const std::string& key) const {
    inputs_.write("scenario.toml", scenario_);
    inputs_.replace("scenario.toml", budget_2027, budget_2027 + key + " = [\"mine.csv\"]\n");
  }

  std::string scenario_;
};

TEST_F(OwnTables, OfRatesNeedANameAValueAndAYearAlone) {
  const Scenario scenario =
      with("rates", "name,value,valid_from\nexpensive_case_tier_1,1050000,2027\n");
  const Rate& own = rate(scenario, RateName::expensive_case_tier_1, 2027);
  EXPECT_EQ(own.amount.value, 1'050'000);
  EXPECT_EQ(own.amount.low, 1'050'000);
  EXPECT_EQ(own.amount.grade, Grade::own);
  EXPECT_EQ(own.amount.base_file, inputs_.path("mine.csv").string());
  EXPECT_EQ(own.valid_to, 2027);
  EXPECT_EQ(own.price_level, 2027);
  EXPECT_EQ(own.index, PriceIndex::psl);  // inherited
  EXPECT_EQ(scenario.catalogue.law.expensive_cases[0].above, 105'000'000);
  EXPECT_FALSE(is_last_known(scenario, "expensive_case_tier_1"));
  EXPECT_TRUE(is_last_known(scenario, "expensive_case_tier_2"));
}

TEST_F(OwnTables, OfRatesTakeTheirYearsOutOfWhatWasThere) {
  const Scenario scenario =
      with("rates", "name,value,valid_from,valid_to\nexpensive_case_refund_1,30,2025,2025\n");
  EXPECT_EQ(rate(scenario, RateName::expensive_case_refund_1, 2024).amount.value, 25);
  EXPECT_EQ(rate(scenario, RateName::expensive_case_refund_1, 2025).amount.value, 30);
  EXPECT_EQ(rate(scenario, RateName::expensive_case_refund_1, 2026).amount.value, 25);
  EXPECT_EQ(rate(scenario, RateName::expensive_case_refund_1, 2026).valid_to, 2026);
}

TEST_F(OwnTables, OfRatesMayHoldABenefitByTheNewLaw) {
  const Scenario scenario = with(
      "rates", "name,value,valid_from,grade,source\ncash_benefit_rate,3600,2027,assumed,Ours\n");
  const CatalogueRow& row = scenario.catalogue.rows[index_of(Service::cash_benefit)];
  EXPECT_EQ(row.price.value, 3600);
  EXPECT_EQ(row.price_level, 2027);
  EXPECT_EQ(row.price.grade, Grade::assumed);
  EXPECT_EQ(row.price.source, "Ours");
}

TEST_F(OwnTables, OfIndicesStateAValueOrAGrowth) {
  const Scenario scenario = with("indices",
                                 "index,year,value,growth,grade\npl,2026,,3.0,assumed\n"
                                 "pl,2027,,2.5,assumed\nsatsregulering,2027,117,,\n");
  EXPECT_NEAR(index(scenario, PriceIndex::pl, 2026), 109.585 * 1.03, 1e-9);
  EXPECT_NEAR(index(scenario, PriceIndex::pl, 2027), 109.585 * 1.03 * 1.025, 1e-9);
  EXPECT_EQ(index(scenario, PriceIndex::satsregulering, 2027), 117);
  const IndexValue& own = *scenario.catalogue.indices.find(PriceIndex::pl, 2027);
  EXPECT_EQ(own.grade, Grade::assumed);
  EXPECT_EQ(own.own_file, inputs_.path("mine.csv").string());
  EXPECT_EQ(scenario.catalogue.indices.find(PriceIndex::satsregulering, 2027)->grade, Grade::own);
  EXPECT_FALSE(is_last_known(scenario, "pl"));
  EXPECT_TRUE(is_last_known(scenario, "psl"));
}

TEST_F(OwnTables, AreReadAsDanishExcelWritesThem) {
  const Scenario rates = with("rates",
                              "\xEF\xBB\xBFnavn;værdi;gælder_fra;kilde\r\n"
                              "dyre enkeltsager, første grænse;1050000;2027;Satser 2027\r\n");
  EXPECT_EQ(rates.catalogue.law.expensive_cases[0].above, 105'000'000);
  const Scenario indices = with("indices", "indeks\tår\tstigning\npl\t2026\t3,5\n");
  EXPECT_NEAR(index(indices, PriceIndex::pl, 2026), 109.585 * 1.035, 1e-9);
}

TEST_F(OwnTables, LieInTheOrderNamedAndAreKeptWithTheResults) {
  inputs_.write("more.csv", "index,year,value\npl,2026,120\n");
  inputs_.write("limits.csv", "name,value,valid_from\nexpensive_case_tier_1,1050000,2027\n");
  with("indices", "index,year,value\npl,2026,115\npl,2027,116\n");
  inputs_.replace("scenario.toml", "indices = [\"mine.csv\"]",
                  "indices = [\"mine.csv\", \"more.csv\"]\nrates = [\"limits.csv\"]");
  const Scenario scenario = load();
  EXPECT_EQ(index(scenario, PriceIndex::pl, 2026), 120);
  EXPECT_EQ(index(scenario, PriceIndex::pl, 2027), 116);
  const Scenario again = load_scenario(input_texts(scenario));
  EXPECT_EQ(index(again, PriceIndex::pl, 2026), 120);
  EXPECT_EQ(index(again, PriceIndex::pl, 2027), 116);
  EXPECT_EQ(again.catalogue.law.expensive_cases[0].above, 105'000'000);
  EXPECT_EQ(input_texts(again), input_texts(scenario));
}

TEST_F(OwnTables, TellWhatIsWrong) {
  EXPECT_EQ(fault_of("rates", "name,value,valid_from\nexpensive_case_tier_1,1.050,2027\n"),
            "mine.csv:2: expensive_case_tier_1.value: '1.050' can be read in two ways; write 1050 "
            "for 1 thousand 050; for 1.05 write 1, the nearest whole number");
  EXPECT_EQ(fault_of("rates", "name,value,valid_from\nexpensive_case_teir_1,1050000,2027\n"),
            "mine.csv:2: expensive_case_teir_1: unknown rate; did you mean "
            "'expensive_case_tier_1', 'expensive_case_tier_2' or 'expensive_case_tier_3'?");
  EXPECT_EQ(fault_of("rates", "name,value\nexpensive_case_tier_1,1050000\n"),
            "mine.csv:1: valid_from: the column is missing; add 'valid_from' to the header and to "
            "every row");
  EXPECT_EQ(fault_of("rates",
                     "name,value,valid_from\nexpensive_case_tier_1,1050000,2027\n"
                     "expensive_case_tier_1,1060000,2027\n"),
            "mine.csv:3: expensive_case_tier_1: stands on line 2 already; keep one row for each "
            "year");
  EXPECT_EQ(fault_of("rates",
                     "name,value,valid_from\nexpensive_case_tier_1,3050000,2027\n"
                     "expensive_case_tier_2,2060000,2027\n"),
            "mine.csv:3: expensive_case_tier_2: expensive_case_tier_2, 2060000, lies below "
            "expensive_case_tier_1, 3050000, in the same years; let the tiers rise");
  EXPECT_EQ(fault_of("indices", "index,year,growth\npp,2026,3\n"),
            "mine.csv:2: pp.index: unknown name 'pp'; did you mean 'pl'?");
  EXPECT_EQ(fault_of("indices", "index,year,growth\npl,2027,3\n"),
            "mine.csv:2: pl.growth: the index has no value for 2026 to grow from; write a row for "
            "2026 above, or the value itself");
  EXPECT_EQ(fault_of("indices", "index,year,growth,value\npl,2026,3,115\n"),
            "mine.csv:2: pl: one of value and growth is needed, and not both; write the index "
            "itself as value, or the growth since the year before in per cent");
  EXPECT_EQ(fault_of("indices", "index,year,value\npl,2026,115\npl,2026,116\n"),
            "mine.csv:3: pl: stands on line 2 already; keep one row for each year");
}

TEST_F(OwnTables, AreCheckedByThemselves) {
  for (const char* text : {"name,value,valid_from\nexpensive_case_tier_1,1050000,2027\n",
                           "navn;værdi;gælder_fra\ndyre enkeltsager, første grænse;1050000;2027\n",
                           "index,year,growth\npl,2026,3\n", "indeks;år;stigning\npl;2026;3,5\n"}) {
    inputs_.write("mine.csv", text);
    EXPECT_TRUE(inputs_.faults("mine.csv").empty()) << text;
  }
  inputs_.write("mine.csv", "name,value,valid_from\nexpensive_case_tier_1,,2027\n");
  EXPECT_EQ(inputs_.faults("mine.csv").size(), 1U);
}

}  // namespace
}  // namespace samspil
