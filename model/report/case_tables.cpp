#include "model/report/case_tables.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

namespace samspil {
namespace {

constexpr MoneyUnit committee_unit{1e3, 0, "run.in_thousands"};

bool is_all_zero(const Timeline& values) noexcept {
  return std::all_of(values.begin(), values.end(), [](double value) { return value == 0; });
}

double largest(const Timeline& values) noexcept {
  double most = 0;
  for (const double value : values) most = std::max(most, std::fabs(value));
  return most;
}

/// For the first column of a table.
std::string_view short_label(CaseInput input, Language language) noexcept {
  constexpr std::array<Key, 3> words{"case.success_rate", "case.price_factor_short",
                                     "case.cost_factor_short"};
  return phrase(words[index_of(input)], language);
}

MoneyUnit unit_of(const CaseAppraisal& appraisal) {
  double most = largest(appraisal.total.cumulated);
  for (const CaseResult& payer : appraisal.payers) {
    most = std::max({most, largest(payer.yearly), largest(payer.cumulated)});
  }
  return money_unit(most);
}

}  // namespace

std::string case_title(const InvestmentCase& plan, Language language) {
  const std::string& own = language == Language::da ? plan.title_da : plan.title_en;
  const std::string& other = language == Language::da ? plan.title_en : plan.title_da;
  for (const std::string* title : {&own, &plan.title, &other}) {
    if (!title->empty()) return *title;
  }
  return std::string{phrase("case.investment_case", language)};
}

std::string_view input_label(CaseInput input, Language language) noexcept {
  constexpr std::array<Key, 3> words{"case.success_rate", "case.price_factor", "case.cost_factor"};
  return phrase(words[index_of(input)], language);
}

CaseTables::CaseTables(const InvestmentCase& plan, const CaseAppraisal& appraisal,
                       Language language)
    : plan_{plan}, appraisal_{appraisal}, language_{language}, unit_{unit_of(appraisal)} {
  for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
    const CaseResult& result = appraisal_.payers[index_of(payer)];
    if (is_all_zero(result.yearly)) continue;
    purses_.push_back({labels(language_).payers[index_of(payer)], &result});
  }
  if (purses_.size() != 1) {
    purses_.push_back({phrase("run.public_total", language_), &appraisal_.total});
  }
}

std::vector<std::string> CaseTables::years() const {
  std::vector<std::string> cells{std::string{phrase("case.now", language_)}};
  for (std::size_t y = 1; y < appraisal_.total.yearly.size(); ++y) {
    cells.push_back(std::to_string(plan_.first_year + static_cast<int>(y) - 1));
  }
  cells.emplace_back(phrase("run.total", language_));
  return cells;
}

std::vector<std::string> CaseTables::amounts(const Timeline& values, const MoneyUnit& unit,
                                             bool has_total) const {
  std::vector<std::string> cells;
  for (const double value : values) cells.push_back(money(value, unit, language_));
  if (has_total) {
    cells.push_back(money(std::accumulate(values.begin(), values.end(), 0.0), unit, language_));
  }
  return cells;
}

void CaseTables::add_course(Table& table, const CaseResult& result) const {
  table.row(phrase("run.cumulated", language_), amounts(result.cumulated, unit_, false), 2);
  table.row(phrase("case.discounted", language_), amounts(result.yearly_discounted, unit_, true),
            2);
  table.row(phrase("case.discounted_cumulated", language_),
            amounts(result.cumulated_discounted, unit_, false), 2);
}

Table CaseTables::net_by_year() const {
  Table table;
  table.has_equal_columns = true;
  table.row("", years());
  const CaseResult& municipality = appraisal_.payers[index_of(Payer::municipality)];
  for (const Purse& purse : purses_) {
    table.row(purse.label, amounts(purse.result->yearly, unit_, true));
    const bool is_last = &purse == &purses_.back();
    if (purse.result == &municipality || is_last) add_course(table, *purse.result);
  }
  const Timeline& citizens = appraisal_.payers[index_of(Payer::citizen)].yearly;
  if (!is_all_zero(citizens)) {
    table.row(phrase("run.citizens", language_), amounts(citizens, unit_, true));
  }
  return table;
}

std::vector<std::string> CaseTables::purse_names() const {
  std::vector<std::string> names;
  for (const Purse& purse : purses_) {
    names.emplace_back(purse.result == &appraisal_.total ? phrase("case.public_short", language_)
                                                         : purse.label);
  }
  return names;
}

std::string CaseTables::purses_beyond_all() const {
  std::string list;
  for (const Purse& purse : purses_) {
    const auto& needed = purse.result->break_even_success_rate;
    if (needed && *needed > 1) list.append(list.empty() ? "" : ", ").append(purse.label);
  }
  return list;
}

Table CaseTables::verdict() const {
  Table table;
  table.row("", purse_names());
  const auto row = [&](Key label, std::size_t indent, const auto& cell) {
    std::vector<std::string> cells;
    for (const Purse& purse : purses_) cells.push_back(cell(*purse.result));
    table.row(phrase(label, language_), std::move(cells), indent);
  };
  const auto years_until = [this](const std::optional<double>& payback) {
    if (!payback) return std::string{phrase("case.never", language_)};
    return *payback > 0 ? number(*payback, 1, language_)
                        : std::string{phrase("case.at_once", language_)};
  };
  const auto share = [this](const std::optional<double>& rate) {
    if (rate && *rate > 1) return std::string{phrase("case.above_all", language_)};
    return rate ? number(100 * *rate, 1, language_) + " %" : std::string{"-"};
  };
  row("case.npv", 0, [&](const CaseResult& r) { return text(r.npv); });
  row("case.payback", 0, [&](const CaseResult& r) { return years_until(r.payback_simple); });
  row("case.payback_discounted", 0,
      [&](const CaseResult& r) { return years_until(r.payback_discounted); });
  row("case.break_even", 0, [&](const CaseResult& r) { return share(r.break_even_success_rate); });
  row("case.break_even_undiscounted", 2,
      [&](const CaseResult& r) { return share(r.break_even_success_rate_undiscounted); });
  row("case.successes_needed", 0, [&](const CaseResult& r) {
    return r.successes_needed ? number(*r.successes_needed, 1, language_) : std::string{"-"};
  });
  return table;
}

Table CaseTables::uncertainty() const {
  Table table;
  table.row("", purse_names());
  using Told = std::function<std::string(const CaseUncertainty&)>;
  const auto row = [&](const std::string& label, std::size_t indent, const Told& cell) {
    std::vector<std::string> cells;
    for (const Purse& purse : purses_) cells.push_back(cell(*purse.result->uncertainty));
    table.row(label, std::move(cells), indent);
  };
  const auto with_error = [this](const Estimate& estimate) {
    return text(estimate.value) + " ± " + text(estimate.error);
  };
  const auto amount = [&](Estimate CaseUncertainty::*which) -> Told {
    return [=](const CaseUncertainty& u) { return with_error(u.*which); };
  };
  const auto name = [this](Key word) { return std::string{phrase(word, language_)}; };
  row(name("case.mean"), 0, amount(&CaseUncertainty::mean));
  row(name("case.standard_deviation"), 0, amount(&CaseUncertainty::standard_deviation));
  row(say(language_, "case.percentile", 5), 0, amount(&CaseUncertainty::p5));
  row(say(language_, "case.percentile", 50), 0, amount(&CaseUncertainty::p50));
  row(say(language_, "case.percentile", 95), 0, amount(&CaseUncertainty::p95));
  row(name("case.chance_of_saving"), 0, [this](const CaseUncertainty& u) {
    return number(100 * u.probability_of_saving.value, 1, language_) + " ± " +
           number(100 * u.probability_of_saving.error, 1, language_);
  });
  table.row(phrase("case.evpi", language_), {});
  row(name("case.evpi_all"), 2, amount(&CaseUncertainty::evpi));
  for (std::size_t i = 0; i < case_input_count; ++i) {
    if (!plan_.uncertainty[i]) continue;
    const std::string_view input = short_label(static_cast<CaseInput>(i), language_);
    row(say(language_, "case.evppi", input), 2,
        [=](const CaseUncertainty& u) { return with_error(*u.evppi[i]); });
  }
  return table;
}

Table CaseTables::sensitivity() const {
  Table table;
  table.row(phrase("case.sensitivity", language_), purse_names());
  const auto& rows = appraisal_.total.sensitivity;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto add = [&](double input, double CaseSensitivity::*npv) {
      const std::string value = rows[i].input == CaseInput::success_rate
                                    ? number(100 * input, 1, language_) + " %"
                                    : number(input, 2, language_);
      std::vector<std::string> cells;
      for (const Purse& purse : purses_) cells.push_back(text(purse.result->sensitivity[i].*npv));
      table.row(say(language_, "case.at_value", short_label(rows[i].input, language_), value),
                std::move(cells), 2);
    };
    add(rows[i].low, &CaseSensitivity::npv_low);
    add(rows[i].high, &CaseSensitivity::npv_high);
  }
  return table;
}

void CaseTables::add_lines(Table& table, Key label, const CaseCommittee::Lines& lines) const {
  table.row(phrase(label, language_), amounts(lines.total, committee_unit, true));
  for (std::size_t i = 0; i < account_type_names.size(); ++i) {
    if (is_all_zero(lines.by_type[i])) continue;
    table.row(labels(language_).account_types[i], amounts(lines.by_type[i], committee_unit, true),
              2);
  }
}

Table CaseTables::committee() const {
  Table table;
  table.has_equal_columns = true;
  table.row("", years());
  add_lines(table, "case.implementation", appraisal_.committee.implementation);
  add_lines(table, "case.permanent", appraisal_.committee.permanent);
  add_lines(table, "case.effect_in_all", appraisal_.committee.total);
  table.row(
      phrase("run.cumulated", language_),
      amounts(appraisal_.payers[index_of(Payer::municipality)].cumulated, committee_unit, false),
      2);
  return table;
}

}  // namespace samspil
