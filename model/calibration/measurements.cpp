#include "model/calibration/measurements.hpp"

#include <cmath>
#include <limits>

#include "model/core/statistics.hpp"
#include "model/families/population_fit.hpp"

namespace samspil {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// A ratio of weighted sums over families, and its variance if other families were made.
Measured weighted_ratio(const Pool& pool, std::size_t indicator, bool is_weighted) {
  const auto weight = [&](std::size_t k) { return is_weighted ? pool.weights[k] : 1.0; };
  double numerator = 0, denominator = 0;
  for (std::size_t k = 0; k < pool.profiles.size(); ++k) {
    const SharePart& part = pool.profiles[k].parts[indicator];
    numerator += weight(k) * part.numerator;
    denominator += weight(k) * part.denominator;
  }
  if (denominator == 0) return {none, none};
  const double ratio = numerator / denominator;
  double squares = 0;
  for (std::size_t k = 0; k < pool.profiles.size(); ++k) {
    const SharePart& part = pool.profiles[k].parts[indicator];
    const double residual = weight(k) * (part.numerator - ratio * part.denominator) / denominator;
    squares += residual * residual;
  }
  return {ratio, squares};
}

Measured cost_per(const Pool& pool, Ore CostOfYear0::*cost, int FamilyProfile::*heads) {
  double sum = 0, count = 0;
  for (std::size_t k = 0; k < pool.families.size(); ++k) {
    sum += pool.weights[k] * static_cast<double>(pool.cost[k].*cost) / 100;
    count += pool.weights[k] * (pool.profiles[k].*heads);
  }
  if (count == 0) return {none, none};
  double squares = 0;
  for (std::size_t k = 0; k < pool.families.size(); ++k) {
    const double residual =
        pool.weights[k] *
        (static_cast<double>(pool.cost[k].*cost) / 100 - sum / count * (pool.profiles[k].*heads)) /
        count;
    squares += residual * residual;
  }
  return {sum / count, squares};
}

Measured effective_share(const Pool& pool) {
  return {effective_number(pool.weights) / static_cast<double>(pool.weights.size()), 0};
}

std::string_view trimmed(std::string_view text) noexcept {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Appends the terms of a sum; false where one of them has no name.
bool parse_sum(std::string_view text, std::vector<MeasurementRule::Term>& terms) {
  double sign = 1;
  while (true) {
    const std::size_t plus = text.find(" + "), minus = text.find(" - ");
    const std::size_t end = std::min(plus, minus);
    const std::string_view name = trimmed(text.substr(0, end));
    if (name.empty() || name.find(' ') != name.npos || name.find('.') == name.npos) return false;
    terms.push_back({sign, std::string{name}});
    if (end == text.npos) return true;
    sign = end == plus ? 1 : -1;
    text.remove_prefix(end + 3);
  }
}

Measured sum_of(const std::vector<MeasurementRule::Term>& terms, const Measurements& measured) {
  Measured sum;
  for (const auto& term : terms) {
    const auto found = measured.find(term.figure);
    if (found == measured.end()) return {none, none};
    sum.value += term.sign * found->second.value;
    sum.variance += found->second.variance;
  }
  return sum;
}

}  // namespace

void add_flows(const FlowTable& flows, Measurements& to) {
  for (std::size_t i = 0; i < flow_count; ++i) {
    to["flow." + std::string{flow_names[i]}] = {flows.compared[i], flows.variance[i]};
  }
}

void add_year_0(const Pool& pool, const PopulationSpec& spec, Measurements& to) {
  for (const Margin& margin : spec.margins) {
    const std::size_t indicator = indicator_of(margin);
    to["unweighted." + margin.name] = weighted_ratio(pool, indicator, false);
    to["weighted." + margin.name] = weighted_ratio(pool, indicator, true);
  }
  to["year_0.cost_per_child"] =
      cost_per(pool, &CostOfYear0::target_children, &FamilyProfile::target_children);
  to["year_0.cost_per_parent"] =
      cost_per(pool, &CostOfYear0::target_parents, &FamilyProfile::target_adults);
  to["weights.effective_share"] = effective_share(pool);
}

void add_study(std::string_view study, const StudyResult& result, Measurements& to) {
  for (const StudyFigure& figure : result.figures) {
    std::vector<double> cohorts;
    for (const double value : figure.cohorts) {
      if (std::isfinite(value)) cohorts.push_back(value);
    }
    Measured& measured = to["study." + std::string{study} + "." + figure.name];
    measured = {none, none};
    if (cohorts.size() < 2) continue;
    measured = {mean_of(cohorts), variance_of(cohorts) / static_cast<double>(cohorts.size())};
  }
}

std::string MeasurementRule::unknown_in(const Measurements& known) const {
  for (const auto* terms : {&above, &below}) {
    for (const Term& term : *terms) {
      if (known.find(term.figure) == known.end()) return term.figure;
    }
  }
  return {};
}

Measured MeasurementRule::of(const Measurements& measured) const {
  const Measured a = sum_of(above, measured);
  if (below.empty()) return a;
  const Measured b = sum_of(below, measured);
  if (b.value == 0 || !std::isfinite(b.value)) return {none, none};
  const double ratio = a.value / b.value;
  // As if the two were independent: an upper bound where they are parts of one whole.
  return {ratio, (a.variance + ratio * ratio * b.variance) / (b.value * b.value)};
}

std::optional<MeasurementRule> parse_rule(std::string_view text) {
  MeasurementRule rule;
  const std::size_t division = text.find(" / ");
  if (!parse_sum(trimmed(text.substr(0, division)), rule.above)) return std::nullopt;
  if (division == text.npos) return rule;
  if (!parse_sum(trimmed(text.substr(division + 3)), rule.below)) return std::nullopt;
  return rule;
}

}  // namespace samspil
