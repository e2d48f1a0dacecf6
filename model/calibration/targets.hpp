/// \file
/// What was observed, read from a table: calibration/targets.csv.
#pragma once

#include <vector>

#include "model/calibration/measurements.hpp"
#include "model/calibration/problem.hpp"
#include "model/loading/load.hpp"

namespace samspil {

/// A target as it stands in its file.
struct ReadTarget {
  Target target;
  MeasurementRule rule;
  std::string title_en, title_da;
  /// Whether it compares with others who were observed at the same time: no other target may move
  /// an effect.
  bool has_comparison = false;
  int line = 0;
};

struct TargetTable {
  std::vector<ReadTarget> rows;
  std::string file, text;

  std::vector<Target> targets() const;
};

/// Two fitted targets of one rule and one cohort contradict each other when they lie further apart
/// than so many of their errors together.
inline constexpr double most_errors_apart = 4;

/// Throws InputError with every fault: a target without error or counts, of an unknown form or
/// rule, stated twice, or two that contradict each other.
TargetTable load_targets(const std::filesystem::path& file);

}  // namespace samspil
