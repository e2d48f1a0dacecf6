/// \file
/// Every word a user sees, in one table per language. Knows no number.
#pragma once

#include <fmt/format.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "model/core/names.hpp"
#include "model/inputs/scenario.hpp"
#include "model/population/target_group.hpp"
#include "model/simulation/run.hpp"

namespace samspil {

enum class Language : std::uint8_t { en, da };

/// An enumeration of sentences and headings that has a table in each language: {0}, {1} … are
/// filled in by say(). The last enumerator gives their number.
template <class Key>
concept WordKey = std::is_enum_v<Key> && requires {
  Key::count;
};

template <WordKey Key>
struct Phrase {
  Key word;
  std::string_view text;
};

/// In the order of the keys.
template <WordKey Key>
using Phrases = std::array<Phrase<Key>, static_cast<std::size_t>(Key::count)>;

// One table of each enumeration in each language.
template <WordKey Key>
const Phrases<Key>& danish_phrases() noexcept;
template <WordKey Key>
const Phrases<Key>& english_phrases() noexcept;

template <WordKey Key>
const Phrases<Key>& phrases(Language language) noexcept {
  return language == Language::da ? danish_phrases<Key>() : english_phrases<Key>();
}

template <WordKey Key>
std::string_view phrase(Key word, Language language) noexcept {
  return phrases<Key>(language)[index_of(word)].text;
}

/// The phrase with {0}, {1} … filled in.
template <WordKey Key, class... Args>
std::string say(Language language, Key word, const Args&... args) {
  return fmt::format(fmt::runtime(phrase(word, language)), args...);
}

/// What a name is called; the name itself where it has no label.
using NamedLabel = std::pair<std::string_view, std::string_view>;

template <std::size_t N>
std::string_view label_of(const std::array<NamedLabel, N>& labels, std::string_view name) noexcept {
  for (const auto& [key, label] : labels) {
    if (key == name) return label;
  }
  return name;
}

/// What most of the program says.
enum class Word : std::uint8_t {
  question,
  families_line,
  law_line,
  prices_as_written,
  prices_moved,
  prices_own_level,
  rollout_local,
  rollout_national,
  health_frozen,
  health_by_shares,
  last_known_warning,
  encoding_warning,
  one_draw,
  mean_of_draws,
  sign_sentence,
  baseline_title,
  cost_of,
  aged_out_note,
  ladder_line,
  enrolled_line,
  staff_line,
  hours_elsewhere,
  hours_paid,
  tried_on,
  own_budget,
  in_thousands,
  in_millions,
  total,
  total_in,
  municipality_in_all,
  cumulated,
  public_total,
  public_without_tax,
  citizens,
  deficit_line,
  no_deficit,
  paid_back_in,
  paid_back_at_once,
  not_paid_back,
  npv_line,
  frame_line,
  average_line,
  cashable_line,
  per_family_year,
  programme_per_family_year,
  net_result_all_years,
  no_effect,
  centre_effect,
  weak_effect,
  strong_effect,
  error_note,
  mean_error_note,
  detail_errors,
  error_of_mean,
  simulation_error,
  input_spread,
  errors_note,
  ratio_note,
  per_100_families,
  per_cent,
  per_100_enrolled,
  report_saw,
  saw_compared,
  saw_uncontrolled,
  people_a_year,
  baseline_column,
  strategy_column,
  change_column,
  per_100,
  families_column,
  enrolled_column,
  enrolled_note,
  parents_on,
  cash_and_education,
  sickness_and_course,
  home_measure_months,
  evidence_line,
  mechanisms_line,
  none,
  no_measured_effect,
  tax_note,
  hash_line,
  no_strategies,
  detail_units,
  change_in_units,
  gross,
  units_sum,
  detail_tax,
  with_tax,
  without_tax,
  detail_accounts,
  detail_pockets,
  pays,
  gains,
  net,
  detail_cashable,
  not_cashable,
  after_horizon,
  in_budget,
  cashable_note,
  detail_freed,
  freed_kroner,
  detail_outcomes,
  change,
  detail_fit,
  target,
  weighted,
  drawn,
  fitted,
  shown_only,
  detail_mechanisms,
  on,
  off,
  detail_without,
  as_it_is,
  without,
  without_note,
  detail_programme,
  shown_apart,
  caseload_costings,
  detail_effects,
  detail_own_level,
  own_level_row,
  stated_outright,
  nothing_observed,
  observed_by,
  transferred,
  hazard_ratio,
  range,
  grade,
  population_title,
  drawn_line,
  pool_line,
  sample_line,
  poor_sample,
  cost_line,
  margin_missed,
  margins_met,
  checked_ok,
  value,
  unit,
  price_level,
  index,
  price_now,
  price_is_moved,
  price_is_as_written,
  price_keeps_level,
  source,
  payer,
  department,
  law,
  account,
  cashable,
  lag_months,
  used_in,
  admissible,
  rationale,
  switched,
  not_given,
  unknown_name,
  kind_parameter,
  kind_evidence,
  evidence,
  kind_price,
  kind_lever,
  kind_element,
  kind_effect,
  kind_mechanism,
  kind_outcome,
  kind_status,
  kind_payer,
  kind_programme_item,
  kind_strategy,
  kind_department,
  kind_main_area,
  kind_account_type,
  kind_margin,
  kind_hook,
  kind_channel,
  kind_grade,
  kind_purse,
  kind_effect_level,
  kind_role,
  kind_unit,
  kind_term,
  kind_payer_rule,
  kind_settlement,
  kind_rate,
  kind_index,
  meaning,
  written_in,
  channel,
  on_nothing_but,
  valid,
  tried_on_whom,
  used_in_dynamics,
  used_in_costs,
  used_in_results,
  used_in_population,
  stage_population,
  stage_simulation,
  stage_mechanisms,
  interrupted,
  found_checkpoint,
  kept_checkpoint,
  found_start,
  kept_start,
  written_line,
  same_bits,
  other_bits,
  more_faults,
  help_program,
  help_run,
  help_population,
  help_case,
  help_check,
  help_explain,
  help_scenario,
  help_population_file,
  help_case_file,
  help_check_file,
  help_name,
  help_explain_scenario,
  help_threads,
  help_seed,
  help_draws,
  help_replicates,
  help_years,
  help_families,
  help_out,
  help_population_out,
  help_lang,
  help_json,
  help_csv,
  help_force,
  help_detail,
  help_start,
  help_checkpoint,
  help_checkpoint_every,
  help_family,
  help_family_file,
  help_against,
  count,
};

template <>
const Phrases<Word>& danish_phrases<Word>() noexcept;
template <>
const Phrases<Word>& english_phrases<Word>() noexcept;

/// What an enumerator is called.
struct Labels {
  std::array<std::string_view, service_count> services;
  std::array<std::string_view, department_count> departments;
  std::array<std::string_view, payer_count> payers;
  std::array<std::string_view, labour_status_count> statuses;
  std::array<std::string_view, outcome_count> outcomes;
  std::array<std::string_view, programme_item_count> programme_items;
  std::array<std::string_view, mechanism_count> mechanisms;
  std::array<std::string_view, hook_count> hooks;
  std::array<std::string_view, channel_names.size()> channels;
  std::array<std::string_view, grade_names.size()> grades;
  std::array<std::string_view, account_type_names.size()> account_types;
  std::array<std::string_view, settlement_count> settlements;
  std::array<std::string_view, coordination_role_names.size()> roles;
  std::array<std::string_view, effect_level_names.size()> effect_levels;
  std::array<std::string_view, design_count> designs;  ///< After "by" or "ved".
  std::array<std::string_view, indicator_count> indicators;
  std::array<NamedLabel, 6> units;  ///< By name.
  std::array<std::string_view, price_index_count> price_indices;
  std::array<std::string_view, timing_names.size()> timings;
};

/// What a margin of the population or a unit is called; its own name where no label is known.
std::string_view margin_label(std::string_view name, Language language) noexcept;
std::string_view unit_label(std::string_view name, Language language) noexcept;

const Labels& labels(Language language) noexcept;

}  // namespace samspil
