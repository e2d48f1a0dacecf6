#include <algorithm>

#include "tests/reference/reference.hpp"

namespace samspil::test {
namespace {

double between(double low, double value, double high) {
  return std::min(std::max(value, low), high);
}

/// A score goes back towards its level and is shaken.
double next_score(double score, double level, double persistence, double shake) {
  return level + persistence * (score - level) + shake;
}

void review_family(Year& y) {
  const FamilyParameters& p = y.p.family;
  Family& family = y.home.family;
  double functioning =
      next_score(static_cast<double>(family.state.functioning), 0, p.functioning_persistence, 0) +
      p.functioning_noise * y.chance(family.id).noise(Question::functioning_noise);
  if (family.state.shocks.has(Shock::break_up)) functioning += p.functioning_break_up;
  if (family.state.shocks.has(Shock::fire)) functioning += p.functioning_fire;
  if (family.state.shocks.has(Shock::bereavement)) functioning += p.functioning_bereavement;
  family.state.functioning = static_cast<float>(between(-5, functioning, 5));
  family.state.shocks = {};

  double relation = p.relation_after_move;
  if (!family.state.moved) {
    const double level =
        family.enrolment == Enrolment::enrolled ? p.relation_enrolled : p.relation_mean;
    relation = next_score(static_cast<double>(family.relation), level, p.relation_persistence, 0);
  }
  family.relation = static_cast<float>(between(0, relation, 1));
}

void review_conditions(const Year& y, Person& person, int age) {
  for (std::size_t c = 0; c < condition_count; ++c) {
    const auto condition = static_cast<Condition>(c);
    const bool before = person.conditions.has(condition);
    const double rate = before
                            ? condition_recovery(condition, person, y.hooks, y.p.conditions)
                            : condition_onset(condition, person, age, y.frailty(), y.p.conditions);
    const double u = y.chance(person.id).ask(about(Question::condition_move, condition));
    if (fires_this_year(u, rate)) person.conditions.set(condition, !before);
  }
}

void review_adult(const Year& y, Person& person, int age) {
  const FamilyParameters& p = y.p.family;
  const Chance chance = y.chance(person.id);
  review_conditions(y, person, age);

  const int agency = static_cast<int>(person.agency);
  if (agency < 3 && fires_this_year(chance.ask(Question::agency_up), p.agency_up)) {
    person.agency = static_cast<Agency>(agency + 1);
  } else if (agency > 0 && fires_this_year(chance.ask(Question::agency_down), p.agency_down)) {
    person.agency = static_cast<Agency>(agency - 1);
  }

  double level = p.who5_mean;
  if (is_in_work(person.status)) level += p.who5_in_work;
  if (person.conditions.has(Condition::mental_disorder)) level += p.who5_mental_disorder;
  person.who5 = static_cast<float>(
      between(0,
              next_score(static_cast<double>(person.who5), level, p.who5_persistence,
                         p.who5_noise * chance.noise(Question::who5_noise)),
              100));
  if (person.status == LabourStatus::education_benefit && age >= 30) {
    person.status = LabourStatus::cash_benefit;
  }
}

void review_child(const Year& y, Person& child, int age) {
  const FamilyParameters& p = y.p.family;
  const double level = is_placed(child.place) ? p.sdq_mean + p.sdq_placed : p.sdq_mean;
  child.sdq = static_cast<float>(
      between(0,
              next_score(static_cast<double>(child.sdq), level, p.sdq_persistence,
                         p.sdq_noise * y.chance(child.id).noise(Question::sdq_noise)),
              40));
  const LadderStep step = ladder_step(child);
  if (step != LadderStep::general && step != LadderStep::early) {
    child.severity =
        static_cast<float>(static_cast<double>(child.severity) * (1.0 + p.severity_drift));
  }
  child.unlawful_absence_before = static_cast<std::uint8_t>(child.year.unlawful_absence);
  if (age < 18) review_conditions(y, child, age);
  for (std::size_t m = 0; m < child_measure_count; ++m) {
    if (age >= y.p.measures.age_to[m]) child.measures.set(static_cast<ChildMeasure>(m), false);
  }
}

}  // namespace

void review_everybody(Year& y) {
  review_family(y);
  for (Person& person : y.home.people) {
    if (person.presence == Presence::present) {
      const int age = age_at(person, y.year, 0);
      if (person.role == Role::child) review_child(y, person, age);
      if (age >= 18) review_adult(y, person, age);
    }
    person.year = PersonYear{};
  }
}

std::vector<Surroundings> surroundings_of(const std::vector<Person>& people, const Parameters& p) {
  std::vector<Surroundings> all(people.size());
  const auto there = [&](MemberIndex i) {
    return i != no_member && people[static_cast<std::size_t>(i)].presence == Presence::present;
  };
  const auto truant = [&](const Person& child) {
    return child.unlawful_absence_before > p.placement.unlawful_absence_threshold;
  };
  for (std::size_t c = 0; c < people.size(); ++c) {
    const Person& child = people[c];
    if (child.role != Role::child) continue;
    // What the child meets.
    for (const ChildMeasure beyond_advice :
         {ChildMeasure::family_treatment, ChildMeasure::contact_person, ChildMeasure::respite}) {
      if (child.case_open != 0 && child.measures.has(beyond_advice)) all[c].at_threshold = true;
    }
    for (std::size_t o = 0; o < people.size(); ++o) {
      const Person& other = people[o];
      if (o == c || other.presence != Presence::present) continue;
      if (other.role == Role::child) {
        if (is_placed(other.place)) all[c].sibling_placed = true;
        if (truant(other)) all[c].sibling_absent = true;
        continue;
      }
      const bool legal = static_cast<int>(o) == child.mother || static_cast<int>(o) == child.father;
      const bool together = other.household == child.household;
      if (legal && burdens_child(other)) all[c].parent_condition = true;
      if (!is_in_work(other.status)) continue;
      if (together) all[c].parent_work_weight = 1;
      if (legal && !together && all[c].parent_work_weight < p.coupling.non_resident_share) {
        all[c].parent_work_weight = p.coupling.non_resident_share;
      }
    }
    // What the child is to its parents.
    if (child.presence != Presence::present) continue;
    for (const MemberIndex i : {child.mother, child.father}) {
      if (i == no_member) continue;
      Surroundings& parent = all[static_cast<std::size_t>(i)];
      parent.has_child = true;
      if (is_placed(child.place) || truant(child)) parent.child_in_distress = true;
      const MemberIndex other = i == child.mother ? child.father : child.mother;
      if (there(other) &&
          people[static_cast<std::size_t>(other)].status == LabourStatus::disability_pension) {
        parent.other_parent_on_pension = true;
      }
    }
  }
  return all;
}

}  // namespace samspil::test
