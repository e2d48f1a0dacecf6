#include <sstream>
#include <type_traits>

#include "tests/reference/worlds.hpp"

namespace samspil::test {
namespace {

/// Notes the first of many fields that differs.
class First {
 public:
  explicit First(std::string where) : where_{std::move(where)} {}

  template <class T>
  void field(const char* name, const T& kernel, const T& reference) {
    if (!text_.empty() || same(kernel, reference)) return;
    std::ostringstream out;
    out << where_ << name << ": kernel " << shown(kernel) << ", reference " << shown(reference);
    text_ = out.str();
  }
  template <class Array, class Names>
  void each(const char* name, const Array& kernel, const Array& reference, const Names& names) {
    for (std::size_t i = 0; i < kernel.size(); ++i) {
      const std::string full = std::string{name} + "[" + std::string{names[i]} + "]";
      field(full.c_str(), kernel[i], reference[i]);
    }
  }
  std::string text() const { return text_; }

 private:
  template <class T>
  static bool same(const T& a, const T& b) {
    if constexpr (std::is_floating_point_v<T>) {
      return std::abs(static_cast<double>(a) - static_cast<double>(b)) <= 1e-6;
    } else {
      return a == b;
    }
  }
  template <class T>
  static std::string shown(const T& value) {
    if constexpr (std::is_enum_v<T>) {
      return std::to_string(static_cast<std::uint64_t>(value));
    } else if constexpr (std::is_arithmetic_v<T>) {
      return std::to_string(value);
    } else {
      return "bits " + std::to_string(value.bits());
    }
  }

  std::string where_, text_;
};

constexpr std::array<std::string_view, 3> window_words{"last", "before", "first"};
constexpr std::array<std::string_view, rule_state_count> states{"0", "1", "2", "3"};

void compare_year(First& first, const PersonYear& k, const PersonYear& r) {
  first.field("year.days", k.days, r.days);
  first.field("year.statuses", k.statuses, r.statuses);
  first.each("year.status_days", k.status_days, r.status_days, labour_status_names);
  first.field("year.week_48", k.week_48, r.week_48);
  first.field("year.services", k.services, r.services);
  first.field("year.measures", k.measures, r.measures);
  first.each("year.measure_weeks", k.measure_weeks, r.measure_weeks, child_measure_names);
  first.each("year.service_units", k.service_units, r.service_units, adult_service_names);
  first.field("year.measure_days", k.measure_days, r.measure_days);
  first.field("year.places", k.places, r.places);
  first.each("year.place_days", k.place_days, r.place_days, place_names);
  first.field("year.notifications", k.notifications, r.notifications);
  first.field("year.parent_notifications", k.parent_notifications, r.parent_notifications);
  first.field("year.investigations", k.investigations, r.investigations);
  first.field("year.convictions", k.convictions, r.convictions);
  first.field("year.ordinary_hours_any", k.ordinary_hours_any, r.ordinary_hours_any);
  first.field("year.activity_ready_any", k.activity_ready_any, r.activity_ready_any);
  first.field("year.lawful_absence", k.lawful_absence, r.lawful_absence);
  first.field("year.unlawful_absence", k.unlawful_absence, r.unlawful_absence);
}

std::string compare_person(std::size_t row, const Person& k, const Person& r) {
  First first{"person " + std::to_string(row) + ", "};
  first.field("id", k.id, r.id);
  first.field("birth_year", k.birth_year, r.birth_year);
  first.field("birth_day", k.birth_day, r.birth_day);
  first.field("sex", k.sex, r.sex);
  first.field("role", k.role, r.role);
  first.field("mother", k.mother, r.mother);
  first.field("father", k.father, r.father);
  first.field("births", k.births, r.births);
  first.field("cost_factor", k.cost_factor, r.cost_factor);
  first.field("presence", k.presence, r.presence);
  first.field("household", k.household, r.household);
  first.field("conditions", k.conditions, r.conditions);
  first.field("ladder.counted", k.ladder.counted, r.ladder.counted);
  first.field("ladder.since_first", k.ladder.since_first, r.ladder.since_first);
  first.each("ladder.self_support", k.ladder.self_support, r.ladder.self_support, window_words);
  first.field("agency", k.agency, r.agency);
  first.field("who5", k.who5, r.who5);
  first.field("sdq", k.sdq, r.sdq);
  first.field("severity", k.severity, r.severity);
  first.field("unlawful_absence_before", k.unlawful_absence_before, r.unlawful_absence_before);
  compare_year(first, k.year, r.year);
  first.field("status", k.status, r.status);
  first.field("hours", k.hours, r.hours);
  first.field("days_in_job", k.days_in_job, r.days_in_job);
  first.field("activity_ready", k.activity_ready, r.activity_ready);
  first.field("pension_before_2014", k.pension_before_2014, r.pension_before_2014);
  first.field("services", k.services, r.services);
  first.field("place", k.place, r.place);
  first.field("days_in_place", k.days_in_place, r.days_in_place);
  first.field("days_placed", k.days_placed, r.days_placed);
  first.field("days_home", k.days_home, r.days_home);
  first.field("measures", k.measures, r.measures);
  first.field("case_open", k.case_open, r.case_open);
  first.field("school", k.school, r.school);
  return first.text();
}

}  // namespace

std::string difference(const Household& kernel, const Household& reference) {
  const Family& k = kernel.family;
  const Family& r = reference.family;
  First first{""};
  first.field("id", k.id, r.id);
  first.field("members", k.state.members, r.state.members);
  if (!first.text().empty()) return first.text();
  for (std::size_t i = 0; i < kernel.people.size(); ++i) {
    std::string found = compare_person(i, kernel.people[i], reference.people[i]);
    if (!found.empty()) return found;
  }
  first.field("frailty", k.state.frailty, r.state.frailty);
  first.field("functioning", k.state.functioning, r.state.functioning);
  first.field("relation", k.relation, r.relation);
  first.field("new_caseworker", k.new_caseworker, r.new_caseworker);
  first.field("enrolment", k.enrolment, r.enrolment);
  first.field("exit_reason", k.exit_reason, r.exit_reason);
  first.field("harmed", k.harmed, r.harmed);
  first.field("enrolled_days", k.enrolled_days, r.enrolled_days);
  first.field("days_since_exit", k.days_since_exit, r.days_since_exit);
  first.field("post", k.post, r.post);
  first.field("moved", k.state.moved, r.state.moved);
  first.field("households", k.state.households, r.state.households);
  first.field("shocks", k.state.shocks, r.state.shocks);
  return first.text();
}

std::string difference(const YearCounts& kernel, const YearCounts& reference) {
  First first{""};
  for (std::size_t s = 0; s < service_count; ++s) {
    const std::string name = "use of " + std::string{service_names[s]};
    first.each(name.c_str(), kernel.use.in_state[s], reference.use.in_state[s], states);
  }
  first.each("settlements", kernel.settlements, reference.settlements, settlement_names);
  first.each("programme", kernel.programme, reference.programme, programme_item_names);
  first.each("outcomes", kernel.outcomes, reference.outcomes, outcome_names);
  first.each("week_48", kernel.week_48, reference.week_48, labour_status_names);
  first.each("last_placements", kernel.last_placements, reference.last_placements, place_names);
  first.field("person_years", kernel.person_years, reference.person_years);
  first.field("person_days", kernel.person_days, reference.person_days);
  return first.text();
}

}  // namespace samspil::test
