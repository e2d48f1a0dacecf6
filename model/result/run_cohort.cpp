#include <algorithm>
#include <cmath>

#include "model/appraisal/cohort.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json amount_json(const CohortAmount& of) {
  return {{"mean", of.mean},
          {"p05", of.p05},
          {"p50", of.p50},
          {"p95", of.p95},
          {"monte_carlo_error", of.monte_carlo_error},
          {"luck_sd", of.luck_sd},
          {"luck_share", or_null(of.luck_share)}};
}

Json accounts_json(const CohortAccounts& accounts) {
  return {{"yearly", list_of(accounts.yearly, amount_json)},
          {"in_all", amount_json(accounts.in_all)},
          {"year_to_year_sd", accounts.year_to_year_sd}};
}

template <class All, class Value>
Json by_budget(const All& all, const Value& value) {
  Json budgets = Json::object();
  for (std::size_t i = 0; i < budget_count; ++i) {
    budgets[std::string{budget_name(i)}] = value(all[i]);
  }
  return budgets;
}

Json result_json(const Report& report, const CohortResult& of) {
  Json all = amount_json(of.in_all);
  all["probability_of_saving"] = of.probability_of_saving;
  all["probability_of_loss"] = of.probability_of_loss;
  all["probability_better_than_no_effect"] = of.probability_better_than_no_effect;
  all["payback_probability"] = of.payback_probability;
  all["accounts"] = accounts_json(of.accounts);
  all["effect_cumulated"] = of.effect;
  all["families_to_see"] = list_of(of.families_to_see, [](const std::optional<double>& n) -> Json {
    return n ? Json(std::ceil(*n)) : Json();
  });
  all["seen_in_year"] =
      of.seen_in_year ? Json(calendar_year(report.scenario, *of.seen_in_year)) : Json();
  return all;
}

Json share_json(const std::optional<WorseOffShare>& of) {
  if (!of) return nullptr;
  return {{"families", of->families},
          {"mean_days", of->mean},
          {"share", of->share},
          {"told_apart", of->told_apart},
          {"better_told_apart", of->better_told_apart}};
}

Json worse_off_json(const WorseOff& of) {
  return {{"all", share_json(of.all)},
          {"by_group", by_name(family_group_names,
                               [&](std::size_t group) { return share_json(of.groups[group]); })}};
}

Json placement_json(const CohortAppraisal& cohort) {
  const OneMorePlacement& one = cohort.placement;
  const auto year = [](const PlacementYear& of) -> Json {
    return {{"municipality", of.municipality}, {"public", of.all_public}};
  };
  Json all = year(one.mean);
  Json& places = all["by_place"] = Json::object();
  for (std::size_t place = 1; place < place_count; ++place) {
    Json of = year(one.by_place[place]);
    of["share"] = one.shares[place];
    places[std::string{place_names[place]}] = std::move(of);
  }
  const CohortAccounts& own = cohort.reference[index_of(Purse::municipality)];
  const double sd = own.yearly.front().luck_sd;
  all["share_of_luck_sd"] = sd > 0 ? Json(one.mean.municipality / sd) : Json();
  return all;
}

Json concentration_json(const CohortAppraisal& cohort) {
  Json all{{"families", single_family_count}, {"dearest_part", dearest_part}};
  all["by_purse"] = by_name(purse_names, [&](std::size_t purse) -> Json {
    const CohortConcentration& of = cohort.concentration[purse];
    return {{"share", or_null(of.share)}, {"mean", of.mean}, {"dearest_mean", of.dearest_mean}};
  });
  return all;
}

/// Of what a cohort costs in all, for the unit of its amounts.
double largest_amount(const CohortAppraisal& cohort) {
  double largest = 0;
  for (const CohortAccounts& of : cohort.reference) {
    largest = std::max({largest, std::fabs(of.in_all.p05), std::fabs(of.in_all.p95)});
  }
  return largest;
}

}  // namespace

Json cohort_document(const Report& report) {
  if (!report.cohort) return nullptr;
  const CohortAppraisal& cohort = *report.cohort;
  return {{"families", cohort.plan.families},
          {"parents", cohort.parents},
          {"families_lived", cohort.plan.lived},
          {"sites", cohort.plan.sites},
          {"cohorts", cohort.plan.cohorts()},
          {"draws", cohort.plan.draws},
          {"largest_amount", largest_amount(cohort)},
          {"without_effort", by_budget(cohort.reference, accounts_json)},
          {"concentration", concentration_json(cohort)},
          {"one_more_placement", placement_json(cohort)},
          {"errors_to_see", errors_to_see},
          {"worse_off_rule",
           {{"families", cohort.again_families},
            {"replicates", cohort.again_replicates},
            {"days", worse_off_days},
            {"errors", worse_off_errors}}}};
}

void add_cohort(const Report& report, const StrategyAppraisal& appraised, Json& all) {
  Json budgets, worse_off;
  if (report.cohort) {
    const StrategyCohort& own = report.cohort->strategies[appraised.strategy];
    budgets =
        by_budget(own.budgets, [&](const CohortResult& of) { return result_json(report, of); });
    worse_off = by_name(family_outcome_names,
                        [&](std::size_t i) { return worse_off_json(own.worse_off[i]); });
  }
  all["cohort"] = std::move(budgets);
  all["worse_off"] = std::move(worse_off);
}

}  // namespace samspil
