#include "model/calibration/targets.hpp"

#include <array>
#include <cmath>

#include "model/calibration/observation.hpp"
#include "model/loading/calibration.hpp"
#include "model/loading/csv.hpp"

namespace samspil {
namespace {

constexpr std::array<std::string_view, 2> comparison_names{"none", "contemporaneous"};
enum class ComparisonGroup : std::uint8_t { none, contemporaneous };

constexpr Limits any_number{-1e12, 1e12}, any_error{0, 1e12}, any_count{0, 1e9};

void read_counts(CsvFields& fields, Target& target) {
  const bool has_count = fields.number("count", target.count, any_count);
  const bool has_n = fields.number("n", target.n, {1, 1e9});
  if (!has_count || !has_n) return;
  if (target.count > target.n) {
    fields.refuse("count", {"fault.count_above_n", target.count, target.n},
                  {"remedy.count_below_n"});
    return;
  }
  target.value = target.count / target.n;
}

void read_normal(CsvFields& fields, Target& target) {
  fields.number("value", target.value, any_number);
  if (target.use == TargetUse::sign) return;
  if (fields.is_given("error")) {
    if (!fields.number("error", target.error, any_error)) return;
    if (target.error > 0) return;
  }
  fields.refuse("error", {"fault.target_without_error"}, {"remedy.target_error"});
}

ReadTarget read_row(CsvFields& fields) {
  ReadTarget read;
  Target& target = read.target;
  read.line = fields.line();
  target.name = fields.cell("target");
  fields.choice("use", target.use, target_use_names);
  fields.choice("form", target.form, target_form_names);
  target.form == TargetForm::normal ? read_normal(fields, target) : read_counts(fields, target);
  fields.text("unit", target.unit);
  target.cohort = fields.cell("cohort");
  target.group = fields.cell("group");
  auto comparison = ComparisonGroup::none;
  fields.choice("comparison", comparison, comparison_names);
  read.has_comparison = comparison == ComparisonGroup::contemporaneous;
  fields.text("title_en", read.title_en);
  fields.text("title_da", read.title_da);
  fields.text("source", target.source);
  fields.text("rule", target.rule);
  if (auto rule = parse_rule(target.rule)) {
    read.rule = std::move(*rule);
  } else if (!target.rule.empty()) {
    fields.refuse("rule", {"fault.no_measurement_rule", target.rule}, {"remedy.measurement_rule"});
  }
  return read;
}

bool contradict(const Target& a, const Target& b) noexcept {
  if (a.use != TargetUse::calibrate || b.use != TargetUse::calibrate) return false;
  if (a.rule != b.rule || a.cohort != b.cohort) return false;
  return std::fabs(a.value - b.value) >
         most_errors_apart * std::hypot(observation_error(a), observation_error(b));
}

/// Tells a target named before, or one that it contradicts.
bool refuse_against(const std::vector<ReadTarget>& before, const ReadTarget& read,
                    CsvFields& fields) {
  for (const ReadTarget& other : before) {
    if (other.target.name == read.target.name) {
      fields.refuse("", {"fault.already_on_line", other.line}, {"remedy.one_row"});
      return true;
    }
    if (contradict(other.target, read.target)) {
      fields.refuse("value", {"fault.targets_contradict", other.target.name, other.line},
                    {"remedy.targets_contradict"});
      return true;
    }
  }
  return false;
}

TargetTable read_targets(const InputText& given, Problems& problems) {
  TargetTable table;
  table.file = given.file;
  table.text = given.text;
  const InputText input = without_remarks(given);
  const CsvFile csv{input,
                    {"target", "use", "form", "value", "error", "count", "n", "unit", "rule",
                     "cohort", "group", "comparison", "title_en", "title_da", "source"},
                    problems};
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("target")]};
    if (!fields.has_name("target")) continue;
    ReadTarget read = read_row(fields);
    if (fields.faulty() || refuse_against(table.rows, read, fields)) continue;
    table.rows.push_back(std::move(read));
  }
  if (problems.empty() && targets_used(table.targets(), TargetUse::calibrate).empty()) {
    problems.push_back(
        {given.file, 0, "use", {"fault.no_target_to_fit"}, {"remedy.target_to_fit"}});
  }
  return table;
}

}  // namespace

std::vector<Target> TargetTable::targets() const {
  std::vector<Target> all;
  for (const ReadTarget& row : rows) all.push_back(row.target);
  return all;
}

TargetTable load_targets(const std::filesystem::path& file) { return load(file, read_targets); }

}  // namespace samspil
