/// \file
/// Names as users write them.
#pragma once

#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>

#include "model/core/lower_case.hpp"
#include "model/words/message.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// One of the names of an enum, by itself or as it is called in either language, in large letters
/// or small.
template <class Enum, std::size_t N>
std::optional<Enum> called(std::string_view given, std::string_view group,
                           const std::array<std::string_view, N>& names) {
  const auto find = [&](const auto& is_given) -> std::optional<Enum> {
    for (std::size_t i = 0; i < N; ++i) {
      if (is_given(names[i]) || is_given(label(Language::da, group, names[i])) ||
          is_given(label(Language::en, group, names[i]))) {
        return static_cast<Enum>(i);
      }
    }
    return std::nullopt;
  };
  if (const auto exact = find([&](std::string_view name) { return name == given; })) return exact;
  return find(
      [small = lower_case(given)](std::string_view name) { return lower_case(name) == small; });
}

/// What a name of a group is called in the language that it is told in.
Message called_in_either(std::string_view group, std::string_view name);

/// Names, and the group of words that holds what they are called.
struct NameGroup {
  std::string_view group;
  std::span<const std::string_view> names;
};

/// naming_advice() by the names and by what they are called in either language, each name once; a
/// list of them is in the language that it is told in.
Message called_advice(std::string_view given, std::initializer_list<NameGroup> groups);

}  // namespace samspil
