#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/report_files.hpp"
#include "model/cli/terminal.hpp"
#include "model/render/workbook.hpp"
#include "model/storage/results_h5.hpp"

namespace samspil::cli {

int report(const ReportOptions& options) {
  const std::filesystem::path file = find_input(options.file);
  Outputs outputs;
  outputs.add_tables("--csv", options.csv_folder, options.csv_style);
  outputs.add_report("--out", options.out);
  outputs.add("--xlsx", options.workbook, FileKind::workbook);
  outputs.require_apart_from({file});
  outputs.require_writable(options.force);
  const auto [text, document] = read_document(file);
  if (!options.out.empty()) require_reportable(options, document);
  if (options.json) {
    print(text);
  } else {
    print_pages(document, options.detail, options.language, options.sign);
  }
  require_printed();
  if (!options.csv_folder.empty()) {
    warn_of_left_out(document, options.language);
    write_tables(options.csv_folder, read_csv_tables(file), options.csv_style, options.language);
  }
  if (!options.out.empty()) write_report(options, document, text);
  if (!options.workbook.empty()) {
    write_workbook(options.workbook, run_workbook(document, options.file, options.language),
                   options.language);
  }
  return 0;
}

}  // namespace samspil::cli
