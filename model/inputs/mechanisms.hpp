/// \file
/// What switching a mechanism off means: its numbers take the value at which they do nothing.
#pragma once

#include "model/inputs/scenario.hpp"

namespace samspil {

constexpr bool is_on(const Mechanisms& mechanisms, Mechanism which) noexcept {
  return mechanisms[index_of(which)];
}

/// Whether a mechanism acts without a strategy too, and so in the making of the population.
constexpr bool acts_without_strategy(Mechanism which) noexcept {
  return which == Mechanism::coupling || which == Mechanism::severity_drift ||
         which == Mechanism::heavy_tail || which == Mechanism::wellbeing;
}

/// The parameters as the mechanisms leave them. Those that act in a strategy alone are left out of
/// its plan instead.
Parameters with_mechanisms(Parameters parameters, const Mechanisms& mechanisms);

}  // namespace samspil
