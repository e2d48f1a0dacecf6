#include "model/pages/family_tables.hpp"

#include "model/words/numbers.hpp"

namespace samspil {
namespace {

using Path = Json::json_pointer;

bool ever_moves(const Json& account, const std::string& path) {
  const Json& years = account.at("years");
  const auto moves = [where = Path{path}](const Json& sums) { return sums.at(where) != 0; };
  return std::any_of(years.begin(), years.end(), moves) || moves(account.at("total"));
}

}  // namespace

Cell kroner(const Json& amount, Language language) {
  if (amount.is_number_integer()) return {std::to_string(amount.get<int>()), amount};
  return {number(amount, 0, language), amount};
}

std::string spell_name(const Json& name, Language language) {
  const std::string_view service = find_label(language, "service", text_of(name));
  return service.empty() ? label_of(name, "family", language) : std::string{service};
}

Table by_year(const Json& account, std::string_view label, Language language) {
  Table table;
  table.has_equal_columns = true;
  Cells cells;
  for (const Json& year : account.at("years")) cells.push_back(kroner(year.at("year"), language));
  cells.emplace_back(phrase("family.all_years", language));
  table.row(label, std::move(cells));
  return table;
}

void add_course(Table& table, std::string_view label, const Json& account, const std::string& path,
                Language language, std::size_t indent) {
  const Path where{path};
  Cells cells;
  for (const Json& year : account.at("years")) cells.push_back(kroner(year.at(where), language));
  cells.push_back(kroner(account.at("total").at(where), language));
  table.row(label, std::move(cells), indent);
}

void add_municipality(Table& table, const Json& account, Language language) {
  for (const auto& department : account.at("total").at("departments").items()) {
    const std::string path = "/departments/" + department.key() + "/municipality";
    if (!ever_moves(account, path)) continue;
    add_course(table, label(language, "department", department.key()), account, path, language, 2);
  }
  add_course(table, phrase("run.municipality_in_all", language), account, "/payers/municipality",
             language);
}

void add_other_payers(Table& table, const Json& account, Language language) {
  const auto payer = [&](const std::string& name) {
    add_course(table, label(language, "payer", name), account, "/payers/" + name, language);
  };
  payer("region");
  payer("state");
  add_course(table, phrase("family.public_total", language), account, "/public", language);
  if (ever_moves(account, "/payers/citizen")) payer("citizen");
}

}  // namespace samspil
