#include "model/appraisal/cashable_draws.hpp"

#include "model/appraisal/cashable.hpp"
#include "model/core/statistics.hpp"

namespace samspil {
namespace {

constexpr std::size_t own = index_of(Payer::municipality);

/// By year and service: the share of a saving that reaches no budget of these years.
std::vector<std::array<double, service_count>> held_back(const Report& report, std::size_t arm) {
  const Appraisal& appraisal = report.appraisal;
  std::vector<std::array<double, service_count>> held(static_cast<std::size_t>(appraisal.years));
  for (auto& year : held) year.fill(0);
  const Ledger& reference = appraisal.reference_of(arm);
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const LedgerCell& cell = reference[i];
    if (cell.line >= service_count || cell.payer != Payer::municipality) continue;
    if (cell.amount <= appraisal.ledgers[arm][i].amount) continue;
    held[static_cast<std::size_t>(cell.year - 1)][cell.line] =
        1 - share_in_budget(report.scenario.catalogue.rows[cell.line], cell.year, appraisal.years);
  }
  return held;
}

/// By draw [kr.], means over replicates, scaled to all families.
struct DrawnBudget {
  std::vector<double> net, in_budget;
};

/// Of the municipality's departments.
using DrawnBudgets = std::array<DrawnBudget, department_count>;

DrawnBudgets drawn_budgets(const Report& report, std::size_t arm) {
  const RunResult& draws = *report.draws;
  const auto held = held_back(report, arm);
  const double weight = draws.scale() / draws.replicates;
  DrawnBudgets all;
  for (DrawnBudget& budget : all) {
    budget.net.resize(draws.draws);
    budget.in_budget.resize(draws.draws);
  }
  for (std::size_t run = 0; run < draws.runs(); ++run) {
    const std::size_t draw = run / draws.replicates;
    const auto with = draws.accounts.of(run, arm);
    const auto without = draws.accounts.of(run, draws.arms[arm].reference);
    for (std::size_t year = 0; year < held.size(); ++year) {
      for (std::size_t d = 0; d < department_count; ++d) {
        const Ore saved = without[year].consequences[d][own] + without[year].programme[d][own] -
                          with[year].consequences[d][own] - with[year].programme[d][own];
        all[d].net[draw] += weight * as_kroner(saved);
        all[d].in_budget[draw] += weight * as_kroner(saved);
      }
      for (std::size_t s = 0; s < service_count; ++s) {
        const Ore saved = without[year].municipality[s] - with[year].municipality[s];
        const std::size_t d = index_of(report.scenario.catalogue.rows[s].department);
        all[d].in_budget[draw] -= weight * held[year][s] * as_kroner(saved);
      }
    }
  }
  return all;
}

}  // namespace

CashableUncertainties cashable_uncertainties(const Report& report,
                                             const StrategyAppraisal& appraised) {
  CashableUncertainties found;
  const std::size_t arm = appraised.at(EffectLevel::centre).arm;
  if (report.draws == nullptr || !report.draws->accounts.are_kept()) return found;
  const DrawnBudgets departments = drawn_budgets(report, arm);
  DrawnBudget municipality{std::vector<double>(report.draws->draws),
                           std::vector<double>(report.draws->draws)};
  const auto add = [&](std::size_t budget, const DrawnBudget& drawn) {
    const auto& net = report.uncertainties[arm][budget];
    if (net) found[budget] = as_sure_as(net->in_all, variance_of(drawn.net), drawn.in_budget);
  };
  for (std::size_t d = 0; d < department_count; ++d) {
    add(first_department_budget + d, departments[d]);
    for (std::size_t draw = 0; draw < municipality.net.size(); ++draw) {
      municipality.net[draw] += departments[d].net[draw];
      municipality.in_budget[draw] += departments[d].in_budget[draw];
    }
  }
  add(index_of(Purse::municipality), municipality);
  return found;
}

}  // namespace samspil
