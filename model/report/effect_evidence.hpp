/// \file
/// What an effect rests on, in words: what was observed, by which design, where.
#pragma once

#include <string>

#include "model/inputs/strategy.hpp"
#include "model/report/words.hpp"

namespace samspil {

/// "observed 0.68 by a quasi-experiment (England 2015-20), of which half the effort"; or that the
/// ratio is stated outright.
std::string observation_of(const Effect& effect, Language language);

}  // namespace samspil
