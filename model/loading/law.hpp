/// \file
/// What a scenario asks of law, prices and discounting, and whether the files know it.
#pragma once

#include "model/loading/toml.hpp"

namespace samspil {

/// Reads law_year, unknown_law, rollout, health_cofinancing and price_level.
void read_law(TomlFields& fields, Catalogue& catalogue);

/// Fills the law from rates and indices of `catalogue`, which are without fault. What lacks a value
/// is a fault, or runs with its last known value where the scenario says so.
void settle_law(TomlFields& fields, Catalogue& catalogue);

/// A number, or "fm" for the Finance Ministry's, which leaves `rate` empty.
void read_discount_rate(TomlFields& fields, std::optional<double>& rate, Need need);

}  // namespace samspil
