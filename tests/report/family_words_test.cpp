#include "model/report/family_words.hpp"

#include <gtest/gtest.h>

#include <regex>
#include <set>

#include "tests/support/family_cases.hpp"

namespace samspil {
namespace {

std::set<std::string> placeholders(std::string_view text) {
  const std::string copy{text};
  const std::regex pattern{R"(\{\d+\})"};
  return {std::sregex_token_iterator{copy.begin(), copy.end(), pattern},
          std::sregex_token_iterator{}};
}

TEST(FamilyWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  for (std::size_t i = 0; i < family_word_count; ++i) {
    const FamilyPhrase& english = family_phrases(Language::en)[i];
    const FamilyPhrase& danish = family_phrases(Language::da)[i];
    EXPECT_EQ(static_cast<std::size_t>(english.word), i) << english.text;
    EXPECT_EQ(static_cast<std::size_t>(danish.word), i) << danish.text;
    EXPECT_FALSE(english.text.empty());
    EXPECT_EQ(placeholders(english.text), placeholders(danish.text)) << english.text;
  }
}

TEST(FamilyLabels, NameEveryShippedPayerRuleAndItsStates) {
  for (const Language language : {Language::en, Language::da}) {
    const FamilyLabels& labels = family_labels(language);
    for (const PayerRule& rule : test::shipped_catalogue().rules) {
      EXPECT_NE(label_of(labels.rules, rule.name), rule.name);
      for (const std::string_view state : rule_state_names(rule.kind)) {
        EXPECT_TRUE(state == "-" || label_of(labels.rule_states, state) != state) << state;
      }
    }
  }
}

}  // namespace
}  // namespace samspil
