/// \file
/// An uncertain number of an input: a distribution by name and its two parameters. Draws nothing.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace samspil {

enum class DistributionKind : std::uint8_t { beta, lognormal, normal, uniform, gamma };
inline constexpr std::array<std::string_view, 5> distribution_names{"beta", "lognormal", "normal",
                                                                    "uniform", "gamma"};

struct Distribution {
  DistributionKind kind = DistributionKind::uniform;
  /// beta: a, b; lognormal: mean and standard deviation of the logarithm; normal: mean and standard
  /// deviation; uniform: low and high; gamma: shape and scale.
  std::array<double, 2> parameters{};

  friend bool operator==(const Distribution&, const Distribution&) = default;
};

}  // namespace samspil
