#include "model/pages/document_view.hpp"

#include <algorithm>

namespace samspil {
namespace {

template <class CellOf>
Cells cells(const Json& by_year, const CellOf& cell_of) {
  Cells all;
  for (const Json& value : by_year) all.push_back(cell_of(value));
  return all;
}

Cell cell(const Json& value, std::string (*write)(double, Language), Language language) {
  if (value.is_null()) return "-";
  const double number = value;
  return {write(number, language), number};
}

}  // namespace

Cell View::amount(const Json& kroner) const {
  if (kroner.is_null()) return "-";
  return {money(kroner, unit, language), kroner.get<double>()};
}

Cell View::saved(const Json& kroner) const {
  return kroner.is_null() ? amount(kroner) : amount(sign * kroner.get<double>());
}

std::string View::percentile(std::string_view figure) const {
  if (sign > 0) return std::string{figure};
  return figure == "p05" ? "p95" : figure == "p95" ? "p05" : std::string{figure};
}

Cell View::count(const Json& value) const { return cell(value, count_text, language); }

Cell View::change(const Json& value) const { return cell(value, change_text, language); }

Cells View::amounts(const Json& by_year) const {
  return cells(by_year, [this](const Json& value) { return amount(value); });
}

Cells View::saved_by_year(const Json& by_year) const {
  return cells(by_year, [this](const Json& value) { return saved(value); });
}

Cells View::counts(const Json& by_year) const {
  return cells(by_year, [this](const Json& value) { return count(value); });
}

Cells View::changes(const Json& by_year) const {
  return cells(by_year, [this](const Json& value) { return change(value); });
}

Cells View::amounts(const Json& by_year, const Json& in_all) const {
  Cells all = amounts(by_year);
  all.push_back(amount(in_all));
  return all;
}

Cells View::saved_by_year(const Json& by_year, const Json& in_all) const {
  Cells all = saved_by_year(by_year);
  all.push_back(saved(in_all));
  return all;
}

std::string View::short_number(const Json& value, int most) const {
  return value.is_null() ? "-" : samspil::short_number(value, most, language);
}

Table View::year_table(std::string_view label, bool has_total) const {
  Table table;
  table.has_equal_columns = true;
  Cells heading;
  for (const Json& year : document.at("years")) heading.push_back(std::to_string(year.get<int>()));
  if (has_total) heading.push_back(text("run.total"));
  table.row(label, std::move(heading));
  return table;
}

std::string short_title(const View& view, const Json& strategy) {
  const std::string title = view.text_of(strategy, "title");
  return title.substr(0, title.find(" ("));
}

std::string input_title(const View& view, const Json& strategy, const Json& input) {
  const std::string name = input.at("name");
  const Json& about = input.at("about");
  if (about.is_null()) return name;
  const std::string title = view.text_of(about, "title");
  for (const Json& other : view.document.at("strategies")) {
    const bool is_own = other.at("id") == strategy.at("id");
    if (!is_own && name.starts_with(other.at("id").get<std::string>() + '.')) {
      return short_title(view, other) + ": " + title;
    }
  }
  return title;
}

const Json& of_purse(const Json& money, std::string_view purse) {
  const std::string name{purse};
  const Json& by_payer = money.at("by_payer");
  return by_payer.contains(name) ? by_payer.at(name) : money.at(name);
}

std::string purse_label(const View& view, std::string_view purse) {
  return purse == "public" ? view.text("run.public_total") : view.label("payer", purse);
}

bool has_amount(const Json& numbers) {
  return std::any_of(numbers.begin(), numbers.end(),
                     [](const Json& number) { return number != 0; });
}

std::string families_per_post(const View& view, const Json& staff_use) {
  return view.short_number(staff_use.at("nominal_families_per_caseworker"), 1) + " / " +
         view.short_number(staff_use.at("families_per_caseworker"), 1);
}

}  // namespace samspil
