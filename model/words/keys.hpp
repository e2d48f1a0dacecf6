/// \file
/// The keys of words.csv: a key that is not in it does not compile. Needs no library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

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
  // A name that is no key does not compile. clang 14 crashes on some of it, and tells when it is
  // run.
#if defined(__clang__) && __clang_major__ < 15
  constexpr Key(const char* name) : index_{position(name)} {}
#else
  consteval Key(const char* name) : index_{position(name)} {}
#endif

  constexpr std::size_t index() const noexcept { return index_; }
  constexpr std::string_view name() const noexcept { return word_keys[index_]; }
  friend constexpr bool operator==(Key, Key) noexcept = default;

 private:
  static constexpr std::uint16_t position(std::string_view name) {
    const std::size_t found = find_word(name);
    if (found == std::size(word_keys)) throw "no such key in words.csv";
    return static_cast<std::uint16_t>(found);
  }

  std::uint16_t index_;
};

/// The text of a key, its places {0}, {1} … not filled in.
std::string_view phrase(Key key, Language language) noexcept;

}  // namespace samspil
