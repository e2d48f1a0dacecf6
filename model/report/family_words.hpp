/// \file
/// The words of a family's account, in one table per language. Knows no number.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "model/report/words.hpp"

namespace samspil {

enum class FamilyWord : std::uint8_t {
  untitled,
  who_pays_what,
  level_line,
  constant_thresholds,
  regulated_thresholds,
  sign_line,
  catalogue_prices,
  moved_prices,
  other_levels,
  dates_line,
  date_spell,
  date_spell_empty,
  cost_heading,
  own_money,
  public_total,
  gross_total,
  by_department,
  by_account_type,
  all_years,
  gross,
  services_heading,
  usual_rule,
  household,
  named_household,
  rules_heading,
  rule_line,
  ladder_heading,
  weeks_before,
  restarted,
  no_benefit_weeks,
  expensive_children,
  expensive_adults,
  programme,
  self_support,
  subsidised_job,
  pooled_line,
  against_heading,
  against_sign,
  against_law,
  cumulated,
  npv_heading,
  at_start,
  at_middle,
  at_end,
  npv_note,
  payback_line,
  payback_years,
  payback_at_once,
  payback_never,
  frame_line,
  guarantee_line,
  pooling_lost,
  average_heading,
  by_rules,
  by_average,
  missed,
  average_children,
  average_ladder,
  average_note,
  count,
};

template <>
const Phrases<FamilyWord>& danish_phrases<FamilyWord>() noexcept;
template <>
const Phrases<FamilyWord>& english_phrases<FamilyWord>() noexcept;

/// What the names of shipped payer rules and of their states are called.
struct FamilyLabels {
  std::array<NamedLabel, 15> rules;
  std::array<NamedLabel, 8> rule_states;
  std::array<NamedLabel, 4> units;  ///< Plural, or none for amounts by year.
};

const FamilyLabels& family_labels(Language language) noexcept;

const FamilyLabels& danish_family_labels() noexcept;
const FamilyLabels& english_family_labels() noexcept;

}  // namespace samspil
