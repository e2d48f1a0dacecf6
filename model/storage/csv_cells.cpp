#include "model/storage/csv_cells.hpp"

#include <fmt/format.h>

namespace samspil {

std::string csv_cell(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"') quoted += '"';
    quoted += c;
  }
  return quoted + '"';
}

std::string csv_cell(const std::optional<double>& value) {
  return value ? fmt::format("{}", *value) : std::string{};
}

std::string arm_cells(const std::string& label) {
  const std::size_t colon = label.rfind(':');
  if (colon == std::string::npos) return csv_cell(label) + ",none";
  return csv_cell(label.substr(0, colon)) + ',' + label.substr(colon + 1);
}

}  // namespace samspil
