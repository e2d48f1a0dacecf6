#include "model/loading/checks.hpp"

#include <fmt/core.h>

#include <cmath>
#include <string>

namespace samspil {
namespace {

constexpr double share_rounding = 1e-9;

}  // namespace

std::optional<NumberFault> limits_fault(double value, Limits limits) {
  if (value >= limits.lower && value <= limits.upper) return std::nullopt;
  const bool open = std::isinf(limits.upper);
  return NumberFault{value < limits.lower ? fmt::format("{} is below {}", value, limits.lower)
                                          : fmt::format("{} is above {}", value, limits.upper),
                     open
                         ? fmt::format("write a number of at least {}", limits.lower)
                         : fmt::format("write a number from {} to {}", limits.lower, limits.upper)};
}

std::optional<NumberFault> whole_fault(double value) {
  if (value == std::floor(value)) return std::nullopt;
  return NumberFault{fmt::format("{} is not a whole number", value),
                     fmt::format("write {:.0f} or {:.0f}", std::floor(value), std::ceil(value))};
}

std::optional<NumberFault> range_fault(double low, double value, double high) {
  if (low <= value && value <= high) return std::nullopt;
  return NumberFault{fmt::format("{} lies outside its range {} to {}", value, low, high),
                     "write low <= value <= high"};
}

std::optional<NumberFault> unit_fault(std::string_view given, std::string_view expected) {
  if (given == expected) return std::nullopt;
  return NumberFault{fmt::format("unit '{}' given, '{}' expected", given, expected),
                     "convert the numbers and write the expected unit"};
}

std::optional<NumberFault> sum_fault(const std::vector<double>& shares) {
  double sum = 0;
  for (const double share : shares) sum += share;
  if (std::abs(sum - 1) <= share_rounding) return std::nullopt;
  return NumberFault{fmt::format("the {} shares sum to {:.6g}", shares.size(), sum),
                     "let them sum to 1"};
}

}  // namespace samspil
