#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/loading/load.hpp"
#include "model/pages/family_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/render/workbook.hpp"
#include "model/result/family_document.hpp"
#include "model/storage/document_csv.hpp"

namespace samspil::cli {
namespace {

void require_outputs(const FamilyOptions& options, const LoadedFamily& loaded,
                     const std::optional<LoadedFamily>& other) {
  Outputs outputs;
  outputs.add_tables("--csv", options.csv_folder, options.csv_style, TablesOf::family);
  outputs.add("--xlsx", options.workbook, FileKind::workbook);
  std::vector<std::filesystem::path> inputs = input_files(loaded.catalogue);
  inputs.emplace_back(loaded.family.file);
  if (other) inputs.emplace_back(other->family.file);
  outputs.require_apart_from(inputs);
  outputs.require_writable(options.force);
}

}  // namespace

int family(const FamilyOptions& options) {
  const LoadedFamily loaded = load_family(find_input(options.file), shipped_folder());
  const AccountedFamily ours{loaded.family, loaded.catalogue};
  std::optional<LoadedFamily> other;
  std::optional<AccountedFamily> theirs;
  if (!options.against.empty()) {
    other = load_family(find_input(options.against), shipped_folder());
    require_comparable(loaded.family, other->family);
    theirs.emplace(AccountedFamily{other->family, other->catalogue});
  }
  require_outputs(options, loaded, other);
  const Json document = family_document(ours, theirs ? &*theirs : nullptr);
  print(options.json ? as_json_text(document) : as_text(family_page(document, options.language)));
  require_printed();
  if (!options.csv_folder.empty()) {
    write_tables(options.csv_folder, family_tables(document), options.csv_style, options.language);
  }
  if (!options.workbook.empty()) {
    write_workbook(options.workbook, family_workbook(document, options.language), options.language);
  }
  return 0;
}

}  // namespace samspil::cli
