/// \file
/// What makes two strategies differ: role, levers, core elements and effects, with both values and
/// grades.
#pragma once

#include <string>
#include <vector>

#include "model/inputs/strategy.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// One name with what each strategy says of it; empty where a strategy has no such thing.
struct StrategyDifference {
  enum class Kind : std::uint8_t { lever, element, effect };
  Kind kind{};
  std::string name;
  std::string left, right;
};

struct StrategyDifferences {
  std::vector<StrategyDifference> rows;  ///< Levers, then core elements, then effects.
  std::size_t same_levers = 0, same_elements = 0, same_effects = 0;
};

/// What acts and differs. Titles, ranges and sources make no difference; grades are told, and a
/// grade alone is one.
StrategyDifferences strategy_differences(const Strategy& left, const Strategy& right,
                                         Language language);

/// The page that `samspil explain LEFT RIGHT` prints.
std::string difference_text(const Strategy& left, const Strategy& right, Language language);

}  // namespace samspil
