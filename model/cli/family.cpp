#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/report/family_report.hpp"

namespace samspil::cli {

int family(const FamilyOptions& options) {
  const LoadedFamily loaded = load_family(find_input(options.file), shipped_folder());
  std::optional<LoadedFamily> other;
  if (!options.against.empty()) {
    other = load_family(find_input(options.against), shipped_folder());
    require_comparable(loaded.family, other->family);
  }
  const FamilyReport report = make_report(loaded, other ? &*other : nullptr);
  print(options.json ? as_json(report) : screen(report, options.language));
  return 0;
}

}  // namespace samspil::cli
