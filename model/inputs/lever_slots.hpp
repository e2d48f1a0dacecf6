/// \file
/// The levers of a strategy that are quantities: name, unit, admissible values, place. The only
/// list of them.
#pragma once

#include <array>
#include <string_view>

#include "model/inputs/limits.hpp"
#include "model/inputs/mechanisms.hpp"
#include "model/inputs/strategy.hpp"

namespace samspil {

struct LeverSlot {
  std::string_view name;
  std::string_view unit;
  Limits limits;
  Quantity Levers::*quantity;
  bool optional = false;  ///< Not even of a strategy that has staff.
};

inline constexpr Limits any_amount{0, 1e8};

/// The whole schema of [levers] beside role, authority and order.
inline constexpr std::array<LeverSlot, 41> lever_slots{{
    {"caseload", "families per caseworker", {0, 1000}, &Levers::caseload},
    {"wage", "kr. per caseworker-year", any_amount, &Levers::wage},
    {"supervision_share", "share of wage", any_share, &Levers::supervision_share},
    {"training_once", "kr. per family", any_amount, &Levers::training_once},
    {"material", "kr. per family-year", any_amount, &Levers::material},
    {"preparation_once", "kr. per family", any_amount, &Levers::preparation_once},
    {"meeting_hours", "hours per family-year", {0, 10000}, &Levers::meeting_hours},
    {"meeting_hour_price", "kr. per hour", {0, 100000}, &Levers::meeting_hour_price},
    {"development_once", "kr. per family", any_amount, &Levers::development_once},
    {"evaluation_per_family", "kr. per family", any_amount, &Levers::evaluation_per_family},
    {"intake_share", "share of families", any_share, &Levers::intake_share},
    {"consent_share", "share of families offered a place", any_share, &Levers::consent_share},
    {"capacity_per_site", "families per site", {0, 100000}, &Levers::capacity_per_site},
    {"duration_years", "years", {0, 100}, &Levers::duration_years},
    {"aftercare_years", "years", {0, 100}, &Levers::aftercare_years},
    {"exit_rate_closed", "1/year", {0, 100}, &Levers::exit_rate_closed},
    {"exit_rate_withdrawn", "1/year", {0, 100}, &Levers::exit_rate_withdrawn},
    {"ramp_months", "months", {0, 240}, &Levers::ramp_months},
    {"fade_rate", "1/year", {0, 100}, &Levers::fade_rate},
    {"harm_share", "share of families", any_share, &Levers::harm_share},
    {"hiring_lag_months", "months", {0, 120}, &Levers::hiring_lag_months},
    {"turnover_rate", "1/caseworker-year", {0, 100}, &Levers::turnover_rate},
    {"handover_share", "share of the relation", any_share, &Levers::handover_share},
    {"caseload_creep", "1/year", {0, 1}, &Levers::caseload_creep},
    {"hours_per_year", "hours per caseworker-year", {0, 8760}, &Levers::hours_per_year},
    {"present_caseload", "cases per caseworker", {0, 1000}, &Levers::present_caseload, true},
    {"minutes_per_case_week",
     "minutes per case and week",
     {0, 2400},
     &Levers::minutes_per_case_week,
     true},
    {"minute_hour_price", "kr. per hour", {0, 100000}, &Levers::minute_hour_price, true},
    {"fidelity_caseload", "families per caseworker", {0, 1000}, &Levers::fidelity_caseload, true},
    {"takes_over_child_casework", "share of hours", any_share, &Levers::takes_over_child_casework,
     true},
    {"takes_over_job_casework", "share of hours", any_share, &Levers::takes_over_job_casework,
     true},
    {"takes_over_adult_casework", "share of hours", any_share, &Levers::takes_over_adult_casework,
     true},
    {"joint_plan", "share of enrolled families", any_share, &Levers::joint_plan},
    {"follow_up_per_year", "follow-ups per year", {0, 365}, &Levers::follow_up_per_year},
    {"delegated_grants", "share of grants", any_share, &Levers::delegated_grants},
    {"civil_society", "share of enrolled families", any_share, &Levers::civil_society},
    {"joint_financing", "share of the operation", any_share, &Levers::joint_financing},
    {"spill_over", "share of the effect", any_share, &Levers::spill_over},
    {"wait_months", "months", {0, 120}, &Levers::wait_months},
    {"network_meeting", "share of enrolled families", any_share, &Levers::network_meeting, true},
    {"job_support", "share of enrolled families", any_share, &Levers::job_support, true},
}};

/// What the municipality decides: known to it, and held in draws unless the scenario draws it.
inline constexpr std::array decided_levers{
    &Levers::caseload,          &Levers::wage,
    &Levers::supervision_share, &Levers::training_once,
    &Levers::material,          &Levers::preparation_once,
    &Levers::meeting_hours,     &Levers::meeting_hour_price,
    &Levers::development_once,  &Levers::evaluation_per_family,
    &Levers::intake_share,      &Levers::capacity_per_site,
    &Levers::duration_years,    &Levers::aftercare_years,
    &Levers::hours_per_year,    &Levers::minutes_per_case_week,
    &Levers::minute_hour_price, &Levers::follow_up_per_year,
    &Levers::delegated_grants,  &Levers::joint_financing,
    &Levers::wait_months,       &Levers::network_meeting,
    &Levers::job_support,
};

/// A lever by which a mechanism acts, and the value at which it does nothing.
struct SwitchedLever {
  Mechanism mechanism{};
  Quantity Levers::*lever = nullptr;
  double without = 0;
};
inline constexpr std::array<SwitchedLever, 10> switched_levers{{
    {Mechanism::lag, &Levers::ramp_months},
    {Mechanism::relapse, &Levers::fade_rate},
    {Mechanism::harm, &Levers::harm_share},
    {Mechanism::caseload, &Levers::caseload_creep},
    {Mechanism::turnover, &Levers::turnover_rate},
    {Mechanism::turnover, &Levers::handover_share, 1},
    {Mechanism::capacity, &Levers::capacity_per_site},
    {Mechanism::spill_over, &Levers::spill_over},
    {Mechanism::order_of_measures, &Levers::wait_months},
    {Mechanism::silo_budgets, &Levers::joint_financing, 1},
}};

/// Whether a file states the lever; else it is 0.
constexpr bool is_stated(const Quantity& lever) noexcept { return lever.line > 0; }

constexpr bool is_decided(Quantity Levers::*lever) noexcept {
  for (const auto decided : decided_levers) {
    if (decided == lever) return true;
  }
  return false;
}

}  // namespace samspil
