#include "model/simulation/run_accounts.hpp"

namespace samspil {

RunAccounts::RunAccounts(std::size_t runs, std::size_t arms, std::size_t years)
    : runs_{runs}, arms_{arms}, years_{years} {
  if (runs > 1 && bytes_of(runs, arms, years) <= most_bytes) accounts_.resize(runs * arms * years);
}

void RunAccounts::add(std::size_t run, std::size_t arm, const Ledger& ledger,
                      const ArmCounts& counts) noexcept {
  if (!are_kept()) return;
  YearAccount* years = accounts_.data() + (run * arms_ + arm) * years_;
  for (const LedgerCell& cell : ledger) {
    if (is_shown_apart(cell)) continue;
    YearAccount& year = years[cell.year - 1];
    auto& part = is_programme(cell) ? year.programme : year.consequences;
    part[index_of(cell.department)][index_of(cell.payer)] += cell.amount;
    if (cell.line < service_count && cell.payer == Payer::municipality) {
      year.municipality[cell.line] += cell.amount;
    }
  }
  for (std::size_t i = 0; i < years_; ++i) {
    for (std::size_t outcome = 0; outcome < outcome_count; ++outcome) {
      years[i].outcomes[outcome] += counts.years[i].outcomes[outcome];
    }
  }
}

}  // namespace samspil
