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
  strategy,    // the arms of those strategies whose number it is
  population,  // only the making of the starting families
};

/// How an input lies in its range.
enum class Shape : std::uint8_t {
  pert,   // between low and high, the value the most likely
  ratio,  // log-normal to either side of the value; low and high are 5th and 95th percentile
};

struct UncertainInput {
  /// Of a strategy: "id.name", by the strategy that states it. An inherited number is its base's,
  /// however many strategies stand on that base.
  std::string name;
  std::string drawn_as;  ///< Name that its draws are keyed by.
  double value = 0;
  double low = 0;
  double high = 0;
  Grade grade = Grade::assumed;
  Reach reach = Reach::families;
  /// Positions in Scenario::strategies whose net result it moves, where reach is strategy: of
  /// present practice all.
  std::vector<std::size_t> strategies{};
  /// Writes another value into a scenario of the same inputs; the others stay as they are, but for
  /// the shares of a whole, which make room in proportion.
  std::function<void(Scenario&, double)> set;
  /// Position in parameter_slots(), of a parameter that is no share of a whole.
  std::optional<std::size_t> slot{};

  Shape shape = Shape::pert;
  CommonFactor factor = CommonFactor::none;  ///< What it shares with others in every draw.
  std::string shared_by{};                   ///< Of effects: the strategy whose factor it is.
  int direction = 1;                         ///< Whether the factor moves it up (1) or down (-1).
  bool decided = false;                      ///< A lever that the municipality decides.

  bool can_move() const noexcept { return low < high; }
};

/// In the order of the files: parameters, prices, margins, then strategy by strategy, present
/// practice last. A number that several strategies share is one input. Where two files of the same
/// id state it differently, the later ones have a number behind their name and the same draws.
/// Payer rules and mechanisms have no range and are not here.
std::vector<UncertainInput> uncertain_inputs(const Scenario& scenario);

/// Parameters whose names begin alike and that share one whole between them.
inline constexpr std::array<std::string_view, 5> parameter_wholes{
    "initial_children_", "initial_status_women_", "initial_status_men_", "initial_place_",
    "initial_agency_"};

/// The whole that a parameter is a share of, by the beginning of its members' names.
std::optional<std::string_view> whole_of(std::string_view parameter) noexcept;

/// How an effect is called: "strategy.hook.channel"; where another of that name stands before it
/// in the strategy, with its component.
std::string effect_name(const Strategy& strategy, const Effect& effect);

/// The same by the strategy that states it.
std::string stated_effect_name(const Strategy& strategy, const Effect& effect);

}  // namespace samspil
