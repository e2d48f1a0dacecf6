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
    count_flows({year, from, to, diary, target}, rules_, scenario_.catalogue, 1, memories_,
                counts_);
  }
  void begin(const Person& person) { memories_ = flow_memories(std::vector<Person>{person}); }

  std::int64_t events(Flow flow) const { return counts_.parts[index_of(flow)].numerator; }
  std::int64_t exposed(Flow flow) const { return counts_.parts[index_of(flow)].denominator; }

 private:
  Scenario scenario_ = test::shipped_scenario();
  PayerRules rules_{scenario_.catalogue};
  FlowMemories memories_{};
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
}

}  // namespace
}  // namespace samspil
