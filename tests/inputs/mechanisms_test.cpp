// A mechanism that is off leaves its own numbers where they do nothing, and all others as they are.
#include "model/inputs/mechanisms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "model/inputs/lever_slots.hpp"
#include "model/inputs/parameters.hpp"

namespace samspil {
namespace {

Mechanisms all_but(Mechanism mechanism) {
  Mechanisms on;
  on.fill(true);
  on[index_of(mechanism)] = false;
  return on;
}

TEST(MechanismOff, LeavesItsParametersNeutralAndTheOthersAlone) {
  constexpr double somewhere = 0.37;
  Parameters with, neutral;
  for (const ParameterSlot& slot : parameter_slots(with)) *slot.value = somewhere;
  const auto unmoved = parameter_slots(neutral);
  for (std::size_t m = 0; m < mechanism_count; ++m) {
    const auto mechanism = static_cast<Mechanism>(m);
    Parameters without = with_mechanisms(with, all_but(mechanism));
    const auto slots = parameter_slots(without);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      const double expected = slots[i].switched_by == mechanism ? *unmoved[i].value : somewhere;
      EXPECT_EQ(*slots[i].value, expected) << mechanism_names[m] << ' ' << slots[i].name;
    }
  }
}

/// Every number of the coupling is among them, whatever is added to it.
TEST(MechanismOff, TakesTheWholeCoupling) {
  for (Parameters any; const ParameterSlot& slot : parameter_slots(any)) {
    EXPECT_EQ(slot.switched_by == Mechanism::coupling, slot.name.starts_with("coupling_"))
        << slot.name;
  }
}

TEST(MechanismOff, LeavesItsLeversWithoutEffectAndTheOthersAlone) {
  Levers with;
  for (const LeverSlot& slot : lever_slots) (with.*slot.quantity).value = 2;
  for (std::size_t m = 0; m < mechanism_count; ++m) {
    const auto mechanism = static_cast<Mechanism>(m);
    const Levers without = with_mechanisms(with, all_but(mechanism));
    for (const LeverSlot& slot : lever_slots) {
      const auto switched = std::find_if(
          switched_levers.begin(), switched_levers.end(), [&](const SwitchedLever& one) {
            return one.lever == slot.quantity && one.mechanism == mechanism;
          });
      EXPECT_EQ((without.*slot.quantity).value,
                switched == switched_levers.end() ? 2 : switched->without)
          << mechanism_names[m] << ' ' << slot.name;
    }
  }
}

TEST(MechanismOff, AlwaysSwitchesSomething) {
  Parameters any;
  const auto slots = parameter_slots(any);
  for (std::size_t m = 0; m < mechanism_count; ++m) {
    const auto mechanism = static_cast<Mechanism>(m);
    const bool of_parameters =
        std::any_of(slots.begin(), slots.end(),
                    [&](const ParameterSlot& slot) { return slot.switched_by == mechanism; });
    const bool of_levers =
        std::any_of(switched_levers.begin(), switched_levers.end(),
                    [&](const SwitchedLever& one) { return one.mechanism == mechanism; });
    bool of_effects = false;
    for (std::size_t c = 0; c < channel_names.size(); ++c) {
      of_effects = of_effects || switch_of(static_cast<Channel>(c)) == mechanism;
    }
    EXPECT_TRUE(of_parameters || of_levers || of_effects) << mechanism_names[m];
  }
}

}  // namespace
}  // namespace samspil
