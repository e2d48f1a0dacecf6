// One more family, one more site, half the population: nobody else's life changes.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr std::uint32_t baseline = 0;
constexpr std::uint32_t without_limit = 1;  // a strategy for all who accept
constexpr std::uint32_t with_queue = 2;     // a strategy with fewer places than families

Scenario with_both_kinds() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 2'000;
  scenario.strategies.resize(2, scenario.strategies.front());
  Levers& levers = scenario.strategies[0].levers;
  levers.capacity_per_site.value = 0;
  // One more family may take one more caseworker, whom the team then waits for and shares.
  levers.hiring_lag_months.value = levers.turnover_rate.value = levers.caseload_creep.value = 0;
  levers.spill_over.value = 0;
  scenario.strategies[1].levers.capacity_per_site.value = 5;
  return scenario;
}

class OneMore : public testing::Test {
 protected:
  test::Lives lives(std::uint64_t families, std::uint32_t arm) const {
    return test::lives_of(world_.model(families, arms_), world_.scenario(), arm);
  }
  /// Expects the first lives of `more` to be those of `fewer`, the last sites aside.
  static void expect_prefix(const test::Lives& fewer, const test::Lives& more,
                            std::size_t whole_sites) {
    ASSERT_LT(fewer.families.size(), more.families.size());
    for (std::size_t i = 0; i < fewer.families.size(); ++i) {
      ASSERT_EQ(fewer.families[i], more.families[i]) << "family " << i;
    }
    for (std::size_t i = 0; i < whole_sites; ++i) {
      ASSERT_EQ(fewer.sites[i], more.sites[i]) << "site " << i;
    }
  }

  test::World world_{with_both_kinds()};
  std::vector<Arm> arms_{
      {0, EffectLevel::none}, {1, EffectLevel::strong}, {2, EffectLevel::strong}};
};

TEST_F(OneMore, FamilyChangesNobodyElseAtBaseline) {
  expect_prefix(lives(170, baseline), lives(171, baseline), 4);
}

TEST_F(OneMore, FamilyChangesNobodyElseWhereThereIsRoomForAll) {
  expect_prefix(lives(170, without_limit), lives(171, without_limit), 4);
}

TEST_F(OneMore, FamilyAddsExactlyItsOwnCounts) {
  Scenario alone = world_.scenario();
  alone.population.families_per_site = 1;  // the last family's counts by themselves
  const FamilyModel one_each{alone, world_.pool(), world_.draw(), 171, arms_, 4};
  for (const std::uint32_t arm : {baseline, without_limit}) {
    const auto before = lives(170, arm).sites.back();
    const auto after = lives(171, arm).sites.back();
    const auto own = test::lives_of(one_each, alone, arm).sites.back();
    for (std::size_t year = 0; year < own.size(); ++year) {
      YearCounts sum = before[year];
      sum += own[year];
      EXPECT_EQ(sum.use, after[year].use) << "year " << year + 1;
      EXPECT_EQ(sum.week_48, after[year].week_48);
      EXPECT_EQ(sum.person_days, after[year].person_days);
      EXPECT_EQ(sum.work.events, after[year].work.events);
    }
  }
}

TEST_F(OneMore, SiteChangesNobodyElse) {
  for (const std::uint32_t arm : {baseline, without_limit, with_queue}) {
    SCOPED_TRACE(arm);
    expect_prefix(lives(160, arm), lives(200, arm), 4);
  }
}

TEST_F(OneMore, FamilyInTheQueueCanTakeAPlaceSoTheTestOfSitesMeansSomething) {
  const auto enrolled = [](const test::Lives& lives) {
    std::vector<Enrolment> states;
    for (const test::FamilyLife& life : lives.families) {
      states.push_back(life.family.front().enrolment);
    }
    return states;
  };
  bool took_a_place = false;
  for (std::uint64_t families = 165; families < 200 && !took_a_place; ++families) {
    const auto fewer = enrolled(lives(families, with_queue));
    auto more = enrolled(lives(families + 1, with_queue));
    more.pop_back();
    took_a_place = fewer != more;
  }
  EXPECT_TRUE(took_a_place);
}

TEST_F(OneMore, PlacesGoByFamilyAndNotByRow) {
  const FamilyModel model = world_.model(40, arms_);
  const CoordinationPlan plan =
      arm_plan(world_.scenario(), world_.scenario().strategies[1], EffectLevel::centre)
          .coordination;
  FamilyModel::Scratch scratch = model.make_scratch();
  const auto enrolled = [&](std::vector<Family> families) {
    Team team;
    std::vector<Post> posts(families.size());
    enrol_site({families, scratch.start.people, team, posts, {1, 0}, 2023, 1}, plan,
               world_.scenario().parameters);
    std::set<Identity> ids;
    for (const Family& family : families) {
      if (family.enrolment == Enrolment::enrolled) ids.insert(family.id);
    }
    return ids;
  };
  model.make_block(scratch, 0, 1);
  std::vector<Family> families{scratch.start.families.begin(), scratch.start.families.begin() + 40};

  const auto in_order = enrolled(families);
  std::reverse(families.begin(), families.end());

  EXPECT_EQ(in_order.size(), 5U);
  EXPECT_EQ(enrolled(families), in_order);
}

TEST_F(OneMore, HalfThePopulationLivesTheSameLives) {
  for (const std::uint32_t arm : {baseline, without_limit, with_queue}) {
    SCOPED_TRACE(arm);
    expect_prefix(lives(400, arm), lives(800, arm), 10);
  }
}

TEST_F(OneMore, TheSameLivesWhetherSitesStandAloneOrInABlock) {
  const test::Lives alone = lives(200, with_queue);
  ArmCounts sum;
  sum.years.resize(4);
  for (const auto& site : alone.sites) {
    for (std::size_t year = 0; year < 4; ++year) sum.years[year] += site[year];
  }

  auto counts = test::run_model(world_.model(200, arms_, 3));

  for (ArmCounts* of : {&counts[with_queue], &sum}) test::take_work(of->years);
  EXPECT_EQ(counts[with_queue].years, sum.years);
}

}  // namespace
}  // namespace samspil
