#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/io/output_file.hpp"
#include "model/pages/run_page.hpp"
#include "model/render/text.hpp"
#include "model/storage/results_h5.hpp"

namespace samspil::cli {

int report(const ReportOptions& options) {
  const std::filesystem::path file = find_input(options.file);
  Outputs outputs;
  outputs.add_tables("--csv", options.csv_folder);
  outputs.require_apart_from({file});
  outputs.require_writable(options.force);
  const ResultTexts texts = read_result_texts(file);
  if (options.json) {
    print(texts.document);
  } else {
    const Json document = Json::parse(texts.document);
    print(as_text(run_page(document, options.language)));
    if (options.detail) print(as_text(run_detail(document, options.language)));
  }
  require_printed();
  write_tables(options.csv_folder, texts.tables, options.language);
  return 0;
}

}  // namespace samspil::cli
