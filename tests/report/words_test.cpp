#include "model/report/words.hpp"

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

TEST(Words, StandInTheOrderOfTheirKeysInEveryLanguage) {
  for (const Language language : {Language::en, Language::da}) {
    for (std::size_t i = 0; i < word_count; ++i) {
      EXPECT_EQ(index_of(phrases(language)[i].word), i) << phrases(language)[i].text;
      EXPECT_FALSE(phrases(language)[i].text.empty()) << i;
    }
  }
}

TEST(Words, HaveTheSamePlaceholdersInBothLanguages) {
  for (std::size_t i = 0; i < word_count; ++i) {
    EXPECT_EQ(placeholders(phrases(Language::en)[i].text),
              placeholders(phrases(Language::da)[i].text))
        << phrases(Language::en)[i].text;
  }
}

template <std::size_t N>
void expect_complete(const std::array<std::string_view, N>& names) {
  for (std::size_t i = 0; i < N; ++i) EXPECT_FALSE(names[i].empty()) << i;
}

TEST(Labels, AreCompleteInBothLanguages) {
  for (const Language language : {Language::en, Language::da}) {
    const Labels& all = labels(language);
    expect_complete(all.services);
    expect_complete(all.departments);
    expect_complete(all.payers);
    expect_complete(all.statuses);
    expect_complete(all.outcomes);
    expect_complete(all.programme_items);
    expect_complete(all.mechanisms);
    expect_complete(all.hooks);
    expect_complete(all.channels);
    expect_complete(all.grades);
    expect_complete(all.indicators);
  }
}

}  // namespace
}  // namespace samspil
