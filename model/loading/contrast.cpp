#include "model/loading/csv.hpp"

namespace samspil {
namespace {

constexpr Limits any_amount{-1e9, 1e9};
/// The effect needs a move to be seen, and not so large that hazards are no longer rates of a year.
constexpr Limits any_ratio{0.01, 100, NumberKind::ratio};

}  // namespace

ContrastSpec read_contrast(const InputText& input, Problems& problems) {
  ContrastSpec spec;
  spec.file = input.file;
  const CsvFile csv{input, {"figure", "value", "unit", "low", "high", "grade", "source"}, problems};
  std::array<int, contrast_figure_names.size()> lines{};
  for (const CsvRow& row : csv.rows()) {
    const std::string& given = row.cells[csv.position("figure")];
    CsvFields fields{csv, row, given};
    if (!fields.has_name("figure")) continue;
    const auto figure = find_name<ContrastFigure>(contrast_figure_names, given);
    if (!figure) {
      fields.refuse(
          "", {"fault.unknown_figure"},
          naming_advice(given, {contrast_figure_names.begin(), contrast_figure_names.end()}));
      continue;
    }
    int& line = lines[index_of(*figure)];
    if (line != 0) {
      fields.refuse("", {"fault.on_line_too", line}, {"remedy.one_of_rows"});
      continue;
    }
    line = row.line;
    const bool is_ratio = *figure == ContrastFigure::job_entry_ratio;
    fields.quantity("value", spec.figures[index_of(*figure)], is_ratio ? "hazard ratio" : "kr.",
                    is_ratio ? any_ratio : any_amount);
  }
  for (std::size_t i = 0; csv.complete() && i < lines.size(); ++i) {
    if (lines[i] != 0) continue;
    problems.push_back({input.file,
                        0,
                        std::string{contrast_figure_names[i]},
                        {"fault.no_figure"},
                        {"remedy.add_row"}});
  }
  return spec;
}

ContrastSpec load_contrast(const std::filesystem::path& file) { return load(file, read_contrast); }

}  // namespace samspil
