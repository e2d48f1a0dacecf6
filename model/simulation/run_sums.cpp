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
                 bool keeps_accounts)
    : counts{model.make_tally().arms},
      ledgers(counts.size()),
      spreads(counts.size()),
      kept(counts.size()),
      savings(std::size_t{runs} * counts.size()),
      accounts{keeps_accounts ? runs : 0, counts.size(), counts.front().years.size()},
      catalogue_{&catalogue},
      chunk_savings_(counts.size()) {
  for (std::size_t arm = 0; arm < counts.size(); ++arm) {
    ledgers[arm] = ledger_of(counts[arm], 0, catalogue, PriceTable{});
  }
}

void RunSums::begin_chunk() {
  chunk_runs_ = 0;
  chunk_savings_.assign(counts.size(), {});
}

void RunSums::add(std::uint32_t run, const FamilyModel::Tally& counted, const FamilyModel& model) {
  const ModelInputs& inputs = model.inputs_of({0, run});
  for (std::size_t arm = 0; arm < counts.size(); ++arm) {
    const ArmCounts& own = counted.arms[arm];
    counts[arm] += own;
    const Ledger ledger = ledger_of(own, inputs.shared[arm], *catalogue_, inputs.rules.prices);
    ledgers[arm] += ledger;
    accounts.add(run, arm, ledger, own);
    for (std::size_t purse = 0; purse < purse_count; ++purse) {
      spreads[arm][purse] += spread_of(own.moments[purse], model.sites());
      const Ore saving = static_cast<Ore>(own.moments[purse].saving);
      savings[run * counts.size() + arm][purse] = saving;
      Ore& before = chunk_savings_[arm][purse];
      kept[arm][purse] += static_cast<Int128>(model.sites()) * counted.kept[arm][purse] -
                          static_cast<Int128>(saving) * before;
      before += saving;
    }
  }
  run_pairs += chunk_runs_++;
}

}  // namespace samspil
