/// \file
/// The numbers of the rule of evidence, by name.
#pragma once

#include <vector>

#include "model/report/explain.hpp"

namespace samspil {

/// "evidence.prior_spread", "evidence.error.randomised", "evidence.correlation.effects" and so on.
void add_evidence(const EvidenceRule& rule, Language language, std::vector<Explanation>& all);

}  // namespace samspil
