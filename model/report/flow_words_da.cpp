#include "model/report/flow_words.hpp"

namespace samspil {

template <>
const Phrases<FlowWord>& danish_phrases<FlowWord>() noexcept {
  using enum FlowWord;
  static constexpr Phrases<FlowWord> table{{
      {help_flows, "Målgruppens årlige strømme ved siden af det, der vides om dem"},
      {help_json, "Strømmene som ét JSON-dokument"},
      {title, "Strømme i målgruppen fra {0}, når ingen strategi virker"},
      {counted, "{0} familier med {1} børn og {2} forældre i målgruppen; år 0 er {3}."},
      {known_column, "kendt"},
      {children, "Børn"},
      {parents, "Forældre"},
      {costs, "Udgift, år 1 = 100"},
      {outside_line, "* {0} af {1} kendte strømme ligger udenfor: {2}."},
      {all_inside, "Alle {0} kendte strømme ligger inden for deres spænd."},
      {note,
       "Før år 0 er familierne dem, der da blev udvalgt. Det kendte holdes op mod middel af år "
       "1-{0}; "
       "hvad der hober sig op, mod år {0}. Pct. om året, hvor intet andet står; jobtab og nye "
       "anbringelser: pr. 100 personår."},
      {known_note, "Kilder og grader til det kendte: {0}, `--json`."},
  }};
  return table;
}

const FlowLabels& danish_flow_labels() noexcept {
  static constexpr FlowLabels labels{"anbragt, en dag",
                                     "af anbragte: ude",
                                     "hjem før 18",
                                     "18, u. efterværn",
                                     "fra efterværn",
                                     "døde",
                                     "anden slags sted",
                                     "hjemme: anbringes",
                                     "anbragt igen, 2 år",
                                     "hjemmeforanstaltn.",
                                     "underretn. pr. barn",
                                     "pr. underrettet",
                                     "sikret, pr. 10.000",
                                     "dømt, 15-23",
                                     "pension, uge 48",
                                     "stigning fra år 0",
                                     "tilkendt",
                                     "under 40",
                                     "beskæftiget, en dag",
                                     "i arbejde, uge 48",
                                     "kontanthjælp, u. 48",
                                     "job tabt, 1. år",
                                     "senere",
                                     "dømt",
                                     "voksensocial",
                                     "kommunen/person",
                                     "ved år 1's aldre"};
  return labels;
}

}  // namespace samspil
