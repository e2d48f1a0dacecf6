/// \file
/// How every strategy's staff are employed and paid.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace samspil {

/// What becomes of the hours that a strategy's families do not take.
enum class UnusedHours : std::uint8_t {
  other_cases,  // used in other cases, which pay for them
  paid,         // paid by the programme
};
inline constexpr std::array<std::string_view, 2> unused_hours_names{"other_cases", "paid"};

struct Staffing {
  bool whole_posts = false;  ///< Full-time posts alone; else quarters of one.
  UnusedHours unused = UnusedHours::other_cases;
  bool refill = false;  ///< Whether a place that a family leaves is offered to another of the site.

  friend bool operator==(const Staffing&, const Staffing&) = default;
};

}  // namespace samspil
