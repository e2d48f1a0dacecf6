#include "model/loading/input_entries.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <utility>
#include <vector>

#include "model/core/checksum.hpp"
#include "model/inputs/posterior_members.hpp"
#include "model/io/csv.hpp"
#include "model/io/toml.hpp"

namespace samspil {
namespace {

std::string text_of(const toml::node& node) {
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* real = node.as_floating_point()) return fmt::format("{}", real->get());
  if (const auto* whole = node.as_integer()) return fmt::format("{}", whole->get());
  if (const auto* flag = node.as_boolean()) return flag->get() ? "true" : "false";
  std::string list;
  if (const auto* array = node.as_array()) {
    for (const toml::node& element : *array) {
      list += (list.empty() ? "" : ", ") + text_of(element);
    }
    return list;
  }
  std::ostringstream stream;
  if (const auto* table = node.as_table()) stream << *table;
  return stream.str();
}

std::string joined(const std::string& before, std::string_view after) {
  return before.empty() ? std::string{after} : std::string{before}.append(".").append(after);
}

/// Rows of [[effect]], [[margin]] and the like are known by what names them, else by their place.
std::string row_name(const toml::table& row, std::size_t place) {
  std::string name;
  for (const char* key : {"hook", "mechanism", "name", "id", "key"}) {
    if (const auto* text = row[key].as_string()) name = joined(name, text->get());
  }
  return name.empty() ? std::to_string(place + 1) : name;
}

/// What tells an effect from another of the same hook and mechanism, as effect_name() has it.
std::string apart(const toml::table& effect) {
  std::string name = effect["component"].value_or(std::string{"whole"});
  for (const char* key : {"measures", "places", "services"}) {
    const auto* targets = effect[key].as_array();
    if (targets == nullptr) continue;
    for (const toml::node& target : *targets) name = joined(name, text_of(target));
  }
  return name;
}

class TomlEntries {
 public:
  TomlEntries(std::string_view name, const toml::table& table, InputEntries& found)
      : found_{found},
        is_strategy_{table["levers"].is_table() || table["tried_on_en"].is_string()},
        is_scenario_{name.starts_with("scenario")} {
    if (is_strategy_ && table["id"].is_string()) found_.title = text_of(*table["id"].node());
    if (!is_scenario_) {
      prefix_ = is_strategy_                   ? found_.title
                : name.starts_with("evidence") ? "evidence"
                                               : "population";
    }
  }

  void take(const toml::table& table) {
    for (const auto& [key, node] : table) top(key.str(), node);
  }

 private:
  /// Rows and the tables of levers and mechanisms are named by themselves, not by their heading.
  void top(std::string_view key, const toml::node& node) {
    if (const auto* rows = node.as_array(); rows != nullptr && rows->is_array_of_tables()) {
      for (std::size_t i = 0; i < rows->size(); ++i) {
        const toml::table& row = *rows->get(i)->as_table();
        const std::string own = row_name(row, i);
        if (key == "effect") {
          const std::string name = joined(prefix_, own);
          const bool is_taken = found_.entries.contains(name);
          this->row(is_taken ? joined(name, apart(row)) : name, row);
        } else if (key == "margin") {
          this->row(own, row);
        } else {
          this->row(joined(joined(prefix_, key), own), row);
        }
      }
    } else if (const auto* table = node.as_table(); table != nullptr && key == "levers") {
      for (const auto& [lever, value] : *table) entry(joined(prefix_, lever.str()), value);
    } else if (table != nullptr && (key == "error" || key == "correlation")) {
      for (const auto& [part, value] : *table) {
        entry(joined(joined(prefix_, key), part.str()), value);
      }
    } else if (table != nullptr && key == "mechanisms") {
      for (const auto& [mechanism, value] : *table) entry(std::string{mechanism.str()}, value);
    } else {
      entry(joined(prefix_, key), node);
    }
  }

  /// A value, or a quantity whose parts are the fields.
  void entry(const std::string& name, const toml::node& node) {
    const auto* table = node.as_table();
    if (table == nullptr) {
      found_.entries[name][""] = text_of(node);
      return;
    }
    for (const auto& [key, part] : *table) {
      found_.entries[name][std::string{key.str()}] = text_of(part);
    }
  }

  /// A row is one entry; its quantities are entries of their own, but for a margin's target.
  void row(const std::string& name, const toml::table& row) {
    for (const auto& [key, part] : row) {
      if (!part.is_table()) {
        found_.entries[name][std::string{key.str()}] = text_of(part);
      } else {
        entry(key == "target" ? name : joined(name, key.str()), part);
      }
    }
  }

  InputEntries& found_;
  bool is_strategy_;
  bool is_scenario_;
  std::string prefix_;
};

/// The first column names a row, and where they are its state and its first year.
std::string csv_name(const CsvTable& table, const CsvRow& row) {
  std::string name = row.cells.front();
  for (std::size_t i = 1; i < row.cells.size(); ++i) {
    const std::string& column = table.header.cells[i];
    if (column == "when" && row.cells[i] != "-") name = joined(name, row.cells[i]);
    if (column == "valid_from" || column == "year") name = joined(name, row.cells[i]);
  }
  return name;
}

}  // namespace

InputEntries entries_of(const std::string& name, const std::string& text) {
  InputEntries found;
  found.title = name;
  std::vector<Problem> problems;
  if (name.ends_with(".csv")) {
    // Only parameters have members; they are one entry by their checksum, as they are many numbers.
    const CsvTable table = parse_csv(rows_of_parameters(text), name, problems);
    if (const auto members = members_of_parameters(text); !members.empty()) {
      found.entries["members"][""] = hexadecimal(fnv1a(members));
    }
    if (!problems.empty()) throw InputError{std::move(problems)};
    for (const CsvRow& row : table.rows) {
      auto& fields = found.entries[csv_name(table, row)];
      for (std::size_t i = 1; i < row.cells.size(); ++i) {
        fields[table.header.cells[i]] = row.cells[i];
      }
    }
  } else {
    const toml::table table = parse_toml(text, name, problems);
    if (!problems.empty()) throw InputError{std::move(problems)};
    TomlEntries{name, table, found}.take(table);
  }
  return found;
}

}  // namespace samspil
