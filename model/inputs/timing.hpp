/// \file
/// When the money of a year falls due.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace samspil {

/// When within its year an amount falls due.
enum class Timing : std::uint8_t { start, middle, end };
inline constexpr std::array<std::string_view, 3> timing_names{"start", "middle", "end"};

}  // namespace samspil
