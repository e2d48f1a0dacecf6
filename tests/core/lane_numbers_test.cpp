// Numbers in lanes are the plain numbers, lane by lane and bit by bit.
#include "model/core/lane_numbers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "model/core/random.hpp"

namespace samspil {
namespace {

constexpr std::size_t n = 12;

/// Numbers of many sizes, by position and turn.
double some(std::uint32_t turn, std::size_t i) {
  const PhiloxBlock words = keyed_block({3, turn}, Identity{i + 1}, 2020, BlockNumber{7});
  return std::ldexp(uniform(words[0]), static_cast<int>(words[1] % 24) - 8);
}

Real<n> in_lanes(std::uint32_t turn) {
  return reals<n>([&](std::size_t i) { return some(turn, i); });
}

TEST(LaneNumbers, AreThePlainNumbers) {
  for (std::uint32_t turn = 0; turn < 200; ++turn) {
    const Real<n> a = in_lanes(2 * turn), b = in_lanes(2 * turn + 1);
    const Int<n> whole_a = whole(a), whole_b = whole(b);
    const LaneSet below = less(a, b), same = equal(whole_a, whole_b);
    const Real<n> chosen = where(below, a, b);
    for (std::size_t i = 0; i < n; ++i) {
      const double x = some(2 * turn, i), y = some(2 * turn + 1, i);
      EXPECT_EQ(at(a + b, i), x + y);
      EXPECT_EQ(at(a - b, i), x - y);
      EXPECT_EQ(at(a * b, i), x * y);
      EXPECT_EQ(at(a / b, i), x / y);
      EXPECT_EQ(at(whole_a, i), static_cast<int>(x));
      EXPECT_EQ(at(real(whole_a), i), std::trunc(x));
      EXPECT_EQ(below >> i & 1U, x < y);
      EXPECT_EQ(same >> i & 1U, static_cast<int>(x) == static_cast<int>(y));
      EXPECT_EQ(at(chosen, i), x < y ? x : y);
      EXPECT_EQ(at(least(whole_a, whole_b), i), std::min(static_cast<int>(x), static_cast<int>(y)));
      EXPECT_EQ(at((whole_a * Int<n>{3} - whole_b) >> 1, i),
                (static_cast<int>(x) * 3 - static_cast<int>(y)) >> 1);
    }
  }
}

TEST(LaneNumbers, AreNotBelowTheLeastNorAboveTheMost) {
  for (std::uint32_t turn = 0; turn < 200; ++turn) {
    const double bound = some(turn, 1);
    const Real<n> x = in_lanes(turn) - in_lanes(turn + 1);
    alignas(32) std::array<double, n> written{};
    put_at(written.data(), at_least(x, bound));
    for (std::size_t i = 0; i < n; ++i) {
      EXPECT_EQ(written[i], std::max(bound, at(x, i)));
      EXPECT_EQ(written[i], at_least(at(x, i), bound));
    }
    put_at(written.data(), at_most(x, bound));
    for (std::size_t i = 0; i < n; ++i) {
      EXPECT_EQ(written[i], std::min(bound, at(x, i)));
      EXPECT_EQ(written[i], at_most(at(x, i), bound));
    }
  }
}

TEST(LaneNumbers, TakeWhatComesFirst) {
  for (std::uint32_t turn = 0; turn < 200; ++turn) {
    Real<n> first = in_lanes(turn);
    Int<n> chosen = 5;
    take_first<n>(in_lanes(turn + 1), 7, first, chosen);
    for (std::size_t i = 0; i < n; ++i) {
      double own_first = some(turn, i);
      int own_chosen = 5;
      take_first<1>(some(turn + 1, i), 7, own_first, own_chosen);
      EXPECT_EQ(at(first, i), own_first);
      EXPECT_EQ(at(chosen, i), own_chosen);
    }
  }
}

TEST(LaneNumbers, OfASetAreThoseOfTheSetAlone) {
  for (std::uint32_t turn = 0; turn < 200; ++turn) {
    const LaneSet set = turn * 2654435761U >> 16 & first_lanes(n);
    const Real<n> a = in_lanes(turn);
    alignas(32) std::array<std::int64_t, n> sums;
    sums.fill(std::int64_t{1} << 40);
    add_where(set, whole(a), sums.data());
    double most = 0;
    for (std::size_t i = 0; i < n; ++i) {
      const bool is_in = set >> i & 1U;
      if (is_in) most = std::max(most, some(turn, i));
      EXPECT_EQ(sums[i], (std::int64_t{1} << 40) + (is_in ? static_cast<int>(some(turn, i)) : 0));
    }
    EXPECT_EQ(largest(a, set), most);
    EXPECT_EQ(lanes_where<n>([&](std::size_t i) { return set >> i & 1U; }), set);
  }
}

}  // namespace
}  // namespace samspil
