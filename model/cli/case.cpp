#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/loading/load.hpp"
#include "model/pages/case_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/render/workbook.hpp"
#include "model/result/case_document.hpp"
#include "model/storage/document_csv.hpp"

namespace samspil::cli {
namespace {

void print_case(const CaseOptions& options, const Json& document) {
  if (options.json) {
    print(as_json_text(document));
  } else {
    Page page = case_page(document, options.language);
    if (options.detail) page.add(case_detail_page(document, options.language));
    print(as_text(page));
  }
  require_printed();
}

}  // namespace

int investment_case(const CaseOptions& options) {
  const std::filesystem::path file = find_input(options.file);
  InvestmentCase investment = load_investment_case(file);
  Outputs outputs;
  outputs.add_tables("--csv", options.csv_folder, options.csv_style, TablesOf::investment_case);
  outputs.add("--xlsx", options.workbook, FileKind::workbook);
  outputs.require_apart_from({file});
  outputs.require_writable(options.force);
  warn_of_inputs(investment.warnings, options.language);
  if (options.seed) investment.seed = *options.seed;
  if (options.draws) investment.draws = *options.draws;
  const Json document = case_document(investment, appraise(investment));
  print_case(options, document);
  if (!options.csv_folder.empty()) {
    write_tables(options.csv_folder, case_tables(document), options.csv_style, options.language);
  }
  if (!options.workbook.empty()) {
    write_workbook(options.workbook, case_workbook(document, options.file, options.language),
                   options.language);
  }
  return 0;
}

}  // namespace samspil::cli
