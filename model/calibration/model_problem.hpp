/// \file
/// The model as a calibration problem: each member has inputs of its own, makes and burns in the
/// families of its own year 0, and lives them by the measurement rules that the targets follow.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/calibration/fitted_set.hpp"
#include "model/calibration/targets.hpp"
#include "model/inputs/calibration_spec.hpp"
#include "model/simulation/replicates.hpp"

namespace samspil {

/// What one member gave, by target.
struct MemberOutput {
  std::vector<double> outputs, variances;
};

/// Where finished members are kept, so that none is lived twice: both may be empty. Safe to call
/// from several threads at once.
struct MemberStore {
  std::function<std::optional<MemberOutput>(std::uint64_t key)> find;
  std::function<void(std::uint64_t key, const MemberOutput& output)> keep;
};

/// What a member is known by.
std::uint64_t member_key(std::span<const double> scores, std::uint64_t replicate) noexcept;

class ModelProblem : public CalibrationProblem {
 public:
  /// Keeps references to `spec`.
  ModelProblem(const CalibrationSpec& spec, Scenario scenario, std::vector<LoadedStudy> studies,
               const PriorTable& priors, TargetTable targets, Execution execution);

  const std::vector<std::string>& inputs() const override { return inputs_; }
  const std::vector<Target>& targets() const override { return targets_; }
  const CalibrationSpec& spec() const noexcept { return spec_; }
  const FittedSet& fitted() const noexcept { return fitted_; }
  const TargetTable& target_table() const noexcept { return table_; }
  const Scenario& scenario() const noexcept { return scenario_; }
  const std::vector<LoadedStudy>& studies() const noexcept { return studies_; }

  void keep_members(MemberStore store) { store_ = std::move(store); }
  /// Called as each member of a simulate() is done, by how many of them are.
  void on_member(std::function<void(std::size_t done, std::size_t of)> done) {
    member_done_ = std::move(done);
  }

  /// A member whose families no weights bring to the margins, or that a study cannot choose from,
  /// could not be simulated. Throws InputError where a target's rule names a figure that there is
  /// not.
  void simulate(const Matrix& scores, std::span<const std::uint64_t> replicates, Matrix& outputs,
                Matrix& variances) const override;

  /// Every figure of one member, whether a target asks for it or not; `values` as the fitted set
  /// has them.
  Measurements measure(std::span<const double> values, std::uint64_t replicate) const;

  /// By target: the mean of so many replicates at these values; not a number where one could not be
  /// simulated.
  std::vector<double> means_at(std::span<const double> values, std::uint32_t times) const;

 private:
  MemberOutput live(std::span<const double> values, std::uint64_t replicate) const;
  Measurements names_before_a_run() const;
  /// Throws InputError for the first target whose rule names a figure that `known` lacks.
  void require_figures(const Measurements& known) const;

  const CalibrationSpec& spec_;
  Scenario scenario_;
  std::vector<LoadedStudy> studies_;
  TargetTable table_;
  std::vector<Target> targets_;
  FittedSet fitted_;
  std::vector<std::string> inputs_;
  Execution execution_;
  MemberStore store_;
  std::function<void(std::size_t, std::size_t)> member_done_;
};

}  // namespace samspil
