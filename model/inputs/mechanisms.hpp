/// \file
/// The mechanisms of the model, and what switching one off means: its numbers take the value at
/// which they do nothing. Which numbers they are is said once: of a parameter in its slot
/// (parameter_slots.cpp), of a lever in switched_levers, of an effect by its channel.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "model/core/names.hpp"

namespace samspil {

struct Levers;
struct Parameters;
enum class Channel : std::uint8_t;

/// Mechanisms that a scenario may switch on and off (design page, section 3).
enum class Mechanism : std::uint8_t {
  coupling,
  severity_drift,
  heavy_tail,
  lag,
  relapse,
  gating,
  discovery,
  substitution,
  overlap_removal,
  harm,
  wellbeing,  // latent scores (SDQ, WHO-5, functioning) act on hazards
  caseload,   // hours per family decide the fidelity; caseloads creep
  turnover,   // caseworkers leave, and the relation with them
  capacity,   // places are limited, and staff must be hired first
  spill_over,
  order_of_measures,
  silo_budgets,  // what hangs on joint financing acts only as far as it is joint
};
inline constexpr std::array<std::string_view, 17> mechanism_names{
    "coupling",        "severity_drift", "heavy_tail", "lag",
    "relapse",         "gating",         "discovery",  "substitution",
    "overlap_removal", "harm",           "wellbeing",  "caseload",
    "turnover",        "capacity",       "spill_over", "order_of_measures",
    "silo_budgets"};
inline constexpr std::size_t mechanism_count = mechanism_names.size();
using Mechanisms = std::array<bool, mechanism_count>;

/// All mechanisms but wellbeing, whose latent scores carry no measured or derived number.
constexpr Mechanisms default_mechanisms() noexcept {
  Mechanisms on{};
  on.fill(true);
  on[index_of(Mechanism::wellbeing)] = false;
  return on;
}

constexpr bool is_on(const Mechanisms& mechanisms, Mechanism which) noexcept {
  return mechanisms[index_of(which)];
}

/// Whether a mechanism acts without a strategy too, and so in the making of the population.
constexpr bool acts_without_strategy(Mechanism which) noexcept {
  return which == Mechanism::coupling || which == Mechanism::severity_drift ||
         which == Mechanism::heavy_tail || which == Mechanism::wellbeing;
}

/// The parameters as the mechanisms leave them: those of a mechanism that is off take the value
/// with which `Parameters` begin.
Parameters with_mechanisms(Parameters parameters, const Mechanisms& mechanisms);

/// The levers as the mechanisms leave them, for what a strategy does to lives.
Levers with_mechanisms(Levers levers, const Mechanisms& mechanisms);

/// The mechanism without which no effect of the channel acts, if there is one.
std::optional<Mechanism> switch_of(Channel channel) noexcept;

}  // namespace samspil
