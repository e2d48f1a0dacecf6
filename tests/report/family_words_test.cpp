#include "model/report/family_words.hpp"

#include <gtest/gtest.h>

#include "tests/report/word_table.hpp"
#include "tests/support/family_cases.hpp"

namespace samspil {
namespace {

TEST(FamilyWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  test::expect_a_table_in_both_languages<FamilyWord>();
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
