#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <span>

#include "model/inputs/strategy.hpp"
#include "model/result/explain_parts.hpp"
#include "model/simulation/run.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

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
};

bool has_name(const Json& entries, std::string_view name) {
  return std::any_of(entries.begin(), entries.end(),
                     [&](const Json& entry) { return entry.at("name") == name; });
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

/// Keys of documents: each has a word and a meaning in words.csv.
void add_terms(Json& entries) {
  for (const std::string_view name : names_in_group("term")) {
    Json entry = labelled_entry("term", name, "term");
    entry["meaning"] = label(Language::en, "meaning", name);
    entry["meaning_da"] = label(Language::da, "meaning", name);
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
  for (const std::string_view unit : names_in_group("unit")) {
    entries.push_back(labelled_entry("unit", unit, "unit"));
  }
  add_terms(entries);
  for (const std::string_view kind : names_in_group("kind")) {
    if (!has_name(entries, kind)) entries.push_back(labelled_entry("term", kind, "kind"));
  }
}

}  // namespace samspil
