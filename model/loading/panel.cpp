#include "model/inputs/panel.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <unordered_map>

#include "model/core/near_names.hpp"
#include "model/inputs/fewest_told.hpp"
#include "model/inputs/person_numbers.hpp"
#include "model/loading/called.hpp"
#include "model/loading/csv.hpp"

namespace samspil {
namespace {

const std::vector<std::string> spell_columns{"person", "start", "end", "from", "to"};
const std::vector<std::string> cell_columns{"from", "to", "events", "exposure"};
constexpr Limits any_covariate{-1000, 1000, NumberKind::ratio};
/// How far weeks times seven may lie from whole days and still be them: registers write decimals.
constexpr double rounding_of_days = 1e-3;
constexpr int days_of_week = 7;
constexpr double most_weeks = 1e10;

/// The header alone, after a line that declares the separator.
std::vector<std::string> header_of(const InputText& input) {
  std::size_t end = input.text.find('\n');
  if (input.text.starts_with("sep=") && end != std::string::npos)
    end = input.text.find('\n', end + 1);
  Problems ignored;
  return parse_csv(input.text.substr(0, end), input.file, ignored).header.cells;
}

bool is_among(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// A day from "2022-05-01"; nothing where it is no date.
std::optional<std::int64_t> day_of(std::string_view text) {
  int year = 0;
  unsigned month = 0, day = 0;
  const auto part = [&](std::size_t begin, std::size_t count, auto& target) {
    const char* end = text.data() + begin + count;
    const auto read = std::from_chars(text.data() + begin, end, target);
    return read.ec == std::errc{} && read.ptr == end;
  };
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!part(0, 4, year) || !part(5, 2, month) || !part(8, 2, day)) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month},
                                         std::chrono::day{day}};
  if (!date.ok()) return std::nullopt;
  return std::chrono::sys_days{date}.time_since_epoch().count();
}

/// Reads the rows of a panel, in either form, into one.
class PanelReader {
 public:
  PanelReader(const InputText& input, Problems& problems) : problems_{problems} {
    panel_.file = input.file;
    const std::vector<std::string> header = header_of(input);
    const bool has_cells = is_among(header, "events") || is_among(header, "exposure");
    panel_.form = has_cells ? PanelForm::cells : PanelForm::spells;
    const std::vector<std::string>& columns = has_cells ? cell_columns : spell_columns;
    for (const std::string& name : header) {
      if (!name.empty() && !is_among(columns, name) && !is_among(panel_.covariates, name)) {
        panel_.covariates.push_back(name);
      }
    }
    csv_.emplace(input, columns, problems, panel_.covariates,
                 CsvRules{.form = {.most_rows = most_own_rows, .tells_rows = false}});
  }

  Panel read() {
    if (!problems_.empty()) return std::move(panel_);  // of the file's form, or person numbers
    settle_states();
    check_covariates();
    if (csv_->rows().empty() && csv_->complete()) {
      refuse(0, "", {"fault.panel_empty"}, {"remedy.panel_empty"});
    }
    for (const CsvRow& row : csv_->rows()) read_row(row);
    panel_.people = people_.size();
    if (problems_.empty()) check();
    return std::move(panel_);
  }

 private:
  void refuse(int line, const char* name, Message problem, Message remedy) {
    problems_.push_back({panel_.file, line, name, std::move(problem), std::move(remedy)});
  }
  const std::string& cell(const CsvRow& row, std::string_view column) const {
    return row.cells[csv_->position(column)];
  }

  template <class Enum, std::size_t N>
  static std::optional<std::size_t> position_in(std::string_view given, std::string_view group,
                                                const std::array<std::string_view, N>& names) {
    const auto found = called<Enum>(given, group, names);
    return found ? std::optional{index_of(*found)} : std::nullopt;
  }
  std::optional<std::size_t> find_state(std::string_view given) const {
    if (panel_.states == PanelStates::places) {
      return position_in<Place>(given, "place", place_names);
    }
    return position_in<LabourStatus>(given, "labour_status", labour_status_names);
  }

  /// Places where no row begins in a labour status and some in a place.
  void settle_states() {
    bool has_place = false;
    for (const CsvRow& row : csv_->rows()) {
      const std::string& from = cell(row, "from");
      if (find_state(from)) return;
      has_place = has_place || position_in<Place>(from, "place", place_names);
    }
    if (has_place) panel_.states = PanelStates::places;
  }

  void check_covariates() {
    const std::vector<std::string> known = panel_covariates(panel_.states);
    for (const std::string& name : panel_.covariates) {
      if (is_among(known, name) || names_person_number(name)) continue;
      refuse(1, name.c_str(), {"fault.panel_covariate"}, naming_advice(name, known));
    }
  }

  std::optional<std::size_t> read_state(CsvFields& fields, std::string_view column) {
    const std::string& given = fields.cell(column);
    if (const auto found = find_state(given)) return found;
    const bool are_places = panel_.states == PanelStates::places;
    fields.refuse(
        column, {"fault.unknown_name", given},
        called_advice(given, {{are_places ? "place" : "labour_status", names_of(panel_.states)}}));
    return std::nullopt;
  }

  std::size_t read_pattern(CsvFields& fields) {
    std::vector<double> values(panel_.covariates.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      fields.number(panel_.covariates[i], values[i], any_covariate);
    }
    const auto [found, is_new] = patterns_.emplace(values, panel_.patterns.size());
    if (is_new) panel_.patterns.push_back(std::move(values));
    return found->second;
  }

  void read_row(const CsvRow& row) {
    CsvFields fields{*csv_, row, ""};
    const auto from = read_state(fields, "from");
    std::optional<std::size_t> to;
    if (!fields.cell("to").empty()) to = read_state(fields, "to");
    if (from && to == from) {
      fields.refuse("to", {"fault.panel_no_move"}, {"remedy.panel_no_move"});
    }
    const std::size_t pattern = read_pattern(fields);
    if (panel_.form == PanelForm::spells) {
      read_spell(fields, from.value_or(0), to, pattern);
    } else {
      read_cell(fields, from.value_or(0), to, pattern);
    }
  }

  void read_spell(CsvFields& fields, std::size_t from, std::optional<std::size_t> to,
                  std::size_t pattern) {
    PanelSpell spell{0, 0, 0, from, to, pattern, fields.line()};
    const std::string& person = fields.cell("person");
    if (person.empty()) fields.refuse("person", {"fault.is_empty"}, {"remedy.own_cover_name"});
    const bool is_dated =
        read_day(fields, "start", spell.start) && read_day(fields, "end", spell.end);
    if (is_dated && spell.start >= spell.end) {
      fields.refuse("end", {"fault.panel_order"}, {"remedy.panel_order"});
    }
    spell.person = people_.emplace(person, people_.size()).first->second;
    if (!fields.faulty()) panel_.spells.push_back(spell);
  }

  /// A date, or the number of a week; all rows alike.
  bool read_day(CsvFields& fields, std::string_view column, std::int64_t& target) {
    const std::string& given = fields.cell(column);
    const auto day = day_of(given);
    int week = 0;
    const auto read = std::from_chars(given.data(), given.data() + given.size(), week);
    const bool is_week = read.ec == std::errc{} && read.ptr == given.data() + given.size();
    if (!day && !is_week) {
      fields.refuse(column, {"fault.panel_day", given}, {"remedy.panel_day"});
      return false;
    }
    if (!dates_) dates_ = day.has_value();
    if (*dates_ != day.has_value()) {
      fields.refuse(column, {"fault.panel_two_clocks"}, {"remedy.panel_two_clocks"});
      return false;
    }
    target = day.value_or(std::int64_t{week} * days_of_week);
    return true;
  }

  void read_cell(CsvFields& fields, std::size_t from, std::optional<std::size_t> to,
                 std::size_t pattern) {
    PanelCell one{from, to, pattern, 0, false, 0, fields.line()};
    double weeks = 0;
    if (fields.number("exposure", weeks, {0, most_weeks, NumberKind::ratio})) {
      const double days = weeks * days_of_week;
      one.days = std::llround(days);
      if (std::fabs(days - static_cast<double>(one.days)) > rounding_of_days) {
        fields.refuse("exposure", {"fault.panel_part_of_day", weeks}, {"remedy.panel_part_of_day"});
      }
    }
    one.is_few = fields.cell("events") == "<5";
    if (one.is_few) {
      one.events = 1;
    } else if (to || !fields.cell("events").empty()) {
      int events = 0;
      fields.whole("events", events, {0, 1e9});
      one.events = events;
    }
    if (one.events > 0 && one.days == 0) {
      fields.refuse("exposure", {"fault.panel_no_exposure"}, {"remedy.panel_no_exposure"});
    }
    if (!to && one.events > 0) fields.refuse("to", {"fault.is_empty"}, {"remedy.panel_to"});
    if (!fields.faulty()) panel_.cells.push_back(one);
  }

  // What several rows tell together.

  void check() {
    if (panel_.form == PanelForm::spells) {
      check_spells();
    } else {
      check_cells();
    }
    const auto moves = [](const auto& rows) {
      return std::any_of(rows.begin(), rows.end(),
                         [](const auto& row) { return row.to.has_value(); });
    };
    if (problems_.empty() && !moves(panel_.spells) && !moves(panel_.cells)) {
      refuse(0, "to", {"fault.panel_nobody_moves"}, {"remedy.panel_nobody_moves"});
    }
  }

  void check_spells() {
    if (static_cast<double>(panel_.people) < fewest_told) {
      refuse(0, "person", {"fault.panel_too_few", panel_.people},
             {"remedy.panel_too_few", static_cast<int>(fewest_told)});
      return;
    }
    std::stable_sort(panel_.spells.begin(), panel_.spells.end(),
                     [](const PanelSpell& a, const PanelSpell& b) {
                       return std::pair{a.person, a.start} < std::pair{b.person, b.start};
                     });
    std::optional<std::size_t> last_with_gap;
    for (std::size_t i = 1; i < panel_.spells.size(); ++i) {
      const PanelSpell& before = panel_.spells[i - 1];
      const PanelSpell& after = panel_.spells[i];
      if (before.person != after.person) continue;
      if (after.start < before.end) {
        refuse(after.line, "start", {"fault.panel_overlap", before.line}, {"remedy.panel_overlap"});
      } else if (after.start > before.end) {
        if (last_with_gap != after.person) ++panel_.people_with_gaps;
        last_with_gap = after.person;
      } else if (after.from != before.to.value_or(before.from)) {
        const auto names = names_of(panel_.states);
        refuse(after.line, "from",
               {"fault.panel_jump", before.line, names[before.to.value_or(before.from)],
                names[after.from]},
               {"remedy.panel_jump"});
      }
    }
  }

  void check_cells() {
    std::map<std::pair<std::size_t, std::size_t>, const PanelCell*> exposures;
    std::map<std::tuple<std::size_t, std::size_t, std::size_t>, int> moves;
    for (const PanelCell& one : panel_.cells) {
      const auto [first, is_new] = exposures.emplace(std::pair{one.from, one.pattern}, &one);
      if (!is_new && first->second->days != one.days) {
        refuse(one.line, "exposure", {"fault.panel_other_exposure", first->second->line},
               {"remedy.panel_other_exposure"});
      }
      if (!one.to) continue;
      const auto [row, is_first] =
          moves.emplace(std::tuple{one.from, *one.to, one.pattern}, one.line);
      if (!is_first)
        refuse(one.line, "", {"fault.already_on_line", row->second}, {"remedy.one_row"});
    }
  }

  Problems& problems_;
  Panel panel_;
  std::optional<CsvFile> csv_;
  std::unordered_map<std::string, std::size_t> people_;
  std::map<std::vector<double>, std::size_t> patterns_;
  std::optional<bool> dates_;  ///< Whether days are told by dates.
};

}  // namespace

Panel read_panel(const InputText& input, Problems& problems) {
  return PanelReader{input, problems}.read();
}

Panel load_panel(const std::filesystem::path& file) { return load(file, read_panel); }

}  // namespace samspil
