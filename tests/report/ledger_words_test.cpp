#include "model/report/ledger_words.hpp"

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

TEST(LedgerWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  for (std::size_t i = 0; i < ledger_word_count; ++i) {
    const LedgerPhrase& english = ledger_phrases(Language::en)[i];
    const LedgerPhrase& danish = ledger_phrases(Language::da)[i];
    EXPECT_EQ(static_cast<std::size_t>(english.word), i) << english.text;
    EXPECT_EQ(static_cast<std::size_t>(danish.word), i) << danish.text;
    EXPECT_FALSE(english.text.empty() || danish.text.empty()) << i;
    EXPECT_EQ(placeholders(english.text), placeholders(danish.text)) << english.text;
  }
}

TEST(LedgerTerms, AreCompleteInBothLanguages) {
  for (const Language language : {Language::en, Language::da}) {
    for (const Term& term : ledger_terms(language)) {
      EXPECT_FALSE(term.label.empty() || term.meaning.empty()) << term.label;
    }
  }
}

TEST(FileLabels, NameTheSameFilesInBothLanguages) {
  ASSERT_EQ(english_file_labels().size(), danish_file_labels().size());
  for (const FileLabel& entry : english_file_labels()) {
    EXPECT_FALSE(file_label(entry.file, Language::da).empty()) << entry.file;
  }
}

}  // namespace
}  // namespace samspil
