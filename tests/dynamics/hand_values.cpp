#include "tests/dynamics/hand_values.hpp"

#include <numeric>

namespace samspil::test {

Parameters strange_parameters() {
  Parameters parameters;
  double next = 1000;
  for (const ParameterSlot& slot : parameter_slots(parameters)) *slot.value = next++;
  return parameters;
}

HookRatios strange_hooks() {
  HookRatios ratios;
  std::iota(ratios.begin(), ratios.end(), 5000.0);
  return ratios;
}

}  // namespace samspil::test
