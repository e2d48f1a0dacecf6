#include <fmt/format.h>

#include <cmath>

#include "model/core/csv_text.hpp"
#include "model/render/figure_file.hpp"

namespace samspil {
namespace {

std::string quoted(std::string text, char separator) {
  if (!text.empty() && std::string_view{"=+-@\t\r"}.find(text.front()) != std::string_view::npos) {
    text.insert(0, 1, '\'');
  }
  return quoted_cell(text, {&separator, 1});
}

/// Whole øre of kroner; of small numbers as many digits as tell them apart.
std::string number(double value, Language language) {
  std::string text =
      std::fabs(value) >= 100 ? fmt::format("{:.2f}", value) : fmt::format("{:.6g}", value);
  if (text.find('.') != std::string::npos && text.find('e') == std::string::npos) {
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
  }
  const std::size_t point = text.find('.');
  if (language == Language::da && point != std::string::npos) text[point] = ',';
  return text == "-0" ? "0" : text;
}

}  // namespace

std::string figure_csv(const Table& table, Language language) {
  const char separator = language == Language::da ? ';' : ',';
  std::string text = "\xEF\xBB\xBF";
  for (const Row& row : table.rows) {
    text += quoted(row.label, separator);
    for (const Cell& cell : row.cells) {
      text += separator;
      text += cell.value ? number(*cell.value, language)
                         : quoted(cell.text == "–" ? std::string{} : cell.text, separator);
    }
    text += "\r\n";
  }
  return text;
}

}  // namespace samspil
