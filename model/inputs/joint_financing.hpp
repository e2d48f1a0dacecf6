/// \file
/// By which rule pockets share what a programme leaves over, or what it lacks.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace samspil {

enum class JointFinancing : std::uint8_t {
  gain,            // in proportion to what each gains gross
  responsibility,  // each by the share of the programme's cost that it pays today
};
inline constexpr std::array<std::string_view, 2> joint_financing_names{"gain", "responsibility"};

}  // namespace samspil
