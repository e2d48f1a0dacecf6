#include "model/report/words.hpp"

#include "model/report/terms.hpp"

namespace samspil {
namespace {

template <std::size_t N>
void fill(std::array<std::string_view, N>& labels, Language language, std::string_view group,
          const std::array<std::string_view, N>& names) {
  for (std::size_t i = 0; i < N; ++i) labels[i] = label(language, group, names[i]);
}

Labels make_labels(Language language) {
  Labels all;
  fill(all.services, language, "service", service_names);
  fill(all.departments, language, "department", department_names);
  fill(all.payers, language, "payer", payer_names);
  fill(all.statuses, language, "labour_status", labour_status_names);
  fill(all.outcomes, language, "outcome", outcome_names);
  fill(all.programme_items, language, "programme_item", programme_item_names);
  fill(all.mechanisms, language, "mechanism", mechanism_names);
  fill(all.hooks, language, "hook", hook_names);
  fill(all.channels, language, "channel", channel_names);
  fill(all.grades, language, "grade", grade_names);
  fill(all.account_types, language, "account_type", account_type_names);
  fill(all.settlements, language, "settlement", settlement_names);
  fill(all.roles, language, "role", coordination_role_names);
  fill(all.effect_levels, language, "effect_level", effect_level_names);
  fill(all.designs, language, "design", design_names);
  fill(all.indicators, language, "margin", indicator_names);
  fill(all.price_indices, language, "price_index", price_index_names);
  fill(all.timings, language, "timing", timing_names);
  constexpr std::array<std::string_view, 6> units{"week", "day",     "case",
                                                  "hour", "contact", "full_time_tax_week"};
  for (std::size_t i = 0; i < units.size(); ++i) {
    all.units[i] = {units[i], label(language, "unit", units[i])};
  }
  return all;
}

}  // namespace

const Labels& labels(Language language) noexcept {
  static const std::array<Labels, 2> both{make_labels(Language::en), make_labels(Language::da)};
  return both[index_of(language)];
}

const std::array<Term, term_count>& terms(Language language) noexcept {
  static const std::array both{terms_of(term_names, Language::en),
                               terms_of(term_names, Language::da)};
  return both[index_of(language)];
}

std::string_view margin_label(std::string_view name, Language language) noexcept {
  return label(language, "margin", name);
}

std::string_view unit_label(std::string_view name, Language language) noexcept {
  return label(language, "unit", name);
}

}  // namespace samspil
