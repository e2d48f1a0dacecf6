#include "model/report/page.hpp"

#include <sstream>

#include "model/core/shown_text.hpp"
#include "model/report/numbers.hpp"

namespace samspil {

void Page::sentence(std::string_view text, std::size_t indent) {
  std::istringstream words{std::string{text}};
  std::string line(indent, ' ');
  bool is_empty = true;
  for (std::string word; words >> word;) {
    word = shown(word);
    if (!is_empty && display_width(line) + 1 + display_width(word) > page_width) {
      text_ += line + '\n';
      line.assign(indent, ' ');
      is_empty = true;
    }
    if (!is_empty) line += ' ';
    line += word;
    is_empty = false;
  }
  text_ += line + '\n';
}

void Page::heading(std::string_view text) {
  std::string line = "== " + shown(text) + ' ';
  while (display_width(line) < page_width) line += '=';
  text_ += '\n' + pad_right(line, page_width) + '\n';
}

void Page::line(std::string text) {
  text.erase(text.find_last_not_of(' ') + 1);
  text_ += shown(text) + '\n';
}

}  // namespace samspil
