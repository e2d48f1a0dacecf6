// The error of a mean over draws, its parts, and what they are without draws.
#include "model/appraisal/mean_error.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/appraisal/paired_error.hpp"
#include "model/core/random.hpp"

namespace samspil {
namespace {

/// Savings [øre] by run and site, as a run counts them; arm 1 against arm 0, one purse.
RunResult result_of(const std::vector<std::vector<Ore>>& runs, std::uint32_t draws) {
  const std::size_t sites = runs.front().size();
  RunResult result;
  result.arms = {{0, EffectLevel::centre}, {1, EffectLevel::centre}};
  result.sites = sites;
  result.draws = draws;
  result.replicates = static_cast<std::uint32_t>(runs.size()) / draws;
  result.spreads.resize(2);
  result.kept.resize(2);
  for (std::size_t run = 0; run < runs.size(); ++run) {
    PairedMoments moments;
    for (const Ore x : runs[run]) {
      moments += PairedMoments{0, 0, -x, Int128{x} * x, x, Int128{x} * x};
    }
    result.spreads[1][0] += spread_of(moments, sites);
    result.savings.emplace_back();
    result.savings.emplace_back()[0] = static_cast<Ore>(moments.saving);
    for (std::size_t other = 0; other < run; ++other) {
      Int128 products = 0;
      for (std::size_t site = 0; site < sites; ++site) {
        products += Int128{runs[run][site]} * runs[other][site];
      }
      result.kept[1][0] += static_cast<Int128>(sites) * products -
                           static_cast<Int128>(moments.saving) * result.savings[2 * other + 1][0];
      ++result.run_pairs;
    }
  }
  return result;
}

constexpr Ore krone = 100;

TEST(MeanErrorOf, DrawsOfTheInputsAloneIsTheirSpreadByTheRootOfTheirNumber) {
  // Three sites save the same: 30, 60, 90 and 120 kr. in all, with a variance of 1500.
  std::vector<std::vector<Ore>> runs;
  for (const Ore x : {10, 20, 30, 40}) runs.push_back({x * krone, x * krone, x * krone});

  const MeanError error = mean_error(result_of(runs, 4), 1, Purse::all_public);

  EXPECT_DOUBLE_EQ(*error.standard_error, std::sqrt(1500.0 / 4));
  EXPECT_DOUBLE_EQ(*error.simulation, 0);
  EXPECT_DOUBLE_EQ(*error.input_spread, std::sqrt(1500.0));
}

TEST(MeanErrorOf, FamiliesThatEveryDrawSharesIsNotMadeSmallByDraws) {
  // Two sites, 10 and 30 kr. in every draw: of their total the variance is 2 × 200.
  const std::vector<std::vector<Ore>> runs(5, {10 * krone, 30 * krone});

  const MeanError error = mean_error(result_of(runs, 5), 1, Purse::all_public);

  EXPECT_DOUBLE_EQ(*error.standard_error, std::sqrt(400.0));
  EXPECT_DOUBLE_EQ(*error.simulation, std::sqrt(400.0));
  EXPECT_DOUBLE_EQ(*error.input_spread, 0);
}

TEST(MeanErrorOf, OneDrawIsThePairedErrorOfTheSimulation) {
  const RunResult result = result_of({{1000, 2500, 4100}}, 1);
  const MeanError error = mean_error(result, 1, Purse::all_public);

  EXPECT_EQ(error.standard_error, paired_error(result.spreads[1][0], 3, 1).standard_error);
  EXPECT_EQ(error.simulation, error.standard_error);
  EXPECT_FALSE(error.input_spread.has_value());
  EXPECT_FALSE(mean_error(result_of({{1}}, 1), 1, Purse::all_public).standard_error.has_value());
}

/// Sites keep a part, draws move all sites, the rest is luck: what is estimated is what was put in.
TEST(MeanErrorOf, ASampleIsWhatItWasDrawnFrom) {
  constexpr std::uint64_t sites = 12;
  constexpr std::uint32_t draws = 8, replicates = 2, samples = 400;
  const auto spread = [](std::uint32_t sample, std::uint64_t who, int year, double sd) {
    const double u =
        uniform(keyed_block({sample, 0}, Identity{who}, year, BlockNumber{0})[0]) - 0.5;
    return sd * std::sqrt(12.0) * u;
  };
  constexpr double kept = 3, inputs = 10, luck = 8;  // kr.: of a site, of all, of a site
  double squares = 0, error = 0, simulation = 0, input = 0, mean_kept = 0;
  for (std::uint32_t sample = 0; sample < samples; ++sample) {
    std::vector<std::vector<Ore>> runs;
    double mean = 0;
    for (std::uint32_t run = 0; run < draws * replicates; ++run) {
      const double all = spread(sample, 1'000 + run / replicates, 0, inputs);
      auto& of_sites = runs.emplace_back();
      for (std::uint64_t site = 0; site < sites; ++site) {
        const double x = spread(sample, site, 1, kept) + all / sites +
                         spread(sample, site, static_cast<int>(2 + run), luck);
        of_sites.push_back(std::llround(100 * x));
        mean += x / (draws * replicates);
      }
    }
    const MeanError found = mean_error(result_of(runs, draws), 1, Purse::all_public);
    squares += mean * mean / samples;
    error += *found.standard_error * *found.standard_error / samples;
    simulation += *found.simulation * *found.simulation / samples;
    input += *found.input_spread * *found.input_spread / samples;
  }
  mean_kept = sites * kept * kept;
  const double by_luck = sites * luck * luck / (draws * replicates);
  const double whole = mean_kept + by_luck + inputs * inputs / draws;
  const double five_sigma = 5 * std::sqrt(2.0 / samples);
  EXPECT_NEAR(squares / whole, 1, five_sigma);
  EXPECT_NEAR(error / whole, 1, 0.5 * five_sigma);
  EXPECT_NEAR(simulation / (mean_kept + by_luck), 1, 0.5 * five_sigma);
  EXPECT_NEAR(input / (inputs * inputs), 1, five_sigma * 4);  // what is below nought is cut off
}

}  // namespace
}  // namespace samspil
