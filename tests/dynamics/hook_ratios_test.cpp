// How much of a strategy acts in one family, beside values computed by hand: the gate, the strength
// of each kind of effect, what waits, what spills over, and a change of caseworker.
#include <algorithm>
#include <cmath>
#include <vector>

#include "model/dynamics/coordination.hpp"
#include "tests/dynamics/hand_values.hpp"

namespace samspil::test {
namespace {

constexpr Hook some_hook = Hook::job_loss;

/// One family, its team and a plan of which a test says what differs from doing everything at once.
struct Coordinated {
  Family family;
  std::vector<Person> people;
  Team team;
  CoordinationPlan plan;
  FamilyParameters p = strange_parameters().family;

  Coordinated() {
    plan.gated = false;
    family.enrolment = Enrolment::enrolled;
    family.enrolled_until = days_per_year;
  }
  /// Days of this year in the strategy, after some days in years before.
  void enrolled(int before, int from, int until) {
    family.enrolled_days = static_cast<std::uint16_t>(before);
    family.enrolled_from = static_cast<std::uint16_t>(from);
    family.enrolled_until = static_cast<std::uint16_t>(until);
  }
  /// A year after some days in the strategy, which ended some days before it began.
  void exited(int days, int since) {
    enrolled(days, 0, 0);
    family.enrolment = Enrolment::exited;
    family.days_since_exit = static_cast<std::uint16_t>(since);
  }
  HookRatios ratios() const { return hook_ratios(family, people, team, plan, p); }
  /// The ratio of an effect, and of nothing else.
  double ratio(PlannedEffect effect) {
    effect.hook = some_hook;
    plan.effects = {effect};
    return hook(ratios(), some_hook);
  }
  /// An effect of 2 gives 1 + strength.
  double strength(Channel channel, double days = 0, bool later = false) {
    PlannedEffect effect;
    effect.channel = channel;
    effect.ratio = 2;
    effect.days = days;
    effect.later = later;
    return ratio(effect) - 1;
  }
};

TEST(EffortStrength, RampsUpOverTheDaysInTheStrategy) {
  Coordinated one;
  expect_value(one.strength(Channel::effort), 1.0, "all year, no ramp");
  one.plan.ramp_days = 728;
  expect_value(one.strength(Channel::effort), 182.0 / 728, "first year: its middle");
  one.enrolled(0, 91, 364);
  expect_value(one.strength(Channel::effort), 0.75 * (136.5 / 728), "from April");
  one.enrolled(182, 0, 364);
  expect_value(one.strength(Channel::effort), (182.0 + 182) / 728, "second year");
  one.enrolled(700, 0, 364);
  expect_value(one.strength(Channel::effort), 1.0, "after the ramp");
}

TEST(EffortStrength, FadesAfterExitAndAftercare) {
  Coordinated one;
  one.plan.ramp_days = 728;
  one.plan.aftercare_days = 91;
  one.plan.fade_rate = 0.8;
  one.enrolled(182, 0, 182);  // the middle of the days after it lies 91 days after exit
  expect_value(one.strength(Channel::effort),
               0.5 * ((182.0 + 91) / 728) + 0.5 * ((182.0 + 182) / 728), "aftercare");
  one.plan.aftercare_days = 0;
  expect_value(one.strength(Channel::effort),
               0.5 * ((182.0 + 91) / 728) + 0.5 * ((182.0 + 182) / 728) * std::exp(-0.8 * 0.25),
               "the year of the exit");
  one.plan.aftercare_days = 182;
  one.exited(364, 91);
  expect_value(one.strength(Channel::effort), 364.0 / 728 * std::exp(-0.8 * 0.25),
               "the year after");
  one.plan.fade_rate = 0;
  expect_value(one.strength(Channel::effort), 364.0 / 728, "what does not fade");
  one.enrolled(0, 181, 182);
  one.family.enrolment = Enrolment::enrolled;
  expect_value(one.strength(Channel::effort), 1.0 / 364 * (0.5 / 728) + 0.5 * (1.0 / 728),
               "one day");
  one.plan.ramp_days = 0;
  one.exited(0, 91);
  expect_value(one.strength(Channel::effort), 0.0, "left on the day of the start");
}

TEST(OtherStrength, IsTheShareOfTheYear) {
  Coordinated one;
  one.plan.ramp_days = 728;
  one.enrolled(60, 0, 182);
  expect_value(one.strength(Channel::overlap), 0.5, "overlap");
  expect_value(one.strength(Channel::substitution), 0.5, "substitution");
  expect_value(one.strength(Channel::discovery, 151), 91.0 / 364, "the first 151 days, 60 of them");
  expect_value(one.strength(Channel::discovery, 60), 0.0, "the first 60 days, all before");
  expect_value(one.strength(Channel::discovery, 300), 182.0 / 364, "the first 300 days");
  one.exited(364, 1);
  expect_value(one.strength(Channel::overlap), 0.0, "after exit");
}

TEST(WaitingEffects, BeginLater) {
  Coordinated one;
  one.plan.wait_days = 91;
  one.enrolled(30, 0, 364);
  expect_value(one.strength(Channel::overlap, 0, true), (30.0 + 364 - 91) / 364, "61 days of wait");
  expect_value(one.strength(Channel::overlap, 0, false), 1.0, "of the first group");
  expect_value(one.strength(Channel::discovery, 182, true), 182.0 / 364, "from the end of it");
  one.enrolled(0, 300, 364);
  expect_value(one.strength(Channel::overlap, 0, true), 0.0, "64 days, all of them wait");
  one.enrolled(121, 0, 364);
  expect_value(one.strength(Channel::discovery, 182, true), (182.0 - 30) / 364, "30 days ago");
  one.plan.ramp_days = 728;
  expect_value(one.strength(Channel::effort, 0, true), (30.0 + 182) / 728, "ramp from its end");
  expect_value(one.strength(Channel::effort, 0, false), (121.0 + 182) / 728, "ramp from the start");
}

TEST(Gate, IsAgencyTimesRelationTimesFidelity) {
  Coordinated one;
  one.plan.gated = true;
  one.people.assign(4, Person{});
  for (Person& person : one.people) person.presence = Presence::present;
  one.people[0].agency = Agency::low;
  one.people[1].agency = Agency::some;  // the most able adult who is there
  one.people[2].agency = Agency::high;
  one.people[2].role = Role::child;
  one.people[3].agency = Agency::high;
  one.people[3].presence = Presence::left;
  one.p.gate_agency = {0.1, 0.4, 0.7, 1};
  one.p.gate_reference = 0.35;
  one.family.relation = 0.75F;
  one.team.fidelity_gate = 0.6;
  expect_value(one.strength(Channel::effort), 0.7 * 0.75 * 0.6 / 0.35, "gated");
  expect_value(one.strength(Channel::effort, 0, true), 0.7 * 0.75 * 0.6 / 0.35, "and later");
  expect_value(one.strength(Channel::overlap), 1.0, "not gated");
  one.people.pop_back();
  one.people.erase(one.people.begin() + 1);
  expect_value(one.strength(Channel::effort), 0.4 * 0.75 * 0.6 / 0.35, "low agency alone");
  // parameters.csv: agency 0.7 x relation 0.8 x fidelity 0.6, stated as 0.33, let all through.
  one.people[0].agency = Agency::some;
  one.p.gate_reference = 0.33;
  one.family.relation = 0.8F;
  EXPECT_NEAR(one.strength(Channel::effort), 0.7 * 0.8 * 0.6 / 0.33, 1e-6);
}

TEST(Harm, TurnsTheEffortRound) {
  Coordinated one;
  one.family.harmed = 1;
  one.plan.ramp_days = 728;
  expect_value(one.strength(Channel::effort), -182.0 / 728, "effort");
  expect_value(one.strength(Channel::overlap), 1.0, "overlap");
}

TEST(PlannedEffect, MultipliesByContentAndNeverBelowNought) {
  Coordinated one;
  one.enrolled(0, 182, 364);
  PlannedEffect effect;
  effect.channel = Channel::overlap;
  effect.ratio = 0.6;
  expect_value(one.ratio(effect), 1 - 0.4 * 0.5, "half a year");
  effect.scale = 1.5;
  expect_value(one.ratio(effect), 1 - 0.4 * 0.5 * 1.5, "more content");
  effect.scale = 10;
  expect_value(one.ratio(effect), 0.0, "more than there is");
}

TEST(PlannedEffect, ActsOnWhatItNamesAndMultipliesOthers) {
  Coordinated one;
  PlannedEffect first;
  first.hook = Hook::measure_start;
  first.channel = Channel::overlap;
  first.targets = 1U << index_of(ChildMeasure::respite) | 1U << index_of(ChildMeasure::aftercare);
  first.ratio = 0.8;
  PlannedEffect second = first;
  second.targets = 1U << index_of(ChildMeasure::respite);
  second.ratio = 1.5;
  one.plan.effects = {first, second};
  const HookRatios ratios = one.ratios();
  expect_value(hook_at(ratios, Hook::measure_start, ChildMeasure::respite), 0.8 * 1.5, "both");
  expect_value(hook_at(ratios, Hook::measure_start, ChildMeasure::aftercare), 0.8, "one");
  EXPECT_EQ(std::count(ratios.begin(), ratios.end(), 1.0),
            static_cast<std::ptrdiff_t>(ratios.size()) - 2);
}

TEST(SpillOver, IsAShareOfTheEffortOfATeamAtWork) {
  Coordinated one;
  one.family = Family{};
  one.team.running_days = 182;
  one.team.first_day = 91;
  one.plan.ramp_days = 728;
  EXPECT_EQ(one.strength(Channel::effort), 0.0);
  one.plan.spill_over = 0.4;
  const double ramped = 0.75 * ((182 + 136.5) / 728);
  expect_value(one.strength(Channel::effort), ramped * 0.4, "never enrolled");
  expect_value(one.strength(Channel::effort, 0, true), ramped * 0.4, "and later");
  EXPECT_EQ(one.strength(Channel::discovery, 300), 0.0);
  EXPECT_EQ(one.strength(Channel::overlap), 0.0);
  one.family.harmed = 1;  // by what it never had
  expect_value(one.strength(Channel::effort), ramped * 0.4, "harm");
  one.family.enrolment = Enrolment::enrolled;
  one.family.harmed = 0;
  one.enrolled(0, 0, 364);
  expect_value(one.strength(Channel::effort), 182.0 / 728, "enrolled");
}

TEST(NewCaseworker, ActsOnJobEntryRelativeToPresentPractice) {
  Coordinated one;
  one.p.job_entry_new_caseworker = 0.8;
  one.p.usual_new_caseworker = 0.25;
  const auto ratio = [&] { return hook(one.ratios(), Hook::job_entry); };
  EXPECT_EQ(ratio(), 1.0);  // others do the casework
  one.plan.job_casework = 1;
  const double usual = 1 - 0.25 * 0.2;
  expect_value(ratio(), 0.8 / usual, "enrolment is a change");
  one.enrolled(364, 0, 364);
  expect_value(ratio(), 1 / usual, "none");
  one.family.new_caseworker = 1;
  expect_value(ratio(), 0.8 / usual, "a change last year");
  one.plan.job_casework = 0.5;
  one.enrolled(364, 0, 182);
  expect_value(ratio(), 1 + 0.5 * 0.5 * (0.8 / usual - 1), "half the casework for half the year");
  one.exited(364, 10);
  expect_value(ratio(), 1.0, "after exit");
  one.family.enrolment = Enrolment::queued;
  one.enrolled(0, 0, 364);
  EXPECT_EQ(ratio(), 1.0);
}

TEST(NewCaseworker, MultipliesWithEffectsOnJobEntry) {
  Coordinated one;
  one.p.job_entry_new_caseworker = 0.883;  // as parameters.csv says, with 0.4 who have a change
  one.p.usual_new_caseworker = 0.4;
  one.plan.job_casework = 1;
  PlannedEffect effect;
  effect.hook = Hook::job_entry;
  effect.channel = Channel::overlap;
  effect.ratio = 1.3;
  one.plan.effects = {effect};
  expect_value(hook(one.ratios(), Hook::job_entry), 0.883 / (1 - 0.4 * 0.117) * 1.3, "both");
}

TEST(UsedDays, AreThoseOfServedFamiliesAndAllOnShortDays) {
  Team team;
  team.caseload = 8;
  team.served_family_days = 400;
  team.short_quarter_days = 60;
  expect_value(used_days(team), 400.0 / 8 + 60.0 / 4, "full-time days");
}

}  // namespace
}  // namespace samspil::test
