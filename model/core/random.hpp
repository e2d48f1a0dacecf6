/// \file
/// Keyed random numbers: a draw is a pure function of its key. Knows nothing of who asks, or why.
#pragma once

#include <array>
#include <cassert>
#include <cstdint>

namespace samspil {

/// What all units of a draw share. `draw` numbers the repetitions, each with chance of its own.
struct RunKey {
  std::uint32_t seed = 1;
  std::uint32_t draw = 0;

  friend bool operator==(const RunKey&, const RunKey&) = default;
};

/// Whose question it is. Two identities never share a draw.
enum class Identity : std::uint64_t {};

/// Number of a Philox block in a model's list of questions. A block is four words: as many
/// questions, or more where a part of a word does for one.
enum class BlockNumber : std::uint16_t {};

using PhiloxBlock = std::array<std::uint32_t, 4>;

/// Philox4x32-10. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC'11 (2011).
constexpr PhiloxBlock philox4x32(PhiloxBlock c, std::array<std::uint32_t, 2> key) noexcept {
  for (int round = 0; round < 10; ++round) {
    const std::uint64_t a = std::uint64_t{0xD2511F53} * c[0];
    const std::uint64_t b = std::uint64_t{0xCD9E8D57} * c[2];
    c = {static_cast<std::uint32_t>(b >> 32) ^ c[1] ^ key[0], static_cast<std::uint32_t>(b),
         static_cast<std::uint32_t>(a >> 32) ^ c[3] ^ key[1], static_cast<std::uint32_t>(a)};
    key[0] += 0x9E3779B9;
    key[1] += 0xBB67AE85;
  }
  return c;
}

/// The four words of block `number` for one identity and period, such as a calendar year. `count`
/// tells the first asking of a question from its second, third, … within the period. Neither the
/// arm of a comparison nor the thread, the row or the host enters, so that arms share their chance.
///   period [0 to 65535; a longer row of periods would meet its first words again]
///   count  [0 to 2^32 - 1]
constexpr PhiloxBlock keyed_block(RunKey run, Identity who, int period, BlockNumber number,
                                  std::uint32_t count = 0) noexcept {
  assert(period >= 0 && period <= 0xFFFF);
  const auto id = static_cast<std::uint64_t>(who);
  return philox4x32(
      {static_cast<std::uint32_t>(id), static_cast<std::uint32_t>(id >> 32),
       (static_cast<std::uint32_t>(period) << 16) | static_cast<std::uint16_t>(number), count},
      {run.seed, run.draw});
}

/// 64 bits more from a random block, number `index`: for what is seldom asked beside a block that
/// is drawn anyway, at a tenth of the work of another one. The steps of SplitMix64 from the block's
/// 128 bits. Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA (2014).
constexpr std::uint64_t further_bits(const PhiloxBlock& block, std::uint64_t index) noexcept {
  std::uint64_t z = (std::uint64_t{block[1]} << 32 | block[0]) + (index + 1) * 0x9E3779B97F4A7C15;
  z ^= std::uint64_t{block[3]} << 32 | block[2];
  z = (z ^ z >> 30) * 0xBF58476D1CE4E5B9;
  z = (z ^ z >> 27) * 0x94D049BB133111EB;
  return z ^ z >> 31;
}

/// Uniform on (0, 1), equally spaced by 2^-32; never 0 or 1, so that log(u) and log(1 - u) exist.
constexpr double uniform(std::uint32_t word) noexcept {
  return (static_cast<double>(word) + 0.5) * 0x1p-32;
}

/// Byte i of a block: the words in order, the lowest byte of each first, on every machine.
constexpr std::uint32_t byte_of_block(const PhiloxBlock& words, std::size_t i) noexcept {
  return words[i / 4] >> (8 * (i % 4)) & 0xFF;
}

/// A standardised sum of four uniforms (Irwin-Hall): mean 0, variance 1, within ±3.47.
constexpr double centred_noise(const PhiloxBlock& words) noexcept {
  constexpr double one_over_sd = 1.7320508075688772;  // sqrt(12 / 4)
  return (uniform(words[0]) + uniform(words[1]) + uniform(words[2]) + uniform(words[3]) - 2.0) *
         one_over_sd;
}

/// The same from the four bytes of one word: (sum - 510) / sqrt(21845), so that mean 0 and variance
/// 1 are exact. For the yearly noise of scores, whose tails are clamped and whose steps of 0.0068
/// standard deviations no score can show.
constexpr double centred_noise(std::uint32_t word) noexcept {
  const std::uint32_t sum = (word & 0xFF) + (word >> 8 & 0xFF) + (word >> 16 & 0xFF) + (word >> 24);
  return (static_cast<double>(sum) - 510.0) * 0.006765875086793227;
}

}  // namespace samspil
