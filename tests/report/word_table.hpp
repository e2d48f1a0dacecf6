/// \file
/// What holds of every table of words.
#pragma once

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "model/report/words.hpp"

namespace samspil::test {

inline std::set<std::string> placeholders(std::string_view text) {
  const std::string copy{text};
  const std::regex pattern{R"(\{\d+\})"};
  return {std::sregex_token_iterator{copy.begin(), copy.end(), pattern},
          std::sregex_token_iterator{}};
}

/// In both languages the phrases stand in the order of their keys, none is empty, and the two of a
/// key have the same placeholders.
template <WordKey Key>
void expect_a_table_in_both_languages() {
  for (std::size_t i = 0; i < index_of(Key::count); ++i) {
    const Phrase<Key>& english = phrases<Key>(Language::en)[i];
    const Phrase<Key>& danish = phrases<Key>(Language::da)[i];
    EXPECT_EQ(index_of(english.word), i) << english.text;
    EXPECT_EQ(index_of(danish.word), i) << danish.text;
    EXPECT_FALSE(english.text.empty() || danish.text.empty()) << i;
    EXPECT_EQ(placeholders(english.text), placeholders(danish.text)) << english.text;
  }
}

}  // namespace samspil::test
