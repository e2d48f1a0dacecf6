// A second published model on the unchanged engine: lamivudine/zidovudine combination therapy
// against zidovudine alone. Chancellor et al., PharmacoEconomics 12(1), 1997, DOI
// 10.2165/00019053-199712010-00006, as exercise 2.5 of Briggs, Claxton & Sculpher, "Decision
// Modelling for Health Economic Evaluation", Oxford 2006: 6,276 pounds a life-year.
#include <gtest/gtest.h>

#include <array>
#include <cmath>

#include "model/core/random.hpp"
#include "model/engine/engine.hpp"
#include "tests/engine/two_arms.hpp"

namespace samspil {
namespace {

constexpr std::size_t states = 4;  // CD4 200-500, CD4 below 200, AIDS, dead
constexpr std::size_t years = 20;
constexpr std::size_t years_of_combination = 2;
constexpr std::size_t arms = 2;  // zidovudine alone, combination

// Yearly moves seen in the cohort on zidovudine: from each state to each.
constexpr double seen[states][states] = {
    {1251, 350, 116, 17}, {0, 731, 512, 15}, {0, 0, 1312, 437}, {0, 0, 0, 1}};
constexpr double relative_risk = 0.509;  // of getting worse, on the combination
// Pounds a year: direct medical and community care by state, and the drugs.
constexpr double care[states] = {1701 + 1055, 1774 + 1278, 6948 + 2059, 0};
constexpr double zidovudine = 2278, lamivudine = 2086.5;
constexpr double discount_of_costs = 0.06;  // life-years are not discounted

bool has_combination(std::size_t arm, std::size_t year) {
  return arm == 1 && year <= years_of_combination;
}

Moves<states> moves(std::size_t arm, std::size_t year) {
  const double risk = has_combination(arm, year) ? relative_risk : 1;
  Moves<states> matrix{};
  for (std::size_t from = 0; from < states; ++from) {
    double all = 0, worse = 0;
    for (const double count : seen[from]) all += count;
    for (std::size_t to = from + 1; to < states; ++to) {
      matrix[from][to] = risk * seen[from][to] / all;
      worse += matrix[from][to];
    }
    matrix[from][from] = 1 - worse;
  }
  return matrix;
}

/// Cost and life-years of being in a state at the end of a year.
std::array<double, 2> worth(std::size_t arm, std::size_t year, std::size_t state) {
  if (state == states - 1) return {0, 0};
  const double drugs = zidovudine + (has_combination(arm, year) ? lamivudine : 0);
  return {(care[state] + drugs) * std::pow(1 + discount_of_costs, -static_cast<double>(year)), 1};
}

struct Hiv {
  Cuts<states> cuts[arms][years + 1] = {};
  std::int64_t worths[2][arms][years + 1][states] = {};  ///< In millionths.

  Hiv() {
    for (std::size_t arm = 0; arm < arms; ++arm) {
      for (std::size_t year = 1; year <= years; ++year) {
        cuts[arm][year] = cuts_of(moves(arm, year));
        for (std::size_t state = 0; state < states; ++state) {
          const auto [cost, life] = worth(arm, year, state);
          worths[0][arm][year][state] = std::llround(cost * 1e6);
          worths[1][arm][year][state] = std::llround(life * 1e6);
        }
      }
    }
  }

  test::Totals operator()(Identity person, std::uint32_t draw, std::uint32_t arm) const {
    std::size_t state = 0;
    test::Totals total{};
    for (std::size_t year = 1; year <= years; ++year) {
      const PhiloxBlock words =
          keyed_block({1997, draw}, person, static_cast<int>(year), BlockNumber{0});
      state = next_state(cuts[arm][year][state], words[0]);
      for (std::size_t what = 0; what < 2; ++what) total[what] += worths[what][arm][year][state];
    }
    return total;
  }
};

/// [cost, life-years][alone, combination, difference]: the cohort's own, without chance.
test::Expected cohort() {
  test::Expected exact{};
  for (std::size_t arm = 0; arm < arms; ++arm) {
    std::array<double, states> share{1, 0, 0, 0};
    for (std::size_t year = 1; year <= years; ++year) {
      share = test::moved(share, moves(arm, year));
      for (std::size_t state = 0; state < states; ++state) {
        const auto value = worth(arm, year, state);
        for (std::size_t what = 0; what < 2; ++what) exact[what][arm] += share[state] * value[what];
      }
    }
  }
  for (auto& what : exact) what[2] = what[1] - what[0];
  return exact;
}

TEST(Hiv, HasThePublishedResultAsItsLimit) {
  const auto exact = cohort();

  EXPECT_EQ(std::lround(exact[0][2] / exact[1][2]), 6276);
}

TEST(Hiv, ComesWithin5StandardErrorsOfTheCohortAndOfThePublishedRatio) {
  const RunPlan plan{
      .units = 100'000, .units_per_block = 500, .draws = 10, .draws_per_chunk = 4, .arms = arms};
  const auto exact = cohort();

  const auto tally = run_sum(test::TwoArms<Hiv>{}, plan);

  test::expect_near(tally, exact, 5);
  const auto [ratio, error] = tally.ratio(1);
  EXPECT_NEAR(ratio, 6276, 5 * error) << "standard error " << error;
  EXPECT_LT(error, 63) << "one per cent of the published ratio";
}

}  // namespace
}  // namespace samspil
