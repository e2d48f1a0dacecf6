#include "model/loading/checks.hpp"

#include <fmt/core.h>

#include <cmath>
#include <string>

#include "model/words/numbers.hpp"

namespace samspil {
namespace {

constexpr double share_rounding = 1e-9;

}  // namespace

std::optional<NumberFault> limits_fault(double value, Limits limits) {
  if (value >= limits.lower && value <= limits.upper) return std::nullopt;
  const bool open = std::isinf(limits.upper);
  return NumberFault{value < limits.lower ? Message{"fault.below", value, limits.lower}
                                          : Message{"fault.above", value, limits.upper},
                     open ? Message{"remedy.at_least", limits.lower}
                          : Message{"remedy.from_to", limits.lower, limits.upper}};
}

std::optional<NumberFault> length_fault(std::string_view text, std::size_t longest) {
  const std::size_t letters = display_width(text);
  if (letters <= longest) return std::nullopt;
  return NumberFault{{"fault.text_too_long", letters}, {"remedy.text_at_most", longest}};
}

std::optional<NumberFault> whole_fault(double value, std::string_view as_written) {
  if (value == std::floor(value)) return std::nullopt;
  return NumberFault{as_written.empty() ? Message{"fault.not_whole", value}
                                        : Message{"fault.not_whole", as_written},
                     {"remedy.either", fmt::format("{:.0f}", std::floor(value)),
                      fmt::format("{:.0f}", std::ceil(value))}};
}

std::optional<NumberFault> range_fault(double low, double value, double high) {
  if (low <= value && value <= high) return std::nullopt;
  return NumberFault{{"fault.outside_range", value, low, high}, {"remedy.low_value_high"}};
}

std::optional<NumberFault> unit_fault(std::string_view given, std::string_view expected) {
  if (given == expected) return std::nullopt;
  return NumberFault{{"fault.unit", given, expected}, {"remedy.unit"}};
}

std::optional<NumberFault> sum_fault(const std::vector<double>& shares) {
  double sum = 0;
  for (const double share : shares) sum += share;
  if (std::abs(sum - 1) <= share_rounding) return std::nullopt;
  return NumberFault{{"fault.sum", shares.size(), fmt::format("{:.6g}", sum)}, {"remedy.sum"}};
}

}  // namespace samspil
