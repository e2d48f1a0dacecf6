#include "model/render/scale.hpp"

#include <algorithm>
#include <cmath>

#include "model/words/numbers.hpp"

namespace samspil {
namespace {

/// The least of 1, 2, 5 times a power of ten that is no less.
double round_step(double least) {
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * power >= least * (1 - 1e-9)) return times * power;
  }
  return 10 * power;
}

}  // namespace

Scale::Scale(const std::vector<double>& values, int most) {
  double low = 0, high = 0;
  for (const double value : values) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  if (high - low <= 0) high = 1;
  step_ = round_step((high - low) / (most - 1));
  const auto first = static_cast<int>(std::floor(low / step_ + 1e-9));
  const auto last = static_cast<int>(std::ceil(high / step_ - 1e-9));
  for (int i = first; i <= last; ++i) ticks_.push_back(i * step_);
  low_ = ticks_.front();
  high_ = ticks_.back();
}

std::string Scale::label(double tick, double unit, Language language) const {
  const double step = step_ / unit;
  const int decimals = std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
  std::string text = signed_number(tick / unit, decimals, language);
  if (text.starts_with('-')) text.replace(0, 1, "−");
  return tick == 0 ? "0" : text;
}

void add_values(const Range& range, std::vector<double>& values) {
  for (const auto& value : {range.low, range.middle, range.high, range.no_effect}) {
    if (value) values.push_back(*value);
  }
}

}  // namespace samspil
