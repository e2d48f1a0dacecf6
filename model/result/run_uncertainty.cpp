#include "model/appraisal/cashable_draws.hpp"
#include "model/appraisal/uncertainty.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json figures(const Uncertainty& of) {
  return {{"mean", of.mean},
          {"p05", of.p05},
          {"p50", of.p50},
          {"p95", of.p95},
          {"monte_carlo_error", or_null(of.monte_carlo_error)},
          {"probability_of_saving", of.probability_of_saving},
          {"luck_share", or_null(of.luck_share)}};
}

/// Null where it is not known.
Json budget_json(const std::optional<BudgetUncertainty>& of, bool has_years) {
  if (!of) return nullptr;
  Json all = figures(of->in_all);
  all["probability_error"] = of->probability_error;
  all["probability_better_than_no_effect"] = of->probability_better_than_no_effect;
  if (!has_years) return all;
  all["payback_probability"] = of->payback_probability;
  all["net_present_value"] =
      of->net_present_value ? figures(*of->net_present_value) : Json(nullptr);
  Json& years = all["yearly"] = Json::array();
  for (const Uncertainty& year : of->yearly) years.push_back(figures(year));
  return all;
}

Json level_json(const Report& report, const StrategyAppraisal& appraised, EffectLevel level,
                bool has_years) {
  const BudgetUncertainties& budgets = report.uncertainties[appraised.at(level).arm];
  Json all = Json::object();
  for (std::size_t budget = 0; budget < budget_count; ++budget) {
    Json& of = all[std::string{budget_name(budget)}] = budget_json(budgets[budget], has_years);
    if (!has_years || of.is_null()) continue;
    of["break_even_multiplier"] = break_even_multiplier(report, appraised.strategy, budget);
  }
  return all;
}

/// Of the municipality and its departments: what can be taken out of the budget.
Json cashable_json(const Report& report, const StrategyAppraisal& appraised) {
  const CashableUncertainties found = cashable_uncertainties(report, appraised);
  const auto of = [&](std::size_t budget) {
    return found[budget] ? figures(*found[budget]) : Json();
  };
  Json all{{"municipality", of(index_of(Purse::municipality))}};
  for (std::size_t d = 0; d < department_count; ++d) {
    all[std::string{department_names[d]}] = of(first_department_budget + d);
  }
  return all;
}

}  // namespace

void add_uncertainty(const Report& report, const StrategyAppraisal& appraised, Json& all) {
  Json levels, centre, in_budget;
  if (report.draws != nullptr) {
    levels = by_name(effect_level_names, [&](std::size_t level) {
      return level_json(report, appraised, static_cast<EffectLevel>(level), false);
    });
    centre = level_json(report, appraised, EffectLevel::centre, true);
    in_budget = cashable_json(report, appraised);
  }
  all["uncertainty_by_level"] = std::move(levels);
  all["uncertainty"] = std::move(centre);
  all["in_budget_uncertainty"] = std::move(in_budget);
}

}  // namespace samspil
