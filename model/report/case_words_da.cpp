#include "model/report/case_words.hpp"

namespace samspil {

template <>
const Phrases<CaseWord>& danish_phrases<CaseWord>() noexcept {
  using enum CaseWord;
  static constexpr Phrases<CaseWord> table{{
      {investment_case, "En investeringscase"},
      {participants_line, "{0} deltagere, succesrate {1} %: {2} succeser."},
      {intakes_line, "De begynder på {0} hold, ét om året fra år 1: {1}."},
      {own_prices, "filen nævner intet prisniveau"},
      {prices_of, "priser {0}"},
      {basis_line, "År 1 er {0}; {1}; ikke diskonteret, hvor intet andet er nævnt."},
      {law_line,
       "Ingen lovgivning regnes igennem: fordelingen på betalere er filens egen, og beløbene tages "
       "som endelige, efter refusion."},
      {flat_rate, "{0} % om året"},
      {fm_rate, "Finansministeriets {0}, {1} og {2} % (til år 35, til år 70, derefter)"},
      {discount_line,
       "Diskonteret med {0}: en udgift på sit eget tidspunkt, en konsekvens ved årets udgang."},
      {net_by_year, "Nettoresultat pr. år"},
      {now, "nu"},
      {discounted, "diskonteret"},
      {discounted_cumulated, "diskonteret, akkumuleret"},
      {public_short, "Offentligt"},
      {verdict, "Kan det betale sig?"},
      {npv, "Nettonutidsværdi"},
      {payback, "Tilbagebetalingstid, år"},
      {payback_discounted, "Tilbagebetalingstid diskonteret, år"},
      {break_even, "Break-even-succesrate"},
      {break_even_undiscounted, "den samme ikke diskonteret"},
      {successes_needed, "Succeser, der skal til"},
      {at_once, "straks"},
      {never, "aldrig"},
      {above_all, "over 100 %"},
      {beyond_all, "Over 100 %: kan ikke nås. Ingen succesrate tjener udgifterne hjem til: {0}."},
      {uncertainty, "Usikkerhed på nettonutidsværdien"},
      {uncertain_inputs, "Usikkert: {0}. {1} trækninger, startværdi {2}."},
      {certain_case, "Filen har ingen [uncertainty]: der siges intet om, hvor sikre tallene er."},
      {success_rate, "succesraten"},
      {price_factor, "faktoren på alle konsekvenser"},
      {cost_factor, "faktoren på alle udgifter"},
      {price_factor_short, "konsekvensfaktoren"},
      {cost_factor_short, "udgiftsfaktoren"},
      {mean, "Middelværdi"},
      {standard_deviation, "Standardafvigelse"},
      {percentile, "{0} %-fraktil"},
      {chance_of_saving, "Chance for besparelse, %"},
      {evpi, "Værdi af at vide på forhånd"},
      {evpi_all, "alt"},
      {evppi, "kun {0}"},
      {error_note,
       "± én Monte Carlo-standardfejl på trækningerne. Selve usikkerheden er spredningen fra 5 %- "
       "til 95 %-fraktilen."},
      {evpi_note,
       "Værdi af viden: hvad man i gennemsnit højst kan vinde ved at kende tallet, før man vælger "
       "at gøre det eller lade være (EVPI, EVPPI). Delene kan ikke lægges sammen."},
      {cut_off_line, "{0} trukne succesrater lå uden for 0-100 % og er skåret af."},
      {other_mean, "Den usikre succesrate har middelværdien {0} %, casen er regnet med {1} %."},
      {sensitivity, "Én ad gangen"},
      {at_value, "{0} {1}"},
      {sensitivity_note,
       "Nettonutidsværdi med ét input på sin 5 %- og 95 %-fraktil og de øvrige på deres "
       "middelværdi."},
      {committee, "Til udvalget: kommunen, {0}"},
      {implementation, "Implementering (engangs)"},
      {permanent, "Varige ændringer"},
      {effect_in_all, "Samlet økonomisk påvirkning"},
      {full_effect, "Fuld effekt fra {0}."},
      {no_full_effect, "De varige ændringer er ikke en besparelse i noget år."},
      {payback_line, "Tilbagebetalingstid: {0} år."},
      {payback_at_once, "Tilbagebetalingstid: straks."},
      {payback_never, "Tilbagebetalingstid: ikke inden for casen."},
      {departments_line, "Berørte forvaltninger: {0}."},
      {municipality_untouched, "Kommunen betaler intet og sparer intet."},
      {net_of_anyway,
       "Succesraten skal være fratrukket det, der sker alligevel: de, der ville være lykkedes uden "
       "indsatsen, er ikke dens succeser."},
      {contrast_note,
       "En konsekvens pr. succes af denne type (SØM) sammenligner dem, der lykkes, med dem, der "
       "ikke gør. Det er en kontrast mellem grupper, ikke en målt effekt af indsatsen; den reelle "
       "besparelse kan være mindre."},
      {detail_rows, "Casens rækker"},
      {cost, "Udgift"},
      {at_time, "{0} kr. på tidspunkt {1} (år fra nu)"},
      {one_off, "engangs"},
      {running, "løbende"},
      {per_success, "kr. pr. succes i år 1, 2, …: {0}"},
      {grade_and_source, "{0}; {1}"},
  }};
  return table;
}

}  // namespace samspil
