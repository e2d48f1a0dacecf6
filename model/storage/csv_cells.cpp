#include "model/storage/csv_cells.hpp"

#include <fmt/format.h>

#include "model/core/csv_text.hpp"

namespace samspil {

std::string csv_cell(const std::string& text) { return quoted_cell(text, ","); }

std::string csv_cell(const std::optional<double>& value) {
  return value ? fmt::format("{}", *value) : std::string{};
}

std::string arm_cells(const std::string& label) {
  const std::size_t colon = label.rfind(':');
  if (colon == std::string::npos) return csv_cell(label) + ",none";
  return csv_cell(label.substr(0, colon)) + ',' + label.substr(colon + 1);
}

}  // namespace samspil
