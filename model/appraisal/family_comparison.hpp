/// \file
/// Two accounts of one family: what the first costs less than the other, for whom and when. Every
/// difference is cost of the other - cost of the family, so that positive = the family costs less.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "model/costs/discounting.hpp"
#include "model/costs/family_account.hpp"

namespace samspil {

inline constexpr std::size_t timing_count = timing_names.size();

/// How one purse's yearly differences add up.
struct PurseCourse {
  std::array<double, timing_count> npv{};  ///< By Timing [kr.].
  std::optional<double> payback;           ///< [years]; none where nothing moves or it never ends.
};

/// What a payer saves on a group of services, beside what prices after an average refund would have
/// told.
struct AverageShareError {
  struct Saving {
    Ore by_rules = 0;
    double by_average = 0;  ///< gross_saving × the other's average share [kr.].

    double missed_by() const noexcept { return by_average - as_kroner(by_rules); }
  };
  Ore gross_saving = 0;
  Saving municipality, state;
};

struct FamilyComparison {
  std::vector<AccountSums> years;  ///< Differences.
  AccountSums total;
  std::vector<Ore> cumulated;  ///< The municipality's.
  std::array<PurseCourse, payer_count> payers;
  PurseCourse all_public;
  /// Municipal service expenditure before the refund of expensive cases, which the service frame
  /// (servicerammen) counts.
  Ore service_frame_relief = 0;
  Ore treasury_relief = 0;   ///< The municipality's net, all accounts.
  Ore budget_guarantee = 0;  ///< What the state would take back if all municipalities did the same.
  /// What the municipality would appear to save on the children were each refunded alone.
  Ore children_alone = 0;
  AverageShareError children;
  AverageShareError ladder;
};

/// Both accounts have the same years.
FamilyComparison compare(const FamilyAccount& family, const FamilyAccount& other);

/// Simple payback of a yearly net, undiscounted: (y - 1) + |cumulated(y - 1)| / net(y) in the year
/// y from whose end the cumulated net is never negative again; 0 where it never is.
std::optional<double> payback_of(const std::vector<Ore>& net);

}  // namespace samspil
