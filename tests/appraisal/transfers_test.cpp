// Transfers between pockets: laws that hold for any amounts, and cases by hand.
#include "model/appraisal/transfers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <vector>

#include "model/core/random.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

constexpr std::array rules{JointFinancing::gain, JointFinancing::responsibility};

Pocket pocket(Ore pays, Ore gains) {
  Pocket one;
  one.pays = -pays;
  one.gains = gains;
  one.net = gains - pays;
  return one;
}

Ore sum_of(const std::vector<Ore>& amounts) {
  return std::accumulate(amounts.begin(), amounts.end(), Ore{0});
}

/// One to nine pockets, some of which pay or gain nothing, and gains of either sign.
std::vector<Pocket> keyed_pockets(std::uint32_t which) {
  std::vector<Pocket> pockets;
  for (std::uint64_t who = 0; who < 1 + which % 9; ++who) {
    const auto words = keyed_block({16, 0}, Identity{who}, static_cast<int>(which), BlockNumber{0});
    constexpr double most = 3e14;  // øre: the largest national sums over hundreds of runs
    const double scale = which % 3 == 0 ? 20 : most;
    const auto upto = [&](double u) { return static_cast<Ore>(u * scale); };
    const Ore pays = words[2] % 3 == 0 ? 0 : upto(uniform(words[0]));
    const Ore gains = words[3] % 4 == 0 ? 0 : upto(2 * uniform(words[1]) - 0.6);
    pockets.push_back(pocket(pays, gains));
  }
  return pockets;
}

TEST(TransfersBetweenPockets, SumToZeroAndLeaveNobodyBelowZeroWhereTheTotalAllows) {
  int whole = 0, short_of = 0;
  for (std::uint32_t which = 0; which < 5000; ++which) {
    const std::vector<Pocket> pockets = keyed_pockets(which);
    for (const JointFinancing rule : rules) {
      const Transfers between = transfers_between(pockets, rule);
      Ore total = 0;
      for (const Pocket& one : pockets) total += one.net;

      ASSERT_EQ(between.total, total) << which;
      ASSERT_EQ(sum_of(between.receives), 0) << which;
      ASSERT_EQ(sum_of(between.left), total) << which;
      ASSERT_EQ(between.missing, total < 0 ? -total : 0) << which;
      ++(total < 0 ? short_of : whole);
      for (std::size_t i = 0; i < pockets.size(); ++i) {
        if (total < 0) {
          ASSERT_LE(between.left[i], 0) << which;
          ASSERT_EQ(between.receives[i], 0) << which;
        } else {
          ASSERT_GE(between.left[i], 0) << which;
          ASSERT_EQ(pockets[i].net + between.receives[i], between.left[i]) << which;
        }
      }
    }
  }
  EXPECT_GT(whole, 1000);
  EXPECT_GT(short_of, 1000);
}

TEST(TransfersBetweenPockets, ShareByTheRuleToTheOre) {
  for (std::uint32_t which = 0; which < 2000; ++which) {
    const std::vector<Pocket> pockets = keyed_pockets(which);
    for (const JointFinancing rule : rules) {
      const auto weight = [&](const Pocket& one) {
        return static_cast<double>(
            std::max(rule == JointFinancing::gain ? one.gains : -one.pays, Ore{0}));
      };
      double all = 0;
      for (const Pocket& one : pockets) all += weight(one);
      if (all == 0) continue;
      const Transfers between = transfers_between(pockets, rule);
      const auto total = static_cast<double>(between.total);
      for (std::size_t i = 0; i < pockets.size(); ++i) {
        const double share = total * weight(pockets[i]) / all;
        ASSERT_NEAR(static_cast<double>(between.left[i]), share, 1 + 1e-14 * std::abs(total));
        if (weight(pockets[i]) == 0) {
          ASSERT_EQ(between.left[i], 0) << which;
        }
      }
    }
  }
}

TEST(TransfersBetweenPockets, AreTheseByHand) {
  // The municipality pays 100 and saves 40; the region saves 20, the state 80: 40 is left over.
  const std::vector pockets{pocket(100, 40), pocket(0, 20), pocket(0, 80)};

  const Transfers by_gain = transfers_between(pockets, JointFinancing::gain);
  EXPECT_EQ(by_gain.total, 40);
  EXPECT_EQ(by_gain.left, (std::vector<Ore>{11, 6, 23}));  // 40 × 40/140, 60/140 and 140/140
  EXPECT_EQ(by_gain.receives, (std::vector<Ore>{71, -14, -57}));

  const Transfers by_duty = transfers_between(pockets, JointFinancing::responsibility);
  EXPECT_EQ(by_duty.left, (std::vector<Ore>{40, 0, 0}));
  EXPECT_EQ(by_duty.receives, (std::vector<Ore>{100, -20, -80}));
}

TEST(TransfersBetweenPockets, ShareWhatIsMissingByHand) {
  const std::vector pockets{pocket(300, 40), pocket(100, 0), pocket(0, 160)};

  const Transfers by_gain = transfers_between(pockets, JointFinancing::gain);
  EXPECT_EQ(by_gain.missing, 200);
  EXPECT_EQ(by_gain.left, (std::vector<Ore>{-40, 0, -160}));

  const Transfers by_duty = transfers_between(pockets, JointFinancing::responsibility);
  EXPECT_EQ(by_duty.missing, 200);
  EXPECT_EQ(by_duty.left, (std::vector<Ore>{-150, -50, 0}));
}

TEST(TransfersBetweenPockets, TakeTheOtherRuleWhereNobodyHasAShareAndElseEqualParts) {
  const std::vector without_gain{pocket(10, -5), pocket(30, 0)};
  EXPECT_EQ(transfers_between(without_gain, JointFinancing::gain).left,
            transfers_between(without_gain, JointFinancing::responsibility).left);
  const std::vector only_losses{pocket(0, -5), pocket(0, -15)};
  EXPECT_EQ(transfers_between(only_losses, JointFinancing::gain).left,
            (std::vector<Ore>{-10, -10}));
  EXPECT_EQ(transfers_between({}, JointFinancing::gain).total, 0);
}

TEST(TransfersOfARun, ShareWhatPayersAndDepartmentsHave) {
  const Scenario scenario = test::fake_scenario();
  const RunResult result = test::fake_run(scenario, 20, 3);
  const Appraisal appraisal = appraise(scenario, result);
  for (const StrategyAppraisal& strategy : appraisal.strategies) {
    for (const Saving& saving : strategy.levels) {
      const CashableResult cashable = cashable_result(appraisal, scenario.catalogue, saving.arm);
      for (const JointFinancing rule : rules) {
        const Transfers payers = transfers_of_payers(saving, cashable, rule);
        const Transfers departments = transfers_of_departments(saving, cashable, rule);

        ASSERT_EQ(payers.left.size(), 3U);
        ASSERT_EQ(departments.left.size(), department_count);
        EXPECT_EQ(payers.total, total(saving.net_result, {}));
        EXPECT_EQ(departments.total, total(saving.net_result, {.payer = Payer::municipality}));
        EXPECT_EQ(sum_of(payers.left), payers.total);
        EXPECT_EQ(sum_of(departments.left), departments.total);
      }
    }
  }
}

}  // namespace
}  // namespace samspil
