// The error of a mean over draws, its parts, and what they are without draws.
#include "model/appraisal/mean_error.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "model/appraisal/paired_error.hpp"
#include "model/core/random.hpp"
#include "model/simulation/rotation.hpp"

namespace samspil {
namespace {

/// Savings [øre] by run and site that it lives, as a run counts them; arm 1 against arm 0, one
/// purse, one year. Draws live as many sites as are given of `all`, or all of them.
RunResult result_of(const std::vector<std::vector<Ore>>& runs, std::uint32_t draws,
                    std::uint64_t all = 0) {
  const std::size_t sites = runs.front().size();
  RunResult result;
  result.arms = {{0, EffectLevel::centre}, {1, EffectLevel::centre}};
  result.counts.resize(2);
  for (ArmCounts& arm : result.counts) arm.years.resize(1);
  result.sites = all > 0 ? all : sites;
  result.sites_per_draw = all > 0 ? sites : 0;
  result.draws = draws;
  result.replicates = static_cast<std::uint32_t>(runs.size()) / draws;
  result.spreads.resize(2);
  const SavingCells cells = result.cells();
  result.site_spreads.resize(2 * cells.count());
  SiteSpread& spread = result.site_spreads[cells.count() + cells.in_all(0)];
  const Rotation rotation{result.sites, sites};
  std::vector<Ore> totals;
  for (std::size_t run = 0; run < runs.size(); ++run) {
    PairedMoments moments;
    for (const Ore x : runs[run]) {
      moments += PairedMoments{0, 0, -x, Int128{x} * x, x, Int128{x} * x};
    }
    const PairedSpread whole = spread_of(moments, sites);
    result.spreads[1][0] += whole;
    spread.whole += whole.saving;
    result.savings.emplace_back();
    totals.push_back(static_cast<Ore>(moments.saving));
    result.savings.emplace_back()[0] = totals.back();
    const std::uint64_t first = rotation.first(run / result.replicates);
    for (std::size_t other = 0; other < run; ++other) {
      const std::uint64_t others_first = rotation.first(other / result.replicates);
      Int128 products = 0;
      std::int64_t shared = 0;
      for (std::size_t site = 0; site < sites; ++site) {
        const std::uint64_t there =
            ((first + site) % result.sites + result.sites - others_first) % result.sites;
        if (there >= sites) continue;
        ++shared;
        products += Int128{runs[run][site]} * runs[other][there];
      }
      const auto n = static_cast<std::int64_t>(sites);
      spread.kept += n * products - Int128{totals[run]} * totals[other] * shared / n;
      result.shared_sites += static_cast<std::uint64_t>(shared);
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
}

TEST(MeanErrorOf, FamiliesThatEveryDrawSharesIsNotMadeSmallByDraws) {
  // Two sites, 10 and 30 kr. in every draw: of their total the variance is 2 × 200.
  const std::vector<std::vector<Ore>> runs(5, {10 * krone, 30 * krone});

  const MeanError error = mean_error(result_of(runs, 5), 1, Purse::all_public);

  EXPECT_DOUBLE_EQ(*error.standard_error, std::sqrt(400.0));
  EXPECT_DOUBLE_EQ(*error.simulation, std::sqrt(400.0));
}

TEST(MeanErrorOf, OneDrawIsThePairedErrorOfTheSimulation) {
  const RunResult result = result_of({{1000, 2500, 4100}}, 1);
  const MeanError error = mean_error(result, 1, Purse::all_public);

  EXPECT_DOUBLE_EQ(*error.standard_error, *paired_error(result.spreads[1][0], 3, 1).standard_error);
  EXPECT_EQ(error.simulation, error.standard_error);
  EXPECT_FALSE(error.luck_between_draws.has_value());
  EXPECT_FALSE(mean_error(result_of({{1}}, 1), 1, Purse::all_public).standard_error.has_value());
}

/// What was put into a sample, and what is found of it, mean over samples [kr.²].
struct Found {
  double mean = 0, error = 0, simulation = 0, inputs = 0;
};

constexpr double kept_sd = 3, inputs_sd = 10, luck_sd = 8;  // kr.: of a site, of all, of a site

/// Sites keep a part, draws move all sites, the rest is luck.
Found found_in_samples(std::uint64_t sites, std::uint64_t lived, std::uint32_t draws,
                       std::uint32_t replicates, std::uint32_t samples) {
  const auto chance = [](std::uint32_t sample, std::uint64_t who, int year, double sd) {
    const double u =
        uniform(keyed_block({sample, 0}, Identity{who}, year, BlockNumber{0})[0]) - 0.5;
    return sd * std::sqrt(12.0) * u;
  };
  const Rotation rotation{sites, lived};
  const double n = samples, all_sites = static_cast<double>(sites);
  Found found;
  for (std::uint32_t sample = 0; sample < samples; ++sample) {
    std::vector<std::vector<Ore>> runs;
    double mean = 0;
    for (std::uint32_t run = 0; run < draws * replicates; ++run) {
      const std::uint32_t draw = run / replicates;
      const double of_all = chance(sample, 1'000 + draw, 0, inputs_sd);
      auto& of_sites = runs.emplace_back();
      for (std::uint64_t i = 0; i < lived; ++i) {
        const std::uint64_t site = (rotation.first(draw) + i) % sites;
        const double x = chance(sample, site, 1, kept_sd) + of_all / all_sites +
                         chance(sample, site, static_cast<int>(2 + run), luck_sd);
        of_sites.push_back(std::llround(100 * x));
        mean += x * all_sites / static_cast<double>(lived) / (draws * replicates);
      }
    }
    const MeanError error =
        mean_error(result_of(runs, draws, lived < sites ? sites : 0), 1, Purse::all_public);
    found.mean += mean * mean / n;
    const double whole = *error.standard_error * *error.standard_error;
    const double simulation = *error.simulation * *error.simulation;
    found.error += whole / n;
    found.simulation += simulation / n;
    found.inputs += (whole - simulation) * draws / n;
  }
  return found;
}

/// What is estimated is what was put in.
TEST(MeanErrorOf, ASampleIsWhatItWasDrawnFrom) {
  constexpr std::uint32_t draws = 8, replicates = 2, samples = 400;
  const Found found = found_in_samples(12, 12, draws, replicates, samples);
  const double families = 12 * kept_sd * kept_sd;
  const double by_luck = 12 * luck_sd * luck_sd / (draws * replicates);
  const double whole = families + by_luck + inputs_sd * inputs_sd / draws;
  const double five_sigma = 5 * std::sqrt(2.0 / samples);
  EXPECT_NEAR(found.mean / whole, 1, five_sigma);
  EXPECT_NEAR(found.error / whole, 1, 0.5 * five_sigma);
  EXPECT_NEAR(found.simulation / (families + by_luck), 1, 0.5 * five_sigma);
  // What is below nought is cut off.
  EXPECT_NEAR(found.inputs / (inputs_sd * inputs_sd), 1, five_sigma * 4);
}

/// Twenty draws of six sites go round twelve ten times: the choice of families is that of twelve,
/// their luck that of 120 lives, each twice as heavy.
TEST(MeanErrorOf, RotatingFamiliesIsWhatTheyWereDrawnFrom) {
  constexpr std::uint32_t draws = 20, samples = 400;
  const Found found = found_in_samples(12, 6, draws, 1, samples);
  const double families = 12 * kept_sd * kept_sd;
  const double by_luck = 2 * 12 * luck_sd * luck_sd / draws;
  const double whole = families + by_luck + inputs_sd * inputs_sd / draws;
  const double five_sigma = 5 * std::sqrt(2.0 / samples);
  EXPECT_NEAR(found.mean / whole, 1, five_sigma);
  EXPECT_NEAR(found.error / whole, 1, 0.5 * five_sigma);
  EXPECT_NEAR(found.simulation / (families + by_luck), 1, 0.5 * five_sigma);
}

/// Windows that overlap in part, seven of twelve sites.
TEST(MeanErrorOf, WindowsThatOverlapIsWhatTheyWereDrawnFrom) {
  constexpr std::uint32_t draws = 12, samples = 400;
  const Found found = found_in_samples(12, 7, draws, 1, samples);
  const double families = 12 * kept_sd * kept_sd;
  const double by_luck = 12.0 / 7 * 12 * luck_sd * luck_sd / draws;
  const double whole = families + by_luck + inputs_sd * inputs_sd / draws;
  const double five_sigma = 5 * std::sqrt(2.0 / samples);
  EXPECT_NEAR(found.mean / whole, 1, five_sigma);
  EXPECT_NEAR(found.error / whole, 1, 0.5 * five_sigma);
}

}  // namespace
}  // namespace samspil
