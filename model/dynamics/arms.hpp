/// \file
/// The arms of a comparison side by side in lanes. Arms share every random word, and nearly always
/// a person takes the same path in all of them, on other days. Those that do live a process as one
/// bundle; whoever decides otherwise than the bundle's first arm leaves it, and lives the process
/// again from where it began, with others of its kind.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

#include "model/core/bits.hpp"
#include "model/core/calendar.hpp"
#include "model/core/lane_numbers.hpp"

namespace samspil {

/// The arms that have decided alike so far. What they do is to be written down only when the
/// process is over, for those who are still there.
template <std::size_t L>
class Bundle {
 public:
  explicit Bundle(LaneSet lanes) noexcept
      : lead_{static_cast<std::size_t>(std::countr_zero(lanes))}, lanes_{lanes} {}

  std::size_t lead() const noexcept { return lead_; }
  LaneSet lanes() const noexcept { return lanes_; }

  /// What the first arm decides. The others who decide so stay.
  int decide(const Int<L>& what) noexcept {
    const int decided = at(what, lead_);
    if constexpr (L > 1) lanes_ &= equal(what, Int<L>{decided});
    return decided;
  }

 private:
  std::size_t lead_;
  LaneSet lanes_;
};

/// Lives a process in all these arms, bundle by bundle: live(bundle). A bundle begins with arms of
/// which key_of(lane) is the same, so that the process begins alike in them.
template <std::size_t L, class KeyOf, class Live>
void in_bundles(LaneSet lanes, const KeyOf& key_of, const Live& live) {
  if constexpr (L == 1) {
    Bundle<1> alone{lanes};
    live(alone);
  } else {
    std::array<std::uint64_t, L> keys;
    for_each_bit(lanes, [&](std::size_t i) { keys[i] = key_of(i); });
    for (LaneSet left = lanes; left != 0;) {
      const std::uint64_t key = keys[static_cast<std::size_t>(std::countr_zero(left))];
      LaneSet alike = 0;
      for_each_bit(left,
                   [&](std::size_t i) { alike |= static_cast<LaneSet>(keys[i] == key) << i; });
      Bundle<L> bundle{alike};
      live(bundle);
      left &= ~bundle.lanes();
    }
  }
}

/// Days of a spell, in each arm its own.
template <std::size_t L>
struct DaySpans {
  Int<L> begin;
  Int<L> end;
};

/// Whole weeks of a year, in each arm its own.
template <std::size_t L>
struct WeekSpans {
  Int<L> first;
  Int<L> weeks;

  WeekSpan of(std::size_t lane) const noexcept { return {at(first, lane), at(weeks, lane)}; }
};

namespace arms_detail {

/// A seventh by a product and a shift, since lanes are not divided.
constexpr int seventh_factor = 9363;
constexpr int seventh_shift = 16;
constexpr bool is_a_seventh() noexcept {
  for (int day = 0; day <= days_per_year; ++day) {
    if ((day + 3) * seventh_factor >> seventh_shift != thursdays_before(day)) return false;
  }
  return true;
}
static_assert(days_per_week == 7 && is_a_seventh());

template <std::size_t L>
Int<L> thursdays_before_lanes(const Int<L>& day) noexcept {
  if constexpr (L == 1) {
    return thursdays_before(day);
  } else {
    return (day + Int<L>{3}) * Int<L>{seventh_factor} >> seventh_shift;
  }
}

}  // namespace arms_detail

/// week_span() lane by lane.
template <std::size_t L>
WeekSpans<L> week_spans(const DaySpans<L>& days) noexcept {
  const Int<L> first = arms_detail::thursdays_before_lanes<L>(days.begin);
  return {first, arms_detail::thursdays_before_lanes<L>(days.end) - first};
}

}  // namespace samspil
