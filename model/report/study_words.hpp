/// \file
/// The words of a re-enactment, in one table per language, and what its figures are called. Knows
/// no number.
#pragma once

#include <span>

#include "model/inputs/study.hpp"
#include "model/report/words.hpp"

namespace samspil {

enum class StudyWord : std::uint8_t {
  help_study,
  help_study_file,
  help_cohorts,
  cohorts_line,
  interval_line,
  thousands_line,
  no_effort,
  effort_line,
  setting_line,
  shares_title,
  observed_row,
  simulated_row,
  low_row,
  high_row,
  figures_title,
  observed,
  simulated,
  interval,
  without_it,
  outside_line,
  all_inside,
  signs_title,
  figure,
  asked,
  answer,
  share_of_cohorts,
  holds,
  fails,
  at_least,
  at_most,
  between,
  signs_line,
  naive_title,
  naive_line,
  naive_kroner,
  naive_truth,
  setting_title,
  without_switch,
  later,
  without_switch_later,
  setting_found,
  setting_none,
  assumptions_line,
  cannot_title,
  count,
};

template <>
const Phrases<StudyWord>& danish_phrases<StudyWord>() noexcept;
template <>
const Phrases<StudyWord>& english_phrases<StudyWord>() noexcept;

/// What a figure is called: by its whole name, or by what stands before its first point; {0} is
/// then the rest, as a group's title or a label of its own.
struct StudyLabel {
  std::string_view name;
  std::string_view text;
};

std::span<const StudyLabel> english_study_labels() noexcept;
std::span<const StudyLabel> danish_study_labels() noexcept;

inline std::span<const StudyLabel> study_labels(Language language) noexcept {
  return language == Language::da ? danish_study_labels() : english_study_labels();
}

/// What a figure of a study is called; its own name where no label is known.
std::string figure_label(const StudySpec& study, std::string_view figure, Language language);

}  // namespace samspil
