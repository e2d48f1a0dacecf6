#include "model/simulation/own_ground.hpp"

#include <cmath>

#include "model/simulation/common_terms.hpp"
#include "model/words/problem.hpp"

namespace samspil {

double own_share(const Scenario& scenario, const PopulationFit& fit) noexcept {
  if (scenario.own_families) {
    return static_cast<double>(scenario.own_families->families.size()) /
           static_cast<double>(simulated_families(scenario));
  }
  if (!scenario.municipality) return 1;
  const Municipality& own = *scenario.municipality;
  if (own.target_children) {
    return *own.target_children / static_cast<double>(fit.target_children);
  }
  const auto nation = static_cast<double>(scenario.population.families);
  return own.population_share.value_or(1) * nation /
         static_cast<double>(simulated_families(scenario));
}

Scenario with_own_enrolment(Scenario scenario, const PopulationFit& fit, std::uint64_t eligible) {
  if (!scenario.municipality || !scenario.municipality->families_enrolled) return scenario;
  const double families = own_share(scenario, fit) * static_cast<double>(eligible);
  const int enrolled = *scenario.municipality->families_enrolled;
  if (enrolled > families) {
    throw InputError(Problem{scenario.file,
                             scenario.municipality->enrolled_key.line,
                             scenario.municipality->enrolled_key.name,
                             {"fault.more_than_own", enrolled, std::floor(families)},
                             {"remedy.more_than_own"}});
  }
  scenario.comparison.enrol = enrolled / families;
  return scenario;
}

Scenario with_own_enrolment(Scenario scenario, const Pool& pool, const StratifiedDraw& draw) {
  if (!scenario.municipality || !scenario.municipality->families_enrolled) return scenario;
  const std::uint64_t families = simulated_families(scenario);
  const auto eligible = eligible_families(scenario, pool, draw);
  const PopulationFit fit = fit_of(pool, scenario.population, draw, {scenario.seed, 0}, families);
  return with_own_enrolment(std::move(scenario), fit,
                            eligible.empty() ? families : eligible.front());
}

}  // namespace samspil
