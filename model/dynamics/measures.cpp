/// \file
/// Measures of a child or young person, inside a year.
#include <algorithm>
#include <bit>

#include "model/dynamics/family_year.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// The days of a year as bits, so that days with at least one measure are counted once.
class DaySet {
 public:
  void add(DaySpan span) noexcept {
    for (int day = span.begin; day < span.end;) {
      const int word = day / 64;
      const int from = day % 64;
      const int until = std::min(64, from + span.end - day);
      const std::uint64_t upper = until == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << until) - 1;
      words_[static_cast<std::size_t>(word)] |= upper & ~((std::uint64_t{1} << from) - 1);
      day += until - from;
    }
  }
  int size() const noexcept {
    int days = 0;
    for (const std::uint64_t word : words_) days += std::popcount(word);
    return days;
  }

 private:
  std::array<std::uint64_t, 6> words_{};
};

constexpr unsigned home_based_bits = (1U << home_measure_count) - 1;
constexpr unsigned all_measure_bits = (1U << child_measure_count) - 1;

/// Posts weeks of a measure as this child's, and notes home-based ones as its own case. Case cost
/// varies between children for home-based measures, not for grants and schooling.
template <std::size_t L>
void carry(FamilyYearIn<L>& y, LaneSet in, std::size_t row, ChildMeasure measure,
           const WeekSpans<L>& weeks) {
  int factor = static_cast<int>(one_unit);
  if (is_home_based(measure)) {
    factor = y.person(row).cost_factor;
    y.note_expense(in, row, measure, days_of<L>(weeks));
  }
  y.post(in, service_of(measure), weeks.weeks * Int<L>{factor});
}

/// A treatment of the family is registered on those of its children whom it is about, and paid
/// once: each week is carried by the first of them in the family's rows.
template <std::size_t L>
void carry_treatment(FamilyYearIn<L>& y, LaneSet in, std::size_t row, const WeekSpans<L>& weeks) {
  const auto treated_in = [&](std::size_t lane) -> std::uint64_t& {
    return of_lane<L>(y.space.treated, lane);
  };
  const auto alike_with = [&](std::size_t lead) {
    return alike(weeks, lead) &
           lanes_where<L>([&](std::size_t lane) { return treated_in(lane) == treated_in(lead); });
  };
  once_for_alike(in, alike_with, [&](std::size_t lead, LaneSet alike) {
    std::uint64_t left = week_bits(weeks.of(lead)) & ~treated_in(lead);
    for_each_bit(alike, [&](std::size_t lane) { treated_in(lane) |= left; });
    while (left != 0) {
      const WeekSpan run = first_weeks_of(left);
      carry<L>(y, alike, row, ChildMeasure::family_treatment, {run.first, run.weeks});
      left &= ~week_bits(run);
    }
  });
}

template <std::size_t L>
void book_measure(FamilyYearIn<L>& y, LaneSet in, std::size_t row, ChildMeasure measure,
                  const DaySpans<L>& days) {
  const WeekSpans<L> weeks = week_spans<L>(days);
  if constexpr (L == 1) {
    PersonYear& year = y.person(row).year;
    year.measures.set(measure);
    if (is_home_based(measure)) {
      std::uint8_t& sum = year.measure_weeks[index_of(measure)];
      sum = static_cast<std::uint8_t>(sum + weeks.weeks);
    }
  }
  y.note_days(row, DiaryKind::measure, measure, days);
  y.note_case(in, Casework::child, weeks);
  if (measure == ChildMeasure::family_treatment) return carry_treatment(y, in, row, weeks);
  carry(y, in, row, measure, weeks);
}

/// Which measures may start or stop in some of the arms, by the first bits.
template <std::size_t L>
unsigned may_move(const FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, std::size_t need_bits,
                  unsigned running, const MeasureRatios& most) noexcept {
  const float days = limit_scale(span.days());
  return may_switch<child_measure_count>(life.asker, Question::measure_move, life.birthdays,
                                         running, y.tables.measure_limits[need_bits],
                                         lanes_of(most.start, days), y.tables.measure_stop_limits,
                                         lanes_of(most.stop, days));
}

/// Needs as bits, in an arm.
template <std::size_t L>
std::size_t need_bits_of(const FamilyYearIn<L>& y, std::size_t row, std::size_t lane,
                         int age) noexcept {
  const bool parent_condition = (set_of(y.met(row).parent_condition) >> lane & 1U) != 0;
  const MeasureNeed need = need_of(y.person(row, lane), age, parent_condition);
  return need.placed + 2U * need.disability + 4U * need.parent_condition + 8U * need.from_12;
}

/// Adds to a child's days with at least one home-based measure.
template <std::size_t L>
void add_measure_days(FamilyYearIn<L>& y, std::size_t row, std::size_t lane, int days) noexcept {
  std::uint16_t& sum = y.person(row, lane).year.measure_days;
  sum = static_cast<std::uint16_t>(sum + days);
}

/// Days with at least one home-based measure, of those that moved.
template <std::size_t L>
int days_of(const Spells<L>& home_based, std::size_t lane) noexcept {
  DaySet days;
  for (const Spell<L>& spell : home_based) days.add(spell.days.of(lane));
  return days.size();
}

/// The same of all days, or of some of those that moved. Counted once for the arms in which these
/// have the same days.
template <std::size_t L>
void add_measure_days(FamilyYearIn<L>& y, std::size_t row, LaneSet in, bool every_day,
                      const DaySpans<L>& all, const Spells<L>& home_based) {
  if (!every_day && home_based.empty()) return;
  if (every_day || home_based.size() == 1) {
    const DaySpans<L>& days = every_day ? all : home_based.front().days;
    const Int<L> count = days.end - days.begin;
    for_each_bit(in, [&](std::size_t lane) { add_measure_days(y, row, lane, at(count, lane)); });
    return;
  }
  const auto alike_with = [&](std::size_t lead) {
    LaneSet same = in;
    for (const Spell<L>& spell : home_based) same &= alike(spell.days, lead);
    return same;
  };
  once_for_alike(in, alike_with, [&](std::size_t lead, LaneSet same) {
    const int days = days_of(home_based, lead);
    for_each_bit(same, [&](std::size_t lane) { add_measure_days(y, row, lane, days); });
  });
}

/// Writes down what a bundle lived: what ran all days, what moved, and what runs on.
template <std::size_t L>
void book(FamilyYearIn<L>& y, std::size_t row, LaneSet in, const DaySpans<L>& all, unsigned ran,
          unsigned runs_on) {
  Spells<L>& moved = y.space.spells;
  if (ran == 0 && moved.empty()) return;  // and so nothing runs on
  const bool every_day = (ran & home_based_bits) != 0;
  for_each_bit(ran,
               [&](std::size_t i) { book_measure(y, in, row, static_cast<ChildMeasure>(i), all); });
  for (const Spell<L>& spell : moved) {
    const LaneSet has_days = in & less(spell.days.begin, spell.days.end);
    if (has_days != 0) {
      book_measure(y, has_days, row, static_cast<ChildMeasure>(spell.of), spell.days);
    }
  }
  y.work.events += std::popcount(in) * static_cast<int>(moved.size());
  std::erase_if(moved, [](const Spell<L>& spell) {
    return !is_home_based(static_cast<ChildMeasure>(spell.of));
  });
  for_each_bit(
      in, [&](std::size_t lane) { put(y.person(row, lane).measures, all_measure_bits, runs_on); });
  add_measure_days(y, row, in, every_day, all, moved);
}

/// Most measures neither start nor stop, which the first bits tell.
template <std::size_t L>
void start_and_stop(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age, Bundle<L>& arms) {
  const std::size_t need_bits = need_bits_of(y, life.row, arms.lead(), age);
  const HomeBasedRatios<Real<L>> home_based =
      home_based_ratios(y.member(life.row), y.met(life.row), y.frailty(), y.p());
  const MeasureRatios most =
      with_hooks({largest(home_based.start, arms.lanes()), largest(home_based.stop, arms.lanes())},
                 y.most_hooks());
  const unsigned offered = y.tables.measures_offered[static_cast<std::size_t>(age)];
  const unsigned running = y.person(life.row, arms.lead()).measures.bits();
  const unsigned moving = may_move(y, life, span, need_bits, running, most) & (running | offered);
  const DaySpans<L> all{span.begin, span.end};
  Spells<L>& moved = y.space.spells;
  moved.clear();
  unsigned runs_on = running & ~moving;
  for_each_bit(moving, [&](std::size_t i) {
    const bool may_start = offered >> i & 1U;
    const auto measure = static_cast<ChildMeasure>(i);
    const Real<L> start = may_start ? y.tables.measure_start[need_bits][i] *
                                          start_ratio(measure, home_based.start, y.hooks)
                                    : Real<L>{0.0};
    const Real<L> stop = y.p().measures.stop[i] * stop_ratio(measure, home_based.stop, y.hooks);
    const bool on =
        live_switch<L>(arms, running >> i & 1U, all, start, stop, about(Question::measure_move, i),
                       life.birthdays, life.asker, [&](const DaySpans<L>& days) {
                         moved.push_back({static_cast<std::uint8_t>(i), 0, false, days});
                       });
    runs_on |= static_cast<unsigned>(on) << i;
  });
  book(y, life.row, arms.lanes(), all, running & ~moving, runs_on);
}

template <std::size_t L>
void live_measures_in(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  if (span.days() <= 0) return;
  const auto alike_with = [&](std::size_t lead) {
    const MemberLanes<L>& who = y.space.members[life.row];
    return alike(who.measures, lead) & alike(who.place, lead) & alike(who.conditions, lead) &
           alike(y.met(life.row).parent_condition, lead);
  };
  in_bundles<L>(y.arms, alike_with,
                [&](Bundle<L>& arms) { start_and_stop(y, life, span, age, arms); });
}

}  // namespace

template <std::size_t L>
void live_measures(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  run_in<L>(y.tables.isa, [&] { live_measures_in(y, life, span, age); });
}
SAMSPIL_OF_MEMBER(live_measures);

void finish_measures(const KernelTables& tables, Person& child, int age) {
  const std::size_t last = tables.measures_kept.size() - 1;
  child.measures.keep(tables.measures_kept[std::min(static_cast<std::size_t>(age), last)]);
}

}  // namespace samspil
