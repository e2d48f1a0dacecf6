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

TEST(NearNames, AreNearInLargeLettersAndSmall) {
  EXPECT_EQ(near_names("STØTTE", {"støtte"}), std::vector<std::string>{"støtte"});
}

TEST(NearNames, PutsTheNearestFirstAndKeepsThree) {
  const Names known{"rate_abcd", "rate_a", "rate_abc", "rate_ab", "rate_abcde"};

  EXPECT_EQ(near_names("rate_abc", known), (Names{"rate_abc", "rate_ab", "rate_abcd"}));
}

TEST(NearNames, AreNoneWhereNothingResembles) {
  EXPECT_EQ(near_names("x", {"caseload", "wage"}), Names{});
  EXPECT_EQ(near_names("", {"wage"}), Names{});
}

}  // namespace
}  // namespace samspil
