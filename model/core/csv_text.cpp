#include "model/core/csv_text.hpp"

namespace samspil {

std::string quoted_cell(std::string_view text, std::string_view separators) {
  const bool is_plain =
      text.find_first_of("\"\r\n") == text.npos && text.find_first_of(separators) == text.npos;
  if (is_plain) return std::string{text};
  std::string quoted = "\"";
  for (const char c : text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted += '"';
}

}  // namespace samspil
