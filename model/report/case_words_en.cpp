#include "model/report/case_words.hpp"

namespace samspil {

template <>
const Phrases<CaseWord>& english_phrases<CaseWord>() noexcept {
  using enum CaseWord;
  static constexpr Phrases<CaseWord> table{{
      {investment_case, "An investment case"},
      {participants_line, "{0} participants, success rate {1} %: {2} successes."},
      {intakes_line, "They begin in {0} intakes, one a year from year 1: {1}."},
      {own_prices, "the file names no price level"},
      {prices_of, "prices of {0}"},
      {basis_line, "Year 1 is {0}; {1}; undiscounted where nothing else is said."},
      {law_line,
       "No law is applied: who pays what is as the file says, and the amounts are taken as final, "
       "after refunds."},
      {flat_rate, "{0} % a year"},
      {fm_rate, "the Finance Ministry's {0}, {1} and {2} % (to year 35, to year 70, after)"},
      {discount_line,
       "Discounted by {0}: a cost at its own time, a consequence at the end of its year."},
      {net_by_year, "Net result by year"},
      {now, "now"},
      {discounted, "discounted"},
      {discounted_cumulated, "discounted, cumulated"},
      {public_short, "Public"},
      {verdict, "Does it pay?"},
      {npv, "Net present value"},
      {payback, "Payback, years"},
      {payback_discounted, "Payback discounted, years"},
      {break_even, "Break-even success rate"},
      {break_even_undiscounted, "the same undiscounted"},
      {successes_needed, "Successes needed"},
      {at_once, "at once"},
      {never, "never"},
      {above_all, "above 100 %"},
      {beyond_all, "Above 100 %: cannot be reached. No success rate pays the costs back to: {0}."},
      {uncertainty, "Uncertainty of the net present value"},
      {uncertain_inputs, "Uncertain: {0}. {1} draws, seed {2}."},
      {certain_case,
       "The file has no [uncertainty]: nothing is said about how sure these figures are."},
      {success_rate, "success rate"},
      {price_factor, "factor on all consequences"},
      {cost_factor, "factor on all costs"},
      {price_factor_short, "consequence factor"},
      {cost_factor_short, "cost factor"},
      {mean, "Mean"},
      {standard_deviation, "Standard deviation"},
      {percentile, "{0}th percentile"},
      {chance_of_saving, "Chance of a saving, %"},
      {evpi, "Worth of knowing beforehand"},
      {evpi_all, "everything"},
      {evppi, "only {0}"},
      {error_note,
       "± one Monte Carlo standard error of the draws. The uncertainty itself is the spread from "
       "the 5th to the 95th percentile."},
      {evpi_note,
       "Worth of knowing: what one could gain at most, on average, by learning the number before "
       "choosing to do it or not (EVPI, EVPPI). The parts do not add up."},
      {cut_off_line, "{0} drawn success rates lay outside 0-100 % and were cut off."},
      {other_mean,
       "The uncertain success rate has the mean {0} %, the case is reckoned with {1} %."},
      {sensitivity, "One at a time"},
      {at_value, "{0} {1}"},
      {sensitivity_note,
       "Net present value with one input at its 5th and 95th percentile and the others at their "
       "mean."},
      {committee, "For the committee: the municipality, {0}"},
      {implementation, "Implementation (one-off)"},
      {permanent, "Permanent change"},
      {effect_in_all, "Economic effect in all"},
      {full_effect, "Full effect from {0}."},
      {no_full_effect, "The permanent change is no saving in any year."},
      {payback_line, "Payback: {0} years."},
      {payback_at_once, "Payback: at once."},
      {payback_never, "Payback: not within the case."},
      {departments_line, "Departments concerned: {0}."},
      {municipality_untouched, "The municipality pays nothing and saves nothing."},
      {net_of_anyway,
       "The success rate must be net of what happens anyway: those who would have succeeded "
       "without the effort are not its successes."},
      {contrast_note,
       "A consequence per success of this type (SØM) compares those who succeeded with those who "
       "did not. It is a contrast between groups, not a measured effect of the effort; the true "
       "saving may be smaller."},
      {detail_rows, "The rows of the case"},
      {cost, "Cost"},
      {at_time, "{0} kr. at time {1} (years from now)"},
      {one_off, "one-off"},
      {running, "running"},
      {per_success, "kr. per success in years 1, 2, …: {0}"},
      {grade_and_source, "{0}; {1}"},
  }};
  return table;
}

}  // namespace samspil
