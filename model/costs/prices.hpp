/// \file
/// From a unit price to four whole-øre payer prices per rule state: split once, so that every
/// posting is exact.
#pragma once

#include <array>

#include "model/core/money.hpp"
#include "model/inputs/catalogue.hpp"

namespace samspil {

/// Øre per hundredth of a unit, by payer; revenue is negative.
using PayerPrices = std::array<Ore, payer_count>;

/// What every service costs each payer in each rule state. Σ payers = gross, exactly.
using PriceTable = std::array<std::array<PayerPrices, rule_state_count>, service_count>;

/// Splits one gross price by shares that sum to 1. Region, state and citizen are rounded to whole
/// øre; the municipality takes what is left.
PayerPrices split_price(Ore gross, const Shares& shares) noexcept;

/// The shares of a rule in the law of the year, health co-financing frozen or not. `price` [kr. per
/// unit] decides whether a limit on the municipality's part binds.
Shares shares_in_force(const PayerRule& rule, RuleState state, const Law& law, double price);

/// The whole catalogue at the price level of the run, split. Revenue rows are negative expenditure.
/// Of income tax the municipality has its part at its own rate, by which gross moves too.
PriceTable split_prices(const Catalogue& catalogue);

/// Adds what one service of a use costs, by payer [øre].
void add_cost_of(std::size_t service, const ServiceUse& use, const PriceTable& prices,
                 PayerPrices& cost) noexcept;

/// Σ services use × price, by payer [øre].
PayerPrices cost_of(const ServiceUse& use, const PriceTable& prices) noexcept;

}  // namespace samspil
