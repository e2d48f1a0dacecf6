/// \file
/// One municipality: its part of the nation's group, and what it knows of its own. What it does not
/// say is national.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "model/inputs/quantity.hpp"

namespace samspil {

/// A key as it stands in a file, with its table.
struct GivenKey {
  std::string name;
  int line = 0;
};

struct Municipality {
  std::string name;
  /// Of the nation's families in the target group, by its share of the population: an assumption.
  /// Nothing where its target children are given.
  std::optional<double> population_share{};
  std::optional<double> target_children{};
  std::optional<int> families_enrolled{};  ///< In the first year.
  GivenKey enrolled_key{};
  std::optional<double> caseload{};         ///< Families per caseworker.
  std::optional<double> caseworkers{};      ///< Full-time posts; the caseload is made of them.
  GivenKey caseload_key{};                  ///< Or of the caseworkers.
  std::optional<double> caseworker_cost{};  ///< kr. per caseworker-year.
  GivenKey cost_key{};
  std::optional<int> first_year{};  ///< Budget year 1.
  /// Municipal income tax [per cent]: its own, else that of its name; nothing: the nation's.
  std::optional<Quantity> tax_rate{};
  std::vector<std::pair<std::string, double>> margins;  ///< Of year 0: indicator and target.
  /// The shipped strategy that was taken, where the scenario names none: the nearest caseload.
  std::string nearest_strategy{};
};

}  // namespace samspil
