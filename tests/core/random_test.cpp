#include "model/core/random.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <set>

#include "model/core/random_batch.hpp"
#include "tests/statistics.hpp"

namespace samspil {
namespace {

// Known answers: Random123 tests/kat_vectors, lines "philox4x32 10". Checked by the compiler.
static_assert(philox4x32({0, 0, 0, 0}, {0, 0}) ==
              PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
static_assert(philox4x32({0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
                         {0xffffffff, 0xffffffff}) ==
              PhiloxBlock{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
static_assert(philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
                         {0xa4093822, 0x299f31d0}) ==
              PhiloxBlock{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});

static_assert(uniform(0) > 0.0);
static_assert(uniform(std::numeric_limits<std::uint32_t>::max()) < 1.0);
static_assert(1.0 - uniform(std::numeric_limits<std::uint32_t>::max()) == uniform(0));

constexpr std::int64_t trials = 1'000'000;

/// A key whose parts are told apart, moved by `step` in one part.
struct Key {
  RunKey run{7, 3};
  std::uint64_t who = 0x123456789ULL;
  int year = 2025;
  std::uint16_t number = 5;
  std::uint32_t count = 0;

  PhiloxBlock words() const {
    return keyed_block(run, Identity{who}, year, BlockNumber{number}, count);
  }
};

Key moved(int part, std::uint32_t step) {
  Key key;
  switch (part) {
    case 0:
      key.run.seed += step;
      break;
    case 1:
      key.run.draw += step;
      break;
    case 2:
      key.who += step;
      break;
    case 3:
      key.who += std::uint64_t{step} << 32;
      break;
    case 4:
      key.year = static_cast<int>(step % 65536);
      break;
    case 5:
      key.number = static_cast<std::uint16_t>(step);
      break;
    default:
      key.count += step;
  }
  return key;
}
constexpr int key_parts = 7;

TEST(KeyedBlock, DiffersWhenAnyPartOfTheKeyDiffers) {
  std::set<PhiloxBlock> seen;

  for (int part = 0; part < key_parts; ++part) {
    for (std::uint32_t step = 1; step <= 1000; ++step) seen.insert(moved(part, step).words());
  }

  EXPECT_EQ(seen.size(), key_parts * 1000U);
}

TEST(KeyedBlock, HasUniformWords) {
  for (std::size_t word = 0; word < 4; ++word) {
    double sum = 0;
    double squares = 0;
    for (std::uint32_t i = 0; i < trials; ++i) {
      const double centred = uniform(moved(2, i).words()[word]) - 0.5;
      sum += centred;
      squares += centred * centred;
    }
    test::expect_mean(sum, trials, 0.0, std::sqrt(1.0 / 12));
    test::expect_mean(squares, trials, 1.0 / 12, std::sqrt(1.0 / 180));
  }
}

TEST(KeyedBlock, HitsAProbabilityAsOftenAsItSays) {
  for (const double p : {1e-3, 0.1, 0.5, 0.999}) {
    std::int64_t hits = 0;
    for (std::uint32_t i = 0; i < trials; ++i) hits += uniform(moved(2, i).words()[0]) < p;
    test::expect_binomial(hits, trials, p);
  }
}

TEST(KeyedBlock, IsIndependentOfItsNeighbours) {
  constexpr std::uint32_t steps = 65535;  // as many as there are years
  for (int part = 0; part < key_parts; ++part) {
    std::array<double, 4> across_keys{};
    double across_words = 0;
    PhiloxBlock last = moved(part, 0).words();
    for (std::uint32_t step = 1; step <= steps; ++step) {
      const PhiloxBlock next = moved(part, step).words();
      for (std::size_t w = 0; w < 4; ++w) {
        across_keys[w] += (uniform(last[w]) - 0.5) * (uniform(next[w]) - 0.5);
      }
      across_words += (uniform(next[0]) - 0.5) * (uniform(next[1]) - 0.5);
      last = next;
    }
    SCOPED_TRACE(part);
    for (const double sum : across_keys) test::expect_mean(sum, steps, 0.0, 1.0 / 12);
    test::expect_mean(across_words, steps, 0.0, 1.0 / 12);
  }
}

TEST(KeyedBlocks, AreTheWordsOfKeyedBlock) {
  for (const std::uint64_t who : {0ULL, 1ULL, 0xFFFFFFFFULL, 0xFEDCBA9876543210ULL}) {
    for (const int year : {0, 2025, 65535}) {
      for (const unsigned begin : {0U, 5U, 40'000U, 65'530U}) {
        const auto first = static_cast<std::uint16_t>(begin);
        const RunKey run{0xFFFFFFF1, static_cast<std::uint32_t>(who >> 3)};
        std::array<PhiloxBlock, 4> four;
        std::array<PhiloxBlock, 16> sixteen;

        keyed_blocks(run, Identity{who}, year, BlockNumber{first}, four);
        keyed_blocks(run, Identity{who}, year, BlockNumber{first}, sixteen);

        for (std::size_t i = 0; i < sixteen.size(); ++i) {
          const BlockNumber number{static_cast<std::uint16_t>(first + i)};
          const PhiloxBlock expected = keyed_block(run, Identity{who}, year, number);
          ASSERT_EQ(sixteen[i], expected) << "block " << i << " from " << first;
          if (i < four.size()) {
            ASSERT_EQ(four[i], expected) << "block " << i << " from " << first;
          }
        }
      }
    }
  }
}

TEST(KeyedBlocks, AreTheSameWithAllInstructions) {
  constexpr std::size_t requests = 7;  // more than one round of any batch, and a rest
  for (const Isa isa : {Isa::portable, Isa::avx2}) {
    if (!is_available(isa)) continue;
    for (std::size_t count = 0; count <= requests; ++count) {
      std::array<std::array<std::uint32_t, 16>, requests + 1> words{};
      std::array<QuadRequest, requests> asked;
      const RunKey run{0xFFFFFFF1, 0x80000007};
      for (std::size_t i = 0; i < requests; ++i) {
        asked[i] = {0xFEDCBA9876543210ULL + (std::uint64_t{i} << 31),
                    static_cast<std::uint32_t>(65532 - 9 * i), words[i].data()};
      }

      draw_quads(isa)(run, 65535, asked.data(), count);

      for (std::size_t i = 0; i < count; ++i) {
        for (std::uint32_t word = 0; word < 16; ++word) {
          const BlockNumber number{static_cast<std::uint16_t>(asked[i].first + word / 4)};
          ASSERT_EQ(words[i][word],
                    keyed_block(run, Identity{asked[i].who}, 65535, number)[word % 4])
              << isa_names[static_cast<std::size_t>(isa)] << ", request " << i << " of " << count;
        }
      }
      EXPECT_EQ(words[count], (std::array<std::uint32_t, 16>{})) << "beyond the last request";
    }
  }
}

TEST(FurtherBits, DifferFromEachOtherAndWithEachWordOfTheBlock) {
  const PhiloxBlock block = moved(2, 1).words();
  std::set<std::uint64_t> by_index;
  for (std::uint64_t index = 0; index < 1000; ++index) by_index.insert(further_bits(block, index));
  EXPECT_EQ(by_index.size(), 1000U);
  for (std::size_t word = 0; word < 4; ++word) {
    std::set<std::uint64_t> by_word;
    for (std::uint32_t step = 0; step < 1000; ++step) {
      PhiloxBlock other = block;
      other[word] += step;
      by_word.insert(further_bits(other, 0));
    }
    EXPECT_EQ(by_word.size(), 1000U) << "word " << word;
  }
}

/// What stands beside each other in an answer: a byte of the block, and further bits.
TEST(FurtherBits, AreUniformAndIndependentOfTheBlockAndOfTheirNeighbours) {
  std::array<double, 2> sum{}, with_block{}, with_next{}, with_count{};
  double across = 0;
  for (std::uint32_t i = 0; i < trials; ++i) {
    const PhiloxBlock block = moved(2, i).words();
    const auto half = [&](std::uint64_t index, std::size_t which) {
      return uniform(static_cast<std::uint32_t>(further_bits(block, index) >> 32 * which)) - 0.5;
    };
    for (std::size_t which = 0; which < 2; ++which) {
      sum[which] += half(3, which);
      with_block[which] += half(3, which) * (uniform(block[0] << 24 | 0x800000) - 0.5);
      with_next[which] += half(3, which) * half(4, which);
      with_count[which] += half(3, which) * half(35, which);
    }
    across += half(3, 0) * half(3, 1);
  }

  for (std::size_t which = 0; which < 2; ++which) {
    SCOPED_TRACE(which);
    test::expect_mean(sum[which], trials, 0.0, std::sqrt(1.0 / 12));
    test::expect_mean(with_block[which], trials, 0.0, 1.0 / 12);
    test::expect_mean(with_next[which], trials, 0.0, 1.0 / 12);
    test::expect_mean(with_count[which], trials, 0.0, 1.0 / 12);
  }
  test::expect_mean(across, trials, 0.0, 1.0 / 12);
}

TEST(FurtherBits, ChangeInHalfOfThemselvesWithEachBitOfTheBlockAndTheIndex) {
  constexpr std::uint32_t blocks = 2000;
  for (unsigned bit = 0; bit < 128 + 16; ++bit) {
    std::int64_t changed = 0;
    for (std::uint32_t i = 0; i < blocks; ++i) {
      const PhiloxBlock block = moved(2, i).words();
      PhiloxBlock other = block;
      if (bit < 128) other[bit / 32] ^= 1U << bit % 32;
      const std::uint64_t index = bit < 128 ? 0 : 1U << (bit - 128);
      changed += std::popcount(further_bits(block, 0) ^ further_bits(other, index));
    }
    SCOPED_TRACE(bit);
    test::expect_binomial(changed, std::int64_t{64} * blocks, 0.5);
  }
}

TEST(CentredNoise, HasMeanZeroAndVarianceOne) {
  double sum = 0;
  double squares = 0;
  for (std::uint32_t i = 0; i < trials; ++i) {
    const double noise = centred_noise(moved(2, i).words());
    sum += noise;
    squares += noise * noise;
  }

  test::expect_mean(sum, trials, 0.0, 1.0);
  test::expect_mean(squares, trials, 1.0, std::sqrt(1.7));  // 4th moment 3 - 6 / (5 * 4) = 2.7
}

}  // namespace
}  // namespace samspil
