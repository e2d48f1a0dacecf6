// The same bits, however the work is cut: threads, blocks of sites, chunks of draws.
#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>

#include "model/engine/engine.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

Scenario few_families() {
  Scenario scenario = test::small_scenario();
  scenario.population.candidates = 1'500;
  scenario.population.families = 610;  // fifteen sites and a quarter
  return scenario;
}

class Bits : public testing::Test {
 protected:
  std::vector<ArmCounts> counts(std::uint32_t sites_per_block, std::uint32_t draws_per_chunk,
                                int threads) const {
    const FamilyModel model =
        world_.model(world_.scenario().population.families, arms_, sites_per_block);
    return test::run_model(model, 5, draws_per_chunk, threads);
  }

  test::World world_{few_families()};
  std::vector<Arm> arms_ = test::all_arms(world_.scenario());
};

TEST_F(Bits, AreThoseOfOneThreadOnAnyNumberOfThreads) {
  const auto one = counts(4, 32, 1);

  for (const int threads : {2, 3, 8}) EXPECT_EQ(counts(4, 32, threads), one) << threads;
}

TEST_F(Bits, DoNotDependOnTheSizeOfBlocks) {
  const auto four = counts(4, 32, 1);

  for (const std::uint32_t sites : {1U, 7U, 64U}) EXPECT_EQ(counts(sites, 32, 3), four) << sites;
}

TEST_F(Bits, DoNotDependOnTheSizeOfChunks) {
  const auto whole = counts(4, 32, 1);

  for (const std::uint32_t draws : {1U, 2U}) EXPECT_EQ(counts(4, draws, 2), whole) << draws;
}

std::atomic<int> asked{0};
int stop_soon() { return asked.fetch_add(1) < 4 ? 0 : 1; }

TEST_F(Bits, AreTheSameWhenARunStopsAndGoesOnWhateverItsBlocks) {
  constexpr std::uint64_t families = 290;
  const auto whole = test::run_model(world_.model(families, arms_), 3);
  const std::filesystem::path file =
      std::filesystem::temp_directory_path() / ("samspil_bits_" + std::to_string(getpid()));

  for (const std::uint32_t sites : {1U, 3U}) {
    const FamilyModel model = world_.model(families, arms_, sites);
    RunPlan plan = model.plan(3, 2);
    plan.draws_per_chunk = 2;
    int stops = 0;
    for (bool is_done = false; !is_done;) {
      CheckpointFile own{file};
      const std::string text = own.open();
      Checkpoint checkpoint{std::move(own), text, {}, 0};
      plan.execution.stop_asked = stops < 2 ? stop_soon : nullptr;
      asked = 0;
      try {
        EXPECT_EQ(run_sum(model, plan, {}, &checkpoint).arms, whole) << sites;
        is_done = true;
      } catch (const Stopped&) {
        ++stops;
      }
    }
    EXPECT_EQ(stops, 2);
    std::filesystem::remove(file);
  }
}

TEST_F(Bits, ThatATallyHoldsAreAllShown) {
  const auto bytes_shown = [](auto& tally) {
    std::size_t bytes = 0;
    tally.visit_integers([&](auto& integer) { bytes += sizeof integer; });
    return bytes;
  };
  YearCounts year;
  PairedMoments moments;
  FamilyModel::Tally tally = world_.model(80, arms_).make_tally();

  EXPECT_EQ(bytes_shown(year), sizeof year);
  EXPECT_EQ(bytes_shown(moments), sizeof moments);
  EXPECT_EQ(bytes_shown(tally),
            arms_.size() * (static_cast<std::size_t>(world_.scenario().years) * sizeof year +
                            purse_count * sizeof moments) +
                tally.savings.size() * sizeof tally.savings[0]);
}

TEST_F(Bits, DifferBetweenDraws) {
  const FamilyModel model = world_.model(80, arms_);

  EXPECT_NE(test::run_model(model, 2)[0].years[0].use, test::run_model(model, 1)[0].years[0].use);
}

void expect_equal(const Pool& a, const Pool& b) {
  EXPECT_EQ(a.families, b.families);
  EXPECT_EQ(a.people, b.people);
  EXPECT_EQ(a.cost, b.cost);
  EXPECT_EQ(a.weights, b.weights);
}

TEST_F(Bits, OfThePoolDoNotDependOnThreads) {
  for (const int threads : {1, 2, 3, 8}) {
    SCOPED_TRACE(threads);
    expect_equal(make_pool(world_.scenario(), threads, {}), world_.pool());
  }
}

TEST_F(Bits, OfAWholeRunDoNotDependOnThreads) {
  const RunResult one = run_scenario(world_.scenario(), 1, {});
  const RunResult three = run_scenario(world_.scenario(), 3, {});

  EXPECT_EQ(three.counts, one.counts);
  ASSERT_EQ(three.population.margins.size(), one.population.margins.size());
  for (std::size_t j = 0; j < one.population.margins.size(); ++j) {
    EXPECT_EQ(three.population.margins[j].drawn, one.population.margins[j].drawn);
    EXPECT_EQ(three.population.margins[j].weighted, one.population.margins[j].weighted);
  }
}

TEST_F(Bits, OfTheDrawAreAPrefixOfALargerOne) {
  const RunKey run{world_.scenario().seed, 0};
  const FamilyModel small = world_.model(200, arms_);
  const FamilyModel large = world_.model(600, arms_);
  FamilyModel::Scratch of_small = small.make_scratch();
  FamilyModel::Scratch of_large = large.make_scratch();

  small.make_block(of_small, 2, 3);
  large.make_block(of_large, 2, 3);

  EXPECT_EQ(of_small.start.families, of_large.start.families);
  EXPECT_EQ(of_small.start.people, of_large.start.people);
  EXPECT_NE(world_.draw().member(run, 0), world_.draw().member(run, 1));
}

}  // namespace
}  // namespace samspil
