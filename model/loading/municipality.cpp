#include "model/loading/municipality.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/core/near_names.hpp"
#include "model/io/number.hpp"
#include "model/loading/called.hpp"
#include "model/loading/csv.hpp"
#include "model/loading/plausible.hpp"
#include "model/population/target_group.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

/// What the table is called in Danish.
constexpr std::string_view danish_table = "kommune";

/// A key by its English or its Danish name, whichever is given; of those that are not, the name in
/// the language of the table's own.
std::string given_key(const TomlFields& fields, std::string_view key) {
  const std::string danish{label(Language::da, "municipality_key", key)};
  const bool is_danish = fields.has(danish) || fields.name_of("").starts_with(danish_table);
  return !fields.has(key) && is_danish ? danish : std::string{key};
}

/// A number, or a Danish one in quotes: "650.000,00".
bool own_number(TomlFields& fields, std::string_view name, std::optional<double>& target,
                Limits limits) {
  const std::string key = given_key(fields, name);
  if (!fields.has(key)) {
    fields.has_optional(key);
    return false;
  }
  double value = 0;
  if (fields.has_text(key)) {
    std::string text;
    if (!fields.text(key, text)) return false;
    const auto parsed = parse_number_with_comma(text, limits.kind);
    if (const auto* fault = std::get_if<NumberFault>(&parsed)) {
      fields.accept(key, *fault);
      return false;
    }
    value = std::get<double>(parsed);
    if (!fields.accept(key, limits_fault(value, limits))) return false;
  } else if (!fields.number(key, value, limits)) {
    return false;
  }
  target = value;
  return true;
}

void own_whole(TomlFields& fields, std::string_view name, std::optional<int>& target,
               Limits limits) {
  std::optional<double> value;
  limits.kind = NumberKind::count;
  if (!own_number(fields, name, value, limits)) return;
  if (fields.accept(given_key(fields, name), whole_fault(*value))) {
    target = static_cast<int>(*value);
  }
}

/// Its own shares, by the names of the report's indicators.
void read_shares(TomlFields& fields, Municipality& own) {
  auto shares = fields.table(given_key(fields, "shares"), Need::optional);
  if (!shares) return;
  for (const std::string_view name : indicator_names) {
    const auto [unit, limits] = unit_of_margin(name);
    Limits of_unit = limits;
    of_unit.kind = kind_of_unit(unit);
    std::optional<double> value;
    if (own_number(*shares, name, value, of_unit)) own.margins.emplace_back(name, *value);
  }
  shares->finish();
}

Quantity own_quantity(double value, const std::string& unit, const Scenario& scenario) {
  Quantity own{value, unit, value, value, Grade::own, scenario.file, 0};
  own.base_file = own.source_da = scenario.file;
  return own;
}

/// Its population beside that of all 98, and its income tax.
void find_by_name(TomlFields& fields, const InputText& text, Municipality& own,
                  Problems& problems) {
  double all = 0;
  const KnownMunicipality* found = nullptr;
  std::vector<std::string> names;
  const std::vector<KnownMunicipality> known = read_municipalities(text, problems);
  for (const KnownMunicipality& one : known) {
    names.push_back(one.name);
    all += one.population;
    if (one.name == own.name) found = &one;
  }
  if (found == nullptr) {
    if (own.target_children) return;  // whatever it is called
    fields.refuse(given_key(fields, "name"), {"fault.unknown_municipality", own.name},
                  naming_advice(own.name, names));
    return;
  }
  if (!own.target_children) own.population_share = found->population / all;
  if (!own.tax_rate) own.tax_rate = found->tax_rate;
}

void read_tax(TomlFields& fields, const Scenario& scenario, Municipality& own) {
  std::optional<double> rate;
  if (own_number(fields, "tax_rate", rate, any_municipal_tax)) {
    own.tax_rate = own_quantity(*rate, "per cent", scenario);
  }
}

void read_staff(TomlFields& fields, Municipality& own) {
  const std::string enrolled = given_key(fields, "families_enrolled");
  own_whole(fields, "families_enrolled", own.families_enrolled, {1, 1e6});
  const auto place = [&fields](const std::string& key) {
    return GivenKey{fields.name_of(key), fields.line(key)};
  };
  own.enrolled_key = place(enrolled);
  own_number(fields, "caseworkers", own.caseworkers, {0.1, 1e5});
  own_number(fields, "caseload", own.caseload, {1, 1000});
  own_number(fields, "caseworker_cost", own.caseworker_cost, any_price);
  const std::string caseworkers = given_key(fields, "caseworkers");
  own.caseload_key = place(own.caseload ? given_key(fields, "caseload") : caseworkers);
  own.cost_key = place(given_key(fields, "caseworker_cost"));
  if (!own.caseworkers) return;
  if (own.caseload) {
    fields.refuse(caseworkers, {"fault.two_caseloads"}, {"remedy.two_caseloads"});
  } else if (!own.families_enrolled) {
    fields.refuse(caseworkers, {"fault.stands_without", enrolled},
                  {"remedy.both_or_none", enrolled});
  } else if (*own.families_enrolled < *own.caseworkers) {
    fields.refuse(caseworkers, {"fault.more_than_families"}, {"remedy.more_than_families"});
  } else {
    own.caseload = *own.families_enrolled / *own.caseworkers;
  }
}

void set_margin(TomlFields& fields, const std::string& name, double value, Scenario& scenario) {
  for (Margin& margin : scenario.population.margins) {
    if (margin.name != name) continue;
    margin.target = own_quantity(value, margin.target.unit, scenario);
    margin.fitted = true;
    return;
  }
  fields.refuse("population", {"fault.no_such_margin", name}, {"remedy.no_such_margin"});
}

Quantity read_listed_tax(CsvFields& fields, const std::string& file) {
  Quantity tax;
  tax.unit = "per cent";
  fields.number("tax_rate", tax.value, any_municipal_tax);
  tax.low = tax.high = tax.value;
  if (fields.is_given("tax_grade")) fields.choice("tax_grade", tax.grade, grade_names);
  if (fields.is_given("tax_source")) tax.source = tax.source_da = fields.cell("tax_source");
  if (fields.is_given("tax_source_da")) tax.source_da = fields.cell("tax_source_da");
  tax.base_file = file;
  tax.line = fields.line();
  return tax;
}

/// A strategy of the user's own says the number too, in its own file and not in that of its base.
void warn_of_replaced(const Quantity& lever, double value, const GivenKey& key,
                      const std::string& file, Scenario& scenario) {
  const bool is_own = lever.grade == Grade::own && lever.base_file.empty();
  if (!is_own || lever.value == value) return;
  scenario.warnings.push_back({scenario.file,
                               key.line,
                               key.name,
                               {"fault.replaces_own", decimal(fmt::format("{:.6g}", value)),
                                decimal(fmt::format("{:.6g}", lever.value)),
                                std::filesystem::path{file}.filename().string()},
                               {"remedy.replaces_own"}});
}

void warn_of_far(const Quantity& lever, double value, const GivenKey& key, Scenario& scenario) {
  auto far = far_warning({scenario.file, key.line, key.name, {}, {}}, value, lever.value,
                         called_in_either("unit", lever.unit));
  if (far) scenario.warnings.push_back(*std::move(far));
}

/// Of the municipality's income tax, where the payer rules say at which rate they are derived.
void set_own_tax(TomlFields& fields, const Quantity& tax, Catalogue& catalogue) {
  for (const PayerRule& rule : catalogue.rules) {
    for (const RuleShares& row : rule.rows) {
      if (rule.kind != RuleKind::income_tax || row.at_tax_rate > 0) continue;
      fields.refuse("payer_rules", {"fault.no_tax_rate", rule.name, row.line},
                    {"remedy.no_tax_rate"});
      return;
    }
  }
  catalogue.municipal_tax = tax.value;
}

}  // namespace

std::vector<KnownMunicipality> read_municipalities(const InputText& input, Problems& problems) {
  const CsvFile csv{input,
                    {"municipality", "population", "year", "grade", "source"},
                    problems,
                    {"tax_rate", "tax_grade", "tax_source", "tax_source_da"}};
  std::vector<KnownMunicipality> all;
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("municipality")]};
    Limits people{1, 1e7};
    people.kind = NumberKind::count;
    KnownMunicipality one;
    if (!fields.has_name("municipality")) continue;
    one.name = fields.cell("municipality");
    if (fields.is_given("tax_rate")) one.tax_rate = read_listed_tax(fields, input.file);
    if (fields.number("population", one.population, people)) all.push_back(std::move(one));
  }
  return all;
}

void read_municipality(TomlFields& fields, const FindText& find, Problems& problems,
                       Scenario& scenario) {
  const std::string_view name = fields.has(danish_table) ? danish_table : "municipality";
  auto table = fields.table(name, Need::optional);
  if (!table) return;
  Municipality own;
  const std::size_t faults = problems.size();
  table->text(given_key(*table, "name"), own.name, Need::optional);
  own_number(*table, "target_children", own.target_children, {1, 1e6});
  read_staff(*table, own);
  own_whole(*table, "first_year", own.first_year, any_year);
  read_tax(*table, scenario, own);
  read_shares(*table, own);
  const bool has_own_families = fields.has_table("population");
  if (own.name.empty() && !own.target_children && !has_own_families) {
    table->refuse("", {"fault.no_municipality"}, {"remedy.no_municipality"});
  }
  if (!own.name.empty() && problems.size() == faults) {
    if (const auto text =
            find(InputKind::municipalities, "municipalities", fields.line(name), problems)) {
      scenario.municipalities_text = text->text;
      find_by_name(*table, *text, own, problems);
    }
  }
  table->finish();
  scenario.municipality = std::move(own);
}

void set_years_of(const Municipality& municipality, Scenario& scenario) {
  if (!municipality.first_year) return;
  scenario.catalogue.law.year = *municipality.first_year;
  scenario.catalogue.law.unknown = UnknownLaw::last_known;
  scenario.catalogue.price_level = *municipality.first_year;
}

void set_own_numbers(TomlFields& fields, Scenario& scenario) {
  if (!scenario.municipality) return;
  const Municipality& own = *scenario.municipality;
  if (own.tax_rate) set_own_tax(fields, *own.tax_rate, scenario.catalogue);
  for (const auto& [name, value] : own.margins) set_margin(fields, name, value, scenario);
  for (Strategy& strategy : scenario.strategies) {
    const auto replace = [&](Quantity& lever, std::optional<double> value, const GivenKey& key) {
      if (!value) return;
      warn_of_replaced(lever, *value, key, strategy.file, scenario);
      if (&strategy == &scenario.strategies.front()) warn_of_far(lever, *value, key, scenario);
      lever = own_quantity(*value, lever.unit, scenario);
    };
    replace(strategy.levers.caseload, own.caseload, own.caseload_key);
    replace(strategy.levers.wage, own.caseworker_cost, own.cost_key);
  }
}

const Strategy& nearest_strategy(const std::vector<Strategy>& strategies,
                                 const Municipality& municipality) {
  const auto distance = [&](const Strategy& strategy) {
    const double theirs = strategy.levers.caseload.value;
    if (theirs <= 0) return 1e9;
    return municipality.caseload ? std::abs(std::log(theirs / *municipality.caseload)) : 0.0;
  };
  return *std::min_element(
      strategies.begin(), strategies.end(),
      [&](const Strategy& a, const Strategy& b) { return distance(a) < distance(b); });
}

}  // namespace samspil
