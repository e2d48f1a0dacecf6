#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/core/lower_case.hpp"
#include "model/result/explain_document.hpp"

namespace samspil {
namespace {

/// Null, or a key that the entry has not, as an empty text.
std::string text_of(const Json& entry, const char* key) {
  const auto found = entry.find(key);
  return found == entry.end() || found->is_null() ? std::string{} : found->get<std::string>();
}

/// By its name or the end of it, its label in either language, or its whole paragraph.
bool is_named(const Json& entry, const std::string& query) {
  const std::string name = text_of(entry, "name"), brief = text_of(entry, "short_name");
  const std::string last = lower_case(brief.empty() ? name : brief);
  if (lower_case(name) == query || last == query || last.ends_with("." + query)) return true;
  const auto is_query = [&](const char* key) { return lower_case(text_of(entry, key)) == query; };
  return is_query("label") || is_query("label_da") || is_query("law");
}

/// A paragraph is found by its number: "§ 52" finds "SEL § 52, stk. 3" but not "§ 52 a".
bool holds_paragraph(const std::string& law, const std::string& query) {
  const std::size_t at = law.find(query);
  if (query.find("§") == std::string::npos || at == std::string::npos) return false;
  const std::string rest = law.substr(at + query.size());
  const bool goes_on = !rest.empty() && rest[0] >= '0' && rest[0] <= '9';
  const bool has_letter = rest.size() > 1 && rest[0] == ' ' && rest[1] >= 'a' && rest[1] <= 'z' &&
                          (rest.size() == 2 || rest[2] < 'a');
  return !goes_on && !has_letter;
}

bool has_label_with(const Json& entry, const std::string& query) {
  return lower_case(text_of(entry, "label")).find(query) != std::string::npos ||
         lower_case(text_of(entry, "label_da")).find(query) != std::string::npos;
}

/// Numbers that count years, lines or limits and are no figure of a model.
bool is_no_figure(std::string_view key) {
  constexpr std::string_view keys[]{"line",       "price_level", "wanted_level", "valid_from",
                                    "valid_to",   "year",        "admissible",   "numbers",
                                    "index_then", "index_now",   "lag_months"};
  return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

/// Appends the keys of `node` under which a number stands, and the number; what a key of `whole`
/// holds goes by that key.
void add_matches(const Json& node, const ReadNumber& number, const std::string& whole,
                 Json& matches) {
  for (const auto& [key, value] : node.items()) {
    if (node.is_object() && is_no_figure(key)) continue;
    if (value.is_structured()) {
      add_matches(value, number, key == "shares" || key == "price_now" ? key : whole, matches);
    } else if (value.is_number() && number.shows(value.get<double>())) {
      matches.push_back({{"key", whole.empty() ? key : whole}, {"value", value}});
    }
  }
}

}  // namespace

Json entries_named(const Json& document, const std::string& query) {
  const std::string wanted = lower_case(query);
  Json found = Json::array();
  const auto keep = [&](auto condition) {
    if (!found.empty()) return;
    for (const Json& entry : document.at("entries")) {
      if (condition(entry)) found.push_back(entry);
    }
  };
  keep([&](const Json& e) { return is_named(e, wanted); });
  keep([&](const Json& e) { return lower_case(text_of(e, "drawn_as")) == wanted; });
  keep([&](const Json& e) { return holds_paragraph(lower_case(text_of(e, "law")), wanted); });
  keep([&](const Json& e) { return wanted.size() >= 3 && has_label_with(e, wanted); });
  return {{"format", document.at("format")}, {"entries", std::move(found)}};
}

Json entries_with_number(const Json& document, const std::vector<ReadNumber>& readings) {
  Json all = Json::array();
  for (const ReadNumber& number : readings) {
    Json found = Json::array();
    for (const Json& entry : document.at("entries")) {
      Json matches = Json::array();
      add_matches(entry, number, "", matches);
      if (matches.empty()) continue;
      found.push_back(entry);
      found.back()["matches"] = std::move(matches);
    }
    all.push_back({{"number", number.value}, {"entries", std::move(found)}});
  }
  return {{"format", document.at("format")}, {"readings", std::move(all)}};
}

}  // namespace samspil
