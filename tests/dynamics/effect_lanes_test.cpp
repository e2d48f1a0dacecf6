// Over random plans and families, each lane has the ratios that hook_ratios() gives its plan, bit
// by bit, whatever the plans beside it.
#include "model/dynamics/effect_lanes.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/dynamics/hand_values.hpp"

namespace samspil::test {
namespace {

constexpr std::size_t lanes = 8;

/// The part that a family has in a strategy, and the strategy.
struct InArm {
  Family family;
  Team team;
  CoordinationPlan plan;
};

class RandomPlans : public testing::Test {
 protected:
  int below(int n) { return std::uniform_int_distribution{0, n - 1}(random_); }
  bool rarely() { return below(5) == 0; }
  double share() { return std::uniform_real_distribution{}(random_); }

  PlannedEffect any_effect() {
    static constexpr std::array hooks{Hook::job_entry, Hook::job_loss, Hook::measure_start,
                                      Hook::placement_entry, Hook::adult_treatment_start};
    static constexpr std::array channels{Channel::effort, Channel::discovery, Channel::substitution,
                                         Channel::overlap};
    PlannedEffect effect;
    effect.hook = hooks[static_cast<std::size_t>(below(hooks.size()))];
    effect.channel = channels[static_cast<std::size_t>(below(channels.size()))];
    if (first_slot(effect.hook) != hook_slot_count) {
      effect.targets = static_cast<std::uint16_t>(1 + below(15));
    }
    effect.ratio = 2.5 * share();
    effect.days = 91 * below(3);
    effect.scale = rarely() ? 2 * share() : 1.0;
    effect.later = rarely();
    return effect;
  }

  InArm any_arm() {
    InArm made;
    Family& family = made.family;
    family.enrolment = static_cast<Enrolment>(below(5));
    family.relation = static_cast<float>(share());
    family.harmed = rarely();
    family.enrolled_days = static_cast<std::uint16_t>(below(800));
    family.enrolled_until = static_cast<std::uint16_t>(below(365));
    family.new_caseworker = rarely();
    if (rarely()) family.days_since_exit = static_cast<std::uint16_t>(below(900));
    made.team.fidelity_gate = share();
    made.team.running_days = static_cast<std::uint16_t>(below(800));
    made.team.first_day = static_cast<std::uint16_t>(below(365));
    CoordinationPlan& plan = made.plan;
    for (int effects = below(9); effects > 0; --effects) plan.effects.push_back(any_effect());
    plan.ramp_days = below(2) * 182;
    plan.fade_rate = share();
    plan.spill_over = below(2) * share();
    plan.wait_days = below(2) * 120;
    plan.job_casework = rarely() ? share() : 0.0;
    plan.gated = !rarely();
    return made;
  }

  std::mt19937 random_{20};
};

TEST_F(RandomPlans, ActInEachLaneAsAlone) {
  const FamilyParameters p = strange_parameters().family;
  HookLanes<lanes> hooks;
  EffectWeights weights;
  for (int round = 0; round < 300; ++round) {
    std::vector<InArm> arms;
    std::vector<const CoordinationPlan*> plans;
    for (std::size_t lane = 0; lane < lanes; ++lane) arms.push_back(any_arm());
    for (std::size_t lane = 1; lane < lanes; ++lane) {  // the same plan, a little stronger
      if (below(2) == 0) arms[lane].plan = arms[lane - 1].plan;
      for (PlannedEffect& effect : arms[lane].plan.effects) effect.ratio *= 1.1;
    }
    for (const InArm& arm : arms) plans.push_back(&arm.plan);
    const EffectLanes effects{plans};
    std::vector<Person> people(1);
    people.front().presence = Presence::present;
    for (int family = 0; family < 5; ++family) {
      people.front().agency = static_cast<Agency>(below(agency_count));
      for (InArm& arm : arms) arm.family = any_arm().family;
      effects.begin_family(weights);
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const InArm& arm = arms[lane];
        effects.weigh(lane, {arm.family, gate_agency(people, p), arm.team, arm.plan, p}, weights);
      }
      const Isa isa = family % 2 == 0 ? Isa::portable : chosen_isa();
      effects.set_hooks(isa, weights, hooks);
      for (std::size_t lane = 0; lane < lanes; ++lane) {
        const InArm& arm = arms[lane];
        const HookRatios alone = hook_ratios(arm.family, people, arm.team, arm.plan, p);
        for (std::size_t slot = 0; slot < hook_slot_count; ++slot) {
          ASSERT_EQ(hooks.slots[slot][lane], alone[slot]) << round << ' ' << lane << ' ' << slot;
        }
      }
    }
  }
}

}  // namespace
}  // namespace samspil::test
