/// \file
/// The service catalogue: what a unit of each service costs, whose account it is, who pays.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/inputs/law.hpp"
#include "model/inputs/limits.hpp"
#include "model/inputs/quantity.hpp"
#include "model/population/services.hpp"

namespace samspil {

/// What decides the rule state of a service, and what happens after the year's postings. The rules
/// themselves are in model/costs.
enum class RuleKind : std::uint8_t {
  fixed,               // the same shares for every unit
  refund_ladder,       // statsrefusion, by step of the ladder
  cofinancing_ladder,  // medfinansiering of what a-kasse or Udbetaling Danmark pays, mirrored
  expensive_child,     // the municipality's, but refunded as an expensive case with the household
  expensive_adult,     // … with the person
  health,              // municipal co-financing of health, by age; frozen unless the scenario asks
  income_tax,          // what municipality and state get of it, by the kind of income
};
inline constexpr std::array<std::string_view, 7> rule_kind_names{
    "fixed",           "refund_ladder", "cofinancing_ladder", "expensive_child",
    "expensive_adult", "health",        "income_tax"};

constexpr bool is_ladder(RuleKind kind) noexcept {
  return kind == RuleKind::refund_ladder || kind == RuleKind::cofinancing_ladder;
}

/// The names of the rule states of a kind; one "-" where there is but one.
std::vector<std::string_view> rule_state_names(RuleKind kind);

using Shares = std::array<double, payer_count>;

/// The shares of gross in one rule state in some years; they sum to 1.
struct RuleShares {
  RuleState state = 0;
  Shares shares{};
  double municipality_most = 0;  ///< Most that the municipality pays per unit [kr.]; 0: no limit.
  int valid_from = 0;            ///< Year.
  int valid_to = 9999;
  std::string law;
  Grade grade = Grade::assumed;
  std::string source;
  int line = 0;
  double at_tax_rate = 0;  ///< Municipal income tax at which they are derived [%]; 0: not said.
};

/// One payer rule, dated.
struct PayerRule {
  std::string name;
  RuleKind kind = RuleKind::fixed;
  std::vector<RuleShares> rows;  ///< Every state of the kind; their years do not overlap.

  /// The row in force, else the last known before `year`, else the first known.
  const RuleShares& in_force(RuleState state, int year) const noexcept;
};

inline constexpr Limits any_price{0, 1e8};  ///< kr.
/// Municipal income tax; a share, as 0.25, is refused.
inline constexpr Limits any_municipal_tax{10, 50, NumberKind::percent};

struct CatalogueRow {
  Service service{};
  Department department{};
  std::string main_area;
  AccountType account_type{};
  std::string account_function;
  std::string law;
  Quantity price;  ///< Whole kr. per unit, >= 0; the unit is price.unit.
  int price_level = 2022;
  PriceIndex index = PriceIndex::none;
  std::size_t payer_rule = 0;  ///< Position in Catalogue::rules.
  double cashable_share = 1;
  int lag_months = 0;
  double match = 1;  ///< Times its price, so that the municipality's own accounts are met.
};

struct Catalogue {
  std::array<CatalogueRow, service_count> rows;
  std::vector<PayerRule> rules;
  RateTable rates;
  IndexTable indices;
  Law law;
  int price_level = 2022;  ///< That prices are moved to, as far as their indices are known.
  /// Municipal income tax of the municipality of the run [%]; nothing: the payer rules' own. Only
  /// where those say at which rate they are derived.
  std::optional<double> municipal_tax;
  std::string file;
  std::string text;
  std::string rules_file;
  std::string rules_text;
  OwnFiles own;  ///< Prices.
};

/// The service whose price a rate takes the place of; nothing for other rates.
constexpr std::optional<Service> priced_by(RateName name) noexcept {
  switch (name) {
    case RateName::cash_benefit_rate:
      return Service::cash_benefit;
    case RateName::education_benefit_rate:
      return Service::education_benefit;
    case RateName::integration_benefit_rate:
      return Service::integration_benefit;
    default:
      return std::nullopt;
  }
}

/// The rate of a price in the law of a year: the row in force or the last known before it; null
/// where the price list still holds.
const Rate* price_rate(const RateTable& rates, RateName name, int law_year) noexcept;

/// Puts rates in force in the law year in the place of prices that are written at the level of a
/// year before them. The user's own prices stay.
void take_price_rates(Catalogue& catalogue);

/// Fills the tiers and refunds of expensive cases from the rates in force in the law year, or the
/// nearest to it; thresholds at the price level of the run, by the last known values of their index
/// where it lacks a year.
///   every rate has a row
void fill_expensive_cases(Catalogue& catalogue) noexcept;

}  // namespace samspil
