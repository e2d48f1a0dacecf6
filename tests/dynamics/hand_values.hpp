/// \file
/// Hazards beside values computed by hand. Every parameter and every hook that a test does not set
/// has a number of its own, far from 1, so that a hazard that reads another than those named fails.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <initializer_list>
#include <string_view>

#include "model/dynamics/hazards.hpp"
#include "model/inputs/parameters.hpp"
#include "model/population/family.hpp"

namespace samspil::test {

/// Parameters of 1000 and above, no two alike.
Parameters strange_parameters();

/// Hooks of 5000 and above, no two alike.
HookRatios strange_hooks();

/// Whom a hazard is asked about.
struct Subject {
  Person person;
  int age = 35;
  Surroundings met;
  Family family;
  HookRatios hooks = strange_hooks();

  double frailty() const noexcept { return static_cast<double>(family.state.frailty); }
  void has(Condition condition) noexcept { person.conditions.set(condition); }
  void has(AdultService service) noexcept { person.services.set(service); }
  void has(ChildMeasure measure) noexcept { person.measures.set(measure); }
  void meets(Hook hook, double ratio) noexcept { hooks[index_of(hook)] = ratio; }
  template <class Target>
  void meets(Hook hook, Target target, double ratio) noexcept {
    hooks[first_slot(hook) + index_of(target)] = ratio;
  }
};

/// A value with its arithmetic written out, and what it is the value of.
struct HandValue {
  std::string_view of;
  void (*set)(Subject&);
  double value;
};

inline void expect_value(double value, double by_hand, std::string_view of) {
  EXPECT_NEAR(value, by_hand, 1e-12 * std::abs(by_hand)) << of;
}

/// Each case begins with a subject as it is made.
template <class Hazard>
void expect_values(const Hazard& hazard, std::initializer_list<HandValue> cases) {
  for (const HandValue& one : cases) {
    Subject subject;
    one.set(subject);
    expect_value(hazard(subject), one.value, one.of);
  }
}

/// The number of an enumerator in a table indexed by it.
template <class Table, class Enum>
auto&& at(Table&& table, Enum which) noexcept {
  return table[index_of(which)];
}

}  // namespace samspil::test
