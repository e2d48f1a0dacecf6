#include "model/appraisal/value_of_information.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace samspil {
namespace {

/// What an option gives in a draw; option 0 is nothing.
double result_of(const OptionResults& options, std::size_t option, std::size_t draw) noexcept {
  return option == 0 ? 0 : options[option - 1][draw];
}

/// The first option of the highest result in a draw.
std::size_t best_option(const OptionResults& options, std::size_t draw) noexcept {
  std::size_t best = 0;
  for (std::size_t option = 1; option <= options.size(); ++option) {
    if (result_of(options, option, draw) > result_of(options, best, draw)) best = option;
  }
  return best;
}

std::size_t highest_mean(const OptionResults& options) noexcept {
  std::size_t best = 0;
  double highest = 0;
  for (std::size_t option = 1; option <= options.size(); ++option) {
    const double mean = mean_of(options[option - 1]);
    if (mean > highest) best = option, highest = mean;
  }
  return best;
}

std::vector<double> best_in_draws(const OptionResults& options, std::size_t draws) {
  std::vector<double> shares(options.size() + 1);
  for (std::size_t draw = 0; draw < draws; ++draw) {
    const double highest = result_of(options, best_option(options, draw), draw);
    std::vector<std::size_t> best;
    for (std::size_t option = 0; option <= options.size(); ++option) {
      if (result_of(options, option, draw) == highest) best.push_back(option);
    }
    for (const std::size_t option : best) shares[option] += 1.0 / static_cast<double>(best.size());
  }
  for (double& share : shares) share /= static_cast<double>(draws);
  return shares;
}

/// What is gained by choosing draw by draw as `choices` say: the option of the highest of them.
Estimate gain_of(const OptionResults& options, const OptionResults& choices, std::size_t held) {
  std::vector<double> gains(options.front().size());
  for (std::size_t draw = 0; draw < gains.size(); ++draw) {
    gains[draw] =
        result_of(options, best_option(choices, draw), draw) - result_of(options, held, draw);
  }
  return mean_estimate(gains);
}

std::vector<double> ranks(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
  std::vector<double> ranks(values.size());
  for (std::size_t first = 0; first < order.size();) {
    std::size_t behind = first;
    while (behind < order.size() && values[order[behind]] == values[order[first]]) ++behind;
    const double middle = static_cast<double>(first + behind - 1) / 2;
    for (; first < behind; ++first) ranks[order[first]] = middle;
  }
  return ranks;
}

}  // namespace

std::optional<DecisionValue> value_of_information(const OptionResults& options,
                                                  const std::vector<RidgeRegression>& groups) {
  if (options.empty() || options.front().size() < 2) return std::nullopt;
  DecisionValue decision;
  decision.highest_mean = highest_mean(options);
  decision.best_in_draws = best_in_draws(options, options.front().size());
  decision.perfect = gain_of(options, options, decision.highest_mean);
  for (const RidgeRegression& group : groups) {
    Estimate& own = decision.partial.emplace_back();
    if (!group.tells_anything()) continue;
    OptionResults predicted;
    for (const auto& option : options) predicted.push_back(group.left_out_predictions(option));
    own = gain_of(options, predicted, decision.highest_mean);
    own.value = std::max(own.value, 0.0);
  }
  return decision;
}

std::optional<Estimate> rank_correlation(std::span<const double> a, std::span<const double> b) {
  const std::size_t n = a.size();
  if (n < 3) return std::nullopt;
  const std::vector<double> x = ranks(a), y = ranks(b);
  const double middle = static_cast<double>(n - 1) / 2;
  double xx = 0, yy = 0, xy = 0;
  for (std::size_t i = 0; i < n; ++i) {
    xx += (x[i] - middle) * (x[i] - middle);
    yy += (y[i] - middle) * (y[i] - middle);
    xy += (x[i] - middle) * (y[i] - middle);
  }
  if (xx == 0 || yy == 0) return std::nullopt;
  const double r = std::clamp(xy / std::sqrt(xx * yy), -1.0, 1.0);
  return Estimate{r, std::sqrt((1 - r * r) / static_cast<double>(n - 2))};
}

}  // namespace samspil
