#include "model/inputs/drawn_inputs.hpp"

#include <cmath>

#include "model/core/checksum.hpp"
#include "model/core/random.hpp"
#include "model/inputs/quantile.hpp"

namespace samspil {
namespace {

/// Year 0 is nobody's year of life, so that no number of the families is used again.
double uniform_of(RunKey run, const std::string& name) noexcept {
  return uniform(keyed_block(run, Identity{fnv1a(name)}, 0, BlockNumber{0})[0]);
}

/// Of one strategy, or common to all inputs of its kind.
std::string factor_name(const Input& input) {
  std::string name = "factor.";
  name += common_factor_names[index_of(input.factor)];
  if (!input.shared_by.empty()) name += "." + input.shared_by;
  return name;
}

}  // namespace

double drawn_quantile(const Input& input, double u) {
  const Quantity& range = input.quantity;
  if (input.shape == Shape::ratio) {
    return ratio_at(range.low, range.value, range.high, normal_deviate(u));
  }
  return pert_quantile(range.low, range.value, range.high, u);
}

DrawnInputs::DrawnInputs(const Scenario& scenario)
    : scenario_{scenario}, inputs_{input_list(scenario)} {
  std::erase_if(inputs_, [&](const Input& input) {
    return !input.can_move() || !acts_in_years(input.reach) ||
           (input.decided && !scenario.draw_levers);
  });
  const PosteriorMembers& members = scenario.parameter_table.members;
  for (const Input& input : inputs_) {
    const auto found = members.find(input.name);
    const bool is_drawn = input.kind == EntryKind::parameter && found != members.end();
    members_.push_back(is_drawn ? found->second : std::vector<double>{});
  }
}

std::vector<std::string> DrawnInputs::names() const {
  std::vector<std::string> names;
  for (const Input& input : inputs_) names.push_back(input.name);
  return names;
}

double DrawnInputs::value_of(std::size_t i, std::uint32_t draw) const {
  if (!members_[i].empty()) return members_[i][draw % members_[i].size()];
  const Input& input = inputs_[i];
  const RunKey run{scenario_.seed, draw};
  const double own = uniform_of(run, input.drawn_as);
  const double r = scenario_.evidence.correlation(input.factor);
  if (r <= 0) return drawn_quantile(input, own);
  const double common = normal_deviate(uniform_of(run, factor_name(input)));
  const double z = std::sqrt(r) * input.direction * common + std::sqrt(1 - r) * normal_deviate(own);
  const Quantity& range = input.quantity;
  if (input.shape == Shape::ratio) return ratio_at(range.low, range.value, range.high, z);
  return pert_quantile(range.low, range.value, range.high, normal_share(z));
}

std::vector<double> DrawnInputs::values(std::uint32_t draw) const {
  std::vector<double> values;
  values.reserve(inputs_.size());
  for (std::size_t i = 0; i < inputs_.size(); ++i) values.push_back(value_of(i, draw));
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
