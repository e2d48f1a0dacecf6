#include "model/appraisal/report.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {

const RunResult& runs_told(const Report& report) noexcept {
  return report.draws == nullptr ? report.result : *report.draws;
}

double largest_amount(const Appraisal& appraisal) noexcept {
  double largest = 0;
  for (const StrategyAppraisal& strategy : appraisal.strategies) {
    for (const Saving& saving : strategy.levels) {
      for (const MoneyTable* table : {&saving.net_result, &saving.programme_cost}) {
        largest = std::max(largest, std::fabs(appraisal.kroner(total(*table, {}))));
      }
    }
  }
  return largest;
}

std::vector<double> baseline_counts(const RunResult& result, Outcome outcome) {
  std::vector<double> by_year;
  for (const YearCounts& year : result.counts[0].years) {
    by_year.push_back(static_cast<double>(year.outcomes[index_of(outcome)]) / result.whole_runs());
  }
  return by_year;
}

PersonYears person_years(const RunResult& result) noexcept {
  PersonYears sum;
  for (const ArmCounts& arm : result.counts) {
    for (const YearCounts& year : arm.years) {
      sum.simulated += year.work.simulated;
      sum.delivered += year.person_years;
    }
  }
  return sum;
}

std::optional<double> enrolled_by_lot(const Report& report) {
  for (const StrategyAppraisal& appraised : report.appraisal.strategies) {
    const Levers& levers = report.scenario.strategies[appraised.strategy].levers;
    if (levers.role == CoordinationRole::none) continue;
    const std::size_t arm = appraised.at(EffectLevel::centre).arm;
    const YearCounts& first_year = report.result.counts[arm].years.front();
    return static_cast<double>(first_year.outcomes[index_of(Outcome::enrolled_families)]) /
           report.result.whole_runs();
  }
  return std::nullopt;
}

Ore saving_without(const WithoutMechanism& without, std::size_t strategy, Purse purse) noexcept {
  return static_cast<Ore>(without.moments[strategy][index_of(purse)].saving);
}

std::optional<Mechanism> most_depended_on(const Report& report,
                                          const StrategyAppraisal& appraised) {
  const Ore as_it_is =
      total(appraised.at(EffectLevel::centre).net_result, part_of(Purse::municipality));
  std::optional<Mechanism> most;
  Ore largest = 0;
  for (const WithoutMechanism& without : report.result.without) {
    if (without.moments.empty()) continue;
    const Ore moved =
        std::abs(saving_without(without, appraised.strategy, Purse::municipality) - as_it_is);
    if (moved > largest) largest = moved, most = without.mechanism;
  }
  return most;
}

}  // namespace samspil
