/// \file
/// What the spells of a family are called, and which cannot share a week.
#pragma once

#include <algorithm>
#include <string_view>

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
