#include "model/calibration/keyed_scores.hpp"

#include "model/core/numeric.hpp"
#include "model/core/random.hpp"
#include "model/inputs/quantile.hpp"

namespace samspil {
namespace {

/// Beyond any calendar year, so that no family meets a word of the calibration.
constexpr int period_of_calibration = 0xFFFF;

}  // namespace

double keyed_uniform(std::uint32_t seed, ScoreStream stream, std::uint32_t round,
                     std::size_t member, std::size_t input) noexcept {
  const PhiloxBlock words =
      keyed_block({seed, round}, Identity{member}, period_of_calibration,
                  static_cast<BlockNumber>(input / 4), static_cast<std::uint32_t>(stream));
  return uniform(words[input % 4]);
}

double keyed_score(std::uint32_t seed, ScoreStream stream, std::uint32_t round, std::size_t member,
                   std::size_t input) {
  return to_24_bits(normal_deviate(keyed_uniform(seed, stream, round, member, input)));
}

Matrix keyed_scores(std::uint32_t seed, ScoreStream stream, std::uint32_t round,
                    std::size_t members, std::size_t inputs) {
  Matrix scores{members, inputs};
  for (std::size_t member = 0; member < members; ++member) {
    for (std::size_t input = 0; input < inputs; ++input) {
      scores(member, input) = keyed_score(seed, stream, round, member, input);
    }
  }
  return scores;
}

}  // namespace samspil
