/// \file
/// What switching a mechanism off means: its numbers take the value at which they do nothing.
#pragma once

#include "model/inputs/scenario.hpp"

namespace samspil {

constexpr bool is_on(const Mechanisms& mechanisms, Mechanism which) noexcept {
  return mechanisms[index_of(which)];
}

/// The parameters as the mechanisms leave them. Lag, relapse, gating, discovery, substitution,
/// overlap removal and harm act in a strategy and are left out of its plan instead.
Parameters with_mechanisms(Parameters parameters, const Mechanisms& mechanisms);

}  // namespace samspil
