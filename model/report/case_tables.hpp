/// \file
/// The tables of an investment case's screen.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/appraisal/investment_case.hpp"
#include "model/costs/discounting.hpp"
#include "model/pages/page.hpp"
#include "model/report/words.hpp"
#include "model/words/numbers.hpp"

namespace samspil {

std::string case_title(const InvestmentCase& plan, Language language);
std::string_view input_label(CaseInput input, Language language) noexcept;

class CaseTables {
 public:
  CaseTables(const InvestmentCase& plan, const CaseAppraisal& appraisal, Language language);

  Table net_by_year() const;
  Table verdict() const;
  Table uncertainty() const;
  Table sensitivity() const;
  Table committee() const;

  /// The purses to which no success rate pays the costs back, discounted; empty if there is none.
  std::string purses_beyond_all() const;

  const MoneyUnit& unit() const noexcept { return unit_; }

 private:
  struct Purse {
    std::string_view label;
    const CaseResult* result;
  };

  std::vector<std::string> purse_names() const;
  /// "now", the calendar years, and "total" where the rows have one.
  std::vector<std::string> years() const;
  std::vector<std::string> amounts(const Timeline& values, const MoneyUnit& unit,
                                   bool has_total) const;
  std::string text(double kroner) const { return money(kroner, unit_, language_); }
  void add_course(Table& table, const CaseResult& result) const;
  void add_lines(Table& table, Key label, const CaseCommittee::Lines& lines) const;

  const InvestmentCase& plan_;
  const CaseAppraisal& appraisal_;
  Language language_;
  MoneyUnit unit_;
  /// The public payers that have any amount, and their total where there are several.
  std::vector<Purse> purses_;
};

}  // namespace samspil
