// Existing casework: which states keep a case open, for how many hours, and what of it a strategy
// takes over.
#include <gtest/gtest.h>

#include <set>

#include "model/appraisal/cashable.hpp"
#include "model/population/service_of.hpp"
#include "tests/support/small_world.hpp"
#include "tests/support/still_life.hpp"

namespace samspil {
namespace {

constexpr int year = 2023;

/// Nothing moves; an hour per case-week of a child, two at the job centre, three of an adult.
Parameters with_casework() {
  Parameters p = test::still_parameters();
  p.casework.hours_per_week = {1, 2, 3};
  return p;
}

std::array<Hundredths, casework_count> hours_of(std::vector<Person> people) {
  const ServiceUse use = test::live_once(with_casework(), people, year);
  std::array<Hundredths, casework_count> hours{};
  for (std::size_t i = 0; i < casework_count; ++i) {
    hours[i] = use[index_of(service_of(static_cast<Casework>(i)))];
  }
  return hours;
}
using Hours = std::array<Hundredths, casework_count>;

TEST(Casework, OfTheJobCentreRunsOnBenefitsWithACourseOfContact) {
  const std::set<LabourStatus> with_case{
      LabourStatus::unemployment,        LabourStatus::sickness,
      LabourStatus::cash_benefit,        LabourStatus::education_benefit,
      LabourStatus::integration_benefit, LabourStatus::resource_course,
      LabourStatus::rehabilitation,      LabourStatus::flex_waiting};
  for (std::size_t s = 0; s < labour_status_count; ++s) {
    SCOPED_TRACE(labour_status_names[s]);
    const auto status = static_cast<LabourStatus>(s);
    Person adult = test::person_of(Role::parent, 25, year);
    adult.status = status;

    EXPECT_EQ(hours_of({adult}), (Hours{0, with_case.contains(status) ? 2 * 5'200 : 0, 0}));
  }
}

TEST(Casework, OfAnAdultRunsOnceWhateverItIsFor) {
  Person adult = test::person_of(Role::parent, 40, year);
  EXPECT_EQ(hours_of({adult}), Hours{});
  adult.services.set(AdultService::alcohol_treatment);
  adult.services.set(AdultService::psychiatric_treatment);
  EXPECT_EQ(hours_of({adult}), Hours{});
  adult.services.set(AdultService::social_pedagogical_support);
  EXPECT_EQ(hours_of({adult}), (Hours{0, 0, 3 * 5'200}));
  adult.services.set(AdultService::substance_treatment);
  adult.services.set(AdultService::shelter);
  EXPECT_EQ(hours_of({adult}), (Hours{0, 0, 3 * 5'200}));
}

TEST(Casework, OfAChildRunsWithAMeasureInCareOrUntilTheCaseIsClosed) {
  Person child = test::person_of(Role::child, 10, year);
  EXPECT_EQ(hours_of({child}), Hours{});
  child.measures.set(ChildMeasure::respite);
  EXPECT_EQ(hours_of({child}), (Hours{5'200, 0, 0}));
  child.measures = {};
  child.place = Place::foster;
  EXPECT_EQ(hours_of({child}), (Hours{5'200, 0, 0}));
  child.place = Place::home;
  child.case_open = 1;  // and nothing closes it here
  EXPECT_EQ(hours_of({child, child}), (Hours{2 * 5'200, 0, 0}));
}

TEST(Casework, OfAYoungPersonFrom18NeedsAMeasure) {
  Person young = test::person_of(Role::child, 19, year);
  young.case_open = 1;
  EXPECT_EQ(hours_of({young}), Hours{});
  young.measures.set(ChildMeasure::aftercare);
  EXPECT_EQ(hours_of({young}), (Hours{5'200, 0, 0}));
}

/// Hours of one kind over all years.
Hundredths total_hours(const ArmCounts& arm, Casework kind) {
  Hundredths sum = 0;
  for (const YearCounts& one : arm.years) sum += one.use[index_of(service_of(kind))];
  return sum;
}

class TakenOver : public testing::Test {
 protected:
  /// One strategy without effect, which takes over such a share of each kind.
  static Scenario scenario_of(std::array<double, casework_count> shares) {
    Scenario scenario = test::small_scenario();
    Strategy strategy = test::bare_strategy(scenario, {});
    strategy.levers.takes_over_child_casework.value = shares[0];
    strategy.levers.takes_over_job_casework.value = shares[1];
    strategy.levers.takes_over_adult_casework.value = shares[2];
    scenario.strategies = {strategy};
    return scenario;
  }
  static std::vector<ArmCounts> run(const Scenario& scenario) {
    // Without effect: a change of caseworker would move lives, and with them the cases.
    return test::World{scenario}.run({{0, EffectLevel::none}, {1, EffectLevel::none}});
  }
};

TEST_F(TakenOver, HoursAreTheShareOfEachKindAlone) {
  const Scenario scenario = scenario_of({0, 0.5, 0});
  const auto counts = run(scenario);
  const auto alone = test::World{scenario}.run({{1, EffectLevel::none}});
  for (std::size_t y = 0; y < alone[0].years.size(); ++y) {
    EXPECT_EQ(counts[1].years[y].use, alone[0].years[y].use) << "year " << y + 1;
  }
  EXPECT_EQ(total_hours(counts[1], Casework::child), total_hours(counts[0], Casework::child));
  EXPECT_EQ(total_hours(counts[1], Casework::adult), total_hours(counts[0], Casework::adult));
  EXPECT_LT(total_hours(counts[1], Casework::job_centre),
            total_hours(counts[0], Casework::job_centre));
}

TEST_F(TakenOver, AllOfAllIsNeverMoreThanThereIs) {
  const auto counts = run(scenario_of({1, 1, 1}));
  for (std::size_t y = 0; y < counts[0].years.size(); ++y) {
    for (std::size_t i = 0; i < casework_count; ++i) {
      const std::size_t service = index_of(service_of(static_cast<Casework>(i)));
      EXPECT_GT(counts[0].years[y].use[service], counts[1].years[y].use[service]);
      EXPECT_GE(counts[1].years[y].use[service], 0);
    }
  }
}

TEST_F(TakenOver, HalfIsHalfOfAll) {
  const auto all = run(scenario_of({1, 1, 1}));
  const auto half = run(scenario_of({0.5, 0.5, 0.5}));
  for (std::size_t i = 0; i < casework_count; ++i) {
    const auto kind = static_cast<Casework>(i);
    const Hundredths in_all = total_hours(all[0], kind) - total_hours(all[1], kind);
    const Hundredths in_half = total_hours(half[0], kind) - total_hours(half[1], kind);
    // Rounded once a family and year.
    EXPECT_NEAR(static_cast<double>(in_half), static_cast<double>(in_all) / 2, 800 * 4 * 0.5);
  }
}

TEST_F(TakenOver, LowersTheMunicipalitysCostByHoursTimesPriceExactly) {
  const Scenario scenario = scenario_of({0.4, 0.3, 0.2});
  const RunResult result = run_scenario(scenario, 0, {});
  const Appraisal appraisal = appraise(scenario, result);
  const Saving& saving = appraisal.strategies[0].at(EffectLevel::none);

  Ore expected = 0;
  for (std::size_t i = 0; i < casework_count; ++i) {
    const auto kind = static_cast<Casework>(i);
    const CatalogueRow& row = scenario.catalogue.rows[index_of(service_of(kind))];
    const Hundredths hours =
        total_hours(result.counts[0], kind) - total_hours(result.counts[saving.arm], kind);
    EXPECT_GT(hours, 0) << casework_names[i];
    expected += hours * static_cast<Ore>(row.price.value);  // kr. an hour: øre a hundredth of one
  }
  EXPECT_EQ(total(saving.gross_saving, {}), expected);
  EXPECT_EQ(total(saving.gross_saving, {.payer = Payer::municipality}), expected);
  const CashableResult parts = cashable_result(appraisal, scenario.catalogue, saving.arm);
  EXPECT_LT(total(parts.net_result, {}), total(saving.net_result, {}));
}

}  // namespace
}  // namespace samspil
