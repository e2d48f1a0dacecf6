#include "model/calibration/calibration.hpp"

#include <algorithm>
#include <cmath>

#include "model/calibration/observation.hpp"
#include "model/core/statistics.hpp"

namespace samspil {
namespace {

constexpr double z975 = 1.959963984540054;
constexpr std::size_t most_pairs = 12;
/// Weaker ones are luck of 100 members: three standard errors.
constexpr double least_correlation = 0.3;

std::vector<double> finite_column(const Matrix& matrix, std::size_t column) {
  std::vector<double> values;
  for (std::size_t row = 0; row < matrix.rows; ++row) {
    if (std::isfinite(matrix(row, column))) values.push_back(matrix(row, column));
  }
  return values;
}

/// `beside`: variance of what even the best inputs leave.
Prediction prediction_of(const Target& target, double error, double beside, const Matrix& outputs,
                         std::size_t column) {
  Prediction told;
  const std::vector<double> values = finite_column(outputs, column);
  if (values.size() < 2) {
    told.mean = told.standardised = std::nan("");
    return told;
  }
  told.mean = mean_of(values);
  const double variance = variance_of(values);
  told.deviation = std::sqrt(variance);
  const double half = z975 * std::sqrt(variance + error * error + beside);
  told.low = told.mean - half;
  told.high = told.mean + half;
  if (target.use == TargetUse::sign) {
    told.is_inside = told.mean * target.value > 0;
    return told;
  }
  told.standardised = (told.mean - target.value) / error;
  told.is_inside = target.value >= told.low && target.value <= told.high;
  return told;
}

/// On the normal scale, factors taken in.
Matrix positions_of(const FittedSet& fitted, const Matrix& scores) {
  Matrix positions{scores.rows, scores.columns};
  for (std::size_t m = 0; m < scores.rows; ++m) {
    const std::vector<double> own = fitted.positions(scores.row(m));
    std::copy(own.begin(), own.end(), positions.row(m).begin());
  }
  return positions;
}

InputFit input_fit(const Fitted& fitted, std::size_t i, const Matrix& prior, const Matrix& values,
                   const Matrix& prior_positions, const Matrix& positions) {
  InputFit fit;
  fit.name = fitted.name;
  fit.kind = fitted.kind;
  fit.data = fitted.data;
  fit.unit = fitted.input.quantity.unit;
  const std::vector<double> before = finite_column(prior, i);
  std::vector<double> after = finite_column(values, i);
  fit.prior_mean = mean_of(before);
  fit.prior_deviation = std::sqrt(variance_of(before));
  fit.mean = mean_of(after);
  fit.deviation = std::sqrt(variance_of(after));
  std::sort(after.begin(), after.end());
  fit.low = percentile(after, 0.025);
  fit.high = percentile(after, 0.975);
  const std::vector<double> z0 = finite_column(prior_positions, i),
                            z1 = finite_column(positions, i);
  const double spread = std::sqrt(variance_of(z0));
  fit.shrinkage = 1 - std::sqrt(variance_of(z1)) / spread;
  fit.shift = (mean_of(z1) - mean_of(z0)) / spread;
  fit.is_identified = fit.shrinkage >= least_shrinkage;
  return fit;
}

/// As the scenario has them.
std::vector<double> own_values(const FittedSet& fitted) {
  std::vector<double> values;
  for (const Fitted& one : fitted.all()) values.push_back(one.input.quantity.value);
  return values;
}

std::vector<InputPair> strongest_pairs(const Matrix& positions,
                                       const std::vector<InputFit>& inputs) {
  std::vector<std::vector<double>> columns;
  for (std::size_t i = 0; i < positions.columns; ++i) {
    std::vector<double> column = finite_column(positions, i);
    const double mean = mean_of(column), deviation = std::sqrt(variance_of(column));
    for (double& z : column) z = deviation > 0 ? (z - mean) / deviation : 0;
    columns.push_back(std::move(column));
  }
  std::vector<InputPair> pairs;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t j = i + 1; j < columns.size(); ++j) {
      const bool is_told = inputs[i].is_identified || inputs[j].is_identified;
      const bool is_factor =
          inputs[i].kind == FittedKind::factor || inputs[j].kind == FittedKind::factor;
      if (!is_told || is_factor) continue;
      double r = 0;
      for (std::size_t m = 0; m < columns[i].size(); ++m) r += columns[i][m] * columns[j][m];
      r /= static_cast<double>(columns[i].size() - 1);
      if (std::fabs(r) >= least_correlation) pairs.push_back({i, j, r});
    }
  }
  std::stable_sort(pairs.begin(), pairs.end(), [](const InputPair& a, const InputPair& b) {
    return std::fabs(a.correlation) > std::fabs(b.correlation);
  });
  if (pairs.size() > most_pairs) pairs.resize(most_pairs);
  return pairs;
}

/// A figure without a value, such as a rate where nobody is at risk, counts for nothing.
double squared_misfit(double standardised) noexcept {
  return std::isfinite(standardised) ? standardised * standardised : 0;
}

void add_use(const TargetFit& fit, UseFit& use) {
  const auto misfit_at = [&fit](double value) {
    return squared_misfit((value - fit.target.value) / fit.error);
  };
  use.misfit_at_values += misfit_at(fit.at_values);
  use.misfit_at_centre += misfit_at(fit.at_centre);
  ++use.targets;
  use.inside_before += fit.before.is_inside;
  use.inside_after += fit.after.is_inside;
  use.misfit_before += squared_misfit(fit.before.standardised);
  use.misfit_after += squared_misfit(fit.after.standardised);
}

}  // namespace

Matrix values_of(const FittedSet& fitted, const Matrix& scores) {
  Matrix values{scores.rows, scores.columns};
  for (std::size_t m = 0; m < scores.rows; ++m) {
    const std::vector<double> own = fitted.values(scores.row(m));
    std::copy(own.begin(), own.end(), values.row(m).begin());
  }
  return values;
}

MayMove may_move(const ModelProblem& problem, bool protects_effects) {
  return [&problem, protects_effects](std::size_t input, std::size_t target) {
    const Fitted& fitted = problem.fitted().all()[input];
    const ReadTarget& row = problem.target_table().rows[target];
    if (fitted.kind == FittedKind::effect) return !protects_effects || row.has_comparison;
    if (fitted.kind != FittedKind::study_number) return true;
    return row.target.cohort == problem.studies()[fitted.study].study.id;
  };
}

CalibrationFit fit_of(const ModelProblem& problem, const FittedMembers& members) {
  CalibrationFit fit;
  fit.members = static_cast<std::uint32_t>(members.scores.rows);
  const FittedSet& fitted = problem.fitted();
  const Matrix prior = values_of(fitted, members.prior_scores),
               values = values_of(fitted, members.scores);
  const std::vector<double> centres = fitted.centres(members.prior_scores, members.scores);
  const std::vector<double> at_values = problem.means_at(own_values(fitted), times_at_values);
  const std::vector<double> at_centre = problem.means_at(centres, times_at_values);
  for (std::size_t i = 0; i < problem.targets().size(); ++i) {
    const Target& target = problem.targets()[i];
    TargetFit own{target, observation_error(target), {}, {}, 0, 0};
    const double left = problem.spec().discrepancy * own.error;
    own.before = prediction_of(target, own.error, left * left, members.prior_outputs, i);
    own.after = prediction_of(target, own.error, left * left, members.outputs, i);
    own.at_values = at_values[i];
    own.at_centre = at_centre[i];
    add_use(own, fit.uses[index_of(target.use)]);
    fit.targets.push_back(std::move(own));
  }
  for (UseFit& use : fit.uses) {
    use.misfit_before /= std::max(use.targets, 1);
    use.misfit_after /= std::max(use.targets, 1);
    use.misfit_at_values /= std::max(use.targets, 1);
    use.misfit_at_centre /= std::max(use.targets, 1);
  }
  const Matrix prior_positions = positions_of(fitted, members.prior_scores),
               positions = positions_of(fitted, members.scores);
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    fit.inputs.push_back(input_fit(fitted.all()[i], i, prior, values, prior_positions, positions));
    InputFit& input = fit.inputs.back();
    input.centre = centres[i];
    // Where effects are protected, only targets with a comparison group moved them.
    if (input.kind == FittedKind::effect && !problem.spec().protects_effects &&
        input.shrinkage > most_uncontrolled_shrinkage) {
      fit.uncontrolled.push_back(i);
    }
  }
  fit.pairs = strongest_pairs(positions, fit.inputs);
  return fit;
}

}  // namespace samspil
