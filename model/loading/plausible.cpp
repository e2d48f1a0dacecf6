#include "model/loading/plausible.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/loading/called.hpp"

namespace samspil {

std::optional<Problem> far_warning(const Problem& place, double own, double shipped, Message unit) {
  if (own <= 0 || shipped <= 0) return std::nullopt;
  if (std::max(own / shipped, shipped / own) <= far_from_shipped) return std::nullopt;
  Problem warning = place;
  warning.problem = {"fault.far_from_shipped", fmt::format("{:.0f}", own), unit,
                     fmt::format("{:.0f}", shipped), fmt::format("{:.0f}", far_from_shipped)};
  warning.remedy = {"remedy.far_from_shipped"};
  return warning;
}

std::vector<Problem> warnings_of_own_prices(const Catalogue& catalogue, std::optional<int> level) {
  std::vector<Problem> warnings = catalogue.own.warnings;
  for (const CatalogueRow& row : catalogue.rows) {
    const bool is_own = !row.price.base_file.empty();
    const bool is_still = row.index == PriceIndex::none || row.price_level == level;
    const IndexValue* first = catalogue.indices.last_known(row.index, 0);
    const IndexValue* last = catalogue.indices.last_known(row.index, 9999);
    if (!is_own || is_still || first == nullptr) continue;
    if (catalogue.indices.find(row.index, row.price_level) != nullptr) continue;
    warnings.push_back({row.price.base_file,
                        row.price.line,
                        "",
                        {"fault.level_outside", row.price_level,
                         called_in_either("service", service_names[index_of(row.service)]),
                         first->year, last->year},
                        {"remedy.level_outside"}});
  }
  return warnings;
}

}  // namespace samspil
