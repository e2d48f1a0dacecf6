#include <algorithm>

#include "model/core/shown_text.hpp"
#include "model/render/json.hpp"
#include "model/report/explain.hpp"
#include "model/result/values.hpp"
#include "model/words/numbers.hpp"

namespace samspil {
namespace {

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
std::string_view kind_name(Key kind) noexcept {
  for (const KindName& known : ledger_kinds) {
    if (known.kind == kind) return known.name;
  }
  return "term";
}

/// What stands in fields of its own.
bool is_field(Key label) {
  constexpr std::array<Key, 9> fields{"run.value",       "run.unit",    "run.range",
                                      "run.price_level", "run.grade",   "run.source",
                                      "run.law",         "run.used_in", "run.written_in"};
  return std::find(fields.begin(), fields.end(), label) != fields.end();
}

Json as_object(const Explanation& explanation, Language language) {
  const LedgerEntry& entry = explanation.entry;
  const bool da = language == Language::da;
  Json notes = Json::array();
  for (const auto& [label, text] : explanation.facts) {
    if ((entry.value && is_field(label)) || text.empty()) continue;
    notes.push_back(fmt::format("{}: {}", phrase(label, language), text));
  }
  return {{"name", explanation.name},
          {"kind", kind_name(explanation.kind)},
          {"label", text_or_null(da ? explanation.other_label : explanation.label)},
          {"label_da", text_or_null(da ? explanation.label : explanation.other_label)},
          {"value", or_null(entry.value)},
          {"low", or_null(entry.low)},
          {"high", or_null(entry.high)},
          {"unit", text_or_null(entry.unit)},
          {"price_level", or_null(entry.price_level)},
          {"grade", text_or_null(entry.grade)},
          {"source", text_or_null(entry.source)},
          {"law", text_or_null(explanation.law)},
          {"used_in", entry.used_in},
          {"concerns", entry.concerns},
          {"notes", notes},
          {"file", text_or_null(entry.file)},
          {"line", entry.line > 0 ? Json(entry.line) : Json(nullptr)}};
}

}  // namespace

const std::array<KindName, 25> ledger_kinds{{{"kind.parameter", "parameter"},
                                             {"kind.evidence", "evidence"},
                                             {"kind.price", "price"},
                                             {"kind.payer_rule", "payer_rule"},
                                             {"kind.strategy", "strategy"},
                                             {"kind.lever", "lever"},
                                             {"kind.effect", "effect"},
                                             {"kind.mechanism", "mechanism"},
                                             {"kind.margin", "margin"},
                                             {"kind.hook", "hook"},
                                             {"kind.channel", "channel"},
                                             {"kind.outcome", "outcome"},
                                             {"kind.status", "labour_status"},
                                             {"kind.department", "department"},
                                             {"kind.main_area", "main_area"},
                                             {"kind.account_type", "account_type"},
                                             {"kind.payer", "payer"},
                                             {"kind.purse", "purse"},
                                             {"kind.settlement", "settlement"},
                                             {"kind.programme_item", "programme_item"},
                                             {"kind.role", "role"},
                                             {"kind.grade", "grade"},
                                             {"kind.effect_level", "effect_level"},
                                             {"kind.unit", "unit"},
                                             {"kind.term", "term"}}};

std::string ledger_json(const std::vector<Explanation>& all, Language language) {
  Json document = Json::array();
  for (const Explanation& explanation : all) document.push_back(as_object(explanation, language));
  return as_json_text(document);
}

std::string ledger_text(const std::vector<Explanation>& all, Language language) {
  std::string text;
  for (const Explanation& explanation : all) {
    const LedgerEntry& entry = explanation.entry;
    std::string line = fmt::format("{}  {}", explanation.name, phrase(explanation.kind, language));
    if (!explanation.label.empty()) line += fmt::format("  {}", explanation.label);
    if (entry.value) {
      const auto digits = [language](double value) { return short_number(value, 6, language); };
      line += fmt::format("  {} {} [{} - {}] {}", digits(*entry.value), entry.unit,
                          digits(entry.low.value_or(*entry.value)),
                          digits(entry.high.value_or(*entry.value)), entry.grade);
    }
    text += shown(line) + '\n';
  }
  return text;
}

}  // namespace samspil
