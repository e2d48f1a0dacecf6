// Over random states, each lane lives a family's year as it would alone, whatever is lived beside
// it; and the screens by the first bits exclude nothing that happens.
#include <gtest/gtest.h>

#include <memory>
#include <random>

#include "model/families/candidates.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr int year = 2022;
constexpr std::size_t lanes = 8;

/// Lets all through: what may happen is asked by all bits.
void open(auto& limits) {
  if constexpr (requires { limits[0][0][0]; }) {
    for (auto& of : limits) open(of);
  } else {
    for (FourFloats& of : limits) of = four(1e30F);
  }
}
KernelTables without_screens(KernelTables tables) {
  open(tables.labour_limits);
  open(tables.place_limits);
  open(tables.measure_limits);
  open(tables.measure_stop_limits);
  open(tables.service_limits);
  open(tables.service_stop_limits);
  open(tables.activation_limits);
  open(tables.new_year_limits);
  return tables;
}

/// A family as it stands on 1 January, in each lane somewhat otherwise; and what acts on it there.
struct RandomFamily {
  Family family;
  std::vector<Person> rows;  ///< Lane by lane.
  HookLanes<lanes> hooks;
};

class RandomStates : public testing::Test {
 protected:
  int below(int n) { return std::uniform_int_distribution{0, n - 1}(random_); }
  bool rarely() { return below(6) == 0; }

  /// A year that has been lived, of which only the absence is to reach the next.
  PersonYear any_year() {
    PersonYear lived;
    lived.week_48 = static_cast<LabourStatus>(below(labour_status_count));
    lived.places = static_cast<std::uint8_t>(below(32));
    for (std::uint16_t* days : {&lived.days, &lived.measure_days, &lived.lawful_absence}) {
      *days = static_cast<std::uint16_t>(below(365));
    }
    for (std::uint16_t& days : lived.place_days) days = static_cast<std::uint16_t>(below(365));
    for (std::uint8_t* times : {&lived.notifications, &lived.parent_notifications,
                                &lived.investigations, &lived.convictions}) {
      *times = static_cast<std::uint8_t>(below(5));
    }
    return lived;
  }

  void change(Person& person) {
    if (rarely()) person.year = any_year();
    if (rarely()) person.status = static_cast<LabourStatus>(below(labour_status_count));
    if (rarely() && allows_hours(person.status))
      person.hours = static_cast<OrdinaryHours>(below(3));
    if (rarely()) person.agency = static_cast<Agency>(below(agency_count));
    if (rarely()) person.services.set(static_cast<AdultService>(below(adult_service_count)));
    if (rarely()) person.conditions.set(static_cast<Condition>(below(condition_count)));
    if (rarely()) person.ladder.counted = static_cast<std::uint16_t>(below(200));
    if (rarely()) person.ladder.self_support[0] = 1;
    if (rarely()) person.days_in_job = static_cast<std::uint16_t>(below(400));
    if (!is_child(person)) return;
    if (rarely()) person.place = static_cast<Place>(below(place_count));
    if (rarely()) person.days_home = static_cast<std::uint16_t>(below(600));
    if (rarely()) person.measures.set(static_cast<ChildMeasure>(below(child_measure_count)));
    if (rarely()) person.severity = 1.0F + 0.1F * static_cast<float>(below(10));
    if (rarely()) person.year.unlawful_absence = static_cast<std::uint16_t>(below(60));
    if (rarely()) person.case_open = 1;
  }

  RandomFamily random_family(const KernelTables& tables, std::uint64_t number) {
    RandomFamily made;
    std::vector<Person> rows(most_members);
    make_candidate(run_, number, year, tables, made.family, rows);
    made.family.room = static_cast<std::uint8_t>(rows.size());
    made.family.state.frailty = 0.2F + 0.4F * static_cast<float>(below(12));
    for (Person& person : rows) change(person);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      made.rows.insert(made.rows.end(), rows.begin(), rows.end());
      for (Person& person : std::span{made.rows}.last(rows.size())) {
        if (rarely()) change(person);
      }
    }
    for (std::size_t slot = 0; slot < hook_slot_count; ++slot) {
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        if (!rarely()) continue;
        made.hooks.slots[slot][lane] = 0.25 * below(13);
        made.hooks.moved.add(slot);
      }
    }
    return made;
  }

  /// Lives the family in all lanes, and returns its people afterwards, lane by lane.
  std::vector<Person> live(const KernelTables& tables, RandomFamily of, UseInLanes<lanes>& use) {
    use = {};
    FamilyYearIn<lanes> y{tables, run_, year, of.family, of.rows, of.hooks, use, work_, *together_};
    live_family_year(y);
    return of.rows;
  }
  /// The same in one lane alone.
  std::vector<Person> live_alone(const KernelTables& tables, RandomFamily of, std::size_t lane,
                                 ServiceUse& use) {
    HookRatios hooks;
    for (std::size_t i = 0; i < hooks.size(); ++i) hooks[i] = of.hooks.slots[i][lane];
    std::vector<Person> rows(
        of.rows.begin() + static_cast<std::ptrdiff_t>(lane * most_members),
        of.rows.begin() + static_cast<std::ptrdiff_t>((lane + 1) * most_members));
    FamilyYear y{tables, run_, year, of.family, rows, hooks, use, work_, *alone_};
    live_family_year(y);
    return rows;
  }

  const RunKey run_{1, 0};
  Work work_;
  std::unique_ptr<WorkspaceOf<lanes>> together_ = std::make_unique<WorkspaceOf<lanes>>();
  std::unique_ptr<Workspace> alone_ = std::make_unique<Workspace>();
  std::mt19937 random_{20};
};

TEST_F(RandomStates, AreScreenedOfNothingThatHappens) {
  const KernelTables tables{test::small_scenario().parameters};
  const KernelTables open = without_screens(tables);
  for (std::uint64_t number = 0; number < 4'000; ++number) {
    SCOPED_TRACE(number);
    const RandomFamily family = random_family(tables, number);
    ServiceUse use{}, use_without{};
    EXPECT_EQ(live_alone(tables, family, 0, use), live_alone(open, family, 0, use_without));
    EXPECT_EQ(use, use_without);
    UseInLanes<lanes> in_lanes, in_lanes_without;
    EXPECT_EQ(live(tables, family, in_lanes), live(open, family, in_lanes_without));
    EXPECT_EQ(in_lanes.in_state, in_lanes_without.in_state);
    if (HasFailure()) return;
  }
}

/// A lane's people keep no sums of days that nobody reads of several arms: there they stay nought.
Person as_in_lanes(Person person) {
  PersonYear& sums = person.year;
  sums.statuses.clear();
  sums.services.clear();
  sums.measures.clear();
  sums.status_days.fill(0);
  sums.measure_weeks.fill(0);
  sums.service_units.fill(0);
  sums.ordinary_hours_any = sums.activity_ready_any = 0;
  return person;
}

TEST_F(RandomStates, LeaveEachLaneAsAlone) {
  const KernelTables tables{test::small_scenario().parameters};
  for (std::uint64_t number = 0; number < 1'000; ++number) {
    const RandomFamily family = random_family(tables, number);
    UseInLanes<lanes> in_lanes;
    const std::vector<Person> together = live(tables, family, in_lanes);
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      ServiceUse use{};
      const std::vector<Person> alone = live_alone(tables, family, lane, use);
      for (std::size_t row = 0; row < alone.size(); ++row) {
        ASSERT_EQ(together[lane * most_members + row], as_in_lanes(alone[row]))
            << "family " << number << " lane " << lane << " row " << row;
      }
      for (std::size_t s = 0; s < service_count; ++s) {
        ASSERT_EQ(in_lanes.in_state[s][0][lane], use.in_state[s][0]) << number << ' ' << s;
      }
    }
  }
}

}  // namespace
}  // namespace samspil
