// The direction of every mechanism of staff and content, on one population whose arms share every
// draw.
#include <gtest/gtest.h>

#include <array>
#include <optional>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario population() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 10'000;
  scenario.population.families = 2'000;
  scenario.years = 3;
  scenario.parameters.family.job_entry_new_caseworker = 0.4;
  return scenario;
}

Effect on_component(Component component, Hook hook, double ratio) {
  Effect effect = test::effect_of(hook, ratio);
  effect.component = component;
  effect.reference = usual_amount(component);
  return effect;
}

/// What is compared: the lives, without the programme.
bool live_alike(const ArmCounts& a, const ArmCounts& b) {
  for (std::size_t year = 0; year < a.years.size(); ++year) {
    if (a.years[year].use != b.years[year].use) return false;
    for (std::size_t i = 0; i <= index_of(Outcome::turned_23); ++i) {
      if (a.years[year].outcomes[i] != b.years[year].outcomes[i]) return false;
    }
  }
  return true;
}

class StaffSign : public testing::Test {
 protected:
  /// A strategy that acts on entry into work alone, with every family enrolled and staff in place.
  Strategy jobs() const {
    return test::bare_strategy(world_.scenario(), {test::effect_of(Hook::job_entry, 3)});
  }
  ArmCounts arm(const Strategy& strategy, std::optional<Mechanism> off = std::nullopt) const {
    Scenario changed = world_.scenario();
    changed.strategies = {strategy};
    if (off) changed.mechanisms[index_of(*off)] = false;
    return world_.run(changed, {{0, EffectLevel::none}, {1, EffectLevel::centre}})[1];
  }
  /// More parent-years in work than without any strategy.
  std::int64_t gain(const ArmCounts& counts) const {
    return test::total_of(counts, Outcome::parents_in_work) -
           test::total_of(none_, Outcome::parents_in_work);
  }

  static Ore staff_cost(const ArmCounts& counts) {
    Ore sum = 0;
    for (const YearCounts& year : counts.years) {
      sum += year.programme[index_of(ProgrammeItem::staff)];
    }
    return sum;
  }

  const test::World world_{population()};
  const ArmCounts none_ = world_.run({{0, EffectLevel::none}})[0];
};

TEST_F(StaffSign, CaseloadCreepTakesEffectAndStaffAway) {
  const Strategy kept = jobs();
  Strategy creeping = kept;
  creeping.levers.caseload_creep.value = 0.4;

  const ArmCounts with = arm(creeping);
  const ArmCounts without = arm(kept);

  EXPECT_LT(gain(with), gain(without));
  EXPECT_GT(gain(with), 0);
  EXPECT_LT(test::total_of(with, Outcome::caseworker_quarter_days),
            test::total_of(without, Outcome::caseworker_quarter_days));
  EXPECT_EQ(arm(creeping, Mechanism::caseload), without);
}

TEST_F(StaffSign, CaseloadAboveThatOfTheFidelityTakesEffectAway) {
  Strategy crowded = jobs();
  crowded.levers.caseload.value = 2 * crowded.levers.fidelity_caseload.value;

  EXPECT_LT(gain(arm(crowded)), gain(arm(jobs())));
  EXPECT_TRUE(live_alike(arm(crowded, Mechanism::caseload), arm(jobs())));
}

TEST_F(StaffSign, TurnoverTakesEffectAwayByTheRelationAndByEmptyPosts) {
  const Strategy staying = jobs();
  Strategy leaving = staying;
  leaving.levers.turnover_rate.value = 1;
  leaving.levers.handover_share.value = 1;
  Strategy starting_over = leaving;
  starting_over.levers.handover_share.value = 0.2;
  Strategy empty = leaving;
  empty.levers.hiring_lag_months.value = 6;

  EXPECT_TRUE(live_alike(arm(leaving), arm(staying)));
  EXPECT_GT(test::total_of(arm(leaving), Outcome::caseworker_changes), 0);
  EXPECT_LT(gain(arm(starting_over)), gain(arm(staying)));
  // The same lag at the start in both: what differs are the posts that were left.
  Strategy late = staying;
  late.levers.hiring_lag_months.value = 6;
  EXPECT_LT(gain(arm(empty)), gain(arm(late)));
  EXPECT_GT(test::total_of(arm(empty), Outcome::vacant_quarter_days),
            test::total_of(arm(late), Outcome::vacant_quarter_days));
  EXPECT_EQ(arm(starting_over, Mechanism::turnover), arm(staying));
}

TEST_F(StaffSign, NewCaseworkersTakeJobsWhereTheJobCaseworkIsTakenOver) {
  Strategy staying = test::bare_strategy(world_.scenario(), {});
  staying.levers.takes_over_job_casework.value = 1;
  Strategy leaving = staying;
  leaving.levers.turnover_rate.value = 1;
  Strategy beside = leaving;
  beside.levers.takes_over_job_casework.value = 0;

  EXPECT_LT(gain(arm(leaving)), gain(arm(staying)));
  // Enrolment is a change; who stays is a caseworker less often changed than in present practice.
  const auto in_work = [&](const ArmCounts& counts, std::size_t year) {
    return counts.years[year].outcomes[index_of(Outcome::parents_in_work)];
  };
  EXPECT_LT(in_work(arm(staying), 0), in_work(none_, 0));
  EXPECT_GT(in_work(arm(staying), 2) - in_work(arm(staying), 0),
            in_work(none_, 2) - in_work(none_, 0));
  EXPECT_TRUE(live_alike(arm(beside), none_));
  EXPECT_EQ(gain(arm(leaving, Mechanism::turnover)), 0);
}

TEST_F(StaffSign, CapacityMakesFamiliesWait) {
  const Strategy open = jobs();
  Strategy limited = open;
  limited.levers.capacity_per_site.value = 9;
  limited.levers.exit_rate_withdrawn.value = 0.5;

  const ArmCounts with = arm(limited);

  EXPECT_GT(test::total_of(with, Outcome::queued_families), 0);
  EXPECT_LT(gain(with), gain(arm(open)));
  // Places that fall free are taken at the next new year.
  EXPECT_LT(with.years[2].outcomes[index_of(Outcome::queued_families)],
            with.years[0].outcomes[index_of(Outcome::queued_families)]);
  EXPECT_EQ(test::total_of(arm(limited, Mechanism::capacity), Outcome::queued_families), 0);
}

TEST_F(StaffSign, HoursThatNoFamilyTakesGoToOtherCasesOrArePaid) {
  Strategy strategy = jobs();
  strategy.levers.capacity_per_site.value = 9;  // 1.125 posts of eight families
  strategy.levers.handover_share.value = 1;     // posts that end change nothing else
  strategy.levers.exit_rate_withdrawn.value = 0.5;
  const auto staffed = [&](Staffing staffing) {
    Scenario changed = world_.scenario();
    changed.strategies = {strategy};
    changed.staffing = staffing;
    return world_.run(changed, {{0, EffectLevel::none}, {1, EffectLevel::centre}})[1];
  };
  const auto unused = [](const ArmCounts& counts) {
    return test::total_of(counts, Outcome::unused_quarter_days);
  };
  const double wage = strategy.levers.wage.value * 100;
  const auto wages = [&](std::int64_t quarter_days) {
    return wage * static_cast<double>(quarter_days) / (4 * days_per_year);
  };

  const ArmCounts quarters = staffed({}), whole = staffed({true});
  const ArmCounts quarters_paid = staffed({false, UnusedHours::paid});
  const ArmCounts whole_paid = staffed({true, UnusedHours::paid});

  EXPECT_TRUE(live_alike(quarters, whole_paid));
  EXPECT_GT(unused(quarters), 0);
  EXPECT_GT(unused(whole), 2 * unused(quarters));
  // What is paid for other cases' hours is no cost of the programme, however staff are employed.
  EXPECT_EQ(staff_cost(quarters), staff_cost(whole));
  const auto rounding = static_cast<double>(wages(world_.scenario().population.families));
  EXPECT_NEAR(static_cast<double>(staff_cost(quarters_paid) - staff_cost(quarters)),
              wages(unused(quarters)), rounding);
  EXPECT_NEAR(static_cast<double>(staff_cost(whole_paid)),
              wages(test::total_of(whole, Outcome::caseworker_quarter_days)), 1000);
}

TEST_F(StaffSign, HoursEndANoticeAfterTheLastFamily) {
  Strategy strategy = jobs();
  strategy.levers.duration_years.value = 1.5;
  const auto employed = [&](double months) {
    Scenario changed = world_.scenario();
    changed.strategies = {strategy};
    changed.parameters.demography.enrolment_spread = 0;
    changed.parameters.demography.move = 0;  // nobody leaves on another day
    changed.parameters.demography.notice_months = months;
    const ArmCounts counts =
        world_.run(changed, {{0, EffectLevel::none}, {1, EffectLevel::none}})[1];
    EXPECT_EQ(counts.years[2].outcomes[index_of(Outcome::enrolled_days)], 0);
    return std::array{counts.years[1].outcomes[index_of(Outcome::caseworker_quarter_days)],
                      counts.years[2].outcomes[index_of(Outcome::caseworker_quarter_days)]};
  };

  const auto at_once = employed(0), in_three = employed(3), in_nine = employed(9);

  EXPECT_EQ(at_once[1], 0);
  EXPECT_EQ(in_three[1], 0);
  EXPECT_GT(in_three[0], at_once[0] * 273 / 182 * 99 / 100);
  // Nine months are three times three, for those too that end at new year; the rest lies in year 3.
  EXPECT_EQ(in_nine[0] + in_nine[1], at_once[0] + 3 * (in_three[0] - at_once[0]));
  EXPECT_GT(in_nine[1], (in_three[0] - at_once[0]) * 99 / 100);
  EXPECT_LE(in_nine[1], in_three[0] - at_once[0]);
}

TEST_F(StaffSign, SizeOfASiteDoesNotMoveTheCostOfAFamily) {
  const auto cost = [&](int families_per_site, std::size_t strategy) {
    Scenario changed = world_.scenario();
    changed.population.families_per_site = families_per_site;
    Levers& levers = changed.strategies[strategy].levers;
    levers.intake_share.value = 0.5;
    levers.consent_share.value = 1;
    levers.capacity_per_site.value = 0;
    const ArmCounts counts =
        world_.run(changed, {{0, EffectLevel::none}, {strategy + 1, EffectLevel::none}})[1];
    Ore sum = 0;
    for (const YearCounts& year : counts.years) {
      for (std::size_t i = 0; i < programme_item_count; ++i) sum += year.programme[i];
    }
    const auto days = static_cast<double>(test::total_of(counts, Outcome::enrolled_days));
    return std::array{days, static_cast<double>(sum) / days};
  };
  for (std::size_t i = 0; i < world_.scenario().strategies.size(); ++i) {
    const auto usual = cost(40, i);
    for (const int families : {80, 200}) {
      const auto other = cost(families, i);
      EXPECT_NEAR(other[0] / usual[0], 1, 0.01) << i << ", " << families;
      EXPECT_NEAR(other[1] / usual[1], 1, 0.02) << i << ", " << families;
    }
  }
}

TEST_F(StaffSign, CapacityMakesFamiliesWaitForStaffToBeHired) {
  Strategy late = jobs();
  late.levers.hiring_lag_months.value = 9;
  Strategy next_year = jobs();
  next_year.levers.hiring_lag_months.value = 15;

  const ArmCounts waited = arm(next_year);

  EXPECT_LT(gain(arm(late)), gain(arm(jobs())));
  EXPECT_EQ(waited.years[0].outcomes[index_of(Outcome::enrolled_families)], 0);
  EXPECT_EQ(waited.years[0].programme[index_of(ProgrammeItem::staff)], 0);
  EXPECT_GT(waited.years[1].outcomes[index_of(Outcome::enrolled_families)], 0);
  EXPECT_TRUE(live_alike(arm(late, Mechanism::capacity), arm(jobs())));
}

TEST_F(StaffSign, SpillOverReachesFamiliesWithoutAPlaceAtNoCost) {
  Strategy alone = jobs();
  alone.levers.intake_share.value = 0.3;
  Strategy spreading = alone;
  spreading.levers.spill_over.value = 0.5;

  const ArmCounts with = arm(spreading);
  const ArmCounts without = arm(alone);

  EXPECT_GT(gain(with), gain(without));
  EXPECT_LT(gain(with), gain(arm(jobs())));
  EXPECT_EQ(with.years[0].programme, without.years[0].programme);
  EXPECT_EQ(arm(spreading, Mechanism::spill_over), without);
}

TEST_F(StaffSign, OrderOfMeasuresMakesTheLaterGroupWait) {
  Strategy both = test::bare_strategy(world_.scenario(), {test::effect_of(Hook::job_entry, 3),
                                                          test::effect_of(Hook::measure_start, 2)});
  both.levers.wait_months.value = 12;
  Strategy labour = both, treatment = both;
  labour.levers.order = MeasureOrder::labour_first;
  treatment.levers.order = MeasureOrder::treatment_first;
  const auto measures = [](const ArmCounts& counts) {
    return counts.years[0].outcomes[index_of(Outcome::home_measure_days)];
  };
  const auto work = [](const ArmCounts& counts) {
    return counts.years[0].outcomes[index_of(Outcome::parents_in_work)];
  };

  const ArmCounts parallel = arm(both);

  EXPECT_LT(measures(arm(labour)), measures(parallel));
  EXPECT_EQ(work(arm(labour)), work(parallel));
  EXPECT_LT(work(arm(treatment)), work(parallel));
  EXPECT_GE(work(arm(treatment)), work(none_));
  EXPECT_LT(gain(arm(treatment)), gain(parallel));
  EXPECT_GT(gain(arm(treatment)), 0);  // from the second year on
  EXPECT_EQ(arm(labour, Mechanism::order_of_measures), parallel);
}

TEST_F(StaffSign, SiloBudgetsHoldBackWhatHangsOnJointFinancing) {
  Strategy alone = test::bare_strategy(
      world_.scenario(), {on_component(Component::joint_financing, Hook::job_entry, 3)});
  Strategy half = alone, all = alone;
  half.levers.joint_financing.value = 0.5;
  all.levers.joint_financing.value = 1;

  EXPECT_EQ(gain(arm(alone)), 0);
  EXPECT_GT(gain(arm(half)), 0);
  EXPECT_LT(gain(arm(half)), gain(arm(all)));
  EXPECT_EQ(gain(arm(alone, Mechanism::silo_budgets)), gain(arm(all)));
}

TEST_F(StaffSign, OfContentIsThatOfWhatHangsOnIt) {
  struct Content {
    Component component;
    Quantity Levers::*lever;
    double full;
  };
  const auto full_gain = gain(arm(jobs()));
  for (const Content& one : {Content{Component::joint_plan, &Levers::joint_plan, 1},
                             Content{Component::follow_up, &Levers::follow_up_per_year, 4},
                             Content{Component::delegated_grants, &Levers::delegated_grants, 1},
                             Content{Component::civil_society, &Levers::civil_society, 1}}) {
    SCOPED_TRACE(component_names[index_of(one.component)]);
    Strategy strategy =
        test::bare_strategy(world_.scenario(), {on_component(one.component, Hook::job_entry, 3)});
    const auto with = [&](double amount) {
      (strategy.levers.*one.lever).value = amount;
      return gain(arm(strategy));
    };
    EXPECT_EQ(with(0), 0);
    EXPECT_LT(with(one.full / 2), full_gain);
    EXPECT_EQ(with(one.full), full_gain);
  }
}

TEST(FidelityGate, LosesOneElementAfterTheOther) {
  const std::vector<PlannedElement> elements{{0.25, 0.4}, {0.75, 0.8}};
  EXPECT_DOUBLE_EQ(fidelity_gate(elements, 1), 0.7);
  EXPECT_DOUBLE_EQ(fidelity_gate(elements, 0.9), 0.7 - 0.1 * 0.4);
  EXPECT_DOUBLE_EQ(fidelity_gate(elements, 0.75), 0.6);  // the first is down to fidelity 1
  EXPECT_DOUBLE_EQ(fidelity_gate(elements, 0.5), 0.4);
  EXPECT_DOUBLE_EQ(fidelity_gate(elements, 0), 0);
}

}  // namespace
}  // namespace samspil
