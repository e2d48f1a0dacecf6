/// \file
/// The words of the evidence ledger, in one table per language: where an input is used, what two
/// results differ in, which assumptions matter. Knows no number.
#pragma once

#include <span>

#include "model/report/terms.hpp"
#include "model/report/words.hpp"

namespace samspil {

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

inline std::array<Term, ledger_term_names.size()> ledger_terms(Language language) {
  return terms_of(ledger_term_names, language);
}

/// What a source file of the model is about; empty where it has no label.
inline std::string_view file_label(std::string_view file, Language language) {
  return find_label(language, "file", file);
}

}  // namespace samspil
