/// \file
/// What an effect of a strategy is and rests on.
#pragma once

#include "model/core/json.hpp"
#include "model/inputs/strategy.hpp"

namespace samspil {

/// Targets go by the services that they are posted as; none = all that the hook acts on. `observed`
/// is null where the ratio is stated outright.
Json effect_document(const Effect& effect);

/// What the strategy's own report saw change.
Json observed_document(const ObservedChange& seen);

}  // namespace samspil
