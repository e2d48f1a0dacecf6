#include "model/appraisal/case_uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "model/core/random.hpp"
#include "model/core/statistics.hpp"
#include "model/inputs/quantile.hpp"

namespace samspil {
namespace {

using Values = std::array<double, case_input_count>;

double net(const CaseSums& purse, const Values& inputs) noexcept {
  return purse.net(inputs[index_of(CaseInput::success_rate)],
                   inputs[index_of(CaseInput::price_factor)],
                   inputs[index_of(CaseInput::cost_factor)]);
}

double uniform_of(std::uint32_t seed, std::uint32_t draw, CaseInput input) noexcept {
  return uniform(keyed_block({seed, draw}, Identity{index_of(input)}, 0, BlockNumber{0})[0]);
}

/// Whether some of the distribution lies outside what the input can be.
bool needs_cut(CaseInput input, const Distribution& distribution) noexcept {
  if (input != CaseInput::success_rate || distribution.kind == DistributionKind::beta) return false;
  return distribution.kind != DistributionKind::uniform || distribution.parameters[0] < 0 ||
         distribution.parameters[1] > 1;
}

double admissible_mean(CaseInput input, const Distribution& distribution) {
  return needs_cut(input, distribution) ? mean_within(distribution, 0, 1) : mean(distribution);
}

double admissible_quantile(CaseInput input, const Distribution& distribution, double u) {
  const double value = quantile(distribution, u);
  return input == CaseInput::success_rate ? std::clamp(value, 0.0, 1.0) : value;
}

/// The standard deviation of draws. Error: that of their variance, by its fourth central moment.
Estimate deviation_estimate(std::span<const double> draws) noexcept {
  const auto n = static_cast<double>(draws.size());
  const double mean = mean_of(draws);
  const double variance = variance_of(draws);
  double fourth = 0;
  for (const double x : draws) {
    const double square = (x - mean) * (x - mean);
    fourth += square * square / n;
  }
  const double sd = std::sqrt(variance);
  const double of_variance = std::max(fourth - variance * variance, 0.0) / n;
  return {sd, sd > 0 ? std::sqrt(of_variance) / (2 * sd) : 0};
}

/// Error: half the distance between the draws one standard deviation of the rank below and above,
/// whatever the distribution.
Estimate percentile_estimate(std::span<const double> sorted, double p) noexcept {
  const double spread = std::sqrt(p * (1 - p) / static_cast<double>(sorted.size()));
  const double above = percentile(sorted, p + spread);
  return {percentile(sorted, p), (above - percentile(sorted, p - spread)) / 2};
}

/// E max(NB, 0) - max(E NB, 0): the worth of knowing NB before choosing.
Estimate worth_of_knowing(std::vector<double> net_benefit) noexcept {
  const bool is_done = mean_of(net_benefit) > 0;
  for (double& x : net_benefit) x = std::max(x, 0.0) - (is_done ? x : 0.0);
  return mean_estimate(net_benefit);
}

}  // namespace

CaseDraws draw_inputs(const InvestmentCase& investment) {
  CaseDraws draws;
  draws.means = {investment.success_rate, 1, 1};
  for (std::size_t i = 0; i < case_input_count; ++i) {
    const auto input = static_cast<CaseInput>(i);
    const auto& distribution = investment.uncertainty[i];
    if (distribution) draws.means[i] = admissible_mean(input, *distribution);
    draws.values[i].assign(investment.draws, draws.means[i]);
    if (!distribution) continue;
    for (std::uint32_t d = 0; d < investment.draws; ++d) {
      double& value = draws.values[i][d];
      value = quantile(*distribution, uniform_of(investment.seed, d, input));
      if (input != CaseInput::success_rate || (value >= 0 && value <= 1)) continue;
      value = std::clamp(value, 0.0, 1.0);
      ++draws.cut_off;
    }
  }
  return draws;
}

CaseUncertainty uncertainty_of(const InvestmentCase& investment, const CaseDraws& draws,
                               const CaseSums& purse) {
  const std::size_t n = investment.draws;
  std::vector<double> net_benefit(n);
  std::size_t savings = 0;
  for (std::size_t d = 0; d < n; ++d) {
    net_benefit[d] = net(purse, {draws.values[0][d], draws.values[1][d], draws.values[2][d]});
    if (net_benefit[d] > 0) ++savings;
  }
  CaseUncertainty result;
  result.mean = mean_estimate(net_benefit);
  result.standard_deviation = deviation_estimate(net_benefit);
  const double share = static_cast<double>(savings) / static_cast<double>(n);
  result.probability_of_saving = {share, std::sqrt(share * (1 - share) / static_cast<double>(n))};
  result.evpi = worth_of_knowing(net_benefit);
  for (std::size_t i = 0; i < case_input_count; ++i) {
    if (!investment.uncertainty[i]) continue;
    // NB is linear in every input and the inputs are independent: given one of them, its mean is
    // NB at the means of the others.
    std::vector<double> given(n);
    Values inputs = draws.means;
    for (std::size_t d = 0; d < n; ++d) {
      inputs[i] = draws.values[i][d];
      given[d] = net(purse, inputs);
    }
    const Estimate worth = worth_of_knowing(std::move(given));
    // One input is worth no more than all of them; few draws may say otherwise.
    result.evppi[i] = worth.value > result.evpi.value ? result.evpi : worth;
  }
  std::sort(net_benefit.begin(), net_benefit.end());
  result.p5 = percentile_estimate(net_benefit, 0.05);
  result.p50 = percentile_estimate(net_benefit, 0.5);
  result.p95 = percentile_estimate(net_benefit, 0.95);
  return result;
}

std::vector<CaseSensitivity> sensitivity_of(const InvestmentCase& investment,
                                            const CaseDraws& draws, const CaseSums& purse) {
  std::vector<CaseSensitivity> rows;
  for (std::size_t i = 0; i < case_input_count; ++i) {
    if (!investment.uncertainty[i]) continue;
    CaseSensitivity row;
    row.input = static_cast<CaseInput>(i);
    row.low = admissible_quantile(row.input, *investment.uncertainty[i], 0.05);
    row.high = admissible_quantile(row.input, *investment.uncertainty[i], 0.95);
    Values inputs = draws.means;
    inputs[i] = row.low;
    row.npv_low = net(purse, inputs);
    inputs[i] = row.high;
    row.npv_high = net(purse, inputs);
    rows.push_back(row);
  }
  return rows;
}

}  // namespace samspil
