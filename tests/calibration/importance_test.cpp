// Importance sampling on problems whose posterior is known: exactly, or as published.
#include "model/calibration/importance.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numeric>

#include "model/calibration/modes.hpp"
#include "model/calibration/multivariate_normal.hpp"
#include "tests/calibration/cancer_survival.hpp"
#include "tests/calibration/weighted_percentile.hpp"

namespace samspil::test {
namespace {

/// Outputs are sums of the scores, so that the posterior is normal and its evidence is known.
class LinearProblem final : public CalibrationProblem {
 public:
  /// Targets `value` ± `error`, one by row of `slopes`.
  LinearProblem(std::vector<std::vector<double>> slopes, double value, double error)
      : slopes_{std::move(slopes)} {
    inputs_.resize(slopes_.front().size());
    Target target;
    target.value = value;
    target.error = error;
    targets_.assign(slopes_.size(), target);
  }
  const std::vector<std::string>& inputs() const override { return inputs_; }
  const std::vector<Target>& targets() const override { return targets_; }
  void simulate(const Matrix& scores, std::span<const std::uint64_t> /*replicates*/,
                Matrix& outputs, Matrix& variances) const override {
    variances = Matrix{scores.rows, targets_.size()};
    for (std::size_t row = 0; row < scores.rows; ++row) {
      for (std::size_t i = 0; i < slopes_.size(); ++i) {
        outputs(row, i) =
            std::inner_product(slopes_[i].begin(), slopes_[i].end(), scores.row(row).begin(), 0.0);
      }
    }
  }

 private:
  std::vector<std::vector<double>> slopes_;
  std::vector<std::string> inputs_;
  std::vector<Target> targets_;
};

const ImportanceResult& cancer() {
  static const ImportanceResult result = [] {
    const CancerSurvival problem;
    return sample_importance(problem, SyntheticLikelihood{problem.targets()}, {});
  }();
  return result;
}

std::vector<double> probabilities(std::size_t input) {
  std::vector<double> values = column_of(cancer().scores, input);
  for (double& value : values) value = CancerSurvival::value_of(value);
  return values;
}

TEST(CancerSurvivalByImportance, HasThePublishedLikelihoods) {
  const CancerSurvival problem;
  Matrix scores{3, 2}, outputs{3, 59}, variances;
  const double points[3][2]{{.1243973, .0481073}, {.10, .10}, {.10, .20 - .05}};
  for (std::size_t i = 0; i < 3; ++i) {
    for (std::size_t k = 0; k < 2; ++k) scores(i, k) = CancerSurvival::score_of(points[i][k]);
  }
  problem.simulate(scores, {}, outputs, variances);
  const SyntheticLikelihood likelihood{problem.targets()};
  EXPECT_NEAR(likelihood.log(outputs.row(0), variances.row(0)), 156.0328, 1e-4);
  EXPECT_NEAR(likelihood.log(outputs.row(1), variances.row(1)), -406.85783, 1e-3);
}

TEST(CancerSurvivalByImportance, HasThePublishedEvidenceAndPosterior) {
  ASSERT_TRUE(cancer().converged);
  // By quadrature 151.08114; published, by the same method, 151.13.
  EXPECT_GT(cancer().log_marginal_error, 0);
  EXPECT_LT(cancer().log_marginal_error, 0.1);
  EXPECT_NEAR(cancer().log_marginal, 151.08114, 4 * cancer().log_marginal_error);
  EXPECT_GT(cancer().rounds.back().best_likelihood, 155.9);
  EXPECT_LT(cancer().rounds.back().best_likelihood, 156.03278);
  for (const std::size_t input : {0U, 1U}) {
    const std::vector<double> values = probabilities(input);
    const double mean =
        std::inner_product(values.begin(), values.end(), cancer().weights.begin(), 0.0);
    EXPECT_NEAR(mean, .0862571, .006) << input;
    EXPECT_NEAR(test::weighted_percentile(values, cancer().weights, .025), .04525, .002) << input;
    EXPECT_NEAR(test::weighted_percentile(values, cancer().weights, .975), .14420, .003) << input;
  }
}

TEST(CancerSurvivalByImportance, HasBothMirrorModesByName) {
  const std::vector<PosteriorMode> modes = find_modes(cancer());
  ASSERT_EQ(modes.size(), 2U);
  EXPECT_EQ(modes[0].name, "A");
  EXPECT_EQ(modes[1].name, "B");
  EXPECT_NEAR(modes[0].share + modes[1].share, 1, 1e-9);
  EXPECT_NEAR(modes[0].share, 0.5, 0.1);
  for (const PosteriorMode& mode : modes) EXPECT_NEAR(mode.log_likelihood, 156.0, 0.15);
  // What is high in one is low in the other.
  ASSERT_EQ(modes[0].high.size(), 1U);
  EXPECT_EQ(modes[0].high, modes[1].low);
  EXPECT_EQ(modes[0].low, modes[1].high);
  const std::size_t up = modes[0].high.front();
  EXPECT_NEAR(CancerSurvival::value_of(cancer().scores(modes[0].top, up)), .1244, .006);
  EXPECT_NEAR(CancerSurvival::value_of(cancer().scores(modes[0].top, 1 - up)), .0481, .003);
}

TEST(CancerSurvivalByImportance, IsToldNotToBeIdentified) {
  const auto warnings = identifiability_warnings(cancer(), find_modes(cancer()));
  ASSERT_FALSE(warnings.empty());
  EXPECT_EQ(warnings.front().kind, Unidentified::modes);
  EXPECT_EQ(warnings.front().inputs, (std::vector<std::size_t>{0, 1}));
  EXPECT_NEAR(warnings.front().strength, 0.5, 0.1);
  EXPECT_EQ(std::count_if(warnings.begin(), warnings.end(),
                          [](const auto& w) { return w.kind == Unidentified::trade_off; }),
            1);
}

TEST(ImportanceSampling, IsTheSameOnEveryRun) {
  const CancerSurvival problem;
  const SyntheticLikelihood likelihood{problem.targets()};
  ImportanceSettings settings;
  settings.prior_draws = 300;
  settings.batch = 60;
  settings.most_rounds = 3;
  const auto one = sample_importance(problem, likelihood, settings);
  const auto again = sample_importance(problem, likelihood, settings);
  EXPECT_EQ(one.scores, again.scores);
  EXPECT_EQ(one.weights, again.weights);
  settings.seed = 2;
  EXPECT_NE(sample_importance(problem, likelihood, settings).weights, one.weights);
}

/// Six inputs and narrow targets: log evidence of the normal distribution of the data.
TEST(ImportanceSampling, HasTheExactPosteriorOfANormalProblem) {
  const std::vector<std::vector<double>> slopes{{1, 0, 0, 0, 0, 0},  {1, 1, 0, 0, 0, 0},
                                                {0, 0, 1, -1, 0, 0}, {0, 0, 1, 1, 0, 0},
                                                {0, 0, 0, 0, 2, .5}, {0, 0, 0, 0, .5, 1}};
  constexpr double value = 0.8, error = 0.1;
  const LinearProblem problem{slopes, value, error};
  Matrix covariance{6, 6};  // of the data, before they are seen
  for (std::size_t i = 0; i < 6; ++i) {
    for (std::size_t j = 0; j < 6; ++j) {
      covariance(i, j) =
          std::inner_product(slopes[i].begin(), slopes[i].end(), slopes[j].begin(), 0.0) +
          (i == j ? error * error : 0);
    }
  }
  const MultivariateNormal data{std::vector<double>(6), covariance};
  const ImportanceResult result =
      sample_importance(problem, SyntheticLikelihood{problem.targets()}, {});
  ASSERT_TRUE(result.converged);
  EXPECT_NEAR(result.log_marginal, data.log_density(std::vector<double>(6, value)),
              4 * result.log_marginal_error);
  EXPECT_LT(result.log_marginal_error, 0.1);
  // Of the first input: precision 1 + 2 / error² less what the second takes up.
  const std::vector<double> mean = weighted_mean(result.scores, result.weights);
  EXPECT_NEAR(mean[0], 0.79, 0.03);
  EXPECT_NEAR(mean[1], 0.0, 0.03);
  EXPECT_EQ(find_modes(result).size(), 1U);
}

TEST(Identifiability, TellsAnInputThatNothingMeasures) {
  const LinearProblem problem{{{1, 0, 0}}, 0.5, 0.2};
  const ImportanceResult result =
      sample_importance(problem, SyntheticLikelihood{problem.targets()}, {});
  const auto warnings = identifiability_warnings(result, find_modes(result));
  ASSERT_EQ(warnings.size(), 2U);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_EQ(warnings[i].kind, Unidentified::open);
    EXPECT_EQ(warnings[i].inputs, std::vector<std::size_t>{i + 1});
  }
}

TEST(ImportanceSampling, TellsNothingWhereNoDrawCanHaveGivenTheTargets) {
  LinearProblem problem{{{1}}, 0, 0.1};
  std::vector<Target> targets = problem.targets();
  targets[0].form = TargetForm::binomial;
  targets[0].count = 3;
  targets[0].n = 10;
  const LinearProblem beyond{{{0}}, 0, 0.1};  // a share of 0, of which 3 were seen
  const ImportanceResult result = sample_importance(beyond, SyntheticLikelihood{targets}, {});
  EXPECT_EQ(result.log_marginal, -std::numeric_limits<double>::infinity());
  EXPECT_FALSE(result.converged);
  EXPECT_TRUE(find_modes(result).empty());
}

// ---- likelihood ---------------------------------------------------------------------------------

Target counted(double count, double n, TargetForm form, const char* group = "") {
  Target target;
  target.form = form;
  target.count = count;
  target.n = n;
  target.group = group;
  return target;
}

TEST(Likelihood, OfANormalTargetAddsItsVariances) {
  Target target;
  target.value = 3;
  target.error = 0.3;
  const SyntheticLikelihood likelihood{{target}, {0.4}};
  const double output[]{2}, variance[]{1.44};
  const double total = 0.09 + 0.16 + 1.44;
  EXPECT_NEAR(likelihood.log(output, variance), -0.5 * std::log(2 * M_PI * total) - 0.5 / total,
              1e-12);
}

TEST(Likelihood, OfCountsIsBinomialAndMultinomialJointly) {
  const double none[]{0, 0};
  const double shares[]{0.2, 0.3};
  const SyntheticLikelihood alone{{counted(3, 10, TargetForm::binomial)}};
  EXPECT_NEAR(alone.log(std::span{shares}.first(1), std::span{none}.first(1)),
              std::log(120 * std::pow(.2, 3) * std::pow(.8, 7)), 1e-10);
  const SyntheticLikelihood joint{{counted(3, 10, TargetForm::multinomial, "people"),
                                   counted(4, 10, TargetForm::multinomial, "people")}};
  EXPECT_NEAR(joint.log(shares, none),
              std::log(4200 * std::pow(.2, 3) * std::pow(.3, 4) * std::pow(.5, 3)), 1e-10);
  const double impossible[]{0.0, 0.3}, too_much[]{0.8, 0.3};
  EXPECT_TRUE(std::isinf(joint.log(impossible, none)));
  EXPECT_TRUE(std::isinf(joint.log(too_much, none)));
}

/// Summed over all counts it is 1, its mean is the share and its variance that of both sources.
TEST(Likelihood, OfAnUncertainShareIsADistributionAsWideAsBothSources) {
  constexpr double share = 0.3, own = 0.01, n = 12;
  const double output[]{share}, variance[]{own};
  double sum = 0, mean = 0, squares = 0;
  for (int count = 0; count <= 12; ++count) {
    const SyntheticLikelihood likelihood{{counted(count, n, TargetForm::binomial)}};
    const double p = std::exp(likelihood.log(output, variance));
    sum += p;
    mean += p * count / n;
    squares += p * count * count / (n * n);
  }
  EXPECT_NEAR(sum, 1, 1e-10);
  EXPECT_NEAR(mean, share, 1e-10);
  EXPECT_NEAR(squares - mean * mean, own + (share * (1 - share) - own) / n, 1e-10);
}

TEST(Likelihood, LeavesOutWhatIsHeldBack) {
  Target target;
  target.value = 3;
  target.error = 0.3;
  target.use = TargetUse::validate;
  const double output[]{-100}, none[]{0};
  EXPECT_EQ(SyntheticLikelihood{{target}}.log(output, none), 0);
}

}  // namespace
}  // namespace samspil::test
