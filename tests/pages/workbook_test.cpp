// Workbooks hold the figures of their documents, as formulas where they may: what a formula gives
// here is what a spreadsheet program must give, which .ci/check_workbooks asks one.
#include "model/render/workbook.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "model/appraisal/investment_case.hpp"
#include "model/pages/workbook_case.hpp"
#include "model/pages/workbook_family.hpp"
#include "model/pages/workbook_run.hpp"
#include "model/result/case_document.hpp"
#include "model/result/family_document.hpp"
#include "model/result/run_document.hpp"
#include "model/storage/make_report.hpp"
#include "tests/support/fake_run.hpp"
#include "tests/support/family_cases.hpp"
#include "tests/support/published_case.hpp"

namespace samspil {
namespace {

const Sheet& sheet_of(const Workbook& book, const std::string& name) {
  for (const Sheet& sheet : book.sheets) {
    if (sheet.name == name) return sheet;
  }
  ADD_FAILURE() << "no sheet " << name;
  return book.sheets.front();
}

std::string said_at(const Sheet& sheet, int row, int column) {
  return sheet.at(row, column).said.value_or("");
}

/// The rows whose first cell says so.
std::vector<int> rows_of(const Sheet& sheet, const std::string& label) {
  std::vector<int> rows;
  for (const auto& [place, cell] : sheet.cells) {
    if (place.second == 0 && said_at(sheet, place.first, 0) == label) rows.push_back(place.first);
  }
  EXPECT_FALSE(rows.empty()) << sheet.name << ": " << label;
  return rows;
}

void expect_row(const Sheet& sheet, int row, int first, const Json& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double shown = sheet.at(row, first + static_cast<int>(i)).value;
    const double told = values[i];
    EXPECT_NEAR(shown, told, 0.005 + 1e-9 * std::abs(told)) << sheet.name << ' ' << row;
  }
}

int formulas_in(const Sheet& sheet) {
  int count = 0;
  for (const auto& [place, cell] : sheet.cells) {
    count += std::holds_alternative<Formula>(cell.content);
  }
  return count;
}

/// No key and no id in place of a word, nothing that only the other language would say.
void expect_in_language(const Workbook& book) {
  const std::regex id{"[a-z]+(_[a-z0-9]+)+|[a-z]+\\.[a-z_]+"};
  for (const Sheet& sheet : book.sheets) {
    EXPECT_LE(sheet.name.size(), 31U) << sheet.name;
    if (sheet.name == "Own inputs" || sheet.name == "Egne input") continue;  // made-up margins
    for (const auto& [place, cell] : sheet.cells) {
      const auto* said = std::get_if<std::string>(&cell.content);
      if (said == nullptr) continue;
      EXPECT_FALSE(std::regex_match(*said, id)) << sheet.name << ": " << *said;
    }
  }
}

void expect_caveat(const Sheet& sheet, const std::string& part) {
  for (const auto& [place, cell] : sheet.cells) {
    if (said_at(sheet, place.first, place.second).find(part) != std::string::npos) return;
  }
  ADD_FAILURE() << sheet.name << " does not say: " << part;
}

TEST(Formula, IsWrittenAsExcelReadsIt) {
  Sheet sheet{"It's"};
  const Formula a = sheet.number(0, 0, 8, {});
  const Formula b = sheet.number(0, 1, 2, {});
  EXPECT_EQ(a.text, "'It''s'!$A$1");
  const Formula one = (a - (b - literal(3))) / b * -a;
  EXPECT_EQ(one.text, "('It''s'!$A$1-('It''s'!$B$1-3))/'It''s'!$B$1*(-'It''s'!$A$1)");
  EXPECT_EQ(one.value, (8 - (2 - 3)) / 2.0 * -8);
  EXPECT_EQ(literal_text("say \"so\"").text, "\"say \"\"so\"\"\"");
  EXPECT_EQ(cell_name(4, 27), "$AB$5");
  EXPECT_EQ(rounded_down(b / literal(4)).text, "INT('It''s'!$B$1/4)");
  EXPECT_EQ(rounded_down(b / literal(4)).value, 0);
  EXPECT_EQ(if_else(a > b, literal_text("more"), literal(0)).said, "more");
}

TEST(Formula, FindsTheLastDeficitAndTheFirstBest) {
  Sheet sheet{"S"};
  int column = 0;
  for (const double value : {-1.0, 2.0, -0.004, -3.0, 5.0, 5.0}) {
    sheet.number(0, column++, value, {});
  }
  EXPECT_EQ(last_deficit(sheet.range(0, 0, 5)).value, 4);
  EXPECT_EQ(last_deficit(sheet.range(0, 4, 5)).value, 0);
  EXPECT_EQ(first_at_least(sheet.range(0, 0, 5), literal(5)).value, 5);
  EXPECT_EQ(at_place(sheet.range(0, 0, 5), literal(4)).value, -3);
}

TEST(CaseWorkbook, HoldsTheFiguresOfTheDocument) {
  InvestmentCase investment = test::published_case();
  investment.participants = {40, 10.5};
  investment.costs.push_back(investment.costs.front());
  investment.costs.back().time = 1.5;
  investment.costs.back().one_off = false;
  investment.costs.back().amount = 50'000;
  investment.costs.back().account.payer = Payer::state;
  const Json document = case_document(investment, appraise(investment));
  for (const Language language : {Language::en, Language::da}) {
    const Workbook book = case_sheets(document, "case.toml", language);
    const Sheet& result = sheet_of(book, std::string{phrase("book.sheet_results", language)});
    const std::vector<std::string> purses{std::string{label(language, "payer", "municipality")},
                                          std::string{label(language, "payer", "region")},
                                          std::string{label(language, "payer", "state")},
                                          std::string{phrase("run.public_total", language)}};
    const Json& payers = document.at("payers");
    for (std::size_t i = 0; i < purses.size(); ++i) {
      const char* names[] = {"municipality", "region", "state"};
      const Json& told = i < 3 ? payers.at(names[i]) : document.at("total");
      const int row = rows_of(result, purses[i]).front();
      expect_row(result, row, 1, told.at("yearly"));
      expect_row(result, row + 1, 1, told.at("cumulated"));
      expect_row(result, row + 2, 1, told.at("yearly_discounted"));
      expect_row(result, row + 3, 1, told.at("cumulated_discounted"));
    }
    const auto verdict = [&](Key key, const char* figure) {
      const int row = rows_of(result, std::string{phrase(key, language)}).front();
      const Json& told = document.at("total").at(figure);
      EXPECT_NEAR(result.at(row, 4).value, told.get<double>(), 1e-6) << figure;
    };
    verdict("case.npv", "npv");
    verdict("case.payback", "payback_simple");
    verdict("case.payback_discounted", "payback_discounted");
    verdict("case.break_even", "break_even_success_rate");
    verdict("case.successes_needed", "successes_needed");
    expect_in_language(book);
    expect_caveat(result, std::string{phrase("case.contrast_note", language)});
  }
}

TEST(CaseWorkbook, SaysWhatIsNeverPaidBack) {
  InvestmentCase investment = test::published_case();
  test::scale_costs(investment, 100);
  const Workbook book =
      case_sheets(case_document(investment, appraise(investment)), "", Language::en);
  const Sheet& result = sheet_of(book, "Result");
  EXPECT_EQ(result.at(rows_of(result, "Payback, years").front(), 1).said, "never");
}

TEST(FamilyWorkbook, HoldsTheFiguresOfTheDocument) {
  const LoadedFamily with = test::shipped_family("family_strategy");
  const LoadedFamily without = test::shipped_family("family_baseline");
  const AccountedFamily ours{with.family, with.catalogue};
  const AccountedFamily theirs{without.family, without.catalogue};
  const Json document = family_document(ours, &theirs);
  const Workbook book = family_sheets(document, Language::da);
  expect_in_language(book);
  const Sheet& account = sheet_of(book, "Regnskab");
  const Sheet& comparison = sheet_of(book, "Sammenligning");
  Json paid = Json::array(), saved = Json::array();
  for (const Json& year : document.at("years"))
    paid.push_back(year.at("payers").at("municipality"));
  for (const Json& year : document.at("against").at("years")) {
    saved.push_back(year.at("payers").at("municipality"));
  }
  expect_row(account, rows_of(account, "Kommunen").front(), 1, paid);
  expect_row(comparison, rows_of(comparison, "Kommunen").front(), 1, saved);
  expect_row(comparison, rows_of(comparison, "Kommunen: akkumuleret").front(), 1,
             document.at("against").at("cumulated"));
  const int verdict = rows_of(comparison, "Kommunen").back();
  const Json& against = document.at("against");
  EXPECT_NEAR(comparison.at(verdict, 1).value, against.at("npv").at("municipality").get<double>(),
              0.005);
  EXPECT_NEAR(comparison.at(verdict, 2).value,
              against.at("payback").at("municipality").get<double>(), 1e-9);
  EXPECT_EQ(comparison.at(verdict, 3).value,
            against.at("break_even_programme").at("municipality").get<double>());
  expect_caveat(comparison, "Ingen rapport påviser en effekt af koordinering");
}

class RunWorkbook : public testing::Test {
 protected:
  Scenario scenario_ = test::fake_scenario();
  RunResult result_ = test::fake_run(scenario_, 10, 2);
  Json document_ = run_document(make_report(scenario_, result_), {"0", "unknown", "none"});
};

TEST_F(RunWorkbook, HoldsTheMunicipalitysAndThePayersMoney) {
  const Workbook book = run_sheets(document_, "r.h5", Language::en);
  const Sheet& municipality = sheet_of(book, "Municipality");
  const Sheet& payers = sheet_of(book, "Payers");
  const Sheet& accounts = sheet_of(book, "Account types");
  const Sheet& budget = sheet_of(book, "In the budget");
  for (std::size_t i = 0; i < document_.at("strategies").size(); ++i) {
    const Json& told = document_.at("strategies").at(i);
    for (const auto& [name, by_year] : told.at("municipality_by_department").items()) {
      if (name == "justice_state") continue;
      const std::string department{label(Language::en, "department", name)};
      expect_row(municipality, rows_of(municipality, department)[i], 1, by_year);
      expect_row(budget, rows_of(budget, department)[i], 1,
                 told.at("cashable_by_department").at("in_budget").at(name));
    }
    const Json& net = told.at("net_result");
    expect_row(payers, rows_of(payers, "Region")[i], 1, net.at("by_payer").at("region"));
    expect_row(payers, rows_of(payers, "State")[i], 1, net.at("by_payer").at("state"));
    expect_row(payers, rows_of(payers, "Public total")[i], 1, net.at("public"));
    for (const auto& [type, by_year] : told.at("municipality_by_account_type").items()) {
      const std::string name{label(Language::en, "account_type", type)};
      expect_row(accounts, rows_of(accounts, name)[i], 1, by_year);
    }
    const Json& course = told.at("municipality_budget");
    const int npv = rows_of(municipality, "Net present value, municipality")[i];
    EXPECT_NEAR(municipality.at(npv, 1).value, course.at("net_present_value").get<double>(), 0.01);
    expect_row(municipality, rows_of(municipality, "cumulated")[i], 1, course.at("cumulated"));
    const Formula paid_back = municipality.at(rows_of(municipality, "Paid back in")[i], 1);
    if (course.at("paid_back_in").is_null()) {
      EXPECT_EQ(paid_back.said, "not in the years");
    } else {
      EXPECT_EQ(paid_back.value, course.at("paid_back_in").get<double>());
    }
  }
}

TEST_F(RunWorkbook, SaysTheCaveatWhereverItShowsANetResultInBothLanguages) {
  for (const Language language : {Language::en, Language::da}) {
    const Workbook book = run_sheets(document_, "r.h5", language);
    expect_in_language(book);
    const std::string caveat =
        document_.at("caveats")[0].at(language == Language::da ? "text_da" : "text");
    for (std::size_t sheet = 0; sheet < 12; ++sheet) {
      if (sheet == 1 || sheet == 9) continue;  // inputs, the programme's cost: no net result
      if (sheet <= 10) expect_caveat(book.sheets[sheet], caveat);
    }
    EXPECT_GT(formulas_in(sheet_of(book, book.sheets[2].name)), 50);
  }
}

/// What stands over a column on a further printed page is of the table that the page goes on with.
TEST_F(RunWorkbook, RepeatsAHeadingOverItsOwnTableAlone) {
  const Workbook book = run_sheets(document_, "r.h5", Language::en);
  int parted = 0;
  for (const Sheet& sheet : book.sheets) {
    if (sheet.repeated_rows == 0) continue;
    ++parted;
    for (const auto& [at, cell] : sheet.cells) {
      EXPECT_FALSE(cell.style.is_heading && at.first >= sheet.repeated_rows)
          << sheet.name << ", row " << at.first;
    }
  }
  EXPECT_EQ(parted, 2 * static_cast<int>(document_.at("strategies").size()));
}

TEST_F(RunWorkbook, ClosesPricesThatNeedANewRun) {
  Json& services = document_["prices"]["services"];
  services["foster_family"]["closed_by"] = "tiers";
  const Workbook book = run_sheets(document_, "r.h5", Language::en);
  const Sheet& inputs = sheet_of(book, "Change here");
  const Sheet& lines = sheet_of(book, "Units and prices 1");
  int open = 0;
  for (const auto& [name, price] : services.items()) {
    const std::string service{label(Language::en, "service", name)};
    const int row = rows_of(inputs, service).front();
    EXPECT_EQ(inputs.cells.at({row, 2}).style.is_input, name != "foster_family") << name;
    EXPECT_EQ(said_at(inputs, row, 7) != "", name == "foster_family") << name;
    open += inputs.cells.at({row, 2}).style.is_input;
    const int line = rows_of(lines, service).front();
    const bool is_reckoned = std::holds_alternative<Formula>(lines.cells.at({line, 5}).content);
    EXPECT_EQ(is_reckoned, name != "foster_family") << name;
  }
  EXPECT_EQ(open, 50);
}

/// A run cuts to whole øre for every family what is paid by the days that it was enrolled.
TEST_F(RunWorkbook, ClosesWhatARunCutsFamilyByFamily) {
  Json& levers = document_["strategies"][0]["programme_inputs"];
  for (const auto& [name, lever] : levers.items()) levers[name]["value"] = 5;
  const Workbook book = run_sheets(document_, "r.h5", Language::en);
  const Sheet& inputs = sheet_of(book, "Change here");
  const std::set<std::string> closed{"material", "meeting_hours", "meeting_hour_price",
                                     "joint_financing"};
  for (const auto& [name, lever] : levers.items()) {
    if (name == "caseload" || name == "duration_years") continue;
    const int row = rows_of(inputs, std::string{label(Language::en, "lever", name)}).front();
    EXPECT_EQ(inputs.cells.at({row, 2}).style.is_input, !closed.contains(name)) << name;
    const bool is_told = said_at(inputs, row, 7).starts_with("Needs a new run");
    EXPECT_EQ(is_told, closed.contains(name) && name != "joint_financing") << name;
  }
}

TEST_F(RunWorkbook, KeepsWhatIsNotToldOfOwnFamilies) {
  for (Json& strategy : document_["strategies"]) strategy["price_lines"] = nullptr;
  const Workbook book = run_sheets(document_, "r.h5", Language::en);
  const Sheet& municipality = sheet_of(book, "Municipality");
  const Json& told = document_.at("strategies").at(0).at("municipality_by_department");
  expect_row(municipality, rows_of(municipality, "Employment")[0], 1, told.at("employment"));
}

TEST_F(RunWorkbook, IsMadeOfARunWithoutAStrategyToo) {
  document_["strategies"] = Json::array();
  EXPECT_EQ(run_workbook(document_, "r.h5", Language::da).substr(0, 2), "PK");
}

TEST(Xlsx, IsTheSameFileOfTheSameWorkbook) {
  const InvestmentCase investment = test::published_case();
  const Json document = case_document(investment, appraise(investment));
  const std::string bytes = case_workbook(document, "a & b.toml", Language::da);
  EXPECT_EQ(bytes.substr(0, 2), "PK");
  EXPECT_GT(bytes.size(), 10'000U);
  EXPECT_EQ(case_workbook(document, "a & b.toml", Language::da), bytes);
}

}  // namespace
}  // namespace samspil
