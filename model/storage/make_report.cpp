#include "model/storage/make_report.hpp"

#include "model/storage/results_tables.hpp"

namespace samspil {

Report make_report(const Scenario& scenario, const RunResult& result, const RunResult* draws) {
  Appraisal appraisal = appraise(scenario, result);
  std::string hash = hash_of(results_tables(scenario, result, appraisal));
  Report report{scenario, result, std::move(appraisal), std::move(hash)};
  if (draws == nullptr) return report;
  report.draws = draws;
  report.draws_hash = hash_of(results_tables(scenario, *draws, appraise(scenario, *draws)));
  for (std::size_t arm = 0; arm < draws->arms.size(); ++arm) {
    report.uncertainties.push_back(budget_uncertainties(*draws, arm, discounting_of(scenario)));
  }
  return report;
}

}  // namespace samspil
