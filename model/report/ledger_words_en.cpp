#include "model/report/ledger_words.hpp"

namespace samspil {

template <>
const Phrases<LedgerWord>& english_phrases<LedgerWord>() noexcept {
  using enum LedgerWord;
  static constexpr Phrases<LedgerWord> table{{
      {read_by, "{0}: {1} in {2}"},
      {files_below, "{0} in {1}"},
      {splits, "Splits"},
      {levers_and_effects, "Levers and effects"},
      {switches, "Switches"},
      {switched_by, "Switched by"},
      {acting_effects, "Effects here"},
      {authority, "Own authority"},
      {own_authority, "yes"},
      {no_own_authority, "no"},
      {in_the_ledger, "the ledger: samspil explain --all"},
      {ask_for_one, "give one of: a NAME, --all, --diff A.h5 B.h5"},
      {compared, "A: {0}\nB: {1}"},
      {same_results, "The results are the same, bit for bit: {0}."},
      {other_results, "The results differ: {0}, {1}."},
      {same_inputs, "The inputs are the same."},
      {differ_in, "How they were run"},
      {reworded, "The text of {0} differs, but no entry of it."},
      {only_in, "only in {0}"},
      {nothing, "-"},
      {inputs_differ, "Inputs (A -> B)"},
      {both_net_results, "Net result over all years, centre effect, 1,000 kr."},
      {net_result_of, "{0}: {1}"},
      {difference, "B - A"},
      {not_comparable, "the strategy is in one of the two only"},
      {mechanism_line,
       "\"{0}\": without it the municipality's result of {1} would be {2} instead of {3} ({4}); "
       "no other mechanism moves it more."},
      {mechanism_none, "No mechanism that is on moves the municipality's result of {0}."},
      {ask_line,
       "What hangs on what: --detail runs the scenario once more without each mechanism; "
       "--what-matters looks for the three assumptions that matter most."},
      {matters_heading, "The assumptions that matter most"},
      {matters_line,
       "Each moved alone from its low to its high, all else the same: how the municipality's net "
       "result changes, all years, centre effect."},
      {matter_column, "{0} ({1} -> {2})"},
      {change_column, "change"},
      {matters_searched,
       "Searched: the {0} parameters, prices, levers and effects graded assumed, on {1} families; "
       "those {2} of each strategy that moved it most there, again on {3}. Scaled to the families "
       "of the run; ± one standard error of the simulation. The starting families are the same "
       "throughout."},
      {matters_left_out,
       "Not searched: {0} assumptions that only make the starting families; payer rules and "
       "mechanisms, which have no range; moves of several at once."},
      {no_matters, "No assumption with a range changes the municipality's net result."},
      {stage_what_matters, "moving one assumption at a time"},
      {help_all, "List every name, with --json as one document"},
      {help_diff, "Two results files (.h5): what differs between them"},
      {help_explain_json, "Print one JSON document"},
      {help_what_matters, "Find the three assumptions that matter most"},
  }};
  return table;
}

const std::array<Term, ledger_term_names.size()>& english_ledger_terms() noexcept {
  static constexpr std::array<Term, ledger_term_names.size()> table{{
      {"Kind", "what sort of thing a name is"},
      {"Label", "the name as the tables print it in English; null where it has none"},
      {"Danish label", "the name as the tables print it in Danish; null where it has none"},
      {"Value", "the number that the scenario uses; null where the name stands for none"},
      {"Grade", "how well the number is founded"},
      {"Source", "report and place, or what is assumed and why"},
      {"Law", "paragraph"},
      {"Used in", "functions of the model that read it, and their files"},
      {"Concerns", "names that belong to it: what a rule splits, a mechanism switches"},
      {"File", "input file in which it is written"},
      {"Line", "line of that file"},
      {"Notes", "what else is known, in words"},
      {"Without one mechanism",
       "net result over all years when that mechanism is off, kr.; null where it was not asked for "
       "(--detail) or no population can be made"},
      {"What matters", "how the assumptions that matter most were searched for; null unless asked"},
      {"Families in the screening", "on which every assumption was moved"},
      {"Families in the comparison", "on which the foremost assumptions were moved again"},
      {"Inputs compared", "per strategy, the foremost of the screening"},
      {"Searched", "assumptions that were moved from low to high"},
      {"Left out", "assumptions that only make the starting families"},
      {"Assumptions that matter most",
       "those whose move from low to high changes the municipality's net result most"},
      {"Change", "net result of the municipality at high minus at low, kr., all years"},
      {"Before", "in the first of two results"},
      {"After", "in the second of two results"},
      {"Differences", "entries that are not the same in two results"},
  }};
  return table;
}

std::span<const FileLabel> english_file_labels() noexcept {
  static constexpr std::array<FileLabel, 19> table{{
      {"model/dynamics/hazards.hpp", "hazards of adults"},
      {"model/dynamics/hazards_child.hpp", "hazards of children"},
      {"model/dynamics/labour.cpp", "labour status, day by day"},
      {"model/dynamics/placement.cpp", "placement, day by day"},
      {"model/dynamics/measures.cpp", "measures for children, day by day"},
      {"model/dynamics/adult_services.cpp", "services for adults, day by day"},
      {"model/dynamics/school_and_events.cpp", "school, absence and events of the year"},
      {"model/dynamics/demography.cpp", "births, deaths, moves and couples"},
      {"model/dynamics/new_year.cpp", "the review on 1 January"},
      {"model/dynamics/surroundings.cpp", "what members mean to each other"},
      {"model/dynamics/coordination.cpp", "enrolment and how much of an effect acts"},
      {"model/dynamics/family_year.cpp", "the family's year"},
      {"model/simulation/candidates.cpp", "making of candidate families"},
      {"model/simulation/plan.cpp", "the strategy's plan and cost"},
      {"model/inputs/mechanisms.cpp", "what switching a mechanism off sets"},
      {"model/costs/expensive_cases.hpp", "refund of expensive single cases"},
      {"model/costs/prices.cpp", "division of a price between payers"},
      {"model/costs/settlement.cpp", "settlement of the year"},
      {"model/costs/ladder.cpp", "the refund ladder"},
  }};
  return table;
}

}  // namespace samspil
