#include "model/calibration/importance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "model/calibration/keyed_scores.hpp"
#include "model/calibration/multivariate_normal.hpp"

namespace samspil {
namespace {

constexpr double impossible = -std::numeric_limits<double>::infinity();
const double enough_different = 1 - std::exp(-1.0);

/// log(exp(a) + exp(b)).
double log_sum(double a, double b) noexcept {
  const double high = std::max(a, b);
  return high == impossible ? impossible : high + std::log1p(std::exp(std::min(a, b) - high));
}

/// The mixture that draws come from, and what each draw owes to it.
class Sampler {
 public:
  Sampler(const CalibrationProblem& problem, const SyntheticLikelihood& likelihood,
          const ImportanceSettings& settings)
      : problem_{problem}, likelihood_{likelihood}, settings_{settings} {
    inputs_ = problem.inputs().size();
    prior_draws_ = settings.prior_draws > 0 ? settings.prior_draws : 1000 * inputs_;
    batch_ = settings.batch > 0 ? settings.batch : 100 * inputs_;
    result_.scores.columns = inputs_;
    result_.outputs.columns = problem.targets().size();
  }

  ImportanceResult run(const TellRound& tell) {
    append(keyed_scores(settings_.seed, ScoreStream::proposal, 0, prior_draws_, inputs_));
    weigh(tell);
    for (int round = 1; round <= settings_.most_rounds; ++round) {
      if (result_.converged || result_.log_marginal == impossible) break;
      add_component(static_cast<std::uint32_t>(round));
      weigh(tell);
    }
    return std::move(result_);
  }

 private:
  std::size_t draws() const noexcept { return result_.scores.rows; }

  /// Simulates draws and keeps them; the densities of all components so far are noted.
  void append(const Matrix& scores) {
    Matrix outputs{scores.rows, result_.outputs.columns}, variances = outputs;
    const std::vector<std::uint64_t> replicates(scores.rows, settings_.replicate);
    problem_.simulate(scores, replicates, outputs, variances);
    for (std::size_t row = 0; row < scores.rows; ++row) {
      result_.log_likelihood.push_back(likelihood_.log(outputs.row(row), variances.row(row)));
      log_prior_.push_back(log_standard_normal(scores.row(row)));
      double others = impossible;
      for (const MultivariateNormal& component : components_) {
        others = log_sum(others, component.log_density(scores.row(row)));
      }
      log_components_.push_back(others);
    }
    result_.scores.rows += scores.rows;
    result_.outputs.rows += scores.rows;
    result_.scores.values.insert(result_.scores.values.end(), scores.values.begin(),
                                 scores.values.end());
    result_.outputs.values.insert(result_.outputs.values.end(), outputs.values.begin(),
                                  outputs.values.end());
  }

  /// A normal about the draw that weighs most, as its nearest neighbours vary: those of much weight
  /// more, but none without any.
  void add_component(std::uint32_t round) {
    const auto heaviest =
        std::max_element(result_.weights.begin(), result_.weights.end()) - result_.weights.begin();
    const auto centre_row = result_.scores.row(static_cast<std::size_t>(heaviest));
    const std::vector<double> centre(centre_row.begin(), centre_row.end());
    std::vector<double> distances(draws());
    for (std::size_t i = 0; i < draws(); ++i) {
      for (std::size_t k = 0; k < inputs_; ++k) {
        const double apart = result_.scores(i, k) - centre[k];
        distances[i] += apart * apart;
      }
    }
    std::vector<std::size_t> nearest(draws());
    std::iota(nearest.begin(), nearest.end(), std::size_t{0});
    const std::size_t count = std::min(batch_, draws());
    std::partial_sort(nearest.begin(), nearest.begin() + static_cast<std::ptrdiff_t>(count),
                      nearest.end(), [&](std::size_t a, std::size_t b) {
                        return std::pair{distances[a], a} < std::pair{distances[b], b};
                      });
    nearest.resize(count);
    std::vector<double> shares;
    for (const std::size_t i : nearest) {
      shares.push_back(0.5 * (result_.weights[i] + 1 / static_cast<double>(draws())));
    }
    const MultivariateNormal component{centre,
                                       covariance_about(result_.scores, nearest, shares, centre)};
    for (std::size_t i = 0; i < draws(); ++i) {
      log_components_[i] =
          log_sum(log_components_[i], component.log_density(result_.scores.row(i)));
    }
    components_.push_back(component);
    Matrix scores = keyed_scores(settings_.seed, ScoreStream::proposal, round, batch_, inputs_);
    for (std::size_t row = 0; row < scores.rows; ++row) {
      const std::vector<double> drawn = component.from_standard(scores.row(row));
      std::copy(drawn.begin(), drawn.end(), scores.row(row).begin());
    }
    append(scores);
  }

  /// log of likelihood × prior / mixture.
  std::vector<double> log_ratios() const {
    const auto n = static_cast<double>(draws());
    const double log_prior_share = std::log(static_cast<double>(prior_draws_) / n);
    const double log_batch_share = std::log(static_cast<double>(batch_) / n);
    std::vector<double> ratios(draws());
    for (std::size_t i = 0; i < ratios.size(); ++i) {
      const double mixture =
          log_sum(log_prior_share + log_prior_[i], log_batch_share + log_components_[i]);
      ratios[i] = result_.log_likelihood[i] + log_prior_[i] - mixture;
    }
    return ratios;
  }

  void weigh(const TellRound& tell) {
    result_.weights = log_ratios();
    std::vector<double>& weights = result_.weights;
    const double largest = *std::max_element(weights.begin(), weights.end());
    double sum = 0;
    for (double& weight : weights) {
      weight = largest == impossible ? 0 : std::exp(weight - largest);
      sum += weight;
    }
    const auto n = static_cast<double>(draws());
    result_.log_marginal = sum > 0 ? largest + std::log(sum / n) : impossible;
    result_.log_marginal_error = sum > 0 ? error_of_sum() / sum : 0;
    ImportanceRound round{draws(), 0, 0, result_.log_marginal, impossible};
    double squares = 0;
    const auto wanted = static_cast<double>(settings_.posterior_draws);
    for (std::size_t i = 0; sum > 0 && i < weights.size(); ++i) {
      weights[i] /= sum;
      squares += weights[i] * weights[i];
      round.different += -std::expm1(wanted * std::log1p(-weights[i])) / wanted;
    }
    if (squares > 0) round.effective = 1 / squares;
    round.best_likelihood =
        *std::max_element(result_.log_likelihood.begin(), result_.log_likelihood.end());
    result_.converged = round.different >= enough_different;
    result_.rounds.push_back(round);
    if (tell) tell(round);
  }

  /// Standard error of the sum of the weights, which vary within each component alone: how many
  /// come from each is fixed.
  double error_of_sum() const noexcept {
    double variance = 0;
    for (std::size_t begin = 0; begin < draws();) {
      const std::size_t count = begin == 0 ? prior_draws_ : batch_;
      double sum = 0, squares = 0;
      for (std::size_t i = begin; i < begin + count; ++i) sum += result_.weights[i];
      const double mean = sum / static_cast<double>(count);
      for (std::size_t i = begin; i < begin + count; ++i) {
        squares += (result_.weights[i] - mean) * (result_.weights[i] - mean);
      }
      if (count > 1) {
        variance += squares * static_cast<double>(count) / static_cast<double>(count - 1);
      }
      begin += count;
    }
    return std::sqrt(variance);
  }

  const CalibrationProblem& problem_;
  const SyntheticLikelihood& likelihood_;
  const ImportanceSettings& settings_;
  std::size_t inputs_ = 0, prior_draws_ = 0, batch_ = 0;
  std::vector<MultivariateNormal> components_;
  std::vector<double> log_prior_;       ///< By draw.
  std::vector<double> log_components_;  ///< By draw: log of the sum of all components' densities.
  ImportanceResult result_;
};

}  // namespace

double ImportanceResult::log_posterior(std::size_t draw) const {
  return log_likelihood[draw] + log_standard_normal(scores.row(draw));
}

ImportanceResult sample_importance(const CalibrationProblem& problem,
                                   const SyntheticLikelihood& likelihood,
                                   const ImportanceSettings& settings, const TellRound& tell) {
  return Sampler{problem, likelihood, settings}.run(tell);
}

std::vector<std::size_t> resampled(std::span<const double> weights, std::size_t count,
                                   std::uint32_t seed) {
  std::vector<std::size_t> chosen;
  chosen.reserve(count);
  const double first = keyed_uniform(seed, ScoreStream::resampling, 0, 0);
  double reached = 0;
  std::size_t i = 0;
  for (std::size_t k = 0; k < count; ++k) {
    const double mark = (static_cast<double>(k) + first) / static_cast<double>(count);
    while (i + 1 < weights.size() && reached + weights[i] < mark) reached += weights[i++];
    chosen.push_back(i);
  }
  return chosen;
}

std::vector<double> column_of(const Matrix& matrix, std::size_t column) {
  std::vector<double> values(matrix.rows);
  for (std::size_t row = 0; row < matrix.rows; ++row) values[row] = matrix(row, column);
  return values;
}

}  // namespace samspil
