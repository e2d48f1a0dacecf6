/// \file
/// What the status contrast is printed beside, and how far work is moved for the effect. No number
/// of the model is set by any of it.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "model/inputs/quantity.hpp"

namespace samspil {

enum class ContrastFigure : std::uint8_t {
  adult_and_child,         // published: one adult and one child, all payers, four years
  adult_and_child_year_1,  // published: the same, first year
  child_social,            // published: one child, the children's social area, four years
  job_entry_ratio,         // of the effect: on the hazards of job entry
};
inline constexpr std::array<std::string_view, 4> contrast_figure_names{
    "adult_and_child", "adult_and_child_year_1", "child_social", "job_entry_ratio"};

/// Years that the published figures cover.
inline constexpr int published_years = 4;

/// scenarios/contrast.csv
struct ContrastSpec {
  std::array<Quantity, contrast_figure_names.size()> figures;
  std::string file;

  const Quantity& of(ContrastFigure figure) const noexcept {
    return figures[static_cast<std::size_t>(figure)];
  }
};

}  // namespace samspil
