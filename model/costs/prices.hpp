/// \file
/// From a unit price to four whole-øre payer prices: split once, so that every posting is exact.
#pragma once

#include <array>

#include "model/core/money.hpp"
#include "model/inputs/catalogue.hpp"

namespace samspil {

/// Øre per hundredth of a unit, by payer; revenue is negative.
using PayerPrices = std::array<Ore, payer_count>;

/// What every service costs each payer. Σ payers = gross, exactly, for every service.
using PriceTable = std::array<PayerPrices, service_count>;

/// Splits one gross price [øre per hundredth of a unit = kr. per unit] by fixed shares that sum to
/// 1. Region, state and citizen are rounded to whole øre; the municipality takes what is left.
PayerPrices split_price(Ore gross, const PayerRule& rule) noexcept;

/// The whole catalogue, split. Revenue rows are negative expenditure.
PriceTable split_prices(const Catalogue& catalogue) noexcept;

/// Σ services use × price, by payer [øre].
PayerPrices cost_of(const ServiceUse& use, const PriceTable& prices) noexcept;

}  // namespace samspil
