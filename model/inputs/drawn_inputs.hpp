/// \file
/// Parameter draws: the uncertain inputs of a scenario, each by the inverse distribution function
/// of one keyed uniform. A number is drawn where it is stated: the same draw meets every arm that
/// reads it, whatever else is drawn.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/inputs/scenario.hpp"
#include "model/inputs/uncertain_inputs.hpp"

namespace samspil {

/// What of a scenario is drawn: every input with a range that acts after year 0. What only makes
/// the starting families keeps its value, since they are the same in every draw.
///
/// Each is PERT between its low and its high with the value as the most likely, and independent of
/// the others: no report tells how two of them hang together.
class DrawnInputs {
 public:
  /// Keeps a reference.
  explicit DrawnInputs(const Scenario& scenario);

  std::size_t size() const noexcept { return inputs_.size(); }
  std::vector<std::string> names() const;

  /// Parameter draw `draw`, in the order of names(); keyed by seed, draw and the input's name, so
  /// that an input more moves no other; of a strategy the name holds the id of the file that states
  /// it, so that a strategy on a base shares the draws of what it inherits.
  std::vector<double> values(std::uint32_t draw) const;

  /// The scenario with these values [size()].
  Scenario with(const std::vector<double>& values) const;

 private:
  const Scenario& scenario_;
  std::vector<UncertainInput> inputs_;
};

}  // namespace samspil
