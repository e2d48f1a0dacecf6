#include "model/report/people.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "model/core/calendar.hpp"
#include "model/report/words.hpp"
#include "model/report/year_table.hpp"

namespace samspil {
namespace {

constexpr double days_per_month = days_per_year / 12.0;

using Count = std::function<double(const YearCounts&)>;

Count outcome(Outcome which, double divisor = 1) {
  return [=](const YearCounts& year) {
    return static_cast<double>(year.outcomes[index_of(which)]) / divisor;
  };
}

Count on_status(std::vector<LabourStatus> statuses) {
  return [statuses = std::move(statuses)](const YearCounts& year) {
    double sum = 0;
    for (const LabourStatus status : statuses) {
      sum += static_cast<double>(year.week_48[index_of(status)]);
    }
    return sum;
  };
}

/// One count by year, mean over draws.
struct Compared {
  std::vector<double> baseline, strategy;

  std::vector<double> change(double per = 1) const {
    std::vector<double> values;
    for (std::size_t y = 0; y < baseline.size(); ++y) {
      values.push_back((strategy[y] - baseline[y]) / per);
    }
    return values;
  }
};

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

Compared compare(const Report& report, std::size_t arm, const Count& count) {
  const auto draws = static_cast<double>(report.result.runs());
  Compared compared;
  const ArmCounts& reference = reference_counts(report.result, arm);
  for (std::size_t y = 0; y < reference.years.size(); ++y) {
    compared.baseline.push_back(count(reference.years[y]) / draws);
    compared.strategy.push_back(count(report.result.counts[arm].years[y]) / draws);
  }
  return compared;
}

class PeopleTable {
 public:
  PeopleTable(const Report& report, std::size_t arm, Language language)
      : report_{report},
        arm_{arm},
        hundreds_of_families_{static_cast<double>(report.result.families) / 100},
        hundreds_enrolled_{family_years(report, arm) / report.appraisal.years / 100},
        language_{language} {}

  void heading() {
    const auto text = [this](Key word) { return std::string{phrase(word, language_)}; };
    table_.row(phrase("run.people_a_year", language_),
               {"", "", "", text("run.per_100"), text("run.per_100")});
    table_.row("", {reference_column(), text("run.strategy_column"), text("run.change_column"),
                    text("run.families_column"), text("run.enrolled_column")});
  }

  void row(std::string_view label, const Count& count, std::size_t indent = 2) {
    const Compared compared = compare(report_, arm_, count);
    const double base = mean(compared.baseline);
    const double own = mean(compared.strategy);
    const double change = own - base;
    const auto per = [&](double hundreds) {
      return hundreds > 0 ? change_text(change / hundreds, language_) : std::string{"-"};
    };
    table_.row(
        label,
        {count_text(base, language_), count_text(own, language_), change_text(change, language_),
         per(hundreds_of_families_), per(hundreds_enrolled_)},
        indent);
  }

  std::string reference_column() const {
    return std::string{report_.result.arms[arm_].reference == 0
                           ? phrase("run.baseline_column", language_)
                           : phrase("compare.present_column", language_)};
  }

  void label(std::string_view text) { table_.row(text, {}, 2); }
  void write(Page& page) const { page.add(table_); }

 private:
  Table table_;
  const Report& report_;
  std::size_t arm_;
  double hundreds_of_families_;
  double hundreds_enrolled_;
  Language language_;
};

/// Families in the programme, in the year with most of them; mean over runs.
double most_enrolled(const Report& report, std::size_t arm) {
  std::int64_t most = 0;
  for (const YearCounts& year : report.result.counts[arm].years) {
    most = std::max(most, year.outcomes[index_of(Outcome::enrolled_families)]);
  }
  return static_cast<double>(most) / static_cast<double>(report.result.runs());
}

std::string_view unit_of(std::string_view unit, Language language) {
  if (unit == "per 100 families") return phrase("run.per_100_families", language);
  return unit == "per cent" ? phrase("run.per_cent", language) : unit;
}

/// What the strategy's own report saw, marked where nothing was compared.
void write_observed(Page& page, const Strategy& strategy, Language language) {
  if (strategy.observed.empty()) return;
  page.sentence(phrase("run.report_saw", language));
  for (const ObservedChange& seen : strategy.observed) {
    const bool is_compared =
        seen.design == Design::randomised || seen.design == Design::quasi_experiment;
    const double change = seen.change.value;
    page.sentence(say(language, is_compared ? Key{"run.saw_compared"} : Key{"run.saw_uncontrolled"},
                      language == Language::da ? seen.what_da : seen.what_en,
                      signed_number(change, change == std::round(change) ? 0 : 1, language),
                      unit_of(seen.change.unit, language),
                      language == Language::da ? seen.where_da : seen.where_en),
                  2);
  }
}

void write_effects_by_year(Page& page, const Report& report, std::size_t arm, Language language) {
  YearTable table{report, {}, language};
  table.heading(phrase("run.per_100_enrolled", language), false);
  const double hundreds = most_enrolled(report, arm) / 100;
  if (hundreds <= 0) return;
  const auto row = [&](std::string_view label, const Count& count) {
    table.changes(label, compare(report, arm, count).change(hundreds), 2);
  };
  const auto& names = labels(language).outcomes;
  row(names[index_of(Outcome::parents_in_work)], outcome(Outcome::parents_in_work));
  row(names[index_of(Outcome::children_placed)], outcome(Outcome::children_placed));
  row(phrase("run.home_measure_months", language),
      outcome(Outcome::home_measure_days, days_per_month));
  table.write(page);
}

}  // namespace

void write_people(Page& page, const Report& report, const Saving& centre, Language language) {
  using enum LabourStatus;
  const Labels& names = labels(language);
  PeopleTable table{report, centre.arm, language};
  table.heading();
  const auto row = [&](Outcome which) {
    table.row(names.outcomes[index_of(which)], outcome(which));
  };
  row(Outcome::children_placed);
  row(Outcome::children_home_measures);
  table.row(phrase("run.home_measure_months", language),
            outcome(Outcome::home_measure_days, days_per_month));
  row(Outcome::lawful_absence_days);
  row(Outcome::unlawful_absence_days);
  row(Outcome::parents_in_work);
  table.label(phrase("run.parents_on", language));
  table.row(phrase("run.cash_and_education", language),
            on_status({cash_benefit, education_benefit}), 4);
  table.row(phrase("run.sickness_and_course", language), on_status({sickness, resource_course}), 4);
  table.row(names.statuses[index_of(disability_pension)], on_status({disability_pension}), 4);
  table.write(page);
  page.sentence(phrase("run.enrolled_note", language));
  page.blank();
  write_effects_by_year(page, report, centre.arm, language);
  const std::size_t strategy = report.result.arms[centre.arm].strategy;
  write_observed(page, report.scenario.strategies[strategy - 1], language);
}

void write_people_by_year(Page& page, const Report& report, const Saving& centre,
                          Language language) {
  YearTable table{report, {}, language};
  table.heading(phrase("run.detail_outcomes", language), false);
  const auto row = [&](std::string_view label, const Count& count) {
    const Compared compared = compare(report, centre.arm, count);
    table.counts(label, compared.baseline, 2);
    table.changes(phrase("run.change", language), compared.change(), 4);
  };
  for (std::size_t i = 0; i < outcome_count; ++i) {
    row(labels(language).outcomes[i], outcome(static_cast<Outcome>(i)));
  }
  table.label(phrase("run.parents_on", language));
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    row(labels(language).statuses[i], on_status({static_cast<LabourStatus>(i)}));
  }
  table.write(page);
}

}  // namespace samspil
