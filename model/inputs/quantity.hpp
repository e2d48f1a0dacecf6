/// \file
/// A number with everything a reader may ask of it: unit, range, source, grade.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace samspil {

enum class Grade : std::uint8_t { measured, derived, assumed, calibrated, own };
inline constexpr std::array<std::string_view, 5> grade_names{"measured", "derived", "assumed",
                                                             "calibrated", "own"};

struct Quantity {
  double value = 0;
  std::string unit;
  double low = 0;
  double high = 0;
  Grade grade = Grade::assumed;
  std::string source;
  int line = 0;             ///< In the file it came from; 0 where there is none.
  std::string base_file{};  ///< That file, where it is inherited from a base.
  std::string source_da{};  ///< The source in Danish, where its file has that too.
};

}  // namespace samspil
