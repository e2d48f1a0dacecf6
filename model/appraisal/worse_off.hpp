/// \file
/// Which families a strategy sets back: those who may expect less with it than without, told from
/// those who only had bad luck.
#pragma once

#include <array>
#include <optional>

#include "model/simulation/family_replicates.hpp"

namespace samspil {

/// A family is worse off when over all years it may expect so many good days fewer with the
/// strategy.
inline constexpr double worse_off_days = 28;
/// Of replicates in which a family was enrolled; families with fewer are not judged.
inline constexpr std::int64_t fewest_replicates = 32;
/// Student's t of 31 degrees of freedom that 5 % exceed; of more it is smaller.
inline constexpr double worse_off_errors = 1.696;

/// Of some families.
struct WorseOffShare {
  std::size_t families = 0;  ///< That were judged.
  double mean = 0;           ///< Expected good days more, mean over families.
  /// Of the families, freed of luck: their means m have the variance T, of which L is the luck of
  /// finite replicates; the share of M + sqrt(1 - L / T) (m - M) below -28 days, M their mean.
  double share = 0;
  /// Whose own mean lies below -28 days by 1.696 of its standard errors: of families that lose just
  /// 28 days 5 % are told so by mistake, of those that lose nothing fewer. Who loses little more
  /// than that is not found: rather too few.
  double told_apart = 0;
  double better_told_apart = 0;  ///< The same of more than 28 days won.
};

struct WorseOff {
  std::optional<WorseOffShare> all;  ///< Nothing where no family was judged.
  std::array<std::optional<WorseOffShare>, family_group_count> groups;
};

/// Groups of fewer families than this are not told.
inline constexpr std::size_t fewest_families_of_group = 50;

/// Of one strategy, counted from 0, by one outcome.
WorseOff worse_off(const FamilyReplicates& again, std::size_t strategy, FamilyOutcome outcome);

}  // namespace samspil
