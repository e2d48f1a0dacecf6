/// \file
/// The words that compare strategies with each other, in one table per language. Knows no number.
#pragma once

#include "model/report/words.hpp"

namespace samspil {

enum class CompareWord : std::uint8_t {
  compared,
  same_families,
  lot_drew,
  share_set_by,
  same_budget,
  budget_met,
  as_described,
  present_practice,
  present_column,
  net_of,
  cashable,
  cashable_note,
  none,
  centre,
  weak,
  strong,
  plus_minus,
  spread_of,
  p5,
  p50,
  p95,
  chance,
  better,
  draws_note,
  levers_held,
  levers_drawn,
  luck_note,
  programme,
  programme_year,
  people,
  family_years,
  caseworkers,
  per_caseworker,
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

template <>
const Phrases<CompareWord>& danish_phrases<CompareWord>() noexcept;
template <>
const Phrases<CompareWord>& english_phrases<CompareWord>() noexcept;

}  // namespace samspil
