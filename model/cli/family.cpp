#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/loading/load.hpp"
#include "model/pages/family_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/family_document.hpp"

namespace samspil::cli {

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
  const Json document = family_document(ours, theirs ? &*theirs : nullptr);
  print(options.json ? as_json_text(document) : as_text(family_page(document, options.language)));
  return 0;
}

}  // namespace samspil::cli
