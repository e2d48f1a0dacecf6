/// \file
/// A family's account over all years: what each member had of each service, and which rules divide
/// what. Refers to the account, which must outlive it.
#pragma once

#include <string_view>
#include <vector>

#include "model/costs/family_account.hpp"

namespace samspil {

/// What a service came to under one rule.
struct ServicePart {
  std::string_view rule;
  int units = 0;  ///< Weeks or days; 0 for amounts by year.
  AccountSum sum;

  void add(const FamilyLine& line) noexcept;
};

/// One service of one member, one refund or one programme.
struct ServiceSum {
  const FamilyLine* line = nullptr;  ///< The first of it.
  ServicePart all;                   ///< Under all rules.
  std::vector<ServicePart> parts;    ///< By rule, in the order in which they are met.
  std::size_t place = 0;             ///< Of the first service of the same member.
};

/// Members first, then the refunds, then the programmes; what is one's own stands together.
std::vector<ServiceSum> summed_services(const FamilyAccount& account);

struct RuleUse {
  std::string_view name, law;
  std::vector<std::string_view> services;
};

/// The rules met, but for those of refunds, which the rule of what is refunded tells.
std::vector<RuleUse> rules_met(const FamilyAccount& account);

/// Of a line's rule: its name, and the rule state behind the point, empty where there is none.
std::string_view rule_name(std::string_view rule) noexcept;
std::string_view rule_state_name(std::string_view rule) noexcept;

}  // namespace samspil
