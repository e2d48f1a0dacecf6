#include "model/appraisal/evidence_count.hpp"

#include "model/inputs/input_list.hpp"
#include "model/inputs/lever_slots.hpp"

namespace samspil {

std::array<std::size_t, grade_names.size()> count_grades(const Scenario& scenario) {
  std::array<std::size_t, grade_names.size()> counts{};
  for (const Input& input : input_list(scenario)) {
    const bool is_written = input.kind != EntryKind::lever || is_stated(input.quantity);
    // The months of a discovery go with its effect.
    if (!is_written || !input.has_own_grade || input.kind == EntryKind::months) continue;
    counts[index_of(input.quantity.grade)] += input.carriers;
  }
  return counts;
}

EffectsSeen effects_seen(const Scenario& scenario) noexcept {
  EffectsSeen seen;
  for (const Strategy& strategy : scenario.strategies) {
    for (const Effect& effect : strategy.effects) {
      ++(effect.observed > 0 ? seen.by_design[index_of(effect.design)] : seen.outright);
      ++seen.all;
      if (effect.grade == Grade::own) ++seen.own;
    }
  }
  return seen;
}

}  // namespace samspil
