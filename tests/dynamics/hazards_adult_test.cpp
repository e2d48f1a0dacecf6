// What hazards are made of, and those of adults beside labour status, next to values computed by
// hand.
#include <map>
#include <set>
#include <utility>

#include "model/dynamics/casework.hpp"
#include "model/dynamics/family_year.hpp"
#include "tests/dynamics/hand_values.hpp"

namespace samspil::test {
namespace {

TEST(Ratios, ApplyWhollyByAShareOrByAScore) {
  expect_value(ratio_if(true, 0.4), 0.4, "condition");
  expect_value(ratio_if(false, 0.4), 1.0, "no condition");
  expect_value(partial_ratio(1.5, 0.0), 1.0, "no share");
  expect_value(partial_ratio(1.5, 0.5), 1 + 0.5 * 0.5, "half");
  expect_value(partial_ratio(0.6, 0.25), 1 - 0.25 * 0.4, "a quarter of a fall");
  expect_value(partial_ratio(0.6, -1.0), 1 + 0.4, "the opposite sign");
  expect_value(power_ratio(4.0, 0.5), 2.0, "root");
  expect_value(power_ratio(2.0, -3.0), 1.0 / 8, "negative score");
  EXPECT_EQ(power_ratio(1.0, 7.3), 1.0);  // to the bit
}

/// Hooks that act on the same kind of thing stand in one place where each acts on others of it.
TEST(Hooks, HaveARatioForEachThingTheyActOn) {
  std::map<std::size_t, std::pair<std::size_t, std::size_t>> taken;
  for (std::size_t h = 0; h < hook_count; ++h) {
    const auto which = static_cast<Hook>(h);
    if (target_kind(which) == TargetKind::none) {
      EXPECT_EQ(first_slot(which), hook_slot_count) << hook_names[h];
      EXPECT_TRUE(taken.emplace(h, std::pair{h, h}).second);
    }
    for (std::size_t i = 0; i < 16; ++i) {
      if (!acts_on(which, i)) continue;
      const std::size_t slot = first_slot(which) + i;
      EXPECT_LT(slot, hook_slot_count) << hook_names[h];
      EXPECT_TRUE(taken.emplace(slot, std::pair{h, i}).second) << hook_names[h] << ' ' << i;
    }
  }
  for (const double ratio : no_hooks()) EXPECT_EQ(ratio, 1.0);
}

TEST(Hooks, AreLookedUpByHookAndThing) {
  Subject s;
  s.meets(Hook::conviction, 0.4);
  s.meets(Hook::measure_stop, ChildMeasure::respite, 0.6);
  s.meets(Hook::placement_entry, Place::foster, 0.8);
  EXPECT_EQ(hook(s.hooks, Hook::conviction), 0.4);
  EXPECT_EQ(hook_at(s.hooks, Hook::measure_stop, ChildMeasure::respite), 0.6);
  EXPECT_EQ(hook_at(s.hooks, Hook::placement_entry, Place::foster), 0.8);
}

TEST(ServiceStart, HasTheHookOfItsKind) {
  const auto start_hook = [](AdultService service) {
    return [service](const Subject& s) { return adult_start_hook(service, s.hooks); };
  };
  expect_values(start_hook(AdultService::mentor),
                {{"mentor", [](Subject& s) { s.meets(Hook::mentor_start, 1.1); }, 1.1}});
  expect_values(
      start_hook(AdultService::wage_subsidy),
      {{"activation",
        [](Subject& s) { s.meets(Hook::activation_start, AdultService::wage_subsidy, 1.2); },
        1.2}});
  expect_values(start_hook(AdultService::alcohol_treatment),
                {{"treatment",
                  [](Subject& s) {
                    s.meets(Hook::adult_treatment_start, AdultService::alcohol_treatment, 1.3);
                  },
                  1.3}});
}

TEST(ServiceStart, IsBaseTimesConditionsTimesFrailtyTimesHook) {
  constexpr AdultService service = AdultService::substance_treatment;
  Parameters p = strange_parameters();
  at(p.adult_services.start, service) = 0.2;
  at(p.adult_services.mental_disorder, service) = 1.5;
  at(p.adult_services.alcohol_abuse, service) = 3;
  at(p.adult_services.drug_abuse, service) = 7;
  at(p.adult_services.violence, service) = 1.1;
  const auto start = [&](const Subject& s) {
    return service_start(service, need_of(s.person), s.frailty(), s.hooks, p.adult_services);
  };
  expect_values(start, {{"frail, met by violence and ill",
                         [](Subject& s) {
                           s.family.state.frailty = 0.5F;
                           s.has(Condition::mental_disorder);
                           s.has(Condition::violence_exposed);
                           s.meets(Hook::adult_treatment_start, service, 1);
                         },
                         0.2 * 1.5 * 1.1 * 0.5},
                        {"drugs, violence",
                         [](Subject& s) {
                           s.has(Condition::drug_abuse);
                           s.has(Condition::violence_exposed);
                           s.meets(Hook::adult_treatment_start, service, 1.3);
                         },
                         0.2 * 7 * 1.1 * 1.3},
                        {"alcohol, ill",
                         [](Subject& s) {
                           s.family.state.frailty = 1.5F;
                           s.has(Condition::alcohol_abuse);
                           s.has(Condition::mental_disorder);
                           s.has(Condition::violence_perpetrator);
                           s.has(Condition::disability);
                           s.meets(Hook::adult_treatment_start, service, 1.3);
                         },
                         0.2 * 3 * 1.5 * 1.5 * 1.3},
                        {"drugs and alcohol",
                         [](Subject& s) {
                           s.has(Condition::alcohol_abuse);
                           s.has(Condition::drug_abuse);
                           s.meets(Hook::adult_treatment_start, service, 1);
                         },
                         0.2 * 7 * 3}});
  expect_value(service_base(service, {}, p.adult_services), 0.2, "base");
}

TEST(ActivationStart, IsBaseTimesStatusTimesHook) {
  Parameters p = strange_parameters();
  at(p.adult_services.start, AdultService::employment_measure) = 0.6;
  at(p.adult_services.start, AdultService::mentor) = 0.1;
  at(p.adult_services.activation, LabourStatus::cash_benefit) = 1.4;
  at(p.adult_services.activation, LabourStatus::sickness) = 0.3;
  at(p.adult_services.activation, LabourStatus::ordinary_job) = 0;
  Subject s;
  s.meets(Hook::activation_start, AdultService::employment_measure, 1.2);
  s.meets(Hook::mentor_start, 0.9);
  const auto start = [&](AdultService service, LabourStatus status) {
    return activation_start(service, status, s.hooks, p.adult_services);
  };
  expect_value(start(AdultService::employment_measure, LabourStatus::cash_benefit), 0.6 * 1.4 * 1.2,
               "measure on kontanthjælp");
  expect_value(start(AdultService::employment_measure, LabourStatus::sickness), 0.6 * 0.3 * 1.2,
               "measure on sygedagpenge");
  expect_value(start(AdultService::mentor, LabourStatus::cash_benefit), 0.1 * 1.4 * 0.9, "mentor");
  expect_value(start(AdultService::mentor, LabourStatus::ordinary_job), 0.0, "not offered");
}

TEST(ServiceStop, IsBaseTimesHook) {
  Parameters p = strange_parameters();
  at(p.adult_services.stop, AdultService::shelter) = 2.5;
  at(p.adult_services.stop, AdultService::mentor) = 1.5;
  Subject s;
  s.meets(Hook::adult_service_stop, AdultService::shelter, 1.2);
  s.meets(Hook::adult_service_stop, AdultService::mentor, 1);
  const auto stop = [&](AdultService service) {
    return adult_service_stop(service, s.hooks, p.adult_services);
  };
  expect_value(stop(AdultService::shelter), 2.5 * 1.2, "shelter");
  expect_value(stop(AdultService::mentor), 1.5, "mentor");
}

TEST(ConditionOnset, IsBaseTimesFrailtyTimesSex) {
  Parameters p = strange_parameters();
  p.conditions.onset = {0.01, 0.02, 0.03, 0.04, 0.05, 0.06};
  p.conditions.men_abuse = 2;
  p.conditions.men_violence_perpetrator = 5;
  const auto onset = [&](Condition condition) {
    return [&p, condition](const Subject& s) {
      return condition_onset(condition, s.person, s.age, s.frailty(), p.conditions);
    };
  };
  const auto man = [](Subject& s) { s.person.sex = Sex::man; };
  const auto frail_boy = [](Subject& s) {
    s.person.sex = Sex::man;
    s.age = 14;
    s.family.state.frailty = 1.5F;
  };
  const auto frail_woman = [](Subject& s) { s.family.state.frailty = 1.5F; };
  const auto man_of_15 = [](Subject& s) {
    s.person.sex = Sex::man;
    s.age = 15;
    s.family.state.frailty = 0.5F;
  };
  expect_values(onset(Condition::mental_disorder),
                {{"boy", frail_boy, 0.01 * 1.5}, {"man", man, 0.01}});
  expect_values(onset(Condition::alcohol_abuse), {{"boy", frail_boy, 0.0},
                                                  {"15", man_of_15, 0.02 * 0.5 * 2},
                                                  {"woman", frail_woman, 0.02 * 1.5}});
  expect_values(onset(Condition::drug_abuse), {{"boy", frail_boy, 0.0},
                                               {"15", man_of_15, 0.03 * 0.5 * 2},
                                               {"woman", frail_woman, 0.03 * 1.5}});
  expect_values(onset(Condition::violence_perpetrator), {{"boy", frail_boy, 0.0},
                                                         {"15", man_of_15, 0.04 * 0.5 * 5},
                                                         {"woman", frail_woman, 0.04 * 1.5}});
  expect_values(onset(Condition::violence_exposed),
                {{"boy", frail_boy, 0.0}, {"15", man_of_15, 0.05 * 0.5}, {"man", man, 0.05}});
  expect_values(onset(Condition::disability), {{"boy", frail_boy, 0.06 * 1.5}, {"man", man, 0.06}});
}

TEST(Recovery, IsBaseTimesTreatmentTimesWorkTimesHook) {
  Parameters p = strange_parameters();
  p.conditions.recovery = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6};
  p.conditions.recovery_in_treatment = 1.5;
  p.conditions.recovery_in_work = 1.2;
  const auto recovery = [&](Condition condition) {
    return [&p, condition](const Subject& s) {
      return condition_recovery(condition, s.person, s.hooks, p.conditions);
    };
  };
  const auto psychiatry = [](Subject& s) {
    s.has(AdultService::psychiatric_treatment);
    s.meets(Hook::recovery, 1.1);
  };
  const auto alcohol_and_flexjob = [](Subject& s) {
    s.has(AdultService::alcohol_treatment);
    s.person.status = LabourStatus::flexjob;
    s.meets(Hook::recovery, 1);
  };
  const auto drugs_and_job = [](Subject& s) {
    s.has(AdultService::substance_treatment);
    s.person.status = LabourStatus::ordinary_job;
    s.meets(Hook::recovery, 1.1);
  };
  expect_values(recovery(Condition::mental_disorder),
                {{"psychiatry", psychiatry, 0.1 * 1.5 * 1.1},
                 {"alcohol treatment", alcohol_and_flexjob, 0.1 * 1.2},
                 {"drug treatment", drugs_and_job, 0.1 * 1.2 * 1.1}});
  expect_values(recovery(Condition::alcohol_abuse),
                {{"psychiatry", psychiatry, 0.2 * 1.1},
                 {"alcohol treatment", alcohol_and_flexjob, 0.2 * 1.5 * 1.2},
                 {"drug treatment", drugs_and_job, 0.2 * 1.2 * 1.1}});
  expect_values(recovery(Condition::drug_abuse),
                {{"psychiatry", psychiatry, 0.3 * 1.1},
                 {"alcohol treatment", alcohol_and_flexjob, 0.3 * 1.2},
                 {"drug treatment", drugs_and_job, 0.3 * 1.5 * 1.2 * 1.1}});
  expect_values(recovery(Condition::violence_perpetrator),
                {{"no hook", psychiatry, 0.4}, {"work", drugs_and_job, 0.4 * 1.2}});
  expect_values(recovery(Condition::violence_exposed),
                {{"no hook", psychiatry, 0.5}, {"work", drugs_and_job, 0.5 * 1.2}});
  expect_values(recovery(Condition::disability),
                {{"no hook", psychiatry, 0.6}, {"work", drugs_and_job, 0.6 * 1.2}});
}

TEST(Demography, HasRatesByAge) {
  Parameters p = strange_parameters();
  p.demography.death_child = 0.1;
  p.demography.death_under_40 = 0.2;
  p.demography.death_from_40 = 0.3;
  p.demography.birth_under_30 = 0.4;
  p.demography.birth_from_30 = 0.5;
  EXPECT_EQ(death_rate(17, p.demography), 0.1);
  EXPECT_EQ(death_rate(18, p.demography), 0.2);
  EXPECT_EQ(death_rate(39, p.demography), 0.2);
  EXPECT_EQ(death_rate(40, p.demography), 0.3);
  EXPECT_EQ(birth_rate(29, p.demography), 0.4);
  EXPECT_EQ(birth_rate(30, p.demography), 0.5);
}

TEST(Conviction, IsBaseTimesFrailtyTimesSexTimesAbuseTimesWork) {
  Parameters p = strange_parameters();
  p.events.conviction_youth = 0.1;
  p.events.conviction_adult = 0.04;
  p.events.conviction_men = 3;
  p.events.conviction_abuse = 1.7;
  p.events.conviction_in_work = 0.7;
  expect_values(
      [&](const Subject& s) { return conviction_rate(s.person, s.age, s.frailty(), p.events); },
      {{"child of 14",
        [](Subject& s) {
          s.age = 14;
          s.person.role = Role::child;
          s.person.sex = Sex::man;
        },
        0.0},
       {"frail man of 15, abuse",
        [](Subject& s) {
          s.age = 15;
          s.person.role = Role::child;
          s.person.sex = Sex::man;
          s.family.state.frailty = 1.5F;
          s.has(Condition::drug_abuse);
        },
        0.1 * 1.5 * 3 * 1.7},
       {"child of 22, man in work",
        [](Subject& s) {
          s.age = 22;
          s.person.role = Role::child;
          s.person.sex = Sex::man;
          s.person.status = LabourStatus::flexjob;
        },
        0.1 * 3 * 0.7},
       {"child of 23, abuse",
        [](Subject& s) {
          s.age = 23;
          s.person.role = Role::child;
          s.has(Condition::alcohol_abuse);
        },
        0.04 * 1.7},
       {"parent of 20, in work with abuse, robust",
        [](Subject& s) {
          s.age = 20;
          s.person.status = LabourStatus::ordinary_job;
          s.family.state.frailty = 0.5F;
          s.has(Condition::alcohol_abuse);
        },
        0.04 * 0.5 * 1.7 * 0.7}});
}

TEST(Casework, TakesHoursOfEachWeekWithACase) {
  Parameters p = strange_parameters();
  p.casework.hours_per_week = {0.87, 0.5, 0.25};
  // 37 paid hours a week / 42.5 children per caseworker = 0.87, as parameters.csv says.
  EXPECT_EQ(casework_hours(Casework::child, 52, p.casework), 52 * 87);
  EXPECT_EQ(casework_hours(Casework::job_centre, 3, p.casework), 3 * 50);
  EXPECT_EQ(casework_hours(Casework::adult, 4, p.casework), 4 * 25);
}

TEST(Casework, IsTakenOverByAShareInTheWeeksOfEnrolment) {
  CaseworkParameters p;
  p.hours_per_week = {0.87, 0.5, 0.25};
  CoordinationPlan plan;
  plan.takes_over = {0.5, 0, 0.6};
  OpenCases cases;
  cases.open(first_lanes(1), Casework::child, {0, 8});
  cases.open(first_lanes(1), Casework::job_centre, {0, 52});
  cases.finish_member();
  cases.open(first_lanes(1), Casework::child, {6, 1});
  cases.open(first_lanes(1), Casework::adult, {0, 52});
  cases.finish_member();
  Family family;
  family.enrolled_from = 35;  // weeks 5 to 9: 3 of the first child's case, 1 of the second's
  family.enrolled_until = 70;
  ServiceUse use;
  take_over_casework(family, cases, 0, plan, p, use);
  EXPECT_EQ(use[index_of(Service::child_case_handling)], -(4 * 87) / 2);
  EXPECT_EQ(use[index_of(Service::job_centre_case_handling)], 0);
  EXPECT_EQ(use[index_of(Service::adult_case_handling)], -5 * 15);
  family.enrolled_until = family.enrolled_from;
  take_over_casework(family, cases, 0, plan, p, use);
  EXPECT_EQ(use[index_of(Service::adult_case_handling)], -5 * 15);
}

TEST(Relation, MovesTowardsItsLevelAndBreaksWithAMove) {
  Parameters p = strange_parameters();
  p.family.relation_persistence = 0.5;
  p.family.relation_mean = 0.25;
  p.family.relation_enrolled = 0.75;
  p.family.relation_after_move = 0.125;
  const auto relation = [&](const Subject& s) {
    Family family = s.family;
    review_relation(family, p.family);
    return static_cast<double>(family.relation);
  };
  expect_values(relation,
                {{"not enrolled", [](Subject& s) { s.family.relation = 1; }, 0.25 + 0.5 * 0.75},
                 {"enrolled",
                  [](Subject& s) {
                    s.family.relation = 0.25;
                    s.family.enrolment = Enrolment::enrolled;
                  },
                  0.75 - 0.5 * 0.5},
                 {"exited",
                  [](Subject& s) {
                    s.family.relation = 0.75;
                    s.family.enrolment = Enrolment::exited;
                  },
                  0.25 + 0.5 * 0.5},
                 {"moved",
                  [](Subject& s) {
                    s.family.relation = 1;
                    s.family.state.moved = 1;
                  },
                  0.125}});
}

}  // namespace
}  // namespace samspil::test
