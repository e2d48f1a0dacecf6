// Tables of a family's account and of a case: every total that is printed is a sum of their rows.
#include "model/storage/document_csv.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>

#include "model/appraisal/investment_case.hpp"
#include "model/io/csv.hpp"
#include "model/loading/load.hpp"
#include "model/result/case_document.hpp"
#include "model/result/family_document.hpp"
#include "model/storage/excel_csv.hpp"
#include "model/words/words.hpp"
#include "tests/support/family_cases.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

using Row = std::map<std::string, std::string>;
using Rows = std::vector<Row>;
using Which = std::function<bool(const Row&)>;

Rows rows_of(const WrittenTable& table) {
  CsvRows lines{table.text};
  const std::vector<std::string> names = lines.next();
  Rows rows;
  for (auto cells = lines.next(); !cells.empty(); cells = lines.next()) {
    EXPECT_EQ(cells.size(), names.size()) << table.text;
    Row& row = rows.emplace_back();
    for (std::size_t i = 0; i < cells.size(); ++i) row[names[i]] = cells[i];
  }
  return rows;
}

Which has(const std::string& column, const std::string& value) {
  return [=](const Row& row) { return row.at(column) == value; };
}
Which operator&&(const Which& one, const Which& other) {
  return [=](const Row& row) { return one(row) && other(row); };
}
const Which any = [](const Row& /*row*/) { return true; };
const Which is_public = [](const Row& row) { return row.at("payer") != "citizen"; };

double sum(const Rows& rows, const std::string& column, const Which& which) {
  double total = 0;
  for (const Row& row : rows) {
    if (which(row) && !row.at(column).empty()) total += std::stod(row.at(column));
  }
  return total;
}

void expect_whole_ore(const Rows& rows) {
  const std::regex whole{"-?[0-9]+\\.[0-9]{2}"};
  for (const Row& row : rows) {
    for (const auto& [column, cell] : row) {
      if (!column.ends_with("_kr") || cell.empty()) continue;
      EXPECT_TRUE(std::regex_match(cell, whole)) << column << ' ' << cell;
    }
  }
}

/// Every sum of an account, or of a comparison of two, over the rows that `which` takes.
void expect_sums(const Json& sums, const Rows& rows, const std::string& column,
                 const Which& which) {
  const auto expect = [&](const Json& printed, const Which& part) {
    EXPECT_NEAR(printed.get<double>(), sum(rows, column, which && part), 0.001);
  };
  expect(sums.at("gross"), any);
  expect(sums.at("public"), is_public);
  for (const auto& [payer, amount] : sums.at("payers").items()) expect(amount, has("payer", payer));
  for (const auto& [group, parts] : {std::pair{"department", sums.at("departments")},
                                     {"account_type", sums.at("account_types")}}) {
    for (const auto& [name, part] : parts.items()) {
      for (const auto& [payer, amount] : part.items()) {
        expect(amount, has(group, name) && (payer == "gross" ? any : has("payer", payer)));
      }
    }
  }
}

/// A family that has nearly everything, beside one with an effort.
class FamilyTables : public testing::Test {
 protected:
  LoadedFamily baseline_ = test::shipped_family("family_baseline");
  LoadedFamily strategy_ = test::shipped_family("family_strategy");
  AccountedFamily ours_{strategy_.family, strategy_.catalogue};
  AccountedFamily theirs_{baseline_.family, baseline_.catalogue};
  Json document_ = family_document(ours_, &theirs_);
  std::vector<WrittenTable> tables_ = family_tables(document_);
};

TEST_F(FamilyTables, SumToEveryTotalOfTheAccount) {
  const Rows rows = rows_of(tables_[0]);
  expect_whole_ore(rows);
  expect_sums(document_.at("total"), rows, "amount_kr", any);
  for (const Json& year : document_.at("years")) {
    expect_sums(year, rows, "amount_kr", has("year", year.at("year").dump()));
  }
  for (const Json& service : document_.at("services")) {
    if (service.at("kind") != "member" || service.at("unit") == "kr.") continue;
    const Which its = has("member", service.at("member")) && has("service", service.at("service"));
    EXPECT_EQ(service.at("units").get<double>(), sum(rows, "units", its));
    EXPECT_NEAR(service.at("gross").get<double>(), sum(rows, "amount_kr", its), 0.001);
  }
}

TEST_F(FamilyTables, SumToEveryTotalOfTheComparison) {
  const Rows rows = rows_of(tables_[1]);
  expect_whole_ore(rows);
  const Json& against = document_.at("against");
  expect_sums(against.at("total"), rows, "less_expenditure_kr", any);
  for (const Json& year : against.at("years")) {
    expect_sums(year, rows, "less_expenditure_kr", has("year", year.at("year").dump()));
  }
}

TEST_F(FamilyTables, HaveTheAccountFunctionOfEachService) {
  for (const Row& row : rows_of(tables_[0])) {
    const auto service = find_name<Service>(service_names, row.at("service"));
    std::string expected;
    if (service) expected = ours_.catalogue.rows[index_of(*service)].account_function;
    EXPECT_EQ(row.at("account_function"), expected == "-" ? "" : expected) << row.at("service");
  }
}

TEST_F(FamilyTables, OfOneFamilyAreOne) {
  EXPECT_EQ(family_tables(family_document(ours_, nullptr)).size(), 1U);
}

TEST_F(FamilyTables, HaveOneRowForAPayerOfALine) {
  std::map<std::string, int> rows;
  for (const Row& row : rows_of(tables_[0])) {
    ++rows[row.at("year") + row.at("member") + row.at("service") + row.at("payer") +
           row.at("rule") + row.at("rule_state") + row.at("unit")];
  }
  for (const auto& [line, count] : rows) EXPECT_EQ(count, 1) << line;
}

/// No cell keeps an English name that has a Danish one, and no number a point.
TEST_F(FamilyTables, AreDanishForExcel) {
  for (const WrittenTable& table : tables_) {
    const WrittenTable danish = in_danish_excel(table);
    EXPECT_EQ(danish.name, name_in_danish(table.name));
    const std::size_t end = danish.text.find("\r\n");
    for (const char* column : {"service", "payer", "account_type", "member", "rule", "amount_kr"}) {
      EXPECT_EQ(danish.text.substr(0, end).find(column), std::string::npos) << column;
    }
    for (const char* name : {"cash_benefit", "municipality", "child_measures", "weeks_1_4",
                             "expensive_children", "household", "programme"}) {
      EXPECT_EQ(danish.text.find(name, end), std::string::npos) << name;
    }
    EXPECT_FALSE(std::regex_search(danish.text, std::regex{";-?[0-9]+\\.[0-9]+[;\r]"}));
  }
}

class CaseTables : public testing::Test {
 protected:
  InvestmentCase investment_ =
      load_investment_case(test::shipped_scenarios() / "examples" / "case.toml");
};

/// Rounded row by row: as far off as half an øre a row.
void expect_total(const Json& printed, const Rows& rows, const std::string& column,
                  const Which& which) {
  EXPECT_NEAR(printed.get<double>(), sum(rows, column, which),
              0.0051 * static_cast<double>(rows.size()));
}

void expect_case_sums(const Json& document) {
  const Rows rows = rows_of(case_tables(document)[0]);
  expect_whole_ore(rows);
  const auto at = [](std::size_t i) { return has("position", std::to_string(i)); };
  const auto expect_purse = [&](const Json& result, const Which& purse) {
    for (std::size_t i = 0; i < result.at("yearly").size(); ++i) {
      expect_total(result.at("yearly")[i], rows, "less_expenditure_kr", purse && at(i));
      expect_total(result.at("yearly_discounted")[i], rows, "discounted_kr", purse && at(i));
    }
    expect_total(result.at("cumulated").back(), rows, "less_expenditure_kr", purse);
    expect_total(result.at("npv"), rows, "discounted_kr", purse);
  };
  for (const auto& [payer, result] : document.at("payers").items()) {
    expect_purse(result, has("payer", payer));
  }
  expect_purse(document.at("total"), is_public);
  const Which own = has("payer", "municipality");
  for (const auto& [name, which] : {std::pair{"implementation", has("one_off", "yes")},
                                    {"permanent", has("one_off", "no")},
                                    {"total", any}}) {
    for (const auto& [type, sum_of_type] :
         document.at("committee").at(name).at("all_years").items()) {
      const Which of_type = type == "total" ? any : has("account_type", type);
      expect_total(sum_of_type, rows, "less_expenditure_kr", own && which && of_type);
      const Json& by_year = document.at("committee").at(name).at(type);
      for (std::size_t i = 0; i < by_year.size(); ++i) {
        expect_total(by_year[i], rows, "less_expenditure_kr", own && which && of_type && at(i));
      }
    }
  }
}

TEST_F(CaseTables, SumToEveryTotalOfTheCase) {
  expect_case_sums(case_document(investment_, appraise(investment_)));
  investment_.participants = {3, 7.5, 11};
  investment_.success_rate = 1.0 / 3;
  expect_case_sums(case_document(investment_, appraise(investment_)));
}

TEST_F(CaseTables, HaveTheYearOfEachPositionAndNoneOfNow) {
  const Json document = case_document(investment_, appraise(investment_));
  for (const Row& row : rows_of(case_tables(document)[0])) {
    const int position = std::stoi(row.at("position"));
    EXPECT_EQ(row.at("year"),
              position == 0 ? "" : std::to_string(investment_.first_year + position - 1));
  }
}

TEST_F(CaseTables, HaveTheVerdictOfEachPurseThatIsMoved) {
  investment_.consequences[0].account.account_function = "5.57.73";
  const Json document = case_document(investment_, appraise(investment_));
  const std::vector<WrittenTable> tables = case_tables(document);
  EXPECT_NE(tables[0].text.find(",5.57.73,"), std::string::npos);
  const Rows rows = rows_of(tables[1]);
  EXPECT_EQ(rows.back().at("purse"), "public");
  for (const Row& row : rows) {
    const Json& result = row.at("purse") == "public" ? document.at("total")
                                                     : document.at("payers").at(row.at("purse"));
    EXPECT_NEAR(result.at("npv").get<double>(), std::stod(row.at("npv_kr")), 0.0051);
    EXPECT_EQ(result.at("payback_simple").is_null(), row.at("payback_years").empty());
  }
}

}  // namespace
}  // namespace samspil
