/// \file
/// Names as users write them.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

#include "model/words/words.hpp"

namespace samspil {

/// One of the names of an enum, by itself or as it is called in either language.
template <class Enum, std::size_t N>
std::optional<Enum> called(std::string_view given, std::string_view group,
                           const std::array<std::string_view, N>& names) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == given || label(Language::da, group, names[i]) == given ||
        label(Language::en, group, names[i]) == given) {
      return static_cast<Enum>(i);
    }
  }
  return std::nullopt;
}

}  // namespace samspil
