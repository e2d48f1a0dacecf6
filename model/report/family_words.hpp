/// \file
/// The words of a family's account, in one table per language. Knows no number.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "model/report/words.hpp"

namespace samspil {

/// Sentences and headings; {0}, {1} … are filled in by say(). The last gives their number.
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
inline constexpr std::size_t family_word_count = static_cast<std::size_t>(FamilyWord::count);

struct FamilyPhrase {
  FamilyWord word;
  std::string_view text;
};

using NamedLabel = std::pair<std::string_view, std::string_view>;

/// What the names of shipped payer rules and of their states are called.
struct FamilyLabels {
  std::array<NamedLabel, 15> rules;
  std::array<NamedLabel, 6> rule_states;
  std::array<NamedLabel, 4> units;  ///< Plural, or none for amounts by year.
};

const std::array<FamilyPhrase, family_word_count>& family_phrases(Language language) noexcept;
const FamilyLabels& family_labels(Language language) noexcept;

inline std::string_view phrase(FamilyWord word, Language language) noexcept {
  return family_phrases(language)[static_cast<std::size_t>(word)].text;
}

template <class... Args>
std::string say(Language language, FamilyWord word, const Args&... args) {
  return fmt::format(fmt::runtime(phrase(word, language)), args...);
}

/// The label of a name; the name itself where it has none.
template <std::size_t N>
std::string_view label_of(const std::array<NamedLabel, N>& labels, std::string_view name) noexcept {
  for (const auto& [key, label] : labels) {
    if (key == name) return label;
  }
  return name;
}

// The tables of the two languages.
const std::array<FamilyPhrase, family_word_count>& danish_family_phrases() noexcept;
const std::array<FamilyPhrase, family_word_count>& english_family_phrases() noexcept;
const FamilyLabels& danish_family_labels() noexcept;
const FamilyLabels& english_family_labels() noexcept;

}  // namespace samspil
