/// \file
/// Inputs that one would learn about together: a trial tells of effects, a register of how adults
/// come into work, a count of hours of prices.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "model/inputs/input_list.hpp"

namespace samspil {

enum class InputGroup : std::uint8_t {
  effects,  // of the strategies, and how long a discovery acts
  levers,   // of the strategies, and the fidelity of core elements
  prices,   // of services, and who pays them
  labour,
  adult_services,  // and adults' conditions
  placements,
  measures,  // of children at home, and the casework behind
  schools,
  families,  // how they are made, change and meet events
  couplings,
};
inline constexpr std::array<std::string_view, 10> input_group_names{
    "effects",    "levers",   "prices",  "labour",   "adult_services",
    "placements", "measures", "schools", "families", "couplings"};
inline constexpr std::size_t input_group_count = input_group_names.size();

/// By its kind; of a parameter by the part of the model that it stands in.
InputGroup group_of(const Input& input);

}  // namespace samspil
