/// \file
/// The law that a run holds through all its years, as far as it is numbers and switches. What the
/// rules do with them is in model/costs.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/money.hpp"
#include "model/inputs/indices.hpp"
#include "model/inputs/limits.hpp"

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

/// What a year without a value of the law, or of the index that moves it, leads to.
enum class UnknownLaw : std::uint8_t { refuse, last_known };
inline constexpr std::array<std::string_view, 2> unknown_law_names{"refuse", "last_known"};

/// A payer rule, a rate or an index that lacks the year asked for, and the year that it runs with.
struct LastKnown {
  std::string name;
  int year = 0;

  friend bool operator==(const LastKnown&, const LastKnown&) = default;
};

/// "a, b (2025), c (2026)": names and the year that they run with.
std::string list_of(const std::vector<LastKnown>& lacking);

struct Law {
  int year = 2022;
  ExpensiveCaseTiers expensive_cases{};  ///< At the price level of the run; nought without rates.
  HealthCofinancing health = HealthCofinancing::frozen;
  /// By year of an account whose thresholds are regulated year by year; empty: they are held.
  std::vector<ExpensiveCaseTiers> regulated;
  Rollout rollout = Rollout::local;
  UnknownLaw unknown = UnknownLaw::refuse;
  std::vector<LastKnown> last_known;  ///< Empty where everything is known.
};

/// Amounts of the law, dated, in scenarios/prices/rates.csv.
enum class RateName : std::uint8_t {
  expensive_case_tier_1,
  expensive_case_tier_2,
  expensive_case_tier_3,
  expensive_case_refund_1,
  expensive_case_refund_2,
  expensive_case_refund_3,
  cash_benefit_rate,
  education_benefit_rate,
  integration_benefit_rate,
};
inline constexpr std::array<std::string_view, 9> rate_names{
    "expensive_case_tier_1",   "expensive_case_tier_2",   "expensive_case_tier_3",
    "expensive_case_refund_1", "expensive_case_refund_2", "expensive_case_refund_3",
    "cash_benefit_rate",       "education_benefit_rate",  "integration_benefit_rate"};
inline constexpr std::size_t rate_count = rate_names.size();

/// Whether it is what a law pays in place of a price of the list, from its first year on. Before
/// that year it has no row.
constexpr bool is_price(RateName name) noexcept { return name >= RateName::cash_benefit_rate; }

constexpr bool is_percent(RateName name) noexcept {
  return name >= RateName::expensive_case_refund_1 && !is_price(name);
}

constexpr std::string_view unit_of(RateName name) noexcept {
  return is_percent(name) ? "%" : is_price(name) ? "kr. a week" : "kr. a year";
}

/// In its unit.
constexpr Limits limits_of(RateName name) noexcept {
  return is_percent(name) ? Limits{0, 100, NumberKind::percent} : Limits{0, 1e9};
}

struct Rate {
  RateName name{};
  Quantity amount;     ///< Whole kr., or %.
  int valid_from = 0;  ///< Year.
  int valid_to = 9999;
  int price_level = 2022;
  PriceIndex index = PriceIndex::none;
  std::string law;
};

struct RateTable {
  std::vector<Rate> rows;  ///< The years of one name do not overlap.
  std::string file;
  std::string text;
  OwnFiles own;
};

}  // namespace samspil
