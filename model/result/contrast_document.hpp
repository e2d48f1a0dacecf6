/// \file
/// The status contrast beside the published and beside the effect of work, as one document.
#pragma once

#include <array>
#include <string_view>

#include "model/appraisal/status_contrast.hpp"
#include "model/core/json.hpp"
#include "model/inputs/contrast.hpp"

namespace samspil {

/// Keys of the document whose meaning `explain` tells too.
inline constexpr std::array<std::string_view, 23> contrast_term_names{"adult",
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
                                                                      "job_entry_ratio",
                                                                      "potential",
                                                                      "share_reached",
                                                                      "more_successes"};

/// Everything but `run` depends on the inputs alone.
///   potential  of potential_document(); null where it was not asked for
Json contrast_document(const Scenario& scenario, const ContrastSpec& spec,
                       const ContrastResult& result, Json potential);

}  // namespace samspil
