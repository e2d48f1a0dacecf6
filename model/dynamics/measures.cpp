/// \file
/// Measures of a child or young person, inside a year.
#include <algorithm>
#include <bit>

#include "model/dynamics/family_year.hpp"
#include "model/dynamics/hazards_child.hpp"

namespace samspil {
namespace {

constexpr Service service_of(ChildMeasure measure) noexcept {
  switch (measure) {
    case ChildMeasure::early_prevention:
      return Service::early_prevention;
    case ChildMeasure::family_treatment:
      return Service::family_treatment;
    case ChildMeasure::contact_person:
      return Service::contact_person;
    case ChildMeasure::respite:
      return Service::respite;
    case ChildMeasure::youth_support:
      return Service::youth_support;
    case ChildMeasure::aftercare:
      return Service::aftercare;
    case ChildMeasure::additional_costs:
      return Service::additional_costs;
    case ChildMeasure::lost_earnings:
      return Service::lost_earnings;
    case ChildMeasure::school_support:
      return Service::school_support;
    case ChildMeasure::youth_education_special:
      return Service::youth_education_special;
  }
  return Service::early_prevention;
}

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

}  // namespace

void live_measures(FamilyYear& y, Life& life, DaySpan span, int age) {
  Person& child = life.person;
  const MeasureNeed need = need_of(child, age, life.met);
  const MeasureRatios ratios = measure_ratios(child, life.met, y.frailty(), y.hooks, y.p());
  const auto& starts = y.tables.measure_start[need.placed + 2U * need.disability +
                                              4U * need.parent_condition + 8U * need.from_12];
  const unsigned offered = y.tables.measures_offered[static_cast<std::size_t>(age)];
  DaySet home_based;
  for (unsigned open = offered | child.measures.bits(); open != 0; open &= open - 1) {
    const auto i = static_cast<std::size_t>(std::countr_zero(open));
    const auto measure = static_cast<ChildMeasure>(i);
    const double start =
        offered >> i & 1U ? starts[i] * ratios.start[index_of(kind_of(measure))] : 0.0;
    const double stop = measure_stop(measure, ratios, y.p().measures);
    const std::uint32_t moves_before = life.measure_moves[i];
    const bool runs = live_switch(
        child.measures.has(measure), span, start, stop, about(Question::measure_move, measure),
        life.measure_moves[i], life.asker, [&](DaySpan spell) {
          if (spell.days() <= 0) return;
          child.year.measures.set(measure);
          if (is_home_based(measure)) home_based.add(spell);
          y.post(service_of(measure), quantity_of(child, measure, weeks_in(spell)));
        });
    child.measures.set(measure, runs);
    y.work.events += life.measure_moves[i] - moves_before;
  }
  child.year.measure_days = static_cast<std::uint16_t>(child.year.measure_days + home_based.size());
}

void finish_measures(FamilyYear& y, Person& child, int age) {
  for (std::size_t i = 0; i < child_measure_count; ++i) {
    if (age >= y.p().measures.age_to[i]) child.measures.set(static_cast<ChildMeasure>(i), false);
  }
}

}  // namespace samspil
