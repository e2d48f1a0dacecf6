/// \file
/// What can be reckoned with and may not be meant: told as a warning.
#pragma once

#include <optional>
#include <vector>

#include "model/inputs/catalogue.hpp"
#include "model/words/problem.hpp"

namespace samspil {

/// The least slip of unit makes seven of one: a week for a day. What municipalities pay for the
/// same differs by less than five.
inline constexpr double far_from_shipped = 5;

/// The warning at `place` of an own amount that is further than that from the shipped one, both in
/// `unit`; nothing where it is not, or where one of them is 0.
std::optional<Problem> far_warning(const Problem& place, double own, double shipped, Message unit);

/// Less than a single placement costs in a year: thousands of kroner are read as kroner [kr.].
inline constexpr double little_for_account = 100'000;

/// Those noted when own prices were read, and one for each whose level is of no year of its index,
/// so that it is not moved to the level of the run; none for a price at `level`, that of the run
/// where it is known.
std::vector<Problem> warnings_of_own_prices(const Catalogue& catalogue, std::optional<int> level);

}  // namespace samspil
