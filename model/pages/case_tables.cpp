#include "model/pages/case_tables.hpp"

#include <array>
#include <cmath>
#include <utility>

namespace samspil {
namespace {

using Purses = std::vector<CasePurse>;

constexpr MoneyUnit committee_unit{1e3, 0, "run.in_thousands"};

Cell amount(const Json& kroner, const MoneyUnit& unit, Language language) {
  return {money(kroner, unit, language), kroner};
}

Cells amounts(const Json& kroner, const MoneyUnit& unit, Language language) {
  Cells cells;
  for (const Json& value : kroner) cells.push_back(amount(value, unit, language));
  return cells;
}

Cells with_total(const Json& kroner, const Json& total, const MoneyUnit& unit, Language language) {
  Cells cells = amounts(kroner, unit, language);
  cells.push_back(amount(total, unit, language));
  return cells;
}

double largest(const Json& values, double most) {
  for (const Json& value : values) most = std::max(most, std::fabs(value.get<double>()));
  return most;
}

/// "now", the calendar years, and "total".
Table by_year(const Json& document, Language language) {
  Cells cells;
  for (const Json& year : document.at("committee").at("years")) {
    cells.emplace_back(year.is_null() ? word("case.now", language)
                                      : std::to_string(year.get<int>()));
  }
  cells.emplace_back(phrase("run.total", language));
  Table table;
  table.has_equal_columns = true;
  table.row("", std::move(cells));
  return table;
}

/// One column for each purse.
Table by_purse(std::string_view heading, const Purses& purses) {
  Cells cells;
  for (const CasePurse& purse : purses) cells.emplace_back(purse.short_label);
  Table table;
  table.row(heading, std::move(cells));
  return table;
}

template <class Told>
void add_row(Table& table, std::string_view label, std::size_t indent, const Purses& purses,
             Told told) {
  Cells cells;
  for (const CasePurse& purse : purses) cells.push_back(told(*purse.result));
  table.row(label, std::move(cells), indent);
}

Cell years_until(const Json& payback, Language language) {
  if (payback.is_null()) return phrase("case.never", language);
  if (payback <= 0) return phrase("case.at_once", language);
  return {number(payback, 1, language), payback};
}

Cell success_rate(const Json& rate, Language language) {
  if (rate.is_null()) return "-";
  const double percent = 100 * rate.get<double>();
  if (rate > 1) return {word("case.above_all", language), percent};
  return {number(percent, 1, language) + " %", percent};
}

}  // namespace

Purses purses_of(const Json& document, Language language) {
  Purses purses;
  for (const char* payer : {"municipality", "region", "state"}) {
    const Json& result = document.at("payers").at(payer);
    if (!has_amount(result.at("yearly"))) continue;
    const std::string name{label(language, "payer", payer)};
    purses.push_back({name, name, &result});
  }
  if (purses.size() != 1) {
    purses.push_back({word("run.public_total", language), word("case.public_short", language),
                      &document.at("total")});
  }
  return purses;
}

MoneyUnit unit_of(const Json& document) {
  double most = largest(document.at("total").at("cumulated"), 0);
  for (const Json& payer : document.at("payers")) {
    most = largest(payer.at("cumulated"), largest(payer.at("yearly"), most));
  }
  return money_unit(most);
}

Table net_by_year(const Json& document, const MoneyUnit& unit, Language language) {
  Table table = by_year(document, language);
  const Json& payers = document.at("payers");
  const auto add_yearly = [&](std::string_view label, const Json& result) {
    table.row(label,
              with_total(result.at("yearly"), result.at("cumulated").back(), unit, language));
  };
  const Purses purses = purses_of(document, language);
  for (const CasePurse& purse : purses) {
    const Json& result = *purse.result;
    add_yearly(purse.label, result);
    if (&result != &payers.at("municipality") && &purse != &purses.back()) continue;
    table.row(phrase("run.cumulated", language), amounts(result.at("cumulated"), unit, language),
              2);
    table.row(phrase("case.discounted", language),
              with_total(result.at("yearly_discounted"), result.at("npv"), unit, language), 2);
    table.row(phrase("case.discounted_cumulated", language),
              amounts(result.at("cumulated_discounted"), unit, language), 2);
  }
  const Json& citizens = payers.at("citizen");
  if (has_amount(citizens.at("yearly"))) add_yearly(phrase("run.citizens", language), citizens);
  return table;
}

Table verdict(const Purses& purses, const MoneyUnit& unit, Language language) {
  Table table = by_purse("", purses);
  const auto row = [&](Key key, const char* name, std::size_t indent, auto cell) {
    add_row(table, phrase(key, language), indent, purses,
            [&](const Json& result) { return cell(result.at(name), language); });
  };
  const auto kroner = [&](const Json& value, Language in) { return amount(value, unit, in); };
  const auto count = [](const Json& value, Language in) -> Cell {
    if (value.is_null()) return "-";
    return {number(value, 1, in), value};
  };
  row("case.npv", "npv", 0, kroner);
  row("case.payback", "payback_simple", 0, years_until);
  row("case.payback_discounted", "payback_discounted", 0, years_until);
  row("case.break_even", "break_even_success_rate", 0, success_rate);
  row("case.break_even_undiscounted", "break_even_success_rate_undiscounted", 2, success_rate);
  row("case.successes_needed", "successes_needed", 0, count);
  return table;
}

Table uncertainty(const Purses& purses, const MoneyUnit& unit, Language language) {
  const auto with_error = [&](const Json& value, const Json& error) -> Cell {
    return {money(value, unit, language) + " ± " + money(error, unit, language), value};
  };
  Table table = by_purse("", purses);
  const auto row = [&](std::string_view label, const char* name, std::size_t indent) {
    add_row(table, label, indent, purses, [&](const Json& result) {
      return with_error(result.at(name), result.at("monte_carlo_error").at(name));
    });
  };
  row(phrase("case.mean", language), "mean", 0);
  row(phrase("case.standard_deviation", language), "standard_deviation", 0);
  row(say(language, "case.percentile", 5), "p5", 0);
  row(say(language, "case.percentile", 50), "p50", 0);
  row(say(language, "case.percentile", 95), "p95", 0);
  add_row(table, phrase("case.chance_of_saving", language), 0, purses, [&](const Json& result) {
    const double chance = 100 * result.at("probability_of_saving").get<double>();
    const Json& error = result.at("monte_carlo_error").at("probability_of_saving");
    return Cell{
        number(chance, 1, language) + " ± " + number(100 * error.get<double>(), 1, language),
        chance};
  });
  table.row(phrase("case.evpi", language), {});
  row(phrase("case.evpi_all", language), "evpi", 2);
  for (const auto& input : purses.front().result->at("evppi").items()) {
    if (input.value().is_null()) continue;
    const std::string& name = input.key();
    add_row(table, say(language, "case.evppi", label(language, "case_short", name)), 2, purses,
            [&](const Json& result) {
              return with_error(result.at("evppi").at(name),
                                result.at("monte_carlo_error").at("evppi").at(name));
            });
  }
  return table;
}

Table sensitivity(const Purses& purses, const MoneyUnit& unit, Language language) {
  Table table = by_purse(phrase("case.sensitivity", language), purses);
  const Json& rows = purses.front().result->at("sensitivity");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& input = text_of(rows[i].at("input"));
    for (const auto& [end, npv] : {std::pair{"low", "npv_low"}, std::pair{"high", "npv_high"}}) {
      const double value = rows[i].at(end);
      const std::string text = input == "success_rate" ? number(100 * value, 1, language) + " %"
                                                       : number(value, 2, language);
      const char* name = npv;  // a lambda of clang 14 takes no structured binding
      add_row(table, say(language, "case.at_value", label(language, "case_short", input), text), 2,
              purses, [&](const Json& result) {
                return amount(result.at("sensitivity")[i].at(name), unit, language);
              });
    }
  }
  return table;
}

Table committee_form(const Json& document, Language language) {
  const Json& form = document.at("committee");
  Table table = by_year(document, language);
  const auto add_lines = [&](Key key, const Json& lines) {
    const Json& all_years = lines.at("all_years");
    const auto cells = [&](const std::string& type) {
      return with_total(lines.at(type), all_years.at(type), committee_unit, language);
    };
    table.row(phrase(key, language), cells("total"));
    for (const auto& [type, sum] : all_years.items()) {
      if (type == "total" || !has_amount(lines.at(type))) continue;
      table.row(label(language, "account_type", type), cells(type), 2);
    }
  };
  add_lines("case.implementation", form.at("implementation"));
  add_lines("case.permanent", form.at("permanent"));
  add_lines("case.effect_in_all", form.at("total"));
  table.row(
      phrase("run.cumulated", language),
      amounts(document.at("payers").at("municipality").at("cumulated"), committee_unit, language),
      2);
  return table;
}

}  // namespace samspil
