#include <fmt/core.h>

#include "model/inputs/load_readers.hpp"

namespace samspil {
namespace {

/// The year whose level the thresholds of expensive cases are known at (Law::expensive_cases).
constexpr int year_of_thresholds = 2022;

/// Services that the family uses, as they are paid.
std::array<bool, service_count> used_services(const FamilyCase& family) {
  std::array<bool, service_count> is_used{};
  const auto use = [&](std::size_t member, Service service) {
    is_used[index_of(paid_as(family.members[member], service))] = true;
  };
  for (const FamilySpell& spell : family.spells) {
    if (spell.kind == SpellKind::service) use(spell.member, spell.service);
  }
  for (const FamilyAnnual& annual : family.annual) use(annual.member, annual.service);
  return is_used;
}

/// The law year must have a value in every payer rule that the family meets.
void check_law_year(const FamilyCase& family, const Catalogue& catalogue, Problems& problems) {
  const auto is_used = used_services(family);
  for (const CatalogueRow& row : catalogue.rows) {
    const PayerRule& rule = catalogue.rules[row.payer_rule];
    if (!is_used[index_of(row.service)]) continue;
    for (RuleState state = 0; state < rule_state_names(rule.kind).size(); ++state) {
      const RuleShares& known = rule.in_force(state, family.law_year);
      if (known.valid_from <= family.law_year && family.law_year <= known.valid_to) continue;
      problems.push_back(
          {family.file, family.lines.law_year, "case.law_year",
           fmt::format("{} has no values in the payer rule '{}'", family.law_year, rule.name),
           fmt::format("use a year from {} to {}", known.valid_from, known.valid_to)});
      return;
    }
  }
}

void check_thresholds(const FamilyCase& family, Problems& problems) {
  if (family.thresholds == Thresholds::constant) return;
  if (family.first_year == year_of_thresholds && family.years == 1) return;
  const int unknown =
      family.first_year == year_of_thresholds ? year_of_thresholds + 1 : family.first_year;
  problems.push_back({family.file, family.lines.thresholds, "case.thresholds",
                      fmt::format("the thresholds of expensive cases in {} are not known, only "
                                  "those of {}",
                                  unknown, year_of_thresholds),
                      "write \"constant\""});
}

}  // namespace

LoadedFamily read_family(const InputText& input, const std::filesystem::path& shipped_folder,
                         Problems& problems) {
  const std::size_t faults = problems.size();
  LoadedFamily loaded{read_family_case(input, problems), {}};
  loaded.catalogue =
      read_catalogue(read_input(shipped_folder / "prices" / "2022.csv"),
                     read_input(shipped_folder / "prices" / "payer_rules.csv"), problems);
  if (problems.size() > faults) return loaded;
  loaded.catalogue.law.year = loaded.family.law_year;
  check_law_year(loaded.family, loaded.catalogue, problems);
  check_thresholds(loaded.family, problems);
  return loaded;
}

void require_comparable(const FamilyCase& family, const FamilyCase& other) {
  Problems problems;
  const auto compare = [&](const char* key, int ours, int theirs, int line) {
    if (ours == theirs) return;
    problems.push_back({other.file, line, fmt::format("case.{}", key),
                        fmt::format("{} here, but {} in {}", theirs, ours, family.file),
                        "compare families of the same years and price level"});
  };
  compare("price_level", family.price_level, other.price_level, other.lines.price_level);
  compare("first_year", family.first_year, other.first_year, other.lines.first_year);
  compare("years", family.years, other.years, other.lines.years);
  throw_if_any(std::move(problems));
}

LoadedFamily load_family(const std::filesystem::path& file,
                         const std::filesystem::path& shipped_folder) {
  Problems problems;
  LoadedFamily loaded = read_family(read_input(file), shipped_folder, problems);
  throw_if_any(std::move(problems));
  return loaded;
}

}  // namespace samspil
