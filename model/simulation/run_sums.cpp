#include "model/simulation/run_sums.hpp"

namespace samspil {
namespace {

/// The strategy's own share of operation that other departments carry; development and evaluation
/// are not shared.
std::array<Ore, programme_item_count> shared_of(const YearCounts& year, double share) {
  std::array<Ore, programme_item_count> shared{};
  for (std::size_t i = 0; i < programme_item_count; ++i) {
    if (!is_operation(static_cast<ProgrammeItem>(i))) continue;
    shared[i] = static_cast<Ore>(static_cast<double>(year.programme[i]) * share);
  }
  return shared;
}

}  // namespace

Ledger ledger_of(const ArmCounts& counts, double shared, const Catalogue& catalogue,
                 const PriceTable& prices) {
  Ledger ledger;
  int year = 0;
  for (const YearCounts& y : counts.years) {
    const auto parts = shared_of(y, shared);
    post_year(++year, {y.use, y.settlements, y.programme, parts}, catalogue, prices, ledger);
  }
  return ledger;
}

RunSums::RunSums(const FamilyModel& model, const Catalogue& catalogue, std::uint32_t runs,
                 std::size_t accounted_arms)
    : counts{model.make_tally().arms},
      ledgers(counts.size()),
      spreads(counts.size()),
      site_spreads(counts.size() * model.cells().count()),
      savings(std::size_t{runs} * counts.size()),
      accounts{accounted_arms > 0 ? runs : 0, accounted_arms, counts.front().years.size()},
      catalogue_{&catalogue},
      accounted_arms_{accounted_arms} {
  for (std::size_t arm = 0; arm < counts.size(); ++arm) {
    ledgers[arm] = ledger_of(counts[arm], 0, catalogue, PriceTable{});
  }
}

void RunSums::add_chunk(std::uint32_t first_run, std::span<const FamilyModel::Tally> runs,
                        const FamilyModel& model) {
  const Rotation rotation = model.rotation();
  for (std::uint32_t i = 0; i < runs.size(); ++i) {
    add(first_run + i, runs[i], model);
    const std::uint32_t draw = model.draw_of(first_run + i);
    for (std::uint32_t j = 0; j < i; ++j) {
      const std::uint64_t shared = rotation.shared(draw - model.draw_of(first_run + j));
      if (shared == 0) continue;
      add_pair(runs[i], runs[j], static_cast<std::int64_t>(shared), rotation.per_draw);
    }
  }
}

void RunSums::add_pair(const FamilyModel::Tally& one, const FamilyModel::Tally& other,
                       std::int64_t shared, std::uint64_t sites) {
  const auto n = static_cast<std::int64_t>(sites);
  shared_sites += shared;
  for (std::size_t i = 0; i < site_spreads.size(); ++i) {
    const Int128 product = one.savings[i].sum * other.savings[i].sum;
    site_spreads[i].kept -= shared == n ? product : product / n * shared;
  }
}

void RunSums::add(std::uint32_t run, const FamilyModel::Tally& counted, const FamilyModel& model) {
  const ModelInputs& inputs = model.inputs_of({0, run});
  const std::uint64_t sites = model.rotation().per_draw;
  for (std::size_t arm = 0; arm < counts.size(); ++arm) {
    const ArmCounts& own = counted.arms[arm];
    counts[arm] += own;
    const Ledger ledger = ledger_of(own, inputs.shared[arm], *catalogue_, inputs.rules.prices);
    ledgers[arm] += ledger;
    if (arm < accounted_arms_) accounts.add(run, arm, ledger, own);
    for (std::size_t purse = 0; purse < purse_count; ++purse) {
      spreads[arm][purse] += spread_of(own.moments[purse], sites);
    }
    const SavingCells cells = model.cells();
    for (std::size_t budget = 0; budget < budget_count; ++budget) {
      const SiteSaving& saved = counted.savings[arm * cells.count() + cells.in_all(budget)];
      savings[run * counts.size() + arm][budget] = static_cast<Ore>(saved.sum);
    }
  }
  for (std::size_t i = 0; i < site_spreads.size(); ++i) {
    const SiteSaving& saving = counted.savings[i];
    const auto n = static_cast<Int128>(sites);
    site_spreads[i].whole += n * saving.squared - saving.sum * saving.sum;
    site_spreads[i].kept += n * saving.kept;
  }
}

}  // namespace samspil
