/// \file
/// 1 January: what is reviewed once a year, from what happened last year.
#include <algorithm>

#include "model/dynamics/family_year.hpp"

namespace samspil {
namespace {

constexpr unsigned condition_bits = (1U << condition_count) - 1;
static_assert(byte_of(Question::condition_move) == 0);

/// Bit per question of a block of which `question` is one.
constexpr unsigned bit_of(Question question) noexcept { return 1U << byte_of(question); }

/// The bit of row `i` where `may` has that of the question.
constexpr Members member_if(unsigned may, Question question, std::size_t i) noexcept {
  return (may >> byte_of(question) & 1U) << i;
}

/// What the first bits do not exclude, in the block of condition_move. Conditions have their onset
/// there; whoever has one may always recover.
unsigned may_happen(const FamilyYear& y, const Person& person, int age, Asker& asker) noexcept {
  BlockLimits limits = y.tables.new_year_limits[new_year_group(person.sex, is_child(person), age)];
  const float frailty = y.family.state.frailty;
  const float scale = limit_scale(days_per_year);
  const BlockLimits scales = lanes_by<questions_per_block>(
      [&](std::size_t i) { return i < condition_count ? frailty * scale : scale; });
  for (std::size_t i = 0; i < limits.size(); ++i) limits[i] *= scales[i];
  return bytes_up_to(asker.first_bits_around(Question::condition_move), limits) |
         person.conditions.bits();
}

void review_conditions(FamilyYear& y, Person& person, int age, Asker& asker, unsigned may) {
  const unsigned present = person.conditions.bits();
  for_each_bit(may & condition_bits, [&](std::size_t i) {
    const auto condition = static_cast<Condition>(i);
    const bool has = present >> i & 1;
    const double rate =
        has ? condition_recovery(condition, person, y.hooks, y.p().conditions)
            : condition_onset(condition, person, age, y.frailty(), y.p().conditions);
    if (rate > 0 && happens(asker, about(Question::condition_move, condition), rate)) {
      person.conditions.set(condition, !has);
      ++y.work.events;
    }
  });
}

void review_agency(const FamilyParameters& p, Person& person, Asker& asker) {
  if (person.agency != Agency::high && happens(asker, Question::agency_up, p.agency_up)) {
    person.agency = static_cast<Agency>(to_underlying(person.agency) + 1);
  } else if (person.agency != Agency::none &&
             happens(asker, Question::agency_down, p.agency_down)) {
    person.agency = static_cast<Agency>(to_underlying(person.agency) - 1);
  }
}

void review_adult(FamilyYear& y, Person& person, int age, Asker& asker, unsigned may) {
  const FamilyParameters& p = y.p().family;
  if ((may & condition_bits) != 0) review_conditions(y, person, age, asker, may);
  if ((may & (bit_of(Question::agency_up) | bit_of(Question::agency_down))) != 0) {
    review_agency(p, person, asker);
  }
  const double level =
      p.who5_mean + (is_in_work(person.status) ? p.who5_in_work : 0.0) +
      (person.conditions.has(Condition::mental_disorder) ? p.who5_mental_disorder : 0.0);
  const double score = level + p.who5_persistence * (static_cast<double>(person.who5) - level) +
                       p.who5_noise * asker.noise(Question::who5_noise);
  person.who5 = static_cast<float>(std::clamp(score, 0.0, 100.0));
  // At 30 uddannelseshjælp becomes kontanthjælp.
  if (person.status == LabourStatus::education_benefit &&
      !is_open_to(LabourStatus::education_benefit, age)) {
    person.status = LabourStatus::cash_benefit;
  }
}

void review_child(FamilyYear& y, Person& child, int age, Asker& asker, unsigned may) {
  const FamilyParameters& p = y.p().family;
  const double level = p.sdq_mean + (is_placed(child.place) ? p.sdq_placed : 0.0);
  const double score = level + p.sdq_persistence * (static_cast<double>(child.sdq) - level) +
                       p.sdq_noise * asker.noise(Question::sdq_noise);
  child.sdq = static_cast<float>(std::clamp(score, 0.0, 40.0));
  // Children who already have a preventive measure or more climb the ladder as they grow.
  if (ladder_step(child) >= LadderStep::preventive) {
    child.severity =
        static_cast<float>(static_cast<double>(child.severity) * (1.0 + p.severity_drift));
  }
  child.unlawful_absence_before =
      static_cast<std::uint8_t>(std::min<int>(child.year.unlawful_absence, 200));
  if (age < 18 && (may & condition_bits) != 0) review_conditions(y, child, age, asker, may);
  finish_measures(y, child, age);
}

void review_family(FamilyYear& y) {
  const FamilyParameters& p = y.p().family;
  Family& family = y.family;
  Asker& asker = y.family_chance;
  double level = p.functioning_persistence * static_cast<double>(family.state.functioning) +
                 p.functioning_noise * asker.noise(Question::functioning_noise);
  if (family.state.shocks.has(Shock::break_up)) level += p.functioning_break_up;
  if (family.state.shocks.has(Shock::fire)) level += p.functioning_fire;
  if (family.state.shocks.has(Shock::bereavement)) level += p.functioning_bereavement;
  family.state.functioning = static_cast<float>(std::clamp(level, -5.0, 5.0));
  review_relation(family, p);
  family.state.shocks.clear();
}

}  // namespace

void review_relation(Family& family, const FamilyParameters& p) noexcept {
  const bool enrolled = family.enrolment == Enrolment::enrolled;
  const double towards = enrolled ? p.relation_enrolled : p.relation_mean;
  const double relation =
      family.state.moved
          ? p.relation_after_move
          : towards + p.relation_persistence * (static_cast<double>(family.relation) - towards);
  family.relation = static_cast<float>(std::clamp(relation, 0.0, 1.0));
}

void age_everybody(FamilyYear& y) {
  review_family(y);
  Workspace& space = y.space;
  space.roll = {};
  space.may_die = space.may_bear = space.may_leave_home = 0;
  for (std::size_t i = 0; i < y.family.state.members; ++i) {
    Person& person = y.rows[i];
    space.spans[i] = {0, 0};
    if (is_present(person)) {
      const int age = age_at(person, y.year, 0);
      Asker& asker = space.chance[i];
      const unsigned may = may_happen(y, person, age, asker);
      space.spans[i].end = days_per_year;
      space.may_die |= member_if(may, Question::death, i);
      space.may_bear |= member_if(may, Question::birth, i);
      space.may_leave_home |= member_if(may, Question::leave_home, i);
      if (is_child(person)) review_child(y, person, age, asker, may);
      if (age >= 18) review_adult(y, person, age, asker, may);
      enter(space.roll, person, i, y.p());
    }
    person.year = {};
  }
}

}  // namespace samspil
