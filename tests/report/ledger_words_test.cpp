#include "model/report/ledger_words.hpp"

#include <gtest/gtest.h>

#include "tests/report/word_table.hpp"

namespace samspil {
namespace {

TEST(LedgerWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  test::expect_a_table_in_both_languages<LedgerWord>();
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
