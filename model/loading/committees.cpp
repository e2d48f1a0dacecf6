#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "model/core/near_names.hpp"
#include "model/loading/called.hpp"
#include "model/loading/plausible.hpp"
#include "model/loading/toml.hpp"

namespace samspil {
namespace {

/// Departments and services by name, or as they are called.
Committee read_committee(TomlFields& fields, const std::string& name) {
  Committee committee;
  committee.name = name;
  std::vector<std::string> given;
  fields.texts(name, given);
  for (const std::string& one : given) {
    if (const auto department = called<Department>(one, "department", department_names)) {
      committee.departments.push_back(*department);
    } else if (const auto service = called<Service>(one, "service", service_names)) {
      committee.services.push_back(*service);
    } else {
      fields.refuse(
          name, {"fault.unknown_name", one},
          called_advice(one, {{"department", department_names}, {"service", service_names}}));
    }
  }
  return committee;
}

template <class All, class One>
bool is_among(const All& all, const One& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

/// What stands under one committee stands under no other.
void require_apart(TomlFields& fields, const std::vector<Committee>& committees) {
  for (std::size_t i = 0; i < committees.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const auto twice = [&](const auto& all, const auto& others) {
        return std::any_of(all.begin(), all.end(),
                           [&](const auto& one) { return is_among(others, one); });
      };
      if (twice(committees[i].departments, committees[j].departments) ||
          twice(committees[i].services, committees[j].services)) {
        fields.refuse(committees[i].name, {"fault.in_two_committees", committees[j].name},
                      {"remedy.keep_one"});
      }
    }
  }
}

/// Of one function there is one account to match.
OwnAccount read_account(TomlFields& row, const OwnOrder& before, Problems& warnings) {
  OwnAccount account;
  row.text("function", account.function);
  row.whole("year", account.year, any_year);
  row.number("amount", account.amount, {-1e12, 1e12});
  account.line = row.line();
  if (account.amount > 0 && account.amount < little_for_account) {
    Problem& little = warnings.emplace_back(row.place("amount"));
    little.problem = {"fault.little_for_account", account.amount};
    little.remedy = {"remedy.little_for_account"};
  }
  const bool is_repeated =
      std::any_of(before.accounts.begin(), before.accounts.end(),
                  [&](const OwnAccount& other) { return other.function == account.function; });
  if (before.match && is_repeated) {
    row.refuse("function", {"fault.account_twice", account.function}, {"remedy.keep_one"});
  }
  row.finish();
  return account;
}

}  // namespace

OwnOrder read_own_order(TomlFields& fields, Problems& warnings) {
  OwnOrder order;
  if (auto table = fields.table("departments", Need::optional)) {
    for (const std::string& name : table->keys()) {
      order.committees.push_back(read_committee(*table, name));
    }
    require_apart(*table, order.committees);
    table->finish();
  }
  fields.flag("match_accounts", order.match, Need::optional);
  for (TomlFields& row : fields.tables("accounts", Need::optional)) {
    order.accounts.push_back(read_account(row, order, warnings));
  }
  if (order.match && !fields.has("accounts")) {
    fields.refuse("match_accounts", {"fault.stands_without", "[[accounts]]"},
                  {"remedy.both_or_none", "[[accounts]]"});
  }
  return order;
}

void require_known_functions(const Scenario& scenario, Problems& problems) {
  std::set<std::string> booked;
  for (const CatalogueRow& row : scenario.catalogue.rows) booked.insert(row.account_function);
  booked.erase("-");
  const std::vector<std::string> known{booked.begin(), booked.end()};
  const std::vector<OwnAccount>& accounts = scenario.own_order.accounts;
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const std::string& function = accounts[i].function;
    if (function.empty() || booked.contains(function)) continue;
    const bool resembles = !near_names(function, known).empty();
    problems.push_back(
        {scenario.file,
         accounts[i].line,
         fmt::format("accounts[{}].function", i + 1),
         {"fault.no_such_function", function},
         resembles ? naming_advice(function, known)
                   : Message{"remedy.use_one_of", fmt::format("{}", fmt::join(known, ", "))}});
  }
}

}  // namespace samspil
