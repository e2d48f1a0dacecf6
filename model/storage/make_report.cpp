#include "model/storage/make_report.hpp"

#include "model/storage/results_tables.hpp"

namespace samspil {

Report make_report(const Scenario& scenario, const RunResult& result) {
  Appraisal appraisal = appraise(scenario, result);
  std::string hash = hash_of(results_tables(scenario, result, appraisal));
  return {scenario, result, std::move(appraisal), std::move(hash), std::nullopt};
}

}  // namespace samspil
