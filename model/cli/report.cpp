#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/storage/results_h5.hpp"

namespace samspil::cli {

int report(const ReportOptions& options) {
  const std::filesystem::path file = find_input(options.file);
  Outputs outputs;
  outputs.add_tables("--csv", options.csv_folder);
  outputs.require_apart_from({file});
  outputs.require_writable(options.force);
  const std::string document = read_document(file);
  if (options.json) {
    print(document);
  } else {
    print_pages(Json::parse(document), options.detail, options.language);
  }
  require_printed();
  if (!options.csv_folder.empty()) {
    write_tables(options.csv_folder, read_csv_tables(file), options.language);
  }
  return 0;
}

}  // namespace samspil::cli
