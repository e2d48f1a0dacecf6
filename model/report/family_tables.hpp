/// \file
/// The tables of a family's account on a page, in whole kr.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/appraisal/family_comparison.hpp"
#include "model/pages/page.hpp"
#include "model/report/words.hpp"
#include "model/words/numbers.hpp"

namespace samspil {

class FamilyTables {
 public:
  FamilyTables(Page& page, Language language) : page_{page}, language_{language} {}

  std::string kroner(Ore ore) const { return number(as_kroner(ore), 0, language_); }
  std::string_view name_of(const FamilySpell& spell) const;

  /// A table with one column for each year and a total.
  Table by_year(const FamilyCase& family, std::string_view label) const;

  template <class Sums, class Amount>
  void row(Table& table, std::string_view label, const Sums& sums, Amount amount,
           std::size_t indent = 0) const {
    std::vector<std::string> cells;
    cells.reserve(sums.size());
    for (const auto& sum : sums) cells.push_back(kroner(amount(sum)));
    table.row(label, std::move(cells), indent);
  }

  /// The municipality's amounts by department.
  void departments(Table& table, const std::vector<AccountSums>& sums) const;
  /// Region and state, the sum with the municipality, and the citizens where they pay.
  void other_payers(Table& table, const std::vector<AccountSums>& sums) const;

  /// Gross and payers of each part that is not empty, and their total.
  void matrix(const std::string& heading, std::span<const std::string_view> names,
              std::span<const AccountSum> parts, const AccountSum& total) const;

  /// All lines, summed over years; a service under several rules once for each.
  void services(const FamilyAccount& account) const;
  /// The rules met, their law, and what they divide.
  void rules(const FamilyAccount& account) const;
  /// Weeks by step and year. False when there are none.
  bool ladder(const FamilyCase& family, const LadderAccount& ladder) const;

 private:
  std::string_view name_of(const FamilyLine& line) const;
  std::string word(Key which) const { return std::string{phrase(which, language_)}; }
  std::string owner_of(const FamilyLine& line) const;
  std::string units_text(int units, std::string_view unit) const;
  std::string rule_label(std::string_view rule) const;
  static std::vector<std::size_t> payers_of(const AccountSum& total);
  std::vector<std::string> amounts(const AccountSum& sum, const AccountSum& total) const;
  std::vector<std::string> amount_headings(const AccountSum& total) const;

  Page& page_;
  Language language_;
};

}  // namespace samspil
