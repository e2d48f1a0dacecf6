// The methods on the model itself: what they refuse, what moves an effect, and where a fit's centre
// lies.
#include "model/calibration/methods.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <numeric>

#include "model/loading/load.hpp"
#include "tests/support/own_folder.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

class Methods : public test::OwnFolder {
 protected:
  std::filesystem::path write(const char* name, const std::string& text) const {
    std::ofstream{folder_ / name} << text;
    return folder_ / name;
  }
  PriorTable priors(const std::string& rows) const {
    return load_priors(write(
        "priors.csv", "inputs,use,group,correlation,direction,low,high,data,source\n" + rows));
  }
  TargetTable targets(const std::string& rows) const {
    return load_targets(write(
        "targets.csv",
        "target,use,form,value,error,count,n,unit,rule,cohort,group,comparison,title_en,title_da,"
        "source\n" +
            rows));
  }
  /// One that no effect can move, and two of Jammerbugt: without and with a comparison.
  TargetTable targets() const {
    return targets(
        "a,calibrate,normal,6,1,,,percent,flow.placement_entry,flows,,none,A,A,S\n"
        "b,validate,normal,6,1,,,days,study.jammerbugt.absence_fall.with,jammerbugt,,none,B,B,S\n"
        "c,validate,normal,6,1,,,days,study.jammerbugt.absence_fall.with,c,,contemporaneous,C,C,"
        "S\n");
  }
  CalibrationSpec spec() const {
    CalibrationSpec spec;
    spec.candidates = 300;
    spec.families = 60;
    spec.members = 6;
    spec.studies = {{"jammerbugt", 2}};
    return spec;
  }
  static std::vector<LoadedStudy> jammerbugt() {
    const std::filesystem::path folder = test::shipped_scenarios();
    return {with_references(load_study(folder / "studies/jammerbugt.toml"), folder)};
  }
  ModelProblem problem(const CalibrationSpec& spec, const std::string& rows) const {
    return {spec, test::small_scenario(), jammerbugt(), priors(rows), targets(), Execution{}};
  }
  /// Notifications alone, seen with a value and an error, and the hazard that they hang on.
  ModelProblem of_notifications(const CalibrationSpec& spec, const std::string& seen) const {
    return {spec,
            test::small_scenario(),
            {},
            priors("notifications,fit,,,,,,notifications,S\n"),
            targets("a,calibrate,normal," + seen +
                    ",,,per child,flow.notifications,flows,,none,A,A,S\n"),
            Execution{}};
  }
  static std::string fault_of(const ModelProblem& problem, const CalibrationSpec& spec) {
    try {
      fit_by_importance(problem, spec, {});
    } catch (const InputError& error) {
      return error.in(Language::en);
    }
    return "none";
  }
};

constexpr const char* an_effect = "familien_paa_vej.lawful_absence.effort,fit,,,,,,evaluation,S\n";

TEST_F(Methods, RefuseMoreThanTwentyFiveInputsByImportance) {
  const CalibrationSpec own = spec();
  const std::string fault = fault_of(problem(own, "labour_*,fit,,,,,,job_spells,S\n"), own);
  EXPECT_NE(fault.find("importance sampling takes at most 25 inputs, and "), std::string::npos)
      << fault;
}

TEST_F(Methods, RefuseAnEffectThatTheyCannotProtect) {
  CalibrationSpec own = spec();
  const std::string rows = std::string{an_effect} + "break_up,fit,,,,,,households,S\n";
  EXPECT_NE(fault_of(problem(own, rows), own).find("any target moves an effect"),
            std::string::npos);
  EXPECT_THROW(fit_by_optimum(problem(own, rows), own, {}), InputError);
}

TEST_F(Methods, LetOnlyTargetsWithAComparisonGroupMoveAnEffect) {
  const CalibrationSpec own = spec();
  const ModelProblem model = problem(
      own, std::string{an_effect} +
               "study.jammerbugt.rule.benefit_exit,fit,,,,,,study_list,S\nbreak_up,fit,,,,,,"
               "households,S\n");
  const auto place = [&](std::string_view name) {
    const auto& all = model.inputs();
    return static_cast<std::size_t>(std::find(all.begin(), all.end(), name) - all.begin());
  };
  const std::size_t effect = place("familien_paa_vej.lawful_absence.effort");
  const std::size_t offset = place("study.jammerbugt.rule.benefit_exit");
  const MayMove protecting = may_move(model, true), open = may_move(model, false);
  EXPECT_FALSE(protecting(effect, 0));
  EXPECT_FALSE(protecting(effect, 1));
  EXPECT_TRUE(protecting(effect, 2));
  EXPECT_TRUE(open(effect, 0));
  EXPECT_FALSE(open(offset, 0));
  EXPECT_TRUE(open(offset, 1));
  EXPECT_TRUE(protecting(place("break_up"), 0));
}

/// Scores of `members`, the first input's spread scaled by `kept`.
Matrix scores_with(std::size_t inputs, double kept) {
  constexpr std::size_t members = 20;
  Matrix scores{members, inputs};
  for (std::size_t m = 0; m < members; ++m) {
    for (std::size_t i = 0; i < inputs; ++i) {
      scores(m, i) = std::sin(static_cast<double>(7 * m + 3 * i + 1));
    }
    scores(m, 0) *= kept;
  }
  return scores;
}

TEST_F(Methods, WarnOfAnEffectThatShrankWithoutAComparisonAndOfNoOther) {
  const auto uncontrolled = [&](bool protects, double kept) {
    CalibrationSpec own = spec();
    own.protects_effects = protects;
    const ModelProblem model = problem(own, an_effect);
    const Matrix before = scores_with(1, 1), after = scores_with(1, kept);
    const Matrix outputs{before.rows, model.targets().size(), 5.0};
    return fit_of(model, {before, outputs, after, outputs}).uncontrolled.size();
  };
  EXPECT_EQ(uncontrolled(false, 0.85), 1U);
  EXPECT_EQ(uncontrolled(false, 0.95), 0U);
  EXPECT_EQ(uncontrolled(true, 0.85), 0U);  // then only controlled targets can have moved it
}

/// A rate of which nobody was at risk, in any member.
TEST_F(Methods, MeasureTheMisfitOfTheTargetsThatHaveAValue) {
  const CalibrationSpec own = spec();
  const ModelProblem model = of_notifications(own, "6,1");
  const Matrix scores = scores_with(model.inputs().size(), 1);
  const Matrix none{scores.rows, model.targets().size(), std::nan("")};
  const CalibrationFit fit = fit_of(model, {scores, none, scores, none});
  for (const UseFit& use : fit.uses) {
    EXPECT_EQ(use.misfit_before, 0);
    EXPECT_EQ(use.misfit_after, 0);
  }
}

TEST_F(Methods, CentreAFitOnOwnValuesMovedAsItsMembersWere) {
  const CalibrationSpec own = spec();
  const ModelProblem model =
      problem(own,
              "break_up,fit,,,,,,households,S\nnew_partner,fit,,,,,,households,S\n"
              "initial_place_*,fit,,,,,,placements,S\n");
  const FittedSet& fitted = model.fitted();
  const Matrix before = scores_with(fitted.size(), 1);
  // Members whose mean lies off the middle by luck, unmoved: every own value stays as it was.
  const std::vector<double> still = fitted.centres(before, before);
  for (std::size_t i = 0; i < fitted.size(); ++i) {
    EXPECT_NEAR(still[i], fitted.all()[i].input.quantity.value, 1e-12) << fitted.all()[i].name;
  }
  Matrix after = before;
  for (std::size_t m = 0; m < after.rows; ++m) after(m, 0) += 0.5;
  const std::vector<double> moved = fitted.centres(before, after);
  EXPECT_GT(moved[0], still[0]);
  EXPECT_EQ(moved[1], still[1]);
  // As far as half a standard deviation from where the own value lies.
  std::vector<double> scores(fitted.size());
  double low = -4, high = 4;
  while (high - low > 1e-7) {
    scores[0] = (low + high) / 2;
    (fitted.values(scores)[0] < still[0] ? low : high) = scores[0];
  }
  scores[0] += 0.5;
  EXPECT_NEAR(moved[0], fitted.values(scores)[0], 1e-5 * moved[0]);
}

TEST_F(Methods, FindABestPointThatIsBetterThanTheMiddle) {
  CalibrationSpec own = spec();
  own.studies.clear();
  own.optimum = {SearchMethod::nelder_mead, 2, 15, 3};
  const ModelProblem model = of_notifications(own, "1,0.2");
  std::size_t told = 0;
  const OptimumFit fit = fit_by_optimum(model, own, [&](std::size_t done) { told = done; });
  EXPECT_EQ(told, fit.evaluations);
  EXPECT_LE(fit.evaluations, most_evaluations(own, 1) + 8);  // each search tries its start first
  ASSERT_FALSE(fit.optima.empty());
  const SyntheticLikelihood likelihood{model.targets()};
  const double middle = objective_of(model, likelihood, 0, true)(std::vector<double>{0.0});
  EXPECT_GT(fit.optima.front().value, middle);
  ASSERT_EQ(fit.profiles.size(), 1U);
  EXPECT_EQ(fit.profiles[0].points.size(), 3U);
  EXPECT_GE(fit.optima.front().value, fit.profiles[0].points.front().value);
}

TEST_F(Methods, DrawMembersOfThePosteriorByImportance) {
  CalibrationSpec own = spec();
  own.studies.clear();
  own.members = 40;
  own.importance = {60, 30, 3};
  const ModelProblem model = of_notifications(own, "1.2,0.1");
  const MethodResult result = fit_by_importance(model, own, {});
  EXPECT_EQ(result.prior_scores.rows, 60U);
  ASSERT_EQ(result.scores.rows, 40U);
  ASSERT_TRUE(result.importance);
  EXPECT_FALSE(result.importance->modes.empty());
  const auto mean = [](const Matrix& matrix) {
    return std::accumulate(matrix.values.begin(), matrix.values.end(), 0.0) /
           static_cast<double>(matrix.values.size());
  };
  // Sixty families leave luck beside the error of 0.1, so the prior holds on to some of it.
  const double before = mean(result.prior_outputs), after = mean(result.outputs);
  EXPECT_LT(before, 1.0);
  EXPECT_GT(after, before + 0.2 * (1.2 - before));
  EXPECT_LT(after, 1.3);
}

}  // namespace
}  // namespace samspil
