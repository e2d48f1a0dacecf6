#include "model/inputs/catalogue.hpp"

#include "model/inputs/dated.hpp"

namespace samspil {

std::vector<std::string_view> rule_state_names(RuleKind kind) {
  if (is_ladder(kind)) return {"weeks_1_4", "weeks_5_26", "weeks_27_52", "weeks_from_53"};
  if (kind == RuleKind::health) return {"age_3_and_over", "age_0_2"};
  if (kind == RuleKind::income_tax) return {"wages", "benefits"};
  return {"-"};
}

const RuleShares& PayerRule::in_force(RuleState state, int year) const noexcept {
  const RuleShares* best = in_force_or_nearest(
      rows, year, [state](const RuleShares& row) { return row.state == state; });
  return best != nullptr ? *best : rows.front();
}

}  // namespace samspil
