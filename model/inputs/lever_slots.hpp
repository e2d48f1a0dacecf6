/// \file
/// The levers of a strategy that are quantities: name, unit, admissible values, place. The only
/// list of them.
#pragma once

#include <array>
#include <string_view>

#include "model/inputs/limits.hpp"
#include "model/inputs/strategy.hpp"

namespace samspil {

struct LeverSlot {
  std::string_view name;
  std::string_view unit;
  Limits limits;
  Quantity Levers::*quantity;
};

inline constexpr Limits any_amount{0, 1e8};

/// The whole schema of [levers] beside role and authority.
inline constexpr std::array<LeverSlot, 21> lever_slots{{
    {"caseload", "families per caseworker", {0, 1000}, &Levers::caseload},
    {"wage", "kr. per caseworker-year", any_amount, &Levers::wage},
    {"supervision_share", "share of wage", any_share, &Levers::supervision_share},
    {"training_once", "kr. per family", any_amount, &Levers::training_once},
    {"material", "kr. per family-year", any_amount, &Levers::material},
    {"preparation_once", "kr. per site", any_amount, &Levers::preparation_once},
    {"meeting_hours", "hours per family-year", {0, 10000}, &Levers::meeting_hours},
    {"meeting_hour_price", "kr. per hour", {0, 100000}, &Levers::meeting_hour_price},
    {"development_once", "kr. per site", any_amount, &Levers::development_once},
    {"evaluation_per_family", "kr. per family", any_amount, &Levers::evaluation_per_family},
    {"intake_share", "share of families", any_share, &Levers::intake_share},
    {"consent_share", "share of families offered a place", any_share, &Levers::consent_share},
    {"capacity_per_site", "families per site", {0, 100000}, &Levers::capacity_per_site},
    {"duration_years", "years", {0, 100}, &Levers::duration_years},
    {"aftercare_years", "years", {0, 100}, &Levers::aftercare_years},
    {"exit_rate_closed", "1/year", {0, 100}, &Levers::exit_rate_closed},
    {"exit_rate_withdrawn", "1/year", {0, 100}, &Levers::exit_rate_withdrawn},
    {"fidelity", "1-6", {1, 6}, &Levers::fidelity},
    {"ramp_months", "months", {0, 240}, &Levers::ramp_months},
    {"fade_rate", "1/year", {0, 100}, &Levers::fade_rate},
    {"harm_share", "share of families", any_share, &Levers::harm_share},
}};

}  // namespace samspil
