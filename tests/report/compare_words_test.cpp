#include "model/report/compare_words.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

namespace samspil {
namespace {

std::set<std::string> placeholders(std::string_view text) {
  const std::string copy{text};
  const std::regex pattern{R"(\{\d+\})"};
  return {std::sregex_token_iterator{copy.begin(), copy.end(), pattern},
          std::sregex_token_iterator{}};
}

TEST(CompareWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  for (std::size_t i = 0; i < compare_word_count; ++i) {
    const ComparePhrase& english = compare_phrases(Language::en)[i];
    const ComparePhrase& danish = compare_phrases(Language::da)[i];
    EXPECT_EQ(index_of(english.word), i) << english.text;
    EXPECT_EQ(index_of(danish.word), i) << danish.text;
    EXPECT_FALSE(english.text.empty() || danish.text.empty()) << i;
    EXPECT_EQ(placeholders(english.text), placeholders(danish.text)) << english.text;
  }
}

}  // namespace
}  // namespace samspil
