#include "model/core/shown_text.hpp"

#include <cstdint>

namespace samspil {
namespace {

struct Letter {
  std::uint32_t code = 0;
  std::size_t length = 0;  ///< Bytes; 0 where they are not UTF-8.
};

/// The letter that `text` begins with. Overlong forms, surrogates and what lies above U+10FFFF are
/// no UTF-8.
Letter first_letter(std::string_view text) noexcept {
  const auto lead = static_cast<unsigned char>(text[0]);
  if (lead < 0x80) return {lead, 1};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return {};
  std::uint32_t code = lead & (0xFFU >> (length + 1));
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[i]);
    if ((next & 0xC0U) != 0x80U) return {};
    code = code << 6U | (next & 0x3FU);
  }
  const std::uint32_t least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
  const bool is_surrogate = code >= 0xD800 && code < 0xE000;
  return code < least || code > 0x10FFFF || is_surrogate ? Letter{} : Letter{code, length};
}

bool is_control(std::uint32_t code) noexcept {
  return code < 0x20 || (code >= 0x7F && code < 0xA0) || code == 0x061C || code == 0x200E ||
         code == 0x200F || (code >= 0x2028 && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069);
}

void append_hexadecimal(std::string& out, const char* prefix, std::uint32_t code, int digits) {
  out += prefix;
  for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
    out += "0123456789abcdef"[code >> static_cast<unsigned>(shift) & 0xFU];
  }
}

void append_escaped(std::string& out, std::uint32_t code, bool is_json) {
  if (code == '\n') {
    out += "\\n";
  } else if (code == '\t') {
    out += "\\t";
  } else if (code == '\r') {
    out += "\\r";
  } else if (code < 0x80 && !is_json) {
    append_hexadecimal(out, "\\x", code, 2);
  } else {
    append_hexadecimal(out, "\\u", code, 4);
  }
}

std::string escaped(std::string_view text, bool keeps_lines, bool is_json) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const Letter letter = first_letter(text);
    if (letter.length == 0) {
      append_hexadecimal(out, "\\x", static_cast<unsigned char>(text[0]), 2);
    } else if (is_control(letter.code) && !(keeps_lines && letter.code == '\n')) {
      append_escaped(out, letter.code, is_json);
    } else {
      out += text.substr(0, letter.length);
    }
    text.remove_prefix(letter.length == 0 ? 1 : letter.length);
  }
  return out;
}

}  // namespace

std::string shown(std::string_view text) { return escaped(text, false, false); }

std::string shown_page(std::string_view text) { return escaped(text, true, false); }

std::string shown_json(std::string_view document) { return escaped(document, true, true); }

std::string shown_shortened(std::string_view text, std::size_t most) {
  std::string all = shown(text);
  if (all.size() <= most) return all;
  const auto is_inside = [&all](std::size_t at) {
    return (static_cast<unsigned char>(all[at]) & 0xC0U) == 0x80U;
  };
  std::size_t end_of_head = most - most / 4, begin_of_tail = all.size() - most / 4;
  while (is_inside(end_of_head)) --end_of_head;
  while (begin_of_tail < all.size() && is_inside(begin_of_tail)) ++begin_of_tail;
  return all.substr(0, end_of_head) + "…" + all.substr(begin_of_tail);
}

std::size_t find_bad_utf8(std::string_view text) noexcept {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = first_letter(text.substr(i)).length;
    if (length == 0) return i;
    i += length;
  }
  return std::string_view::npos;
}

}  // namespace samspil
