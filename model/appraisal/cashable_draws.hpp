/// \file
/// How far what can be taken out of the municipality's budget may lie from its centre by the
/// uncertain inputs, over draws of them.
#pragma once

#include <array>
#include <optional>

#include "model/appraisal/report.hpp"

namespace samspil {

/// By budget: of the municipality and of its departments; nothing of the others.
using CashableUncertainties = std::array<std::optional<Uncertainty>, budget_count>;

/// All years, centre effect. Whether a service saves in a year, so that its cashable share and its
/// lag act on it, or adds, which counts in full, is as in the result at the values of the inputs:
/// then the rule is linear, the luck of a draw's families makes no share smaller, and the mean over
/// draws is the rule on the mean. As sure as the net result of the same budget. Nothing without
/// draws, or where no accounts of the runs were kept.
CashableUncertainties cashable_uncertainties(const Report& report,
                                             const StrategyAppraisal& appraised);

}  // namespace samspil
