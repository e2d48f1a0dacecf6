#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "model/core/near_names.hpp"
#include "model/inputs/family_case.hpp"
#include "model/loading/dated.hpp"
#include "model/population/case_use.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// The unit in which the model counts a service; a price in another unit would be wrong in silence.
std::string_view unit_of(Service service) noexcept {
  if (is_living_place(service)) return "day";
  switch (service) {
    case Service::child_investigation:
    case Service::notification:
    case Service::police_court_prison:
      return "case";
    case Service::child_case_handling:
    case Service::job_centre_case_handling:
    case Service::adult_case_handling:
      return "hour";
    case Service::hospital_contact:
    case Service::gp_contact:
      return "contact";
    case Service::income_tax:
      return "full_time_tax_week";
    default:
      return "week";
  }
}

/// The rule of a row's name: the one there is, or a new one of the row's kind.
PayerRule* rule_of(CsvFields& fields, std::vector<PayerRule>& rules) {
  PayerRule read;
  fields.text("rule", read.name);
  fields.choice("kind", read.kind, rule_kind_names);
  if (fields.faulty()) return nullptr;
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const PayerRule& rule) { return rule.name == read.name; });
  if (found == rules.end()) return &rules.emplace_back(std::move(read));
  if (found->kind == read.kind) return &*found;
  fields.refuse(
      "kind", {"fault.rule_kind", rule_kind_names[index_of(found->kind)], found->rows.front().line},
      {"remedy.rule_kind"});
  return nullptr;
}

void read_rule_state(CsvFields& fields, RuleKind kind, RuleState& state) {
  const std::vector<std::string_view> names = rule_state_names(kind);
  const std::string& given = fields.cell("when");
  const auto found = std::find(names.begin(), names.end(), given);
  if (found == names.end()) {
    fields.refuse("when", {"fault.unknown_name", given},
                  naming_advice(given, {names.begin(), names.end()}));
  } else {
    state = static_cast<RuleState>(found - names.begin());
  }
}

RuleShares read_rule_shares(CsvFields& fields, RuleKind kind) {
  RuleShares row;
  row.line = fields.line();
  read_rule_state(fields, kind, row.state);
  bool has_shares = true;
  for (std::size_t i = 0; i < payer_count; ++i) {
    has_shares = fields.number(payer_names[i], row.shares[i], any_share) && has_shares;
  }
  if (has_shares) fields.accept("", sum_fault({row.shares.begin(), row.shares.end()}));
  fields.number("municipality_most", row.municipality_most, any_price);
  read_years(fields, row);
  fields.text("law", row.law);
  fields.choice("grade", row.grade, grade_names);
  fields.text("source", row.source);
  if (fields.is_given("at_tax_rate")) {
    fields.number("at_tax_rate", row.at_tax_rate, any_municipal_tax);
  }
  return row;
}

void add_rule_row(CsvFields& fields, PayerRule& rule, RuleShares row) {
  const RuleState state = row.state;
  add_dated(
      fields, rule.rows, std::move(row),
      [state](const RuleShares& other) { return other.state == state; },
      [](const RuleShares& other) { return other.line; });
}

/// A rule without one of its states would price some units by another's shares.
void require_all_states(const std::string& file, const PayerRule& rule, Problems& problems) {
  const auto names = rule_state_names(rule.kind);
  for (RuleState state = 0; state < names.size(); ++state) {
    const auto found = std::find_if(rule.rows.begin(), rule.rows.end(),
                                    [&](const RuleShares& row) { return row.state == state; });
    if (found != rule.rows.end()) continue;
    problems.push_back({file,
                        rule.rows.empty() ? 0 : rule.rows.front().line,
                        rule.name,
                        {"fault.no_row_for", names[state]},
                        {"remedy.add_one"}});
  }
}

/// Whether the days of a service are noted by month as a child's, or as an adult's.
bool is_noted_of_children(Service service) noexcept {
  if (is_placement(service)) return true;
  for (std::size_t i = 0; i < home_measure_count; ++i) {
    if (service_of(ChildMeasure(i)) == service) return true;
  }
  return false;
}
bool is_noted_of_adults(Service service) noexcept {
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    if (may_be_expensive(AdultService(i)) && service_of(AdultService(i)) == service) return true;
  }
  return false;
}

/// Whether a run can carry out a rule of this kind for a service: it knows the step of the ladder
/// for incomes alone, the age for contacts with health, the kind of income for tax, and the days
/// for what may become an expensive case.
bool can_follow(Service service, RuleKind kind) noexcept {
  switch (kind) {
    case RuleKind::fixed:
      return true;
    case RuleKind::refund_ladder:
    case RuleKind::cofinancing_ladder:
      return is_income(service) || service == Service::wage_subsidy;
    case RuleKind::expensive_child:
      return is_noted_of_children(service);
    case RuleKind::expensive_adult:
      return is_noted_of_adults(service);
    case RuleKind::health:
      return service == Service::hospital_contact || service == Service::gp_contact ||
             service == Service::psychiatric_treatment;
    case RuleKind::income_tax:
      return service == Service::income_tax;
  }
  return false;
}

/// What the run could not carry out would be wrong in silence.
void require_rule_of_service(CsvFields& fields, Service service, const PayerRule& rule) {
  if (can_follow(service, rule.kind)) return;
  std::vector<Message> kinds;
  for (std::size_t i = 0; i < rule_kind_names.size(); ++i) {
    if (!can_follow(service, RuleKind(i))) continue;
    kinds.push_back(Message::as_is(std::string{rule_kind_names[i]}));
  }
  fields.refuse("payer_rule",
                {"fault.rule_of_service", rule.name, rule_kind_names[index_of(rule.kind)]},
                {"remedy.rule_of_service", list_of(kinds)});
}

void read_payer_rule_name(CsvFields& fields, Service service, const std::vector<PayerRule>& rules,
                          std::size_t& position) {
  const std::string& given = fields.cell("payer_rule");
  const auto found = std::find_if(rules.begin(), rules.end(),
                                  [&](const PayerRule& rule) { return rule.name == given; });
  if (found != rules.end()) {
    position = static_cast<std::size_t>(found - rules.begin());
    return require_rule_of_service(fields, service, *found);
  }
  std::vector<std::string> names;
  names.reserve(rules.size());
  for (const PayerRule& rule : rules) names.push_back(rule.name);
  fields.refuse("payer_rule", {"fault.unknown_payer_rule", given}, naming_advice(given, names));
}

CatalogueRow read_price(CsvFields& fields, Service service, const std::vector<PayerRule>& rules) {
  CatalogueRow row;
  row.service = service;
  fields.whole_quantity("price", row.price, unit_of(service), any_price);
  fields.choice("department", row.department, department_names);
  fields.text("main_area", row.main_area);
  fields.choice("account_type", row.account_type, account_type_names);
  fields.text("account_function", row.account_function);
  fields.text("law", row.law);
  fields.whole("price_level", row.price_level, any_year);
  fields.choice("index", row.index, price_index_names);
  read_payer_rule_name(fields, service, rules, row.payer_rule);
  fields.number("cashable_share", row.cashable_share, any_share);
  fields.whole("lag_months", row.lag_months, {0, 120});
  return row;
}

/// Reports a second row of the same name.
template <class Key>
bool is_first(CsvFields& fields, std::map<Key, int>& lines, const Key& key) {
  const auto [entry, first] = lines.emplace(key, fields.line());
  if (!first) {
    fields.refuse("", {"fault.already_on_line", entry->second}, {"remedy.one_row"});
  }
  return first;
}

}  // namespace

std::vector<PayerRule> read_payer_rules(const InputText& input, Problems& problems) {
  const CsvFile csv{input,
                    {"rule", "kind", "when", "municipality", "region", "state", "citizen",
                     "municipality_most", "valid_from", "valid_to", "law", "grade", "source"},
                    problems,
                    {"at_tax_rate"}};
  std::vector<PayerRule> rules;
  bool complete = csv.complete();
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("rule")]};
    if (PayerRule* rule = fields.has_name("rule") ? rule_of(fields, rules) : nullptr) {
      add_rule_row(fields, *rule, read_rule_shares(fields, rule->kind));
    }
    complete = complete && !fields.faulty();
  }
  for (const PayerRule& rule : rules) {
    if (complete) require_all_states(input.file, rule, problems);
  }
  return rules;
}

Catalogue read_catalogue(const InputText& prices, const InputText& rules, Problems& problems) {
  Catalogue catalogue;
  catalogue.file = prices.file;
  catalogue.text = prices.text;
  catalogue.rules_file = rules.file;
  catalogue.rules_text = rules.text;
  catalogue.rules = read_payer_rules(rules, problems);
  const CsvFile csv{prices,
                    {"service", "department", "main_area", "account_type", "account_function",
                     "law", "unit", "price", "low", "high", "price_level", "index", "payer_rule",
                     "cashable_share", "lag_months", "grade", "source"},
                    problems,
                    {"source_da"}};
  std::map<Service, int> lines;
  std::vector<std::string> unknown;
  for (const CsvRow& row : csv.rows()) {
    CsvFields fields{csv, row, row.cells[csv.position("service")]};
    const std::string& name = fields.cell("service");
    const auto service = find_name<Service>(service_names, name);
    if (!fields.has_name("service")) continue;
    if (!service) {
      fields.refuse("", {"fault.unknown_service"},
                    naming_advice(name, {service_names.begin(), service_names.end()}));
      unknown.push_back(name);
    } else if (is_first(fields, lines, *service)) {
      catalogue.rows[index_of(*service)] = read_price(fields, *service, catalogue.rules);
    }
  }
  for (std::size_t s = 0; s < service_count && csv.complete(); ++s) {
    const std::string name{service_names[s]};
    if (lines.count(static_cast<Service>(s)) > 0 || is_nearly_given(name, unknown)) continue;
    problems.push_back({prices.file, 0, name, {"fault.no_price"}, {"remedy.no_price"}});
  }
  return catalogue;
}

}  // namespace samspil
