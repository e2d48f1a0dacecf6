#include "model/loading/csv.hpp"

namespace samspil {
namespace {

constexpr Limits any_flow{0, 1e6};

}  // namespace

KnownFlows read_known_flows(const InputText& input, Problems& problems) {
  KnownFlows known;
  known.file = input.file;
  const CsvFile csv{input, {"flow", "value", "unit", "low", "high", "grade", "source"}, problems};
  for (const CsvRow& row : csv.rows()) {
    const std::string& given = row.cells[csv.position("flow")];
    CsvFields fields{csv, row, given};
    if (!fields.has_name("flow")) continue;
    const auto flow = find_name<Flow>(flow_names, given);
    if (!flow) {
      fields.refuse("", {"fault.unknown_flow"},
                    naming_advice(given, {flow_names.begin(), flow_names.end()}));
      continue;
    }
    if (const Quantity* other = known.find(*flow)) {
      fields.refuse("", {"fault.already_on_line", other->line}, {"remedy.one_row"});
      continue;
    }
    KnownFlow one{*flow, {}};
    fields.quantity("value", one.known, unit_of(*flow), any_flow);
    if (!fields.faulty()) known.rows.push_back(std::move(one));
  }
  return known;
}

KnownFlows load_known_flows(const std::filesystem::path& file) {
  return load(file, read_known_flows);
}

}  // namespace samspil
