#include "model/report/contrast_words.hpp"

namespace samspil {

template <>
const Phrases<ContrastWord>& english_phrases<ContrastWord>() noexcept {
  using enum ContrastWord;
  static constexpr Phrases<ContrastWord> table{{
      {help_contrast, "The status contrast of SØM beside the effect of work"},
      {help_scenario, "A scenario (.toml)"},
      {help_detail, "Departments and years as well"},
      {title, "Status contrast and effect of work: {0}"},
      {families_line,
       "{0} families, seed {1}; year 0 is {2}. Costs of {3}-{4}, law of {5}, prices "
       "of {6}."},
      {success_line,
       "Success: in a job, flex job, education or on parental leave in week 48 of {0}."},
      {unit_line,
       "1,000 kr. per person over all years, ± standard error. Positive: fewer public "
       "expenditures on those who succeed."},
      {success_title, "Who succeeds"},
      {adults, "adults"},
      {children, "children"},
      {people, "People of the target group"},
      {succeed, "Succeed (a parent of theirs), %"},
      {before, "Of these so in week 48 of {0}, %"},
      {published_title, "The contrast beside the published"},
      {raw, "raw"},
      {adjusted, "adjusted"},
      {status_before, "also before"},
      {published, "published"},
      {adult_and_child, "One adult and one child"},
      {adult, "Adult"},
      {child, "Child"},
      {child_social, "Child, social area"},
      {without_coupling, "Coupling off from year 1"},
      {coupling_is_off, "The coupling of members is off in this scenario."},
      {more_than, "> {0}"},
      {less_than, "< {0}"},
      {adjusted_note,
       "Adjusted: least squares on age, sex, challenges (of a child its parents') and whether "
       "both parents belong. Also before: the adult's status in week 48 of year 0; the child's "
       "frailty in tenths and whether it was placed in year 0. Errors: robust, by family."},
      {distance_title, "What explains the distance"},
      {distance_adult,
       "Adult: of {0}, {1} is who they are (age, sex, challenges), {2} the status that they had "
       "already; {3} is left."},
      {distance_child,
       "Child, social area: of {0}, {1} is age, sex and challenges, {2} frailty and placement "
       "before; {3} is left."},
      {distance_coupling,
       "Coupling of members in these years accounts for {0} of the child's; without it selection "
       "gives {1} raw."},
      {distance_effect,
       "One adult more who succeeds, the same families: {0} of own cost saved, with {1} years in "
       "work; "
       "the raw contrast of adults is {2}."},
      {payers_title, "Who pays"},
      {areas_title, "Main areas"},
      {departments_title, "Departments"},
      {years_title, "Years"},
      {adult_raw, "adult raw"},
      {adult_adjusted, "adjusted"},
      {child_raw, "child raw"},
      {child_adjusted, "adjusted"},
      {four_years, "All payers"},
      {published_year_1,
       "Published for the first year of one adult and one child: about {0} thousand kr.; here {1} "
       "raw, {2} adjusted."},
      {state_transfers,
       "The state's own holds student grants and parental benefit, which success draws, beside "
       "police, courts and prison."},
      {no_difference, "No contrast: nobody succeeds, or everybody, or too few to tell apart."},
      {effect_title, "The effect of work: same families, same draws"},
      {effect_line,
       "Job entries × {0} for all, in all years (left) or in year 1 alone (right). 1,000 kr. saved "
       "on adults and on children under 16 over all years, per parent's or partner's year in work, "
       "and per one more of them who succeeds."},
      {per_work_year, "parent-year in work"},
      {per_success, "success"},
      {all_public, "All payers"},
      {of_adults, "of it adults' own cost"},
      {of_children, "of it children's"},
      {municipality, "Municipality"},
      {how_many, "How many more"},
      {work_years, "Years in work with each"},
      {no_effect, "Nobody more came into work."},
      {cannot_title, "What this cannot say"},
      {association,
       "The contrast is an association: those who succeed were better off before. The effect is "
       "the model's own, made of assumed hazards; no report identifies it."},
      {child_rule,
       "A child belongs to a success if any of its parents in the target group succeeds: the "
       "report does not say so. The published is read as one adult plus one child."},
      {unlike_published,
       "The published is of 2017 and after, at prices that are not printed, adjusted in a way that "
       "is not printed; only estimates significant at 5 % are in it. Block grants and the cost "
       "of an effort are in neither."},
      {validation, "Validation: no number of the model is set by the published."},
  }};
  return table;
}

const std::array<Term, contrast_term_names.size()>& english_contrast_terms() noexcept {
  static constexpr std::array<Term, contrast_term_names.size()> table{{
      {"Adult", "adults of the target group, those who do not succeed less those who do"},
      {"Child", "children of the target group, by whether any parent in it succeeds"},
      {"One adult and one child", "the sum of the two contrasts, as the report prints it"},
      {"Raw", "difference of means"},
      {"Adjusted", "least squares on age, sex, challenges, both parents in the target group"},
      {"Also before",
       "and on the adult's status in week 48 of year 0; the child's frailty and placement"},
      {"People", "members of the target group in year 0"},
      {"Successes",
       "in a job, flex job, education or on parental leave in week 48 of year 1; of children: any "
       "parent"},
      {"Successes before", "adults who succeed and had such a status in week 48 of year 0"},
      {"All payers", "municipality, region and state, kr. per person over all years"},
      {"By year", "all payers, kr. per person, by budget year"},
      {"By main area", "all payers, kr. per person, by the price list's main area"},
      {"Published", "what the report prints, with range, grade and source"},
      {"Without coupling",
       "the contrast of the same families with coupling of members off from year 1, or null"},
      {"Effect", "saved kr. per unit on the same families and draws with more job entries"},
      {"Parent-year in work", "364 days of a parent or partner in a job or flex job"},
      {"Success", "one parent or partner more with the status of success in week 48 of year 1"},
      {"Units", "how many more came of it, in all families"},
      {"Years in work", "in a job or flex job over all years, that came with each unit"},
      {"Job entry ratio", "on the hazards of job entry in the effect"},
  }};
  return table;
}

std::span<const AreaLabel> english_area_labels() noexcept {
  static constexpr std::array<AreaLabel, 11> table{{
      {"income transfers", "Income transfers"},
      {"employment measures", "Employment measures"},
      {"home-based measures", "Home-based measures"},
      {"out-of-home placement", "Placement"},
      {"grants to families with disabled children", "Grants, disability"},
      {"adult social services", "Adult social services"},
      {"health", "Health"},
      {"day care and school", "Day care and school"},
      {"casework", "Casework"},
      {"police, courts and prison", "Police, courts, prison"},
      {"tax on income", "Tax on income"},
  }};
  return table;
}

}  // namespace samspil
