#include "model/loading/toml.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>

#include "model/core/near_names.hpp"
#include "model/inputs/person_numbers.hpp"

namespace samspil {
namespace {

Key type_name(const toml::node& node) noexcept {
  switch (node.type()) {
    case toml::node_type::table:
      return "type.table";
    case toml::node_type::array:
      return "type.list";
    case toml::node_type::string:
      return "type.text";
    case toml::node_type::integer:
    case toml::node_type::floating_point:
      return "type.number";
    case toml::node_type::boolean:
      return "type.flag";
    default:
      return "type.date";
  }
}

int line_of(const toml::node& node) noexcept { return static_cast<int>(node.source().begin.line); }

/// Of one key: far more than any input has, and few enough to be compared with each other.
constexpr std::size_t most_tables = 10'000;
constexpr std::size_t most_keys = 10'000;

}  // namespace

bool TomlFields::text(std::string_view key, std::string& target, Need need) {
  const toml::node* node = find(key, need);
  if (node == nullptr) return need == Need::optional;
  if (!node->is_string()) {
    refuse_type(key, *node, {"type.quoted_text"});
    return false;
  }
  const std::string& given = node->as_string()->get();
  if (given.empty() && need == Need::required) {
    refuse(key, {"fault.is_empty"}, {"remedy.text"});
    return false;
  }
  if (!accept(key, length_fault(given, key == "id" ? longest_id : longest_text))) return false;
  target = given;
  return true;
}

bool TomlFields::texts(std::string_view key, std::vector<std::string>& target, Need need) {
  const toml::node* node = find(key, need);
  if (node == nullptr) return need == Need::optional;
  const toml::array* list = node->as_array();
  if (list == nullptr ||
      !std::all_of(list->begin(), list->end(), [](const auto& e) { return e.is_string(); })) {
    refuse_type(key, *node, {"type.list_of_texts"});
    return false;
  }
  for (const toml::node& element : *list) {
    if (!accept(key, length_fault(element.as_string()->get(), longest_text))) return false;
  }
  target.clear();
  for (const toml::node& element : *list) target.push_back(element.as_string()->get());
  return true;
}

std::vector<std::string> TomlFields::keys() const {
  std::vector<std::pair<toml::source_index, std::string>> places;
  for (const auto& [key, node] : table_) places.emplace_back(key.source().begin.line, key.str());
  std::sort(places.begin(), places.end());
  std::vector<std::string> names;
  names.reserve(places.size());
  for (auto& [line, name] : places) names.push_back(std::move(name));
  return names;
}

bool TomlFields::flag(std::string_view key, bool& target, Need need) {
  const toml::node* node = find(key, need);
  if (node == nullptr) return need == Need::optional;
  if (!node->is_boolean()) {
    refuse_type(key, *node, {"type.unquoted_flag"});
    return false;
  }
  target = node->as_boolean()->get();
  return true;
}

bool TomlFields::number(std::string_view key, double& target, Limits limits, Need need) {
  const toml::node* node = find(key, need);
  if (node == nullptr) return need == Need::optional;
  const std::optional<double> value = finite_number(key, *node, limits.kind);
  if (!value || !accept(key, limits_fault(*value, limits))) return false;
  target = *value;
  return true;
}

bool TomlFields::numbers(std::string_view key, std::vector<double>& target, Limits limits,
                         Need need) {
  const toml::node* node = find(key, need);
  if (node == nullptr) return need == Need::optional;
  const toml::array* list = node->as_array();
  if (list == nullptr) {
    refuse_type(key, *node, {"type.list_of_numbers"});
    return false;
  }
  if (list->empty()) {
    refuse(key, {"fault.empty_list"}, {"remedy.one_number"});
    return false;
  }
  std::vector<double> values;
  for (const toml::node& element : *list) {
    const std::optional<double> value = finite_number(key, element, limits.kind);
    if (!value || !accept(key, limits_fault(*value, limits))) return false;
    values.push_back(*value);
  }
  target = std::move(values);
  return true;
}

bool TomlFields::date(std::string_view key, Date& target, Need need) {
  const toml::node* node = find(key, need);
  if (node == nullptr) return need == Need::optional;
  if (!node->is_date()) {
    refuse_type(key, *node, {"type.unquoted_date"});
    return false;
  }
  const toml::date given = node->as_date()->get();
  target = {given.year, given.month, given.day};
  return true;
}

void TomlFields::quantity(std::string_view key, Quantity& target, std::string_view unit,
                          Limits limits, Need need) {
  limits.kind = kind_of_unit(unit);
  if (table_[key].is_number()) {
    if (!number(key, target.value, limits)) return;
    target = {target.value, std::string{unit}, target.value, target.value, Grade::own,
              file_,        line(key)};
    return;
  }
  std::optional<TomlFields> parts = table(key, need);
  if (!parts) return;
  target.line = line(key);
  target.base_file.clear();
  const bool has_value = parts->number("value", target.value, limits);
  const bool has_low = parts->number("low", target.low, limits);
  const bool has_high = parts->number("high", target.high, limits);
  if (has_value && has_low && has_high) {
    accept(key, range_fault(target.low, target.value, target.high));
  }
  if (parts->text("unit", target.unit)) accept(key, unit_fault(target.unit, unit));
  parts->choice("grade", target.grade, grade_names);
  parts->text("source", target.source);
  target.source_da.clear();
  parts->text("source_da", target.source_da, Need::optional);
  parts->finish();
}

std::optional<TomlFields> TomlFields::table(std::string_view key, Need need) {
  const toml::node* node = find(key, need);
  if (node == nullptr) return std::nullopt;
  if (!node->is_table()) {
    refuse_type(key, *node, {"type.inline_table"});
    return std::nullopt;
  }
  return TomlFields{*node->as_table(), text_, file_, name_of(key), problems_};
}

std::vector<TomlFields> TomlFields::tables(std::string_view key, Need need) {
  std::vector<TomlFields> found;
  const toml::node* node = find(key, need);
  if (node == nullptr) return found;
  if (!node->is_array_of_tables()) {
    refuse_type(key, *node, {"type.tables", key});
    return found;
  }
  const toml::array& list = *node->as_array();
  if (list.size() > most_tables) {
    refuse(key, {"fault.stands_times", list.size()}, {"remedy.at_most", most_tables});
    return found;
  }
  for (const toml::node& element : list) {
    found.push_back(TomlFields{*element.as_table(), text_, file_,
                               fmt::format("{}[{}]", name_of(key), found.size() + 1), problems_});
  }
  return found;
}

int TomlFields::line(std::string_view key) const {
  if (const toml::node* node = table_.get(key)) return line_of(*node);
  return path_.empty() ? 0 : line_of(table_);
}

void TomlFields::refuse(std::string_view key, Message problem, Message remedy) {
  problems_.push_back({file_, line(key), name_of(key), std::move(problem), std::move(remedy)});
}

bool TomlFields::accept(std::string_view key, const std::optional<NumberFault>& fault) {
  if (fault) refuse(key, fault->problem, fault->remedy);
  return !fault;
}

void TomlFields::finish() {
  if (table_.size() > most_keys) {
    return refuse("", {"fault.keys", table_.size()}, {"remedy.at_most", most_keys});
  }
  std::vector<std::string> unknown;
  for (const auto& [key, node] : table_) {
    const std::string name{key.str()};
    if (std::find(known_.begin(), known_.end(), name) != known_.end()) continue;
    problems_.push_back(
        {file_, line_of(node), name_of(name), {"fault.unknown_key"}, naming_advice(name, known_)});
    unknown.push_back(name);
  }
  for (const std::string& name : missing_) {
    if (is_nearly_given(name, unknown)) continue;
    refuse(name, {"fault.is_missing"}, {"remedy.write_key", name});
  }
}

const toml::node* TomlFields::find(std::string_view key, Need need) {
  known_.emplace_back(key);
  const toml::node* node = table_.get(key);
  if (node == nullptr && need == Need::required) missing_.emplace_back(key);
  return node;
}

std::string TomlFields::name_of(std::string_view key) const {
  if (path_.empty()) return std::string{key};
  return key.empty() ? path_ : fmt::format("{}.{}", path_, key);
}

void TomlFields::refuse_type(std::string_view key, const toml::node& node,
                             const Message& expected) {
  refuse(key, {"fault.is", Message{type_name(node)}}, {"remedy.write", expected});
}

std::optional<double> TomlFields::finite_number(std::string_view key, const toml::node& node,
                                                NumberKind kind) {
  if (node.is_string()) {
    refuse_text_for_number(key, node.as_string()->get(), kind);
    return std::nullopt;
  }
  if (const toml::value<std::int64_t>* whole = node.as_integer()) {
    return static_cast<double>(whole->get());
  }
  const toml::value<double>* decimal = node.as_floating_point();
  if (decimal == nullptr) {
    refuse_type(key, node, {"type.number"});
    return std::nullopt;
  }
  if (!std::isfinite(decimal->get())) {
    refuse(key, {"fault.not_reckonable", decimal->get()}, {"remedy.ordinary_size"});
    return std::nullopt;
  }
  const auto pointed = text_.pointed.find(&node);
  if (pointed != text_.pointed.end()) {
    const bool was_told = pointed->second.empty();
    if (was_told || !accept(key, thousands_fault(pointed->second, kind))) return std::nullopt;
  }
  return decimal->get();
}

void TomlFields::refuse_text_for_number(std::string_view key, const std::string& given,
                                        NumberKind kind) {
  const auto parsed = parse_number(given, kind);
  if (const auto* fault = std::get_if<NumberFault>(&parsed)) {
    refuse(key, fault->problem, {"remedy.without_quotes", fault->remedy});
  } else {
    refuse(key, {"fault.number_in_quotes", given}, {"remedy.unquoted", given});
  }
}

namespace {

/// Reports every line that holds a person number, in a comment or elsewhere, and every text that
/// holds one in the language of TOML ("\u0030") or over several lines.
void refuse_person_numbers(const InputText& input, const toml::table& table, Problems& problems) {
  std::set<int> lines = lines_with_person_numbers(input.text);
  std::vector<const toml::node*> open{&table};
  while (!open.empty()) {
    const toml::node& node = *open.back();
    open.pop_back();
    if (const toml::table* inner = node.as_table()) {
      for (const auto& [key, value] : *inner) {
        if (holds_person_number(key.str())) lines.insert(line_of(value));
        open.push_back(&value);
      }
    } else if (const toml::array* list = node.as_array()) {
      for (const toml::node& value : *list) open.push_back(&value);
    } else if (node.is_string() && holds_person_number(node.as_string()->get())) {
      const auto first = static_cast<int>(node.source().begin.line);
      const auto last = static_cast<int>(node.source().end.line);
      const auto told = lines.lower_bound(first);
      if (told == lines.end() || *told > last) lines.insert(first);
    }
  }
  for (const int line : lines) {
    problems.push_back({input.file, line, "", {"fault.cpr_value"}, {"remedy.cpr"}});
  }
}

}  // namespace

std::optional<TomlText> parse_toml_input(const InputText& input, Problems& problems) {
  Problems faults_of_form;
  TomlText read = read_toml(input.text, input.file, faults_of_form);
  refuse_person_numbers(input, read.table, problems);
  problems.insert(problems.end(), faults_of_form.begin(), faults_of_form.end());
  if (read.table.empty() && !faults_of_form.empty()) return std::nullopt;
  return read;
}

void read_titles(TomlFields& fields, std::string& danish, std::string& english) {
  const bool has_danish = fields.has("title_da"), has_english = fields.has("title_en");
  danish.clear();
  english.clear();
  if (has_danish || !has_english) fields.text("title_da", danish);
  if (has_english) fields.text("title_en", english);
  if (!has_english) fields.has_optional("title_en");
  if (!has_danish) danish = english;
  if (!has_english) english = danish;
}

}  // namespace samspil
