#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "model/core/csv_text.hpp"
#include "model/core/near_names.hpp"
#include "model/inputs/input_list.hpp"
#include "model/inputs/number_cell.hpp"
#include "model/inputs/posterior_members.hpp"
#include "model/loading/csv.hpp"

namespace samspil {
namespace {

/// The first line of every parameter named so far, and whether its row was without fault.
struct Placed {
  int line = 0;
  bool sound = false;
};
using PlacedRows = std::map<std::string, Placed>;

const std::vector<std::string> columns{"name", "value", "unit", "low", "high", "grade", "source"};

/// Writes a row's value to its slot; nothing where the name is unknown or stands twice.
std::optional<ParameterRow> place_row(CsvFields& fields, const std::vector<ParameterSlot>& slots,
                                      PlacedRows& placed, std::vector<std::string>& unknown) {
  if (!fields.has_name("name")) return std::nullopt;
  const std::string& name = fields.cell("name");
  const auto slot = std::find_if(slots.begin(), slots.end(),
                                 [&](const ParameterSlot& s) { return s.name == name; });
  if (slot == slots.end()) {
    std::vector<std::string> names;
    names.reserve(slots.size());
    for (const ParameterSlot& s : slots) names.push_back(s.name);
    fields.refuse("", {"fault.unknown_parameter"}, naming_advice(name, names));
    unknown.push_back(name);
    return std::nullopt;
  }
  const auto [entry, first] = placed.emplace(name, Placed{fields.line(), false});
  if (!first) {
    fields.refuse("", {"fault.already_on_line", entry->second.line}, {"remedy.one_row"});
    return std::nullopt;
  }
  ParameterRow row{name, {}};
  fields.quantity("value", row.quantity, slot->unit, {slot->lower, slot->upper});
  *slot->value = row.quantity.value;
  entry->second.sound = !fields.faulty();
  return row;
}

void check_wholes(const std::vector<ParameterSlot>& slots, const PlacedRows& placed,
                  const std::string& file, Problems& problems) {
  for (const std::string_view prefix : parameter_wholes) {
    std::vector<double> shares;
    bool sound = true;
    int line = 0;
    for (const ParameterSlot& slot : slots) {
      if (!slot.name.starts_with(prefix)) continue;
      const auto found = placed.find(slot.name);
      sound = sound && found != placed.end() && found->second.sound;
      if (shares.empty() && sound) line = found->second.line;
      shares.push_back(*slot.value);
    }
    if (!sound) continue;
    if (const auto fault = sum_fault(shares)) {
      problems.push_back({file, line, fmt::format("{}*", prefix), fault->problem, fault->remedy});
    }
  }
}

/// The members behind the rows: one line a parameter, equally many of each, in its bounds.
PosteriorMembers read_members(const InputText& input, const std::string& rows,
                              const std::vector<ParameterSlot>& slots, Problems& problems) {
  PosteriorMembers members;
  auto line = static_cast<int>(std::count(rows.begin(), rows.end(), '\n')) + 1;
  std::optional<std::size_t> of_first;
  for (MemberLine& own : member_lines(input.text)) {
    ++line;
    if (own.name.empty() && own.values.empty() && own.is_whole) continue;
    const auto refuse = [&](Message fault) {
      problems.push_back(
          {input.file, line, own.name, std::move(fault), {"remedy.posterior_members"}});
    };
    const auto slot = std::find_if(slots.begin(), slots.end(),
                                   [&](const ParameterSlot& s) { return s.name == own.name; });
    const auto [entry, is_new] = members.emplace(own.name, std::move(own.values));
    if (slot == slots.end() || !is_new) {
      refuse({"fault.member_name"});
      continue;
    }
    const std::vector<double>& values = entry->second;
    const auto odd = std::find_if(values.begin(), values.end(), [&](double value) {
      return !(value >= slot->lower && value <= slot->upper);
    });
    if (odd != values.end() || !own.is_whole) {
      refuse({"fault.member_number", odd - values.begin() + 1, slot->lower, slot->upper});
      continue;
    }
    if (!of_first) of_first = values.size();
    if (values.empty() || values.size() != *of_first) {
      refuse({"fault.member_count", values.size(), *of_first});
    }
  }
  return members;
}

/// A table as its file would be.
std::string text_of(const std::vector<ParameterRow>& rows) {
  std::string text = fmt::format("{}\n", fmt::join(columns, ","));
  for (const auto& [name, q] : rows) {
    text += fmt::format("{},{},{},{},{},{},{}\n", name, number_cell(q.value),
                        quoted_cell(q.unit, ",;"), number_cell(q.low), number_cell(q.high),
                        grade_names[index_of(q.grade)], quoted_cell(q.source, ",;"));
  }
  return text;
}

}  // namespace

LoadedParameters read_parameters(const InputText& input, Problems& problems) {
  LoadedParameters loaded;
  loaded.table.file = input.file;
  loaded.table.text = input.text;
  const std::vector<ParameterSlot> slots = parameter_slots(loaded.parameters);
  const InputText rows{input.file, std::string{rows_of_parameters(input.text)}};
  const CsvFile csv{rows, columns, problems};
  PlacedRows placed;
  std::vector<std::string> unknown;
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("name")]};
    if (auto placed_row = place_row(fields, slots, placed, unknown)) {
      loaded.table.rows.push_back(*std::move(placed_row));
    }
  }
  for (const ParameterSlot& slot : slots) {
    if (slot.optional || placed.count(slot.name) > 0 || !csv.complete()) continue;
    if (is_nearly_given(slot.name, unknown)) continue;
    problems.push_back({input.file,
                        0,
                        slot.name,
                        {"fault.parameter_missing"},
                        {"remedy.row_with_unit", slot.unit}});
  }
  check_wholes(slots, placed, input.file, problems);
  loaded.table.members = read_members(input, rows.text, slots, problems);
  return loaded;
}

void read_parameter_layer(const InputText& input, LoadedParameters& loaded, Problems& problems) {
  const std::vector<ParameterSlot> slots = parameter_slots(loaded.parameters);
  std::vector<ParameterRow>& rows = loaded.table.rows;
  const InputText own_rows{input.file, std::string{rows_of_parameters(input.text)}};
  const CsvFile csv{own_rows, columns, problems};
  PlacedRows placed, of_both;
  for (const ParameterRow& row : rows) of_both[row.name] = {0, true};
  std::vector<std::string> unknown;
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("name")]};
    auto own = place_row(fields, slots, placed, unknown);
    if (!own) continue;
    own->quantity.base_file = input.file;
    of_both[own->name] = placed.at(own->name);
    const auto there = std::find_if(rows.begin(), rows.end(), [&](const ParameterRow& other) {
      return other.name == own->name;
    });
    if (there != rows.end()) {
      *there = *std::move(own);
    } else {
      rows.push_back(*std::move(own));
    }
  }
  if (csv.rows().empty() && csv.complete()) {
    problems.push_back({input.file, 0, "", {"fault.layer_empty"}, {"remedy.layer_empty"}});
  }
  check_wholes(slots, of_both, input.file, problems);
  // What the layer says is drawn from its own members, or from none; all else as before.
  PosteriorMembers& members = loaded.table.members;
  for (const auto& [name, place] : placed) members.erase(name);
  const bool are_all_own = members.empty();
  PosteriorMembers own = read_members(input, own_rows.text, slots, problems);
  own.merge(members);
  members = std::move(own);
  loaded.table.text = text_of(rows);
  if (are_all_own) {
    loaded.table.text += members_of_parameters(input.text);
  } else {
    loaded.table.text += members_text(members);
  }
}

LoadedParameters load_parameters(const std::filesystem::path& file) {
  return load(file, read_parameters);
}

LoadedParameters load_usual_parameters(const std::filesystem::path& shipped_folder) {
  LoadedParameters usual = load_parameters(shipped_folder / stated_parameters);
  Problems problems;
  read_parameter_layer(read_input(shipped_folder / calibrated_layer), usual, problems);
  if (!problems.empty()) throw InputError{std::move(problems)};
  return usual;
}

}  // namespace samspil
