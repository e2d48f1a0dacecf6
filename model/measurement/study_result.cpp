#include "model/measurement/study_result.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "model/core/statistics.hpp"
#include "model/words/problem.hpp"

namespace samspil {
Spread spread_of(std::span<const double> cohorts) {
  std::vector<double> sorted;
  std::copy_if(cohorts.begin(), cohorts.end(), std::back_inserter(sorted),
               [](double value) { return !std::isnan(value); });
  if (sorted.empty()) return {no_figure, no_figure, no_figure, no_figure};
  std::sort(sorted.begin(), sorted.end());
  const auto n = static_cast<double>(sorted.size());
  Spread spread;
  spread.mean = mean_of(sorted);
  spread.standard_error = n > 1 ? std::sqrt(variance_of(sorted) / n) : 0.0;
  spread.low = percentile(sorted, 0.025);
  spread.high = percentile(sorted, 0.975);
  return spread;
}

double share_between(std::span<const double> cohorts, double low, double high) noexcept {
  std::size_t with_figure = 0, inside = 0;
  for (const double value : cohorts) {
    with_figure += !std::isnan(value);
    inside += value >= low && value <= high;
  }
  return with_figure == 0 ? no_figure
                          : static_cast<double>(inside) / static_cast<double>(with_figure);
}

bool is_inside(const Quantity& observed, const Spread& simulated) noexcept {
  return observed.value >= simulated.low && observed.value <= simulated.high;
}

const StudyFigure& StudyResult::figure(std::string_view name) const {
  for (const StudyFigure& own : figures) {
    if (own.name == name) return own;
  }
  throw std::logic_error("a study has no figure " + std::string{name});
}

const StudyFigure* StudyResult::without_strategy(const StudyFigure& figure) const noexcept {
  if (figure.arm != StudyArm::with) return nullptr;
  const auto found = std::find_if(figures.begin(), figures.end(), [&](const StudyFigure& own) {
    return own.arm == StudyArm::without && own.measure == figure.measure &&
           own.group == figure.group;
  });
  return found == figures.end() ? nullptr : &*found;
}

std::optional<NaiveSaving> naive_saving(const StudySpec& study, const StudyResult& result) {
  if (study.design != StudyDesign::transient_peak) return std::nullopt;
  const auto year = [&](std::string_view name) {
    return study.year + static_cast<int>(number_of(study.rule, name));
  };
  const auto spread = [&](std::string_view name) { return spread_of(result.figure(name).cohorts); };
  NaiveSaving naive{year("before_year"),
                    year("after_year"),
                    spread("naive.points"),
                    spread("naive.public").mean,
                    spread("naive.municipality").mean,
                    number_of(group_of(study, "treated").numbers, "families"),
                    0};
  naive.in_all = naive.families * naive.all_public;
  return naive;
}

void read_signs(std::span<const StudySign> signs, StudyResult& result) {
  for (const StudySign& sign : signs) {
    SignResult read{sign, {}, true, 0};
    // No figure in a cohort counts as not showing it.
    std::vector<double> shows(result.cohorts, 1.0);
    for (const std::string& name : sign.figures) {
      const std::vector<double>& cohorts = result.figure(name).cohorts;
      read.means.push_back(spread_of(cohorts).mean);
      read.holds = read.holds && read.means.back() >= sign.low && read.means.back() <= sign.high;
      for (std::size_t i = 0; i < cohorts.size(); ++i) {
        if (!(cohorts[i] >= sign.low && cohorts[i] <= sign.high)) shows[i] = 0;
      }
    }
    read.share = share_between(shows, 1, 1);
    result.signs.push_back(std::move(read));
  }
}

FigureTable::FigureTable(std::vector<StudyFigure> figures, std::uint32_t cohorts)
    : figures_{std::move(figures)} {
  for (StudyFigure& figure : figures_) figure.cohorts.assign(cohorts, no_figure);
}

void check_observed(const StudySpec& study, std::span<const StudyFigure> figures) {
  std::vector<std::string> names;
  for (const StudyFigure& figure : figures) names.push_back(figure.name);
  for (const ObservedFigure& observed : study.observed) {
    if (std::find(names.begin(), names.end(), observed.figure) != names.end()) continue;
    throw InputError{Problem{study.file,
                             observed.value.line,
                             "observed.figure",
                             {"fault.not_simulated", observed.figure},
                             naming_advice(observed.figure, names)}};
  }
}

}  // namespace samspil
