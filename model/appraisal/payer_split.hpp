/// \file
/// What the payer rules do to a result: where benefit weeks stand on the refund ladder, which of
/// the municipality's accounts carry the saving, and how far average shares would have missed it.
#pragma once

#include <array>
#include <vector>

#include "model/appraisal/saving.hpp"
#include "model/costs/ladder.hpp"

namespace samspil {

/// Share of the year's benefit weeks on each step of the refund ladder; all nought without any.
using LadderShares = std::array<double, ladder_steps>;
LadderShares ladder_shares(const YearCounts& year, const Catalogue& catalogue) noexcept;

/// The municipality's net result by account type [øre, sums over runs]: type, then budget year.
/// Development and evaluation are left out, as in every net result.
using AccountTable = std::array<std::vector<Ore>, account_type_names.size()>;
AccountTable municipality_by_account_type(const Appraisal& appraisal, std::size_t arm);

/// Gross saving by payer over the horizon, as the rules give it and as the baseline's average
/// shares after refund would [øre, sums over runs]. The average method is the one of price lists:
/// each benefit, and each kind of expensive case together, has one share.
struct AverageShares {
  std::array<Ore, payer_count> by_rules{};
  std::array<Ore, payer_count> by_average{};

  /// What average shares would have promised too much.
  Ore excess(Payer payer) const noexcept {
    return by_average[index_of(payer)] - by_rules[index_of(payer)];
  }
};
AverageShares average_shares(const Appraisal& appraisal, const Catalogue& catalogue,
                             std::size_t arm);

}  // namespace samspil
