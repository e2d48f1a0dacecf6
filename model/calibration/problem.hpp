/// \file
/// What is fitted to what: inputs with priors, observed targets, and a model that simulates many
/// members of an ensemble at once. The methods (smoother.hpp, importance.hpp, optimiser.hpp) know
/// nothing else of the model.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

/// Row by row, so that one member's numbers lie side by side.
struct Matrix {
  std::size_t rows = 0, columns = 0;
  std::vector<double> values;  ///< rows × columns.

  Matrix() = default;
  Matrix(std::size_t row_count, std::size_t column_count, double value = 0)
      : rows{row_count}, columns{column_count}, values(row_count * column_count, value) {}

  double& operator()(std::size_t row, std::size_t column) noexcept {
    return values[row * columns + column];
  }
  double operator()(std::size_t row, std::size_t column) const noexcept {
    return values[row * columns + column];
  }
  std::span<double> row(std::size_t i) noexcept { return {&values[i * columns], columns}; }
  std::span<const double> row(std::size_t i) const noexcept {
    return {&values[i * columns], columns};
  }

  friend bool operator==(const Matrix&, const Matrix&) = default;
};

/// What a target is used for: fitted; held out; only its sign is told; true by definition.
enum class TargetUse : std::uint8_t { calibrate, validate, sign, identity };
inline constexpr std::array<std::string_view, 4> target_use_names{"calibrate", "validate", "sign",
                                                                  "identity"};
/// How likely a target is, given the model: normal by its standard error; binomial and multinomial
/// by its counts.
enum class TargetForm : std::uint8_t { normal, binomial, multinomial };
inline constexpr std::array<std::string_view, 3> target_form_names{"normal", "binomial",
                                                                   "multinomial"};

/// Something observed.
struct Target {
  std::string name;
  double value = 0;         ///< In `unit`; of counts the share count / n.
  double error = 0;         ///< Standard error, in the unit of the value.
  double count = 0, n = 0;  ///< Of binomial and multinomial targets.
  TargetForm form = TargetForm::normal;
  TargetUse use = TargetUse::calibrate;
  std::string source, unit;
  std::string rule;    ///< What of the model it is held against.
  std::string cohort;  ///< Whose; targets of one cohort share its level offset.
  std::string group;   ///< Targets of one group share people: multinomial jointly.
};

/// Simulates members at once. The same bits whatever the number of threads.
class CalibrationProblem {
 public:
  virtual ~CalibrationProblem() = default;
  /// Names of the inputs that are fitted, as in the InputList.
  virtual const std::vector<std::string>& inputs() const = 0;
  virtual const std::vector<Target>& targets() const = 0;

  /// Simulates members.
  ///   scores      members × inputs: standard normal scores; an input has the value that its
  ///   prior's
  ///               distribution function gives the same share as the normal's gives the score
  ///   replicates  by member: number of the replicate of chance that it lives
  ///   outputs     members × targets, in the targets' units; what could not be simulated is NaN
  ///   variances   members × targets: Monte Carlo variance of each output
  virtual void simulate(const Matrix& scores, std::span<const std::uint64_t> replicates,
                        Matrix& outputs, Matrix& variances) const = 0;

 protected:
  CalibrationProblem() = default;
  CalibrationProblem(const CalibrationProblem&) = default;
  CalibrationProblem& operator=(const CalibrationProblem&) = default;
};

}  // namespace samspil
