#include "model/calibration/smoother.hpp"

#include <Eigen/Cholesky>
#include <algorithm>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <numeric>

#include "model/calibration/eigen_view.hpp"
#include "model/calibration/ensemble_update.hpp"
#include "model/calibration/keyed_engine.hpp"
#include "model/calibration/observation.hpp"
#include "model/core/checksum.hpp"
#include "model/core/statistics.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

/// Inputs that nothing depends on, whose spread tells how much of it is lost by luck.
constexpr std::size_t dummy_inputs = 64;

enum class Question : std::uint16_t { prior, observations, dummies, replacement };

KeyedEngine engine_of(std::uint32_t seed, std::string_view who, std::size_t period,
                      Question question) {
  return {{seed, 0},
          Identity{fnv1a(who)},
          static_cast<int>(period),
          BlockNumber{static_cast<std::uint16_t>(question)}};
}

/// Members × columns from one engine.
Matrix normal_matrix(std::size_t members, std::size_t columns, KeyedEngine engine) {
  boost::random::normal_distribution<double> normal;
  Matrix drawn{members, columns};
  for (double& value : drawn.values) value = normal(engine);
  return drawn;
}

Matrix columns_of(const Matrix& matrix, const std::vector<std::size_t>& which) {
  Matrix chosen{matrix.rows, which.size()};
  for (std::size_t row = 0; row < matrix.rows; ++row) {
    for (std::size_t j = 0; j < which.size(); ++j) chosen(row, j) = matrix(row, which[j]);
  }
  return chosen;
}

double deviation(const Matrix& matrix, std::size_t column) {
  std::vector<double> values;
  for (std::size_t row = 0; row < matrix.rows; ++row) values.push_back(matrix(row, column));
  return std::sqrt(variance_of(values));
}

class Smoother {
 public:
  Smoother(const CalibrationProblem& problem, const SmootherSettings& settings,
           const MayMove& may_move)
      : problem_{problem},
        settings_{settings},
        which_{targets_used(problem.targets(), TargetUse::calibrate)},
        covariance_{observation_covariance(problem.targets(), which_, settings.shared_people)} {
    for (std::size_t j = 0; j < which_.size(); ++j) {
      covariance_(j, j) *= 1 + settings.discrepancy * settings.discrepancy;
    }
    if (may_move) {
      may_move_ = [this, may_move](std::size_t input, std::size_t j) {
        return input >= problem_.inputs().size() || may_move(input, which_[j]);
      };
    }
  }

  SmootherResult run(const std::function<void(const SmootherIteration&)>& iteration_done) {
    SmootherResult result;
    scores_ = prior_scores(problem_, settings_.members, settings_.seed);
    result.prior_scores = scores_;
    double taken_in = 0;
    for (int number = 0;; ++number) {
      SmootherIteration iteration;
      iteration.number = number;
      iteration.taken_in = taken_in;
      iteration.failed = simulate(number);
      if (number == 0) result.prior_outputs = outputs_;
      measure(iteration);
      const bool is_last = which_.empty() || taken_in >= 1;
      if (!is_last) {
        iteration.step = step_length(taken_in, settings_.most_updates - number);
        iteration.effective_members = effective_members(iteration.step);
        iteration.inflation = update(iteration.step, number);
        taken_in = iteration.step >= 1 - taken_in ? 1 : taken_in + iteration.step;
      } else {
        iteration.effective_members = effective_members(0);
      }
      result.iterations.push_back(iteration);
      if (iteration_done) iteration_done(iteration);
      if (is_last) break;
    }
    result.scores = std::move(scores_);
    result.outputs = std::move(outputs_);
    result.variances = std::move(variances_);
    return result;
  }

 private:
  /// Runs the members, and puts others in the place of those that fail. How many did.
  std::uint32_t simulate(int number) {
    const std::size_t targets = problem_.targets().size();
    outputs_ = Matrix{scores_.rows, targets};
    variances_ = Matrix{scores_.rows, targets};
    // Other chance in every run, so that no member is fitted to its own.
    std::vector<std::uint64_t> replicates(scores_.rows);
    std::iota(replicates.begin(), replicates.end(),
              std::uint64_t{settings_.members} * static_cast<std::uint64_t>(number));
    problem_.simulate(scores_, replicates, outputs_, variances_);
    luck_ = mean_variances();
    misfits_ = misfits(outputs_, problem_.targets(), which_, with_luck(1));
    std::vector<std::size_t> sound, failed;
    for (std::size_t m = 0; m < misfits_.size(); ++m) {
      (std::isfinite(misfits_[m]) ? sound : failed).push_back(m);
    }
    if (sound.size() < 3) throw Failure{{"calibrate.all_failed"}};
    KeyedEngine engine = engine_of(settings_.seed, "replacement", static_cast<std::size_t>(number),
                                   Question::replacement);
    for (const std::size_t m : failed) replace(m, sound[engine() % sound.size()]);
    return static_cast<std::uint32_t>(failed.size());
  }

  /// By fitted target: the Monte Carlo variance of a member's output.
  std::vector<double> mean_variances() const {
    std::vector<double> means;
    for (const std::size_t target : which_) {
      double sum = 0, count = 0;
      for (std::size_t m = 0; m < variances_.rows; ++m) {
        if (!std::isfinite(variances_(m, target))) continue;
        sum += variances_(m, target);
        ++count;
      }
      means.push_back(count > 0 ? sum / count : 0.0);
    }
    return means;
  }

  /// Of the observations' errors, and so much of the simulation's.
  Matrix with_luck(double share) const {
    Matrix covariance = covariance_;
    for (std::size_t j = 0; j < luck_.size(); ++j) covariance(j, j) += share * luck_[j];
    return covariance;
  }

  void replace(std::size_t member, std::size_t by) {
    const auto copy = [&](Matrix& matrix) {
      std::copy(matrix.row(by).begin(), matrix.row(by).end(), matrix.row(member).begin());
    };
    copy(scores_);
    copy(outputs_);
    copy(variances_);
    misfits_[member] = misfits_[by];
  }

  void measure(SmootherIteration& iteration) const {
    if (which_.empty()) return;
    const double scale = 2 / static_cast<double>(which_.size());
    iteration.misfit = scale * mean_of(misfits_);
    std::vector<double> sorted = misfits_;
    std::sort(sorted.begin(), sorted.end());
    iteration.median_misfit = scale * percentile(sorted, 0.5);
  }

  /// Share of the data to take in now. The steps that remain, each at most double the one before,
  /// must take in the rest.
  double step_length(double taken_in, int remaining) const {
    const double rest = 1 - taken_in;
    if (remaining <= 1) return rest;
    const auto n = static_cast<double>(which_.size());
    const double by_misfit =
        std::max(n / (2 * mean_of(misfits_)), std::sqrt(n / (2 * variance_of(misfits_))));
    const double least = rest / (std::exp2(remaining) - 1);
    return std::min(std::max(by_misfit, least), rest);
  }

  double effective_members(double step) const {
    const double least = *std::min_element(misfits_.begin(), misfits_.end());
    double sum = 0, squares = 0;
    for (const double misfit : misfits_) {
      const double weight = std::exp(-step * (misfit - least));
      sum += weight;
      squares += weight * weight;
    }
    return sum * sum / squares;
  }

  /// Observations as each member is told them: their errors have the mean nought over members.
  Matrix perturbed_observations(const Matrix& covariance, double tempering, int number) const {
    Matrix told =
        normal_matrix(scores_.rows, which_.size(),
                      engine_of(settings_.seed, "observations", static_cast<std::size_t>(number),
                                Question::observations));
    const auto n = static_cast<Eigen::Index>(which_.size());
    const Eigen::MatrixXd root = view_of(covariance).llt().matrixL();
    for (std::size_t j = 0; j < told.columns; ++j) {
      double mean = 0;
      for (std::size_t m = 0; m < told.rows; ++m) mean += told(m, j);
      for (std::size_t m = 0; m < told.rows; ++m)
        told(m, j) -= mean / static_cast<double>(told.rows);
    }
    for (std::size_t m = 0; m < told.rows; ++m) {
      const Eigen::VectorXd errors = root * Eigen::Map<const Eigen::VectorXd>{&told(m, 0), n};
      for (Eigen::Index j = 0; j < n; ++j) {
        const auto target = static_cast<std::size_t>(j);
        told(m, target) =
            problem_.targets()[which_[target]].value + std::sqrt(tempering) * errors(j);
      }
    }
    return told;
  }

  /// Scores with the dummies behind them.
  Matrix with_dummies(int number) const {
    const Matrix drawn = normal_matrix(
        scores_.rows, dummy_inputs,
        engine_of(settings_.seed, "dummies", static_cast<std::size_t>(number), Question::dummies));
    Matrix all{scores_.rows, scores_.columns + dummy_inputs};
    for (std::size_t m = 0; m < all.rows; ++m) {
      const auto after =
          std::copy(scores_.row(m).begin(), scores_.row(m).end(), all.row(m).begin());
      std::copy(drawn.row(m).begin(), drawn.row(m).end(), after);
    }
    return all;
  }

  /// Moves the members. The inflation that followed.
  double update(double step, int number) {
    const double tempering = 1 / step;
    // The outputs' own luck counts once in their spread, and must count as often as the errors.
    const Matrix covariance = with_luck(1 - step);
    const Matrix before = with_dummies(number);
    const Matrix after = updated_scores({before, columns_of(outputs_, which_),
                                         perturbed_observations(covariance, tempering, number),
                                         covariance, tempering, settings_.localisation, may_move_});
    double kept = 0;
    for (std::size_t i = scores_.columns; i < before.columns; ++i) {
      kept += deviation(after, i) / deviation(before, i) / static_cast<double>(dummy_inputs);
    }
    const double inflation = settings_.inflation ? std::max(1.0, 1 / kept) : 1.0;
    for (std::size_t i = 0; i < scores_.columns; ++i) move_input(before, after, i, inflation);
    return inflation;
  }

  /// An input that no target moved keeps its scores as they were.
  void move_input(const Matrix& before, const Matrix& after, std::size_t i, double inflation) {
    double mean = 0;
    bool moved = false;
    for (std::size_t m = 0; m < after.rows; ++m) {
      mean += after(m, i) / static_cast<double>(after.rows);
      moved = moved || after(m, i) != before(m, i);
    }
    if (!moved) return;
    for (std::size_t m = 0; m < after.rows; ++m) {
      scores_(m, i) = mean + inflation * (after(m, i) - mean);
    }
  }

  const CalibrationProblem& problem_;
  const SmootherSettings& settings_;
  std::vector<std::size_t> which_;  ///< Targets that are fitted.
  Matrix covariance_;
  MayMove may_move_;
  Matrix scores_, outputs_, variances_;
  std::vector<double> luck_;
  std::vector<double> misfits_;
};

}  // namespace

Matrix prior_scores(const CalibrationProblem& problem, std::uint32_t members, std::uint32_t seed) {
  const auto& inputs = problem.inputs();
  Matrix scores{members, inputs.size()};
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    KeyedEngine engine = engine_of(seed, inputs[i], 0, Question::prior);
    boost::random::normal_distribution<double> normal;
    for (std::size_t m = 0; m < members; ++m) scores(m, i) = normal(engine);
  }
  return scores;
}

SmootherResult smooth(const CalibrationProblem& problem, const SmootherSettings& settings,
                      const MayMove& may_move,
                      const std::function<void(const SmootherIteration&)>& iteration_done) {
  return Smoother{problem, settings, may_move}.run(iteration_done);
}

}  // namespace samspil
