#include "model/report/report.hpp"

#include "model/report/results_tables.hpp"

namespace samspil {

Report make_report(const Scenario& scenario, const RunResult& result) {
  Appraisal appraisal = appraise(scenario, result);
  std::string hash = hash_of(results_tables(scenario, result, appraisal));
  return {scenario, result, std::move(appraisal), std::move(hash), std::nullopt};
}

std::string short_title(const Strategy& strategy, Language language) {
  const std::string& title = language == Language::da ? strategy.title_da : strategy.title_en;
  return title.substr(0, title.find(" ("));
}

}  // namespace samspil
