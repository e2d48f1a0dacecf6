#include "tests/support/still_life.hpp"

#include <memory>
#include <span>

#include "model/costs/settlement.hpp"
#include "model/families/candidates.hpp"
#include "model/families/pool.hpp"
#include "tests/support/small_world.hpp"

namespace samspil::test {

namespace {

const PayerRules& shipped_rules() {
  static const PayerRules rules{shipped_scenario().catalogue};
  return rules;
}

}  // namespace

Parameters still_parameters() {
  Parameters p;
  p.labour.tax_equivalent.fill(1.0);
  p.labour.part_time_tax_equivalent = 1;
  p.labour.job_entry_agency.fill(1.0);
  for (std::size_t i = 0; i < child_measure_count; ++i) p.measures.age_to[i] = 25;
  return p;
}

Person person_of(Role role, int age, int year) {
  Person person;
  person.role = role;
  person.birth_year = static_cast<std::int16_t>(year - age);
  person.birth_day = 0;
  person.presence = Presence::present;
  person.status = role == Role::child ? LabourStatus::education : LabourStatus::self_supporting;
  return person;
}

ServiceUse live_once(const Parameters& parameters, std::vector<Person>& people, int year) {
  const KernelTables tables{parameters};
  Family family;
  family.id = Identity{77 << 8};
  family.state.members = static_cast<std::uint8_t>(people.size());
  family.room = family.state.members;
  for (std::size_t i = 0; i < people.size(); ++i) people[i].id = Identity{(77 << 8) + i + 1};
  const HookRatios hooks = no_hooks();
  ServiceUse use{};
  Work work;
  const auto space = std::make_unique<Workspace>();
  FamilyYear y{tables, {1, 0}, year, family, people, hooks, use, work, *space};
  live_family_year(y);
  settle_incomes(shipped_rules(), space->incomes.all(), people, use);
  return use;
}

CandidateLife live_candidate(const KernelTables& tables, std::uint64_t number, Workspace& space) {
  constexpr int first_year = 2019;
  const RunKey run{1, 0};
  std::vector<Person> rows(rows_for(most_starting_members, burn_in_years));
  Family family;
  make_candidate(run, number, first_year, tables, family, rows);
  family.room = static_cast<std::uint8_t>(rows.size());
  const HookRatios hooks = no_hooks();
  CandidateLife life;
  Work work;
  for (int year = first_year; year < first_year + burn_in_years; ++year) {
    ServiceUse use{};
    FamilyYear y{tables, run, year, family, rows, hooks, use, work, space};
    live_family_year(y);
    settle_incomes(shipped_rules(), space.incomes.all(), y.people(), use);
    life.use.push_back(use);
  }
  for (const Person& person : std::span{rows}.first(family.state.members)) {
    life.people.push_back(person.year);
  }
  return life;
}

}  // namespace samspil::test
