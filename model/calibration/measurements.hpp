/// \file
/// What a simulated member shows, by name, and targets' measurement rules: sums, differences and
/// ratios of such figures.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/measurement/flows.hpp"
#include "model/measurement/study_result.hpp"

namespace samspil {

/// A figure and its Monte Carlo variance. Not a number where there is none.
struct Measured {
  double value = 0;
  double variance = 0;
};

/// By name: "flow.exit_all", "unweighted.child_placed", "weighted.child_notified",
/// "year_0.cost_per_child", "study.furesoe.share.treated.2013".
using Measurements = std::map<std::string, Measured, std::less<>>;

/// Of `compared` flows, each beside what is known.
void add_flows(const FlowTable& flows, Measurements& to);

/// Of the families of year 0: margins before and after they are weighted, costs, and how even the
/// weights are ("weights.effective_share").
void add_year_0(const Pool& pool, const PopulationSpec& spec, Measurements& to);

/// Means over cohorts, with the variance of the mean.
void add_study(std::string_view study, const StudyResult& result, Measurements& to);

/// "a + b - c / d + e": the sum before the sign of division by the sum after it, times nothing.
struct MeasurementRule {
  struct Term {
    double sign = 1;
    std::string figure;
  };
  std::vector<Term> above, below;  ///< Nothing below: not divided.

  /// The figure that `known` lacks first; empty where it has all.
  std::string unknown_in(const Measurements& known) const;
  /// Not a number where a figure is missing or the divisor is nought.
  Measured of(const Measurements& measured) const;
};

/// Nothing where the text is no rule: names of figures parted by " + ", " - ", and one " / ".
std::optional<MeasurementRule> parse_rule(std::string_view text);

}  // namespace samspil
