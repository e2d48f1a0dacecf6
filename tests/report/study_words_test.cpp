#include "model/report/study_words.hpp"

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

TEST(StudyWords, StandInTheOrderOfTheirKeysWithTheSamePlaceholders) {
  for (std::size_t i = 0; i < study_word_count; ++i) {
    const StudyPhrase& english = study_phrases(Language::en)[i];
    const StudyPhrase& danish = study_phrases(Language::da)[i];
    EXPECT_EQ(index_of(english.word), i) << english.text;
    EXPECT_EQ(index_of(danish.word), i) << danish.text;
    EXPECT_FALSE(english.text.empty() || danish.text.empty()) << i;
    EXPECT_EQ(placeholders(english.text), placeholders(danish.text)) << english.text;
  }
}

TEST(StudyWords, CallEveryFigureTheSameInBothLanguages) {
  const auto english = study_labels(Language::en);
  const auto danish = study_labels(Language::da);
  ASSERT_EQ(english.size(), danish.size());
  for (std::size_t i = 0; i < english.size(); ++i) {
    EXPECT_EQ(english[i].name, danish[i].name);
    EXPECT_EQ(placeholders(english[i].text), placeholders(danish[i].text)) << english[i].text;
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
