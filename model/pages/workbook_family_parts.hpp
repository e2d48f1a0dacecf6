/// \file
/// What the sheets of a family's calculator share.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "model/pages/workbook_parts.hpp"

namespace samspil {

/// The lines of one account, and what sums of them are made of.
struct AccountLines {
  CellRange years, departments, account_types, services;
  std::vector<CellRange> paid;  ///< By payer.
  CellRange gross;
};

/// What all sheets share.
struct FamilyBook {
  View view;
  int first_year = 0, years = 0;
  std::vector<Formula> rates{};
  std::vector<double> steps{};
  Formula timing{};
  AccountLines ours{}, theirs{};
  std::string ours_called{}, theirs_called{};
};

/// Every line of every year of one account, `years` of {year, services}.
AccountLines add_family_lines(Sheet& sheet, const FamilyBook& book, const std::string& called,
                              const std::vector<const Json*>& years);

}  // namespace samspil
