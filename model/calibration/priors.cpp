#include "model/calibration/priors.hpp"

#include "model/loading/calibration.hpp"
#include "model/loading/csv.hpp"

namespace samspil {
namespace {

enum class PriorUse : std::uint8_t { fit, keep };
constexpr std::array<std::string_view, 2> prior_use_names{"fit", "keep"};
constexpr Limits correlation_limits{0, 0.99}, direction_limits{-1, 1}, any_bound{-1e9, 1e9};

void read_bound(CsvFields& fields, const char* column, std::optional<double>& bound) {
  double value = 0;
  if (fields.cell(column).empty()) return;
  if (fields.number(column, value, any_bound)) bound = value;
}

PriorRow read_row(CsvFields& fields) {
  PriorRow row;
  row.line = fields.line();
  row.pattern = fields.cell("inputs");
  auto use = PriorUse::keep;
  fields.choice("use", use, prior_use_names);
  row.is_fitted = use == PriorUse::fit;
  row.group = fields.cell("group");
  if (!row.group.empty()) {
    fields.number("correlation", row.correlation, correlation_limits);
    fields.whole("direction", row.direction, direction_limits);
  }
  read_bound(fields, "low", row.low);
  read_bound(fields, "high", row.high);
  fields.choice("data", row.data, data_kind_names);
  std::string source;
  fields.text("source", source);
  return row;
}

PriorTable read_priors(const InputText& given, Problems& problems) {
  PriorTable table;
  table.file = given.file;
  table.text = given.text;
  const InputText input = without_remarks(given);
  const CsvFile csv{
      input,
      {"inputs", "use", "group", "correlation", "direction", "low", "high", "data", "source"},
      problems};
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("inputs")]};
    if (!fields.has_name("inputs")) continue;
    PriorRow read = read_row(fields);
    if (!fields.faulty()) table.rows.push_back(std::move(read));
  }
  return table;
}

}  // namespace

const PriorRow* PriorTable::find(std::string_view input) const noexcept {
  for (const PriorRow& row : rows) {
    if (meets(input, row.pattern)) return &row;
  }
  return nullptr;
}

bool meets(std::string_view name, std::string_view pattern) noexcept {
  while (!pattern.empty()) {
    if (pattern.front() == '*') {
      for (std::size_t i = 0; i <= name.size(); ++i) {
        if (meets(name.substr(i), pattern.substr(1))) return true;
      }
      return false;
    }
    if (name.empty() || name.front() != pattern.front()) return false;
    name.remove_prefix(1);
    pattern.remove_prefix(1);
  }
  return name.empty();
}

PriorTable load_priors(const std::filesystem::path& file) { return load(file, read_priors); }

}  // namespace samspil
