#include "model/simulation/matched_accounts.hpp"

#include <fmt/format.h>

#include "model/costs/own_accounts.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

/// One year of it, of which nothing that comes later can change anything.
Scenario baseline_alone(Scenario scenario) {
  scenario = at_values(std::move(scenario));
  scenario.strategies.clear();
  scenario.comparison = {};
  scenario.years = 1;
  if (scenario.municipality) scenario.municipality->families_enrolled.reset();
  return scenario;
}

InputError refusal(const Scenario& scenario, const OwnAccount& account, Message problem,
                   Message remedy) {
  return InputError{Problem{scenario.file, account.line, "accounts." + account.function,
                            std::move(problem), std::move(remedy)}};
}

double ratio_of(const Scenario& scenario, const OwnAccount& account, double simulated) {
  const AccountAtLevel own = at_level_of_run(account, scenario.catalogue);
  if (!own.is_moved) {
    throw refusal(scenario, account, {"fault.account_unmoved", account.year},
                  {"remedy.account_unmoved", scenario.catalogue.price_level});
  }
  if (simulated <= 0)
    throw refusal(scenario, account, {"fault.no_cost_simulated"}, {"remedy.leave_account_out"});
  const double ratio = own.kroner / simulated;
  if (ratio < 1 / most_match || ratio > most_match) {
    throw refusal(scenario, account, {"fault.match_outside", decimal(fmt::format("{:.3g}", ratio))},
                  {"remedy.match_outside", most_match});
  }
  return ratio;
}

}  // namespace

Scenario with_matched_accounts(Scenario scenario, const Pool& pool, const Execution& execution) {
  if (!scenario.own_order.match) return scenario;
  const RunResult run = run_scenario(baseline_alone(scenario), execution, {}, nullptr, &pool);
  for (const OwnAccount& account : scenario.own_order.accounts) {
    const Ore paid = paid_under(account.function, run.ledgers.front(), scenario.catalogue);
    const double ratio = ratio_of(scenario, account, as_kroner(paid) / run.whole_runs());
    for (CatalogueRow& row : scenario.catalogue.rows) {
      if (row.account_function == account.function) row.match = ratio;
    }
  }
  return scenario;
}

}  // namespace samspil
