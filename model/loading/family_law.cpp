#include <fmt/core.h>

#include "model/inputs/dated.hpp"
#include "model/loading/readers.hpp"

namespace samspil {
namespace {

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
      problems.push_back({family.file,
                          family.lines.law_year,
                          "case.law_year",
                          {"fault.rule_lacks_year", family.law_year, rule.name},
                          {"remedy.year_from_to", known.valid_from, known.valid_to}});
      return;
    }
  }
}

/// The thresholds of expensive cases at the level of one year: nothing where that is not known.
std::optional<ExpensiveCaseTiers> tiers_at(const Catalogue& catalogue, int level) {
  ExpensiveCaseTiers tiers;
  for (std::size_t i = 0; i < tiers.size(); ++i) {
    const auto rate = [&](RateName first) {
      const auto name = static_cast<RateName>(index_of(first) + i);
      return in_force_or_nearest(catalogue.rates.rows, catalogue.law.year,
                                 [name](const Rate& row) { return row.name == name; });
    };
    const Rate* tier = rate(RateName::expensive_case_tier_1);
    const auto above =
        at_level(tier->amount.value, catalogue.indices, tier->index, tier->price_level, level);
    if (!above) return std::nullopt;
    tiers[i] = {100 * static_cast<Ore>(*above),
                static_cast<int>(rate(RateName::expensive_case_refund_1)->amount.value)};
  }
  return tiers;
}

void refuse_thresholds(const FamilyCase& family, int level, int line, const char* key,
                       Problems& problems) {
  problems.push_back({family.file, line, key, {"fault.thresholds", level}, {"remedy.thresholds"}});
}

/// Held at the price level of the account, or regulated to each of its years.
void read_thresholds(const FamilyCase& family, Catalogue& catalogue, Problems& problems) {
  const auto held = tiers_at(catalogue, family.price_level);
  if (!held) {
    return refuse_thresholds(family, family.price_level, family.lines.price_level,
                             "case.price_level", problems);
  }
  catalogue.law.expensive_cases = *held;
  if (family.thresholds == Thresholds::constant) return;
  for (int year = family.first_year; year < family.first_year + family.years; ++year) {
    const auto tiers = tiers_at(catalogue, year);
    if (!tiers) {
      return refuse_thresholds(family, year, family.lines.thresholds, "case.thresholds", problems);
    }
    catalogue.law.regulated.push_back(*tiers);
  }
}

}  // namespace

LoadedFamily read_family(const InputText& input, const std::filesystem::path& shipped_folder,
                         Problems& problems) {
  const std::size_t faults = problems.size();
  LoadedFamily loaded{read_family_case(input, problems), {}};
  loaded.catalogue =
      read_catalogue(read_input(shipped_folder / "prices" / "2022.csv"),
                     read_input(shipped_folder / "prices" / "payer_rules.csv"), problems);
  loaded.catalogue.rates =
      read_rates(read_input(shipped_folder / "prices" / "rates.csv"), problems);
  loaded.catalogue.indices =
      read_indices(read_input(shipped_folder / "prices" / "indices.csv"), problems);
  if (problems.size() > faults) return loaded;
  loaded.catalogue.price_level = loaded.family.price_level;
  loaded.catalogue.law.year = loaded.family.law_year;
  check_law_year(loaded.family, loaded.catalogue, problems);
  if (problems.size() > faults) return loaded;
  take_price_rates(loaded.catalogue);
  read_thresholds(loaded.family, loaded.catalogue, problems);
  return loaded;
}

void require_comparable(const FamilyCase& family, const FamilyCase& other) {
  Problems problems;
  const auto compare = [&](const char* key, int ours, int theirs, int line) {
    if (ours == theirs) return;
    problems.push_back({other.file,
                        line,
                        fmt::format("case.{}", key),
                        {"fault.not_comparable", theirs, ours, family.file},
                        {"remedy.not_comparable"}});
  };
  compare("price_level", family.price_level, other.price_level, other.lines.price_level);
  compare("first_year", family.first_year, other.first_year, other.lines.first_year);
  compare("years", family.years, other.years, other.lines.years);
  throw_if_any(std::move(problems));
}

LoadedFamily load_family(const std::filesystem::path& file,
                         const std::filesystem::path& shipped_folder) {
  Problems problems;
  const InputText input = read_input(file);
  LoadedFamily loaded = read_family(input, shipped_folder, problems);
  tell_other_kind(input, InputKind::family, problems);
  throw_if_any(std::move(problems));
  return loaded;
}

}  // namespace samspil
