#include "model/report/family_tables.hpp"

#include <algorithm>

namespace samspil {
namespace {

/// One service of one member over all years, by rule.
struct ServiceSum {
  const FamilyLine* first = nullptr;
  std::size_t place = 0;  ///< Of the first service of the same member.
  struct Part {
    std::string rule;
    int units = 0;
    AccountSum sum;
  };
  std::vector<Part> parts;  ///< In the order in which they are met.
};

std::size_t place_of(const FamilyLine& line, const std::vector<ServiceSum>& sums) {
  for (const ServiceSum& sum : sums) {
    if (sum.first->who == line.who) return sum.place;
  }
  return sums.size();
}

/// Members first, then the refunds, then the programmes; what is one's own stands together.
bool comes_before(const ServiceSum& left, const ServiceSum& right) {
  const auto rank = [](const ServiceSum& sum) {
    if (sum.first->kind == LineKind::programme) return 2;
    return sum.first->kind == LineKind::refund ? 1 : 0;
  };
  return std::pair{rank(left), left.place} < std::pair{rank(right), right.place};
}

std::vector<ServiceSum> summed_services(const FamilyAccount& account) {
  std::vector<ServiceSum> sums;
  for (const AccountYear& year : account.years) {
    for (const FamilyLine& line : year.lines) {
      auto found = std::find_if(sums.begin(), sums.end(), [&](const ServiceSum& sum) {
        return sum.first->who == line.who && sum.first->what == line.what &&
               sum.first->unit == line.unit;
      });
      if (found == sums.end()) found = sums.insert(found, {&line, place_of(line, sums), {}});
      auto part = std::find_if(found->parts.begin(), found->parts.end(),
                               [&](const auto& known) { return known.rule == line.rule; });
      if (part == found->parts.end()) {
        part = found->parts.insert(found->parts.end(), {line.rule, 0, {}});
      }
      part->units += line.units;
      part->sum.add(line);
    }
  }
  std::stable_sort(sums.begin(), sums.end(), comes_before);
  return sums;
}

std::string_view rule_name(std::string_view rule) { return rule.substr(0, rule.find('.')); }

/// The rule state behind the point, if there is one.
std::string_view state_name(std::string_view rule) {
  const std::size_t point = rule.find('.');
  return point == std::string_view::npos ? "" : rule.substr(point + 1);
}

}  // namespace

std::string_view FamilyTables::name_of(const FamilySpell& spell) const {
  switch (spell.kind) {
    case SpellKind::self_support:
      return phrase("family.self_support", language_);
    case SpellKind::subsidised_job:
      return phrase("family.subsidised_job", language_);
    case SpellKind::service:
      break;
  }
  return labels(language_).services[index_of(spell.service)];
}

std::string_view FamilyTables::name_of(const FamilyLine& line) const {
  if (line.kind == LineKind::programme) return phrase("family.programme", language_);
  if (line.kind == LineKind::refund) {
    return phrase(line.department == Department::child_family ? Key{"family.expensive_children"}
                                                              : Key{"family.expensive_adults"},
                  language_);
  }
  const auto service = find_name<Service>(service_names, line.what);
  return service ? labels(language_).services[index_of(*service)] : std::string_view{line.what};
}

Table FamilyTables::by_year(const FamilyCase& family, std::string_view label) const {
  Table table;
  table.has_equal_columns = true;
  std::vector<std::string> cells;
  cells.reserve(static_cast<std::size_t>(family.years) + 1);
  for (int year = 0; year < family.years; ++year) {
    cells.push_back(std::to_string(family.first_year + year));
  }
  cells.push_back(word("family.all_years"));
  table.row(label, std::move(cells));
  return table;
}

void FamilyTables::departments(Table& table, const std::vector<AccountSums>& sums) const {
  for (std::size_t d = 0; d < department_count; ++d) {
    const auto own = [d](const AccountSums& sum) {
      return sum.departments[d].of(Payer::municipality);
    };
    if (std::any_of(sums.begin(), sums.end(), [&](const auto& sum) { return own(sum) != 0; })) {
      row(table, labels(language_).departments[d], sums, own, 2);
    }
  }
  row(table, phrase("run.municipality_in_all", language_), sums,
      [](const AccountSums& sum) { return sum.all.of(Payer::municipality); });
}

void FamilyTables::other_payers(Table& table, const std::vector<AccountSums>& sums) const {
  const auto payer_row = [&](Payer payer) {
    row(table, labels(language_).payers[index_of(payer)], sums,
        [payer](const AccountSums& sum) { return sum.all.of(payer); });
  };
  payer_row(Payer::region);
  payer_row(Payer::state);
  row(table, word("family.public_total"), sums,
      [](const AccountSums& sum) { return sum.all.of_public(); });
  if (std::any_of(sums.begin(), sums.end(),
                  [](const AccountSums& sum) { return sum.all.of(Payer::citizen) != 0; })) {
    payer_row(Payer::citizen);
  }
}

/// Region and citizens have a column where they pay anything.
std::vector<std::size_t> FamilyTables::payers_of(const AccountSum& total) {
  std::vector<std::size_t> shown;
  for (std::size_t payer = 0; payer < payer_count; ++payer) {
    const bool is_main = payer == index_of(Payer::municipality) || payer == index_of(Payer::state);
    if (is_main || total.paid[payer] != 0) shown.push_back(payer);
  }
  return shown;
}

std::vector<std::string> FamilyTables::amounts(const AccountSum& sum,
                                               const AccountSum& total) const {
  std::vector<std::string> cells{kroner(sum.gross)};
  for (const std::size_t payer : payers_of(total)) cells.push_back(kroner(sum.paid[payer]));
  return cells;
}

std::vector<std::string> FamilyTables::amount_headings(const AccountSum& total) const {
  std::vector<std::string> cells{word("family.gross")};
  for (const std::size_t payer : payers_of(total)) {
    cells.emplace_back(labels(language_).payers[payer]);
  }
  return cells;
}

void FamilyTables::matrix(const std::string& heading, std::span<const std::string_view> names,
                          std::span<const AccountSum> parts, const AccountSum& total) const {
  Table table;
  table.row(heading, amount_headings(total));
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const AccountSum& part = parts[i];
    if (part.gross == 0 && part.paid == PayerPrices{}) continue;
    table.row(names[i], amounts(part, total), 2);
  }
  table.row(word("family.all_years"), amounts(total, total));
  page_.add(table);
}

void FamilyTables::services(const FamilyAccount& account) const {
  const AccountSum& total = account.total.all;
  Table table;
  table.row("", amount_headings(total));
  std::string who;
  for (const ServiceSum& service : summed_services(account)) {
    const FamilyLine& line = *service.first;
    const bool has_heading = line.kind != LineKind::programme;
    if (has_heading && line.who != who) table.row(owner_of(line), {});
    who = line.who;
    ServiceSum::Part sum;
    for (const ServiceSum::Part& part : service.parts) {
      sum.units += part.units;
      sum.sum.add(part.sum);
    }
    std::string label{name_of(line)};
    if (!has_heading) label += ": " + line.who;
    if (sum.units > 0) label += ", " + units_text(sum.units, line.unit);
    table.row(label, amounts(sum.sum, total), has_heading ? 2 : 0);
    if (service.parts.size() < 2) continue;
    for (const ServiceSum::Part& part : service.parts) {
      label = rule_label(part.rule);
      if (part.units > 0) label += ": " + units_text(part.units, line.unit);
      table.row(label, amounts(part.sum, total), 4);
    }
  }
  table.row(word("family.all_years"), amounts(total, total));
  page_.add(table);
}

std::string FamilyTables::owner_of(const FamilyLine& line) const {
  if (line.kind != LineKind::refund || line.department != Department::child_family) return line.who;
  return line.who == common_household ? word("family.household")
                                      : say(language_, "family.named_household", line.who);
}

std::string FamilyTables::units_text(int units, std::string_view unit) const {
  return fmt::format("{} {}", units, label(language_, "units", unit));
}

/// Of several rules of one service: the rule state where that is what differs, else whether it is
/// the usual one.
std::string FamilyTables::rule_label(std::string_view rule) const {
  if (const std::string_view state = state_name(rule); !state.empty()) {
    return std::string{label(language_, "rule_state", state)};
  }
  return rule == full_refund_rule ? std::string{label(language_, "payer_rule", rule)}
                                  : word("family.usual_rule");
}

void FamilyTables::rules(const FamilyAccount& account) const {
  struct Rule {
    std::string_view name, law;
    std::vector<std::string_view> services;
  };
  std::vector<Rule> rules;
  for (const AccountYear& year : account.years) {
    for (const FamilyLine& line : year.lines) {
      if (line.kind == LineKind::refund) continue;  // Told by the rule of what is refunded.
      const std::string_view name = rule_name(line.rule);
      auto rule = std::find_if(rules.begin(), rules.end(),
                               [&](const Rule& known) { return known.name == name; });
      if (rule == rules.end()) rule = rules.insert(rules.end(), {name, line.law, {}});
      const std::string_view service = name_of(line);
      if (std::find(rule->services.begin(), rule->services.end(), service) ==
          rule->services.end()) {
        rule->services.push_back(service);
      }
    }
  }
  for (const Rule& rule : rules) {
    std::string services;
    for (const std::string_view service : rule.services) {
      (services += services.empty() ? "" : ", ") += service;
    }
    const std::string_view name = label(language_, "payer_rule", rule.name);
    page_.sentence(rule.law == "-" ? fmt::format("{}: {}", services, name)
                                   : say(language_, "family.rule_line", services, name, rule.law));
  }
}

bool FamilyTables::ladder(const FamilyCase& family, const LadderAccount& ladder) const {
  constexpr std::array<std::string_view, ladder_steps> names{"weeks_1_4", "weeks_5_26",
                                                             "weeks_27_52", "weeks_from_53"};
  const std::string& who = family.members[ladder.member].id;
  Table table = by_year(family, who);
  int all = 0;
  for (RuleState step = 0; step < ladder_steps; ++step) {
    std::vector<std::string> cells;
    int sum = 0;
    for (const StepWeeks& year : ladder.years) {
      cells.push_back(std::to_string(year[step]));
      sum += year[step];
    }
    cells.push_back(std::to_string(sum));
    all += sum;
    table.row(label(language_, "rule_state", names[step]), std::move(cells), 2);
  }
  if (all > 0) page_.add(table);
  return all > 0;
}

}  // namespace samspil
