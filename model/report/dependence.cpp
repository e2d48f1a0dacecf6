#include "model/report/dependence.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "model/pages/page.hpp"
#include "model/report/ledger_words.hpp"

namespace samspil {
namespace {

using Json = nlohmann::ordered_json;

Ore saving_without(const WithoutMechanism& without, std::size_t strategy, Purse purse) {
  return static_cast<Ore>(without.moments[strategy][index_of(purse)].saving);
}

/// The mechanism whose absence moves the municipality's result of the first strategy most.
void write_mechanism_line(Page& page, const Report& report, const MoneyUnit& unit,
                          Language language) {
  const Ore as_it_is = total(report.appraisal.strategies.front().at(EffectLevel::centre).net_result,
                             part_of(Purse::municipality));
  const WithoutMechanism* most = nullptr;
  Ore largest = 0;
  for (const WithoutMechanism& without : report.result.without) {
    if (without.moments.empty()) continue;
    const Ore moved = std::abs(saving_without(without, 0, Purse::municipality) - as_it_is);
    if (moved > largest) largest = moved, most = &without;
  }
  const std::string title = title_of(report.scenario.strategies.front(), language);
  if (most == nullptr) {
    page.sentence(say(language, "evidence.mechanism_none", title));
    return;
  }
  const auto amount = [&](Ore sum) { return money(report.appraisal.kroner(sum), unit, language); };
  page.sentence(say(language, "evidence.mechanism_line",
                    labels(language).mechanisms[index_of(most->mechanism)], title,
                    amount(saving_without(*most, 0, Purse::municipality)), amount(as_it_is),
                    phrase(unit.word, language)));
}

MoneyUnit unit_of(const WhatMatters& found) {
  double largest = 0;
  for (const StrategyMatters& strategy : found.strategies) {
    for (const Matter& matter : strategy.matters) {
      largest = std::max(largest, std::fabs(matter.change));
    }
  }
  return money_unit(largest);
}

void write_matters(Page& page, const Report& report, const WhatMatters& found, Language language) {
  const MoneyUnit unit = unit_of(found);
  page.heading(phrase("evidence.matters_heading", language));
  page.sentence(phrase("evidence.matters_line", language));
  const auto digits = [language](double value) { return short_number(value, 6, language); };
  for (const StrategyMatters& strategy : found.strategies) {
    Table table;
    table.row(title_of(report.scenario.strategies[strategy.strategy], language),
              {std::string{phrase(unit.word, language)}});
    for (const Matter& matter : strategy.matters) {
      table.row(say(language, "evidence.matter_column", matter.name, digits(matter.low),
                    digits(matter.high)),
                {fmt::format(
                    "{} ± {}", money(matter.change, unit, language),
                    matter.standard_error ? money(*matter.standard_error, unit, language) : "-")},
                2);
    }
    if (strategy.matters.empty()) table.row(phrase("evidence.no_matters", language), {""}, 2);
    page.blank();
    page.add(table);
  }
  page.blank();
  page.sentence(say(language, "evidence.matters_searched", found.searched,
                    whole(found.screened_families, language), found.compared_inputs,
                    whole(found.compared_families, language)));
  page.sentence(say(language, "evidence.matters_left_out", found.population_only));
  page.blank();
}

Json or_null(const std::optional<double>& value) { return value ? Json(*value) : Json(nullptr); }

}  // namespace

void write_dependence(Page& page, const Report& report, const MoneyUnit& unit, Language language) {
  if (report.appraisal.strategies.empty()) return;
  if (!report.result.without.empty()) write_mechanism_line(page, report, unit, language);
  if (report.what_matters) write_matters(page, report, *report.what_matters, language);
  if (report.result.without.empty() && !report.what_matters) {
    page.sentence(phrase("evidence.ask_line", language));
  }
}

Json without_mechanism_json(const Report& report, std::size_t strategy) {
  if (report.result.without.empty()) return nullptr;
  Json mechanisms = Json::object();
  for (const WithoutMechanism& without : report.result.without) {
    Json& entry = mechanisms[std::string{mechanism_names[index_of(without.mechanism)]}];
    if (without.moments.empty()) continue;  // null: no population can be made
    const auto kroner = [&](Purse purse) {
      return report.appraisal.kroner(saving_without(without, strategy, purse));
    };
    entry = {{"municipality", kroner(Purse::municipality)}, {"public", kroner(Purse::all_public)}};
  }
  return mechanisms;
}

Json assumptions_json(const Report& report, std::size_t strategy) {
  if (!report.what_matters) return nullptr;
  Json list = Json::array();
  for (const Matter& matter : report.what_matters->strategies[strategy].matters) {
    list.push_back({{"name", matter.name},
                    {"low", matter.low},
                    {"high", matter.high},
                    {"change", matter.change},
                    {"standard_error", or_null(matter.standard_error)}});
  }
  return list;
}

Json what_matters_json(const Report& report) {
  if (!report.what_matters) return nullptr;
  const WhatMatters& found = *report.what_matters;
  return {{"searched", found.searched},
          {"population_only", found.population_only},
          {"screened_families", found.screened_families},
          {"compared_inputs", found.compared_inputs},
          {"compared_families", found.compared_families}};
}

}  // namespace samspil
