#include "model/report/ledger_words.hpp"

namespace samspil {

template <>
const Phrases<LedgerWord>& danish_phrases<LedgerWord>() noexcept {
  using enum LedgerWord;
  static constexpr Phrases<LedgerWord> table{{
      {read_by, "{0}: {1} i {2}"},
      {files_below, "{0} i {1}"},
      {splits, "Fordeler"},
      {levers_and_effects, "Håndtag og effekter"},
      {switches, "Tænder og slukker"},
      {switched_by, "Tændes af"},
      {acting_effects, "Effekter her"},
      {authority, "Egen kompetence"},
      {own_authority, "ja"},
      {no_own_authority, "nej"},
      {in_the_ledger, "oversigten: samspil explain --all"},
      {ask_for_one, "skriv ét af: et NAVN, --all, --diff A.h5 B.h5"},
      {compared, "A: {0}\nB: {1}"},
      {same_results, "Resultaterne er ens bit for bit: {0}."},
      {other_results, "Resultaterne er forskellige: {0}, {1}."},
      {same_inputs, "Inputtene er ens."},
      {differ_in, "Kørslen"},
      {reworded, "Teksten i {0} er en anden, men ingen post i den."},
      {only_in, "kun i {0}"},
      {nothing, "-"},
      {inputs_differ, "Input (A -> B)"},
      {both_net_results, "Nettoresultat over alle år, midterskøn, 1.000 kr."},
      {net_result_of, "{0}: {1}"},
      {difference, "B - A"},
      {not_comparable, "strategien findes kun i den ene"},
      {mechanism_line,
       "\"{0}\": uden den ville kommunens resultat af {1} være {2} i stedet for {3} ({4}); "
       "ingen anden mekanisme flytter det mere."},
      {mechanism_none, "Ingen mekanisme, der er slået til, flytter kommunens resultat af {0}."},
      {ask_line,
       "Hvad afhænger af hvad: --detail kører scenariet en gang til uden hver mekanisme; "
       "--what-matters leder efter de tre antagelser, der betyder mest."},
      {matters_heading, "De antagelser, der betyder mest"},
      {matters_line,
       "Hver flyttet alene fra sin lave til sin høje værdi, alt andet lige: hvor meget kommunens "
       "nettoresultat ændres, alle år, midterskøn."},
      {matter_column, "{0} ({1} -> {2})"},
      {change_column, "ændring"},
      {matters_searched,
       "Gennemsøgt: de {0} parametre, priser, håndtag og effekter, der er antaget, på {1} "
       "familier; de {2} for hver strategi, der dér flyttede mest, igen på {3}. Omregnet til "
       "kørslens familier; ± én standardfejl fra simuleringen. Startfamilierne er de samme hele "
       "vejen."},
      {matters_left_out,
       "Ikke gennemsøgt: {0} antagelser, der kun danner startfamilierne; betalerregler og "
       "mekanismer, som intet interval har; flere ændringer på én gang."},
      {no_matters, "Ingen antagelse med et interval ændrer kommunens nettoresultat."},
      {stage_what_matters, "flytter én antagelse ad gangen"},
      {help_all, "Vis alle navne; med --json som ét dokument"},
      {help_diff, "To resultatfiler (.h5): hvad der er forskelligt i dem"},
      {help_explain_json, "Udskriv ét JSON-dokument"},
      {help_what_matters, "Find de tre antagelser, der betyder mest"},
  }};
  return table;
}

const std::array<Term, ledger_term_names.size()>& danish_ledger_terms() noexcept {
  static constexpr std::array<Term, ledger_term_names.size()> table{{
      {"Slags", "hvad et navn er navn på"},
      {"Engelsk betegnelse",
       "navnet, som tabellerne skriver det på engelsk; null, hvor det mangler"},
      {"Dansk betegnelse", "navnet, som tabellerne skriver det på dansk; null, hvor det mangler"},
      {"Værdi", "tallet, som scenariet bruger; null, hvor navnet ikke står for et tal"},
      {"Evidensgrad", "hvor godt tallet er underbygget"},
      {"Kilde", "rapport og sted, eller hvad der er antaget og hvorfor"},
      {"Lov", "paragraf"},
      {"Bruges i", "funktioner i modellen, der læser det, og deres filer"},
      {"Vedrører", "navne, der hører til: hvad en regel fordeler, en mekanisme tænder"},
      {"Fil", "inputfilen, hvor det står"},
      {"Linje", "linjen i filen"},
      {"Noter", "hvad der ellers vides, i ord"},
      {"Uden én mekanisme",
       "nettoresultat over alle år, når mekanismen er slået fra, kr.; null, hvor der ikke er "
       "spurgt "
       "(--detail), eller ingen population kan dannes"},
      {"Hvad betyder noget",
       "hvordan de vigtigste antagelser blev fundet; null, hvor der ikke er spurgt"},
      {"Familier i gennemsøgningen", "som hver antagelse er flyttet på"},
      {"Familier i sammenligningen", "som de forreste antagelser er flyttet på igen"},
      {"Input sammenlignet", "pr. strategi, de forreste i gennemsøgningen"},
      {"Gennemsøgt", "antagelser, der er flyttet fra lav til høj"},
      {"Udeladt", "antagelser, der kun danner startfamilierne"},
      {"De antagelser, der betyder mest",
       "dem, hvis flytning fra lav til høj ændrer kommunens nettoresultat mest"},
      {"Ændring", "kommunens nettoresultat ved høj minus ved lav, kr., alle år"},
      {"Før", "i det første af to resultater"},
      {"Efter", "i det andet af to resultater"},
      {"Forskelle", "poster, der ikke er ens i to resultater"},
  }};
  return table;
}

std::span<const FileLabel> danish_file_labels() noexcept {
  static constexpr std::array<FileLabel, 19> table{{
      {"model/dynamics/hazards.hpp", "hazarder for voksne"},
      {"model/dynamics/hazards_child.hpp", "hazarder for børn"},
      {"model/dynamics/labour.cpp", "arbejdsmarkedsstatus, dag for dag"},
      {"model/dynamics/placement.cpp", "anbringelse, dag for dag"},
      {"model/dynamics/measures.cpp", "foranstaltninger for børn, dag for dag"},
      {"model/dynamics/adult_services.cpp", "indsatser for voksne, dag for dag"},
      {"model/dynamics/school_and_events.cpp", "skole, fravær og årets hændelser"},
      {"model/dynamics/demography.cpp", "fødsler, dødsfald, flytninger og par"},
      {"model/dynamics/new_year.cpp", "gennemgangen 1. januar"},
      {"model/dynamics/surroundings.cpp", "hvad familiens medlemmer betyder for hinanden"},
      {"model/dynamics/coordination.cpp", "optagelse, og hvor meget af en effekt der virker"},
      {"model/dynamics/family_year.cpp", "familiens år"},
      {"model/simulation/candidates.cpp", "dannelse af kandidatfamilier"},
      {"model/simulation/plan.cpp", "strategiens plan og udgift"},
      {"model/inputs/mechanisms.cpp", "hvad en slukket mekanisme ændrer"},
      {"model/costs/expensive_cases.hpp", "refusion af særligt dyre enkeltsager"},
      {"model/costs/prices.cpp", "en pris delt mellem betalere"},
      {"model/costs/settlement.cpp", "årets afregning"},
      {"model/costs/ladder.cpp", "refusionstrappen"},
  }};
  return table;
}

}  // namespace samspil
