/// \file
/// The numbers of the rule of evidence, by name.
#pragma once

#include <vector>

#include "model/inputs/input_list.hpp"
#include "model/report/explain.hpp"

namespace samspil {

/// Those of `inputs`: "evidence.prior_spread", "evidence.error.randomised",
/// "evidence.correlation.effects" and so on.
void add_evidence(const std::vector<Input>& inputs, Language language,
                  std::vector<Explanation>& all);

}  // namespace samspil
