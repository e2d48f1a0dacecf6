#include "model/report/study_words.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

TEST(StudyLabel, NamesAFigureByItsGroupAndYear) {
  StudySpec study;
  study.groups = {{"treated", "Indsats", "Treated", {}}};
  EXPECT_EQ(figure_label(study, "share.treated.2011", Language::en),
            "Share of weeks, Treated 2011");
  EXPECT_EQ(figure_label(study, "adults.treated", Language::da), "Voksne pr. familie: Indsats");
  EXPECT_EQ(figure_label(study, "unheard_of", Language::en), "unheard_of");
}

}  // namespace
}  // namespace samspil
