#include "model/report/contrast_words.hpp"

#include <gtest/gtest.h>

#include "tests/report/word_table.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

TEST(ContrastWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  test::expect_a_table_in_both_languages<ContrastWord>();
}

TEST(ContrastWords, NameEveryMainAreaOfTheShippedPrices) {
  ASSERT_EQ(english_area_labels().size(), danish_area_labels().size());
  for (std::size_t i = 0; i < english_area_labels().size(); ++i) {
    EXPECT_EQ(english_area_labels()[i].area, danish_area_labels()[i].area);
  }
  for (const CatalogueRow& row : test::shipped_scenario().catalogue.rows) {
    EXPECT_NE(main_area_label(row.main_area, Language::en), row.main_area);
    EXPECT_NE(main_area_label(row.main_area, Language::da), row.main_area);
  }
  EXPECT_EQ(main_area_label("own area", Language::da), "own area");
}

TEST(ContrastWords, ExplainEveryTerm) {
  for (std::size_t i = 0; i < contrast_term_names.size(); ++i) {
    for (const Language language : {Language::en, Language::da}) {
      EXPECT_FALSE(contrast_terms(language)[i].label.empty()) << contrast_term_names[i];
      EXPECT_FALSE(contrast_terms(language)[i].meaning.empty()) << contrast_term_names[i];
    }
  }
}

}  // namespace
}  // namespace samspil
