/// \file
/// The words that compare strategies with each other, in one table per language. Knows no number.
#pragma once

#include "model/report/words.hpp"

namespace samspil {

/// Sentences and headings; {0}, {1} … are filled in by say(). The last gives their number.
enum class CompareWord : std::uint8_t {
  compared,
  same_families,
  same_budget,
  budget_met,
  as_described,
  present_practice,
  present_column,
  net_of,
  none,
  centre,
  strong,
  plus_minus,
  spread_of,
  p5,
  p50,
  p95,
  chance,
  draws_note,
  luck_note,
  programme,
  programme_year,
  people,
  family_years,
  caseworkers,
  in_work,
  placed,
  home_months,
  column_note,
  tried_elsewhere,
  tried_line,
  more_below,
  more_in_detail,
  differ,
  no_difference,
  same_rest,
  levers,
  elements,
  effects,
  role,
  authority,
  order,
  enrolment_note,
  not_there,
  has,
  has_not,
  lost_and_weight,
  unknown_strategy,
  all_of_results,
  help_all,
  help_other,
  count,
};
inline constexpr std::size_t compare_word_count = static_cast<std::size_t>(CompareWord::count);

struct ComparePhrase {
  CompareWord word;
  std::string_view text;
};

const std::array<ComparePhrase, compare_word_count>& english_compare_phrases() noexcept;
const std::array<ComparePhrase, compare_word_count>& danish_compare_phrases() noexcept;

inline const std::array<ComparePhrase, compare_word_count>& compare_phrases(
    Language language) noexcept {
  return language == Language::da ? danish_compare_phrases() : english_compare_phrases();
}

inline std::string_view phrase(CompareWord word, Language language) noexcept {
  return compare_phrases(language)[static_cast<std::size_t>(word)].text;
}

template <class... Args>
std::string say(Language language, CompareWord word, const Args&... args) {
  return fmt::format(fmt::runtime(phrase(word, language)), args...);
}

}  // namespace samspil
