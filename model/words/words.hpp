/// \file
/// What the program says, by key and language. The table is words.csv, one row a key; a key that is
/// not in it does not compile, and a row that nobody uses fails the build.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "model/words/keys.hpp"

namespace samspil {

/// The text with its places filled in.
template <class... Args>
std::string say(Language language, Key key, const Args&... args) {
  return fmt::format(fmt::runtime(phrase(key, language)), args...);
}

/// What a name of a group is called, as "service" and "cash_benefit"; empty where it has no word.
std::string_view find_label(Language language, std::string_view group, std::string_view name);

/// The same; the name itself where it has no word.
std::string_view label(Language language, std::string_view group, std::string_view name);

/// The names of a group, sorted.
std::vector<std::string_view> names_in_group(std::string_view group);

/// Whether every name of a group has a word: static_assert(are_labelled("payer", payer_names)).
template <class Names>
consteval bool are_labelled(std::string_view group, const Names& names) {
  for (const std::string_view name : names) {
    bool found = false;
    for (const std::string_view key : word_keys) {
      found |= key.size() == group.size() + 1 + name.size() && key.starts_with(group) &&
               key[group.size()] == '.' && key.ends_with(name);
    }
    if (!found) return false;
  }
  return true;
}

}  // namespace samspil
