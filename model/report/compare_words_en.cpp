#include "model/report/compare_words.hpp"

namespace samspil {

template <>
const Phrases<CompareWord>& english_phrases<CompareWord>() noexcept {
  using enum CompareWord;
  static constexpr Phrases<CompareWord> table{{
      {compared, "The strategies compared"},
      {same_families,
       "Same families: every strategy is offered to the same families, {0} % of all, drawn by lot; "
       "all accept and begin in the first year. How long they stay is the strategy's own."},
      {lot_drew, "The lot drew {0} of {1} families, {2} %."},
      {share_set_by,
       "The share is the largest that the levers of {0} allow, who can enrol the fewest: beside "
       "other strategies it may be another. `enrol` in the scenario sets it once and for all."},
      {same_budget,
       "Same budget: {0} enrols {1} % of the families, drawn by lot; each other strategy enrols "
       "what the same programme cost pays for."},
      {budget_met, "What the others spend of it: {0} to {1} %."},
      {as_described,
       "As described: each strategy has its own intake, consent and capacity, so the families are "
       "not the same."},
      {present_practice,
       "All is the difference from present practice, {0}, at the same level of effect: what costs "
       "less than it is positive."},
      {present_column, "Present"},
      {net_of, "Net result, all years: {0}"},
      {cashable, "In the budget, all years: Municipality"},
      {cashable_note,
       "In the budget: what is saved counts as far and as late as the cashable share and the lag "
       "of "
       "its price say; what is added, and the programme, at once and in full."},
      {none, "no effect"},
      {centre, "centre"},
      {weak, "weak"},
      {strong, "strong"},
      {plus_minus, "±"},
      {spread_of, "Draws: {0}"},
      {p5, "p5"},
      {p50, "p50"},
      {p95, "p95"},
      {chance, "saves %"},
      {better, "helps %"},
      {draws_note,
       "Net result over {0} draws of {1} uncertain inputs, the effects among them. The effects of "
       "one strategy hang together, and so do the prices of placements, those of measures, and "
       "the labour market; what the municipality decides is {3}. p5 to p95: of the expected "
       "result, not of one municipality's accounts. Saves: share of the draws with fewer "
       "expenditures; helps: with a better result than the same programme without effect; the "
       "standard error is {2} points at the most."},
      {levers_held, "held"},
      {levers_drawn, "drawn too"},
      {luck_note, "Of the variance between draws at most {0} % is luck of the simulated families."},
      {programme, "Programme, centre effect"},
      {programme_year, "kr./fam.yr"},
      {people, "Change per 100 family-years"},
      {family_years, "fam.years"},
      {caseworkers, "staff"},
      {per_caseworker, "fam./post"},
      {in_work, "in work"},
      {placed, "placed"},
      {home_months, "measures"},
      {column_note,
       "kr./fam.yr: the programme's own cost per family-year. Staff: full-time posts that it pays, "
       "a year on average. Fam./post: families per such post, by the strategy / as simulated. "
       "Changes at the centre effect, in a year, per 100 families in the programme: "
       "parents in work in week 48, children placed, months of home-based measures."},
      {tried_elsewhere, "Tried on other families than these:"},
      {tried_line, "{0} - {1}."},
      {more_below, "Each strategy's people and result with its errors: --detail."},
      {more_in_detail, "Each strategy's own budget by department and year: --detail."},
      {differ, "What makes {0} and {1} differ"},
      {no_difference, "Nothing that acts: every lever, core element and effect is the same."},
      {same_rest, "The same in both: {0} levers, {1} core elements, {2} effects."},
      {levers, "Levers"},
      {elements, "Core elements (fidelity 1-6)"},
      {effects, "Effects (hazard ratio, weak / centre / strong)"},
      {role, "Role"},
      {authority, "Own authority"},
      {order, "Order of measures"},
      {enrolment_note,
       "intake_share, consent_share and capacity_per_site act when compared as described alone."},
      {not_there, "-"},
      {has, "yes"},
      {has_not, "no"},
      {lost_and_weight, "lost {0}, weight {1}"},
      {unknown_strategy, "no such strategy"},
      {all_of_results, "a results file holds its own strategies"},
      {help_all, "Every shipped strategy side by side"},
      {help_other, "A second strategy: what makes the two differ"},
  }};
  return table;
}

}  // namespace samspil
