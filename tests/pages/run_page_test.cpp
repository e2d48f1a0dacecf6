#include "model/pages/run_page.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

#include "model/pages/document_view.hpp"
#include "model/render/text.hpp"
#include "model/result/run_document.hpp"
#include "model/storage/make_report.hpp"
#include "model/storage/tables_csv.hpp"
#include "model/words/numbers.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

void expect_fits(const std::string& text) {
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(display_width(line), page_width) << line;
  }
}

Json document_of(const Scenario& scenario, const RunResult& result) {
  return run_document(make_report(scenario, result), {"0", "unknown", "none"});
}

TEST(RunPage, FitsTheColumnsInBothLanguages) {
  const Scenario scenario = test::fake_scenario();
  for (const std::uint64_t sites : {2U, 2000U}) {
    const RunResult result = test::fake_run(scenario, sites, 1);
    const Json document = document_of(scenario, result);
    for (const Language language : {Language::en, Language::da}) {
      expect_fits(as_text(run_page(document, language)));
      expect_fits(as_text(run_detail(document, language)));
      expect_fits(
          as_text(population_page(population_document(scenario, result.population), language)));
    }
  }
}

TEST(RunPage, WarnsOfTablesOfDrawsThatAreLeftOut) {
  const Scenario scenario = test::fake_scenario();
  const auto warning = [&](const RunResult& result, Language language) {
    return left_out_warning(document_of(scenario, result), language);
  };
  EXPECT_EQ(warning(test::fake_run(scenario, 50, 1), Language::en), "") << "one run has no tables";
  RunResult result = test::fake_run(scenario, 50, 2);
  result.accounts = RunAccounts{2, result.arms.size(), result.counts[0].years.size()};
  EXPECT_EQ(warning(result, Language::en), "");
  result.accounts = {};
  result.replicates = 100'000;
  EXPECT_EQ(warning(result, Language::en).find("draws.csv and draw_outcomes.csv are left out: "),
            0U);
  EXPECT_NE(warning(result, Language::en).find("100,000 runs"), std::string::npos);
  EXPECT_NE(warning(result, Language::da).find("højst 256 MB"), std::string::npos);
}

/// A run whose prices meet the municipality's own accounts.
class MatchedRun : public testing::Test {
 protected:
  MatchedRun() {
    CatalogueRow& row = scenario_.catalogue.rows[index_of(Service::cash_benefit)];
    row.account_function = "5.57.73";
    row.match = 1.25;
    scenario_.own_order.match = true;
    scenario_.own_order.accounts = {{"5.57.73", scenario_.catalogue.price_level, 1'000'000, 3}};
  }

  Scenario scenario_ = test::fake_scenario();
  RunResult result_ = test::fake_run(scenario_, 50, 1);
};

TEST_F(MatchedRun, SaysSoBelowItsHeadlineInBothLanguages) {
  const Json document = document_of(scenario_, result_);
  EXPECT_EQ(document.at("prices").at("matched"), Json({{"cash_benefit", 1.25}}));
  EXPECT_EQ(document.at("own_accounts").at(0).at("matched_by"), 1.25);
  const Json told = tables_document(document, "own.toml").at("caveats");
  EXPECT_TRUE(std::any_of(told.begin(), told.end(), [](const Json& caveat) {
    return caveat.at("key") == "accounts_matched" && caveat.at("strategy").is_null();
  }));
  for (const auto& [language, words] :
       {std::pair{Language::en, "own accounts, by function: 5.57.73 × 1.25"},
        {Language::da, "eget regnskab, efter funktion: 5.57.73 × 1,25"}}) {
    std::string page = as_text(run_page(document, language));
    expect_fits(page);
    std::replace(page.begin(), page.end(), '\n', ' ');
    EXPECT_NE(page.find(words), std::string::npos);
  }
}

TEST_F(MatchedRun, SaysSoInItsTables) {
  for (const WrittenTable& table : csv_tables(make_report(scenario_, result_))) {
    if (table.name == "law_and_prices.csv") {
      EXPECT_NE(table.text.find("\nmatched_accounts,5.57.73\n"), std::string::npos);
    }
    if (table.name == "prices.csv") {
      EXPECT_NE(table.text.find(",1.25\n"), std::string::npos);
    }
  }
}

/// Times that a text stands in another, lines put together.
std::size_t times_in(std::string page, const std::string& text) {
  std::replace(page.begin(), page.end(), '\n', ' ');
  std::size_t times = 0;
  for (std::size_t at = page.find(text); at != std::string::npos; at = page.find(text, at + 1)) {
    ++times;
  }
  return times;
}

TEST(RunPage, ShowsNoNetResultWithoutTheCaveat) {
  const Scenario scenario = test::fake_scenario();
  Json document = document_of(scenario, test::fake_run(scenario, 50, 1));
  const auto strategies = document.at("strategies").size();
  for (const Language language : {Language::en, Language::da}) {
    const View view{document, language};
    const std::string caveat = view.text_of(document.at("caveats").at(0), "text");
    // Under the answer and the comparison; then under each budget.
    EXPECT_EQ(times_in(as_text(run_page(document, language)), caveat), 2U);
    EXPECT_EQ(times_in(as_text(run_detail(document, language)), caveat), strategies);
  }
  document["strategies"].erase(1);  // one strategy's budget stands on the screen
  const std::string caveat = document.at("caveats").at(0).at("text");
  EXPECT_EQ(times_in(as_text(run_page(document, Language::en)), caveat), 3U);
  EXPECT_EQ(times_in(as_text(run_detail(document, Language::en)), caveat), 1U);
}

TEST(RunPage, TellsWhatAStrategyCostsAndGivesBackFirst) {
  const Scenario scenario = test::fake_scenario();
  const Json document = document_of(scenario, test::fake_run(scenario, 50, 1));
  const Json& answer = document.at("strategies").at(0).at("answer");
  for (std::size_t year = 0; year < document.at("years").size(); ++year) {
    const auto of = [&](const char* row) {
      return answer.at(row).at("by_year").at(year).get<double>();
    };
    EXPECT_NEAR(of("costs") + of("gives_back"), of("net"), 1e-6);
  }
  EXPECT_EQ(answer.at("net").at("in_all"), document.at("strategies")
                                               .at(0)
                                               .at("pockets")
                                               .at("centre")
                                               .at("by_payer")
                                               .at("municipality")
                                               .at("net"));
  const std::string text = as_text(run_page(document, Language::en));
  EXPECT_LT(text.find("What it costs and gives back"), text.find("The strategies compared"));
}

TEST(RunPage, TellsWhatIsMissingWhereNoTransferMakesAllWhole) {
  const Scenario scenario = test::fake_scenario();
  Json document = document_of(scenario, test::fake_run(scenario, 50, 1));
  for (Json& strategy : document.at("strategies")) {
    strategy["transfers"]["payers"]["missing"] = 7e6;
    strategy["transfers"]["departments"]["missing"] = 0;
  }
  const std::string text = as_text(run_detail(document, Language::en));
  EXPECT_EQ(times_in(text, "No transfer makes all payers whole"), document.at("strategies").size());
  EXPECT_EQ(times_in(text, "No transfer makes all departments whole"), 0U);
}

TEST(RunPage, CutsNoWordAndNoNumber) {
  const Scenario scenario = test::fake_scenario();
  const Json document = document_of(scenario, test::fake_run(scenario, 50, 1));

  for (const Language language : {Language::en, Language::da}) {
    EXPECT_EQ(as_text(run_page(document, language)).find("…"), std::string::npos);
  }
}

TEST(RunPage, TellsTheChoiceOverTheDraws) {
  const Scenario scenario = test::fake_scenario();
  Json document = document_of(scenario, test::fake_run(scenario, 50, 1));
  EXPECT_EQ(as_text(run_detail(document, Language::en)).find("Nothing new"), std::string::npos);
  const std::string id = document.at("strategies").at(1).at("id");
  for (const char* purse : {"public", "municipality", "region", "state"}) {
    document["decision"][purse] = {
        {"evpi", 7'000'000},
        {"evpi_error", 1'000'000},
        {"evppi", {{"effects", {{"value", 5'000'000}, {"error", 2'000'000}}}}},
        {"cheapest", {{"baseline", 0.75}, {id, 0.25}}},
        {"highest_mean", id}};
  }
  for (const Language language : {Language::en, Language::da}) {
    expect_fits(as_text(run_detail(document, language)));
  }
  const std::string text = as_text(run_detail(document, Language::en));
  EXPECT_NE(text.find("25 *"), std::string::npos) << text;
  EXPECT_EQ(text.find("75 *"), std::string::npos);
  EXPECT_NE(text.find("effects of the strategies"), std::string::npos);
}

TEST(RunPage, PutsTheMunicipalityBeforeTheOtherPurses) {
  const Scenario scenario = test::fake_scenario();
  const std::string text =
      as_text(run_page(document_of(scenario, test::fake_run(scenario)), Language::en));
  const std::string detail =
      as_text(run_detail(document_of(scenario, test::fake_run(scenario)), Language::en));

  EXPECT_LT(text.find("Less expenditure, net: Municipality"),
            text.find("Less expenditure, net: State"));
  EXPECT_NE(text.find("Positive means fewer public expenditures"), std::string::npos);
  EXPECT_LT(detail.find("Net result: less expenditure"), detail.find("\nState"));
  EXPECT_LT(detail.find("cumulated"), detail.find("Net present value"));
  EXPECT_NE(detail.find("not within the horizon"), std::string::npos);
}

TEST(RunPage, SaysSoWithoutAStrategy) {
  Scenario scenario = test::fake_scenario();
  scenario.strategies.clear();
  const Json document = document_of(scenario, test::fake_run(scenario));

  EXPECT_NE(as_text(run_page(document, Language::en)).find("nothing to compare"),
            std::string::npos);
}

/// A page shows what stands in the document: it can be made of one that was read from a file.
TEST(RunPage, NeedsNothingButTheDocument) {
  const Scenario scenario = test::fake_scenario();
  const Json document = document_of(scenario, test::fake_run(scenario));
  const Json read = Json::parse(document.dump());

  EXPECT_EQ(as_text(run_page(read, Language::en)), as_text(run_page(document, Language::en)));
  EXPECT_EQ(as_text(run_detail(read, Language::da)), as_text(run_detail(document, Language::da)));
}

TEST(RunPage, NamesTheYearThatWhatIsLackingRunsWith) {
  const Json law = {
      {"law_year", 2026},
      {"price_level", 2026},
      {"last_known",
       {{"satsregulering", 2024}, {"cash_benefit_rate", 2025}, {"half_state", 2025}}}};

  EXPECT_NE(last_known_warning(law, Language::en)
                .find("2024: satsregulering; 2025: kontanthjælp by the law of July 2025 · the "
                      "state refunds half."),
            std::string::npos);
  EXPECT_NE(last_known_warning(law, Language::da)
                .find("2024: satsreguleringen; 2025: kontanthjælp efter"),
            std::string::npos);
  EXPECT_EQ(last_known_warning({{"last_known", Json::object()}}, Language::en), "");
}

TEST(Page, WrapsBetweenWords) {
  Page page;
  page.sentence(std::string(79, 'x') + " yy", 0);

  EXPECT_EQ(as_text(page), std::string(79, 'x') + "\nyy\n");
}

}  // namespace
}  // namespace samspil
