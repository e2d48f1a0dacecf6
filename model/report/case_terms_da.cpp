#include "model/report/case_terms.hpp"

namespace samspil {

const std::array<Term, case_term_names.size()>& danish_case_terms() noexcept {
  static constexpr std::array<Term, case_term_names.size()> table{{
      {"Pr. år", "nettoresultat, kr.; først det, der falder nu, så år 1, 2, …"},
      {"Pr. år, diskonteret", "nettoresultatet som værdi nu, kr."},
      {"Akkumuleret, diskonteret", "summen af nettoresultaterne til og med hvert år som værdi nu"},
      {"En cases nettonutidsværdi", "summen af de diskonterede nettoresultater, kr."},
      {"Tilbagebetalingstid",
       "år fra nu, til det akkumulerede resultat aldrig mere er negativt; null, når det ender "
       "negativt"},
      {"Tilbagebetalingstid, diskonteret",
       "år fra nu, til det diskonterede akkumulerede resultat aldrig mere er negativt; null, når "
       "det ender negativt"},
      {"Break-even-succesrate",
       "hvor nettonutidsværdien er 0; kan være over 1; null, når succes ikke giver noget igen"},
      {"Break-even-succesrate, ikke diskonteret", "hvor den ikke diskonterede sum er 0"},
      {"Succeser, der skal til", "deltagere gange break-even-succesraten"},
      {"Deltagere", "der begynder, i alt eller pr. årligt hold"},
      {"Succesrate", "andel af deltagerne, fratrukket det, der sker alligevel"},
      {"Faktor på konsekvenser", "ganges på alle casens konsekvenser"},
      {"Faktor på udgifter", "ganges på alle casens udgifter"},
      {"Afskårne succesrater", "trækninger uden for 0 til 1"},
      {"Første år", "kalenderåret for år 1"},
      {"Middelværdi", "af nettonutidsværdien over trækninger, kr."},
      {"Standardafvigelse", "på nettonutidsværdien over trækninger, kr."},
      {"5 %-fraktil", "5 % af trækningerne er ikke højere"},
      {"50 %-fraktil", "halvdelen af trækningerne er ikke højere"},
      {"95 %-fraktil", "95 % af trækningerne er ikke højere"},
      {"Chance for besparelse", "andel af trækninger med positiv nettonutidsværdi"},
      {"Værdi af fuld viden",
       "før man vælger at gøre det eller lade være, kr. i gennemsnit: E max(NPV, 0) - max(E NPV, "
       "0)"},
      {"Værdi af at kende ét input",
       "at kende det input alene, før man vælger at gøre det eller lade være, kr. i gennemsnit; "
       "null, når det er sikkert"},
      {"Monte Carlo-fejl", "standardfejl på hvert tal, som følge af antallet af trækninger"},
      {"Ét input ad gangen",
       "nettonutidsværdi med ét input lavt og højt, de øvrige på deres middelværdi"},
      {"Input", "hvilket af de usikre tal"},
      {"Lav", "inputtets 5 %-fraktil"},
      {"Høj", "inputtets 95 %-fraktil"},
      {"Nettonutidsværdi ved den lave", "kr."},
      {"Nettonutidsværdi ved den høje", "kr."},
      {"Betalere", "hver kasse; borgerne er ikke med i nogen sum"},
      {"Udvalgets skema", "kommunens egne penge, ikke diskonteret"},
      {"Implementering", "engangsudgifter"},
      {"Varige ændringer", "løbende udgifter og alle konsekvenser"},
      {"I alt", "i en case: kommune, region og stat tilsammen"},
      {"Fuld effekt fra", "første kalenderår, hvor den varige ændring er størst"},
      {"Berørte forvaltninger", "med et beløb på kommunens regning"},
  }};
  return table;
}

}  // namespace samspil
