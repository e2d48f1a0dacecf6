/// \file
/// What of a result can be taken out of a budget, and when: the cashable share and the lag of each
/// price act on savings. And the caseworkers' hours that a strategy frees.
#pragma once

#include <array>
#include <vector>

#include "model/appraisal/saving.hpp"
#include "model/population/open_cases.hpp"

namespace samspil {

/// A net result in three parts, which sum to it by department and payer over all years [øre, sums
/// over runs].
struct CashableResult {
  MoneyTable net_result;     ///< As it meets the budget of each year.
  MoneyTable not_cashable;   ///< Freed hours and places that stay as they are, by year of saving.
  MoneyTable after_horizon;  ///< Cashable after the last year, by year of saving.
};

/// The rule, on every service, year and payer: what is saved can be taken out by the cashable share
/// of the service's price, and so many months later as its lag says, a year's saving being spread
/// evenly over its months. What is added is paid at once and in full; so is the programme. What is
/// settled between municipality and state has no price and falls as it does. Citizens have no
/// budget: theirs is left as it is.
CashableResult cashable_result(const Appraisal& appraisal, const Catalogue& catalogue,
                               std::size_t arm);

/// The share of a saving of `year` on a price's service that has been taken out of the budget by
/// the end of year `years`: the same rule, without rounding.
double share_in_budget(const CatalogueRow& row, int year, int years) noexcept;

/// One kind of caseworkers' hours that the strategy does without, by year; sums over runs.
struct FreedHours {
  std::vector<Hundredths> hours;  ///< Reference - strategy: positive = freed.
  std::vector<Ore> kroner;        ///< What they cost the municipality.
};

/// By Casework.
std::array<FreedHours, casework_count> freed_hours(const Appraisal& appraisal, std::size_t arm);

}  // namespace samspil
