/// \file
/// What the keys of the JSON document and the headings of tables mean, in each language.
#pragma once

#include <array>
#include <string_view>

#include "model/report/words.hpp"

namespace samspil {

inline constexpr std::array<std::string_view, 127> term_names{"gross_saving",
                                                              "programme_cost",
                                                              "net_result",
                                                              "net_result_no_effect",
                                                              "net_result_weak_effect",
                                                              "net_result_strong_effect",
                                                              "net_result_without_tax",
                                                              "cashable_result",
                                                              "in_budget",
                                                              "not_cashable",
                                                              "after_horizon",
                                                              "freed_hours",
                                                              "hours",
                                                              "kroner",
                                                              "public",
                                                              "by_payer",
                                                              "by_department",
                                                              "municipality_by_department",
                                                              "municipality_budget",
                                                              "cumulated",
                                                              "largest_deficit",
                                                              "largest_deficit_year",
                                                              "paid_back_in",
                                                              "net_present_value",
                                                              "net_present_value_public",
                                                              "programme_items",
                                                              "ladder_shares",
                                                              "weeks_1_4",
                                                              "weeks_5_26",
                                                              "weeks_27_52",
                                                              "weeks_from_53",
                                                              "municipality_by_account_type",
                                                              "service_frame_relief",
                                                              "average_shares",
                                                              "by_rules",
                                                              "by_average",
                                                              "family_years",
                                                              "outcomes",
                                                              "week_48",
                                                              "baseline",
                                                              "strategy",
                                                              "difference_per_100_families",
                                                              "difference_per_100_family_years",
                                                              "uncertainty",
                                                              "paired_monte_carlo",
                                                              "standard_error",
                                                              "simulation_error",
                                                              "input_spread",
                                                              "variance_ratio",
                                                              "results_hash",
                                                              "population",
                                                              "margins",
                                                              "target",
                                                              "weighted",
                                                              "drawn",
                                                              "tolerance",
                                                              "fitted",
                                                              "candidates",
                                                              "accepted",
                                                              "effective_sample_size",
                                                              "largest_weight",
                                                              "persons",
                                                              "target_children",
                                                              "target_adults",
                                                              "municipal_cost_per_target_child",
                                                              "municipal_cost_per_target_parent",
                                                              "municipal_cost_of_others_per_family",
                                                              "school_cost_per_target_child",
                                                              "cost",
                                                              "mechanisms",
                                                              "grades",
                                                              "strategies",
                                                              "id",
                                                              "title",
                                                              "title_da",
                                                              "name",
                                                              "unit",
                                                              "sign",
                                                              "years",
                                                              "law_year",
                                                              "population_year",
                                                              "rollout",
                                                              "health_cofinancing",
                                                              "last_known",
                                                              "price_level",
                                                              "prices",
                                                              "as_written",
                                                              "moved",
                                                              "own_level",
                                                              "discount_rate",
                                                              "discount_timing",
                                                              "seed",
                                                              "draws",
                                                              "replicates",
                                                              "drawn_inputs",
                                                              "chance_of_saving",
                                                              "chance_of_better",
                                                              "chance_error",
                                                              "luck_share",
                                                              "sites",
                                                              "run",
                                                              "person_years_simulated",
                                                              "person_years_delivered",
                                                              "seconds",
                                                              "population_seconds",
                                                              "simulation_seconds",
                                                              "threads",
                                                              "hosts",
                                                              "version",
                                                              "git",
                                                              "compiler",
                                                              "compare",
                                                              "compare_with",
                                                              "same_families",
                                                              "same_budget",
                                                              "as_described",
                                                              "enrolled_share",
                                                              "enrolled_share_set_by",
                                                              "budget_share",
                                                              "staff_use",
                                                              "nominal_families_per_caseworker",
                                                              "families_per_caseworker",
                                                              "caseworker_years",
                                                              "paid_caseworker_years",
                                                              "hours_unused",
                                                              "whole_posts",
                                                              "unused_hours"};
inline constexpr std::size_t term_count = term_names.size();

struct Term {
  std::string_view label;
  std::string_view meaning;
};

/// In the order of term_names.
const std::array<Term, term_count>& terms(Language language) noexcept;

template <std::size_t N>
std::array<Term, N> terms_of(const std::array<std::string_view, N>& names, Language language) {
  std::array<Term, N> all;
  for (std::size_t i = 0; i < N; ++i) {
    all[i] = {label(language, "term", names[i]), label(language, "meaning", names[i])};
  }
  return all;
}

}  // namespace samspil
