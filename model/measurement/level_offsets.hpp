/// \file
/// Level offsets: a study population's own ratios on top of the model's hazards. They belong to the
/// study and are never carried back to the model.
#pragma once

#include "model/inputs/parameters.hpp"

namespace samspil {

/// Multiplies the rates of all ways out of the statuses that `counts` is true for, by `exit`, and
/// of all ways into them, by `entry`.
template <class Counts>
void scale_benefit_moves(LabourParameters& labour, Counts counts, double exit, double entry) {
  for (std::size_t from = 0; from < labour_status_count; ++from) {
    for (std::size_t to = 0; to < labour_status_count; ++to) {
      const bool starts = counts(static_cast<LabourStatus>(from));
      const bool ends = counts(static_cast<LabourStatus>(to));
      if (starts != ends) labour.rate[from][to] *= starts ? exit : entry;
    }
  }
}

}  // namespace samspil
