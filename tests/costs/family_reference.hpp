/// \file
/// The specification of a family's account: a slow loop over weeks that shares neither the ladder,
/// the split nor the refund with the model, only the catalogue's prices and departments.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "model/inputs/catalogue.hpp"
#include "model/inputs/family_case.hpp"

namespace samspil::test {

/// municipality, region, state, citizen, gross [øre].
using Amounts = std::array<Ore, 5>;

struct ReferenceYear {
  Amounts all{};
  std::map<Department, Amounts> departments;
  std::map<AccountType, Amounts> account_types;
  std::map<std::size_t, std::array<int, 4>> ladder_weeks;  ///< By member and step.
};

std::vector<ReferenceYear> reference_account(const FamilyCase& family, const Catalogue& catalogue);

}  // namespace samspil::test
