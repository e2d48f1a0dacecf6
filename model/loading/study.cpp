#include "model/inputs/study.hpp"

#include <algorithm>
#include <string>

#include "model/inputs/run_size.hpp"
#include "model/loading/readers.hpp"
#include "model/loading/toml.hpp"

namespace samspil {
namespace {

std::vector<StudyNumber> read_numbers(TomlFields& fields, std::span<const StudySlot> slots) {
  std::vector<StudyNumber> numbers;
  for (const StudySlot& slot : slots) {
    numbers.push_back({slot.name, {}});
    fields.quantity(slot.name, numbers.back().quantity, slot.unit, slot.limits);
  }
  return numbers;
}

StudyGroup read_group(TomlFields& fields, StudyDesign design) {
  StudyGroup group;
  fields.text("id", group.id);
  fields.text("title_da", group.title_da);
  fields.text("title_en", group.title_en);
  group.numbers = read_numbers(fields, group_slots(design));
  fields.finish();
  return group;
}

ObservedFigure read_observed(TomlFields& fields) {
  ObservedFigure observed;
  Quantity& value = observed.value;
  value.line = fields.line();
  fields.text("figure", observed.figure);
  fields.text("unit", value.unit);
  const Limits any_number{-1e9, 1e9, kind_of_unit(value.unit)};
  const bool has_value = fields.number("value", value.value, any_number);
  const bool has_low = fields.number("low", value.low, any_number);
  const bool has_high = fields.number("high", value.high, any_number);
  if (has_value && has_low && has_high) {
    fields.accept("value", range_fault(value.low, value.value, value.high));
  }
  fields.choice("grade", value.grade, grade_names);
  fields.text("source", value.source);
  fields.finish();
  return observed;
}

StudySetting read_setting(TomlFields& fields) {
  StudySetting setting;
  setting.line = fields.line();
  fields.choice("hook", setting.hook, hook_names);
  fields.choice("mechanism", setting.channel, channel_names);
  fields.number("value", setting.value, {0, 100, NumberKind::ratio});
  fields.text("source", setting.source);
  fields.finish();
  return setting;
}

void read_head(TomlFields& fields, StudySpec& study) {
  fields.text("id", study.id);
  fields.text("title_da", study.title_da);
  fields.text("title_en", study.title_en);
  fields.whole("year", study.year, any_year);
  fields.whole("cohorts", study.cohorts, {2, 100000});
  fields.whole("seed", study.seed, any_seed);
  fields.text("scenario", study.scenario);
  study.scenario_line = fields.line("scenario");
  fields.texts("strategies", study.strategies, Need::optional);
  study.strategies_line = fields.line("strategies");
  if (study.strategies.size() > most_strategies) {
    fields.refuse("strategies", {"fault.strategies", study.strategies.size()},
                  {"remedy.most", most_strategies});
    study.strategies.clear();
  }
  fields.texts("sources", study.sources);
  fields.texts("cannot_say_da", study.cannot_say_da);
  fields.texts("cannot_say_en", study.cannot_say_en);
}

void require_groups(TomlFields& fields, const StudySpec& study) {
  for (const std::string_view id : group_ids_of(study.design)) {
    const auto is_it = [id](const StudyGroup& group) { return group.id == id; };
    if (std::any_of(study.groups.begin(), study.groups.end(), is_it)) continue;
    fields.refuse("group", {"fault.no_group", id}, {"remedy.no_group"});
  }
}

/// The file of a scenario or strategy that a study names.
std::filesystem::path find_reference(const StudySpec& study, std::string_view key, int line,
                                     const std::string& name,
                                     const std::filesystem::path& shipped_folder) {
  for (const std::filesystem::path& path :
       {std::filesystem::path{name}, shipped_folder / name, shipped_folder / (name + ".toml")}) {
    std::error_code ignored;
    if (std::filesystem::is_regular_file(path, ignored)) return path;
  }
  throw InputError{
      Problem{study.file,
              line,
              std::string{key},
              {"fault.no_such_file", name},
              {"remedy.path_or_name", (shipped_folder / name).parent_path().string()}}};
}

template <class Row, class Name>
void refuse_twins(TomlFields& fields, const std::vector<Row>& rows, Name name,
                  std::string_view key) {
  for (auto row = rows.begin(); row != rows.end(); ++row) {
    if (name(*row).empty()) continue;  // told as missing
    const auto same = [&](const Row& other) { return name(other) == name(*row); };
    if (std::any_of(rows.begin(), row, same)) {
      fields.refuse(key, {"fault.stands_twice", name(*row)}, {"remedy.keep_one"});
    }
  }
}

}  // namespace

StudySpec read_study(const InputText& input, Problems& problems) {
  StudySpec study;
  study.file = input.file;
  study.text = input.text;
  const auto table = parse_toml_input(input, problems);
  if (!table) return study;
  TomlFields fields{*table, input.file, problems};
  const bool has_design = fields.choice("design", study.design, study_design_names);
  read_head(fields, study);
  if (has_design) {
    if (auto rule = fields.table("rule")) {
      study.rule = read_numbers(*rule, rule_slots(study.design));
      rule->finish();
    }
    for (TomlFields& row : fields.tables("setting", Need::optional)) {
      study.settings.push_back(read_setting(row));
    }
    for (TomlFields& row : fields.tables("group", Need::optional)) {
      study.groups.push_back(read_group(row, study.design));
    }
    require_groups(fields, study);
    for (TomlFields& row : fields.tables("observed")) {
      study.observed.push_back(read_observed(row));
    }
  } else {  // what they hold depends on the design
    fields.table("rule");
    for (const char* key : {"setting", "group"}) fields.tables(key, Need::optional);
    fields.tables("observed");
  }
  fields.finish();
  refuse_twins(
      fields, study.groups, [](const StudyGroup& g) { return g.id; }, "group");
  refuse_twins(
      fields, study.observed, [](const ObservedFigure& o) { return o.figure; }, "observed");
  return study;
}

LoadedStudy with_references(StudySpec study, const std::filesystem::path& shipped_folder) {
  const auto find = [&](std::string_view key, int line, const std::string& name) {
    return find_reference(study, key, line, name, shipped_folder);
  };
  LoadedStudy loaded;
  loaded.scenario =
      load_scenario(find("scenario", study.scenario_line, study.scenario), shipped_folder);
  for (const std::string& id : study.strategies) {
    loaded.strategies.push_back(
        load_strategy(find("strategies", study.strategies_line, "strategies/" + id), shipped_folder,
                      loaded.scenario.evidence));
  }
  loaded.strategies = with_settings(std::move(loaded.strategies), study);
  loaded.study = std::move(study);
  return loaded;
}

StudySpec load_study(const std::filesystem::path& file) {
  return load(file, read_study, InputKind::study);
}

}  // namespace samspil
