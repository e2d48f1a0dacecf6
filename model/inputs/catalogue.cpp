#include "model/inputs/catalogue.hpp"

#include <tuple>

namespace samspil {

std::vector<std::string_view> rule_state_names(RuleKind kind) {
  if (is_ladder(kind)) return {"weeks_1_4", "weeks_5_26", "weeks_27_52", "weeks_from_53"};
  if (kind == RuleKind::health) return {"age_3_and_over", "age_0_2"};
  return {"-"};
}

const RuleShares& PayerRule::in_force(RuleState state, int year) const noexcept {
  // Those in force first, then the last that began before, then the earliest that begins later.
  const auto nearness = [year](const RuleShares& row) {
    const bool begun = row.valid_from <= year;
    return std::tuple{begun && year <= row.valid_to, begun,
                      begun ? row.valid_from : -row.valid_from};
  };
  const RuleShares* best = nullptr;
  for (const RuleShares& row : rows) {
    if (row.state == state && (best == nullptr || nearness(row) > nearness(*best))) best = &row;
  }
  return best != nullptr ? *best : rows.front();
}

}  // namespace samspil
