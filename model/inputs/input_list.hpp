/// \file
/// Every number of a scenario that states a grade, once, under the name by which it is explained:
/// what it is, where it stands, what it reaches, and how it is moved. Draws, what-matters, grades
/// and explanations read this one list.
///
/// Settings (years, seed, families) are no numbers of it, nor what stands bare beside one in its
/// row (cashable share, weight of a core element).
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/inputs/scenario.hpp"
#include "model/inputs/strategy_numbers.hpp"

namespace samspil {

/// What a moved input reaches.
enum class Reach : std::uint8_t {
  families,    // every arm, from year 1
  strategy,    // the arms of those strategies whose number it is
  population,  // only the making of the starting families
  draws,       // how other inputs lie together in draws
  nothing,     // it is printed beside what the model shows
};

/// Whether an input moves what happens after year 0.
constexpr bool acts_in_years(Reach reach) noexcept {
  return reach == Reach::families || reach == Reach::strategy;
}

/// How an input lies in its range.
enum class Shape : std::uint8_t {
  pert,   // between low and high, the value the most likely
  ratio,  // log-normal to either side of the value; low and high are 5th and 95th percentile
};

struct Input {
  /// Of a strategy: "id.name", by the strategy that states it. An inherited number is its base's,
  /// however many strategies stand on that base.
  std::string name;
  EntryKind kind{};
  Quantity quantity;
  Limits limits;
  std::string file;       ///< Where its row stands, on line quantity.line; 0: no file states it.
  std::size_t place = 0;  ///< Of a parameter, price, rate, index or margin: position of its row.
  std::string member;     ///< What the sources call it: "LabourParameters::rate".
  Reach reach = Reach::families;
  /// Positions in Scenario::strategies whose net result it moves, where reach is strategy: of
  /// present practice all.
  std::vector<std::size_t> strategies{};
  std::size_t carriers = 1;   ///< Of a strategy's number: strategies of the scenario that have it.
  bool has_own_grade = true;  ///< Not behind the first number of a row that states one grade.
  /// Writes another value into a scenario of the same inputs, and anew what is made of it. The
  /// others stay as they are, but for the shares of a whole, which make room in proportion, and for
  /// the effects, which follow the rule of evidence.
  std::function<void(Scenario&, double)> set;

  // How it is drawn.
  std::string drawn_as;  ///< Name that its draws are keyed by.
  /// Position in parameter_slots(), of a parameter that is no share of a whole.
  std::optional<std::size_t> slot{};
  Shape shape = Shape::pert;
  CommonFactor factor = CommonFactor::none;  ///< What it shares with others in every draw.
  std::string shared_by{};                   ///< Of effects: the strategy whose factor it is.
  int direction = 1;                         ///< Whether the factor moves it up (1) or down (-1).
  bool decided = false;                      ///< A lever that the municipality decides.

  /// Whether it is uncertain. Law is known even where its amount was not found, and a rule is a
  /// rule.
  bool can_move() const noexcept {
    return quantity.low < quantity.high && kind != EntryKind::rate && kind != EntryKind::evidence;
  }
};

/// In the order of the files: parameters, prices, payer rules, rates, indices, margins, the rule of
/// evidence, then strategy by strategy, present practice last. A number that several strategies
/// share is one input. Where two files of the same id state it differently, the later ones have a
/// number behind their name and the same draws. One name may be of two kinds.
std::vector<Input> input_list(const Scenario& scenario);

/// Parameters whose names begin alike and that share one whole between them.
inline constexpr std::array<std::string_view, 5> parameter_wholes{
    "initial_children_", "initial_status_women_", "initial_status_men_", "initial_place_",
    "initial_agency_"};

/// The whole that a parameter is a share of, by the beginning of its members' names.
std::optional<std::string_view> whole_of(std::string_view parameter) noexcept;

}  // namespace samspil
