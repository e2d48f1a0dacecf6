#include "model/report/family_words.hpp"

namespace samspil {

template <>
const Phrases<FamilyWord>& english_phrases<FamilyWord>() noexcept {
  using enum FamilyWord;
  static constexpr Phrases<FamilyWord> table{{
      {untitled, "One family's account"},
      {who_pays_what, "What does the family cost, and who pays? Years: {0}. Members: {1}."},
      {level_line, "Law of {0}, price level {1}; thresholds of expensive cases: {2}."},
      {constant_thresholds, "held"},
      {regulated_thresholds, "regulated by year"},
      {sign_line, "Positive = expenditure. Whole kr., undiscounted."},
      {catalogue_prices, "Priced by the catalogue, at the price level {0}: {1}."},
      {moved_prices, "Priced by the catalogue, moved to {0} by the price's own index: {1}."},
      {other_levels,
       "Priced by the catalogue at another price level; no known index moves it to {0}: {1}. Give "
       "your own "
       "price by weekly_amount."},
      {dates_line,
       "Dates as weeks of the model (52 weeks of 7 days a year from 1 January; a week belongs to "
       "the spell that holds its midday Thursday; 31 December is in the last week):"},
      {date_spell, "{0}, {1}: {2} to {3} = weeks {4}-{5}"},
      {date_spell_empty, "{0}, {1}: {2} to {3} holds no midday Thursday = no week"},
      {cost_heading, "Who pays"},
      {own_money, "Municipal budget"},
      {public_total, "Public total"},
      {gross_total, "Gross"},
      {by_department, "By department, all years"},
      {by_account_type, "By type of account, all years"},
      {all_years, "Total"},
      {gross, "Gross"},
      {services_heading, "By member and service, all years"},
      {usual_rule, "by the usual rule"},
      {household, "The household"},
      {named_household, "Household {0}"},
      {rules_heading, "Which rule divides what"},
      {rule_line, "{0}: {1} ({2})"},
      {ladder_heading, "The refund ladder: weeks on benefits that count"},
      {weeks_before, "{0}: {1} benefit weeks and {2} self-supporting weeks before week 1 count."},
      {restarted, "{0}: after 52 self-supporting weeks the count starts anew (times: {1})."},
      {no_benefit_weeks, "No member has a week on a benefit that counts."},
      {expensive_children, "Refund, expensive cases, children"},
      {expensive_adults, "Refund, expensive cases, adult"},
      {programme, "Effort"},
      {self_support, "Self-support"},
      {subsidised_job, "Subsidised job"},
      {pooled_line,
       "Expensive cases: the state refunds {0} kr. for the children of a household together; child "
       "by child it would be {1} kr."},
      {against_heading, "Against {0}"},
      {against_sign, "Positive = {0} costs less than {1}. The effort is included as a cost."},
      {against_law, "{0} is reckoned by the law of {1}, {2} by that of {3}."},
      {cumulated, "cumulated"},
      {npv_heading, "Net present value"},
      {at_start, "start of year"},
      {at_middle, "mid-year"},
      {at_end, "end of year"},
      {npv_note,
       "Headline: start of year (the first year is not discounted). 3.5 % a year for 35 years, "
       "then "
       "2.5 % and, after 70 years, 1.5 %."},
      {payback_line, "Paid back (undiscounted): {0}."},
      {payback_years, "{0} after {1} years"},
      {payback_at_once, "{0} from the start"},
      {payback_never, "{0} not within the horizon"},
      {frame_line,
       "Relief of the municipality's service frame: {0} kr. (service expenditure before the refund "
       "of expensive cases). Relief of its treasury: {1} kr. (net, all accounts)."},
      {guarantee_line,
       "Of the municipality's result {0} kr. lie under the budget guarantee: one municipality "
       "alone "
       "keeps them; if all did the same, the block grant would move them to the state."},
      {pooling_lost,
       "Refund of the children as a household: {0} kr. here, {1} kr. in {2}. Child by child it "
       "would be {3} and {4} kr., and the municipality would appear to save {5} kr. on the "
       "children; it saves {6} kr."},
      {average_heading, "What prices after average refund would have told of the saving:"},
      {by_rules, "by the rules"},
      {by_average, "by average"},
      {missed, "missed by"},
      {average_children, "Placements, home-based measures"},
      {average_ladder, "Benefits on the ladder"},
      {average_note,
       "By average: the gross saving times the average payer shares of {0}. It misses what happens "
       "at the margin."},
  }};
  return table;
}

const FamilyLabels& english_family_labels() noexcept {
  static constexpr FamilyLabels table{
      .rules = {{{"refund_ladder", "state refund by the ladder"},
                 {"cofinancing_ladder", "municipal co-financing by the ladder"},
                 {"pension_before_2014", "older state share of pensions"},
                 {"half_state", "the state refunds half"},
                 {"child_measures", "municipality, refunded by household if expensive"},
                 {"adult_support", "municipality, refunded by person if expensive"},
                 {"municipality_all", "municipality alone"},
                 {"gp_cofinancing", "region; municipal co-financing frozen"},
                 {"health_cofinancing", "region; municipal co-financing frozen"},
                 {"state_all", "state alone"},
                 {"day_care_fee", "parents' fee for day care"},
                 {"after_school_fee", "parents' fee for after-school care"},
                 {"income_tax_split", "municipal and state tax"},
                 {"full_state_refund", "the state pays in full"},
                 {"programme", "municipality alone, outside expensive cases"}}},
      .rule_states = {{{"weeks_1_4", "weeks 1-4"},
                       {"weeks_5_26", "weeks 5-26"},
                       {"weeks_27_52", "weeks 27-52"},
                       {"weeks_from_53", "from week 53"},
                       {"age_3_and_over", "from age 3"},
                       {"age_0_2", "age 0-2"},
                       {"wages", "of wages"},
                       {"benefits", "of benefits"}}},
      .units = {
          {{"week", "weeks"}, {"day", "days"}, {"full_time_tax_week", "weeks"}, {"kr.", ""}}}};
  return table;
}

}  // namespace samspil
