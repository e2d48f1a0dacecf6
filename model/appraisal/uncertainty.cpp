#include "model/appraisal/uncertainty.hpp"

#include <algorithm>
#include <cmath>

#include "model/core/statistics.hpp"

namespace samspil {
namespace {

/// Savings of one budget by draw, means over replicates and scaled to all families [kr.].
struct DrawSavings {
  std::vector<std::vector<double>> by_year;  ///< Year, draw. Empty where no accounts were kept.
  std::vector<double> in_all;                ///< By draw. Empty where the saving is not known.
};

using AllSavings = std::array<DrawSavings, budget_count>;

/// What every budget paid in one year of one run of an arm [øre].
BudgetCosts paid(const YearAccount& year) noexcept {
  BudgetCosts costs{};
  for (std::size_t d = 0; d < department_count; ++d) {
    for (std::size_t p = 0; p < payer_count; ++p) {
      add_to_budgets(static_cast<Department>(d), static_cast<Payer>(p),
                     year.consequences[d][p] + year.programme[d][p], costs);
    }
  }
  return costs;
}

AllSavings savings_by_year(const RunResult& result, std::size_t arm) {
  const std::size_t years = result.cells().years;
  AllSavings all;
  for (DrawSavings& budget : all) {
    budget.by_year.assign(years, std::vector<double>(result.draws));
    budget.in_all.resize(result.draws);
  }
  const double weight = result.scale() / result.replicates;
  for (std::size_t run = 0; run < result.runs(); ++run) {
    const std::size_t draw = run / result.replicates;
    const auto own = result.accounts.of(run, arm);
    const auto reference = result.accounts.of(run, result.arms[arm].reference);
    for (std::size_t year = 0; year < years; ++year) {
      const BudgetCosts costs = paid(own[year]), before = paid(reference[year]);
      for (std::size_t budget = 0; budget < budget_count; ++budget) {
        const double saved = weight * as_kroner(before[budget] - costs[budget]);
        all[budget].by_year[year][draw] += saved;
        all[budget].in_all[draw] += saved;
      }
    }
  }
  return all;
}

/// Of the purses over all years, where no accounts were kept.
AllSavings savings_in_all(const RunResult& result, std::size_t arm) {
  AllSavings all;
  for (std::size_t purse = 0; purse < purse_count; ++purse) {
    all[purse].in_all = savings_by_draw(result, arm, purse);
  }
  return all;
}

AllSavings savings_of(const RunResult& result, std::size_t arm) {
  return result.accounts.are_kept() ? savings_by_year(result, arm) : savings_in_all(result, arm);
}

double share_above_nought(const std::vector<double>& draws) noexcept {
  const auto above = std::count_if(draws.begin(), draws.end(), [](double x) { return x > 0; });
  return static_cast<double>(above) / static_cast<double>(draws.size());
}

/// Of the cells of one arm.
class CellError {
 public:
  CellError(const RunResult& result, std::size_t arm)
      : result_{result}, arm_{arm}, sampling_{Sampling::of(result)} {}

  MeanError of(std::size_t cell, const std::vector<double>& draws) const {
    const auto variance_of_total = total_variance(result_, arm_, cell);
    return variance_of_total ? mean_error(*variance_of_total, sampling_, variance_of(draws))
                             : MeanError{};
  }
  Uncertainty uncertainty(std::size_t cell, const std::vector<double>& draws) const {
    const MeanError error = of(cell, draws);
    return uncertainty_of(draws, error.luck_between_draws, error.standard_error);
  }

 private:
  const RunResult& result_;
  std::size_t arm_;
  Sampling sampling_;
};

/// By year: share of the draws that are paid back by its end.
std::vector<double> payback(const DrawSavings& draws, const CellError& error,
                            const SavingCells& cells, std::size_t budget) {
  const std::size_t years = draws.by_year.size();
  std::vector<std::vector<double>> cumulated;
  std::vector<double> sum(draws.in_all.size());
  for (std::size_t year = 0; year < years; ++year) {
    for (std::size_t d = 0; d < sum.size(); ++d) sum[d] += draws.by_year[year][d];
    const auto luck =
        error.of(cells.until(static_cast<int>(year) + 1, budget), sum).luck_between_draws;
    cumulated.push_back(freed_of_luck(sum, luck.value_or(0)));
  }
  return paid_back_shares(cumulated);
}

Uncertainty present_value_of(const DrawSavings& draws, const Uncertainty& in_all,
                             const Discounting& discounting) {
  std::vector<double> values(draws.in_all.size());
  for (std::size_t year = 0; year < draws.by_year.size(); ++year) {
    const double factor = discount_factor(
        discounting.rate, time_of_year(static_cast<int>(year) + 1, discounting.timing));
    for (std::size_t d = 0; d < values.size(); ++d) values[d] += factor * draws.by_year[year][d];
  }
  return as_sure_as(in_all, variance_of(draws.in_all), values);
}

BudgetUncertainty of_budget(const DrawSavings& draws, const DrawSavings& without_effect,
                            const CellError& error, const SavingCells& cells, std::size_t budget,
                            const Discounting& discounting) {
  BudgetUncertainty of;
  of.in_all = error.uncertainty(cells.in_all(budget), draws.in_all);
  const auto n = static_cast<double>(draws.in_all.size());
  const double middle = (n * of.in_all.probability_of_saving + 1) / (n + 2);
  of.probability_error = std::sqrt(middle * (1 - middle) / (n + 2));
  std::vector<double> gains = draws.in_all;
  for (std::size_t d = 0; d < gains.size(); ++d) gains[d] -= without_effect.in_all[d];
  const auto luck = error.of(cells.beyond_no_effect(budget), gains).luck_between_draws;
  of.probability_better_than_no_effect =
      share_above_nought(freed_of_luck(std::move(gains), luck.value_or(0)));
  for (std::size_t year = 0; year < draws.by_year.size(); ++year) {
    of.yearly.push_back(
        error.uncertainty(cells.in(static_cast<int>(year) + 1, budget), draws.by_year[year]));
  }
  if (draws.by_year.empty()) return of;
  of.payback_probability = payback(draws, error, cells, budget);
  of.net_present_value = present_value_of(draws, of.in_all, discounting);
  return of;
}

}  // namespace

std::vector<double> freed_of_luck(std::vector<double> draws, double luck) noexcept {
  if (draws.size() < 2) return draws;
  const double whole = variance_of(draws);
  if (whole <= 0 || luck <= 0) return draws;
  const double middle = mean_of(draws);
  const double part = std::sqrt(std::max(0.0, 1 - luck / whole));
  for (double& draw : draws) draw = middle + part * (draw - middle);
  return draws;
}

Uncertainty uncertainty_of(const std::vector<double>& draws, std::optional<double> luck,
                           std::optional<double> monte_carlo_error) {
  Uncertainty of;
  of.mean = mean_of(draws);
  of.monte_carlo_error = monte_carlo_error;
  const double whole = draws.size() < 2 ? 0 : variance_of(draws);
  if (luck && whole > 0) of.luck_share = std::min(*luck / whole, 1.0);
  std::vector<double> freed = freed_of_luck(draws, luck.value_or(0));
  of.probability_of_saving = share_above_nought(freed);
  std::sort(freed.begin(), freed.end());
  of.p05 = percentile(freed, 0.05);
  of.p50 = percentile(freed, 0.5);
  of.p95 = percentile(freed, 0.95);
  return of;
}

Uncertainty as_sure_as(const Uncertainty& known, double variance,
                       const std::vector<double>& draws) {
  const double between = variance_of(draws);
  std::optional<double> luck, error;
  if (known.luck_share) luck = *known.luck_share * between;
  if (known.monte_carlo_error && variance > 0) {
    error = *known.monte_carlo_error * std::sqrt(between / variance);
  }
  return uncertainty_of(draws, luck, error);
}

BudgetUncertainties budget_uncertainties(const RunResult& result, std::size_t arm,
                                         const Discounting& discounting) {
  BudgetUncertainties budgets;
  if (result.draws < 2) return budgets;
  const AllSavings own = savings_of(result, arm);
  const AllSavings none = savings_of(result, arm_without_effect(result.arms, arm));
  const CellError error{result, arm};
  for (std::size_t budget = 0; budget < budget_count; ++budget) {
    if (own[budget].in_all.empty()) continue;
    budgets[budget] =
        of_budget(own[budget], none[budget], error, result.cells(), budget, discounting);
  }
  return budgets;
}

std::vector<double> expected_saving(const RunResult& result, std::size_t arm, std::size_t budget) {
  std::vector<double> draws = savings_by_draw(result, arm, budget);
  const CellError error{result, arm};
  const auto luck = error.of(result.cells().in_all(budget), draws).luck_between_draws;
  return freed_of_luck(std::move(draws), luck.value_or(0));
}

std::array<std::vector<double>, purse_count> expected_savings(const RunResult& result,
                                                              std::size_t arm) {
  std::array<std::vector<double>, purse_count> freed;
  for (std::size_t p = 0; p < purse_count; ++p) freed[p] = expected_saving(result, arm, p);
  return freed;
}

}  // namespace samspil
