#include "model/inputs/scenario.hpp"

#include "model/population/target_group.hpp"

namespace samspil {

MarginUnit unit_of_margin(std::string_view name) noexcept {
  if (name == indicator_names[index_of(Indicator::children_per_adult)]) return {"ratio", {0, 20}};
  if (name == indicator_names[index_of(Indicator::adult_age)]) return {"years", {18, 70}};
  return {"share", any_share};
}

int calendar_year(const Scenario& scenario, int budget_year) noexcept {
  const bool has_own = scenario.municipality && scenario.municipality->first_year;
  const int year_0 = has_own ? *scenario.municipality->first_year - 1 : scenario.population.year;
  return year_0 + budget_year;
}

}  // namespace samspil
