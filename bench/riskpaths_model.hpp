/// \file
/// RiskPaths, on which demographic microsimulations are compared, on this project's engine: women
/// of one cohort from 15 to 40, first pregnancy against two unions, in continuous time. Numbers of
/// the Bulgarian cohort before 1989, as openM++ ships them (parameters/Default/RiskPaths.dat),
/// without mortality, which is off there too.
#pragma once

#include <array>
#include <cstdint>

#include "model/core/numeric.hpp"
#include "model/core/random.hpp"
#include "model/engine/engine.hpp"

namespace samspil::bench {

namespace riskpaths {

enum Status : std::size_t { never_in_union, first_union, after_first, second_union, after_second };

inline constexpr double first_age = 15, last_age = 40;
inline constexpr std::size_t age_groups = 10;
inline constexpr double age_step = (last_age - first_age) / age_groups;

/// [1/year], by age.
inline constexpr std::array<double, age_groups> pregnancy{0.2869, 0.7591, 0.8458, 0.8167, 0.6727,
                                                          0.5105, 0.4882, 0.2562, 0.2597, 0.1542};
inline constexpr std::array<double, age_groups> union_formation{
    0.030898, 0.134066, 0.167197, 0.165551, 0.147390,
    0.108470, 0.080378, 0.033944, 0.045454, 0.040038};
/// Relative risks of pregnancy by status; in a first union those of its first three years.
inline constexpr std::array<double, 5> pregnancy_in{0.0648, 1.0, 0.0648, 0.8048, 0.0648};
inline constexpr double pregnancy_late_in_first_union = 0.2523;

/// [1/year] by time in a status: ends of the intervals, and the rate out of it in each.
struct ByDuration {
  std::array<double, 6> until;
  std::array<double, 6> rate;
};
inline constexpr double never = 1e9;
inline constexpr std::array<ByDuration, 5> leaving{{
    {{never}, {}},  // by age
    {{1, 3, 5, 9, 13, never}, {0.0096017, 0.0199994, 0.0199994, 0.0213172, 0.0150836, 0.0110791}},
    {{2, 6, 10, 15, never}, {0.1995702, 0.1353028, 0.1099149, 0.0261186, 0.0456905}},
    {{1, 3, 5, 9, 13, never}, {0.0370541, 0.0370541, 0.012775, 0.012775, 0.0661157, 0.0661157}},
    {{never}, {}},
}};

constexpr double pregnancy_rate(std::size_t age_group, std::size_t status, std::size_t interval) {
  const bool late = status == first_union && interval >= 2;
  return pregnancy[age_group] * (late ? pregnancy_late_in_first_union : pregnancy_in[status]);
}
constexpr double leaving_rate(std::size_t age_group, std::size_t status, std::size_t interval) {
  return status == never_in_union ? union_formation[age_group] : leaving[status].rate[interval];
}

}  // namespace riskpaths

/// A unit is a woman.
class RiskPaths {
 public:
  struct Tally {
    std::int64_t women = 0;
    std::array<std::int64_t, riskpaths::age_groups> pregnancies{};  ///< By age.
    std::array<std::int64_t, 5> entered{};                          ///< By status.

    Tally& operator+=(const Tally& other) noexcept {
      women += other.women;
      for (std::size_t i = 0; i < pregnancies.size(); ++i) pregnancies[i] += other.pregnancies[i];
      for (std::size_t i = 0; i < entered.size(); ++i) entered[i] += other.entered[i];
      return *this;
    }
    std::int64_t childless() const noexcept {
      std::int64_t left = women;
      for (const std::int64_t one : pregnancies) left -= one;
      return left;
    }
  };
  struct Scratch {
    std::uint64_t first = 0;
    std::uint32_t women = 0;
  };

  Scratch make_scratch() const { return {}; }
  Tally make_tally() const { return {}; }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t women) const {
    scratch = {first, women};
  }
  void run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t /*arm*/, Tally& tally) const {
    for (std::uint32_t i = 0; i < scratch.women; ++i) {
      live({1, draw}, Identity{scratch.first + i}, tally);
    }
  }
  void finish_draw(Scratch&, std::uint32_t, Tally&) const {}

 private:
  /// Each event takes two words: an exponential time, spent at the rates that are passed on the
  /// way, and which of the two clocks it was.
  static void live(RunKey run, Identity woman, Tally& tally) noexcept {
    using namespace riskpaths;
    std::size_t status = never_in_union, interval = 0, group = 0;
    double age = first_age, since = first_age;
    PhiloxBlock words{};
    ++tally.women;
    for (std::uint32_t event = 0;; ++event) {
      if (event % 2 == 0) words = keyed_block(run, woman, 0, static_cast<BlockNumber>(event / 2));
      double left = -natural_log(uniform(words[2 * (event % 2)]));
      double bears = 0, moves = 0;
      for (;;) {
        bears = pregnancy_rate(group, status, interval);
        moves = leaving_rate(group, status, interval);
        const double next_group = first_age + age_step * static_cast<double>(group + 1);
        const double next_interval = since + leaving[status].until[interval];
        const double next = next_group < next_interval ? next_group : next_interval;
        const double spent = (bears + moves) * (next - age);
        if (left < spent) break;
        left -= spent;
        age = next;
        interval += next == next_interval;
        group += next == next_group;
        if (group == age_groups) return;
      }
      age += left / (bears + moves);
      if (uniform(words[2 * (event % 2) + 1]) * (bears + moves) < bears) {
        ++tally.pregnancies[group];
        return;
      }
      ++status;
      ++tally.entered[status];
      since = age;
      interval = 0;
    }
  }
};

}  // namespace samspil::bench
