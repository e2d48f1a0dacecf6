/// \file
/// Every person-year of a run, arm by arm: how somebody lived, what he or she used and who paid.
/// Families have the same numbers in all arms, so that arms pair row by row.
#pragma once

#include <cstdint>

#include "model/engine/run_plan.hpp"
#include "model/families/population_columns.hpp"
#include "model/simulation/ground.hpp"

namespace samspil {

/// About how many rows of people they are: by the families' mean size, who grow little.
std::uint64_t about_person_years(const Scenario& scenario, const Pool& pool);

/// Lives all families at the inputs' values in the baseline and in each strategy at its centre
/// (present practice too, where there is one), and hands over their years, site by site. The rows
/// of the two groups, over the same arm and budget year, sum to what the arm's consequences cost in
/// whole øre, but for the budget guarantee, which is of no family.
void make_person_years(const Scenario& scenario, const Ground& ground, const TakeColumns& take,
                       const ShareDone& share_done);

}  // namespace samspil
