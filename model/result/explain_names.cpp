#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <span>

#include "model/population/target_group.hpp"
#include "model/result/case_terms.hpp"
#include "model/result/contrast_document.hpp"
#include "model/result/explain_parts.hpp"
#include "model/result/explain_terms.hpp"
#include "model/result/terms.hpp"
#include "model/simulation/counts.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

/// Of prices, as they are called on a screen.
constexpr std::array<std::string_view, 6> unit_names{"week", "day",     "case",
                                                     "hour", "contact", "full_time_tax_week"};

/// A list of names that need no more than a label and where they are used.
struct NameList {
  std::string_view group;  ///< Of words.csv.
  std::span<const std::string_view> names;
  const char* kind;
  const char* room;
};

const NameList lists[]{
    {"outcome", outcome_names, "outcome", "results"},
    {"labour_status", labour_status_names, "labour_status", "dynamics"},
    {"department", department_names, "department", "costs"},
    {"account_type", account_type_names, "account_type", "costs"},
    {"payer", payer_names, "payer", "costs"},
    {"settlement", settlement_names, "settlement", "costs"},
    {"programme_item", programme_item_names, "programme_item", "costs"},
    {"channel", channel_names, "channel", "dynamics"},
    {"grade", grade_names, "grade", "results"},
    {"role", coordination_role_names, "role", "dynamics"},
    {"effect_level", effect_level_names, "effect_level", "results"},
    {"unit", unit_names, "unit", "costs"},
};

/// The kinds of names that are names themselves.
constexpr std::array<std::string_view, 25> kind_names{
    "parameter",    "evidence", "price",         "payer_rule", "strategy",
    "lever",        "effect",   "mechanism",     "margin",     "hook",
    "channel",      "outcome",  "labour_status", "department", "main_area",
    "account_type", "payer",    "purse",         "settlement", "programme_item",
    "role",         "grade",    "effect_level",  "unit",       "term"};

bool has_name(const Json& entries, std::string_view name, std::string_view kind = {}) {
  return std::any_of(entries.begin(), entries.end(), [&](const Json& entry) {
    return entry.at("name") == name && (kind.empty() || entry.at("kind") == kind);
  });
}

/// Each main area is the sum of some services.
void add_main_areas(const Catalogue& catalogue, Json& entries) {
  std::map<std::string, Json> services;
  for (const CatalogueRow& row : catalogue.rows) {
    services[row.main_area].push_back(service_names[index_of(row.service)]);
  }
  for (const auto& [area, list] : services) {
    Json entry = explain_entry("main_area", area);
    entry["services"] = list;
    entry["room"] = "costs";
    entries.push_back(std::move(entry));
  }
}

/// Keys of documents. One that several have means the same in all.
void add_terms(std::span<const std::string_view> names, const Json& room, Json& entries) {
  for (const std::string_view name : names) {
    if (has_name(entries, name, "term")) continue;
    Json entry = labelled_entry("term", name, "term");
    entry["meaning"] = label(Language::en, "meaning", name);
    entry["meaning_da"] = label(Language::da, "meaning", name);
    entry["room"] = room;
    entries.push_back(std::move(entry));
  }
}

}  // namespace

Json explain_entry(std::string_view kind, std::string_view name) {
  return {{"name", name},
          {"kind", kind},
          {"label", nullptr},
          {"label_da", nullptr},
          {"value", nullptr},
          {"low", nullptr},
          {"high", nullptr},
          {"unit", nullptr},
          {"price_level", nullptr},
          {"grade", nullptr},
          {"source", nullptr},
          {"law", nullptr},
          {"used_in", Json::array()},
          {"concerns", Json::array()},
          {"file", nullptr},
          {"line", nullptr}};
}

Json labelled_entry(std::string_view kind, std::string_view name, std::string_view group) {
  Json entry = explain_entry(kind, name);
  entry["label"] = label(Language::en, group, name);
  entry["label_da"] = label(Language::da, group, name);
  return entry;
}

void add_names_of_results(const Catalogue& catalogue, Json& entries) {
  add_main_areas(catalogue, entries);
  for (const NameList& list : lists) {
    for (const std::string_view name : list.names) {
      Json entry = labelled_entry(list.kind, name, list.group);
      entry["room"] = list.room;
      entries.push_back(std::move(entry));
    }
  }
  add_terms(case_term_names, nullptr, entries);
  add_terms(contrast_term_names, nullptr, entries);
  add_terms(ledger_term_names, nullptr, entries);
  add_terms(term_names, "results", entries);
  for (const std::string_view kind : kind_names) {
    if (has_name(entries, kind)) continue;
    Json entry = labelled_entry("term", kind, "kind");
    entry["room"] = "explain";
    entries.push_back(std::move(entry));
  }
}

}  // namespace samspil
