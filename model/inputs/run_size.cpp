#include "model/inputs/run_size.hpp"

namespace samspil {
namespace {

std::optional<Problem> fault_of_families_per_draw(const Scenario& scenario) {
  const std::uint32_t asked = scenario.families_per_draw;
  const auto site = static_cast<std::uint32_t>(scenario.population.families_per_site);
  const std::uint64_t all = simulated_families(scenario);
  const auto fault = [&](Message problem) {
    return Problem{
        "", 0, "families_per_draw", std::move(problem), {"remedy.families_per_draw", site, all}};
  };
  if (asked % site != 0) return fault({"fault.parts_of_sites", asked, site});
  if (asked > all) return fault({"fault.more_than_all", asked, all});
  return std::nullopt;
}

std::optional<Problem> fault_of_cohort(const Scenario& scenario) {
  const std::uint64_t all = simulated_families(scenario);
  if (!scenario.cohort || scenario.cohort->families <= all) return std::nullopt;
  return Problem{"",
                 0,
                 "cohort",
                 {"fault.cohort_families", scenario.cohort->families, all},
                 {"remedy.at_most", all}};
}

}  // namespace

std::uint32_t usual_families_per_draw(const Scenario& scenario) noexcept {
  const std::uint32_t usual =
      usual_sites_per_draw * static_cast<std::uint32_t>(scenario.population.families_per_site);
  return usual < simulated_families(scenario) ? usual : 0;
}

std::optional<Problem> fault_of_size(const Scenario& scenario) {
  const std::uint64_t runs = std::uint64_t{scenario.draws} * scenario.replicates;
  if (runs > most_runs) {
    return Problem{"",
                   0,
                   "draws",
                   {"fault.too_many_runs", scenario.draws, scenario.replicates, runs},
                   {"remedy.too_many_runs", most_runs}};
  }
  if (scenario.expect && scenario.expect->year > scenario.years) {
    return Problem{"",
                   0,
                   "expect",
                   {"fault.expect_year", scenario.expect->year, scenario.years},
                   {"remedy.expect_year", scenario.years}};
  }
  if (auto fault = fault_of_families_per_draw(scenario)) return fault;
  if (auto fault = fault_of_cohort(scenario)) return fault;
  const std::uint64_t families =
      rotates(scenario) ? scenario.families_per_draw : simulated_families(scenario);
  const std::uint64_t family_years = families * static_cast<std::uint64_t>(scenario.years) * runs;
  if (family_years > most_family_years) {
    return Problem{"",
                   0,
                   "families",
                   {"fault.too_many_family_years", families, scenario.years, runs, family_years},
                   {"remedy.too_many_family_years", most_family_years}};
  }
  return std::nullopt;
}

}  // namespace samspil
