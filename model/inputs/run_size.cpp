#include "model/inputs/run_size.hpp"

namespace samspil {

std::optional<Problem> fault_of_size(const Scenario& scenario) {
  const std::uint64_t runs = std::uint64_t{scenario.draws} * scenario.replicates;
  if (runs > most_runs) {
    return Problem{"",
                   0,
                   "draws",
                   {"fault.too_many_runs", scenario.draws, scenario.replicates, runs},
                   {"remedy.too_many_runs", most_runs}};
  }
  const std::uint64_t families = simulated_families(scenario);
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
