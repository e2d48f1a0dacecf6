/// \file
/// The words of the status contrast and the effect of work, in one table per language. Knows no
/// number.
#pragma once

#include <span>

#include "model/report/terms.hpp"
#include "model/report/words.hpp"

namespace samspil {

enum class ContrastWord : std::uint8_t {
  help_contrast,
  help_scenario,
  help_detail,
  title,
  families_line,
  success_line,
  unit_line,
  success_title,
  adults,
  children,
  people,
  succeed,
  before,
  published_title,
  raw,
  adjusted,
  status_before,
  published,
  adult_and_child,
  adult,
  child,
  child_social,
  without_coupling,
  coupling_is_off,
  more_than,
  less_than,
  adjusted_note,
  distance_title,
  distance_adult,
  distance_child,
  distance_coupling,
  distance_effect,
  payers_title,
  areas_title,
  departments_title,
  years_title,
  adult_raw,
  adult_adjusted,
  child_raw,
  child_adjusted,
  four_years,
  published_year_1,
  state_transfers,
  no_difference,
  effect_title,
  effect_line,
  per_work_year,
  per_success,
  all_public,
  of_adults,
  of_children,
  municipality,
  how_many,
  work_years,
  no_effect,
  cannot_title,
  association,
  child_rule,
  unlike_published,
  validation,
  count,
};

template <>
const Phrases<ContrastWord>& danish_phrases<ContrastWord>() noexcept;
template <>
const Phrases<ContrastWord>& english_phrases<ContrastWord>() noexcept;

/// What a main area of the shipped price list is called; as it is written where no label is known.
std::string main_area_label(const std::string& area, Language language);

inline constexpr std::array<std::string_view, 20> contrast_term_names{"adult",
                                                                      "child",
                                                                      "adult_and_child",
                                                                      "raw",
                                                                      "adjusted",
                                                                      "status_before",
                                                                      "people",
                                                                      "successes",
                                                                      "successes_before",
                                                                      "all_public",
                                                                      "by_year",
                                                                      "by_main_area",
                                                                      "published",
                                                                      "without_coupling",
                                                                      "effect",
                                                                      "parent_year_in_work",
                                                                      "success",
                                                                      "units",
                                                                      "work_years",
                                                                      "job_entry_ratio"};

/// In the order of contrast_term_names.
const std::array<Term, contrast_term_names.size()>& english_contrast_terms() noexcept;
const std::array<Term, contrast_term_names.size()>& danish_contrast_terms() noexcept;

inline const std::array<Term, contrast_term_names.size()>& contrast_terms(
    Language language) noexcept {
  return language == Language::da ? danish_contrast_terms() : english_contrast_terms();
}

struct AreaLabel {
  std::string_view area;  ///< As the price list writes it.
  std::string_view label;
};
std::span<const AreaLabel> english_area_labels() noexcept;
std::span<const AreaLabel> danish_area_labels() noexcept;

}  // namespace samspil
