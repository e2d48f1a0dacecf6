/// \file
/// 1 January: what is reviewed once a year, from what happened last year.
#include <algorithm>
#include <array>

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

/// What the first bits do not exclude in some of the arms, in the block of condition_move.
/// Conditions have their onset there; whoever has one may always recover.
template <std::size_t L>
unsigned may_happen(const FamilyYearIn<L>& y, std::size_t row, int age, Asker& asker) noexcept {
  const Person& person = y.person(row);
  BlockLimits limits = y.tables.new_year_limits[new_year_group(person.sex, is_child(person), age)];
  const float frailty = y.family.state.frailty;
  const float scale = limit_scale(days_per_year);
  const BlockLimits scales = lanes_by<questions_per_block>(
      [&](std::size_t i) { return i < condition_count ? frailty * scale : scale; });
  for (std::size_t i = 0; i < limits.size(); ++i) limits[i] *= scales[i];
  unsigned may = bytes_up_to(asker.first_bits_around(Question::condition_move), limits);
  for_each_bit(y.arms, [&](std::size_t lane) { may |= y.person(row, lane).conditions.bits(); });
  return may;
}

/// Whether a question's event happens, which arms that have the same rate need not ask again.
class Asked {
 public:
  bool happens(Asker& asker, Question question, double rate) {
    if (rate != rate_) {
      rate_ = rate;
      answer_ = samspil::happens(asker, question, rate);
    }
    return answer_;
  }

 private:
  double rate_ = 0;
  bool answer_ = false;
};

/// A member at 1 January, in all arms.
struct Review {
  int age;
  Asker& asker;
  unsigned may;      ///< What the first bits do not exclude.
  double sdq_noise;  ///< Of a child.
  double who5_noise;
  std::array<Asked, condition_count> conditions{};
};

template <std::size_t L>
void review_conditions(FamilyYearIn<L>& y, Person& person, const HookRatios& hooks, Review& at) {
  const unsigned present = person.conditions.bits();
  for_each_bit(at.may & condition_bits, [&](std::size_t i) {
    const auto condition = static_cast<Condition>(i);
    const bool has = present >> i & 1;
    const double rate =
        has ? condition_recovery(condition, person, hooks, y.p().conditions)
            : condition_onset(condition, person, at.age, y.frailty(), y.p().conditions);
    const Question question = about(Question::condition_move, condition);
    if (rate > 0 && at.conditions[i].happens(at.asker, question, rate)) {
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

template <std::size_t L>
void review_adult(FamilyYearIn<L>& y, Person& person, const HookRatios& hooks, Review& at) {
  const FamilyParameters& p = y.p().family;
  if ((at.may & condition_bits) != 0) review_conditions(y, person, hooks, at);
  if ((at.may & (bit_of(Question::agency_up) | bit_of(Question::agency_down))) != 0) {
    review_agency(p, person, at.asker);
  }
  const double level =
      p.who5_mean + (is_in_work(person.status) ? p.who5_in_work : 0.0) +
      (person.conditions.has(Condition::mental_disorder) ? p.who5_mental_disorder : 0.0);
  const double score = level + p.who5_persistence * (static_cast<double>(person.who5) - level) +
                       p.who5_noise * at.who5_noise;
  person.who5 = static_cast<float>(std::clamp(score, 0.0, 100.0));
  // At 30 uddannelseshjælp becomes kontanthjælp.
  if (person.status == LabourStatus::education_benefit &&
      !is_open_to(LabourStatus::education_benefit, at.age)) {
    person.status = LabourStatus::cash_benefit;
  }
}

template <std::size_t L>
void review_child(FamilyYearIn<L>& y, Person& child, const HookRatios& hooks, Review& at) {
  const FamilyParameters& p = y.p().family;
  const double level = p.sdq_mean + (is_placed(child.place) ? p.sdq_placed : 0.0);
  const double score = level + p.sdq_persistence * (static_cast<double>(child.sdq) - level) +
                       p.sdq_noise * at.sdq_noise;
  child.sdq = static_cast<float>(std::clamp(score, 0.0, 40.0));
  // Children who already have a preventive measure or more climb the ladder as they grow.
  if (ladder_step(child) >= LadderStep::preventive) {
    child.severity =
        static_cast<float>(static_cast<double>(child.severity) * (1.0 + p.severity_drift));
  }
  child.unlawful_absence_before =
      static_cast<std::uint8_t>(std::min<int>(child.year.unlawful_absence, 200));
  if (at.age < 18 && (at.may & condition_bits) != 0) review_conditions(y, child, hooks, at);
  finish_measures(y.tables, child, at.age);
}

template <std::size_t L>
void review_family(FamilyYearIn<L>& y) {
  const FamilyParameters& p = y.p().family;
  Family& family = y.family;
  Asker& asker = y.family_chance;
  double level = p.functioning_persistence * static_cast<double>(family.state.functioning) +
                 p.functioning_noise * asker.noise(Question::functioning_noise);
  if (family.state.shocks.has(Shock::break_up)) level += p.functioning_break_up;
  if (family.state.shocks.has(Shock::fire)) level += p.functioning_fire;
  if (family.state.shocks.has(Shock::bereavement)) level += p.functioning_bereavement;
  family.state.functioning = static_cast<float>(std::clamp(level, -5.0, 5.0));
  if constexpr (L == 1) review_relation(family, p);
  family.state.shocks.clear();
}

/// What a member who is present meets at 1 January, in each arm.
template <std::size_t L>
void review_member(FamilyYearIn<L>& y, std::size_t row) {
  WorkspaceOf<L>& space = y.space;
  const Person& first = y.person(row);
  const bool child = is_child(first);
  const int age = age_at(first, y.year, 0);
  Asker& asker = space.chance[row];
  Review at{age, asker, may_happen(y, row, age, asker),
            child ? asker.noise(Question::sdq_noise) : 0.0,
            age >= 18 ? asker.noise(Question::who5_noise) : 0.0};
  space.spans[row].end = days_per_year;
  space.may_die |= member_if(at.may, Question::death, row);
  space.may_bear |= member_if(at.may, Question::birth, row);
  space.may_leave_home |= member_if(at.may, Question::leave_home, row);
  for_each_bit(y.arms, [&](std::size_t lane) {
    Person& person = y.person(row, lane);
    if (child) review_child(y, person, y.hooks_of(lane), at);
    if (age >= 18) review_adult(y, person, y.hooks_of(lane), at);
    enter(of_lane<L>(space.roll, lane), person, row, y.p());
  });
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

template <std::size_t L>
void age_everybody(FamilyYearIn<L>& y) {
  review_family(y);
  WorkspaceOf<L>& space = y.space;
  space.roll = {};
  space.may_die = space.may_bear = space.may_leave_home = 0;
  for (std::size_t i = 0; i < y.family.state.members; ++i) {
    space.spans[i] = {0, 0};
    if (is_present(y.person(i))) review_member(y, i);
    for_each_bit(y.arms, [&](std::size_t lane) { y.person(i, lane).year = {}; });
  }
}

SAMSPIL_OF_FAMILY(age_everybody);

}  // namespace samspil
