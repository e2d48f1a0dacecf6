#include "model/report/compare_words.hpp"

namespace samspil {

template <>
const Phrases<CompareWord>& danish_phrases<CompareWord>() noexcept {
  using enum CompareWord;
  static constexpr Phrases<CompareWord> table{{
      {compared, "Strategierne sammenlignet"},
      {same_families,
       "Samme familier: hver strategi tilbydes de samme familier, {0} % af alle, udtrukket ved "
       "lod; alle siger ja og begynder det første år. Hvor længe de bliver, er strategiens eget."},
      {lot_drew, "Loddet udtrak {0} af {1} familier, {2} %."},
      {share_set_by,
       "Andelen er den største, som håndtagene i {0} tillader, der kan optage færrest: ved siden "
       "af andre strategier kan den være en anden. `enrol` i scenariet lægger den fast."},
      {same_budget,
       "Samme budget: {0} optager {1} % af familierne, udtrukket ved lod; hver af de andre "
       "optager, "
       "hvad den samme udgift til indsatsen rækker til."},
      {budget_met, "De andre bruger af den: {0} til {1} %."},
      {as_described,
       "Som beskrevet: hver strategi har sin egen visitation, tilslutning og kapacitet, så "
       "familierne er ikke de samme."},
      {present_practice,
       "Alt er forskellen fra nuværende praksis, {0}, ved samme effekt: hvad der koster mindre "
       "end den, er positivt."},
      {present_column, "Nu"},
      {net_of, "Netto, alle år: {0}"},
      {cashable, "I budgettet, alle år: Kommunen"},
      {cashable_note,
       "I budgettet: det sparede tæller så langt og så sent, som prisens andel, der kan frigøres, "
       "og "
       "dens forsinkelse siger; hvad der kommer til, og indsatsen selv, straks og fuldt ud."},
      {none, "ingen"},
      {centre, "midterskøn"},
      {weak, "svag"},
      {strong, "stærk"},
      {plus_minus, "±"},
      {spread_of, "Trækninger: {0}"},
      {p5, "p5"},
      {p50, "p50"},
      {p95, "p95"},
      {chance, "sparer %"},
      {better, "gavner %"},
      {draws_note,
       "Nettoresultat over {0} trækninger af {1} usikre input, også effekterne. En strategis "
       "effekter hænger sammen, og det gør anbringelsernes priser, indsatsernes priser og "
       "arbejdsmarkedet også; hvad kommunen selv bestemmer, {3}. p5 til p95: af det forventede "
       "resultat, ikke af én kommunes regnskab. Sparer: andelen af trækninger med færre udgifter; "
       "gavner: med et bedre resultat end den samme indsats uden effekt; standardfejlen er højst "
       "{2} point."},
      {levers_held, "ligger fast"},
      {levers_drawn, "er trukket med"},
      {luck_note,
       "Af variansen mellem trækninger er højst {0} pct. held i de simulerede familier."},
      {programme, "Indsatsen, midterskøn"},
      {programme_year, "kr./fam.år"},
      {people, "Ændring pr. 100 familieår"},
      {family_years, "fam.år"},
      {caseworkers, "ansatte"},
      {per_caseworker, "fam./still."},
      {in_work, "i arbejde"},
      {placed, "anbragt"},
      {home_months, "foranst."},
      {column_note,
       "kr./fam.år: indsatsens egen udgift pr. familieår. Ansatte: fuldtidsstillinger, som "
       "den betaler, i snit pr. år. Fam./still.: familier pr. sådan stilling, efter strategien / "
       "simuleret. "
       "Ændringer ved midterskønnet, på et år, pr. 100 familier i indsatsen: forældre i "
       "arbejde i uge 48, anbragte børn, måneder med hjemmebaserede foranstaltninger."},
      {tried_elsewhere, "Prøvet på andre familier end disse:"},
      {tried_line, "{0} - {1}."},
      {more_below, "Hver strategis mennesker og resultat med usikkerhed: --detail."},
      {more_in_detail, "Hver strategis eget budget efter forvaltning og år: --detail."},
      {differ, "Hvad der skiller {0} og {1}"},
      {no_difference,
       "Intet, der virker: hvert håndtag, hvert kerneelement og hver effekt er ens."},
      {same_rest, "Ens i begge: {0} håndtag, {1} kerneelementer, {2} effekter."},
      {levers, "Håndtag"},
      {elements, "Kerneelementer (gennemført, 1-6)"},
      {effects, "Effekter (hazardratio, svag / midterskøn / stærk)"},
      {role, "Rolle"},
      {authority, "Egen myndighed"},
      {order, "Rækkefølge"},
      {enrolment_note,
       "intake_share, consent_share og capacity_per_site virker kun ved sammenligning som "
       "beskrevet."},
      {not_there, "-"},
      {has, "ja"},
      {has_not, "nej"},
      {lost_and_weight, "opgives {0}, vægt {1}"},
      {unknown_strategy, "ingen sådan strategi"},
      {all_of_results, "en resultatfil har sine egne strategier"},
      {help_all, "Alle medfølgende strategier side om side"},
      {help_other, "En strategi mere: hvad der skiller de to"},
  }};
  return table;
}

}  // namespace samspil
