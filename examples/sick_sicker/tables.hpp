// What a set of inputs comes to: made once for each draw, so that a life is sums of integers.
#pragma once

#include "inputs.hpp"
#include "model/core/cuts.hpp"

struct Tables {
  samspil::Moves<states> moves[2];  // [whether treated with B]
  samspil::Cuts<states> cuts[2];
  std::int64_t worth[arms][cycles + 1][states][2];  // [dollars, QALY], discounted, in millionths

  explicit Tables(const Inputs& in) {
    const auto p = [](double rate) { return 1 - std::exp(-rate); };
    for (const bool b : {false, true}) {
      const double dies = p(in.dies), sick = p(in.gets_sick), well = p(in.recovers);
      const double sick_dies = p(in.dies * in.sick_dies), sicker_dies = p(in.dies * in.sicker_dies);
      const double worse = p(in.gets_sicker * (b ? in.gets_sicker_with_b : 1));
      const double lives = 1 - sick_dies;
      moves[b] = {{{(1 - dies) * (1 - sick), (1 - dies) * sick, 0, dies},
                   {lives * well, lives * (1 - well - worse), lives * worse, sick_dies},
                   {0, 0, 1 - sicker_dies, sicker_dies},
                   {0, 0, 0, 1}}};
      cuts[b] = samspil::cuts_of(moves[b]);
    }
    for (std::size_t cycle = 0; cycle <= cycles; ++cycle) {
      // The paper's within-cycle correction, 1/3, 2/3, 4/3, 2/3 ... 1/3, and its 3 per cent.
      const bool is_end = cycle == 0 || cycle == cycles;
      const double weight = (is_end ? 1 : cycle % 2 == 1 ? 2 : 4) / 3.0;
      const double today = 1e6 * weight * std::pow(1.03, -static_cast<double>(cycle));
      for (std::size_t i = 0; i < arms * states; ++i) {
        const std::size_t arm = i / states, state = i % states;
        const bool a = arm % 2 == 1, b = arm >= 2, is_ill = state == 1 || state == 2;
        const double drugs = is_ill ? a * in.a_costs + b * in.b_costs : 0;
        const double utility = a && state == 1 ? in.utility_with_a : in.utility[state];
        worth[arm][cycle][state][0] = std::llround(today * (in.care[state] + drugs));
        worth[arm][cycle][state][1] = std::llround(today * utility);
      }
    }
  }
};

// The same model without chance.
inline Means cohort(const Tables& table) {
  Means means{};
  for (std::size_t arm = 0; arm < arms; ++arm) {
    std::array<double, states> share{1, 0, 0, 0};
    for (const auto& worth : table.worth[arm]) {
      std::array<double, states> next{};
      for (std::size_t from = 0; from < states; ++from) {
        for (std::size_t i = 0; i < 2; ++i) {
          means[arm][i] += share[from] * static_cast<double>(worth[from][i]) / 1e6;
        }
        for (std::size_t to = 0; to < states; ++to) {
          next[to] += share[from] * table.moves[arm >= 2][from][to];
        }
      }
      share = next;
    }
  }
  return means;
}
