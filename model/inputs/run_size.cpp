#include "model/inputs/run_size.hpp"

#include <fmt/format.h>

namespace samspil {

std::optional<Problem> fault_of_size(const Scenario& scenario) {
  const std::uint64_t runs = std::uint64_t{scenario.draws} * scenario.replicates;
  if (runs > most_runs) {
    return Problem{"", 0, "draws",
                   fmt::format("{} draws of {} replicates are {} runs", scenario.draws,
                               scenario.replicates, runs),
                   fmt::format("ask for {} runs at most", most_runs)};
  }
  const std::uint64_t families = simulated_families(scenario);
  const std::uint64_t family_years = families * static_cast<std::uint64_t>(scenario.years) * runs;
  if (family_years > most_family_years) {
    return Problem{"", 0, "families",
                   fmt::format("{} families in {} years and {} runs are {} family-years", families,
                               scenario.years, runs, family_years),
                   fmt::format("ask for {} family-years at most", most_family_years)};
  }
  return std::nullopt;
}

}  // namespace samspil
