// Hazards of labour status beside values computed by hand. Each ratio is met in cases of its own.
#include "tests/dynamics/hand_values.hpp"

namespace samspil::test {
namespace {

TEST(WorkAbility, HoldsWhatDecidesWhereSomebodyMoves) {
  const auto age_group = [](int age) { return work_ability(Person{}, age).age_group; };
  EXPECT_EQ(age_group(29), 0U);
  EXPECT_EQ(age_group(30), 1U);
  EXPECT_EQ(age_group(39), 1U);
  EXPECT_EQ(age_group(40), 2U);
  EXPECT_EQ(age_group(49), 2U);
  EXPECT_EQ(age_group(50), 3U);
  const auto flags = [](Condition condition) {
    Person person;
    person.conditions.set(condition);
    person.agency = Agency::high;
    const WorkAbility who = work_ability(person, 40);
    EXPECT_EQ(who.agency, Agency::high);
    return who.mental_disorder + 2 * who.abuse + 4 * who.disability;
  };
  EXPECT_EQ(flags(Condition::mental_disorder), 1);
  EXPECT_EQ(flags(Condition::alcohol_abuse), 2);
  EXPECT_EQ(flags(Condition::drug_abuse), 2);
  EXPECT_EQ(flags(Condition::disability), 4);
  EXPECT_EQ(flags(Condition::violence_exposed), 0);
}

TEST(Direction, FollowsWhereTheMoveLeads) {
  using enum LabourStatus;
  EXPECT_EQ(direction_of(cash_benefit, disability_pension), Direction::to_pension);
  EXPECT_EQ(direction_of(ordinary_job, disability_pension), Direction::to_pension);
  EXPECT_EQ(direction_of(ordinary_job, sickness), Direction::to_sickness);
  EXPECT_EQ(direction_of(cash_benefit, resource_course), Direction::to_sickness);
  EXPECT_EQ(direction_of(ordinary_job, education), Direction::to_education);
  EXPECT_EQ(direction_of(sickness, rehabilitation), Direction::to_education);
  EXPECT_EQ(direction_of(cash_benefit, ordinary_job), Direction::to_work);
  EXPECT_EQ(direction_of(ordinary_job, flexjob), Direction::to_work);
  EXPECT_EQ(direction_of(ordinary_job, unemployment), Direction::out_of_work);
  EXPECT_EQ(direction_of(flexjob, flex_waiting), Direction::out_of_work);
  EXPECT_EQ(direction_of(unemployment, cash_benefit), Direction::other);
  EXPECT_EQ(direction_of(parental_leave, self_supporting), Direction::other);
}

Parameters of_ability() {
  Parameters p = strange_parameters();
  p.labour.job_entry_age_under_30 = 1.2;
  p.labour.job_entry_age_over_50 = 0.6;
  p.labour.job_entry_mental_disorder = 0.7;
  p.labour.job_entry_abuse = 0.5;
  p.labour.job_entry_disability = 0.8;
  p.labour.job_entry_agency = {0.3, 0.9, 1.1, 1.7};
  p.labour.job_loss_mental_disorder = 1.3;
  p.labour.job_loss_abuse = 1.9;
  p.labour.education_entry_age_under_30 = 2.5;
  p.labour.pension_entry_age_under_40 = 0.4;
  p.labour.pension_entry_age_over_50 = 1.4;
  p.labour.pension_entry_mental_disorder = 3.5;
  p.labour.sickness_entry_mental_disorder = 2.2;
  return p;
}

/// What a direction owes to the person alone.
auto by_ability(Direction direction) {
  return [direction, p = of_ability()](const Subject& s) {
    return at(ratios_by_ability(work_ability(s.person, s.age), p.labour), direction);
  };
}

TEST(ByAbility, JobEntryIsAgesTimesConditionsTimesAgency) {
  expect_values(by_ability(Direction::to_work),
                {{"30, nothing", [](Subject& s) { s.age = 30; }, 1.1},
                 {"29, mental disorder, no agency",
                  [](Subject& s) {
                    s.age = 29;
                    s.person.agency = Agency::none;
                    s.has(Condition::mental_disorder);
                  },
                  1.2 * 0.7 * 0.3},
                 {"49, abuse and mental disorder, low agency",
                  [](Subject& s) {
                    s.age = 49;
                    s.person.agency = Agency::low;
                    s.has(Condition::alcohol_abuse);
                    s.has(Condition::mental_disorder);
                  },
                  0.7 * 0.5 * 0.9},
                 {"50, disability and abuse, high agency",
                  [](Subject& s) {
                    s.age = 50;
                    s.person.agency = Agency::high;
                    s.has(Condition::disability);
                    s.has(Condition::drug_abuse);
                  },
                  0.6 * 0.8 * 0.5 * 1.7}});
}

TEST(ByAbility, JobLossIsMentalDisorderTimesAbuse) {
  expect_values(by_ability(Direction::out_of_work),
                {{"young, disability",
                  [](Subject& s) {
                    s.age = 20;
                    s.has(Condition::disability);
                  },
                  1.0},
                 {"mental disorder", [](Subject& s) { s.has(Condition::mental_disorder); }, 1.3},
                 {"abuse", [](Subject& s) { s.has(Condition::drug_abuse); }, 1.9},
                 {"both",
                  [](Subject& s) {
                    s.has(Condition::alcohol_abuse);
                    s.has(Condition::mental_disorder);
                  },
                  1.3 * 1.9}});
}

TEST(ByAbility, PensionIsAgesTimesMentalDisorder) {
  expect_values(by_ability(Direction::to_pension), {{"39", [](Subject& s) { s.age = 39; }, 0.4},
                                                    {"29, mental disorder",
                                                     [](Subject& s) {
                                                       s.age = 29;
                                                       s.has(Condition::mental_disorder);
                                                     },
                                                     0.4 * 3.5},
                                                    {"40, abuse",
                                                     [](Subject& s) {
                                                       s.age = 40;
                                                       s.has(Condition::drug_abuse);
                                                     },
                                                     1.0},
                                                    {"49, mental disorder",
                                                     [](Subject& s) {
                                                       s.age = 49;
                                                       s.has(Condition::mental_disorder);
                                                     },
                                                     3.5},
                                                    {"50, mental disorder",
                                                     [](Subject& s) {
                                                       s.age = 50;
                                                       s.has(Condition::mental_disorder);
                                                     },
                                                     1.4 * 3.5}});
}

TEST(ByAbility, OtherDirectionsHaveOneRatioOrNone) {
  expect_values(by_ability(Direction::to_education),
                {{"29", [](Subject& s) { s.age = 29; }, 2.5},
                 {"30", [](Subject& s) { s.age = 30; }, 1.0},
                 {"ill", [](Subject& s) { s.has(Condition::mental_disorder); }, 1.0}});
  expect_values(by_ability(Direction::to_sickness),
                {{"ill", [](Subject& s) { s.has(Condition::mental_disorder); }, 2.2},
                 {"young", [](Subject& s) { s.age = 20; }, 1.0},
                 {"abuse", [](Subject& s) { s.has(Condition::alcohol_abuse); }, 1.0}});
  expect_values(by_ability(Direction::other),
                {{"ill", [](Subject& s) { s.has(Condition::mental_disorder); }, 1.0},
                 {"young", [](Subject& s) { s.age = 20; }, 1.0},
                 {"old", [](Subject& s) { s.age = 50; }, 1.0}});
}

TEST(JobEntry, IsAbilityTimesSituationTimesHook) {
  Parameters p = strange_parameters();
  p.labour.job_entry_ladder_over_one_year = 0.8;
  p.labour.job_entry_self_support = 1.4;
  p.labour.job_entry_activation = 1.3;
  p.labour.job_entry_not_activity_ready = 1.6;
  p.coupling.job_entry_calm_child = 1.2;
  p.coupling.job_entry_other_parent_pension = 0.9;
  p.family.job_entry_per_10_who5 = 1.1;
  p.family.who5_mean = 50;
  expect_values([&](const Subject& s) { return job_entry_ratio(s.person, 3.0, s.met, s.hooks, p); },
                {{"at every limit",
                  [](Subject& s) {
                    s.person.who5 = 50;
                    s.person.ladder.counted = 52;
                    s.person.status = LabourStatus::cash_benefit;
                    s.person.activity_ready = 1;
                    s.has(AdultService::mentor);
                    s.met.has_child = s.met.child_in_distress = true;
                    s.meets(Hook::job_entry, 1.5);
                  },
                  3.0 * 1.5},
                 {"ladder, not activity-ready, calm child, WHO-5 of 70",
                  [](Subject& s) {
                    s.person.ladder.counted = 53;
                    s.person.status = LabourStatus::cash_benefit;
                    s.met.has_child = true;
                    s.person.who5 = 70;
                    s.meets(Hook::job_entry, 1);
                  },
                  3.0 * 0.8 * 1.6 * 1.2 * (1.1 * 1.1)},
                 {"self-support, not activity-ready, other parent on pension, WHO-5 of 40",
                  [](Subject& s) {
                    s.person.ladder.self_support[2] = 1;
                    s.person.status = LabourStatus::cash_benefit;
                    s.met.other_parent_on_pension = true;
                    s.person.who5 = 40;
                    s.meets(Hook::job_entry, 1.5);
                  },
                  3.0 * 1.4 * 1.6 * 0.9 / 1.1 * 1.5},
                 {"activation, calm child, other parent on pension, not on kontanthjælp",
                  [](Subject& s) {
                    s.has(AdultService::employment_measure);
                    s.person.status = LabourStatus::sickness;
                    s.met.has_child = s.met.other_parent_on_pension = true;
                    s.person.who5 = 50;
                    s.meets(Hook::job_entry, 1);
                  },
                  3.0 * 1.3 * 1.2 * 0.9}});
}

/// Of a direction whose ratio by ability is 2.
auto in_situation(Direction direction, const Parameters& p) {
  return [direction, p](const Subject& s) {
    DirectionRatios ability;
    ability.fill(2.0);
    return at(labour_ratios(s.person, ability, s.met, s.frailty(), s.hooks, p), direction);
  };
}

TEST(LabourRatios, AreAbilityTimesFrailtyTimesDistressTimesHook) {
  Parameters p = strange_parameters();
  p.coupling.job_loss_child_distress = 1.3;
  expect_values(in_situation(Direction::out_of_work, p),
                {{"frail",
                  [](Subject& s) {
                    s.family.state.frailty = 1.5F;
                    s.meets(Hook::job_loss, 1);
                  },
                  2.0 * 1.5},
                 {"hooked", [](Subject& s) { s.meets(Hook::job_loss, 0.7); }, 2.0 * 0.7},
                 {"distress",
                  [](Subject& s) {
                    s.met.has_child = s.met.child_in_distress = true;
                    s.meets(Hook::job_loss, 1);
                  },
                  2.0 * 1.3},
                 {"all",
                  [](Subject& s) {
                    s.family.state.frailty = 0.5F;
                    s.met.child_in_distress = true;
                    s.meets(Hook::job_loss, 0.7);
                  },
                  2.0 * 0.5 * 1.3 * 0.7}});
  expect_values(in_situation(Direction::to_sickness, p),
                {{"frail",
                  [](Subject& s) {
                    s.family.state.frailty = 1.5F;
                    s.met.child_in_distress = true;
                    s.meets(Hook::sickness_entry, 1);
                  },
                  2.0 * 1.5},
                 {"hooked", [](Subject& s) { s.meets(Hook::sickness_entry, 0.8); }, 2.0 * 0.8},
                 {"both",
                  [](Subject& s) {
                    s.family.state.frailty = 0.5F;
                    s.meets(Hook::sickness_entry, 0.8);
                  },
                  2.0 * 0.5 * 0.8}});
  const auto frail = [](Subject& s) {
    s.family.state.frailty = 1.5F;
    s.meets(Hook::education_entry, 1.2);
    s.meets(Hook::pension_entry, 0.6);
  };
  expect_values(in_situation(Direction::to_education, p), {{"education", frail, 2.0 * 1.2}});
  expect_values(in_situation(Direction::to_pension, p), {{"pension", frail, 2.0 * 0.6}});
  expect_values(in_situation(Direction::other, p), {{"other", frail, 2.0}});
}

/// From the person as he or she stands: ability and situation in one.
TEST(LabourRatios, JoinAbilityAndSituation) {
  Parameters p = of_ability();
  p.coupling.job_entry_calm_child = 1.3;
  p.family.job_entry_per_10_who5 = 1;
  p.labour.job_entry_not_activity_ready = 1.5;
  Subject s;
  s.person.status = LabourStatus::cash_benefit;
  s.met.has_child = true;
  s.family.state.frailty = 1.5F;
  s.has(Condition::mental_disorder);
  s.meets(Hook::job_entry, 0.9);
  s.meets(Hook::job_loss, 0.8);
  s.meets(Hook::pension_entry, 0.6);
  const DirectionRatios ratios = labour_ratios(s.person, 29, s.met, s.frailty(), s.hooks, p);
  expect_value(at(ratios, Direction::to_work), 1.2 * 0.7 * 1.1 * 1.5 * 1.3 * 0.9, "to work");
  expect_value(at(ratios, Direction::out_of_work), 1.3 * 1.5 * 0.8, "out of work");
  expect_value(at(ratios, Direction::to_pension), 0.4 * 3.5 * 0.6, "to pension");
}

TEST(JobEnd, HasAPaceOfItsOwnInTheFirstYearOfAnOrdinaryJob) {
  Parameters p = strange_parameters();
  p.labour.job_end_first_year = 1.8;
  const auto job = [](LabourStatus status, std::uint16_t days) {
    Person person;
    person.status = status;
    person.days_in_job = days;
    return person;
  };
  const auto ratio = [&](const Person& person) { return job_end_ratio(person, p.labour); };
  expect_value(ratio(job(LabourStatus::ordinary_job, 0)), 1.8, "the first day");
  expect_value(ratio(job(LabourStatus::ordinary_job, 181)), 1.8, "half a year less a day");
  expect_value(ratio(job(LabourStatus::ordinary_job, 182)), 1.0, "half a year");
  expect_value(ratio(job(LabourStatus::flexjob, 0)), 1.0, "a flexjob");
}

TEST(Youth, MoveBetweenSchoolJobAndNeither) {
  using enum LabourStatus;
  Parameters p = strange_parameters();
  p.labour.youth_job_start = 0.1;
  p.labour.youth_job_stop = 0.2;
  p.labour.youth_school_stop = 0.3;
  p.labour.youth_school_start = 0.4;
  EXPECT_EQ(youth_rate(education, ordinary_job, p.labour), 0.1);
  EXPECT_EQ(youth_rate(self_supporting, ordinary_job, p.labour), 0.1);
  EXPECT_EQ(youth_rate(ordinary_job, education, p.labour), 0.2);
  EXPECT_EQ(youth_rate(education, self_supporting, p.labour), 0.3);
  EXPECT_EQ(youth_rate(self_supporting, education, p.labour), 0.4);
  EXPECT_EQ(youth_rate(ordinary_job, self_supporting, p.labour), 0.0);
  EXPECT_EQ(youth_rate(education, cash_benefit, p.labour), 0.0);
  EXPECT_EQ(youth_rate(cash_benefit, ordinary_job, p.labour), 0.0);
  EXPECT_EQ(youth_rate(self_supporting, cash_benefit, p.labour), 0.0);
}

TEST(EducationBenefit, IsOfferedUntil30) {
  EXPECT_TRUE(is_open_to(LabourStatus::education_benefit, 29));
  EXPECT_FALSE(is_open_to(LabourStatus::education_benefit, 30));
  EXPECT_TRUE(is_open_to(LabourStatus::cash_benefit, 30));
}

}  // namespace
}  // namespace samspil::test
