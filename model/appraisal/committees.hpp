/// \file
/// The municipality's result under its own committees, and its simulated accounts beside its own.
#pragma once

#include <optional>
#include <vector>

#include "model/appraisal/report.hpp"

namespace samspil {

/// Net result of the municipality, centre effect, by committee as the scenario lists them, what
/// stands under none of them last, and year [øre, sums over runs]. Sums to the municipality's.
std::vector<std::vector<Ore>> by_committee(const Report& report, const Saving& saving);

/// One function of the accounts.
struct AccountFit {
  double own = 0;           ///< As given, moved to the price level of the run [kr.].
  bool is_moved = true;     ///< Whether the index knows the year; else `own` keeps its level.
  double simulated = 0;     ///< The municipality's, baseline, first budget year [kr.].
  bool is_outside = false;  ///< More than 20 % away.
  std::optional<double> matched_by{};  ///< What its prices were multiplied by to meet it.
};

/// In the order of the scenario.
std::vector<AccountFit> account_fits(const Report& report);

}  // namespace samspil
