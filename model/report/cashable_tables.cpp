#include "model/report/cashable_tables.hpp"

#include <numeric>

#include "model/population/service_of.hpp"
#include "model/report/money_json.hpp"
#include "model/report/year_table.hpp"

namespace samspil {
namespace {

std::string_view case_handling(std::size_t kind, Language language) {
  return labels(language).services[index_of(service_of(static_cast<Casework>(kind)))];
}

/// Hours by year, mean over runs, and their sum.
std::vector<double> hours_by_year(const Report& report, const std::vector<Hundredths>& hours) {
  std::vector<double> by_year;
  double sum = 0;
  for (const Hundredths one : hours) {
    by_year.push_back(static_cast<double>(one) /
                      (one_unit * static_cast<double>(report.result.runs())));
    sum += by_year.back();
  }
  by_year.push_back(sum);
  return by_year;
}

void departments(Page& page, const Report& report, const Saving& saving, Language language) {
  const CashableResult parts =
      cashable_result(report.appraisal, report.scenario.catalogue, saving.arm);
  const MoneyUnit unit = common_unit(report.appraisal);
  const auto text = [language](Key word) { return std::string{phrase(word, language)}; };
  Table table;
  table.row(phrase("run.detail_cashable", language),
            {text("run.net"), text("run.not_cashable"), text("run.after_horizon"),
             text("run.in_budget")});
  const auto row = [&](std::string_view label, const Part& part) {
    std::vector<std::string> cells;
    for (const MoneyTable* one :
         {&saving.net_result, &parts.not_cashable, &parts.after_horizon, &parts.net_result}) {
      cells.push_back(money(report.appraisal.kroner(total(*one, part)), unit, language));
    }
    table.row(label, std::move(cells), 2);
  };
  for (std::size_t d = 0; d < department_count; ++d) {
    const Part part{.department = static_cast<Department>(d), .payer = Payer::municipality};
    if (!is_all_zero(saving.net_result, part)) row(labels(language).departments[d], part);
  }
  row(phrase("run.municipality_in_all", language), {.payer = Payer::municipality});
  page.blank();
  page.add(table);
  page.sentence(phrase("run.cashable_note", language));
}

void freed(Page& page, const Report& report, const Saving& saving, Language language) {
  const auto by_kind = freed_hours(report.appraisal, saving.arm);
  const MoneyUnit thousands = money_unit(0);
  YearTable table{report, thousands, language};
  table.heading(phrase("run.detail_freed", language), true);
  for (std::size_t kind = 0; kind < casework_count; ++kind) {
    table.counts(case_handling(kind, language), hours_by_year(report, by_kind[kind].hours));
  }
  table.label(say(language, "run.freed_kroner", phrase(thousands.word, language)));
  for (std::size_t kind = 0; kind < casework_count; ++kind) {
    std::vector<Ore> by_year = by_kind[kind].kroner;
    by_year.push_back(std::accumulate(by_year.begin(), by_year.end(), Ore{0}));
    table.course(case_handling(kind, language), by_year);
  }
  page.blank();
  table.write(page);
}

}  // namespace

void write_cashable(Page& page, const Report& report, const Saving& saving, Language language) {
  departments(page, report, saving, language);
  freed(page, report, saving, language);
}

nlohmann::ordered_json cashable_json(const Report& report, const StrategyAppraisal& strategy) {
  nlohmann::ordered_json levels = nlohmann::ordered_json::object();
  for (const Saving& saving : strategy.levels) {
    const CashableResult parts =
        cashable_result(report.appraisal, report.scenario.catalogue, saving.arm);
    levels[std::string{effect_level_names[index_of(saving.level)]}] = {
        {"in_budget", money_part(report, parts.net_result)},
        {"not_cashable", money_part(report, parts.not_cashable)},
        {"after_horizon", money_part(report, parts.after_horizon)}};
  }
  return levels;
}

nlohmann::ordered_json freed_hours_json(const Report& report, std::size_t arm) {
  const auto by_kind = freed_hours(report.appraisal, arm);
  nlohmann::ordered_json services = nlohmann::ordered_json::object();
  for (std::size_t kind = 0; kind < casework_count; ++kind) {
    std::vector<double> hours = hours_by_year(report, by_kind[kind].hours);
    hours.pop_back();
    std::vector<double> kroner;
    for (const Ore ore : by_kind[kind].kroner) kroner.push_back(report.appraisal.kroner(ore));
    const Service service = service_of(static_cast<Casework>(kind));
    services[std::string{service_names[index_of(service)]}] = {{"hours", hours},
                                                               {"kroner", kroner}};
  }
  return services;
}

}  // namespace samspil
