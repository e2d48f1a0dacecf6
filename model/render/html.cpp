#include "model/render/html.hpp"

#include <fmt/format.h>

#include "model/core/shown_text.hpp"

namespace samspil {

std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : shown(text)) {
    switch (c) {
      case '&':
        safe += "&amp;";
        break;
      case '<':
        safe += "&lt;";
        break;
      case '>':
        safe += "&gt;";
        break;
      case '"':
        safe += "&quot;";
        break;
      case '\'':
        safe += "&#39;";
        break;
      default:
        safe += c;
    }
  }
  return safe;
}

std::string open_tag(std::string_view name, const Attributes& attributes) {
  std::string tag = fmt::format("<{}", name);
  for (const auto& [key, value] : attributes) {
    tag += fmt::format(" {}=\"{}\"", key, escaped(value));
  }
  return tag + '>';
}

std::string element(std::string_view name, const Attributes& attributes, std::string_view content) {
  return fmt::format("{}{}</{}>", open_tag(name, attributes), content, name);
}

std::string empty_element(std::string_view name, const Attributes& attributes) {
  std::string tag = open_tag(name, attributes);
  tag.back() = '/';
  return tag + '>';
}

std::string text_element(std::string_view name, const Attributes& attributes,
                         std::string_view text) {
  return element(name, attributes, escaped(text));
}

std::string data_link(std::string_view type, std::string_view bytes) {
  std::string link = fmt::format("data:{};charset=utf-8,", type);
  for (const char c : bytes) {
    const bool is_plain =
        (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    link += is_plain ? std::string{c} : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return link;
}

}  // namespace samspil
