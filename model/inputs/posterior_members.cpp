#include "model/inputs/posterior_members.hpp"

#include <fmt/format.h>

#include "model/core/portable.hpp"

namespace samspil {
namespace {

/// Where the line begins; npos where there is none.
std::size_t members_begin(std::string_view text) noexcept {
  std::size_t at = text.find(members_line);
  while (at != text.npos && at > 0 && text[at - 1] != '\n') at = text.find(members_line, at + 1);
  return at;
}

std::string_view next_line(std::string_view& text) noexcept {
  const std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  return line;
}

MemberLine member_line(std::string_view text) {
  MemberLine line;
  line.name = text.substr(0, text.find(' '));
  text.remove_prefix(line.name.size());
  while (!text.empty()) {
    text.remove_prefix(1);  // the space
    double value = 0;
    const auto [end, fault] = from_chars(text.data(), text.data() + text.size(), value);
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    line.is_whole = fault == std::errc{} && (text.empty() || text.front() == ' ');
    if (!line.is_whole) break;
    line.values.push_back(value);
  }
  return line;
}

}  // namespace

std::string_view rows_of_parameters(std::string_view text) noexcept {
  return text.substr(0, members_begin(text));
}

std::string_view members_of_parameters(std::string_view text) noexcept {
  return text.substr(rows_of_parameters(text).size());
}

std::vector<MemberLine> member_lines(std::string_view text) {
  std::vector<MemberLine> lines;
  const std::size_t begin = members_begin(text);
  if (begin == text.npos) return lines;
  text.remove_prefix(begin);
  next_line(text);
  while (!text.empty()) lines.push_back(member_line(next_line(text)));
  return lines;
}

std::string members_text(const PosteriorMembers& members) {
  std::string text = fmt::format("{}\n", members_line);
  for (const auto& [name, values] : members) {
    text += name;
    for (const double value : values) fmt::format_to(std::back_inserter(text), " {}", value);
    text += '\n';
  }
  return text;
}

}  // namespace samspil
