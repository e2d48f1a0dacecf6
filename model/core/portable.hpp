/// \file
/// What C++20 has and some standard libraries of the time have not, such as that of emscripten in
/// Debian 12. Where the library has it, these are the library's own.
#pragma once

#include <bit>
#include <charconv>
#include <string_view>
#include <type_traits>
#if !defined(__cpp_lib_to_chars)
#include <fast_float/fast_float.h>
#endif

namespace samspil {

#if defined(__cpp_lib_bit_cast)
using std::bit_cast;
#else
template <class To, class From>
constexpr To bit_cast(const From& from) noexcept {
  static_assert(sizeof(To) == sizeof(From) && std::is_trivially_copyable_v<From>);
  return __builtin_bit_cast(To, from);
}
#endif

/// std::from_chars for a double.
inline auto from_chars(const char* first, const char* last, double& value) {
#if defined(__cpp_lib_to_chars)
  return std::from_chars(first, last, value);
#else
  return fast_float::from_chars(first, last, value);
#endif
}

}  // namespace samspil
