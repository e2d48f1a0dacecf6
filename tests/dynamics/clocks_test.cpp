// Clocks that are looked at side by side, also where they fill more than one block.
#include "model/dynamics/clocks.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

/// Compares each of n clocks alone with what is said of all at once.
template <std::size_t n>
void expect_each_by_its_own_bits(Question first) {
  constexpr Question question_of_limits = Question::fire;
  unsigned seen = 0, never = 0;
  for (std::uint64_t id = 0; id < 400; ++id) {
    Asker asker{{1, 0}, Identity{id}, 2023};
    Asker other{{2, 0}, Identity{id}, 2023};
    const auto count = static_cast<std::uint32_t>(id % 3);
    FloatLanes<n> limits{};
    unsigned expected = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const auto limit =
          static_cast<float>(other.first_bits(question_of_limits, static_cast<std::uint32_t>(i)));
      limits[i / 4][i % 4] = limit;
      const auto bits = static_cast<float>(asker.first_bits(about(first, i), count));
      expected |= static_cast<unsigned>(bits <= limit) << i;
    }
    const unsigned may = may_fire<n>(asker, first, count, limits);
    ASSERT_EQ(may, expected) << "id " << id << " of " << n;
    seen |= may;
    never |= ~may;
  }
  EXPECT_EQ(seen, (1U << n) - 1);
  EXPECT_EQ(never, ~0U);
}

TEST(MayFire, TellsEachClockByItsOwnBits) {
  expect_each_by_its_own_bits<place_count>(Question::place_move);
  expect_each_by_its_own_bits<child_measure_count>(Question::measure_move);
  expect_each_by_its_own_bits<adult_service_count>(Question::service_move);
  expect_each_by_its_own_bits<labour_status_count>(Question::labour_move);
}

TEST(MayFire, LooksAtTheSecondBlockOfTwiceAsManyClocks) {
  expect_each_by_its_own_bits<12>(Question::place_move);
  expect_each_by_its_own_bits<20>(Question::measure_move);
  expect_each_by_its_own_bits<20>(Question::service_move);
  expect_each_by_its_own_bits<28>(Question::labour_move);
}

TEST(MayFire, DrawsNoSecondBlockThatIsNotUsed) {
  Asker asker{{1, 0}, Identity{1}, 2023};
  static_cast<void>(may_fire<16>(asker, Question::labour_move, 0, FloatLanes<16>{}));
  EXPECT_EQ(asker.blocks_drawn(), 1);
  static_cast<void>(may_fire<17>(asker, Question::labour_move, 0, FloatLanes<17>{}));
  EXPECT_EQ(asker.blocks_drawn(), 2);
}

/// What is drawn ahead, four blocks or eight, is what would be drawn alone.
TEST(Asker, AnswersTheSameAheadAndAlone) {
  const DrawQuads draw = draw_quads(chosen_isa());
  for (std::uint64_t id = 0; id < 50; ++id) {
    Asker four_ahead{{1, 0}, Identity{id}, 2023};
    Asker eight_ahead{{1, 0}, Identity{id}, 2023};
    const auto count = static_cast<std::uint32_t>(id % 2);
    const std::array<QuadRequest, 3> requests{four_ahead.ask_ahead(first_block_of_adult),
                                              eight_ahead.ask_ahead(first_block_of_child),
                                              eight_ahead.ask_further_ahead()};
    draw({1, 0}, 2023, requests.data(), requests.size());
    for (std::uint16_t place = 0; place < to_underlying(Question::end); ++place) {
      Asker alone{{1, 0}, Identity{id}, 2023};
      const std::uint32_t word = alone.word(Question{place}, count);
      ASSERT_EQ(four_ahead.word(Question{place}, count), word) << place;
      ASSERT_EQ(eight_ahead.word(Question{place}, count), word) << place;
    }
  }
}

/// More than a whole number of 32 bits can hold, in one arm or in one of several beside small ones.
TEST(RoundedCounts, OfAnyRateAreMostEventsAtMost) {
  constexpr int most = static_cast<int>(most_events);
  for (std::uint64_t id = 0; id < 50; ++id) {
    Asker asker{{1, 0}, Identity{id}, 2023};
    for (const double rate : {1e6, 1.1e7, 1e9, 1e300}) {
      EXPECT_EQ(rounded_count(asker, Question::notifications, rate), most) << rate;
      EXPECT_EQ(rounded_count(0.999, rate), most) << rate;
    }
    const std::array<double, 4> rates{1e10, 0.5, 3e6, 1e300};
    const Int<4> counts = rounded_counts<4>(
        asker, Question::notifications, reals<4>([&](std::size_t lane) { return rates[lane]; }));
    for (std::size_t lane = 0; lane < rates.size(); ++lane) {
      EXPECT_EQ(at(counts, lane), rounded_count(asker, Question::notifications, rates[lane]));
    }
  }
}

}  // namespace
}  // namespace samspil
