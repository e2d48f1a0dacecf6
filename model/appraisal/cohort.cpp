#include "model/appraisal/cohort.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

#include "model/appraisal/saving.hpp"
#include "model/core/statistics.hpp"

namespace samspil {
namespace {

/// Kroner by cohort, scaled to the families asked for.
using Values = std::vector<double>;

/// Cost of one arm in one year.
Values costs_in(const CohortRuns& runs, std::size_t arm, int year, std::size_t budget) {
  Values values(runs.plan.cohorts());
  for (std::size_t c = 0; c < values.size(); ++c) {
    values[c] = runs.plan.scale() * as_kroner(runs.cost(c, arm, year, budget));
  }
  return values;
}

Values operator-(Values a, const Values& b) {
  std::transform(a.begin(), a.end(), b.begin(), a.begin(), std::minus<>{});
  return a;
}
Values operator+(Values a, const Values& b) {
  std::transform(a.begin(), a.end(), b.begin(), a.begin(), std::plus<>{});
  return a;
}

std::vector<Values> costs_by_year(const CohortRuns& runs, std::size_t arm, std::size_t budget) {
  std::vector<Values> years;
  for (int year = 1; year <= static_cast<int>(runs.years); ++year) {
    years.push_back(costs_in(runs, arm, year, budget));
  }
  return years;
}

std::vector<Values> cumulated(const std::vector<Values>& years) {
  std::vector<Values> sums;
  for (const Values& year : years) sums.push_back(sums.empty() ? year : sums.back() + year);
  return sums;
}

std::vector<Values> difference(const std::vector<Values>& a, const std::vector<Values>& b) {
  std::vector<Values> years;
  for (std::size_t i = 0; i < a.size(); ++i) years.push_back(a[i] - b[i]);
  return years;
}

/// By luck, of the families asked for.
double luck_sd_of(const Values& values, const CohortPlan& plan) {
  return std::sqrt(cohort_variance(values, plan).luck / plan.scale());
}

double standard_error(const Values& values, const CohortPlan& plan) {
  const auto cohorts = static_cast<double>(plan.cohorts());
  if (plan.draws < 2) return std::sqrt(variance_of(values) / cohorts);
  Values means(plan.draws);
  for (std::size_t d = 0; d < means.size(); ++d) {
    means[d] = mean_of(std::span{values}.subspan(d * plan.per_draw, plan.per_draw));
  }
  return std::sqrt(variance_of(means) / static_cast<double>(plan.draws));
}

double share_where(const Values& values, const std::function<bool(double)>& holds) {
  const auto number = std::count_if(values.begin(), values.end(), holds);
  return static_cast<double>(number) / static_cast<double>(values.size());
}
double share_above_nought(const Values& values) {
  return share_where(values, [](double x) { return x > 0; });
}

CohortAccounts accounts_of(const std::vector<Values>& years, const CohortPlan& plan) {
  CohortAccounts accounts;
  for (std::size_t year = 0; year < years.size(); ++year) {
    accounts.yearly.push_back(amount_of(years[year], plan));
    if (year == 0) continue;
    accounts.year_to_year_sd.push_back(luck_sd_of(years[year] - years[year - 1], plan));
  }
  accounts.in_all = amount_of(cumulated(years).back(), plan);
  return accounts;
}

/// By year: share of the cohorts that are paid back by its end.
std::vector<double> payback(const std::vector<Values>& sums, const CohortPlan& plan) {
  std::vector<Values> courses;
  for (const Values& sum : sums) courses.push_back(scaled_to_cohort(sum, plan));
  return paid_back_shares(courses);
}

/// Effects against the luck of the accounts in which they are to be seen.
void see_effect(const std::vector<Values>& effects, const std::vector<Values>& accounts,
                const CohortPlan& plan, CohortResult& result) {
  constexpr double errors_from_nought = 2;
  for (std::size_t year = 0; year < effects.size(); ++year) {
    const double effect = mean_of(effects[year]);
    result.effect.push_back(effect);
    result.families_to_see.emplace_back();
    if (std::abs(effect) <= errors_from_nought * standard_error(effects[year], plan)) continue;
    const double errors = errors_to_see * luck_sd_of(accounts[year], plan) / effect;
    const double families = static_cast<double>(plan.families) * errors * errors;
    result.families_to_see.back() = families;
    if (!result.seen_in_year && families <= static_cast<double>(plan.families)) {
      result.seen_in_year = static_cast<int>(year) + 1;
    }
  }
}

/// What an arm saves against what it is compared with.
std::vector<Values> net_by_year(const CohortRuns& runs, std::size_t arm, std::size_t budget) {
  return difference(costs_by_year(runs, runs.arms[arm].reference, budget),
                    costs_by_year(runs, arm, budget));
}

CohortResult result_of(const CohortRuns& runs, std::size_t arm, std::size_t budget) {
  const CohortPlan& plan = runs.plan;
  const std::vector<Values> own = costs_by_year(runs, arm, budget);
  const std::size_t without = arm_without_effect(runs.arms, arm);
  const std::vector<Values> effects =
      difference(cumulated(costs_by_year(runs, without, budget)), cumulated(own));
  const std::vector<Values> net = cumulated(net_by_year(runs, arm, budget));
  const Values scaled = scaled_to_cohort(net.back(), plan);
  CohortResult result;
  result.in_all = amount_of(net.back(), plan);
  result.probability_of_saving = share_above_nought(scaled);
  result.probability_of_loss = share_where(scaled, [](double x) { return x < 0; });
  const Values net_without = cumulated(net_by_year(runs, without, budget)).back();
  result.probability_better_than_no_effect =
      share_above_nought(scaled_to_cohort(net.back() - net_without, plan));
  result.payback_probability = payback(net, plan);
  result.accounts = accounts_of(own, plan);
  see_effect(effects, cumulated(own), plan, result);
  return result;
}

}  // namespace

CohortVariance cohort_variance(const std::vector<double>& values, const CohortPlan& plan) {
  if (plan.draws < 2) return {0, variance_of(values)};
  std::vector<double> means;
  double within = 0;
  for (std::size_t d = 0; d < plan.draws; ++d) {
    const auto own = std::span{values}.subspan(d * plan.per_draw, plan.per_draw);
    means.push_back(mean_of(own));
    within += variance_of(own) / static_cast<double>(plan.draws);
  }
  return {std::max(0.0, variance_of(means) - within / static_cast<double>(plan.per_draw)), within};
}

std::vector<double> scaled_to_cohort(std::vector<double> values, const CohortPlan& plan) {
  if (plan.lived == plan.families) return values;
  const CohortVariance variance = cohort_variance(values, plan);
  if (variance.whole() <= 0) return values;
  const double part =
      std::sqrt((variance.inputs + variance.luck / plan.scale()) / variance.whole());
  const double middle = mean_of(values);
  for (double& value : values) value = middle + part * (value - middle);
  return values;
}

CohortAmount amount_of(const std::vector<double>& values, const CohortPlan& plan) {
  CohortAmount amount;
  CohortVariance variance = cohort_variance(values, plan);
  variance.luck /= plan.scale();
  amount.mean = mean_of(values);
  amount.monte_carlo_error = standard_error(values, plan);
  amount.luck_sd = std::sqrt(variance.luck);
  if (variance.whole() > 0) amount.luck_share = variance.luck / variance.whole();
  std::vector<double> sorted = scaled_to_cohort(values, plan);
  std::sort(sorted.begin(), sorted.end());
  amount.p05 = percentile(sorted, 0.05);
  amount.p50 = percentile(sorted, 0.5);
  amount.p95 = percentile(sorted, 0.95);
  return amount;
}

CohortConcentration concentration_of(std::vector<Ore> costs) {
  std::sort(costs.begin(), costs.end(), std::greater<>{});
  const auto number = static_cast<std::size_t>(
      std::max(1.0, std::round(dearest_part * static_cast<double>(costs.size()))));
  double all = 0, dearest = 0;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    all += as_kroner(costs[i]);
    if (i + 1 == number) dearest = all;
  }
  CohortConcentration of;
  of.mean = all / static_cast<double>(costs.size());
  of.dearest_mean = dearest / static_cast<double>(number);
  if (all > 0) of.share = dearest / all;
  return of;
}

CohortAppraisal appraise_cohorts(const CohortRuns& runs, const FamilyReplicates& again,
                                 const RunResult& run, const Catalogue& catalogue) {
  const PopulationFit& fit = run.population;
  CohortAppraisal all;
  all.plan = runs.plan;
  all.parents = static_cast<double>(runs.plan.families) * static_cast<double>(fit.target_adults) /
                static_cast<double>(fit.families);
  all.again_families = again.families();
  all.again_replicates = again.replicates;
  const std::size_t reference = runs.arms.back().reference;  // at the centre, as the last arm is
  all.placement = one_more_placement(run, catalogue);
  for (std::size_t budget = 0; budget < budget_count; ++budget) {
    all.reference[budget] = accounts_of(costs_by_year(runs, reference, budget), runs.plan);
  }
  for (std::size_t purse = 0; purse < purse_count; ++purse) {
    std::vector<Ore> costs;
    for (const BudgetCosts& family : runs.single_families) costs.push_back(family[purse]);
    all.concentration[purse] = concentration_of(std::move(costs));
  }
  for (std::size_t arm = 0; arm < runs.arms.size(); ++arm) {
    const Arm& which = runs.arms[arm];
    const bool is_strategy = which.strategy > 0 && which.strategy <= again.strategies;
    if (!is_strategy || which.level != EffectLevel::centre) continue;
    StrategyCohort& strategy = all.strategies.emplace_back();
    for (std::size_t budget = 0; budget < budget_count; ++budget) {
      strategy.budgets[budget] = result_of(runs, arm, budget);
    }
    for (std::size_t outcome = 0; outcome < family_outcome_count; ++outcome) {
      strategy.worse_off[outcome] =
          worse_off(again, which.strategy - 1, static_cast<FamilyOutcome>(outcome));
    }
  }
  return all;
}

}  // namespace samspil
