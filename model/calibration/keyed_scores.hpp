/// \file
/// Keyed chance of the calibration: scores and uniforms by seed, round, member and input.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/calibration/problem.hpp"

namespace samspil {

/// What is drawn: each has words of its own.
enum class ScoreStream : std::uint16_t { proposal, start, resampling };

/// A standard normal score, to 24 bits, so that it is the same on every machine.
double keyed_score(std::uint32_t seed, ScoreStream stream, std::uint32_t round, std::size_t member,
                   std::size_t input);

/// A uniform on (0, 1).
double keyed_uniform(std::uint32_t seed, ScoreStream stream, std::uint32_t round,
                     std::size_t member, std::size_t input = 0) noexcept;

/// Members × inputs.
Matrix keyed_scores(std::uint32_t seed, ScoreStream stream, std::uint32_t round,
                    std::size_t members, std::size_t inputs);

}  // namespace samspil
