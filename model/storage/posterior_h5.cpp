#include "model/storage/posterior_h5.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/inputs/input_list.hpp"
#include "model/inputs/number_cell.hpp"
#include "model/inputs/posterior_members.hpp"
#include "model/io/results_file.hpp"
#include "model/loading/h5_text.hpp"
#include "model/storage/csv_cells.hpp"

namespace samspil {
namespace {

constexpr const char* provenance = "/provenance";
constexpr const char* inputs_group = "/provenance/inputs";

/// No input is known to more digits, and the table stays small: six of a centre, four of a member,
/// of which there are a hundred times as many.
double rounded(double value) { return std::stod(fmt::format("{:.6g}", value)); }
double rounded_member(double value) { return std::stod(fmt::format("{:.4g}", value)); }

std::string source_of(const Quantity& prior, const CalibrationFit& fit, const InputFit& input) {
  const int percent = static_cast<int>(100 * input.shrinkage + 0.5);
  return input.is_identified
             ? fmt::format("Posterior of {} members: spread {} % below the prior's. Prior: {}",
                           fit.members, percent, prior.source)
             : fmt::format(
                   "Not identified by the targets, drawn with a posterior of {} members. {}",
                   fit.members, prior.source);
}

Quantity posterior_quantity(const Quantity& prior, const CalibrationFit& fit,
                            const InputFit& input) {
  Quantity own = prior;
  own.value = rounded(input.centre);
  own.low = std::min(rounded(input.low), own.value);
  own.high = std::max(rounded(input.high), own.value);
  if (input.is_identified) own.grade = Grade::calibrated;
  own.source = source_of(prior, fit, input);
  return own;
}

std::string row_text(const std::string& name, const Quantity& q) {
  return fmt::format("{},{},{},{},{},{},{}\n", name, number_cell(q.value), csv_cell(q.unit),
                     number_cell(q.low), number_cell(q.high), grade_names[index_of(q.grade)],
                     csv_cell(q.source));
}

/// The largest share of each whole takes up what rounding left.
void fill_wholes(std::vector<ParameterRow>& rows) {
  for (const std::string_view whole : parameter_wholes) {
    double sum = 0;
    ParameterRow* largest = nullptr;
    for (ParameterRow& row : rows) {
      if (!row.name.starts_with(whole)) continue;
      sum += row.quantity.value;
      if (largest == nullptr || row.quantity.value > largest->quantity.value) largest = &row;
    }
    if (largest == nullptr) continue;
    Quantity& q = largest->quantity;
    q.value = std::stod(fmt::format("{:.9f}", q.value + 1 - sum));
    q.low = std::min(q.low, q.value);
    q.high = std::max(q.high, q.value);
  }
}

}  // namespace

std::string posterior_table(const ModelProblem& problem, const CalibrationFit& fit,
                            const Matrix& values, PosteriorRows wanted) {
  PosteriorMembers members;
  std::vector<ParameterRow> rows = problem.scenario().parameter_table.rows;
  for (ParameterRow& row : rows) {
    const auto found =
        std::find_if(fit.inputs.begin(), fit.inputs.end(), [&](const InputFit& input) {
          return input.kind == FittedKind::parameter && input.name == row.name;
        });
    if (found == fit.inputs.end()) continue;
    row.quantity = posterior_quantity(row.quantity, fit, *found);
    const auto i = static_cast<std::size_t>(found - fit.inputs.begin());
    std::vector<double>& own = members[row.name];
    for (std::size_t m = 0; m < values.rows; ++m) own.push_back(rounded_member(values(m, i)));
  }
  fill_wholes(rows);
  if (wanted == PosteriorRows::fitted) {
    std::erase_if(rows, [&](const ParameterRow& row) { return !members.contains(row.name); });
  }
  std::string text = "name,value,unit,low,high,grade,source\n";
  for (const ParameterRow& row : rows) text += row_text(row.name, row.quantity);
  return text + members_text(members);
}

void write_posterior(const std::filesystem::path& file, const PosteriorFile& posterior,
                     const Origin& origin) {
  ResultsWriter writer{file};
  writer.write_text(
      posterior_group, posterior_text_name,
      posterior_table(posterior.problem, posterior.fit, posterior.values, PosteriorRows::all));
  std::vector<std::string> names;
  for (const InputFit& input : posterior.fit.inputs) names.push_back(input.name);
  std::vector<std::vector<double>> rows;
  for (std::size_t m = 0; m < posterior.values.rows; ++m) {
    const auto own = posterior.values.row(m);
    rows.emplace_back(own.begin(), own.end());
  }
  writer.write_numbers(posterior_group, "members", {"member", "input"}, names, rows);
  writer.write_attribute(posterior_group, "members", std::int64_t{posterior.fit.members});
  writer.write_attribute(posterior_group, "seed", std::int64_t{posterior.spec.seed});
  writer.write_attribute(provenance, "program", std::string{"samspil"});
  writer.write_attribute(provenance, "version", origin.version);
  writer.write_attribute(provenance, "git", origin.git);
  writer.write_attribute(provenance, "compiler", origin.compiler);
  writer.write_text(inputs_group, "calibration.toml", posterior.spec.text);
  writer.write_text(inputs_group, "targets.csv", posterior.problem.target_table().text);
  writer.write_text(inputs_group, "priors.csv", posterior.priors.text);
  writer.write_text("/document", "calibration", posterior.document);
  writer.commit();
}

}  // namespace samspil
