#include "model/appraisal/count_change.hpp"

#include <algorithm>

#include "model/appraisal/staff_use.hpp"
#include "model/core/calendar.hpp"
#include "model/core/statistics.hpp"

namespace samspil {
double most_enrolled(const RunResult& result, std::size_t arm) noexcept {
  std::int64_t most = 0;
  for (const YearCounts& year : result.counts[arm].years) {
    most = std::max(most, year.outcomes[index_of(Outcome::enrolled_families)]);
  }
  return static_cast<double>(most) / result.whole_runs();
}

Count count_of(Outcome outcome) {
  return [outcome](const YearCounts& year) {
    return static_cast<double>(year.outcomes[index_of(outcome)]);
  };
}

Count count_of(LabourStatus week_48) {
  return [week_48](const YearCounts& year) {
    return static_cast<double>(year.week_48[index_of(week_48)]);
  };
}

Count home_measure_months() {
  return [](const YearCounts& year) {
    constexpr double days_per_month = days_per_year / 12.0;
    return static_cast<double>(year.outcomes[index_of(Outcome::home_measure_days)]) /
           days_per_month;
  };
}

CountChange count_change(const RunResult& result, std::size_t arm, const Count& count) {
  CountChange all;
  const auto runs = result.whole_runs();
  const double families = result.own_families();
  const double hundreds_enrolled = most_enrolled(result, arm) / 100;
  const ArmCounts& reference = reference_counts(result, arm);
  double sum = 0;
  for (std::size_t y = 0; y < reference.years.size(); ++y) {
    const double base = count(reference.years[y]);
    const double own = count(result.counts[arm].years[y]);
    all.baseline.push_back(base / runs);
    all.strategy.push_back(own / runs);
    all.change.push_back(all.strategy.back() - all.baseline.back());
    all.per_100_families.push_back(100 * (own - base) / (families * runs));
    if (hundreds_enrolled > 0) {
      all.per_100_enrolled.push_back(all.change.back() / hundreds_enrolled);
    }
    sum += (own - base) / runs;
  }
  all.mean_baseline = mean_of(all.baseline);
  all.mean_strategy = mean_of(all.strategy);
  all.mean_change = all.mean_strategy - all.mean_baseline;
  if (families > 0) all.mean_per_100_families = all.mean_change / (families / 100);
  const double enrolled = family_years(result, arm);
  if (enrolled > 0) all.per_100_family_years = 100 * sum / enrolled;
  return all;
}

}  // namespace samspil
