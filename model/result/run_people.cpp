#include "model/appraisal/count_change.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json change_of(const RunResult& result, std::size_t arm, const Count& count) {
  const CountChange change = count_change(result, arm, count);
  return {{"baseline", change.baseline},
          {"strategy", change.strategy},
          {"difference", change.change},
          {"difference_per_100_families", change.per_100_families},
          {"difference_per_100_family_years", or_null(change.per_100_family_years)},
          {"difference_per_100_enrolled",
           change.per_100_enrolled.empty() ? Json() : Json(change.per_100_enrolled)},
          {"a_year",
           {{"baseline", change.mean_baseline},
            {"strategy", change.mean_strategy},
            {"difference", change.mean_change},
            {"difference_per_100_families", or_null(change.mean_per_100_families)}}}};
}

Json by_year(const RunResult& result, std::size_t arm, const Count& count) {
  return list_of(result.counts[arm].years,
                 [&](const YearCounts& year) { return count(year) / result.whole_runs(); });
}

/// Statuses that are shown as one.
Count both(LabourStatus one, LabourStatus other) {
  return [first = count_of(one), second = count_of(other)](const YearCounts& year) {
    return first(year) + second(year);
  };
}

}  // namespace

Json counts_document(const RunResult& result, std::size_t arm) {
  return {{"outcomes", by_name(outcome_names,
                               [&](std::size_t i) {
                                 return by_year(result, arm, count_of(static_cast<Outcome>(i)));
                               })},
          {"week_48", by_name(labour_status_names, [&](std::size_t i) {
             return by_year(result, arm, count_of(static_cast<LabourStatus>(i)));
           })}};
}

Json people_document(const RunResult& result, std::size_t arm) {
  using enum LabourStatus;
  Json all = by_name(outcome_names, [&](std::size_t i) {
    return change_of(result, arm, count_of(static_cast<Outcome>(i)));
  });
  all["week_48"] = by_name(labour_status_names, [&](std::size_t i) {
    return change_of(result, arm, count_of(static_cast<LabourStatus>(i)));
  });
  all["week_48_together"] = {
      {"cash_and_education", change_of(result, arm, both(cash_benefit, education_benefit))},
      {"sickness_and_course", change_of(result, arm, both(sickness, resource_course))}};
  all["home_measure_months"] = change_of(result, arm, home_measure_months());
  return all;
}

}  // namespace samspil
