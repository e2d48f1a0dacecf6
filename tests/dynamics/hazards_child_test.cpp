// Hazards of children's measures, school and notifications beside values computed by hand.
#include "model/dynamics/hazards_child.hpp"

#include "tests/dynamics/hand_values.hpp"

namespace samspil::test {
namespace {

TEST(MeasureStart, IsBaseTimesNeed) {
  constexpr ChildMeasure respite = ChildMeasure::respite;
  constexpr ChildMeasure grant = ChildMeasure::lost_earnings;
  Parameters p = strange_parameters();
  for (const auto& [measure, base] : {std::pair{respite, 0.2}, std::pair{grant, 0.3}}) {
    at(p.measures.start, measure) = base;
    at(p.measures.placed, measure) = 0.4;
    at(p.measures.disability, measure) = 7;
    at(p.measures.parent_condition, measure) = 1.3;
    at(p.measures.from_12, measure) = 0.9;
  }
  const auto base = [&](ChildMeasure measure) {
    return [&p, measure](const Subject& s) {
      return measure_base(measure, need_of(s.person, s.age, s.met.parent_condition), p.measures);
    };
  };
  const auto placed_at_11 = [](Subject& s) {
    s.age = 11;
    s.person.place = Place::foster;
    s.met.parent_condition = true;
  };
  const auto disabled_at_12 = [](Subject& s) {
    s.age = 12;
    s.has(Condition::disability);
    s.met.parent_condition = true;
  };
  const auto placed_at_12 = [](Subject& s) {
    s.age = 12;
    s.person.place = Place::network;
    s.has(Condition::mental_disorder);
  };
  expect_values(base(respite), {{"placed, 11, parent ill", placed_at_11, 0.2 * 0.4 * 1.3},
                                {"disabled, 12, parent ill", disabled_at_12, 0.2 * 7 * 0.9 * 1.3},
                                {"placed, 12", placed_at_12, 0.2 * 0.4 * 0.9}});
  expect_values(base(grant), {{"placed, 11, parent ill", placed_at_11, 0.3 * 0.4},
                              {"disabled, 12, parent ill", disabled_at_12, 0.3 * 7 * 0.9},
                              {"placed, 12", placed_at_12, 0.3 * 0.4 * 0.9}});
}

TEST(Measures, AreOfferedFromOneBirthdayUntilAnother) {
  Parameters p = strange_parameters();
  at(p.measures.age_from, ChildMeasure::youth_support) = 15;
  at(p.measures.age_to, ChildMeasure::youth_support) = 23;
  const auto is_offered = [&](int age) {
    return is_offered_at(ChildMeasure::youth_support, age, p.measures);
  };
  EXPECT_FALSE(is_offered(14));
  EXPECT_TRUE(is_offered(15));
  EXPECT_TRUE(is_offered(22));
  EXPECT_FALSE(is_offered(23));
}

Parameters of_measure_ratios() {
  Parameters p = strange_parameters();
  p.coupling.measure_start_parent_in_work = 0.8;
  p.coupling.measure_stop_parent_in_work = 1.4;
  p.family.measure_start_per_5_sdq = 1.1;
  p.family.sdq_mean = 15;
  return p;
}

auto start_of(ChildMeasure measure) {
  return [measure, p = of_measure_ratios()](const Subject& s) {
    return at(measure_ratios(s.person, s.met, s.frailty(), s.hooks, p).start, measure);
  };
}

auto stop_of(ChildMeasure measure) {
  return [measure, p = of_measure_ratios()](const Subject& s) {
    return at(measure_ratios(s.person, s.met, s.frailty(), s.hooks, p).stop, measure);
  };
}

TEST(MeasureRatios, AreFrailtySeverityCouplingSdqAndHooksOfHomeBasedStarts) {
  expect_values(start_of(ChildMeasure::respite),
                {{"frail, parent half in work, SDQ of 25",
                  [](Subject& s) {
                    s.family.state.frailty = 1.5F;
                    s.met.parent_work_weight = 0.5;
                    s.person.sdq = 25;
                    s.meets(Hook::measure_start, ChildMeasure::respite, 1);
                  },
                  1.5 * (1 - 0.5 * 0.2) * (1.1 * 1.1)},
                 {"severe, SDQ of 10, hooked",
                  [](Subject& s) {
                    s.person.severity = 2;
                    s.person.sdq = 10;
                    s.meets(Hook::measure_start, ChildMeasure::respite, 0.7);
                  },
                  2.0 / 1.1 * 0.7},
                 {"severe, parent in work, mean SDQ",
                  [](Subject& s) {
                    s.person.severity = 2;
                    s.person.sdq = 15;
                    s.met.parent_work_weight = 1;
                    s.meets(Hook::measure_start, ChildMeasure::respite, 1);
                  },
                  2.0 * 0.8}});
  const auto severe = [](Subject& s) {
    s.family.state.frailty = 1.5F;
    s.person.severity = 2;
    s.person.sdq = 15;
    s.meets(Hook::measure_start, ChildMeasure::contact_person, 0.7);
    s.meets(Hook::measure_start, ChildMeasure::early_prevention, 0.8);
    s.meets(Hook::contact_person_start, 1.2);
    s.meets(Hook::grant_start, ChildMeasure::additional_costs, 0.6);
    s.meets(Hook::special_school_entry, 0.9);
  };
  expect_values(start_of(ChildMeasure::contact_person),
                {{"contact person", severe, 1.5 * 2.0 * 0.7 * 1.2}});
  expect_values(start_of(ChildMeasure::early_prevention), {{"advice", severe, 1.5 * 2.0 * 0.8}});
  expect_values(start_of(ChildMeasure::additional_costs), {{"grant", severe, 0.6}});
  expect_values(start_of(ChildMeasure::school_support), {{"support at school", severe, 0.9}});
  expect_values(start_of(ChildMeasure::youth_education_special), {{"STU", severe, 0.9}});
}

TEST(MeasureRatios, AreCouplingAndHooksOfHomeBasedStops) {
  const auto hooked = [](Subject& s) {
    s.family.state.frailty = 1.5F;
    s.person.severity = 2;
    s.meets(Hook::measure_stop, ChildMeasure::aftercare, 1.3);
  };
  const auto parent_half_in_work = [](Subject& s) {
    s.met.parent_work_weight = 0.5;
    s.meets(Hook::measure_stop, ChildMeasure::aftercare, 1);
  };
  expect_values(stop_of(ChildMeasure::aftercare),
                {{"hooked", hooked, 1.3},
                 {"parent half in work", parent_half_in_work, 1 + 0.5 * 0.4},
                 {"both",
                  [](Subject& s) {
                    s.met.parent_work_weight = 1;
                    s.meets(Hook::measure_stop, ChildMeasure::aftercare, 1.3);
                  },
                  1.4 * 1.3}});
  expect_values(stop_of(ChildMeasure::lost_earnings), {{"grant", parent_half_in_work, 1.0}});
  expect_values(stop_of(ChildMeasure::school_support), {{"school", parent_half_in_work, 1.0}});
}

TEST(MeasureRatios, MultiplyTheBase) {
  Parameters p = of_measure_ratios();
  at(p.measures.start, ChildMeasure::respite) = 0.2;
  at(p.measures.disability, ChildMeasure::respite) = 7;
  at(p.measures.stop, ChildMeasure::respite) = 0.5;
  Subject s;
  s.family.state.frailty = 1.5F;
  s.person.sdq = 15;
  s.meets(Hook::measure_start, ChildMeasure::respite, 0.7);
  s.meets(Hook::measure_stop, ChildMeasure::respite, 1.3);
  const MeasureRatios ratios = measure_ratios(s.person, s.met, s.frailty(), s.hooks, p);
  const MeasureNeed need{.disability = true};
  expect_value(measure_start(ChildMeasure::respite, need, ratios, p.measures), 0.2 * 7 * 1.5 * 0.7,
               "start");
  expect_value(measure_stop(ChildMeasure::respite, ratios, p.measures), 0.5 * 1.3, "stop");
}

TEST(SpecialSchool, EntryIsBaseTimesDisabilityTimesHook) {
  Parameters p = strange_parameters();
  p.school.special_class_entry = 0.02;
  p.school.special_school_entry = 0.03;
  p.school.special_disability = 5;
  const auto entry = [&](School to) {
    return [&p, to](const Subject& s) { return special_entry(to, s.person, s.hooks, p.school); };
  };
  const auto disabled = [](Subject& s) {
    s.has(Condition::disability);
    s.meets(Hook::special_school_entry, 1);
  };
  const auto hooked = [](Subject& s) {
    s.has(Condition::mental_disorder);
    s.meets(Hook::special_school_entry, 0.9);
  };
  const auto both = [](Subject& s) {
    s.has(Condition::disability);
    s.meets(Hook::special_school_entry, 0.9);
  };
  expect_values(entry(School::special_class), {{"disabled", disabled, 0.02 * 5},
                                               {"hooked", hooked, 0.02 * 0.9},
                                               {"both", both, 0.1 * 0.9}});
  expect_values(entry(School::special_school), {{"disabled", disabled, 0.03 * 5},
                                                {"hooked", hooked, 0.03 * 0.9},
                                                {"both", both, 0.15 * 0.9}});
}

TEST(UnlawfulDays, AreTheLevelOfTheAgeAndAPartOfLastYearsExcess) {
  Parameters p = strange_parameters();
  p.school.unlawful_days_under_13 = 4;
  p.school.unlawful_days_from_13 = 10;
  p.school.unlawful_days_persistence = 0.6;
  p.coupling.unlawful_absence_sibling = 1.7;
  expect_values(
      [&](const Subject& s) {
        return unlawful_days(s.person, s.age, s.met, s.frailty(), s.hooks, p);
      },
      {{"12, frail, no more than the level last year",
        [](Subject& s) {
          s.age = 12;
          s.family.state.frailty = 1.5F;
          s.person.unlawful_absence_before = 4;
          s.meets(Hook::unlawful_absence, 1);
        },
        4 * 1.5},
       {"13, absent sibling, none last year, hooked",
        [](Subject& s) {
          s.age = 13;
          s.met.sibling_absent = true;
          s.meets(Hook::unlawful_absence, 0.8);
        },
        10 * 1.7 * 0.8},
       {"13, 35 days last year",
        [](Subject& s) {
          s.age = 13;
          s.family.state.frailty = 0.5F;
          s.person.unlawful_absence_before = 35;
          s.meets(Hook::unlawful_absence, 1);
        },
        10 * 0.5 + 0.6 * 25},
       {"12, all",
        [](Subject& s) {
          s.age = 12;
          s.family.state.frailty = 1.5F;
          s.met.sibling_absent = true;
          s.person.unlawful_absence_before = 5;
          s.meets(Hook::unlawful_absence, 0.8);
        },
        (4 * 1.5 * 1.7 + 0.6 * 1) * 0.8}});
}

TEST(Notifications, AreBaseTimesFrailtyTimesParentTimesAbsenceTimesHook) {
  Parameters p = strange_parameters();
  p.events.notifications = 0.3;
  p.events.notification_parent_condition = 2;
  p.events.notification_unlawful_absence = 1.7;
  p.placement.unlawful_absence_threshold = 20;
  expect_values(
      [&](const Subject& s) { return notification_rate(s.person, s.met, s.frailty(), s.hooks, p); },
      {{"frail, absence at the threshold",
        [](Subject& s) {
          s.family.state.frailty = 1.5F;
          s.person.unlawful_absence_before = 20;
          s.meets(Hook::notification, 1);
        },
        0.3 * 1.5},
       {"parent ill, hooked",
        [](Subject& s) {
          s.met.parent_condition = true;
          s.meets(Hook::notification, 0.9);
        },
        0.3 * 2 * 0.9},
       {"absence, hooked",
        [](Subject& s) {
          s.family.state.frailty = 0.5F;
          s.person.unlawful_absence_before = 21;
          s.meets(Hook::notification, 0.9);
        },
        0.3 * 0.5 * 1.7 * 0.9},
       {"parent ill, absence",
        [](Subject& s) {
          s.met.parent_condition = true;
          s.person.unlawful_absence_before = 21;
          s.meets(Hook::notification, 1);
        },
        0.3 * 2 * 1.7}});
}

TEST(Ladder, IsTheHeaviestThingThatRuns) {
  const auto step = [](Place place, std::initializer_list<ChildMeasure> measures) {
    Person child;
    child.place = place;
    for (const ChildMeasure measure : measures) child.measures.set(measure);
    return ladder_step(child);
  };
  using enum ChildMeasure;
  const auto all = {early_prevention, family_treatment, contact_person, respite, youth_support};
  EXPECT_EQ(step(Place::institution, all), LadderStep::institution);
  EXPECT_EQ(step(Place::secure, all), LadderStep::institution);
  EXPECT_EQ(step(Place::foster, all), LadderStep::foster);
  EXPECT_EQ(step(Place::network, all), LadderStep::foster);
  EXPECT_EQ(step(Place::own_dwelling, all), LadderStep::foster);
  EXPECT_EQ(step(Place::home, all), LadderStep::intensive);
  EXPECT_EQ(step(Place::home, {family_treatment}), LadderStep::intensive);
  EXPECT_EQ(step(Place::home, {respite, early_prevention}), LadderStep::intensive);
  EXPECT_EQ(step(Place::home, {contact_person, early_prevention}), LadderStep::preventive);
  EXPECT_EQ(step(Place::home, {youth_support}), LadderStep::preventive);
  EXPECT_EQ(step(Place::home, {aftercare}), LadderStep::preventive);
  EXPECT_EQ(step(Place::home, {early_prevention}), LadderStep::early);
  EXPECT_EQ(step(Place::home, {lost_earnings, school_support}), LadderStep::general);
  EXPECT_EQ(step(Place::home, {}), LadderStep::general);
}

}  // namespace
}  // namespace samspil::test
