/// \file
/// People who move at known hazards, as spells and as what a model of them gives.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

#include "model/core/random.hpp"
#include "model/inputs/panel.hpp"

namespace samspil::test {

/// Between cash benefit, an ordinary job and sickness.
struct KnownHazards {
  /// [1/year] from row to column, in the order of `known_states`.
  std::array<std::array<double, 3>, 3> rate{{{0, 0.5, 0.4}, {0.3, 0, 0.35}, {0.5, 0.7, 0}}};
  double job_entry_mental_disorder = 0.6, job_entry_abuse = 0.5;
  double job_loss_mental_disorder = 1.4, sickness_entry_mental_disorder = 1.5;
};
inline constexpr std::array<LabourStatus, 3> known_states{
    LabourStatus::cash_benefit, LabourStatus::ordinary_job, LabourStatus::sickness};

/// One person of number `person` in the world `seed`: every spell until the last day, told to
/// `tell(start, end, from, to, mental_disorder, abuse)`; `to` is 3 where the person stays.
template <class Tell>
void live_known(const KnownHazards& known, std::uint32_t seed, std::size_t person,
                std::int64_t last_day, const Tell& tell) {
  std::uint32_t asked = 0;
  PhiloxBlock words{};
  const auto chance = [&] {
    if (asked % 4 == 0) words = keyed_block({seed, 0}, Identity{person}, 0, BlockNumber{0}, asked);
    return uniform(words[asked++ % 4]);
  };
  const bool mental_disorder = chance() < 0.4, abuse = chance() < 0.3;
  auto state = static_cast<std::size_t>(3 * chance());
  double day = 0;
  std::int64_t start = 0;
  while (start < last_day) {
    std::array<double, 3> rates = known.rate[state];
    if (state != 1) {
      rates[1] *= (mental_disorder ? known.job_entry_mental_disorder : 1) *
                  (abuse ? known.job_entry_abuse : 1);
    } else if (mental_disorder) {
      rates[0] *= known.job_loss_mental_disorder;
    }
    if (mental_disorder) rates[2] *= known.sickness_entry_mental_disorder;
    const double all = rates[0] + rates[1] + rates[2];
    day += -std::log(chance()) / all * 365.25;
    const std::int64_t end =
        std::min(std::max(std::llround(day), start + 1LL), (long long)last_day);
    std::size_t to = 0;
    for (double mark = chance() * all; mark >= rates[to] && to < 2;) mark -= rates[to++];
    if (end == last_day) to = 3;
    tell(start, end, state, to, mental_disorder, abuse);
    start = end;
    state = to;
  }
}

/// Spells of `people` over `days`.
inline Panel simulated_panel(const KnownHazards& known, std::uint32_t seed, std::size_t people,
                             std::int64_t days) {
  Panel panel;
  panel.file = "simulated";
  panel.covariates = {"mental_disorder", "abuse"};
  panel.patterns = {{0, 0}, {0, 1}, {1, 0}, {1, 1}};
  panel.people = people;
  for (std::size_t person = 0; person < people; ++person) {
    live_known(known, seed, person, days,
               [&](std::int64_t start, std::int64_t end, std::size_t from, std::size_t to,
                   bool mental_disorder, bool abuse) {
                 PanelSpell spell{person, start, end, index_of(known_states[from]), {}, 0, 0};
                 if (to < 3) spell.to = index_of(known_states[to]);
                 spell.pattern = std::size_t{2} * mental_disorder + abuse;
                 panel.spells.push_back(spell);
               });
  }
  return panel;
}

}  // namespace samspil::test
