/// \file
/// What the spells of a family are called, and which cannot share a week.
#pragma once

#include <algorithm>
#include <string_view>
#include <utility>

#include "model/core/names.hpp"
#include "model/inputs/family_case.hpp"

namespace samspil {

inline std::string_view name_of(const FamilySpell& spell) noexcept {
  switch (spell.kind) {
    case SpellKind::self_support:
      return "self_support";
    case SpellKind::subsidised_job:
      return "subsidised_job";
    case SpellKind::service:
      break;
  }
  return service_names[index_of(spell.service)];
}

inline bool is_income(const FamilySpell& spell) noexcept {
  return spell.kind != SpellKind::service || is_income(spell.service);
}

inline bool is_living_place(const FamilySpell& spell) noexcept {
  return spell.kind == SpellKind::service && is_living_place(spell.service);
}

inline bool is_wage_subsidy(const FamilySpell& spell) noexcept {
  return spell.kind == SpellKind::service && spell.service == Service::wage_subsidy;
}

/// Why two spells cannot share a week, if they cannot.
inline std::string_view conflict(const FamilySpell& a, const FamilySpell& b) noexcept {
  if (name_of(a) == name_of(b)) return "the same twice in a week";
  if (is_income(a) && is_income(b)) return "two incomes in a week";
  if (is_living_place(a) && is_living_place(b)) return "two living places in a week";
  for (const auto& [subsidy, other] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    if (!is_wage_subsidy(*subsidy)) continue;
    if (other->kind == SpellKind::self_support) return "a job with wage subsidy is no self-support";
    if (other->kind == SpellKind::service && ends_with_wage_subsidy(other->service)) {
      return "a job with wage subsidy replaces the benefit: write subsidised_job";
    }
  }
  return "";
}

/// Of the weeks first <= week < end, counted from 0, those on a public benefit.
inline int weeks_on_benefits(const FamilyCase& family, std::size_t member, int first,
                             int end) noexcept {
  int weeks = 0;
  for (const FamilySpell& spell : family.spells) {
    const bool is_benefit = spell.kind == SpellKind::service && is_income(spell.service);
    if (spell.member != member || !is_benefit) continue;
    weeks += std::max(0, std::min(end, spell.last_week) - std::max(first, spell.first_week - 1));
  }
  return weeks;
}

}  // namespace samspil
