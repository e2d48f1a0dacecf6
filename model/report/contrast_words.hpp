/// \file
/// The words of the status contrast and the effect of work, in one table per language. Knows no
/// number.
#pragma once

#include <span>

#include "model/report/terms.hpp"
#include "model/report/words.hpp"

namespace samspil {

/// What a main area of the shipped price list is called; as it is written where no label is known.
inline std::string main_area_label(const std::string& area, Language language) {
  return std::string{label(language, "main_area", area)};
}

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

inline std::array<Term, contrast_term_names.size()> contrast_terms(Language language) {
  return terms_of(contrast_term_names, language);
}

}  // namespace samspil
