/// \file
/// What the keys of the documents of an investment case and of a family mean, in each language.
#pragma once

#include "model/report/terms.hpp"

namespace samspil {

inline constexpr std::array<std::string_view, 65> case_term_names{
    "yearly",
    "yearly_discounted",
    "cumulated_discounted",
    "npv",
    "payback_simple",
    "payback_discounted",
    "break_even_success_rate",
    "break_even_success_rate_undiscounted",
    "successes_needed",
    "participants",
    "success_rate",
    "price_factor",
    "cost_factor",
    "success_rates_cut_off",
    "first_year",
    "mean",
    "standard_deviation",
    "p5",
    "p50",
    "p95",
    "probability_of_saving",
    "evpi",
    "evppi",
    "monte_carlo_error",
    "sensitivity",
    "input",
    "low",
    "high",
    "npv_low",
    "npv_high",
    "payers",
    "committee",
    "implementation",
    "permanent",
    "total",
    "full_effect_from",
    "departments",
    "format",
    "title_en",
    "discount_rates",
    "participants_in_all",
    "expected_successes",
    "input_means",
    "all_years",
    "costs",
    "consequences",
    "time",
    "amount",
    "one_off",
    "per_success",
    "members",
    "dates",
    "spell",
    "from",
    "to",
    "first_week",
    "last_week",
    "rules",
    "rule_state",
    "children_refund",
    "pooled",
    "alone",
    "children_saving_alone",
    "missed_by",
    "index"};

inline std::array<Term, case_term_names.size()> case_terms(Language language) {
  return terms_of(case_term_names, language);
}

}  // namespace samspil
