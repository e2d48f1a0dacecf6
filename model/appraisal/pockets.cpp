#include "model/appraisal/pockets.hpp"

namespace samspil {

Pocket pocket_of(const Saving& saving, const CashableResult& cashable, const Part& part) noexcept {
  Part without_tax = part;
  without_tax.with_tax = false;
  return {-total(saving.programme_cost, part), total(saving.gross_saving, part),
          total(saving.net_result, part),      total(saving.net_result, without_tax),
          total(cashable.net_result, part),    total(cashable.not_cashable, part),
          total(cashable.after_horizon, part)};
}

UnitsAndSettlements units_and_settlements(const Report& report, std::size_t arm) {
  UnitsAndSettlements all;
  all.services = units_to_kroner(report.appraisal.reference_of(arm), report.appraisal.ledgers[arm]);
  for (const UnitsToKroner& row : all.services) {
    all.gross += row.gross;
    all.municipality += row.by_payer[index_of(Payer::municipality)];
  }
  const ArmCounts& reference = reference_counts(report.result, arm);
  for (std::size_t i = 0; i < settlement_count; ++i) {
    for (std::size_t year = 0; year < reference.years.size(); ++year) {
      all.settlements[i] += report.result.counts[arm].years[year].settlements[i] -
                            reference.years[year].settlements[i];
    }
    all.municipality += all.settlements[i];
  }
  return all;
}

}  // namespace samspil
