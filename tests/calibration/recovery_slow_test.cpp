// Inputs are found again from what the model itself showed at them: eight inputs, two thousand
// families, fifty truths drawn from the prior, by the smoother and by importance sampling.
#include <gtest/gtest.h>

#include <algorithm>

#include "model/calibration/importance.hpp"
#include "model/calibration/smoother.hpp"
#include "tests/calibration/reduced_model.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil::test {
namespace {

constexpr std::uint32_t repetitions = 50;

class RecoveryOnTheModel : public OwnFolder {
 protected:
  const ReducedModel reduced_{folder_};
  const Matrix truths_ = prior_scores(reduced_.model(), repetitions, 777);
  Coverage coverage_;

  ReducedProblem seen(std::uint32_t repetition) const {
    return {reduced_, reduced_.seen_at(truths_.row(repetition), repetition)};
  }
};

TEST_F(RecoveryOnTheModel, BySmootherCoversTheTruthAsOftenAsItSays) {
  SmootherSettings settings;
  settings.members = 50;
  settings.most_updates = 2;
  for (std::uint32_t repetition = 0; repetition < repetitions; ++repetition) {
    // Five repetitions begin with the same members.
    settings.seed = 1 + repetition % 10;
    const SmootherResult result = smooth(seen(repetition), settings, {}, {});
    std::vector<double> shares;
    for (std::size_t i = 0; i < reduced_inputs; ++i) {
      double below = 0.5;
      for (std::size_t m = 0; m < settings.members; ++m) {
        below += result.scores(m, i) < truths_(repetition, i);
      }
      shares.push_back(below / (settings.members + 1));
    }
    coverage_.add(shares);
  }
  coverage_.expect_as_stated(reduced_.model().inputs());
}

TEST_F(RecoveryOnTheModel, ByImportanceSamplingCoversTheTruthAsOftenAsItSays) {
  ImportanceSettings settings;
  settings.prior_draws = 1200;
  settings.batch = 100;
  settings.posterior_draws = 60;
  for (std::uint32_t repetition = 0; repetition < repetitions; ++repetition) {
    // Half of the repetitions have their draws of the prior, and chance, in common.
    settings.seed = 1 + repetition % 2;
    settings.replicate = settings.seed;
    const ReducedProblem problem = seen(repetition);
    const ImportanceResult result =
        sample_importance(problem, SyntheticLikelihood{problem.targets()}, settings);
    EXPECT_TRUE(result.converged) << repetition;
    std::vector<double> shares(reduced_inputs);
    for (std::size_t i = 0; i < reduced_inputs; ++i) {
      for (std::size_t d = 0; d < result.scores.rows; ++d) {
        if (result.scores(d, i) < truths_(repetition, i)) shares[i] += result.weights[d];
      }
    }
    coverage_.add(shares);
  }
  coverage_.expect_as_stated(reduced_.model().inputs());
}

}  // namespace
}  // namespace samspil::test
