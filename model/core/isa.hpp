/// \file
/// Which vector instructions the kernels use. A vector path returns the integers of the portable
/// one; which is taken changes the time alone.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

/// Whether functions for AVX2 can be compiled here; is_available() tells whether they can run.
#if defined(__x86_64__) && defined(__GNUC__)
#define SAMSPIL_HAS_AVX2 1
#endif

namespace samspil {

enum class Isa : std::uint8_t { portable, avx2 };
inline constexpr std::array<std::string_view, 2> isa_names{"portable", "avx2"};

/// Whether this processor can run a path.
bool is_available(Isa isa) noexcept;

/// The path named by the environment variable SAMSPIL_ISA, else the best that this processor has.
/// Read once. Throws UnusableIsa when the variable names no path, or one that cannot run here.
Isa chosen_isa();

}  // namespace samspil
