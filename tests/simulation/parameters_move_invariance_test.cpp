// Every parameter moves something that is counted. A number that moves nothing is a promise that
// the model does not keep.
#include <gtest/gtest.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>

#include "model/inputs/mechanisms.hpp"
#include "tests/support/small_world.hpp"
#include "tests/support/still_life.hpp"

namespace samspil {
namespace {

constexpr std::uint64_t most_candidates = 12'000;

using test::CandidateLife;
using test::live_candidate;

/// Scores that move nobody in the shipped scenario are tested with their mechanism on.
Scenario with_everything_on() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 1'500;
  scenario.population.families = 400;
  scenario.mechanisms.fill(true);
  return scenario;
}

bool starts_with_any(const std::string& name, const std::vector<std::string>& prefixes) {
  return std::any_of(prefixes.begin(), prefixes.end(),
                     [&](const std::string& prefix) { return name.starts_with(prefix); });
}

/// Shares that must sum to 1; the first named takes from the largest other one.
const std::vector<std::string> simplexes{"initial_children_", "initial_status_women_",
                                         "initial_status_men_", "initial_place_",
                                         "initial_agency_"};

/// Another admissible value of the slot.
double other_value(const ParameterSlot& slot) {
  const double value = *slot.value;
  // Measures end at 23, so the last age that can matter is 22.
  if (slot.name.ends_with("_age_from")) return value + 3;
  if (slot.name.ends_with("_age_to")) return value - 3;
  if (value == 0) return std::min(0.5, slot.upper);
  return value * 1.5 <= slot.upper ? value * 1.5 : value * 0.5;
}

/// Moves the slot to another admissible value; a share of a whole gives to or takes from the rest.
void change(std::vector<ParameterSlot>& slots, std::size_t which) {
  ParameterSlot& slot = slots[which];
  for (const std::string& prefix : simplexes) {
    if (!slot.name.starts_with(prefix)) continue;
    double* largest = nullptr;
    for (ParameterSlot& other : slots) {
      if (other.value == slot.value || !other.name.starts_with(prefix)) continue;
      if (largest == nullptr || *other.value > *largest) largest = other.value;
    }
    const double moved = *slot.value > 0.5 ? -0.2 : *largest * 0.5;
    *slot.value += moved;
    *largest -= moved;
    return;
  }
  *slot.value = other_value(slot);
}

class EveryParameter : public testing::Test {
 protected:
  EveryParameter() {
    const KernelTables tables{with_mechanisms(scenario_.parameters, scenario_.mechanisms)};
    base_.resize(most_candidates);
    tbb::parallel_for(std::size_t{0}, base_.size(), [&](std::size_t i) {
      thread_local const auto space = std::make_unique<Workspace>();
      base_[i] = live_candidate(tables, i, *space);
    });
  }

  /// Whether any candidate's life differs; most parameters are seen among the first.
  bool moves_candidates(const Parameters& changed) const {
    const KernelTables tables{with_mechanisms(changed, scenario_.mechanisms)};
    const auto space = std::make_unique<Workspace>();
    for (std::size_t i = 0; i < base_.size(); ++i) {
      if (live_candidate(tables, i, *space) != base_[i]) return true;
    }
    return false;
  }

  const Scenario scenario_ = with_everything_on();
  std::vector<CandidateLife> base_;
};

/// Numbers that act in a strategy alone: what enrolled families meet.
const std::vector<std::string> of_strategies{"relation_",
                                             "gate_",
                                             "job_entry_new_caseworker",
                                             "usual_new_caseworker",
                                             "enrolment_spread",
                                             "notice_months",
                                             "move"};

/// Acts by the year of the law, at once or never: tests/inputs/law_of_rates_test.cpp.
constexpr std::string_view of_the_law = "resource_course_closed_from";

TEST_F(EveryParameter, MovesSomethingThatIsCounted) {
  Parameters listed = scenario_.parameters;
  std::map<std::string, std::size_t> position;
  const std::vector<ParameterSlot> slots = parameter_slots(listed);
  for (std::size_t i = 0; i < slots.size(); ++i) position[slots[i].name] = i;
  std::mutex found;
  std::vector<std::string> moved_nothing;

  const std::vector<ParameterRow>& rows = scenario_.parameter_table.rows;
  tbb::parallel_for(std::size_t{0}, rows.size(), [&](std::size_t i) {
    const std::string& name = rows[i].name;
    if (starts_with_any(name, of_strategies) || name == of_the_law) return;
    Parameters changed = scenario_.parameters;
    std::vector<ParameterSlot> own = parameter_slots(changed);
    change(own, position.at(name));
    if (moves_candidates(changed)) return;
    const std::scoped_lock lock{found};
    moved_nothing.push_back(name);
  });

  EXPECT_GT(rows.size(), 400U);
  EXPECT_EQ(moved_nothing, std::vector<std::string>{});
}

TEST(StrategyParameters, MoveWhatAStrategyDoes) {
  const test::World world{with_everything_on()};
  const std::vector<Arm> arms = test::all_arms(world.scenario());
  const auto unchanged = world.run(arms);
  int tested = 0;
  for (const ParameterRow& row : world.scenario().parameter_table.rows) {
    if (!starts_with_any(row.name, of_strategies)) continue;
    Scenario changed = world.scenario();
    std::vector<ParameterSlot> slots = parameter_slots(changed.parameters);
    const auto slot = std::find_if(slots.begin(), slots.end(),
                                   [&](const ParameterSlot& one) { return one.name == row.name; });
    change(slots, static_cast<std::size_t>(slot - slots.begin()));
    // The relation a family starts with is set when the pool is made.
    const auto counts =
        row.name == "relation_start" ? test::World{changed}.run(arms) : world.run(changed, arms);

    ++tested;
    EXPECT_NE(counts, unchanged) << row.name;
    for (std::size_t n = 0; n < unchanged[0].years.size(); ++n) {  // the words drawn may differ
      EXPECT_EQ(counts[0].years[n].use, unchanged[0].years[n].use) << row.name;
      EXPECT_EQ(counts[0].years[n].outcomes, unchanged[0].years[n].outcomes) << row.name;
    }
  }
  EXPECT_GE(tested, 13);
}

TEST(ParametersOfTheStart, MoveNothingOnceThePoolIsMade) {
  const test::World world{with_everything_on()};
  const std::vector<Arm> arms = test::all_arms(world.scenario());
  Scenario changed = world.scenario();
  std::vector<ParameterSlot> slots = parameter_slots(changed.parameters);
  for (std::size_t i = 0; i < slots.size(); ++i) {
    if (slots[i].only_at_start) change(slots, i);
  }

  EXPECT_EQ(world.run(changed, arms), world.run(arms));
  EXPECT_NE(test::World{changed}.run(arms), world.run(arms));
}

TEST(ParameterFile, HasARowForEverySlotThatIsNotOptional) {
  Scenario scenario = test::shipped_scenario();
  std::vector<std::string> names;
  for (const ParameterRow& row : scenario.parameter_table.rows) names.push_back(row.name);
  for (const ParameterSlot& slot : parameter_slots(scenario.parameters)) {
    if (slot.optional) continue;
    EXPECT_EQ(std::count(names.begin(), names.end(), slot.name), 1) << slot.name;
  }
}

}  // namespace
}  // namespace samspil
