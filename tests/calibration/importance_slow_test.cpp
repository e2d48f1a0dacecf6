// Targets simulated at known inputs: importance sampling finds them again.
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>

#include "model/calibration/importance.hpp"
#include "model/calibration/keyed_scores.hpp"
#include "model/core/random.hpp"
#include "tests/calibration/weighted_percentile.hpp"

namespace samspil::test {
namespace {

constexpr std::size_t input_count = 8, target_count = 12, people = 2000, months = 48;

/// 2,000 people over four years, month by month, between three statuses: six rates and two ratios.
/// Seen is how often each of the six moves is made in a year at risk, by those with a disorder and
/// without: twelve numbers whose errors are independent. A person's chance of a month is the same
/// at all inputs, as the model's is.
class SmallWorld final : public CalibrationProblem {
 public:
  explicit SmallWorld(std::uint32_t seed) {
    for (std::size_t i = 0; i < input_count; ++i) {
      inputs_.push_back("input_" + std::to_string(i));
    }
    targets_.resize(target_count);
    for (std::uint32_t replicate = 0; replicate < 2; ++replicate) {
      for (std::uint32_t i = 0; i < people * months / 4; ++i) {
        for (const std::uint32_t word :
             keyed_block({seed, replicate}, Identity{i}, 0, BlockNumber{0})) {
          chance_[replicate].push_back(uniform(word));
        }
      }
    }
  }

  const std::vector<std::string>& inputs() const override { return inputs_; }
  const std::vector<Target>& targets() const override { return targets_; }

  /// What is seen of people of another chance, at these scores.
  void see(std::span<const double> scores) {
    const auto [outputs, variances] = live(scores, 1);
    for (std::size_t i = 0; i < target_count; ++i) {
      targets_[i].value = outputs[i];
      targets_[i].error = std::sqrt(variances[i]);
    }
  }

  void simulate(const Matrix& scores, std::span<const std::uint64_t> replicates, Matrix& outputs,
                Matrix& variances) const override {
    for (std::size_t row = 0; row < scores.rows; ++row) {
      const auto [own, spread] = live(scores.row(row), replicates[row]);
      for (std::size_t i = 0; i < target_count; ++i) {
        outputs(row, i) = own[i];
        variances(row, i) = spread[i];
      }
    }
  }

 private:
  using Numbers = std::array<double, target_count>;
  /// [1/year] to the lower and to the higher of the two others.
  using Rates = std::array<std::array<double, 2>, 3>;

  static Rates rates_of(std::span<const double> scores, bool has_disorder) {
    Rates rates{{{0.5, 0.4}, {0.3, 0.35}, {0.5, 0.7}}};
    std::size_t next = 0;
    for (auto& of_status : rates) {
      for (double& rate : of_status) rate *= std::exp(0.4 * scores[next++]);
    }
    if (has_disorder) {
      rates[0][0] *= 0.6 * std::exp(0.4 * scores[6]);
      rates[0][1] *= 1.5 * std::exp(0.4 * scores[7]);
    }
    return rates;
  }

  std::pair<Numbers, Numbers> live(std::span<const double> scores, std::uint64_t replicate) const {
    Numbers moves{}, years{};
    const double* chance = chance_[replicate].data();
    for (const bool has_disorder : {false, true}) {
      const Rates rates = rates_of(scores, has_disorder);
      for (std::size_t person = 0; person < people / 2; ++person) {
        std::size_t status = person % 3;
        for (std::size_t month = 0; month < months; ++month) {
          const double u = *chance++;
          const auto [low, high] = rates[status];
          const std::size_t first = 2 * status + (has_disorder ? 6 : 0);
          years[first] += 1.0 / 12;
          years[first + 1] += 1.0 / 12;
          if (u < low / 12) {
            ++moves[first];
            status = status == 0 ? 1 : 0;
          } else if (u > 1 - high / 12) {
            ++moves[first + 1];
            status = status == 2 ? 1 : 2;
          }
        }
      }
    }
    Numbers rate{}, variance{};
    for (std::size_t i = 0; i < target_count; ++i) {
      rate[i] = moves[i] / years[i];
      variance[i] = moves[i] / (years[i] * years[i]);
    }
    return {rate, variance};
  }

  std::array<std::vector<double>, 2> chance_;  ///< Replicate; person × month.
  std::vector<std::string> inputs_;
  std::vector<Target> targets_;
};

/// Each of 50 worlds: the truth is drawn from the prior, seen once, and looked for by other chance.
TEST(Recovery, ByImportanceSamplingCoversTheTruth) {
  constexpr int repetitions = 50, bins = 10;
  std::array<int, input_count> covered{};
  std::array<std::array<int, bins>, input_count> ranks{};
  for (std::uint32_t repetition = 0; repetition < repetitions; ++repetition) {
    SmallWorld world{100 + repetition};
    const Matrix truth = keyed_scores(7, ScoreStream::start, repetition, 1, input_count);
    world.see(truth.row(0));
    ImportanceSettings settings;
    settings.seed = repetition + 1;
    const ImportanceResult result =
        sample_importance(world, SyntheticLikelihood{world.targets()}, settings);
    EXPECT_TRUE(result.converged) << repetition;
    for (std::size_t i = 0; i < input_count; ++i) {
      const std::vector<double> scores = column_of(result.scores, i);
      const double low = test::weighted_percentile(scores, result.weights, 0.05);
      const double high = test::weighted_percentile(scores, result.weights, 0.95);
      covered[i] += low <= truth(0, i) && truth(0, i) <= high;
      double below = 0;
      for (std::size_t d = 0; d < scores.size(); ++d) {
        if (scores[d] < truth(0, i)) below += result.weights[d];
      }
      ++ranks[i][static_cast<std::size_t>(std::min(below * bins, bins - 1.0))];
    }
  }
  std::array<int, bins> all{};
  for (std::size_t i = 0; i < input_count; ++i) {
    EXPECT_GE(covered[i], 39) << i;
    std::printf("input %zu: %d of %d\n", i, covered[i], repetitions);
    for (std::size_t bin = 0; bin < bins; ++bin) {
      all[bin] += ranks[i][bin];
      // Of 50 ranks a tenth each: 5 with a standard deviation of 2.1.
      EXPECT_LE(std::abs(ranks[i][bin] - 5), 5 * 2.13) << i << " " << bin;
    }
  }
  for (std::size_t bin = 0; bin < bins; ++bin) {
    std::printf("bin %zu: %d of %zu\n", bin, all[bin], repetitions * input_count);
    // Inputs of one repetition lean on each other: their counts vary up to √8 times as much.
    EXPECT_LE(std::abs(all[bin] - repetitions * static_cast<int>(input_count) / bins), 5 * 6.0)
        << bin;
  }
}

/// Twenty-five inputs, each told by one noisy number: as many as the method is for.
class WideProblem final : public CalibrationProblem {
 public:
  WideProblem() {
    inputs_.resize(most_importance_inputs);
    Target target;
    target.value = 0.5;
    target.error = 0.5;
    targets_.assign(most_importance_inputs, target);
  }
  const std::vector<std::string>& inputs() const override { return inputs_; }
  const std::vector<Target>& targets() const override { return targets_; }
  void simulate(const Matrix& scores, std::span<const std::uint64_t> /*replicates*/,
                Matrix& outputs, Matrix& variances) const override {
    outputs = scores;
    variances = Matrix{scores.rows, scores.columns};
  }

 private:
  std::vector<std::string> inputs_;
  std::vector<Target> targets_;
};

TEST(ImportanceSampling, TakesTwentyFiveInputs) {
  const WideProblem problem;
  const ImportanceResult result =
      sample_importance(problem, SyntheticLikelihood{problem.targets()}, {});
  std::printf("draws %zu, effective %.0f, log marginal %.3f (%.3f)\n", result.scores.rows,
              result.effective(), result.log_marginal, result.log_marginal_error);
  ASSERT_TRUE(result.converged);
  // Each number is normal with variance 1 + 0.25.
  const double exact = 25 * (-0.5 * std::log(2 * M_PI * 1.25) - 0.5 * 0.25 / 1.25);
  EXPECT_NEAR(result.log_marginal, exact, 5 * result.log_marginal_error);
  for (std::size_t i = 0; i < most_importance_inputs; ++i) {
    const std::vector<double> scores = column_of(result.scores, i);
    EXPECT_NEAR(test::weighted_percentile(scores, result.weights, 0.5), 0.4, 0.15) << i;
  }
}

}  // namespace
}  // namespace samspil::test
