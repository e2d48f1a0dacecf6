/// \file
/// A finished run's draws as a choice between its strategies and nothing new: which is the best in
/// how many draws, what knowing the inputs before choosing would be worth, which inputs a result
/// follows.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "model/appraisal/report.hpp"
#include "model/appraisal/value_of_information.hpp"
#include "model/inputs/input_group.hpp"

namespace samspil {

struct Decision {
  std::vector<InputGroup> groups;  ///< With an input that was drawn: what `partial` is by.
  std::array<std::optional<DecisionValue>, purse_count> by_purse;  ///< Options are strategies.
};

/// At the centre effect, all years, freed of luck. Nothing without draws or strategies. Throws
/// std::logic_error where the draws are those of another scenario's inputs.
std::optional<Decision> decision_of(const Report& report);

struct FollowedInput {
  std::string name;
  Estimate correlation;  ///< Spearman's, with the public total.
};

/// The inputs that a strategy's net result follows most over the draws, the foremost first; of the
/// centre effect, all years. Nothing without draws.
std::vector<FollowedInput> followed_inputs(const Report& report, const StrategyAppraisal& appraised,
                                           std::size_t most);

}  // namespace samspil
