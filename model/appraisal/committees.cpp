#include "model/appraisal/committees.hpp"

#include <cmath>

namespace samspil {
namespace {

/// By how much simulated accounts may miss the own ones before it is said.
constexpr double most_astray = 0.2;

std::optional<Service> service_of(const LedgerCell& cell) noexcept {
  if (is_programme(cell) || is_settlement(cell)) return std::nullopt;
  return static_cast<Service>(cell.line);
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
    AccountFit fit;
    const auto moved = at_level(account.amount, catalogue.indices, PriceIndex::pl, account.year,
                                catalogue.price_level);
    fit.own = moved.value_or(account.amount);
    fit.is_moved = moved.has_value();
    Ore sum = 0;
    for (const LedgerCell& cell : report.appraisal.ledgers.front()) {
      const auto service = service_of(cell);
      const bool is_its = service && cell.year == 1 && cell.payer == Payer::municipality &&
                          catalogue.rows[cell.line].account_function == account.function;
      if (is_its) sum += cell.amount;
    }
    fit.simulated = report.appraisal.kroner(sum);
    fit.is_outside = std::abs(fit.simulated - fit.own) > most_astray * std::abs(fit.own);
    fits.push_back(fit);
  }
  return fits;
}

}  // namespace samspil
