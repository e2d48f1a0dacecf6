#include "model/report/family_words.hpp"

namespace samspil {

template <>
const Phrases<FamilyWord>& danish_phrases<FamilyWord>() noexcept {
  using enum FamilyWord;
  static constexpr Phrases<FamilyWord> table{{
      {untitled, "Økonomioversigt for én familie"},
      {who_pays_what, "Hvad koster familien, og hvem betaler? År: {0}. Medlemmer: {1}."},
      {level_line, "Lov fra {0}, prisniveau {1}; beløbsgrænser for dyre enkeltsager: {2}."},
      {constant_thresholds, "fastholdt"},
      {regulated_thresholds, "reguleret år for år"},
      {sign_line, "Positivt = udgift. Hele kr., ikke tilbagediskonteret."},
      {catalogue_prices, "Til katalogets pris, i prisniveau {0}: {1}."},
      {moved_prices, "Til katalogets pris, omregnet til {0} med prisens eget indeks: {1}."},
      {other_levels,
       "Til katalogets pris i et andet prisniveau; intet kendt indeks fører den til {0}: {1}. "
       "Angiv egen pris med "
       "weekly_amount."},
      {dates_line,
       "Datoer omregnet til modellens uger (52 uger à 7 dage om året fra 1. januar; en uge hører "
       "til den periode, der har torsdag middag; 31. december hører til årets sidste uge):"},
      {date_spell, "{0}, {1}: {2} til {3} = uge {4}-{5}"},
      {date_spell_empty, "{0}, {1}: {2} til {3} har ingen torsdag middag = ingen uge"},
      {cost_heading, "Hvem betaler"},
      {own_money, "Kommunens egne penge"},
      {public_total, "Det offentlige i alt"},
      {gross_total, "Brutto"},
      {by_department, "Efter forvaltning, alle år"},
      {by_account_type, "Efter udgiftstype, alle år"},
      {all_years, "I alt"},
      {gross, "Brutto"},
      {services_heading, "Efter medlem og ydelse, alle år"},
      {usual_rule, "efter den almindelige regel"},
      {household, "Husstanden"},
      {named_household, "Husstand {0}"},
      {rules_heading, "Hvilken regel fordeler hvad"},
      {rule_line, "{0}: {1} ({2})"},
      {ladder_heading, "Refusionstrappen: uger på ydelser, der tæller"},
      {weeks_before, "{0}: {1} uger på ydelse og {2} selvforsørgede uger før uge 1 tæller med."},
      {restarted, "{0}: efter 52 selvforsørgede uger begynder trappen forfra (antal gange: {1})."},
      {no_benefit_weeks, "Ingen i familien har uger på en ydelse, der tæller."},
      {expensive_children, "Refusion, dyre enkeltsager, børn"},
      {expensive_adults, "Refusion, dyre enkeltsager, voksen"},
      {programme, "Indsats"},
      {self_support, "Selvforsørgelse"},
      {subsidised_job, "Støttet job"},
      {pooled_line,
       "Særligt dyre enkeltsager: staten refunderer {0} kr. for husstandens børn tilsammen; regnet "
       "barn for barn ville det være {1} kr."},
      {against_heading, "Sammenlignet med {0}"},
      {against_sign, "Positivt = {0} koster mindre end {1}. Indsatsen er regnet med som udgift."},
      {against_law, "{0} er regnet efter loven i {1}, {2} efter loven i {3}."},
      {cumulated, "akkumuleret"},
      {npv_heading, "Nutidsværdi"},
      {at_start, "primo året"},
      {at_middle, "midt i året"},
      {at_end, "ultimo året"},
      {npv_note,
       "Hovedtal: primo året (det første år tilbagediskonteres ikke). 3,5 % om året i 35 år, "
       "derefter 2,5 % og efter 70 år 1,5 %."},
      {payback_line, "Tilbagebetalt (uden diskontering): {0}."},
      {payback_years, "{0} efter {1} år"},
      {payback_at_once, "{0} fra begyndelsen"},
      {payback_never, "{0} ikke inden for perioden"},
      {frame_line,
       "Kommunens serviceramme lettes med {0} kr. (serviceudgifter før refusion for dyre "
       "enkeltsager). Kommunens kasse lettes med {1} kr. (netto, alle konti)."},
      {guarantee_line,
       "Af kommunens resultat er {0} kr. omfattet af budgetgarantien: én kommune alene beholder "
       "dem; gjorde alle kommuner det samme, ville bloktilskuddet flytte dem til staten."},
      {pooling_lost,
       "Refusion for børnene som husstand: {0} kr. her, {1} kr. i {2}. Barn for barn ville den "
       "være {3} og {4} kr., og kommunen ville se ud til at spare {5} kr. på børnene; den sparer "
       "{6} kr."},
      {average_heading, "Hvad priser efter gennemsnitlig refusion ville have vist af besparelsen:"},
      {by_rules, "efter reglerne"},
      {by_average, "gennemsnit"},
      {missed, "forkert med"},
      {average_children, "Anbringelser og indsatser i hjemmet"},
      {average_ladder, "Ydelser på refusionstrappen"},
      {average_note,
       "Gennemsnit: bruttobesparelsen gange de gennemsnitlige betalerandele i {0}. Det rammer ved "
       "siden af, fordi ændringen sker på marginen."},
  }};
  return table;
}

const FamilyLabels& danish_family_labels() noexcept {
  static constexpr FamilyLabels table{
      .rules = {{{"refund_ladder", "statsrefusion efter refusionstrappen"},
                 {"cofinancing_ladder", "kommunal medfinansiering efter trappen"},
                 {"pension_before_2014", "ældre statsandel af pension"},
                 {"half_state", "staten refunderer halvdelen"},
                 {"child_measures", "kommunen, refusion pr. husstand i dyre sager"},
                 {"adult_support", "kommunen, refusion pr. person i dyre sager"},
                 {"municipality_all", "kommunen alene"},
                 {"gp_cofinancing", "regionen; kommunal medfinansiering er frosset"},
                 {"health_cofinancing", "regionen; kommunal medfinansiering er frosset"},
                 {"state_all", "staten alene"},
                 {"day_care_fee", "forældrebetaling i dagtilbud"},
                 {"after_school_fee", "forældrebetaling i SFO"},
                 {"income_tax_split", "kommune- og statsskat"},
                 {"full_state_refund", "staten betaler det hele"},
                 {"programme", "kommunen alene, uden for dyre enkeltsager"}}},
      .rule_states = {{{"weeks_1_4", "uge 1-4"},
                       {"weeks_5_26", "uge 5-26"},
                       {"weeks_27_52", "uge 27-52"},
                       {"weeks_from_53", "fra uge 53"},
                       {"age_3_and_over", "fra 3 år"},
                       {"age_0_2", "0-2 år"},
                       {"wages", "af løn"},
                       {"benefits", "af ydelser"}}},
      .units = {{{"week", "uger"}, {"day", "dage"}, {"full_time_tax_week", "uger"}, {"kr.", ""}}}};
  return table;
}

}  // namespace samspil
