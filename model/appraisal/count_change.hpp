/// \file
/// People and days of an arm beside those of what it is compared with.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "model/simulation/run.hpp"

namespace samspil {

/// One figure of a year's counts.
using Count = std::function<double(const YearCounts&)>;

Count count_of(Outcome outcome);
Count count_of(LabourStatus week_48);
/// Home-based measures in months, not days.
Count home_measure_months();

/// One count, mean over runs.
struct CountChange {
  // By year.
  std::vector<double> baseline, strategy, change;
  std::vector<double> per_100_families;
  /// Per 100 families enrolled in the year with most of them; empty where none is.
  std::vector<double> per_100_enrolled;
  // A year on average.
  double mean_baseline = 0, mean_strategy = 0, mean_change = 0;
  std::optional<double> mean_per_100_families;  ///< Nothing without families.
  std::optional<double> per_100_family_years;   ///< In the programme; nothing without any.
};

/// Families in the programme, in the year with most of them; mean over runs.
double most_enrolled(const RunResult& result, std::size_t arm) noexcept;

CountChange count_change(const RunResult& result, std::size_t arm, const Count& count);

}  // namespace samspil
