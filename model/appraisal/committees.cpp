#include "model/appraisal/committees.hpp"

#include <cmath>

#include "model/costs/own_accounts.hpp"

namespace samspil {
namespace {

/// By how much simulated accounts may miss the own ones before it is said.
constexpr double most_astray = 0.2;

std::optional<Service> service_of(const LedgerCell& cell) noexcept {
  if (is_programme(cell) || is_settlement(cell)) return std::nullopt;
  return static_cast<Service>(cell.line);
}

/// That of every service under it.
double match_of(const std::string& function, const Catalogue& catalogue) noexcept {
  for (const CatalogueRow& row : catalogue.rows) {
    if (row.account_function == function) return row.match;
  }
  return 1;
}

}  // namespace

std::vector<std::vector<Ore>> by_committee(const Report& report, const Saving& saving) {
  const std::vector<Committee>& committees = report.scenario.own_order.committees;
  const auto years = static_cast<std::size_t>(report.appraisal.years);
  std::vector<std::vector<Ore>> table(committees.size() + 1, std::vector<Ore>(years));
  const auto add = [&](const Ledger& ledger, int sign) {
    for (const LedgerCell& cell : ledger) {
      if (cell.payer != Payer::municipality || !is_in_net_result(cell)) continue;
      const auto committee = committee_of(committees, service_of(cell), cell.department);
      table[committee.value_or(committees.size())][static_cast<std::size_t>(cell.year) - 1] +=
          sign * cell.amount;
    }
  };
  add(report.appraisal.reference_of(saving.arm), 1);
  add(report.appraisal.ledgers[saving.arm], -1);
  return table;
}

std::vector<AccountFit> account_fits(const Report& report) {
  const Catalogue& catalogue = report.scenario.catalogue;
  std::vector<AccountFit> fits;
  for (const OwnAccount& account : report.scenario.own_order.accounts) {
    const AccountAtLevel own = at_level_of_run(account, catalogue);
    AccountFit fit;
    fit.own = own.kroner;
    fit.is_moved = own.is_moved;
    fit.simulated = report.appraisal.kroner(
        paid_under(account.function, report.appraisal.ledgers.front(), catalogue));
    fit.is_outside = std::abs(fit.simulated - fit.own) > most_astray * std::abs(fit.own);
    if (report.scenario.own_order.match) fit.matched_by = match_of(account.function, catalogue);
    fits.push_back(fit);
  }
  return fits;
}

}  // namespace samspil
