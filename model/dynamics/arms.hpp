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

/// Lives a process in all these arms, bundle by bundle: live(bundle). A bundle begins with the arms
/// that are alike_with(its first), so that the process begins alike in them.
template <std::size_t L, class AlikeWith, class Live>
void in_bundles(LaneSet lanes, const AlikeWith& alike_with, const Live& live) {
  for (LaneSet left = lanes; left != 0;) {
    Bundle<L> bundle{left};
    if constexpr (L > 1) bundle = Bundle<L>{left & alike_with(bundle.lead())};
    live(bundle);
    left &= ~bundle.lanes();
  }
}

/// Does something once for all arms that are alike_with(one of them): act(one, alike).
template <class AlikeWith, class Act>
void once_for_alike(LaneSet lanes, const AlikeWith& alike_with, const Act& act) {
  for (LaneSet left = lanes; left != 0;) {
    const auto lead = static_cast<std::size_t>(std::countr_zero(left));
    const LaneSet alike = left & alike_with(lead);
    act(lead, alike);
    left &= ~alike;
  }
}

/// Does something once for all arms with the same span: act(span, alike).
template <class Spans, class Act>
void once_for_each(LaneSet lanes, const Spans& spans, const Act& act) {
  once_for_alike(
      lanes, [&](std::size_t lead) { return alike(spans, lead); },
      [&](std::size_t lead, LaneSet same) { act(spans.of(lead), same); });
}

/// The lanes in which a number is that of `lead`.
template <std::size_t L>
LaneSet alike(const Int<L>& x, std::size_t lead) noexcept {
  return equal(x, Int<L>{at(x, lead)});
}

/// Does some work in several arms with the vectors that the processor has: all that it calls in its
/// file is compiled for those of AVX2 too.
#ifdef SAMSPIL_HAS_AVX2
template <class Work>
[[gnu::target("avx2,popcnt"), gnu::flatten]] void run_in_avx2(const Work& work) {
  work();
}
#endif
template <std::size_t L, class Work>
void run_in([[maybe_unused]] Isa isa, const Work& work) {
#ifdef SAMSPIL_HAS_AVX2
  if (L > 1 && isa == Isa::avx2) return run_in_avx2(work);
#endif
  work();
}

/// Days of a spell, in each arm its own.
template <std::size_t L>
struct DaySpans {
  Int<L> begin;
  Int<L> end;

  DaySpan of(std::size_t lane) const noexcept { return {at(begin, lane), at(end, lane)}; }
};
template <std::size_t L>
LaneSet alike(const DaySpans<L>& days, std::size_t lead) noexcept {
  return alike<L>(days.begin, lead) & alike<L>(days.end, lead);
}

/// Whole weeks of a year, in each arm its own.
template <std::size_t L>
struct WeekSpans {
  Int<L> first;
  Int<L> weeks;

  WeekSpan of(std::size_t lane) const noexcept { return {at(first, lane), at(weeks, lane)}; }
};
template <std::size_t L>
LaneSet alike(const WeekSpans<L>& weeks, std::size_t lead) noexcept {
  return alike<L>(weeks.first, lead) & alike<L>(weeks.weeks, lead);
}

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

/// The days of whole weeks.
template <std::size_t L>
DaySpans<L> days_of(const WeekSpans<L>& weeks) noexcept {
  const Int<L> week = days_per_week;
  return {weeks.first * week, (weeks.first + weeks.weeks) * week};
}

/// week_span() lane by lane.
template <std::size_t L>
WeekSpans<L> week_spans(const DaySpans<L>& days) noexcept {
  const Int<L> first = arms_detail::thursdays_before_lanes<L>(days.begin);
  return {first, arms_detail::thursdays_before_lanes<L>(days.end) - first};
}

}  // namespace samspil
