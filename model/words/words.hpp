/// \file
/// What the program says, by key and language. The table is words.csv, one row a key; a key that is
/// not in it does not compile, and a row that nobody uses fails the build.
#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

enum class Language : std::uint8_t { en, da };

constexpr Language other_than(Language language) noexcept {
  return language == Language::da ? Language::en : Language::da;
}

/// The keys of words.csv, sorted.
inline constexpr std::string_view word_keys[] = {
#include "samspil_word_keys.inc"
};

/// Position of a name among the keys; their number where it is none of them.
constexpr std::size_t find_word(std::string_view name) noexcept {
  std::size_t from = 0, to = std::size(word_keys);
  while (from < to) {
    const std::size_t middle = (from + to) / 2;
    if (word_keys[middle] < name) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return from < std::size(word_keys) && word_keys[from] == name ? from : std::size(word_keys);
}

/// A key of words.csv, written as its name: say(language, "run.question", 4).
class Key {
 public:
  consteval Key(const char* name) : index_{static_cast<std::uint16_t>(find_word(name))} {
    if (index_ == std::size(word_keys)) throw "no such key in words.csv";
  }

  constexpr std::size_t index() const noexcept { return index_; }
  constexpr std::string_view name() const noexcept { return word_keys[index_]; }
  friend constexpr bool operator==(Key, Key) noexcept = default;

 private:
  std::uint16_t index_;
};

/// The text of a key, its places {0}, {1} … not filled in.
std::string_view phrase(Key key, Language language) noexcept;

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
