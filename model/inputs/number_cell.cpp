#include "model/inputs/number_cell.hpp"

#include <fmt/format.h>

namespace samspil {

std::string number_cell(double value) {
  std::string text = fmt::format("{}", value);
  const std::size_t point = text.find('.');
  if (point != text.npos && text.size() - point == 4) text += '0';
  return text;
}

}  // namespace samspil
