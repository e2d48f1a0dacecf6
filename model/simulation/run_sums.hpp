/// \file
/// What is kept of runs: their sums, each run priced by its own draw of the inputs, and every run's
/// saving. Memory grows by the savings alone.
#pragma once

#include <vector>

#include "model/costs/ledger.hpp"
#include "model/simulation/family_model.hpp"

namespace samspil {

/// Sums over runs, by arm.
struct RunSums {
  std::vector<ArmCounts> counts;
  std::vector<Ledger> ledgers;
  std::vector<std::array<PairedSpread, purse_count>> spreads;
  /// Of every run against what each arm is compared with, over the horizon [øre]: run, arm, purse.
  std::vector<std::array<Ore, purse_count>> savings;

  explicit RunSums(std::size_t arms) : counts(arms), ledgers(arms), spreads(arms) {}

  /// Adds one finished run over `sites`.
  void add(const FamilyModel::Tally& run, const ModelInputs& inputs, const Catalogue& catalogue,
           std::uint64_t sites);
};

/// An arm's use and programme as ledger cells. Other departments carry the share `shared` of the
/// operation. Of `catalogue` the accounts are read, not the prices.
Ledger ledger_of(const ArmCounts& counts, double shared, const Catalogue& catalogue,
                 const PriceTable& prices);

}  // namespace samspil
