#include "model/report/flow_words.hpp"

namespace samspil {

template <>
const Phrases<FlowWord>& english_phrases<FlowWord>() noexcept {
  using enum FlowWord;
  static constexpr Phrases<FlowWord> table{{
      {help_flows, "Yearly flows of the target group beside what is known of them"},
      {help_json, "The flows as one JSON document"},
      {title, "Flows of the target group of {0} when no strategy acts"},
      {counted, "{0} families with {1} target children and {2} target parents; year 0 is {3}."},
      {known_column, "known"},
      {children, "Children"},
      {parents, "Parents"},
      {costs, "Costs, year 1 = 100"},
      {outside_line, "* {0} of {1} known flows lie outside: {2}."},
      {all_inside, "All {0} known flows lie inside their ranges."},
      {note,
       "Before year 0 the families are those that were selected then. Known is held against the "
       "mean "
       "of years 1-{0}; what adds up, against year {0}. Per cent a year where nothing else is "
       "said; "
       "job loss and new placements: per 100 person-years."},
      {known_note, "Sources and grades of what is known: {0}, `--json`."},
  }};
  return table;
}

const FlowLabels& english_flow_labels() noexcept {
  static constexpr FlowLabels labels{"placed, any day",
                                     "of the placed: out",
                                     "home before 18",
                                     "18, no aftercare",
                                     "from aftercare",
                                     "dead",
                                     "other kind of place",
                                     "at home: placed",
                                     "placed again, 2 y.",
                                     "home measures",
                                     "notified, per child",
                                     "per notified one",
                                     "secure, per 10,000",
                                     "convicted, 15-23",
                                     "pension, week 48",
                                     "rise since year 0",
                                     "granted",
                                     "under 40",
                                     "employed, any day",
                                     "in work, week 48",
                                     "kontanthjælp, w. 48",
                                     "job lost, 1st year",
                                     "later",
                                     "convicted",
                                     "adult social/parent",
                                     "municipal/person",
                                     "at year 1's ages"};
  return labels;
}

}  // namespace samspil
