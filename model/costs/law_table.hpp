/// \file
/// Which law year and price level each number of law and prices stands on: all by which two budgets
/// of the same families can differ that are made for different years.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/inputs/scenario.hpp"

namespace samspil {

enum class LawPart : std::uint8_t { price, rate, payer_rule, index, parameter };
inline constexpr std::array<std::string_view, 5> law_part_names{"price", "rate", "payer_rule",
                                                                "price_index", "parameter"};

/// Nothing where a part has no such year.
struct LawRow {
  LawPart part{};
  std::string name;
  std::optional<int> law_year{};       ///< The year of the law that it is of.
  std::optional<int> written_level{};  ///< Of its amount, as written.
  std::optional<int> level{};  ///< That the amount was moved to; of an index, its last year.
  PriceIndex index = PriceIndex::none;
  Grade grade{};
};

/// Prices, the rates and payer rules in force, the indices as far as the run needs them, and the
/// parameters that a law sets.
std::vector<LawRow> law_table(const Scenario& scenario);

}  // namespace samspil
