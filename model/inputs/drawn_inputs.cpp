#include "model/inputs/drawn_inputs.hpp"

#include "model/core/checksum.hpp"
#include "model/core/random.hpp"
#include "model/inputs/quantile.hpp"

namespace samspil {
namespace {

/// Year 0 is nobody's year of life, so that no number of the families is used again.
double uniform_of(RunKey run, const std::string& name) noexcept {
  return uniform(keyed_block(run, Identity{fnv1a(name)}, 0, BlockNumber{0})[0]);
}

}  // namespace

DrawnInputs::DrawnInputs(const Scenario& scenario)
    : scenario_{scenario}, inputs_{uncertain_inputs(scenario)} {
  std::erase_if(inputs_, [](const UncertainInput& input) {
    return !input.can_move() || input.reach == Reach::population;
  });
}

std::vector<std::string> DrawnInputs::names() const {
  std::vector<std::string> names;
  for (const UncertainInput& input : inputs_) names.push_back(input.name);
  return names;
}

std::vector<double> DrawnInputs::values(std::uint32_t draw) const {
  std::vector<double> values;
  values.reserve(inputs_.size());
  for (const UncertainInput& input : inputs_) {
    const double u = uniform_of({scenario_.seed, draw}, input.drawn_as);
    values.push_back(pert_quantile(input.low, input.value, input.high, u));
  }
  return values;
}

Scenario DrawnInputs::with(const std::vector<double>& values) const {
  Scenario scenario = scenario_;
  // One list of slots for all parameters: a setter alone looks its slot up by name.
  std::vector<ParameterSlot> slots = parameter_slots(scenario.parameters);
  for (std::size_t i = 0; i < inputs_.size(); ++i) {
    if (inputs_[i].slot) {
      *slots[*inputs_[i].slot].value = values[i];
    } else {
      inputs_[i].set(scenario, values[i]);
    }
  }
  return scenario;
}

}  // namespace samspil
