/// \file
/// The words of an investment case, in one table per language. Knows no number.
#pragma once

#include "model/report/words.hpp"

namespace samspil {

enum class CaseWord : std::uint8_t {
  investment_case,
  participants_line,
  intakes_line,
  own_prices,
  prices_of,
  basis_line,
  law_line,
  flat_rate,
  fm_rate,
  discount_line,
  net_by_year,
  now,
  discounted,
  discounted_cumulated,
  public_short,
  verdict,
  npv,
  payback,
  payback_discounted,
  break_even,
  break_even_undiscounted,
  successes_needed,
  at_once,
  never,
  above_all,
  beyond_all,
  uncertainty,
  uncertain_inputs,
  certain_case,
  success_rate,
  price_factor,
  cost_factor,
  price_factor_short,
  cost_factor_short,
  mean,
  standard_deviation,
  percentile,
  chance_of_saving,
  evpi,
  evpi_all,
  evppi,
  error_note,
  evpi_note,
  cut_off_line,
  other_mean,
  sensitivity,
  at_value,
  sensitivity_note,
  committee,
  implementation,
  permanent,
  effect_in_all,
  full_effect,
  no_full_effect,
  payback_line,
  payback_at_once,
  payback_never,
  departments_line,
  municipality_untouched,
  net_of_anyway,
  contrast_note,
  detail_rows,
  cost,
  at_time,
  one_off,
  running,
  per_success,
  grade_and_source,
  count,
};

template <>
const Phrases<CaseWord>& danish_phrases<CaseWord>() noexcept;
template <>
const Phrases<CaseWord>& english_phrases<CaseWord>() noexcept;

}  // namespace samspil
