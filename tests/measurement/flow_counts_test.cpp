#include "model/measurement/flow_counts.hpp"

#include <gtest/gtest.h>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr int year = 2023;

Person child_of(int age_at_new_year, Place place) {
  Person child;
  child.role = Role::child;
  child.presence = Presence::present;
  child.birth_year = static_cast<std::int16_t>(year - age_at_new_year - 1);
  child.birth_day = 200;
  child.place = place;
  child.year.days = days_per_year;
  return child;
}

Person parent_on(LabourStatus status) {
  Person parent;
  parent.presence = Presence::present;
  parent.birth_year = year - 35;
  parent.status = status;
  parent.year.days = days_per_year;
  return parent;
}

DiaryEntry entry(DiaryKind kind, std::uint8_t which, int begin, int end) {
  return {0, kind, which, {begin, end}};
}
DiaryEntry in_place(Place place, int begin, int end) {
  return entry(DiaryKind::place, to_underlying(place), begin, end);
}
DiaryEntry on_status(LabourStatus status, int begin, int end) {
  return entry(DiaryKind::status, to_underlying(status), begin, end);
}

/// The flows of one person whose year ends in `after`.
class OnePerson {
 public:
  OnePerson() { memories_ = flow_memories({}); }

  void live(const Person& before, const Person& after, const Diary& diary) {
    TargetMembers target;
    (after.role == Role::child ? target.child : target.adult)[0] = true;
    const std::vector<Person> from{before}, to{after};
    count_flows({year, from, to, diary, target}, rules_, scenario_.catalogue, weight_, memories_,
                counts_);
  }
  void weigh(std::int64_t weight) { weight_ = weight; }
  void begin(const Person& person) { memories_ = flow_memories(std::vector<Person>{person}); }

  std::int64_t events(Flow flow) const { return counts_.parts[index_of(flow)].numerator; }
  std::int64_t exposed(Flow flow) const { return counts_.parts[index_of(flow)].denominator; }

 private:
  Scenario scenario_ = test::shipped_scenario();
  PayerRules rules_{scenario_.catalogue};
  FlowMemories memories_{};
  std::int64_t weight_ = 1;
  FlowCounts counts_;
};

TEST(FlowCounts, TellsThoseWhoGoHomeFromThoseWhoGrowOutOfCare) {
  const auto exit_at = [](int age, int day) {
    OnePerson one;
    const Person before = child_of(age, Place::foster);
    Person after = before;
    after.place = Place::home;
    one.begin(before);
    one.live(before, after,
             {in_place(Place::foster, 0, day), in_place(Place::home, day, days_per_year)});
    EXPECT_EQ(one.events(Flow::exit_all), 1);
    EXPECT_EQ(one.exposed(Flow::exit_home), 1);
    for (const Flow flow :
         {Flow::exit_home, Flow::exit_at_18, Flow::exit_aftercare, Flow::exit_other}) {
      if (one.events(flow) == 1) return flow;
    }
    return Flow::exit_all;
  };
  EXPECT_EQ(exit_at(12, 100), Flow::exit_home);
  EXPECT_EQ(exit_at(17, 199), Flow::exit_home);
  EXPECT_EQ(exit_at(17, 200), Flow::exit_at_18);  // the birthday
  EXPECT_EQ(exit_at(17, 201), Flow::exit_aftercare);
  EXPECT_EQ(exit_at(20, 100), Flow::exit_aftercare);
}

TEST(FlowCounts, CountsThoseWhoAreBackAtTheEndOfTheYearAsStaying) {
  OnePerson one;
  const Person before = child_of(10, Place::foster);
  Person after = before;
  after.place = Place::institution;
  one.begin(before);
  one.live(before, after,
           {in_place(Place::foster, 0, 50), in_place(Place::home, 50, 150),
            in_place(Place::institution, 150, days_per_year)});

  EXPECT_EQ(one.events(Flow::exit_all), 0);
  EXPECT_EQ(one.events(Flow::type_change), 1);
  EXPECT_EQ(one.exposed(Flow::type_change), 1);
  EXPECT_EQ(one.exposed(Flow::placement_entry), 0) << "was placed on 1 January";
  EXPECT_EQ(one.events(Flow::reentry), 1);
  EXPECT_EQ(one.exposed(Flow::reentry), 100);
}

TEST(FlowCounts, WatchesTheFirstTwoYearsAtHome) {
  OnePerson one;
  const Person placed = child_of(6, Place::foster), home = child_of(6, Place::home);
  one.begin(placed);
  one.live(placed, home, {in_place(Place::foster, 0, 100), in_place(Place::home, 100, 364)});
  one.live(home, home, {in_place(Place::home, 0, 364)});
  one.live(home, home, {in_place(Place::home, 0, 364)});
  one.live(home, home, {in_place(Place::home, 0, 364)});
  EXPECT_EQ(one.exposed(Flow::reentry), 2 * days_per_year);

  one.live(home, placed, {in_place(Place::home, 0, 10), in_place(Place::foster, 10, 364)});
  EXPECT_EQ(one.events(Flow::reentry), 0) << "after two years it is an entry like any other";
  EXPECT_EQ(one.events(Flow::placement_entry), 1);
  EXPECT_EQ(one.exposed(Flow::placement_entry), 4);
}

TEST(FlowCounts, TellsTheFirstYearOfAJobFromLaterOnes) {
  OnePerson one;
  const auto job = LabourStatus::ordinary_job;
  const auto benefit = LabourStatus::cash_benefit;
  one.begin(parent_on(benefit));
  one.live(parent_on(benefit), parent_on(job),
           {on_status(benefit, 0, 264), on_status(job, 264, 364)});
  one.live(parent_on(job), parent_on(benefit),
           {on_status(job, 0, 300), on_status(benefit, 300, 364)});

  EXPECT_EQ(one.exposed(Flow::job_loss_first_year), 364);
  EXPECT_EQ(one.exposed(Flow::job_loss_later), 36);
  EXPECT_EQ(one.events(Flow::job_loss_first_year), 0);
  EXPECT_EQ(one.events(Flow::job_loss_later), 1);
}

TEST(FlowCounts, TakesAJobAtTheBeginningForAnOldOneAndALeaveForNoLoss) {
  OnePerson one;
  const auto job = LabourStatus::ordinary_job;
  const auto leave = LabourStatus::parental_leave;
  one.begin(parent_on(job));
  one.live(parent_on(job), parent_on(leave), {on_status(job, 0, 30), on_status(leave, 30, 364)});

  EXPECT_EQ(one.exposed(Flow::job_loss_first_year), 0);
  EXPECT_EQ(one.exposed(Flow::job_loss_later), 30);
  EXPECT_EQ(one.events(Flow::job_loss_later), 0);
}

TEST(FlowCounts, CountsAGrantOfPensionByAge) {
  OnePerson one;
  const auto pension = LabourStatus::disability_pension;
  one.live(parent_on(LabourStatus::cash_benefit), parent_on(pension), {});
  one.live(parent_on(pension), parent_on(pension), {});

  EXPECT_EQ(one.events(Flow::pension_inflow), 1);
  EXPECT_EQ(one.exposed(Flow::pension_inflow), 1) << "who has a pension is not granted one";
  EXPECT_EQ(one.events(Flow::pension_inflow_under_40), 1);

  OnePerson older;
  Person at_40 = parent_on(pension);
  at_40.birth_year = year - 40;
  Person before = at_40;
  before.status = LabourStatus::cash_benefit;
  older.live(before, at_40, {});
  EXPECT_EQ(older.events(Flow::pension_inflow), 1);
  EXPECT_EQ(older.exposed(Flow::pension_inflow_under_40), 0);
}

TEST(FlowCounts, WeighsEventsAndThoseExposedToThem) {
  OnePerson one;
  one.weigh(3);
  one.live(parent_on(LabourStatus::cash_benefit), parent_on(LabourStatus::disability_pension), {});
  EXPECT_EQ(one.events(Flow::pension_inflow), 3);
  EXPECT_EQ(one.exposed(Flow::pension_inflow), 3);
}

TEST(FlowCounts, TakesAftercareForNoOtherKindOfPlace) {
  OnePerson one;
  const Person before = child_of(17, Place::foster);  // 18 within the year
  Person after = before;
  after.place = Place::own_dwelling;
  one.begin(before);
  one.live(before, after,
           {in_place(Place::foster, 0, 200), in_place(Place::own_dwelling, 200, 364)});
  EXPECT_EQ(one.exposed(Flow::exit_all), 1);
  EXPECT_EQ(one.events(Flow::exit_all), 0);
  EXPECT_EQ(one.exposed(Flow::type_change), 0);
}

TEST(FlowCost, IsTheMunicipalitysAfterRefundWithoutTaxByAge) {
  const Scenario scenario = test::shipped_scenario();
  const PayerRules rules{scenario.catalogue};
  const std::vector<Person> people{child_of(17, Place::home), child_of(18, Place::home),
                                   child_of(22, Place::home), child_of(23, Place::home),
                                   parent_on(LabourStatus::cash_benefit)};
  ServiceUse use;
  use.add(Service::foster_family, 100);
  use.add(Service::aftercare, 100);
  use.add(Service::shelter, 100);
  use.add(Service::income_tax, 100);
  Settlements refund{};
  refund[index_of(Settlement::expensive_children)] = 700;
  refund[index_of(Settlement::expensive_adults)] = 50;
  const Diary diary;
  const TargetMembers target;
  FlowCounts counts;
  count_cost({year, people, people, diary, target}, use, refund, rules, scenario.catalogue, counts);

  const auto price = [&](Service service) {
    return 100 * rules.prices[index_of(service)][0][index_of(Payer::municipality)];
  };
  EXPECT_EQ(counts.cost[0], price(Service::foster_family) - 700);
  EXPECT_EQ(counts.cost[1], price(Service::aftercare));
  EXPECT_EQ(counts.cost[2], price(Service::shelter) - 50);
  EXPECT_EQ(counts.heads, (std::array<std::int64_t, cost_group_count>{1, 2, 2}));
}

}  // namespace
}  // namespace samspil
