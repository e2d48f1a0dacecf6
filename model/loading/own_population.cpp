#include "model/loading/own_population.hpp"

#include <memory>

#include "model/inputs/run_size.hpp"

namespace samspil {
namespace {

/// So many families are lived at least where they are one's own: copies, since chance of their own
/// would hide what is expected of a few.
constexpr std::uint32_t fewest_lived = 20'000;

constexpr std::uint32_t parts_of(std::uint32_t whole, std::uint32_t part) noexcept {
  return (whole + part - 1) / part;
}

/// Whole copies of the families, each copy in teams of nearly equal size.
void lay_out_copies(std::uint32_t families, PopulationSpec& population) {
  const std::uint32_t teams =
      parts_of(families, static_cast<std::uint32_t>(population.families_per_site));
  population.families_per_site = static_cast<int>(parts_of(families, teams));
  population.candidates = families;
  population.families = families * parts_of(fewest_lived, families);
}

void take_own_families(OwnFamilies own, Scenario& scenario) {
  lay_out_copies(static_cast<std::uint32_t>(own.families.size()), scenario.population);
  scenario.own_families = std::make_shared<const OwnFamilies>(std::move(own));
}

}  // namespace

void read_own_population(TomlFields& fields, const FindText& find, Problems& problems,
                         Scenario& scenario) {
  auto table = fields.table("population");
  if (!table) return;
  const int line = fields.line("population");
  const auto spec = find(InputKind::population, "own_families", line, problems);
  if (spec) scenario.population = read_population(*spec, problems);
  table->whole("year", scenario.population.year, any_year, Need::optional);
  table->whole("families_per_site", scenario.population.families_per_site, any_site,
               Need::optional);
  std::string reference;
  if (table->text("file", reference)) {
    const std::size_t faults = problems.size();
    if (const auto text = find(InputKind::own_families, reference, line, problems)) {
      OwnFamilies own = read_own_families(*text, problems);
      if (problems.size() == faults) take_own_families(std::move(own), scenario);
    }
  }
  table->finish();
}

OwnFamilies load_own_families(const std::filesystem::path& file) {
  return load(file, read_own_families);
}

Scenario with_own_families(Scenario scenario, OwnFamilies own,
                           const std::filesystem::path& shipped_folder) {
  scenario.population = load_population(shipped_folder / "populations" / "own_families.toml");
  take_own_families(std::move(own), scenario);
  scenario.families_per_draw = usual_families_per_draw(scenario);
  return scenario;
}

}  // namespace samspil
