/// \file
/// Families for tests of the account, built without files, and the shipped ones.
#pragma once

#include <string>

#include "model/loading/load.hpp"

namespace samspil::test {

/// The shipped catalogue, in the law of 2022.
const Catalogue& shipped_catalogue();

/// scenarios/examples/NAME.toml.
LoadedFamily shipped_family(const std::string& name);

/// One adult in `years` years.
FamilyCase adult_alone(int years);

/// Weeks from 1 on for the last member; `weekly` in øre.
void add_spell(FamilyCase& family, Service service, int first_week, int last_week, Ore weekly);
void add_spell(FamilyCase& family, SpellKind kind, int first_week, int last_week);

}  // namespace samspil::test
