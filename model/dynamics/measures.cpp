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

/// Case cost varies between children for home-based measures, not for grants and schooling.
Hundredths quantity_of(const Person& child, ChildMeasure measure, int weeks) noexcept {
  return weeks * (is_home_based(measure) ? Hundredths{child.cost_factor} : one_unit);
}

/// Posts weeks of a measure as this child's, and notes home-based ones as its own case.
void carry(FamilyYear& y, Person& child, ChildMeasure measure, WeekSpan span) {
  if (is_home_based(measure)) {
    add_weeks(y.case_use(child).measures[index_of(measure)], span);
  }
  y.post(service_of(measure), quantity_of(child, measure, span.weeks));
}

/// A treatment of the family is registered on those of its children whom it is about, and paid
/// once: each week is carried by the first of them in the family's rows.
void carry_treatment(FamilyYear& y, Person& child, WeekSpan span) {
  std::uint64_t left = week_bits(span) & ~y.space.treated;
  y.space.treated |= left;
  while (left != 0) {
    const WeekSpan run = first_weeks_of(left);
    carry(y, child, ChildMeasure::family_treatment, run);
    left &= ~week_bits(run);
  }
}

void use_measure(FamilyYear& y, Person& child, ChildMeasure measure, DaySpan spell) {
  const WeekSpan span = week_span(spell);
  child.year.measures.set(measure);
  y.note_days(child, DiaryKind::measure, measure, spell);
  y.note_case(Casework::child, span);
  if (is_home_based(measure)) {
    std::uint8_t& sum = child.year.measure_weeks[index_of(measure)];
    sum = static_cast<std::uint8_t>(sum + span.weeks);
  }
  if (measure == ChildMeasure::family_treatment) return carry_treatment(y, child, span);
  carry(y, child, measure, span);
}

/// A measure that may start or stop within the span.
void live_measure(FamilyYear& y, Life& life, DaySpan span, ChildMeasure measure, double start,
                  double stop, DaySet& home_based) {
  Person& child = life.person;
  const SwitchEnd end = live_switch(child.measures.has(measure), span, start, stop,
                                    about(Question::measure_move, measure), life.birthdays,
                                    life.asker, [&](DaySpan spell) {
                                      if (spell.days() <= 0) return;
                                      if (is_home_based(measure)) home_based.add(spell);
                                      use_measure(y, child, measure, spell);
                                    });
  child.measures.set(measure, end.on);
  y.work.events += end.moves;
}

/// Which measures may start or stop, by the first bits.
unsigned may_move(const FamilyYear& y, Life& life, DaySpan span, std::size_t need_bits,
                  const MeasureRatios& ratios) noexcept {
  const float days = limit_scale(span.days());
  const auto starts = lanes_of(ratios.start, days);
  const auto ends = lanes_of(ratios.stop, days);
  const auto& bases = y.tables.measure_limits[need_bits];
  const auto& stops = y.tables.measure_stop_limits;
  const unsigned running = life.person.measures.bits();
  FloatLanes<child_measure_count> limits{};
  for (std::size_t i = 0; i < (child_measure_count + 3) / 4; ++i) {
    limits[i] = choose(running >> 4 * i, stops[i] * ends[i], bases[i] * starts[i]);
  }
  return may_fire<child_measure_count>(life.asker, Question::measure_move, life.birthdays, limits);
}

}  // namespace

/// Most measures neither start nor stop, which the first bits tell.
void live_measures(FamilyYear& y, Life& life, DaySpan span, int age) {
  if (span.days() <= 0) return;
  Person& child = life.person;
  const MeasureNeed need = need_of(child, age, life.met);
  const MeasureRatios ratios = measure_ratios(child, life.met, y.frailty(), y.hooks, y.p());
  const std::size_t need_bits =
      need.placed + 2U * need.disability + 4U * need.parent_condition + 8U * need.from_12;
  const unsigned offered = y.tables.measures_offered[static_cast<std::size_t>(age)];
  const unsigned running = child.measures.bits();
  const unsigned moving = may_move(y, life, span, need_bits, ratios) & (running | offered);
  DaySet home_based;
  bool every_day = false;
  for_each_bit(running & ~moving, [&](std::size_t i) {
    const auto measure = static_cast<ChildMeasure>(i);
    every_day |= is_home_based(measure);
    use_measure(y, child, measure, span);
  });
  for_each_bit(moving, [&](std::size_t i) {
    const auto measure = static_cast<ChildMeasure>(i);
    const double start =
        offered >> i & 1U ? y.tables.measure_start[need_bits][i] * ratios.start[i] : 0.0;
    live_measure(y, life, span, measure, start, measure_stop(measure, ratios, y.p().measures),
                 home_based);
  });
  const int days = every_day ? span.days() : moving == 0 ? 0 : home_based.size();
  child.year.measure_days = static_cast<std::uint16_t>(child.year.measure_days + days);
}

void finish_measures(FamilyYear& y, Person& child, int age) {
  const std::size_t last = y.tables.measures_kept.size() - 1;
  child.measures.keep(y.tables.measures_kept[std::min(static_cast<std::size_t>(age), last)]);
}

}  // namespace samspil
