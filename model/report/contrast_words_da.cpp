#include "model/report/contrast_words.hpp"

namespace samspil {

template <>
const Phrases<ContrastWord>& danish_phrases<ContrastWord>() noexcept {
  using enum ContrastWord;
  static constexpr Phrases<ContrastWord> table{{
      {help_contrast, "SØMs statuskontrast ved siden af effekten af arbejde"},
      {help_scenario, "Et scenarie (.toml)"},
      {help_detail, "Også forvaltninger og år"},
      {title, "Statuskontrast og effekt af arbejde: {0}"},
      {families_line,
       "{0} familier, frø {1}; år 0 er {2}. Udgifter {3}-{4}, lov for {5}, priser "
       "for {6}."},
      {success_line, "Succes: i job, fleksjob, uddannelse eller på barsel i uge 48 i {0}."},
      {unit_line,
       "1.000 kr. pr. person over alle år, ± standardfejl. Plus: færre offentlige udgifter til "
       "dem, der lykkes."},
      {success_title, "Hvem lykkes"},
      {adults, "voksne"},
      {children, "børn"},
      {people, "Personer i målgruppen"},
      {succeed, "Lykkes (en af deres forældre), %"},
      {before, "Heraf også i uge 48 i {0}, %"},
      {published_title, "Kontrasten ved siden af den udgivne"},
      {raw, "rå"},
      {adjusted, "justeret"},
      {status_before, "også før"},
      {published, "udgivet"},
      {adult_and_child, "En voksen og et barn"},
      {adult, "Voksen"},
      {child, "Barn"},
      {child_social, "Barn, socialområdet"},
      {without_coupling, "Uden kobling fra år 1"},
      {coupling_is_off, "Koblingen i familien er slået fra i scenariet."},
      {more_than, "> {0}"},
      {less_than, "< {0}"},
      {adjusted_note,
       "Justeret: mindste kvadrater på alder, køn, udfordringer (for et barn forældrenes) og om "
       "begge forældre hører til. Også før: den voksnes status i uge 48 i år 0; barnets "
       "sårbarhed i tiendedele, og om det var anbragt i år 0. Fejl: robuste, efter familie."},
      {distance_title, "Hvad forklarer afstanden"},
      {distance_adult,
       "Voksen: af {0} er {1} hvem de er (alder, køn, udfordringer), {2} den status de havde i "
       "forvejen; {3} er tilbage."},
      {distance_child,
       "Barn, socialområdet: af {0} er {1} alder, køn og udfordringer, {2} sårbarhed og "
       "anbringelse "
       "før; {3} er tilbage."},
      {distance_coupling,
       "Koblingen i familien i disse år står for {0} af barnets; uden den giver udvælgelse {1} "
       "rå."},
      {distance_effect,
       "Én voksen mere, der lykkes, samme familier: {0} sparet på egne udgifter, med {1} år i "
       "arbejde; de voksnes rå kontrast er {2}."},
      {payers_title, "Hvem betaler"},
      {areas_title, "Hovedområder"},
      {departments_title, "Forvaltninger"},
      {years_title, "År"},
      {adult_raw, "voksen, rå"},
      {adult_adjusted, "justeret"},
      {child_raw, "barn, rå"},
      {child_adjusted, "justeret"},
      {four_years, "Alle betalere"},
      {published_year_1,
       "Udgivet for det første år, en voksen og et barn: ca. {0} tusind kr.; her {1} rå, {2} "
       "justeret."},
      {state_transfers,
       "Statens egne rummer SU og barselsdagpenge, som følger med succes, ved siden af politi, "
       "domstole og fængsel."},
      {no_difference, "Ingen kontrast: ingen lykkes, eller alle, eller for få til at skelne."},
      {effect_title, "Effekten af arbejde: samme familier, samme lodtrækning"},
      {effect_line,
       "Vej til job × {0} for alle, i alle år (venstre) eller i år 1 alene (højre). 1.000 kr. "
       "sparet "
       "på voksne og på børn under 16 over alle år, pr. forælders eller partners år i arbejde, og "
       "pr. en mere af dem, der lykkes."},
      {per_work_year, "forælder-år i job"},
      {per_success, "succes"},
      {all_public, "Alle betalere"},
      {of_adults, "heraf voksnes egne udgifter"},
      {of_children, "heraf børnenes"},
      {municipality, "Kommunen"},
      {how_many, "Hvor mange flere"},
      {work_years, "År i arbejde for hver"},
      {no_effect, "Ingen flere kom i arbejde."},
      {cannot_title, "Hvad det ikke kan sige"},
      {association,
       "Kontrasten er en sammenhæng: de, der lykkes, stod bedre i forvejen. Effekten er modellens "
       "egen, af antagne hazarder; ingen rapport påviser den."},
      {child_rule,
       "Et barn hører til en succes, hvis en af dets forældre i målgruppen lykkes; det siger "
       "rapporten ikke. Det udgivne læses som en voksen plus et barn."},
      {unlike_published,
       "Det udgivne er fra 2017 og frem, i priser der ikke er oplyst, justeret på en måde der ikke "
       "er oplyst; kun estimater, der er signifikante på 5 %, er med. Bloktilskud og indsatsens "
       "egen pris er med i ingen af dem."},
      {validation, "Validering: intet tal i modellen er sat efter det udgivne."},
  }};
  return table;
}

const std::array<Term, contrast_term_names.size()>& danish_contrast_terms() noexcept {
  static constexpr std::array<Term, contrast_term_names.size()> table{{
      {"Voksen", "målgruppens voksne, de der ikke lykkes minus de der gør"},
      {"Barn", "målgruppens børn, efter om en af forældrene i den lykkes"},
      {"En voksen og et barn", "summen af de to kontraster, som rapporten viser den"},
      {"Rå", "forskel i middel"},
      {"Justeret", "mindste kvadrater på alder, køn, udfordringer, begge forældre i målgruppen"},
      {"Også før", "og på den voksnes status i uge 48 i år 0; barnets sårbarhed og anbringelse"},
      {"Personer", "medlemmer af målgruppen i år 0"},
      {"Succeser",
       "i job, fleksjob, uddannelse eller på barsel i uge 48 i år 1; for børn: en af forældrene"},
      {"Succeser før", "voksne der lykkes og havde sådan en status i uge 48 i år 0"},
      {"Alle betalere", "kommune, region og stat, kr. pr. person over alle år"},
      {"Efter år", "alle betalere, kr. pr. person, efter budgetår"},
      {"Efter hovedområde", "alle betalere, kr. pr. person, efter prislistens hovedområde"},
      {"Udgivet", "hvad rapporten viser, med interval, grad og kilde"},
      {"Uden kobling", "kontrasten for samme familier uden kobling fra år 1, eller null"},
      {"Effekt", "sparede kr. pr. enhed for samme familier og lodtrækning med flere job"},
      {"Forælder-år i job", "364 dage for en forælder eller partner i job eller fleksjob"},
      {"Succes", "én forælder eller partner mere med succesens status i uge 48 i år 1"},
      {"Enheder", "hvor mange flere det gav, i alle familier"},
      {"År i arbejde", "i job eller fleksjob over alle år, som fulgte med hver enhed"},
      {"Vej til job", "forholdet på hazarderne for job i effekten"},
  }};
  return table;
}

std::span<const AreaLabel> danish_area_labels() noexcept {
  static constexpr std::array<AreaLabel, 11> table{{
      {"income transfers", "Indkomstoverførsler"},
      {"employment measures", "Beskæftigelsesindsats"},
      {"home-based measures", "Hjemmebaseret indsats"},
      {"out-of-home placement", "Anbringelse"},
      {"grants to families with disabled children", "Ydelser ved handicap"},
      {"adult social services", "Voksensociale indsatser"},
      {"health", "Sundhed"},
      {"day care and school", "Dagtilbud og skole"},
      {"casework", "Sagsbehandling"},
      {"police, courts and prison", "Politi, domstole, fængsel"},
      {"tax on income", "Indkomstskat"},
  }};
  return table;
}

std::string main_area_label(const std::string& area, Language language) {
  const auto labels = language == Language::da ? danish_area_labels() : english_area_labels();
  for (const AreaLabel& own : labels) {
    if (own.area == area) return std::string{own.label};
  }
  return area;
}

}  // namespace samspil
