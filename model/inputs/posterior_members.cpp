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

}  // namespace

std::string_view rows_of_parameters(std::string_view text) noexcept {
  return text.substr(0, members_begin(text));
}

PosteriorMembers posterior_members(std::string_view text) {
  PosteriorMembers members;
  const std::size_t begin = members_begin(text);
  if (begin == text.npos) return members;
  text.remove_prefix(begin);
  next_line(text);
  while (!text.empty()) {
    std::string_view line = next_line(text);
    const std::string name{line.substr(0, line.find(' '))};
    line.remove_prefix(std::min(line.size(), name.size()));
    std::vector<double> values;
    while (line.starts_with(' ')) {
      line.remove_prefix(1);
      double value = 0;
      const auto [end, fault] = from_chars(line.data(), line.data() + line.size(), value);
      if (fault != std::errc{}) break;
      line.remove_prefix(static_cast<std::size_t>(end - line.data()));
      values.push_back(value);
    }
    if (!name.empty() && !values.empty()) members.emplace(name, std::move(values));
  }
  return members;
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
