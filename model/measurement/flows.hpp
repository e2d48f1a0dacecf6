/// \file
/// The yearly flows of a scenario's target group from the first year of the burn-in to the last
/// budget year, when no strategy acts. The years before the selection are those of the families
/// that were selected.
#pragma once

#include <vector>

#include "model/families/pool.hpp"
#include "model/measurement/flow_counts.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// A flow without a value in a year, as one that is relative to year 1, is not a number there.
struct FlowTable {
  int first_year = 0;                                 ///< Calendar year of years.front().
  int year_0 = 0;                                     ///< The year of selection.
  std::vector<std::array<double, flow_count>> years;  ///< In unit_of(flow).
  std::array<double, flow_count> compared{};          ///< What stands beside what is known.
  /// Monte Carlo variance of `compared`: of other families and other chance; between eighths of the
  /// families.
  std::array<double, flow_count> variance{};
  std::uint64_t families = 0, children = 0, parents = 0;  ///< Of the target group.
};

/// The last year of a flow that adds up, else the mean over the budget years.
constexpr bool is_of_last_year(Flow flow) noexcept {
  return flow == Flow::pension_rise || unit_of(flow) == "index";
}

/// A flow that nobody was exposed to, which is not a number, is not outside.
constexpr bool is_outside(double value, const Quantity& known) noexcept {
  return value < known.low || value > known.high;
}

/// `replicates` of the scenario are the times that the budget years are lived. Throws as
/// run_scenario().
FlowTable measure_flows(const Scenario& scenario, const Execution& execution,
                        const Progress& progress);

/// The same of a pool at hand, made of the scenario.
FlowTable measure_flows(const Scenario& scenario, const Pool& pool, const Execution& execution,
                        const Progress& progress);

/// Figures of counted years, the first of which is year `1 - burn_in_years`.
FlowTable flow_table(int year_0, const std::vector<FlowCounts>& years);

}  // namespace samspil
