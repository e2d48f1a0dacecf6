/// \file
/// Keys of what explain prints as JSON.
#pragma once

#include <array>
#include <string_view>

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

}  // namespace samspil
