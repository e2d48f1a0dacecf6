/// \file
/// The table [municipality] of a scenario ([kommune] in Danish), and what it makes of the rest.
#pragma once

#include "model/loading/toml.hpp"

namespace samspil {

/// Nothing where there is no such table. Reads the populations of the 98 where a name needs them,
/// and keeps their text in the scenario.
void read_municipality(TomlFields& fields, const FindText& find, Problems& problems,
                       Scenario& scenario);

/// One row of the list of the 98.
struct KnownMunicipality {
  std::string name;
  double population = 0;
  std::optional<Quantity> tax_rate{};  ///< Municipal income tax [per cent].
};
std::vector<KnownMunicipality> read_municipalities(const InputText& input, Problems& problems);

/// Before the law is read: the first budget year decides law and prices, as far as they are known.
void set_years_of(const Municipality& municipality, Scenario& scenario);

/// When all else is read: its own shares are margins of the population, its caseload and cost are
/// those of every strategy, and its tax rate moves its part of income tax.
void set_own_numbers(TomlFields& fields, Scenario& scenario);

/// Of strategies with staff, the one whose caseload is nearest to the municipality's, by ratio; the
/// first where it has none. At least one.
const Strategy& nearest_strategy(const std::vector<Strategy>& strategies,
                                 const Municipality& municipality);

}  // namespace samspil
