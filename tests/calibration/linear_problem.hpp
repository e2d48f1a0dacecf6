/// \file
/// A problem whose posterior is known: outputs are linear in the scores, with noise of chance.
#pragma once

#include <cmath>

#include "model/calibration/keyed_engine.hpp"
#include "model/calibration/problem.hpp"

namespace samspil::test {

class LinearProblem : public CalibrationProblem {
 public:
  /// Outputs: slopes [targets × inputs] times scores; the truth is what the targets were seen at.
  LinearProblem(Matrix slopes, std::vector<Target> targets)
      : slopes_{std::move(slopes)}, targets_{std::move(targets)} {
    for (std::size_t i = 0; i < slopes_.columns; ++i) {
      inputs_.push_back("input_" + std::to_string(i));
    }
  }

  const std::vector<std::string>& inputs() const override { return inputs_; }
  const std::vector<Target>& targets() const override { return targets_; }
  void simulate(const Matrix& scores, std::span<const std::uint64_t> /*replicates*/,
                Matrix& outputs, Matrix& variances) const override {
    for (std::size_t m = 0; m < scores.rows; ++m) {
      for (std::size_t j = 0; j < targets_.size(); ++j) {
        outputs(m, j) = variances(m, j) = 0;
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
          outputs(m, j) += slopes_(j, i) * scores(m, i);
        }
        if (fails_above < scores(m, 0)) outputs(m, j) = std::nan("");
      }
    }
  }

  double fails_above = 1e9;  ///< Members with a higher first score cannot be simulated.

 private:
  Matrix slopes_;
  std::vector<Target> targets_;
  std::vector<std::string> inputs_;
};

inline Target seen(std::string name, double value, double error) {
  Target target;
  target.name = std::move(name);
  target.value = value;
  target.error = error;
  return target;
}

}  // namespace samspil::test
