/// \file
/// Enumerators and their names, kept in one array per enumeration.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <type_traits>

namespace samspil {

template <class Enum>
constexpr auto to_underlying(Enum value) noexcept {
  return static_cast<std::underlying_type_t<Enum>>(value);
}

/// Position of an enumerator in a column or table indexed by it.
template <class Enum>
constexpr std::size_t index_of(Enum value) noexcept {
  return static_cast<std::size_t>(value);
}

/// The enumerator that has this name, or nothing.
template <class Enum, std::size_t N>
constexpr std::optional<Enum> find_name(const std::array<std::string_view, N>& names,
                                        std::string_view name) noexcept {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

}  // namespace samspil
