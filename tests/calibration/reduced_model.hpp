/// \file
/// The model on a reduced problem, of which everything is known: eight of its inputs, two thousand
/// families, and targets that the model itself showed at inputs drawn from their priors.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "model/calibration/model_problem.hpp"

namespace samspil::test {

inline constexpr std::size_t reduced_inputs = 8;

class ReducedModel {
 public:
  /// Writes its tables into `folder`.
  explicit ReducedModel(const std::filesystem::path& folder);

  const ModelProblem& model() const noexcept { return model_; }

  /// What one sees of other families, that live at these scores by other chance: with an error of
  /// its own, and the luck of the two thousand, both told in the target's error.
  std::vector<Target> seen_at(std::span<const double> scores, std::uint64_t who) const;

 private:
  CalibrationSpec spec_;
  ModelProblem model_;
  /// Finished members: problems with the same seed have the members of the prior in common.
  std::map<std::uint64_t, MemberOutput> kept_;
  std::mutex keeping_;
};

/// The reduced model with targets of its own.
class ReducedProblem final : public CalibrationProblem {
 public:
  ReducedProblem(const ReducedModel& reduced, std::vector<Target> targets)
      : model_{reduced.model()}, targets_{std::move(targets)} {}

  const std::vector<std::string>& inputs() const override { return model_.inputs(); }
  const std::vector<Target>& targets() const override { return targets_; }
  void simulate(const Matrix& scores, std::span<const std::uint64_t> replicates, Matrix& outputs,
                Matrix& variances) const override {
    model_.simulate(scores, replicates, outputs, variances);
  }

 private:
  const ModelProblem& model_;
  std::vector<Target> targets_;
};

/// How often intervals of 90 % held the truth, and how its ranks among the draws lie.
class Coverage {
 public:
  /// `shares`: by input, the share of the posterior below the truth. Says on stderr how far it is.
  void add(const std::vector<double>& shares);
  /// Tells each input's count, and expects 39 to 50 of 50 and ranks that are uniform at 5 sigma.
  void expect_as_stated(const std::vector<std::string>& inputs) const;

 private:
  std::vector<std::vector<double>> shares_;  ///< Repetitions × inputs.
};

}  // namespace samspil::test
