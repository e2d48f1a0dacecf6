/// \file
/// How far an expected result may lie from its centre by the uncertain inputs: over draws of them,
/// freed of the luck of the families that lived each draw. What luck may do to a certain number of
/// families is another question.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "model/appraisal/saving.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

/// Of an expected saving over draws of the inputs. Positive means fewer public expenditures [kr.].
struct Uncertainty {
  double mean = 0;
  /// The smallest draw that 5, 50 and 95 % of the draws do not exceed, freed of luck.
  double p05 = 0, p50 = 0, p95 = 0;
  double probability_of_saving = 0;  ///< Share of the draws, freed of luck, that save.
  /// Of the mean: draws, families and their luck. Nothing where a run has but one site.
  std::optional<double> monte_carlo_error;
  /// Of the variance between draws, what is luck of the families and not the inputs' doing. Nothing
  /// where draws do not differ, or a run has but one site.
  std::optional<double> luck_share;
};

/// Of one budget (site_savings.hpp): all years together, and each by itself.
struct BudgetUncertainty {
  Uncertainty in_all;
  /// Standard error of the probability of a saving, as if one draw more had saved and one had not:
  /// never nought, since a few draws that agree are no certainty.
  double probability_error = 0;
  /// Share of the draws in which the strategy does better than its programme without effect; freed
  /// of the luck of the difference.
  double probability_better_than_no_effect = 0;
  // Nothing where the accounts of the runs were not kept.
  std::vector<Uncertainty> yearly;
  /// By year: share of the draws that are paid back by its end: from some year up to it on the
  /// cumulated result is never negative.
  std::vector<double> payback_probability;
  std::optional<Uncertainty> net_present_value;
};

/// Draws y with the mean m, in whose variance T there is a part L of luck: m + sqrt(1 - L / T) (y -
/// m), which has the variance T - L; all at m where luck is more than their whole variance.
std::vector<double> freed_of_luck(std::vector<double> draws, double luck) noexcept;

/// Of draws of which the luck is known. At least one draw.
///   luck  variance between the draws that is no doing of the inputs; nothing = not known, none
///         taken out
Uncertainty uncertainty_of(const std::vector<double>& draws, std::optional<double> luck,
                           std::optional<double> monte_carlo_error);

/// Of other draws of the same runs, as sure as those with the variance `variance` that `known` is
/// of: their luck and their error have the same share of the spread.
Uncertainty as_sure_as(const Uncertainty& known, double variance, const std::vector<double>& draws);

/// By budget. Nothing with fewer than two draws, and of departments where no accounts of the runs
/// were kept.
using BudgetUncertainties = std::array<std::optional<BudgetUncertainty>, budget_count>;

/// Of one arm against its reference. The present value is as sure as the sum of all years: its luck
/// and its error have the same share of its spread.
BudgetUncertainties budget_uncertainties(const RunResult& result, std::size_t arm,
                                         const Discounting& discounting);

/// What an arm saves of one budget over all years beside its reference, draw by draw, freed of luck
/// [kr.].
std::vector<double> expected_saving(const RunResult& result, std::size_t arm, std::size_t budget);

/// The same by purse.
std::array<std::vector<double>, purse_count> expected_savings(const RunResult& result,
                                                              std::size_t arm);

}  // namespace samspil
