#include "model/population/target_group.hpp"

#include <algorithm>

namespace samspil {
namespace {

using Members = std::span<const Person>;

bool lived_this_year(const Person& person) noexcept { return person.year.days > 0; }

bool was_placed(const Person& child) noexcept {
  return (child.year.places & ~(1U << index_of(Place::home))) != 0;
}

bool had_home_measure(const Person& child, const TargetRule& rule) noexcept {
  const auto& measures = child.year.measures;
  const bool home = measures.has(ChildMeasure::early_prevention) ||
                    measures.has(ChildMeasure::family_treatment) ||
                    measures.has(ChildMeasure::contact_person) ||
                    measures.has(ChildMeasure::respite);
  const bool youth =
      measures.has(ChildMeasure::youth_support) || measures.has(ChildMeasure::aftercare);
  return home || (rule.youth_support_counts && youth);
}

class Profile {
 public:
  /// One person's part: whether it counts in a share, or the amount of a mean.
  void add(Indicator indicator, std::int32_t amount) noexcept {
    SharePart& part = profile_.parts[index_of(indicator)];
    part.numerator += amount;
    part.denominator += 1;
  }
  FamilyProfile& result() noexcept { return profile_; }

 private:
  FamilyProfile profile_;
};

void add_adult(Profile& profile, Members people, std::size_t row, const TargetMembers& m,
               const TargetRule& rule) noexcept {
  const PersonYear& year = people[row].year;
  const auto& s = year.statuses;
  const auto& used = year.services;
  int own_children = 0;
  for (std::size_t c = 0; c < people.size(); ++c) {
    own_children += m.child[c] && is_legal_parent(people[c], row);
  }
  profile.add(Indicator::adult_two_or_more_children, own_children >= 2);
  profile.add(Indicator::adult_disability_pension, s.has(LabourStatus::disability_pension));
  profile.add(Indicator::adult_temporary_transfers,
              s.has(LabourStatus::unemployment) || s.has(LabourStatus::sickness) ||
                  s.has(LabourStatus::integration_benefit) || s.has(LabourStatus::rehabilitation) ||
                  s.has(LabourStatus::resource_course) || s.has(LabourStatus::flex_waiting));
  profile.add(Indicator::adult_cash_benefit, s.has(LabourStatus::cash_benefit));
  profile.add(Indicator::adult_education_benefit, s.has(LabourStatus::education_benefit));
  profile.add(Indicator::adult_employed, s.has(LabourStatus::ordinary_job) ||
                                             s.has(LabourStatus::flexjob) ||
                                             year.ordinary_hours_any != 0);
  profile.add(Indicator::adult_employment_measures,
              used.has(AdultService::employment_measure) || used.has(AdultService::mentor) ||
                  used.has(AdultService::wage_subsidy) || s.has(LabourStatus::flexjob));
  profile.add(Indicator::adult_social_services,
              used.has(AdultService::social_pedagogical_support) ||
                  used.has(AdultService::alcohol_treatment) ||
                  used.has(AdultService::substance_treatment) || used.has(AdultService::shelter) ||
                  used.has(AdultService::crisis_centre) ||
                  used.has(AdultService::adult_residential));
  profile.add(Indicator::adult_social_pedagogical,
              used.has(AdultService::social_pedagogical_support));
  profile.add(Indicator::adult_drug_treatment, used.has(AdultService::substance_treatment));
  profile.add(Indicator::adult_crime, year.convictions > 0);
  profile.add(Indicator::adult_age, rule.year - people[row].birth_year);
}

void add_home(Profile& profile, Members people, std::size_t row, const TargetMembers& m) noexcept {
  const Person& child = people[row];
  bool with_child = false;
  bool with_adult = false;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (i == row || people[i].presence != Presence::present) continue;
    if (people[i].household != child.household) continue;
    with_child |= m.child[i] && people[i].place == Place::home;
    with_adult |= people[i].role != Role::child &&
                  (m.adult[i] || people[i].role == Role::partner) && challenges(people[i]) > 0;
  }
  profile.add(Indicator::child_lives_with_target_child, with_child);
  profile.add(Indicator::child_lives_with_target_adult, with_adult);
}

void add_child(Profile& profile, Members people, std::size_t row, const TargetMembers& m,
               const TargetRule& rule) noexcept {
  const Person& child = people[row];
  int parents = 0;
  for (std::size_t a = 0; a < people.size(); ++a) {
    parents += m.adult[a] && is_legal_parent(child, a);
  }
  profile.add(Indicator::child_both_parents, parents == 2);
  profile.add(Indicator::child_home_measures, had_home_measure(child, rule));
  profile.add(Indicator::child_placed, was_placed(child));
  profile.add(Indicator::child_notified, child.year.notifications > 0);
  profile.add(Indicator::child_notified_parent, child.year.parent_notifications > 0);
  const int age = rule.year - child.birth_year;
  profile.add(Indicator::child_age_0_5, age < 6);
  profile.add(Indicator::child_age_6_11, age >= 6 && age < 12);
  profile.add(Indicator::child_age_12_17, age >= 12 && age < 18);
  profile.add(Indicator::child_age_18_23, age >= 18);
  if (age >= 15) {
    profile.add(Indicator::child_crime_15_23, child.year.convictions > 0);
  }
  constexpr std::uint8_t own_dwelling_from = 100;
  const bool alone = child.household >= own_dwelling_from;
  if (!was_placed(child) && !alone && child.presence == Presence::present) {
    add_home(profile, people, row, m);
  }
}

}  // namespace

std::array<bool, challenge_count> challenges_met(const Person& adult) noexcept {
  const auto& s = adult.year.statuses;
  const auto& used = adult.year.services;
  const auto& has = adult.conditions;
  const bool social = used.has(AdultService::social_pedagogical_support) ||
                      used.has(AdultService::adult_residential);
  return {s.has(LabourStatus::disability_pension) || s.has(LabourStatus::resource_course) ||
              adult.year.activity_ready_any != 0,
          used.has(AdultService::shelter),
          adult.year.convictions > 0,
          social,
          has.has(Condition::violence_perpetrator),
          has.has(Condition::violence_exposed) || used.has(AdultService::crisis_centre),
          used.has(AdultService::psychiatric_treatment) ||
              (social && has.has(Condition::mental_disorder)),
          has.has(Condition::alcohol_abuse),
          has.has(Condition::drug_abuse)};
}

int challenges(const Person& adult) noexcept {
  const auto met = challenges_met(adult);
  return static_cast<int>(std::count(met.begin(), met.end(), true));
}

bool is_legal_parent(const Person& child, std::size_t adult) noexcept {
  const auto row = static_cast<MemberIndex>(adult);
  return child.mother == row || child.father == row;
}

bool is_supported_child(const Person& child, const TargetRule& rule) noexcept {
  return lived_this_year(child) && rule.year - child.birth_year <= 23 &&
         (had_home_measure(child, rule) || was_placed(child));
}

TargetMembers target_members(std::span<const Person> people, const TargetRule& rule) noexcept {
  TargetMembers m;
  for (std::size_t c = 0; c < people.size(); ++c) {
    if (people[c].role != Role::child || !is_supported_child(people[c], rule)) continue;
    for (std::size_t a = 0; a < people.size(); ++a) {
      if (people[a].role != Role::parent || !is_legal_parent(people[c], a)) continue;
      if (!lived_this_year(people[a]) || challenges(people[a]) < rule.min_challenges) continue;
      m.child[c] = true;
      m.adult[a] = true;
    }
  }
  m.children = static_cast<int>(std::count(m.child.begin(), m.child.end(), true));
  m.adults = static_cast<int>(std::count(m.adult.begin(), m.adult.end(), true));
  return m;
}

FamilyProfile profile_of(std::span<const Person> people, const TargetRule& rule) noexcept {
  const TargetMembers m = target_members(people, rule);
  Profile profile;
  for (std::size_t i = 0; i < people.size(); ++i) {
    if (m.adult[i]) add_adult(profile, people, i, m, rule);
    if (m.child[i]) add_child(profile, people, i, m, rule);
  }
  FamilyProfile& result = profile.result();
  result.target_children = m.children;
  result.target_adults = m.adults;
  result.parts[index_of(Indicator::children_per_adult)] = {m.children, m.adults};
  return result;
}

}  // namespace samspil
