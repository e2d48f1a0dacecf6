#include "model/report/case_words.hpp"

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

TEST(CaseWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  for (std::size_t i = 0; i < case_word_count; ++i) {
    const CasePhrase& english = case_phrases(Language::en)[i];
    const CasePhrase& danish = case_phrases(Language::da)[i];
    EXPECT_EQ(index_of(english.word), i) << english.text;
    EXPECT_EQ(index_of(danish.word), i) << danish.text;
    EXPECT_FALSE(english.text.empty() || danish.text.empty()) << i;
    EXPECT_EQ(placeholders(english.text), placeholders(danish.text)) << english.text;
  }
}

}  // namespace
}  // namespace samspil
