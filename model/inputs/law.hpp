/// \file
/// The law that a run holds through all its years, as far as it is numbers and switches. What the
/// rules do with them is in model/costs.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/core/money.hpp"

namespace samspil {

/// A part of a year's expense on an expensive single case, and what the state refunds of it.
struct ExpensiveCaseTier {
  Ore above = 0;    ///< The part lies above this expense, up to the next tier.
  int percent = 0;  ///< State refund of the part.
};
inline constexpr std::size_t expensive_case_tier_count = 3;
using ExpensiveCaseTiers = std::array<ExpensiveCaseTier, expensive_case_tier_count>;

/// Who takes up a strategy. If all municipalities do, the budget guarantee hands the state what
/// they save on the transfers that it covers.
enum class Rollout : std::uint8_t { local, national };
inline constexpr std::array<std::string_view, 2> rollout_names{"local", "national"};

/// Municipal co-financing of health (kommunal medfinansiering): frozen since 2019, so that a
/// contact costs the municipality nothing at the margin, or by the shares it was last calculated
/// with.
enum class HealthCofinancing : std::uint8_t { frozen, shares };
inline constexpr std::array<std::string_view, 2> health_cofinancing_names{"frozen", "shares"};

struct Law {
  int year = 2022;
  /// Serviceloven § 176, 2022 level.
  ExpensiveCaseTiers expensive_cases{{{86'000'000, 25}, {168'000'000, 50}, {212'000'000, 75}}};
  HealthCofinancing health = HealthCofinancing::frozen;
  Rollout rollout = Rollout::local;
};

}  // namespace samspil
