#include "tests/support/family_cases.hpp"

#include "model/loading/checks.hpp"
#include "model/loading/readers.hpp"
#include "tests/support/small_world.hpp"
#include "tests/support/tiers_of_2022.hpp"

namespace samspil::test {

const Catalogue& shipped_catalogue() {
  static const Catalogue catalogue = [] {
    Problems problems;
    const std::filesystem::path prices = shipped_scenarios() / "prices";
    Catalogue loaded = read_catalogue(read_input(prices / "2022.csv"),
                                      read_input(prices / "payer_rules.csv"), problems);
    throw_if_any(std::move(problems));
    loaded.law.expensive_cases = tiers_of_2022;
    return loaded;
  }();
  return catalogue;
}

LoadedFamily shipped_family(const std::string& name) {
  return load_family(shipped_scenarios() / "examples" / (name + ".toml"), shipped_scenarios());
}

FamilyCase adult_alone(int years) {
  FamilyCase family;
  family.years = years;
  family.members.emplace_back().id = "adult";
  family.members[0].kind = MemberKind::adult;
  return family;
}

void add_spell(FamilyCase& family, Service service, int first_week, int last_week, Ore weekly) {
  FamilySpell spell;
  spell.member = family.members.size() - 1;
  spell.service = service;
  spell.first_week = first_week;
  spell.last_week = last_week;
  spell.weekly_amount = weekly;
  family.spells.push_back(spell);
}

void add_spell(FamilyCase& family, SpellKind kind, int first_week, int last_week) {
  add_spell(family, Service::cash_benefit, first_week, last_week, 0);
  family.spells.back().kind = kind;
  family.spells.back().weekly_amount.reset();
}

}  // namespace samspil::test
