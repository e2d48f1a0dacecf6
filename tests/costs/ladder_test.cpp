// The refund ladder: published tables, the law's own cases, and a slow loop over weeks.
#include "model/costs/ladder.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <numeric>

#include "model/core/random.hpp"

namespace samspil {
namespace {

constexpr std::array<int, ladder_steps> state_percent{80, 40, 30, 20};

/// What the state pays of some weeks [hundredths of a week's benefit].
int state_share(const StepWeeks& steps) {
  return std::inner_product(steps.begin(), steps.end(), state_percent.begin(), 0);
}

// Table of an unbroken spell from the law's steps: LBK 221 of 12/02/2021, § 5.
TEST(Ladder, GivesTheTableOfAnUnbrokenSpell) {
  const std::vector<std::pair<int, int>> table{{4, 320},    {13, 680},   {26, 1200}, {52, 1980},
                                               {104, 3020}, {156, 4060}, {208, 5100}};
  for (const auto& [weeks, state] : table) {
    LadderHistory ladder;
    EXPECT_EQ(state_share(pass_counted(ladder, weeks)), state) << weeks;
    EXPECT_EQ(ladder.counted, weeks);
  }
}

TEST(Ladder, ChangesStepInWeeks5And27And53) {
  for (int week = 1; week <= 60; ++week) {
    LadderHistory ladder;
    pass_counted(ladder, week - 1);
    const StepWeeks one = pass_counted(ladder, 1);
    EXPECT_EQ(one[step_of(week)], 1) << week;
  }
  EXPECT_EQ(step_of(4), 0U);
  EXPECT_EQ(step_of(5), 1U);
  EXPECT_EQ(step_of(26), 1U);
  EXPECT_EQ(step_of(27), 2U);
  EXPECT_EQ(step_of(52), 2U);
  EXPECT_EQ(step_of(53), 3U);
}

TEST(Ladder, BeginsAnewAfter52SelfSupportingWeeks) {
  LadderHistory ladder;
  pass_counted(ladder, 54);
  pass_self_support(ladder, 52);
  EXPECT_EQ(ladder.counted, 0);
  EXPECT_EQ(state_share(pass_counted(ladder, 26)), 1200);  // 12.0 weeks' benefit

  LadderHistory without;
  pass_counted(without, 54);
  EXPECT_EQ(state_share(pass_counted(without, 26)), 520);  // 5.2
}

TEST(Ladder, DoesNotBeginAnewAfter51) {
  LadderHistory ladder;
  pass_counted(ladder, 54);
  pass_self_support(ladder, 51);
  EXPECT_EQ(state_share(pass_counted(ladder, 26)), 520);
}

TEST(Ladder, TakesSubsidisedJobsForNeither) {
  LadderHistory ladder;
  pass_counted(ladder, 54);
  pass_self_support(ladder, 51);
  pass_neither(ladder, 10);
  EXPECT_EQ(ladder.counted, 54);
  pass_self_support(ladder, 1);
  EXPECT_EQ(ladder.counted, 0);
}

TEST(Ladder, ForgetsWhatIsOlderThanThreeYears) {
  LadderHistory ladder;
  pass_counted(ladder, 10);
  pass_self_support(ladder, 51);
  pass_neither(ladder, 105);  // The first of the 51 is now 156 weeks ago.
  pass_self_support(ladder, 1);
  EXPECT_EQ(ladder.counted, 10);

  LadderHistory in_time;
  pass_counted(in_time, 10);
  pass_self_support(in_time, 51);
  pass_neither(in_time, 104);
  pass_self_support(in_time, 1);
  EXPECT_EQ(in_time.counted, 0);
}

TEST(Ladder, CountsOnlySelfSupportAfterTheFirstWeekOnIt) {
  LadderHistory ladder;
  pass_self_support(ladder, 51);
  pass_counted(ladder, 1);
  pass_self_support(ladder, 1);
  EXPECT_EQ(ladder.counted, 1);
}

/// The law read week by week.
class SlowLadder {
 public:
  RuleState count() {
    pass(false);
    if (counted_++ == 0) weeks_.assign(1, false);
    return counted_ <= 4 ? 0 : counted_ <= 26 ? 1 : counted_ <= 52 ? 2 : 3;
  }
  void support_self() {
    pass(true);
    if (counted_ > 0 && std::accumulate(weeks_.begin(), weeks_.end(), 0) >= 52) counted_ = 0;
  }
  void neither() { pass(false); }
  int counted() const { return counted_; }

 private:
  /// The last 156 weeks, not before the first counted one.
  void pass(bool self_supporting) {
    weeks_.push_back(self_supporting);
    if (weeks_.size() > 156) weeks_.pop_front();
  }
  std::deque<bool> weeks_;
  int counted_ = 0;
};

TEST(Ladder, AgreesWithALoopOverWeeksForRandomLives) {
  int restarts = 0;
  for (std::uint32_t life = 0; life < 2000; ++life) {
    LadderHistory ladder;
    SlowLadder slow;
    for (std::uint32_t spell = 0; spell < 30; ++spell) {
      const PhiloxBlock words = philox4x32({life, spell, 0, 0}, {7, 0});
      const int weeks = static_cast<int>(words[0] % (spell % 3 == 0 ? 200 : 40));
      const std::uint32_t kind = words[1] % 3;
      StepWeeks expected{};
      const int before = slow.counted();
      for (int week = 0; week < weeks; ++week) {
        if (kind == 0) ++expected[slow.count()];
        if (kind == 1) slow.support_self();
        if (kind == 2) slow.neither();
      }
      restarts += before > 0 && slow.counted() == 0;
      if (kind == 0) {
        EXPECT_EQ(pass_counted(ladder, weeks), expected);
      }
      if (kind == 1) pass_self_support(ladder, weeks);
      if (kind == 2) pass_neither(ladder, weeks);
      ASSERT_EQ(ladder.counted, slow.counted()) << "life " << life << ", spell " << spell;
    }
  }
  EXPECT_GT(restarts, 1000);
}

}  // namespace
}  // namespace samspil
