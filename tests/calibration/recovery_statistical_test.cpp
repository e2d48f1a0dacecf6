// The smoother's members cover the truth as often as they say, on a problem that bends and has
// chance.
#include <gtest/gtest.h>

#include <boost/random/normal_distribution.hpp>
#include <cmath>

#include "model/calibration/keyed_engine.hpp"
#include "model/calibration/smoother.hpp"
#include "tests/calibration/linear_problem.hpp"

namespace samspil {
namespace {

constexpr std::size_t input_count = 8, target_count = 10;
constexpr int repetitions = 50;
constexpr double luck = 0.3;  // standard deviation of a member's own chance

double normal_of(std::uint32_t seed, std::uint64_t who, int period) {
  KeyedEngine engine{{seed, 0}, Identity{who}, period, BlockNumber{0}};
  return boost::random::normal_distribution<double>{}(engine);
}

/// Each output is a sum of its own slopes, bent, with the chance of the member's replicate.
class BentProblem : public test::LinearProblem {
 public:
  explicit BentProblem(std::vector<Target> targets) : LinearProblem{slopes(), std::move(targets)} {}

  void simulate(const Matrix& scores, std::span<const std::uint64_t> replicates, Matrix& outputs,
                Matrix& variances) const override {
    LinearProblem::simulate(scores, replicates, outputs, variances);
    for (std::size_t m = 0; m < outputs.rows; ++m) {
      for (std::size_t j = 0; j < target_count; ++j) {
        double& y = outputs(m, j);
        y += 0.1 * y * std::fabs(y) + luck * normal_of(3, replicates[m], static_cast<int>(j));
        variances(m, j) = luck * luck;
      }
    }
  }

 private:
  static Matrix slopes() {
    Matrix all{target_count, input_count};
    for (std::size_t i = 0; i < all.values.size(); ++i) all.values[i] = normal_of(1, i, 0) / 2;
    return all;
  }
};

std::vector<Target> targets_at(const std::vector<double>& values) {
  std::vector<Target> targets;
  for (std::size_t j = 0; j < target_count; ++j) {
    targets.push_back(test::seen("t" + std::to_string(j), values[j], 0.4));
  }
  return targets;
}

TEST(TheSmootherOnABentProblem, CoversTheTruthAsOftenAsItSays) {
  const BentProblem truth{targets_at(std::vector<double>(target_count))};
  const Matrix truths = prior_scores(truth, repetitions, 71);
  std::vector<int> covered(input_count);
  std::vector<double> squares(input_count);
  for (std::size_t r = 0; r < repetitions; ++r) {
    Matrix scores{1, input_count}, outputs{1, target_count}, variances = outputs;
    std::copy(truths.row(r).begin(), truths.row(r).end(), scores.row(0).begin());
    const std::uint64_t chance[] = {1'000'000 + r};
    truth.simulate(scores, chance, outputs, variances);
    std::vector<double> seen;
    for (std::size_t j = 0; j < target_count; ++j) {
      seen.push_back(outputs(0, j) + 0.4 * normal_of(4, r, static_cast<int>(j)));
    }
    SmootherSettings settings;
    settings.seed = static_cast<std::uint32_t>(r + 1);
    const SmootherResult result = smooth(BentProblem{targets_at(seen)}, settings, {}, {});
    for (std::size_t i = 0; i < input_count; ++i) {
      double below = 0.5;
      for (std::size_t m = 0; m < settings.members; ++m)
        below += result.scores(m, i) < scores(0, i);
      const double rank = below / (settings.members + 1);
      covered[i] += rank > 0.05 && rank < 0.95;
      squares[i] += (rank - 0.5) * (rank - 0.5);
    }
  }
  for (std::size_t i = 0; i < input_count; ++i) {
    // 90 % of 50: 45, of which 39 to 50 is 99 %.
    EXPECT_GE(covered[i], 39) << i;
    // Ranks that are uniform have the mean square 1/12, of which one has the deviation 0.0745.
    EXPECT_NEAR(squares[i] / repetitions, 1.0 / 12, 5 * 0.0745 / std::sqrt(repetitions)) << i;
  }
}

}  // namespace
}  // namespace samspil
