#include "model/measurement/peak_rules.hpp"

#include <algorithm>

#include "model/dynamics/surroundings.hpp"
#include "model/measurement/study_result.hpp"
#include "model/population/target_group.hpp"

namespace samspil {
namespace {

const Person* first_case_child(std::span<const Person> people, int year) noexcept {
  const auto found = std::find_if(people.begin(), people.end(), [year](const Person& person) {
    return has_child_case(person, year);
  });
  return found == people.end() ? nullptr : &*found;
}

}  // namespace

bool has_child_case(const Person& person, int year) noexcept {
  return is_child(person) && is_present(person) && age_at(person, year, 0) < 18 &&
         (person.case_open != 0 || is_placed(person.place));
}

std::vector<std::size_t> household_adults(std::span<const Person> people, int year) {
  std::vector<std::size_t> rows;
  const Person* child = first_case_child(people, year);
  if (child == nullptr) return rows;
  for (std::size_t row = 0; row < people.size(); ++row) {
    const Person& person = people[row];
    if (is_present(person) && !is_child(person) && person.household == child->household) {
      rows.push_back(row);
    }
  }
  return rows;
}

MemberIndex registered_guardian(std::span<const Person> people, int year) noexcept {
  const Person* child = first_case_child(people, year);
  if (child == nullptr) return no_member;
  for (const MemberIndex parent : {child->mother, child->father}) {
    if (parent != no_member && is_present(people[row_of(parent)])) return parent;
  }
  return no_member;
}

int complexity(std::span<const Person> people, std::span<const std::size_t> adults,
               int year) noexcept {
  int points = 0;
  for (const std::size_t row : adults) {
    points += challenges(people[row]) + counts_as_cash_benefit(people[row].status);
  }
  for (const Person& person : people) {
    if (!has_child_case(person, year)) continue;
    points += 1 + (person.year.notifications > 0);
  }
  return points;
}

double benefit_share(std::span<const FamilyHistory> group, int offset, Weeks observed) noexcept {
  const std::size_t year = year_index(offset);
  double sum = 0;
  int adults = 0;
  for (const FamilyHistory& family : group) {
    for (const AdultHistory& adult : family.adults) {
      const int weeks = count(adult.present[year] & observed);
      if (weeks == 0) continue;
      sum += static_cast<double>(count(adult.on_benefit[year] & observed)) / weeks;
      ++adults;
    }
  }
  return adults == 0 ? no_figure : 100.0 * sum / adults;
}

int peak_of(std::span<const double> shares) noexcept {
  return static_cast<int>(std::max_element(shares.begin(), shares.end()) - shares.begin()) -
         years_before;
}

PayerPrices benefit_cost(const ServiceUse& use, const PriceTable& prices) noexcept {
  PayerPrices paid{};
  for (const Service service :
       {Service::cash_benefit, Service::education_benefit, Service::resource_course_benefit}) {
    const std::size_t line = index_of(service);
    for (RuleState step = 0; step < rule_state_count; ++step) {
      for (std::size_t payer = 0; payer < payer_count; ++payer) {
        paid[payer] += use.in_state[line][step] * prices[line][step][payer];
      }
    }
  }
  return paid;
}

double cost_per_family(std::span<const FamilyHistory> group, int offset,
                       std::array<Ore, years_followed> FamilyHistory::*cost) noexcept {
  if (group.empty()) return no_figure;
  Ore sum = 0;
  for (const FamilyHistory& family : group) sum += (family.*cost)[year_index(offset)];
  return static_cast<double>(sum) / 100.0 / static_cast<double>(group.size());
}

}  // namespace samspil
