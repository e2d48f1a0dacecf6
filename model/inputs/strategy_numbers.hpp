/// \file
/// The numbers of one strategy that state a grade: levers, core elements, effects.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "model/inputs/limits.hpp"
#include "model/inputs/strategy.hpp"

namespace samspil {

/// What a number of a scenario is.
enum class EntryKind : std::uint8_t {
  parameter,
  price,
  payer_rule,  // a share, or the most that the municipality pays
  rate,        // an amount of the law in some years
  index,       // of one year
  margin,
  evidence,  // of the rule that makes effects of what was observed
  lever,
  element,  // fidelity of a core element
  effect,   // hazard ratio
  months,   // how long a discovery acts
};

struct StrategyNumber {
  EntryKind kind{};
  std::string name;   ///< Within the strategy: "caseload", "job_entry.effort".
  Quantity quantity;  ///< Of an effect: its centre, 5th and 95th percentile.
  Limits limits;
  std::string member;     ///< What the sources call it: "Levers::caseload".
  std::size_t place = 0;  ///< Position among lever_slots, the elements or the effects.
  std::function<double&(Strategy&)> in;  ///< Where it stands in a strategy with the same numbers.
};

/// Every lever in the order of lever_slots, stated or not, then elements and effects as written.
std::vector<StrategyNumber> numbers_of(const Strategy& strategy);

/// How an effect is called: "strategy.hook.channel"; where another of that name stands before it
/// in the strategy, with its component and what it is confined to.
std::string effect_name(const Strategy& strategy, const Effect& effect);

}  // namespace samspil
