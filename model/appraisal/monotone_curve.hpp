/// \file
/// A curve through a few points that nowhere runs otherwise than they do, and where it crosses
/// nought.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace samspil {

/// By cubic pieces that are monotone between two points and level at a turn (Fritsch and Carlson
/// 1980, as boost::math::interpolators::pchip has them).
///   at  rising, at least four
///   x   within them
double curve_at(const std::vector<double>& at, const std::vector<double>& values, double x);

/// Whether a curve has one root.
enum class RootKind : std::uint8_t {
  one,
  several,
  above,    // all of it above nought, but for points at nought
  below,    // all of it below
  nothing,  // nought everywhere
};
inline constexpr std::array<std::string_view, 5> root_kind_names{
    "found", "several", "saves_throughout", "not_within", "none"};

struct Root {
  RootKind kind = RootKind::nothing;
  std::optional<double> at{};  ///< Of one root; of several the last.
  bool rises = true;           ///< Whether the curve goes from below to above there.
};

/// A point at nought is a root between points of other signs only. Points as of curve_at().
Root root_of(const std::vector<double>& at, const std::vector<double>& values);

}  // namespace samspil
