/// \file
/// What is kept of runs: their sums, each run priced by its own draw of the inputs, and every run's
/// saving and account. Memory grows by the last two alone.
#pragma once

#include <span>
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
  std::vector<SiteSpread> site_spreads;  ///< Arm, then cell.
  std::int64_t shared_sites = 0;         ///< Of two runs, summed over the pairs of a chunk.
  /// Of every run against what each arm is compared with, over the horizon [øre]: run, arm, budget.
  std::vector<BudgetCosts> savings;
  RunAccounts accounts;

  /// Nought, of a model's arms and years and so many runs, of which the first so many arms'
  /// accounts are kept. Keeps a reference to `catalogue`, of which the accounts are read, not the
  /// prices.
  RunSums(const FamilyModel& model, const Catalogue& catalogue, std::uint32_t runs,
          std::size_t accounted_arms);

  /// Adds the finished runs of a chunk, the first of them number `first_run` of the model.
  void add_chunk(std::uint32_t first_run, std::span<const FamilyModel::Tally> runs,
                 const FamilyModel& model);

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
    for (SiteSpread& spread : site_spreads) spread.visit_integers(visit);
    visit(shared_sites);
    for (BudgetCosts& budgets : savings) {
      for (Ore& saving : budgets) visit(saving);
    }
    accounts.visit_integers(visit);
  }

 private:
  void add(std::uint32_t run, const FamilyModel::Tally& counted, const FamilyModel& model);
  void add_pair(const FamilyModel::Tally& one, const FamilyModel::Tally& other, std::int64_t shared,
                std::uint64_t sites);

  const Catalogue* catalogue_;
  std::size_t accounted_arms_;
};

/// An arm's use and programme as ledger cells. Other departments carry the share `shared` of the
/// operation. Of `catalogue` the accounts are read, not the prices.
Ledger ledger_of(const ArmCounts& counts, double shared, const Catalogue& catalogue,
                 const PriceTable& prices);

}  // namespace samspil
