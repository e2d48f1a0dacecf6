/// \file
/// On what terms a scenario's strategies are compared, and with what.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "model/inputs/strategy.hpp"
#include "model/population/eligibility.hpp"

namespace samspil {

/// Who is enrolled in the strategies of one table.
enum class Terms : std::uint8_t {
  same_families,  // one common share of the families is offered a place, and takes it
  same_budget,    // each enrols what the first strategy's programme cost pays for
  as_described,   // each by its own levers: intake, consent and capacity
};
inline constexpr std::array<std::string_view, 3> terms_names{"same_families", "same_budget",
                                                             "as_described"};

struct Comparison {
  Terms terms = Terms::same_families;
  /// Share of the families that is enrolled; 0: the largest that every strategy's own levers allow.
  double enrol = 0;
  std::optional<Eligibility> eligible;  ///< Who is offered a place in any strategy.
  /// What all are compared with in place of the baseline.
  std::optional<Strategy> present_practice;
};

/// Who is offered a place in a strategy: whom the comparison names; as described, of these whom
/// the strategy names too. A family must be one of those of every list; there is one at least.
inline std::vector<Eligibility> eligible_for(const Comparison& comparison,
                                             const Strategy& strategy) {
  std::vector<Eligibility> all{comparison.eligible.value_or(Eligibility{})};
  if (comparison.terms == Terms::as_described && strategy.eligible) {
    all.push_back(*strategy.eligible);
  }
  return all;
}

}  // namespace samspil
