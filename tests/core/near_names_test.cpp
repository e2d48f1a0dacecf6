#include "model/core/near_names.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

using Names = std::vector<std::string>;

TEST(NearNames, FindsOneSlipOfTheKeyboard) {
  const Names known{"caseload", "capacity", "wage"};

  for (const char* slip : {"casload", "caaseload", "csaeload", "casekoad", "caseload"}) {
    EXPECT_EQ(near_names(slip, known), Names{"caseload"}) << slip;
  }
}

TEST(NearNames, PutsTheNearestFirstAndKeepsThree) {
  const Names known{"rate_abcd", "rate_a", "rate_abc", "rate_ab", "rate_abcde"};

  EXPECT_EQ(near_names("rate_abc", known), (Names{"rate_abc", "rate_ab", "rate_abcd"}));
}

TEST(NearNames, AreNoneWhereNothingResembles) {
  EXPECT_EQ(near_names("x", {"caseload", "wage"}), Names{});
  EXPECT_EQ(near_names("", {"wage"}), Names{});
}

TEST(NamingAdvice, SuggestsOrListsOrCounts) {
  EXPECT_EQ(naming_advice("wagee", {"caseload", "wage"}), "did you mean 'wage'?");
  EXPECT_EQ(naming_advice("x", {"caseload", "wage"}), "use one of caseload, wage");
  EXPECT_EQ(naming_advice("x", {}), "there are none to choose from");
  EXPECT_EQ(naming_advice("x", Names(30, "caseload")), "none of the 30 known names resembles it");
}

}  // namespace
}  // namespace samspil
