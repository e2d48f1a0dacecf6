// The error of the marginal likelihood is what it says.
#include <gtest/gtest.h>

#include <cmath>

#include "model/calibration/importance.hpp"
#include "model/calibration/modes.hpp"
#include "tests/calibration/cancer_survival.hpp"

namespace samspil::test {
namespace {

/// Over 20 keys the distance from the quadrature is 1 standard error at root mean square, and there
/// is no more of it to one side; both modes are found each time.
TEST(CancerSurvivalByImportance, ErrorOfTheEvidenceIsWhatItSays) {
  const CancerSurvival problem;
  const SyntheticLikelihood likelihood{problem.targets()};
  constexpr int keys = 20;
  double sum = 0, squares = 0;
  for (std::uint32_t seed = 1; seed <= keys; ++seed) {
    ImportanceSettings settings;
    settings.seed = seed;
    const ImportanceResult result = sample_importance(problem, likelihood, settings);
    const double z = (result.log_marginal - 151.08114) / result.log_marginal_error;
    sum += z;
    squares += z * z;
    EXPECT_TRUE(result.converged) << seed;
    EXPECT_EQ(find_modes(result).size(), 2U) << seed;
  }
  EXPECT_LT(std::fabs(sum), 5 * std::sqrt(keys));
  EXPECT_LT(squares, keys + 5 * std::sqrt(2.0 * keys));
  EXPECT_GT(squares, keys - 5 * std::sqrt(2.0 * keys));
  RecordProperty("mean_z", std::to_string(sum / keys));
  RecordProperty("mean_square_z", std::to_string(squares / keys));
}

}  // namespace
}  // namespace samspil::test
