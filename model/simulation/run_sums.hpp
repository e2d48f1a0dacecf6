/// \file
/// What is kept of runs: their sums, each run priced by its own draw of the inputs, and every run's
/// saving and account. Memory grows by the last two alone.
#pragma once

#include <vector>

#include "model/costs/ledger.hpp"
#include "model/simulation/family_model.hpp"
#include "model/simulation/run_accounts.hpp"

namespace samspil {

/// Sums over runs, by arm.
struct RunSums {
  std::vector<ArmCounts> counts;
  std::vector<Ledger> ledgers;
  std::vector<std::array<PairedSpread, purse_count>> spreads;
  /// Over pairs of runs of one chunk: n Σ x y - Σ x Σ y over sites, x and y their savings [øre²].
  std::vector<std::array<Int128, purse_count>> kept;
  std::int64_t run_pairs = 0;
  /// Of every run against what each arm is compared with, over the horizon [øre]: run, arm, purse.
  std::vector<std::array<Ore, purse_count>> savings;
  RunAccounts accounts;

  /// Nought, of a model's arms and years and so many runs, of which accounts are kept or not. Keeps
  /// a reference to `catalogue`, of which the accounts are read, not the prices.
  RunSums(const FamilyModel& model, const Catalogue& catalogue, std::uint32_t runs,
          bool keeps_accounts);

  /// The runs that are added from now on belong to another chunk.
  void begin_chunk();

  /// Adds finished run number `run` of the model.
  void add(std::uint32_t run, const FamilyModel::Tally& counted, const FamilyModel& model);

  void visit_integers(auto&& visit) {
    for (ArmCounts& arm : counts) arm.visit_integers(visit);
    for (Ledger& ledger : ledgers) {
      for (LedgerCell& cell : ledger) {
        visit(cell.units);
        visit(cell.gross);
        visit(cell.amount);
      }
    }
    for (auto& purses : spreads) {
      for (PairedSpread& spread : purses) spread.visit_integers(visit);
    }
    for (auto& purses : kept) {
      for (Int128& covariance : purses) visit(covariance);
    }
    visit(run_pairs);
    for (auto& purses : savings) {
      for (Ore& saving : purses) visit(saving);
    }
    accounts.visit_integers(visit);
  }

 private:
  const Catalogue* catalogue_;
  std::int64_t chunk_runs_ = 0;
  std::vector<std::array<Ore, purse_count>>
      chunk_savings_;  ///< By arm; of the chunk's runs so far.
};

/// An arm's use and programme as ledger cells. Other departments carry the share `shared` of the
/// operation. Of `catalogue` the accounts are read, not the prices.
Ledger ledger_of(const ArmCounts& counts, double shared, const Catalogue& catalogue,
                 const PriceTable& prices);

}  // namespace samspil
