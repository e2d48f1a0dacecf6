#include "tests/simulation/own_families.hpp"

#include "tests/support/small_world.hpp"

namespace samspil::test {

Scenario with_own_families(int number, std::uint32_t copies, int per_site,
                           const ShapeFamily& shape) {
  auto own = std::make_shared<OwnFamilies>();
  for (int i = 0; i < number; ++i) {
    own->families.push_back({static_cast<std::uint32_t>(own->people.size()), 2, 1});
    OwnPerson mother, child;
    mother.person.status = LabourStatus::cash_benefit;
    mother.has_status = true;
    child.person.role = Role::child;
    child.person.mother = 0;
    shape(i, mother, child);
    own->people.insert(own->people.end(), {mother, child});
  }
  Scenario scenario = small_scenario();
  scenario.own_families = std::move(own);
  scenario.population.own_frailty.emplace().value = 1;
  scenario.population.margins.clear();
  scenario.population.families_per_site = per_site;
  scenario.population.families = static_cast<std::uint32_t>(number) * copies;
  scenario.families = 0;
  return scenario;
}

}  // namespace samspil::test
