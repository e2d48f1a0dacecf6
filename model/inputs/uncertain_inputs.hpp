/// \file
/// Every input that has a range, as one list that can be moved: parameters, prices, levers, effects
/// and margins, each under the name by which it is explained.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/inputs/scenario.hpp"

namespace samspil {

/// What a moved input reaches.
enum class Reach : std::uint8_t {
  families,    // every arm, from year 1
  strategy,    // the arms of one strategy
  population,  // only the making of the starting families
};

struct UncertainInput {
  std::string name;
  double value = 0;
  double low = 0;
  double high = 0;
  Grade grade = Grade::assumed;
  Reach reach = Reach::families;
  std::size_t strategy = 0;  ///< Position in Scenario::strategies, where reach is strategy.
  /// Writes another value into a scenario of the same inputs; the others stay as they are, but for
  /// the shares of a whole, which make room in proportion.
  std::function<void(Scenario&, double)> set;
  /// Position in parameter_slots(), of a parameter that is no share of a whole.
  std::optional<std::size_t> slot{};

  bool can_move() const noexcept { return low < high; }
};

/// In the order of the files: parameters, prices, margins, then strategy by strategy. Payer rules
/// and mechanisms have no range and are not here.
std::vector<UncertainInput> uncertain_inputs(const Scenario& scenario);

/// Parameters whose names begin alike and that share one whole between them.
inline constexpr std::array<std::string_view, 5> parameter_wholes{
    "initial_children_", "initial_status_women_", "initial_status_men_", "initial_place_",
    "initial_agency_"};

/// The whole that a parameter is a share of, by the beginning of its members' names.
std::optional<std::string_view> whole_of(std::string_view parameter) noexcept;

/// How an effect is called: "strategy.hook.channel".
std::string effect_name(const Strategy& strategy, const Effect& effect);

}  // namespace samspil
