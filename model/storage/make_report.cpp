#include "model/storage/make_report.hpp"

#include "model/storage/results_tables.hpp"

namespace samspil {

Report make_report(const Scenario& scenario, const RunResult& result, const RunResult* draws) {
  Appraisal appraisal = appraise(scenario, result);
  std::string hash = hash_of(results_tables(scenario, result, appraisal));
  Report report{scenario, result, std::move(appraisal), std::move(hash), std::nullopt, draws, {}};
  if (draws != nullptr) {
    report.draws_hash = hash_of(results_tables(scenario, *draws, appraise(scenario, *draws)));
  }
  return report;
}

}  // namespace samspil
