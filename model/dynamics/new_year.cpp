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
unsigned may_happen(const FamilyYearIn<L>& y, std::size_t row, int age) noexcept {
  const Person& person = y.person(row);
  BlockLimits limits = y.tables.new_year_limits[new_year_group(person.sex, is_child(person), age)];
  const float frailty = y.family.state.frailty;
  const float scale = limit_scale(days_per_year);
  const BlockLimits scales = lanes_by<questions_per_block>(
      [&](std::size_t i) { return i < condition_count ? frailty * scale : scale; });
  for (std::size_t i = 0; i < limits.size(); ++i) limits[i] *= scales[i];
  unsigned may =
      bytes_up_to(y.space.chance[row].first_bits_around(Question::condition_move), limits);
  for (std::size_t i = 0; i < condition_count; ++i) {
    const LaneSet present = set_of(y.member(row).conditions.has(static_cast<Condition>(i)));
    may |= static_cast<unsigned>((y.arms & present) != 0) << i;
  }
  return may;
}

/// A member at 1 January, in all arms.
template <std::size_t L>
struct Review {
  FamilyYearIn<L>& y;
  std::size_t row;
  int age;
  Asker& asker;
  unsigned may;  ///< What the first bits do not exclude.

  MemberIn<L> member() const noexcept { return y.member(row); }
  Person& person(std::size_t lane) const noexcept { return y.person(row, lane); }
  bool may_be(Question question) const noexcept { return (may & bit_of(question)) != 0; }
};

template <std::size_t L>
void review_conditions(const Review<L>& at) {
  FamilyYearIn<L>& y = at.y;
  const ConditionParameters& p = y.p().conditions;
  LaneSet moved = 0;
  for_each_bit(at.may & condition_bits, [&](std::size_t i) {
    const auto condition = static_cast<Condition>(i);
    const Question question = about(Question::condition_move, condition);
    const LaneSet present = y.arms & set_of(at.member().conditions.has(condition));
    const double onset = condition_onset(condition, at.person(0), at.age, y.frailty(), p);
    LaneSet moves = 0;
    if (present != y.arms && onset > 0 && happens(at.asker, question, onset)) {
      moves = y.arms & ~present;
    }
    if (present != 0) {
      const Real<L> recovery = condition_recovery(condition, at.member(), y.hooks, p);
      moves |= present & happens_in<L>(at.asker, question, recovery);
    }
    for_each_bit(moves, [&](std::size_t lane) {
      at.person(lane).conditions.set(condition, (present >> lane & 1U) == 0);
    });
    y.work.events += std::popcount(moves);
    moved |= moves;
  });
  if (moved != 0) y.look_at(at.row);
}

/// In which arms it has moved.
template <std::size_t L>
LaneSet review_agency(const Review<L>& at) {
  const FamilyParameters& p = at.y.p().family;
  const LaneSet not_high = at.y.arms & set_of(at.member().agency != Agency::high);
  const LaneSet not_none = at.y.arms & set_of(at.member().agency != Agency::none);
  const auto step = [&](LaneSet lanes, Question question, double rate, int by) {
    if (lanes == 0 || !happens(at.asker, question, rate)) return LaneSet{0};
    for_each_bit(lanes, [&](std::size_t lane) {
      Agency& agency = at.person(lane).agency;
      agency = static_cast<Agency>(to_underlying(agency) + by);
    });
    return lanes;
  };
  const LaneSet up = step(not_high, Question::agency_up, p.agency_up, 1);
  return up | step(not_none & ~up, Question::agency_down, p.agency_down, -1);
}

/// Notes a score that returns to its level, with noise: level + persistence × (score - level).
template <std::size_t L>
void review_score(const Review<L>& at, float Person::*score, const Real<L>& level,
                  double persistence, double noise, double most) {
  const Real<L> before = number_of(at.member(), [&](const Person& in) { return in.*score; });
  const Real<L> after = level + Real<L>{persistence} * (before - level) + Real<L>{noise};
  for_each_bit(at.y.arms, [&](std::size_t lane) {
    at.person(lane).*score = static_cast<float>(std::clamp(samspil::at(after, lane), 0.0, most));
  });
}

/// In which arms something has moved that arms are compared by, and was not looked at since.
template <std::size_t L>
LaneSet review_adult(const Review<L>& at) {
  FamilyYearIn<L>& y = at.y;
  const FamilyParameters& p = y.p().family;
  if ((at.may & condition_bits) != 0) review_conditions(at);
  LaneSet moved = 0;
  if (at.may_be(Question::agency_up) || at.may_be(Question::agency_down)) moved = review_agency(at);
  const Real<L> level =
      p.who5_mean + number_if(is_in_work(at.member().status), p.who5_in_work) +
      number_if(at.member().conditions.has(Condition::mental_disorder), p.who5_mental_disorder);
  review_score<L>(at, &Person::who5, level, p.who5_persistence,
                  p.who5_noise * at.asker.noise(Question::who5_noise), 100.0);
  // At 30 uddannelseshjælp becomes kontanthjælp.
  if (is_open_to(LabourStatus::education_benefit, at.age)) return moved;
  const LaneSet grown = y.arms & set_of(at.member().status == LabourStatus::education_benefit);
  for_each_bit(grown,
               [&](std::size_t lane) { at.person(lane).status = LabourStatus::cash_benefit; });
  return moved | grown;
}

template <std::size_t L>
void review_child(const Review<L>& at) {
  FamilyYearIn<L>& y = at.y;
  const FamilyParameters& p = y.p().family;
  const Real<L> level = p.sdq_mean + number_if(at.member().place != Place::home, p.sdq_placed);
  review_score<L>(at, &Person::sdq, level, p.sdq_persistence,
                  p.sdq_noise * at.asker.noise(Question::sdq_noise), 40.0);
  // Children who already have a preventive measure or more climb the ladder as they grow.
  for_each_bit(y.arms & set_of(is_helped(at.member())), [&](std::size_t lane) {
    Person& child = at.person(lane);
    if (ladder_step(child) < LadderStep::preventive) return;
    child.severity =
        static_cast<float>(static_cast<double>(child.severity) * (1.0 + p.severity_drift));
  });
  for_each_bit(y.arms, [&](std::size_t lane) {
    Person& child = at.person(lane);
    child.unlawful_absence_before =
        static_cast<std::uint8_t>(std::min<int>(child.year.unlawful_absence, 200));
  });
  if (at.age < 18 && (at.may & condition_bits) != 0) review_conditions(at);
  for_each_bit(y.arms & set_of(is_helped(at.member())),
               [&](std::size_t lane) { finish_measures(y.tables, at.person(lane), at.age); });
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
  y.look_at(row);
  const Review<L> at{y, row, age, space.chance[row], may_happen(y, row, age)};
  space.spans[row].end = days_per_year;
  space.may_die |= member_if(at.may, Question::death, row);
  space.may_bear |= member_if(at.may, Question::birth, row);
  space.may_leave_home |= member_if(at.may, Question::leave_home, row);
  if (child) review_child(at);
  const LaneSet moved = age >= 18 ? review_adult(at) : 0;
  if (child || moved != 0) y.look_at(row);
  enter(space.roll, y.member(row), child, row, y.p());
}

template <std::size_t L>
void review_everybody(FamilyYearIn<L>& y) {
  review_family(y);
  WorkspaceOf<L>& space = y.space;
  space.roll.adults = space.roll.children = 0;
  space.may_die = space.may_bear = space.may_leave_home = 0;
  for (std::size_t i = 0; i < y.family.state.members; ++i) {
    space.spans[i] = {0, 0};
    if (is_present(y.person(i))) review_member(y, i);
    if constexpr (L == 1) {
      y.person(i).year = {};
    } else {
      for_each_bit(y.arms, [&](std::size_t lane) { y.person(i, lane).year.clear_counted(); });
    }
  }
  note_surroundings<L>(y.tables.isa, y.people(), space.roll, y.p(), space.met);
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
  run_in<L>(y.tables.isa, [&] { review_everybody(y); });
}

SAMSPIL_OF_FAMILY(age_everybody);

}  // namespace samspil
