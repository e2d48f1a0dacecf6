/// \file
/// Why a strategy's centre lies where it does: what its effects save the municipality beyond the
/// same programme without effect, and by which services most.
#pragma once

#include <optional>

#include "model/appraisal/saving.hpp"

namespace samspil {

struct ServiceGain {
  Service service{};
  Ore gain = 0;  ///< The municipality's, sum over runs; positive = it pays less.
};

struct CentreReason {
  Ore in_all = 0;  ///< Net result at the centre less that without effect, sum over runs.
  std::optional<ServiceGain> most_saved;  ///< Nothing where no service is used less.
  std::optional<ServiceGain> most_added;  ///< Nothing where none is used more.
};

/// Of the municipality, over all years.
CentreReason centre_reason(const Appraisal& appraisal, const StrategyAppraisal& appraised);

}  // namespace samspil
