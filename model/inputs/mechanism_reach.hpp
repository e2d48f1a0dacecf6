/// \file
/// What switching a mechanism off reaches among the inputs, and who reads the switch.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "model/inputs/scenario.hpp"
#include "model/inputs/used_in.hpp"

namespace samspil {

struct MechanismReach {
  std::vector<std::string> parameters;
  std::vector<std::string> levers;  ///< Without the strategy's name.
  std::vector<Channel> channels;    ///< Effects that come about by them.
  std::vector<ReadingPlace> places;
};

MechanismReach reach_of(Mechanism mechanism);

/// Of every mechanism, in their order.
std::vector<MechanismReach> reaches();

template <class T>
bool is_among(const std::vector<T>& list, const T& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

/// The names under which `reach` stands in a scenario: parameters, levers and effects.
std::vector<std::string> names_in(const MechanismReach& reach, const Scenario& scenario);

}  // namespace samspil
