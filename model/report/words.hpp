/// \file
/// What enumerators are called, side by side in the order of their enumeration.
#pragma once

#include <array>
#include <string_view>
#include <utility>

#include "model/core/names.hpp"
#include "model/inputs/scenario.hpp"
#include "model/population/target_group.hpp"
#include "model/simulation/run.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// What a name is called.
using NamedLabel = std::pair<std::string_view, std::string_view>;

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
