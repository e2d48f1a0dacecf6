/// \file
/// Counts of so few people that they would tell who they are, taken out of a document whose
/// families are real.
#pragma once

#include <string_view>

#include "model/core/json.hpp"
#include "model/inputs/fewest_told.hpp"

namespace samspil {

/// Whether a count of an outcome, a labour status or the like is of too few. Days and months are
/// those of so many people in all of a year. What staff do is told.
bool is_of_too_few(std::string_view name, double count) noexcept;

/// Makes null of a run's or a population's document every count of too few, and with it what would
/// tell it: the count beside it, their difference, and, of statuses that sum to a known number, the
/// next smallest where one alone would be missing. Use of single services is left out whole.
void suppress_small_counts(Json& document);

}  // namespace samspil
