/// \file
/// FNV-1a, 64 bits: finds accidents, not forgery.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace samspil {

/// Of a byte sequence. Any one changed byte changes it.
constexpr std::uint64_t fnv1a(std::string_view bytes,
                              std::uint64_t start = 0xCBF29CE484222325ULL) noexcept {
  std::uint64_t hash = start;
  for (const char byte : bytes) {
    hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  }
  return hash;
}

/// Of several texts one after the other, none of which holds a zero byte: `start` is the hash of
/// those before. Where one text ends and the next begins counts too.
constexpr std::uint64_t fnv1a_of_text(std::string_view text, std::uint64_t start) noexcept {
  return fnv1a({"\0", 1}, fnv1a(text, start));
}

/// 16 hexadecimal digits.
inline std::string hexadecimal(std::uint64_t value) {
  std::string digits(16, '0');
  for (std::size_t i = digits.size(); i-- > 0; value >>= 4U) {
    digits[i] = "0123456789abcdef"[value & 0xFU];
  }
  return digits;
}

}  // namespace samspil
