#include <gtest/gtest.h>

#include <memory>

#include "model/measurement/followed_group.hpp"
#include "model/words/problem.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

class FollowedGroupTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    world_ = new test::World{test::small_scenario()};
    group_ = new FollowedGroup{follow_target_group({world_->scenario(), world_->pool()}, 0)};
  }
  static void TearDownTestSuite() {
    delete group_;
    delete world_;
  }

  static test::World* world_;
  static FollowedGroup* group_;
};
test::World* FollowedGroupTest::world_ = nullptr;
FollowedGroup* FollowedGroupTest::group_ = nullptr;

TEST_F(FollowedGroupTest, CostsWhatTheFamiliesOfARunCost) {
  const Scenario& scenario = world_->scenario();
  const ArmCounts baseline = world_->run({Arm{}}).front();
  PayerPrices of_run{};
  const PriceTable prices = split_prices(scenario.catalogue);
  for (const YearCounts& year : baseline.years) {
    const PayerPrices used = cost_of(year.use, prices);
    const PayerPrices settled = cost_of(year.settlements);
    for (std::size_t payer = 0; payer < payer_count; ++payer) {
      of_run[payer] += used[payer] + settled[payer];
    }
  }
  Ore followed = 0, municipality = 0;
  for (const FollowedFamily& family : group_->families) {
    for (const FollowedCost& part : {family.adults, family.children, family.young}) {
      followed += part.all_public;
      municipality += part.municipality;
    }
  }
  EXPECT_EQ(followed, of_run[0] + of_run[1] + of_run[2]);
  EXPECT_EQ(municipality, of_run[index_of(Payer::municipality)]);
}

TEST_F(FollowedGroupTest, HoldsTheTargetGroupOfTheFamiliesDrawn) {
  const PopulationFit fit =
      fit_of(world_->pool(), world_->scenario().population, world_->draw(),
             {world_->scenario().seed, 0}, world_->scenario().population.families);
  std::size_t children = 0;
  for (const TargetPerson& person : group_->people) children += person.is_child;
  EXPECT_EQ(children, fit.target_children);
  EXPECT_EQ(group_->people.size() - children, fit.target_adults);
  EXPECT_EQ(group_->families.size(), fit.families);
}

TEST_F(FollowedGroupTest, SumsToTheSameOverYearsPayersDepartmentsAndAreas) {
  const CostLines& lines = group_->lines;
  for (std::size_t i = 0; i < group_->people.size(); ++i) {
    const auto costs = group_->costs_of(i);
    Ore years = 0, payers = 0, departments = 0, areas = 0;
    for (int year = 1; year <= lines.years; ++year) years += costs[lines.of_year(year)];
    for (std::size_t p = 0; p < CostLines::payers; ++p) payers += costs[lines.of_payer(Payer(p))];
    for (std::size_t d = 0; d < department_count; ++d) {
      departments += costs[lines.of_department(Department(d))];
    }
    for (std::size_t a = 0; a < lines.areas.size(); ++a) areas += costs[lines.of_area(a)];
    ASSERT_EQ(years, costs[lines.of_total()]) << i;
    ASSERT_EQ(payers, costs[lines.of_total()]) << i;
    ASSERT_EQ(departments, costs[lines.of_total()]) << i;
    ASSERT_EQ(areas, costs[lines.of_total()]) << i;
  }
}

TEST_F(FollowedGroupTest, RefundsNoChildMoreThanTheMunicipalitySpentOnIt) {
  std::size_t children = 0;
  for (std::size_t i = 0; i < group_->people.size(); ++i) {
    const TargetPerson& person = group_->people[i];
    if (!person.is_child || person.age + group_->lines.years >= 16) continue;  // pays no tax
    ++children;
    EXPECT_GE(group_->costs_of(i)[group_->lines.of_payer(Payer::municipality)], 0) << i;
  }
  EXPECT_GT(children, 100U);
}

/// Whose account anything else stands on moves no part of a refund between children.
TEST_F(FollowedGroupTest, DividesARefundByWhatItIsOf) {
  Scenario other = world_->scenario();
  for (CatalogueRow& row : other.catalogue.rows) {
    const bool is_fixed = other.catalogue.rules[row.payer_rule].kind == RuleKind::fixed;
    if (is_fixed && row.department == Department::child_family) {
      row.department = Department::school_daycare;
    }
  }
  const FollowedGroup moved = follow_target_group({other, world_->pool()}, 0);
  const CostLines& lines = group_->lines;
  for (std::size_t i = 0; i < group_->people.size(); ++i) {
    ASSERT_EQ(moved.costs_of(i)[lines.of_total()], group_->costs_of(i)[lines.of_total()]) << i;
    for (std::size_t p = 0; p < CostLines::payers; ++p) {
      const std::size_t line = lines.of_payer(static_cast<Payer>(p));
      ASSERT_EQ(moved.costs_of(i)[line], group_->costs_of(i)[line]) << i;
    }
  }
}

TEST_F(FollowedGroupTest, GivesAChildTheSuccessOfAnyParentInTheGroup) {
  std::size_t successes = 0, held_before = 0;
  for (const TargetPerson& person : group_->people) {
    if (person.is_child) continue;
    EXPECT_EQ(person.succeeds, is_success(person.week_48_after));
    successes += person.succeeds;
    held_before += is_success(person.week_48);
  }
  EXPECT_GT(successes, 20U);
  EXPECT_GT(held_before, 20U);
  std::int64_t of_families = 0;  // parents outside the group and partners too
  for (const FollowedFamily& family : group_->families) of_families += family.successes;
  EXPECT_GT(of_families, static_cast<std::int64_t>(successes));
}

/// Families side by side whose pool's family is the same are read as one and left out, as are those
/// of more than two parents in the group.
TEST_F(FollowedGroupTest, GivesAChildOfTwoWhatEitherOfThemHas) {
  std::size_t one_succeeds = 0, one_challenged = 0;
  const std::vector<TargetPerson>& people = group_->people;
  for (std::size_t begin = 0, end = 0; begin < people.size(); begin = end) {
    std::vector<const TargetPerson*> adults, children;
    for (end = begin; end < people.size() && people[end].origin == people[begin].origin; ++end) {
      (people[end].is_child ? children : adults).push_back(&people[end]);
    }
    if (adults.size() != 2) continue;
    for (const TargetPerson* child : children) {
      if (!child->both_parents) continue;
      EXPECT_EQ(child->succeeds, adults[0]->succeeds || adults[1]->succeeds);
      one_succeeds += adults[0]->succeeds && !adults[1]->succeeds;
      for (std::size_t c = 0; c < challenge_count; ++c) {
        EXPECT_EQ(child->challenges[c], adults[0]->challenges[c] || adults[1]->challenges[c]);
        one_challenged += adults[0]->challenges[c] && !adults[1]->challenges[c];
      }
    }
  }
  EXPECT_GT(one_succeeds, 0U);
  EXPECT_GT(one_challenged, 0U);
}

TEST_F(FollowedGroupTest, KeepsCellsThatSumToTheLinesAndMoveNothing) {
  FollowedWorld asked{world_->scenario(), world_->pool()};
  asked.keeps_cells = true;
  const FollowedGroup kept = follow_target_group(asked, 0);
  EXPECT_EQ(kept.costs, group_->costs);
  EXPECT_TRUE(group_->cell_costs.empty());
  const CostCells& cells = kept.cells;
  for (std::size_t i = 0; i < kept.people.size(); ++i) {
    std::vector<Ore> sums(kept.lines.count());
    for (int year = 1; year <= cells.years; ++year) {
      for (std::size_t p = 0; p < CostLines::payers; ++p) {
        const auto payer = static_cast<Payer>(p);
        for (std::size_t a = 0; a < cells.accounts.size(); ++a) {
          const Ore cell = kept.cells_of(i)[cells.of(year, payer, a)];
          sums[kept.lines.of_total()] += cell;
          sums[kept.lines.of_year(year)] += cell;
          sums[kept.lines.of_payer(payer)] += cell;
          sums[kept.lines.of_department(cells.accounts[a].department)] += cell;
        }
      }
    }
    const std::size_t areas = kept.lines.of_area(0);
    for (std::size_t line = 0; line < areas; ++line) {
      ASSERT_EQ(sums[line], kept.costs_of(i)[line]) << i << ", line " << line;
    }
  }
}

TEST_F(FollowedGroupTest, IsTheSameOnAnyNumberOfThreads) {
  const FollowedGroup three = follow_target_group({world_->scenario(), world_->pool()}, 3);
  const FollowedGroup one = follow_target_group({world_->scenario(), world_->pool()}, 1);
  EXPECT_EQ(one.costs, three.costs);
  ASSERT_EQ(one.people.size(), three.people.size());
  for (std::size_t i = 0; i < one.people.size(); ++i) {
    EXPECT_EQ(one.people[i].origin, three.people[i].origin);
    EXPECT_EQ(one.people[i].succeeds, three.people[i].succeeds);
  }
}

TEST_F(FollowedGroupTest, BringsMoreIntoWorkWhereJobsAreEntered) {
  const auto days = [](const FollowedGroup& group) {
    std::int64_t sum = 0;
    for (const FollowedFamily& family : group.families) sum += family.days_in_work;
    return sum;
  };
  const FollowedGroup in_all = follow_target_group({world_->scenario(), world_->pool(), 1.5}, 0);
  const FollowedGroup in_one = follow_target_group({world_->scenario(), world_->pool(), 1.5, 1}, 0);
  EXPECT_GT(days(in_one), days(*group_));
  EXPECT_GT(days(in_all), days(in_one));
  // Year 1 is the same in both, so the successes are.
  for (std::size_t i = 0; i < in_all.families.size(); ++i) {
    ASSERT_EQ(in_all.families[i].successes, in_one.families[i].successes) << i;
  }
}

TEST(FollowedGroupSize, IsRefusedWhereItIsTooLarge) {
  Scenario scenario = test::small_scenario();
  scenario.families = static_cast<std::uint32_t>(most_followed_families) + 1;
  try {
    require_followable(scenario);
    FAIL() << "accepted";
  } catch (const InputError& error) {
    EXPECT_NE(std::string{error.what()}.find("200000 at most"), std::string::npos);
  }
}

}  // namespace
}  // namespace samspil
