/// \file
/// The words of the evidence ledger, in one table per language: where an input is used, what two
/// results differ in, which assumptions matter. Knows no number.
#pragma once

#include <span>

#include "model/report/terms.hpp"
#include "model/report/words.hpp"

namespace samspil {

enum class LedgerWord : std::uint8_t {
  read_by,
  files_below,
  splits,
  levers_and_effects,
  switches,
  switched_by,
  acting_effects,
  authority,
  own_authority,
  no_own_authority,
  in_the_ledger,
  ask_for_one,
  compared,
  same_results,
  other_results,
  same_inputs,
  differ_in,
  reworded,
  only_in,
  nothing,
  inputs_differ,
  both_net_results,
  net_result_of,
  difference,
  not_comparable,
  mechanism_line,
  mechanism_none,
  ask_line,
  matters_heading,
  matters_line,
  matter_column,
  change_column,
  matters_searched,
  matters_left_out,
  no_matters,
  stage_what_matters,
  help_all,
  help_diff,
  help_explain_json,
  help_what_matters,
  count,
};

template <>
const Phrases<LedgerWord>& danish_phrases<LedgerWord>() noexcept;
template <>
const Phrases<LedgerWord>& english_phrases<LedgerWord>() noexcept;

/// Keys of the ledger's JSON, and of what a run's JSON says of mechanisms and assumptions.
inline constexpr std::array<std::string_view, 24> ledger_term_names{"kind",
                                                                    "label",
                                                                    "label_da",
                                                                    "value",
                                                                    "grade",
                                                                    "source",
                                                                    "law",
                                                                    "used_in",
                                                                    "concerns",
                                                                    "file",
                                                                    "line",
                                                                    "notes",
                                                                    "without_mechanism",
                                                                    "what_matters",
                                                                    "screened_families",
                                                                    "compared_families",
                                                                    "compared_inputs",
                                                                    "searched",
                                                                    "population_only",
                                                                    "assumptions_that_matter",
                                                                    "change",
                                                                    "before",
                                                                    "after",
                                                                    "differences"};

/// In the order of ledger_term_names.
const std::array<Term, ledger_term_names.size()>& english_ledger_terms() noexcept;
const std::array<Term, ledger_term_names.size()>& danish_ledger_terms() noexcept;

inline const std::array<Term, ledger_term_names.size()>& ledger_terms(Language language) noexcept {
  return language == Language::da ? danish_ledger_terms() : english_ledger_terms();
}

/// What a source file of the model is about.
struct FileLabel {
  std::string_view file;
  std::string_view label;
};

std::span<const FileLabel> english_file_labels() noexcept;
std::span<const FileLabel> danish_file_labels() noexcept;

/// Empty where the file has no label.
std::string_view file_label(std::string_view file, Language language) noexcept;

}  // namespace samspil
