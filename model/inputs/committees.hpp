/// \file
/// The municipality's own order of things: its committees, and what its closed accounts say.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/population/services.hpp"

namespace samspil {

/// A committee (udvalg) and what stands under it. A service that is named goes before its
/// department.
struct Committee {
  std::string name;
  std::vector<Department> departments;
  std::vector<Service> services;
};

/// What the municipality's accounts say of one function (funktion) of the authorised chart of
/// accounts (autoriseret kontoplan) in one year.
struct OwnAccount {
  std::string function;
  int year = 0;
  double amount = 0;  ///< Net expenditure of the target group [kr.], at the level of that year.
  int line = 0;       ///< In the scenario.
};

struct OwnOrder {
  std::vector<Committee> committees;
  std::vector<OwnAccount> accounts;
  bool match = false;  ///< Whether prices are scaled so that the baseline meets the accounts.
};

/// Position of the committee under which a service, or a department's line that is none, stands;
/// nothing where none has it.
inline std::optional<std::size_t> committee_of(const std::vector<Committee>& committees,
                                               std::optional<Service> service,
                                               Department department) noexcept {
  const auto has = [](const auto& all, auto one) {
    for (const auto& each : all) {
      if (each == one) return true;
    }
    return false;
  };
  for (std::size_t i = 0; service && i < committees.size(); ++i) {
    if (has(committees[i].services, *service)) return i;
  }
  for (std::size_t i = 0; i < committees.size(); ++i) {
    if (has(committees[i].departments, department)) return i;
  }
  return std::nullopt;
}

}  // namespace samspil
