/// \file
/// A published calibration problem whose answer is known: relative survival of a cancer.
#pragma once

#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

#include "model/calibration/problem.hpp"
#include "model/inputs/quantile.hpp"

namespace samspil::test {

/// No evidence of disease -> metastasis (p1) -> death (p2), 60 cycles, everybody starts without
/// disease; the targets are the shares alive at cycles 2 to 60 of 200 people. The two
/// probabilities may be exchanged, so that every good point has a mirror image.
/// Source: DARTH, calibSMDM2018-materials (GitHub), the tutorial problem of the SMDM 2018 short
/// course on calibration.
class CancerSurvival final : public CalibrationProblem {
 public:
  CancerSurvival() {
    constexpr std::array<double, 59> alive{
        .995, .975, .955, .955, .940, .905, .900, .875, .825, .800, .775, .730, .720, .695, .655,
        .635, .610, .570, .550, .525, .505, .485, .465, .450, .440, .420, .405, .390, .370, .340,
        .335, .315, .290, .290, .275, .270, .260, .245, .240, .220, .215, .195, .180, .170, .160,
        .155, .140, .135, .130, .120, .115, .110, .110, .110, .110, .110, .100, .095, .085};
    for (std::size_t i = 0; i < alive.size(); ++i) {
      Target target;
      target.name = "alive_" + std::to_string(i + 2);
      target.value = alive[i];
      target.error = std::sqrt(alive[i] * (1 - alive[i]) / 200);
      targets_.push_back(target);
    }
  }

  const std::vector<std::string>& inputs() const override { return inputs_; }
  const std::vector<Target>& targets() const override { return targets_; }

  void simulate(const Matrix& scores, std::span<const std::uint64_t> /*replicates*/,
                Matrix& outputs, Matrix& variances) const override {
    variances = Matrix{scores.rows, targets_.size()};
    for (std::size_t row = 0; row < scores.rows; ++row) {
      const double metastasis = value_of(scores(row, 0)), death = value_of(scores(row, 1));
      double well = 1, ill = 0;
      for (std::size_t cycle = 1; cycle <= 60; ++cycle) {
        ill = ill * (1 - death) + well * metastasis;
        well *= 1 - metastasis;
        if (cycle > 1) outputs(row, cycle - 2) = well + ill;
      }
    }
  }

  static double value_of(double score) { return 0.04 + 0.12 * normal_share(score); }
  static double score_of(double value) { return normal_deviate((value - 0.04) / 0.12); }

 private:
  std::vector<std::string> inputs_{"p_metastasis", "p_death"};
  std::vector<Target> targets_;
};

}  // namespace samspil::test
