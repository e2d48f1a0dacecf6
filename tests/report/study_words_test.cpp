#include "model/report/study_words.hpp"

#include <gtest/gtest.h>

#include "tests/report/word_table.hpp"

namespace samspil {
namespace {

TEST(StudyWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  test::expect_a_table_in_both_languages<StudyWord>();
}

TEST(StudyWords, CallEveryFigureTheSameInBothLanguages) {
  const auto english = study_labels(Language::en);
  const auto danish = study_labels(Language::da);
  ASSERT_EQ(english.size(), danish.size());
  for (std::size_t i = 0; i < english.size(); ++i) {
    EXPECT_EQ(english[i].name, danish[i].name);
    EXPECT_EQ(test::placeholders(english[i].text), test::placeholders(danish[i].text))
        << english[i].text;
  }
}

TEST(StudyWords, NameAFigureByItsGroupAndYear) {
  StudySpec study;
  study.groups = {{"treated", "Indsats", "Treated", {}}};
  EXPECT_EQ(figure_label(study, "share.treated.2011", Language::en),
            "Share of weeks, Treated 2011");
  EXPECT_EQ(figure_label(study, "adults.treated", Language::da), "Voksne pr. familie: Indsats");
  EXPECT_EQ(figure_label(study, "unheard_of", Language::en), "unheard_of");
}

}  // namespace
}  // namespace samspil
