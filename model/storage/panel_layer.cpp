#include "model/storage/panel_layer.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "model/inputs/number_cell.hpp"
#include "model/storage/csv_cells.hpp"

namespace samspil {
namespace {

/// Six digits: more than any panel tells.
std::string six_digits(const Json& value) {
  return number_cell(std::stod(fmt::format("{:.6g}", value.get<double>())));
}

std::string row_of(const Json& one, const char* unit, const std::string& source) {
  return fmt::format("{},{},{},{},{},calibrated,{}\n", one.at("name").get<std::string>(),
                     six_digits(one.at("value")), unit, six_digits(one.at("low")),
                     six_digits(one.at("high")), csv_cell(source));
}

}  // namespace

std::string panel_layer(const Json& document, bool with_rates) {
  const std::string source = fmt::format(
      "Panel {}: maximum likelihood over {:.0f} person-weeks, competing constant hazards; range: "
      "5th "
      "to 95th percentile",
      document.at("panel").get<std::string>(), document.at("person_weeks").get<double>());
  std::string rows;
  for (const Json& one : document.at("ratios")) {
    if (!one.at("value").is_null()) rows += row_of(one, "ratio", source);
  }
  for (const Json& one : document.at("rates")) {
    const bool is_told = !one.at("value").is_null() && !one.at("today").is_null();
    if (with_rates && is_told) {
      rows += row_of(one, "1/year", source + "; where every covariate of the panel is 0");
    }
  }
  return rows.empty() ? rows : "name,value,unit,low,high,grade,source\n" + rows;
}

}  // namespace samspil
