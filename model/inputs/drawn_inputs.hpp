/// \file
/// Parameter draws: the uncertain inputs of a scenario, each by the inverse distribution function
/// of one keyed uniform. A number is drawn where it is stated: the same draw meets every arm that
/// reads it, whatever else is drawn.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/inputs/input_list.hpp"
#include "model/inputs/scenario.hpp"

namespace samspil {

/// What a share `u` in (0, 1) of an input's draws does not exceed, whatever else is drawn.
double drawn_quantile(const Input& input, double u);

/// What of a scenario is drawn: every input with a range that acts after year 0. What only makes
/// the starting families keeps its value, since they are the same in every draw, and so does a
/// lever that the municipality decides, unless the scenario draws it.
///
/// An effect is log-normal; any other input is PERT between its low and its high with the value as
/// the most likely. The effects of one strategy have a factor in common, and so have the prices of
/// placements, those of home-based measures, and entry into ordinary jobs with their loss: by the
/// correlations of the rule of evidence, on the normal scale. All else is independent: no report
/// tells how two of them hang together.
///
/// Where the parameters are a posterior, its inputs are drawn together: draw d has the values of
/// member d, and begins again behind the last.
class DrawnInputs {
 public:
  /// Keeps a reference.
  explicit DrawnInputs(const Scenario& scenario);

  std::size_t size() const noexcept { return inputs_.size(); }
  std::vector<std::string> names() const;
  const std::vector<Input>& inputs() const noexcept { return inputs_; }

  /// Parameter draw `draw`, in the order of names(); keyed by seed, draw and the input's name, so
  /// that an input more moves no other; of a strategy the name holds the id of the file that states
  /// it, so that a strategy on a base shares the draws of what it inherits.
  std::vector<double> values(std::uint32_t draw) const;

  /// The scenario with these values [size()].
  Scenario with(const std::vector<double>& values) const;

 private:
  double value_of(std::size_t i, std::uint32_t draw) const;

  const Scenario& scenario_;
  std::vector<Input> inputs_;
  /// By input: its value in each member of the posterior; empty where it is none of its inputs.
  std::vector<std::vector<double>> members_;
};

}  // namespace samspil
