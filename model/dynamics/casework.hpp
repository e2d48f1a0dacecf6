/// \file
/// The municipality's own casework: hours on open cases, and what of them a strategy takes over.
#pragma once

#include "model/dynamics/coordination.hpp"
#include "model/inputs/parameters.hpp"
#include "model/population/family.hpp"
#include "model/population/open_cases.hpp"
#include "model/population/services.hpp"

namespace samspil {

/// Hours [hundredths] on so many case-weeks. The hours of one week are rounded to a hundredth, so
/// that twice the weeks are twice the hours.
Hundredths casework_hours(Casework kind, int case_weeks, const CaseworkParameters& p) noexcept;

/// Takes from a family's year the hours that the strategy does in the caseworkers' place: its share
/// of the hours on cases that are open while the family is enrolled.
///   cases: in several arms, of which `arm` is the family's
template <std::size_t L>
void take_over_casework(const Family& family, const OpenCasesIn<L>& cases, std::size_t arm,
                        const CoordinationPlan& plan, const CaseworkParameters& p,
                        ServiceUse& use) noexcept;

}  // namespace samspil
