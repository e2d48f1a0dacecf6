/// \file
/// Whose money: what a department or a payer pays for a programme, what it gains, what is left, and
/// what of it reaches a budget; and how a change in units came to kroner.
#pragma once

#include <array>
#include <vector>

#include "model/appraisal/cashable.hpp"
#include "model/appraisal/report.hpp"

namespace samspil {

/// Over all years [øre, sums over runs]. Positive means fewer expenditures.
struct Pocket {
  Ore pays = 0;   ///< For the programme: negative where it pays.
  Ore gains = 0;  ///< By less use of services.
  Ore net = 0;    ///< The sum of both.
  Ore net_without_tax = 0;
  Ore in_budget = 0, not_cashable = 0, after_horizon = 0;  ///< The net by CashableResult.
};

Pocket pocket_of(const Saving& saving, const CashableResult& cashable, const Part& part) noexcept;

/// From a change in units to kroner, with what municipality and state settle beside the services
/// [øre, sums over runs].
struct UnitsAndSettlements {
  std::vector<UnitsToKroner> services;
  std::array<Ore, settlement_count> settlements{};  ///< The municipality's gain.
  Ore gross = 0;                                    ///< In all.
  Ore municipality = 0;                             ///< In all, settlements with it.
};

UnitsAndSettlements units_and_settlements(const Report& report, std::size_t arm);

}  // namespace samspil
