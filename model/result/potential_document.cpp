#include "model/result/potential_document.hpp"

#include <span>

#include "model/appraisal/evidence_count.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json row_json(const PotentialRow& row) {
  return {{"potential",
           by_name(adjustment_names, [&](std::size_t a) { return or_null(row.potential[a]); })},
          {"gross_saving", row.gross_saving},
          {"programme_cost", row.programme_cost},
          {"net_result", row.net_result}};
}

Json strategy_json(const Scenario& scenario, const StrategyPotential& own) {
  const Strategy& strategy = scenario.strategies[own.strategy];
  const auto level = [&](std::size_t i) -> Json {
    return {{"gross_saving", own.gross_saving[i]},
            {"share_reached", or_null(own.share_reached[i])},
            {"more_successes", own.more_successes[i]}};
  };
  return {{"id", strategy.id},
          {"title", strategy.title_en},
          {"title_da", strategy.title_da},
          {"families", own.families},
          {"adults_without", own.without.adults},
          {"children_without", own.without.children},
          {"public", row_json(own.total)},
          {"by_payer", by_name(std::span{payer_names}.first(CostLines::payers),
                               [&](std::size_t p) { return row_json(own.payers[p]); })},
          {"by_department",
           by_name(department_names, [&](std::size_t d) { return row_json(own.departments[d]); })},
          {"by_level", by_name(effect_level_names, level)}};
}

}  // namespace

Json potential_document(const Scenario& scenario, const std::vector<StrategyPotential>& all) {
  const EffectsSeen seen = effects_seen(scenario);
  Json effects = by_name(design_names, [&](std::size_t i) { return seen.by_design[i]; });
  effects["outright"] = seen.outright;
  return {{"own_effects", seen.own},
          {"effects_in_all", seen.all},
          {"effects_seen", effects},
          {"strategies", list_of(all, [&](const StrategyPotential& own) {
             return strategy_json(scenario, own);
           })}};
}

}  // namespace samspil
