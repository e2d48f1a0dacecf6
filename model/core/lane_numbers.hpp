/// \file
/// Numbers side by side, one per lane, with the operators of plain numbers. A lane's result is what
/// the plain number would give, bit by bit, whatever stands in the lanes beside it: no operation
/// reaches from lane to lane but those that say so. One lane is the plain number itself. Knows
/// nothing of what the lanes stand for.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

#include "model/core/isa.hpp"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

// Vectors are passed through memory or inlined, never in registers that a machine may lack.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wpsabi"
#endif

namespace samspil {

/// A bit per lane.
using LaneSet = std::uint32_t;
inline constexpr std::size_t most_lanes = 16;

constexpr LaneSet lane_bit(std::size_t lane) noexcept { return LaneSet{1} << lane; }
/// The first n lanes.
constexpr LaneSet first_lanes(std::size_t n) noexcept { return (LaneSet{1} << n) - 1; }

namespace lanes_of_four {

using Doubles [[gnu::vector_size(32)]] = double;
using Longs [[gnu::vector_size(32)]] = std::int64_t;
using Ints [[gnu::vector_size(16)]] = std::int32_t;

/// All bits of the lanes of group g that are in the set.
inline Ints mask(LaneSet set, std::size_t g) noexcept {
  const auto bits = static_cast<std::int32_t>(set >> (4 * g));
  return (Ints{bits, bits, bits, bits} & Ints{1, 2, 4, 8}) != 0;
}
inline Longs wide_mask(LaneSet set, std::size_t g) noexcept {
  const auto bits = static_cast<std::int64_t>(set >> (4 * g));
  return (Longs{bits, bits, bits, bits} & Longs{1, 2, 4, 8}) != 0;
}
/// The lanes whose masks are set, as the lowest four bits.
inline LaneSet set_of(const Ints& mask) noexcept {
#ifdef __SSE2__
  return static_cast<LaneSet>(_mm_movemask_ps(reinterpret_cast<const __m128&>(mask)));
#else
  LaneSet set = 0;
  for (std::size_t i = 0; i < 4; ++i) set |= static_cast<LaneSet>(mask[i] != 0) << i;
  return set;
#endif
}
inline LaneSet set_of(const Longs& mask) noexcept {
  return set_of(__builtin_convertvector(mask, Ints));
}

}  // namespace lanes_of_four

/// Numbers side by side. Left unset until something is assigned, since clearing costs more than
/// using.
template <class Number, class Vector, std::size_t lanes>
struct NumberLanes {
  static_assert(lanes % 4 == 0 && lanes <= most_lanes);
  static constexpr std::size_t groups = lanes / 4;

  NumberLanes() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): a plain number is the same in all lanes
  NumberLanes(Number all) noexcept {
    for (auto& v : group) v = Vector{all, all, all, all};
  }

  friend NumberLanes operator+(const NumberLanes& a, const NumberLanes& b) noexcept {
    NumberLanes out;
    for (std::size_t g = 0; g < groups; ++g) out.group[g] = a.group[g] + b.group[g];
    return out;
  }
  friend NumberLanes operator-(const NumberLanes& a, const NumberLanes& b) noexcept {
    NumberLanes out;
    for (std::size_t g = 0; g < groups; ++g) out.group[g] = a.group[g] - b.group[g];
    return out;
  }
  friend NumberLanes operator*(const NumberLanes& a, const NumberLanes& b) noexcept {
    NumberLanes out;
    for (std::size_t g = 0; g < groups; ++g) out.group[g] = a.group[g] * b.group[g];
    return out;
  }
  friend NumberLanes operator/(const NumberLanes& a, const NumberLanes& b) noexcept {
    NumberLanes out;
    for (std::size_t g = 0; g < groups; ++g) out.group[g] = a.group[g] / b.group[g];
    return out;
  }
  friend NumberLanes operator&(const NumberLanes& a, const NumberLanes& b) noexcept {
    NumberLanes out;
    for (std::size_t g = 0; g < groups; ++g) out.group[g] = a.group[g] & b.group[g];
    return out;
  }
  friend NumberLanes operator|(const NumberLanes& a, const NumberLanes& b) noexcept {
    NumberLanes out;
    for (std::size_t g = 0; g < groups; ++g) out.group[g] = a.group[g] | b.group[g];
    return out;
  }
  friend NumberLanes operator^(const NumberLanes& a, const NumberLanes& b) noexcept {
    NumberLanes out;
    for (std::size_t g = 0; g < groups; ++g) out.group[g] = a.group[g] ^ b.group[g];
    return out;
  }
  friend NumberLanes operator>>(const NumberLanes& a, int by) noexcept {
    NumberLanes out;
    for (std::size_t g = 0; g < groups; ++g) out.group[g] = a.group[g] >> by;
    return out;
  }

  std::array<Vector, groups> group;
};

template <std::size_t lanes>
using RealLanes = NumberLanes<double, lanes_of_four::Doubles, lanes>;
/// Of 32 bits.
template <std::size_t lanes>
using IntLanes = NumberLanes<int, lanes_of_four::Ints, lanes>;

template <std::size_t lanes>
using Real = std::conditional_t<lanes == 1, double, RealLanes<lanes>>;
template <std::size_t lanes>
using Int = std::conditional_t<lanes == 1, int, IntLanes<lanes>>;

/// Whether something is so, lane by lane; of one lane a plain truth.
template <std::size_t lanes>
struct TruthLanes {
  LaneSet set = 0;

  friend constexpr TruthLanes operator&&(TruthLanes a, TruthLanes b) noexcept {
    return {a.set & b.set};
  }
  friend constexpr TruthLanes operator||(TruthLanes a, TruthLanes b) noexcept {
    return {a.set | b.set};
  }
  friend constexpr TruthLanes operator!(TruthLanes a) noexcept { return {~a.set}; }
};
template <std::size_t lanes>
using Truth = std::conditional_t<lanes == 1, bool, TruthLanes<lanes>>;

constexpr LaneSet set_of(bool truth) noexcept { return truth; }
template <std::size_t lanes>
constexpr LaneSet set_of(TruthLanes<lanes> truth) noexcept {
  return truth.set;
}
/// The lanes in which it is as in the lane `lead`.
constexpr LaneSet alike(bool /*truth*/, std::size_t /*lead*/) noexcept { return 1; }
template <std::size_t lanes>
constexpr LaneSet alike(TruthLanes<lanes> truth, std::size_t lead) noexcept {
  return (truth.set >> lead & 1U) != 0 ? truth.set : ~truth.set;
}
template <std::size_t lanes>
constexpr Truth<lanes> truth_of(LaneSet set) noexcept {
  if constexpr (lanes == 1) {
    return (set & 1U) != 0;
  } else {
    return {set};
  }
}

// ---- one lane -----------------------------------------------------------------------------------

constexpr double at(double x, std::size_t /*lane*/) noexcept { return x; }
constexpr int at(int x, std::size_t /*lane*/) noexcept { return x; }
template <class Number, class Vector, std::size_t lanes>
Number at(const NumberLanes<Number, Vector, lanes>& x, std::size_t lane) noexcept {
  return x.group[lane / 4][lane % 4];
}

/// As they stand in memory, on a boundary of 32 bytes.
template <std::size_t lanes>
RealLanes<lanes> reals_at(const double* numbers) noexcept {
  RealLanes<lanes> out;
  for (std::size_t g = 0; g < out.groups; ++g) {
    out.group[g] = reinterpret_cast<const lanes_of_four::Doubles*>(numbers)[g];
  }
  return out;
}
template <std::size_t lanes>
void put_at(double* numbers, const RealLanes<lanes>& x) noexcept {
  for (std::size_t g = 0; g < x.groups; ++g) {
    reinterpret_cast<lanes_of_four::Doubles*>(numbers)[g] = x.group[g];
  }
}
/// Lane i is value_of(i).
template <std::size_t lanes, class ValueOf>
Real<lanes> reals(const ValueOf& value_of) noexcept {
  if constexpr (lanes == 1) {
    return value_of(std::size_t{0});
  } else {
    // Put together in registers: a vector that is read where plain numbers were just written waits.
    RealLanes<lanes> out;
    for (std::size_t g = 0; g < out.groups; ++g) {
      const std::size_t i = 4 * g;
      out.group[g] =
          lanes_of_four::Doubles{value_of(i), value_of(i + 1), value_of(i + 2), value_of(i + 3)};
    }
    return out;
  }
}

template <std::size_t lanes, class ValueOf>
Int<lanes> ints(const ValueOf& value_of) noexcept {
  if constexpr (lanes == 1) {
    return value_of(std::size_t{0});
  } else {
    IntLanes<lanes> out;
    for (std::size_t g = 0; g < out.groups; ++g) {
      const std::size_t i = 4 * g;
      out.group[g] =
          lanes_of_four::Ints{value_of(i), value_of(i + 1), value_of(i + 2), value_of(i + 3)};
    }
    return out;
  }
}
/// The lanes for which it is so.
template <std::size_t lanes, class IsSo>
LaneSet lanes_where(const IsSo& is_so) noexcept {
  LaneSet set = 0;
  for (std::size_t i = 0; i < lanes; ++i) set |= static_cast<LaneSet>(is_so(i)) << i;
  return set;
}

// ---- compared and chosen lane by lane -----------------------------------------------------------

constexpr LaneSet less(double a, double b) noexcept { return a < b; }
constexpr LaneSet less(int a, int b) noexcept { return a < b; }
constexpr LaneSet equal(int a, int b) noexcept { return a == b; }
template <class Number, class Vector, std::size_t lanes>
LaneSet less(const NumberLanes<Number, Vector, lanes>& a,
             const NumberLanes<Number, Vector, lanes>& b) noexcept {
  LaneSet set = 0;
  for (std::size_t g = 0; g < a.groups; ++g) {
    set |= lanes_of_four::set_of(a.group[g] < b.group[g]) << (4 * g);
  }
  return set;
}
template <class Number, class Vector, std::size_t lanes>
LaneSet equal(const NumberLanes<Number, Vector, lanes>& a,
              const NumberLanes<Number, Vector, lanes>& b) noexcept {
  LaneSet set = 0;
  for (std::size_t g = 0; g < a.groups; ++g) {
    set |= lanes_of_four::set_of(a.group[g] == b.group[g]) << (4 * g);
  }
  return set;
}

constexpr double where(LaneSet set, double yes, double no) noexcept { return set != 0 ? yes : no; }
constexpr int where(LaneSet set, int yes, int no) noexcept { return set != 0 ? yes : no; }
template <std::size_t lanes>
RealLanes<lanes> where(LaneSet set, const RealLanes<lanes>& yes,
                       const RealLanes<lanes>& no) noexcept {
  using lanes_of_four::Doubles, lanes_of_four::Longs;
  RealLanes<lanes> out;
  for (std::size_t g = 0; g < no.groups; ++g) {
    const Longs mask = lanes_of_four::wide_mask(set, g);
    out.group[g] = reinterpret_cast<Doubles>((mask & reinterpret_cast<Longs>(yes.group[g])) |
                                             (~mask & reinterpret_cast<Longs>(no.group[g])));
  }
  return out;
}
template <std::size_t lanes>
IntLanes<lanes> where(LaneSet set, const IntLanes<lanes>& yes, const IntLanes<lanes>& no) noexcept {
  IntLanes<lanes> out;
  for (std::size_t g = 0; g < no.groups; ++g) {
    const lanes_of_four::Ints mask = lanes_of_four::mask(set, g);
    out.group[g] = (mask & yes.group[g]) | (~mask & no.group[g]);
  }
  return out;
}

/// What lies below `least` is made that.
constexpr double at_least(double x, double least) noexcept { return least < x ? x : least; }
template <std::size_t lanes>
RealLanes<lanes> at_least(const RealLanes<lanes>& x, double least) noexcept {
  const lanes_of_four::Doubles bound{least, least, least, least};
  RealLanes<lanes> out;
  for (std::size_t g = 0; g < x.groups; ++g) {
    out.group[g] = bound < x.group[g] ? x.group[g] : bound;
  }
  return out;
}

/// What lies above `most` is made that.
constexpr double at_most(double x, double most) noexcept { return x < most ? x : most; }
template <std::size_t lanes>
RealLanes<lanes> at_most(const RealLanes<lanes>& x, double most) noexcept {
  const lanes_of_four::Doubles bound{most, most, most, most};
  RealLanes<lanes> out;
  for (std::size_t g = 0; g < x.groups; ++g) {
    out.group[g] = x.group[g] < bound ? x.group[g] : bound;
  }
  return out;
}

/// Takes `wait` and `which` where `wait` is below `first`.
template <std::size_t lanes>
void take_first(const Real<lanes>& wait, int which, Real<lanes>& first,
                Int<lanes>& chosen) noexcept {
  if constexpr (lanes == 1) {
    if (wait < first) first = wait, chosen = which;
  } else {
    using lanes_of_four::Doubles, lanes_of_four::Ints, lanes_of_four::Longs;
    const Ints number{which, which, which, which};
    for (std::size_t g = 0; g < wait.groups; ++g) {
      const Longs sooner = wait.group[g] < first.group[g];
      first.group[g] =
          reinterpret_cast<Doubles>((sooner & reinterpret_cast<Longs>(wait.group[g])) |
                                    (~sooner & reinterpret_cast<Longs>(first.group[g])));
      const Ints narrow = __builtin_convertvector(sooner, Ints);
      chosen.group[g] = (narrow & number) | (~narrow & chosen.group[g]);
    }
  }
}

/// The whole part, for numbers that an integer can hold.
constexpr int whole(double x) noexcept { return static_cast<int>(x); }
template <std::size_t lanes>
IntLanes<lanes> whole(const RealLanes<lanes>& x) noexcept {
  IntLanes<lanes> out;
  for (std::size_t g = 0; g < x.groups; ++g) {
    out.group[g] = __builtin_convertvector(x.group[g], lanes_of_four::Ints);
  }
  return out;
}
constexpr double real(int x) noexcept { return x; }
template <std::size_t lanes>
RealLanes<lanes> real(const IntLanes<lanes>& x) noexcept {
  RealLanes<lanes> out;
  for (std::size_t g = 0; g < x.groups; ++g) {
    out.group[g] = __builtin_convertvector(x.group[g], lanes_of_four::Doubles);
  }
  return out;
}
constexpr int least(int a, int b) noexcept { return std::min(a, b); }
template <std::size_t lanes>
IntLanes<lanes> least(const IntLanes<lanes>& a, const IntLanes<lanes>& b) noexcept {
  return where(less(a, b), a, b);
}

// ---- over the lanes of a set --------------------------------------------------------------------

template <std::size_t lanes>
double largest(const RealLanes<lanes>& x) noexcept {
  lanes_of_four::Doubles most = x.group[0];
  for (std::size_t g = 1; g < x.groups; ++g) most = most < x.group[g] ? x.group[g] : most;
  return std::max(std::max(most[0], most[1]), std::max(most[2], most[3]));
}
/// The largest of some lanes; of none 0, for numbers that are not negative.
constexpr double largest(double x, LaneSet /*set*/) noexcept { return x; }
template <std::size_t lanes>
double largest(const RealLanes<lanes>& x, LaneSet set) noexcept {
  return largest(where(set, x, RealLanes<lanes>{0.0}));
}

/// Adds the lanes of a set to sums that stand in lanes.
template <std::size_t lanes>
void add_where(LaneSet set, const IntLanes<lanes>& x, std::int64_t* sums) noexcept {
  using lanes_of_four::Longs;
  for (std::size_t g = 0; g < x.groups; ++g) {
    const lanes_of_four::Ints some = x.group[g] & lanes_of_four::mask(set, g);
    Longs& sum = reinterpret_cast<Longs*>(sums)[g];
    sum += __builtin_convertvector(some, Longs);
  }
}

}  // namespace samspil
