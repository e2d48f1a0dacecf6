#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/loading/load.hpp"
#include "model/pages/case_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/case_document.hpp"

namespace samspil::cli {

int investment_case(const CaseOptions& options) {
  InvestmentCase investment = load_investment_case(find_input(options.file));
  if (options.seed) investment.seed = *options.seed;
  if (options.draws) investment.draws = *options.draws;
  const Json document = case_document(investment, appraise(investment));
  if (options.json) {
    print(as_json_text(document));
    return 0;
  }
  Page page = case_page(document, options.language);
  if (options.detail) page.add(case_detail_page(document, options.language));
  print(as_text(page));
  return 0;
}

}  // namespace samspil::cli
