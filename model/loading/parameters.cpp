#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "model/core/near_names.hpp"
#include "model/inputs/input_list.hpp"
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

/// Writes a row's value to its slot, unless the name is unknown or stands twice.
void place_row(CsvFields& fields, const std::vector<ParameterSlot>& slots, PlacedRows& placed,
               ParameterTable& table, std::vector<std::string>& unknown) {
  if (!fields.has_name("name")) return;
  const std::string& name = fields.cell("name");
  const auto slot = std::find_if(slots.begin(), slots.end(),
                                 [&](const ParameterSlot& s) { return s.name == name; });
  if (slot == slots.end()) {
    std::vector<std::string> names;
    names.reserve(slots.size());
    for (const ParameterSlot& s : slots) names.push_back(s.name);
    fields.refuse("", {"fault.unknown_parameter"}, naming_advice(name, names));
    unknown.push_back(name);
    return;
  }
  const auto [entry, first] = placed.emplace(name, Placed{fields.line(), false});
  if (!first) {
    fields.refuse("", {"fault.already_on_line", entry->second.line}, {"remedy.one_row"});
    return;
  }
  ParameterRow row{name, {}};
  fields.quantity("value", row.quantity, slot->unit, {slot->lower, slot->upper});
  *slot->value = row.quantity.value;
  table.rows.push_back(std::move(row));
  entry->second.sound = !fields.faulty();
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

}  // namespace

LoadedParameters read_parameters(const InputText& input, Problems& problems) {
  LoadedParameters loaded;
  loaded.table.file = input.file;
  loaded.table.text = input.text;
  const std::vector<ParameterSlot> slots = parameter_slots(loaded.parameters);
  const InputText rows{input.file, std::string{rows_of_parameters(input.text)}};
  const CsvFile csv{rows, {"name", "value", "unit", "low", "high", "grade", "source"}, problems};
  PlacedRows placed;
  std::vector<std::string> unknown;
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("name")]};
    place_row(fields, slots, placed, loaded.table, unknown);
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
  return loaded;
}

LoadedParameters load_parameters(const std::filesystem::path& file) {
  return load(file, read_parameters);
}

}  // namespace samspil
