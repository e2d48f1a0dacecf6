#include "model/pages/study_page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace samspil {
namespace {

TEST(StudyPage, NamesAFigureByItsGroupAndYear) {
  const Json groups = {{{"id", "treated"}, {"title_da", "Indsats"}, {"title_en", "Treated"}}};
  EXPECT_EQ(figure_label(groups, "share.treated.2011", Language::en),
            "Share of weeks, Treated 2011");
  EXPECT_EQ(figure_label(groups, "adults.treated", Language::da), "Voksne pr. familie: Indsats");
  EXPECT_EQ(figure_label(groups, "unheard_of", Language::en), "unheard_of");
}

}  // namespace
}  // namespace samspil
