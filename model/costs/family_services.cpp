#include "model/costs/family_services.hpp"

#include <algorithm>

namespace samspil {
namespace {

bool comes_before(const ServiceSum& left, const ServiceSum& right) {
  const auto rank = [](const ServiceSum& sum) {
    if (sum.line->kind == LineKind::programme) return 2;
    return sum.line->kind == LineKind::refund ? 1 : 0;
  };
  return std::pair{rank(left), left.place} < std::pair{rank(right), right.place};
}

/// The first that fits; a new one at the end where none does.
template <class T, class Fits>
T& found_or_added(std::vector<T>& all, Fits fits, T added) {
  const auto found = std::find_if(all.begin(), all.end(), fits);
  return found == all.end() ? all.emplace_back(std::move(added)) : *found;
}

std::size_t place_of(const FamilyLine& line, const std::vector<ServiceSum>& sums) {
  for (const ServiceSum& sum : sums) {
    if (sum.line->who == line.who) return sum.place;
  }
  return sums.size();
}

}  // namespace

std::string_view rule_name(std::string_view rule) noexcept {
  return rule.substr(0, rule.find('.'));
}

std::string_view rule_state_name(std::string_view rule) noexcept {
  const std::size_t point = rule.find('.');
  return point == std::string_view::npos ? std::string_view{} : rule.substr(point + 1);
}

void ServicePart::add(const FamilyLine& line) noexcept {
  units += line.units;
  sum.add(line);
}

std::vector<ServiceSum> summed_services(const FamilyAccount& account) {
  std::vector<ServiceSum> sums;
  for (const AccountYear& year : account.years) {
    for (const FamilyLine& line : year.lines) {
      const auto is_same = [&](const ServiceSum& known) {
        const FamilyLine& first = *known.line;
        return first.who == line.who && first.what == line.what && first.unit == line.unit;
      };
      ServiceSum& sum = found_or_added(sums, is_same, {&line, {}, {}, place_of(line, sums)});
      sum.all.add(line);
      const auto is_of_rule = [&](const ServicePart& known) { return known.rule == line.rule; };
      found_or_added(sum.parts, is_of_rule, {line.rule, 0, {}}).add(line);
    }
  }
  std::stable_sort(sums.begin(), sums.end(), comes_before);
  return sums;
}

std::vector<RuleUse> rules_met(const FamilyAccount& account) {
  std::vector<RuleUse> rules;
  for (const AccountYear& year : account.years) {
    for (const FamilyLine& line : year.lines) {
      if (line.kind == LineKind::refund) continue;
      const std::string_view name = rule_name(line.rule);
      const auto is_same = [&](const RuleUse& known) { return known.name == name; };
      RuleUse& rule = found_or_added(rules, is_same, {name, line.law, {}});
      const auto is_known = [&](std::string_view service) { return service == line.what; };
      found_or_added<std::string_view>(rule.services, is_known, line.what);
    }
  }
  return rules;
}

}  // namespace samspil
