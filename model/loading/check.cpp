#include <algorithm>
#include <array>
#include <string_view>

#include "model/inputs/posterior_members.hpp"
#include "model/io/csv.hpp"
#include "model/loading/municipality.hpp"
#include "model/loading/plausible.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;

/// Keys or columns by which a kind of input is known.
struct KindMarks {
  InputKind kind;
  std::vector<std::string_view> marks;
};

const std::vector<KindMarks>& toml_marks() {
  static const std::vector<KindMarks> marks{
      {InputKind::strategy,
       {"levers", "effect", "element", "base", "tried_on_da", "tried_on_en", "sources"}},
      {InputKind::evidence, {"prior_spread", "error", "correlation"}},
      {InputKind::family, {"member", "spell", "annual", "programme"}},
      {InputKind::investment_case, {"case", "cost", "consequence", "uncertainty"}},
      {InputKind::study, {"design", "cohorts", "rule", "observed", "cannot_say_en"}},
      {InputKind::population,
       {"margin", "candidates", "families_per_site", "min_challenges", "youth_support_counts"}},
      {InputKind::scenario,
       {"strategies", "population", "parameters", "prices", "mechanisms", "years", "draws",
        "municipality", "kommune"}}};
  return marks;
}

const std::vector<KindMarks>& csv_marks() {
  static const std::vector<KindMarks> marks{
      {InputKind::prices, {"service", "price", "payer_rule", "account_type"}},
      {InputKind::payer_rules, {"rule", "municipality", "region", "valid_from"}},
      {InputKind::parameters, {"name", "value", "unit"}},
      {InputKind::rates, {"name", "value", "unit", "valid_from", "price_level"}},
      {InputKind::indices, {"index", "year", "value", "growth"}},
      {InputKind::municipalities, {"municipality", "population", "year"}},
      {InputKind::own_prices, {"ydelse", "pris", "prisniveau"}},
      {InputKind::own_families, {"family", "person", "age", "familie", "alder"}},
      {InputKind::own_rates, {"navn", "værdi", "gælder_fra"}},
      {InputKind::own_indices, {"indeks", "år", "værdi", "stigning"}},
      {InputKind::panel, {"person", "start", "end", "from", "to", "events", "exposure"}},
      {InputKind::known_flows, {"flow", "value", "unit"}},
      {InputKind::contrast, {"figure", "value", "unit"}}};
  return marks;
}

/// How many of `marks` are among `names`.
long met(const std::vector<std::string_view>& marks, const std::vector<std::string>& names) {
  return std::count_if(marks.begin(), marks.end(), [&](std::string_view mark) {
    return std::find(names.begin(), names.end(), mark) != names.end();
  });
}

/// What has most of its marks among `names`, the first of those with the same; null where none has
/// one.
template <class Kind>
const Kind* best_match(const std::vector<Kind>& kinds, const std::vector<std::string>& names) {
  const auto best = std::max_element(kinds.begin(), kinds.end(), [&](const Kind& a, const Kind& b) {
    return met(a.marks, names) < met(b.marks, names);
  });
  return best == kinds.end() || met(best->marks, names) == 0 ? nullptr : &*best;
}

/// TOML by its ending, or by its first line that says something: `key = value` or `[table]`.
bool is_toml(const InputText& input) {
  const fs::path ending = fs::path{input.file}.extension();
  if (ending == ".toml") return true;
  if (ending == ".csv" || ending == ".h5") return false;
  std::string_view text = input.text;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const std::size_t first = line.find_first_not_of(" \t\r");
    if (first != std::string_view::npos && line[first] != '#') {
      return line[first] == '[' || line.find('=') != std::string_view::npos;
    }
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return false;
}

/// One of the two, or neither where the input is of no kind that is known.
struct KnownKind {
  std::optional<InputKind> kind;
  const FurtherKind* further = nullptr;
};

KnownKind kind_of(const InputText& input, const std::vector<FurtherKind>& further,
                  Problems& problems) {
  Problems faults_of_form;
  std::vector<std::string> names;
  const bool toml = is_toml(input);
  if (toml) {
    for (const auto& [key, node] : parse_toml(input.text, input.file, faults_of_form)) {
      names.emplace_back(key.str());
    }
  } else {
    names = parse_csv(input.text, input.file, faults_of_form,
                      {.most_rows = most_own_rows, .tells_rows = false})
                .header.cells;
  }
  const KindMarks* own = best_match(toml ? toml_marks() : csv_marks(), names);
  const FurtherKind* other = best_match(further, names);
  if (other != nullptr && (own == nullptr || met(other->marks, names) > met(own->marks, names))) {
    return {{}, other};
  }
  if (own != nullptr) return {own->kind, nullptr};
  if (faults_of_form.empty()) {
    faults_of_form.push_back({input.file, 0, "", {"fault.unknown_input"}, {"remedy.known_inputs"}});
  }
  problems.insert(problems.end(), faults_of_form.begin(), faults_of_form.end());
  return {};
}

/// The payer rules that a price list is read with: those beside it, or the shipped ones.
InputText rules_for(const fs::path& prices, const fs::path& shipped_folder) {
  const fs::path beside = prices.parent_path() / "payer_rules.csv";
  std::error_code ignored;
  return read_input(fs::exists(beside, ignored) ? beside
                                                : shipped_folder / "prices" / "payer_rules.csv");
}

bool has_column(const InputText& table, std::string_view column) {
  Problems ignored;
  const std::vector<std::string> names = parse_csv(table.text, table.file, ignored).header.cells;
  return std::find(names.begin(), names.end(), column) != names.end();
}

void check_prices(const InputText& input, const fs::path& shipped_folder, Problems& problems,
                  Problems& warnings) {
  const InputText rules = rules_for(input.file, shipped_folder);
  if (has_column(input, "payer_rule")) {
    read_catalogue(input, rules, problems);
    return;
  }
  Catalogue catalogue =
      read_catalogue(read_input(shipped_folder / "prices" / "2022.csv"), rules, problems);
  read_own_prices(input, catalogue, problems);
  catalogue.indices = read_indices(read_input(shipped_folder / "prices" / "indices.csv"), problems);
  warnings = warnings_of_own_prices(catalogue, std::nullopt);
}

/// A whole table; or a layer over the shipped one: of less than half of its rows, or with members.
void check_parameters(const InputText& input, const fs::path& shipped_folder, Problems& problems) {
  Parameters any;
  const std::vector<ParameterSlot> slots = parameter_slots(any);
  const auto needed = std::count_if(slots.begin(), slots.end(),
                                    [](const ParameterSlot& slot) { return !slot.optional; });
  Problems of_form;
  const std::string text{rows_of_parameters(input.text)};
  const std::size_t rows = parse_csv(text, input.file, of_form).rows.size();
  const bool has_members = text.size() < input.text.size();
  if (!of_form.empty() || (!has_members && 2 * rows >= static_cast<std::size_t>(needed))) {
    read_parameters(input, problems);
    return;
  }
  LoadedParameters table = load_usual_parameters(shipped_folder);
  read_parameter_layer(input, table, problems);
}

/// The whole table; or an own one, which lacks a column that a whole one has, over the one that is
/// shipped.
template <class Table>
void check_table(const InputText& input, const fs::path& shipped, bool is_whole,
                 Table (*read)(const InputText&, Problems&),
                 void (*lay_over)(const InputText&, Table&, Problems&), Problems& problems) {
  if (is_whole) {
    read(input, problems);
    return;
  }
  Table table = read(read_input(shipped), problems);
  lay_over(input, table, problems);
}

void check_text(const InputText& input, InputKind kind, const fs::path& shipped_folder,
                Problems& problems, Problems& warnings) {
  switch (kind) {
    case InputKind::scenario:
      warnings = read_scenario(input, find_on_disk(input.file, shipped_folder), problems,
                               {.shipped = shipped_strategies(shipped_folder)})
                     .warnings;
      break;
    case InputKind::population:
      read_population(input, problems);
      break;
    case InputKind::family:
      read_family(input, shipped_folder, problems);
      break;
    case InputKind::parameters:
    case InputKind::own_parameters:
      check_parameters(input, shipped_folder, problems);
      break;
    case InputKind::investment_case:
      warnings = read_investment_case(input, problems).warnings;
      break;
    case InputKind::study: {
      StudySpec study = read_study(input, problems);
      if (problems.empty()) with_references(std::move(study), shipped_folder);
      break;
    }
    case InputKind::prices:
    case InputKind::own_prices:
      check_prices(input, shipped_folder, problems, warnings);
      break;
    case InputKind::payer_rules:
      read_payer_rules(input, problems);
      break;
    case InputKind::rates:
    case InputKind::own_rates:
      check_table(input, shipped_folder / "prices" / "rates.csv", has_column(input, "law"),
                  read_rates, read_own_rates, problems);
      break;
    case InputKind::indices:
    case InputKind::own_indices:
      check_table(input, shipped_folder / "prices" / "indices.csv",
                  has_column(input, "source") && !has_column(input, "growth"), read_indices,
                  read_own_indices, problems);
      break;
    case InputKind::evidence:
      read_evidence_rule(input, problems);
      break;
    case InputKind::contrast:
      read_contrast(input, problems);
      break;
    case InputKind::municipalities:
      read_municipalities(input, problems);
      break;
    case InputKind::own_families:
      read_own_families(input, problems);
      break;
    case InputKind::known_flows:
      read_known_flows(input, problems);
      break;
    case InputKind::panel:
      read_panel(input, problems);
      break;
    case InputKind::baseline:
    case InputKind::strategy:
    case InputKind::present_practice:
      read_strategy(input, find_on_disk(input.file, shipped_folder).base, problems);
      break;
  }
}

/// What a user may take for another kind, and the command that takes it.
struct TakenKind {
  InputKind kind;
  Key word;
  std::string_view command;
};
constexpr TakenKind taken_kinds[] = {
    {InputKind::investment_case, "file_kind.investment_case", "case"},
    {InputKind::family, "file_kind.family", "family"},
    {InputKind::study, "file_kind.study", "study"},
    {InputKind::scenario, "file_kind.scenario", "run"}};

}  // namespace

void tell_other_kind(const InputText& input, InputKind wanted, Problems& problems) {
  if (problems.empty() || !is_toml(input)) return;
  Problems ignored;
  const KnownKind known = kind_of(input, {}, ignored);
  for (const TakenKind& taken : taken_kinds) {
    if (known.kind != taken.kind || taken.kind == wanted) continue;
    problems = {{input.file,
                 0,
                 "",
                 {"fault.other_kind", Message{taken.word}},
                 {"remedy.other_command", taken.command, input.file}}};
  }
}

Problems check_file(const fs::path& file, const fs::path& shipped_folder,
                    const std::vector<FurtherKind>& further, Problems* warnings) {
  Problems problems, of_input;
  try {
    const InputText input = read_input(file);
    const KnownKind known = kind_of(input, further, problems);
    if (known.further != nullptr) known.further->check(file);
    if (known.kind) check_text(input, *known.kind, shipped_folder, problems, of_input);
  } catch (const InputError& error) {
    problems.insert(problems.end(), error.problems().begin(), error.problems().end());
  }
  if (warnings != nullptr) *warnings = in_reading_order(std::move(of_input));
  return in_reading_order(std::move(problems));
}

}  // namespace samspil
