// The smoother finds inputs again from what the model itself showed at them: eight inputs, two
// thousand families, fifty truths drawn from the prior.
#include <gtest/gtest.h>

#include <algorithm>
#include <boost/random/normal_distribution.hpp>
#include <cmath>
#include <fstream>

#include "model/calibration/calibration.hpp"
#include "model/calibration/keyed_engine.hpp"
#include "model/calibration/smoother.hpp"
#include "tests/support/own_folder.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

constexpr int repetitions = 50;
constexpr std::size_t told_inputs = 8;

class Recovery : public test::OwnFolder {
 protected:
  std::filesystem::path write(const std::string& name, const std::string& text) const {
    std::ofstream{folder_ / name} << text;
    return folder_ / name;
  }
  /// Targets at what the model showed, seen with an error.
  TargetTable targets(const std::vector<double>& seen) const {
    static constexpr const char* rules[] = {
        "flow.exit_home",           "flow.placement_entry", "flow.type_change",
        "flow.job_loss_first_year", "flow.youth_convicted", "flow.notifications",
        "flow.parents_convicted",   "flow.in_work",         "flow.repeated_notifications",
        "flow.exit_at_18"};
    static constexpr double errors[] = {0.5, 0.2, 0.5, 6, 0.8, 0.03, 0.8, 1, 0.03, 0.5};
    std::string text =
        "target,use,form,value,error,count,n,unit,rule,cohort,group,comparison,title_en,title_da,"
        "source\n";
    for (std::size_t i = 0; i < std::size(rules); ++i) {
      text += "t" + std::to_string(i) + ",calibrate,normal," +
              std::to_string(seen.empty() ? 0.0 : seen[i]) + "," + std::to_string(errors[i]) +
              ",,,number," + rules[i] + ",c,,none,T,T,S\n";
    }
    return load_targets(write("targets.csv", text));
  }
};

TEST_F(Recovery, CoversTheTruthOfEachInputAsOftenAsItSays) {
  Scenario scenario = test::shipped_scenario();
  for (Margin& margin : scenario.population.margins) margin.fitted = false;
  const PriorTable priors = load_priors(write(
      "priors.csv",
      "inputs,use,group,correlation,direction,low,high,data,source\n"
      "place_foster_to_home,fit,,,,,,placements,S\nplace_home_to_foster,fit,,,,,,placements,S\n"
      "place_foster_to_institution,fit,,,,,,placements,S\njob_end_first_year,fit,,,,,,job_spells,"
      "S\n"
      "conviction_youth,fit,,,,,,crime,S\nnotifications,fit,,,,,,notifications,S\n"
      "conviction_adult,fit,,,,,,crime,S\nnotification_repeat,fit,,,,,,notifications,S\n"));
  CalibrationSpec spec;
  spec.candidates = 4000;
  spec.families = 2000;
  const ModelProblem truth{spec, scenario, {}, priors, targets({}), 0};
  ASSERT_EQ(truth.inputs().size(), told_inputs);
  SmootherSettings settings;
  settings.members = 50;
  settings.most_updates = 2;
  std::vector<int> covered(told_inputs);
  std::vector<double> squares(told_inputs);
  const Matrix truths = prior_scores(truth, repetitions, 777);
  for (int repetition = 0; repetition < repetitions; ++repetition) {
    const auto row = static_cast<std::size_t>(repetition);
    const std::uint64_t chance[] = {1'000'000 + row};
    Matrix scores{1, told_inputs}, outputs{1, truth.targets().size()}, variances = outputs;
    std::copy(truths.row(row).begin(), truths.row(row).end(), scores.row(0).begin());
    truth.simulate(scores, chance, outputs, variances);
    KeyedEngine engine{{778, 0}, Identity{row}, 0, BlockNumber{0}};
    boost::random::normal_distribution<double> normal;
    std::vector<double> seen;
    for (std::size_t j = 0; j < truth.targets().size(); ++j) {
      seen.push_back(outputs(0, j) + truth.targets()[j].error * normal(engine));
    }
    settings.seed = static_cast<std::uint32_t>(1 + repetition);
    const ModelProblem problem{spec, scenario, {}, priors, targets(seen), 0};
    const SmootherResult result = smooth(problem, settings, {}, {});
    for (std::size_t i = 0; i < told_inputs; ++i) {
      std::size_t below = 0;
      for (std::size_t m = 0; m < settings.members; ++m) {
        below += result.scores(m, i) < scores(0, i);
      }
      const double rank = (static_cast<double>(below) + 0.5) / (settings.members + 1);
      covered[i] += rank > 0.05 && rank < 0.95;
      squares[i] += (rank - 0.5) * (rank - 0.5);
    }
  }
  for (std::size_t i = 0; i < told_inputs; ++i) {
    const std::string& name = truth.inputs()[i].name;
    std::printf("%s: %d of %d covered\n", name.c_str(), covered[i], repetitions);
    EXPECT_GE(covered[i], 39) << name;
    EXPECT_LE(covered[i], 50) << name;
    // Uniform ranks: a mean square of 1/12 about the middle, of which one has the deviation 0.0745.
    EXPECT_NEAR(squares[i] / repetitions, 1.0 / 12, 5 * 0.0745 / std::sqrt(repetitions)) << name;
  }
}

}  // namespace
}  // namespace samspil
