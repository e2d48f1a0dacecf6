// A report's price of a family-year is what a simulated family-year costs, at the report's own use.
#include "model/simulation/plan.hpp"

#include <gtest/gtest.h>

#include <initializer_list>

#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// The shipped strategies, with somebody in every post and the caseload kept.
Scenario at_full_use() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 2'000;
  scenario.population.families = 400;
  for (const Mechanism mechanism :
       {Mechanism::turnover, Mechanism::capacity, Mechanism::caseload}) {
    scenario.mechanisms[index_of(mechanism)] = false;
  }
  return scenario;
}

class FullUse : public testing::Test {
 protected:
  /// kr. per family-year of some items, without effect.
  double price(const std::string& id, std::initializer_list<ProgrammeItem> items) const {
    const Scenario& scenario = world_.scenario();
    std::size_t number = 1;
    while (scenario.strategies.at(number - 1).id != id) ++number;
    const ArmCounts counts = world_.run({{0, EffectLevel::none}, {number, EffectLevel::none}})[1];
    Ore sum = 0;
    for (const YearCounts& year : counts.years) {
      for (const ProgrammeItem item : items) sum += year.programme[index_of(item)];
    }
    const auto days = static_cast<double>(test::total_of(counts, Outcome::enrolled_days));
    return static_cast<double>(sum) / 100 / (days / days_per_year);
  }

  const test::World world_{at_full_use()};
};

TEST_F(FullUse, OfFamiliensFremtidCostsTheOperationOfFuresoe) {
  EXPECT_NEAR(price("familiens_fremtid",
                    {ProgrammeItem::staff, ProgrammeItem::supervision, ProgrammeItem::material}),
              114'700, 1);
}

TEST_F(FullUse, OfSammenOmFamilienCostsTheLowerCaseloadOfRanders) {
  EXPECT_NEAR(price("sammen_om_familien", {ProgrammeItem::staff}), 13'000, 1);
}

}  // namespace
}  // namespace samspil
