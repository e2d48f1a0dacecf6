#include "model/appraisal/investment_case.hpp"
#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/loading/load.hpp"
#include "model/report/case_json.hpp"
#include "model/report/case_screen.hpp"

namespace samspil::cli {

int investment_case(const CaseOptions& options) {
  InvestmentCase plan = load_investment_case(find_input(options.file));
  if (options.seed) plan.seed = *options.seed;
  if (options.draws) plan.draws = *options.draws;
  const CaseAppraisal appraisal = appraise(plan);
  if (options.json) {
    print(as_json(plan, appraisal));
    return 0;
  }
  print(case_screen(plan, appraisal, options.language));
  if (options.detail) print(case_detail(plan, options.language));
  return 0;
}

}  // namespace samspil::cli
