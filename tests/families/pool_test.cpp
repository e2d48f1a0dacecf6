// What the municipality paid for the members of a family in year 0, each alone.
#include "model/families/pool.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>

#include "model/costs/settlement.hpp"
#include "model/families/candidates.hpp"
#include "model/inputs/mechanisms.hpp"
#include "tests/support/small_world.hpp"
#include "tests/support/still_life.hpp"

namespace samspil {
namespace {

constexpr std::uint64_t candidates = 300;

/// A candidate as it stands after year 0, told without the pool.
struct Candidate {
  Family family;
  std::vector<Person> rows = std::vector<Person>(rows_for(most_starting_members, burn_in_years));
  ServiceUse use;
  Settlements refund{};

  std::span<const Person> people() const { return {rows.data(), family.state.members}; }
};

Candidate live(const Scenario& scenario, const KernelTables& tables, const PayerRules& rules,
               std::uint64_t number, Workspace& space) {
  Candidate candidate;
  const RunKey run{scenario.seed, 0};
  const int last = scenario.population.year;
  make_candidate(run, number, last - burn_in_years + 1, tables, candidate.family, candidate.rows);
  candidate.family.room = static_cast<std::uint8_t>(candidate.rows.size());
  const HookRatios hooks = no_hooks();
  Work work;
  for (int year = last - burn_in_years + 1; year <= last; ++year) {
    candidate.use = {};
    FamilyYear y{tables,        run,  year, candidate.family, candidate.rows, hooks,
                 candidate.use, work, space};
    live_family_year(y);
    settle_incomes(rules, space.incomes.all(), y.people(), candidate.use);
  }
  settle_expensive_cases(rules, space.cases, candidate.people(), candidate.refund);
  return candidate;
}

Ore municipal(const Scenario& scenario, const PayerRules& rules, const ServiceUse& use,
              const std::vector<Department>& departments) {
  Ore sum = 0;
  for (const CatalogueRow& row : scenario.catalogue.rows) {
    if (std::count(departments.begin(), departments.end(), row.department) == 0) continue;
    PayerPrices paid{};
    add_cost_of(index_of(row.service), use, rules.prices, paid);
    sum += paid[index_of(Payer::municipality)];
  }
  return sum;
}

TEST(CostOfYear0, OfAllMembersIsThatOfTheFamily) {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = candidates;
  const Pool pool = make_pool(scenario, 1, {});
  const KernelTables tables{with_mechanisms(scenario.parameters, scenario.mechanisms)};
  const PayerRules rules{scenario.catalogue};
  const TargetRule rule{scenario.population.year, scenario.population.min_challenges,
                        scenario.population.youth_support_counts};
  const auto space = std::make_unique<Workspace>();
  std::size_t k = 0;
  int with_others = 0, refunded = 0;
  for (std::uint64_t number = 0; number < candidates; ++number) {
    const Candidate one = live(scenario, tables, rules, number, *space);
    if (!profile_of(one.people(), rule).in_target_group()) continue;
    ASSERT_LT(k, pool.cost.size());
    const CostOfYear0& cost = pool.cost[k++];
    Ore refund = 0;
    for (const Ore part : one.refund) refund += part;
    const Ore whole = municipal(scenario, rules, one.use,
                                {Department::child_family, Department::adult_social,
                                 Department::employment, Department::health}) -
                      refund;
    // A refund is cut to whole øre for each member.
    EXPECT_NEAR(
        static_cast<double>(cost.target_children + cost.target_parents + cost.other_members),
        static_cast<double>(whole), one.family.state.members);
    EXPECT_LE(cost.school, municipal(scenario, rules, one.use, {Department::school_daycare}));
    with_others += cost.other_members > 0;
    refunded += refund > 0;
  }
  EXPECT_EQ(k, pool.cost.size());
  EXPECT_GT(with_others, 5);
  EXPECT_GT(refunded, 0);
}

TEST(UseUntil, TellsEachMemberApart) {
  std::vector<Person> people{test::person_of(Role::parent, 40, 2022),
                             test::person_of(Role::child, 10, 2022),
                             test::person_of(Role::child, 12, 2022)};
  people[0].services.set(AdultService::psychiatric_treatment);
  people[1].measures.set(ChildMeasure::contact_person);
  people[2].place = Place::foster;
  const KernelTables tables{test::still_parameters()};
  Family family;
  family.id = Identity{77 << 8};
  family.state.members = family.room = 3;
  const HookRatios hooks = no_hooks();
  ServiceUse use;
  Work work;
  const auto space = std::make_unique<Workspace>();
  std::array<ServiceUse, 3> until{};
  space->used_until = until.data();
  FamilyYear y{tables, {1, 0}, 2022, family, people, hooks, use, work, *space};
  live_family_year(y);

  const std::array<Service, 3> own{Service::psychiatric_treatment, Service::contact_person,
                                   Service::foster_family};
  for (std::size_t i = 0; i < own.size(); ++i) {
    for (std::size_t member = 0; member < until.size(); ++member) {
      EXPECT_EQ(until[member][index_of(own[i])] > 0, member >= i) << i << ' ' << member;
    }
  }
  EXPECT_EQ(until[2], use);
}

}  // namespace
}  // namespace samspil
