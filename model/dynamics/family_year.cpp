#include "model/dynamics/family_year.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

/// Notes the days of a child's own case, in the arms in which it has one.
template <std::size_t L>
void note_own_case(FamilyYearIn<L>& y, std::size_t row, DaySpan span) {
  const LaneSet open = y.arms & set_of(y.member(row).case_open != 0);
  if (open != 0) y.note_case(open, Casework::child, week_spans<L>({span.begin, span.end}));
}

/// Lives one member over days of one age. Labour status is lived from 16, adult services from 18.
template <std::size_t L>
void live_segment(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  if (span.days() <= 0) return;
  const bool child = is_child(y.person(life.row));
  if (child && age < 18) note_own_case(y, life.row, span);
  if (child && age < 23) live_measures(y, life, span, age);  // reads where the child lives at first
  if (child && age < 23) live_placement(y, life, span, age);
  if (age >= 16) live_labour(y, life, span, age);
  if (age >= 18) live_adult_services(y, life, span, age);
}

/// Whether the birthday in this year divides it: the law changes at 16, 18 and 23.
constexpr bool is_dividing_birthday(int age) noexcept {
  return age == 16 || age == 18 || age == 23;
}

template <std::size_t L>
void live_member(FamilyYearIn<L>& y, std::size_t i) {
  const Person& person = y.person(i);
  const DaySpan span = y.space.spans[i];
  LifeIn<L> life{i, y.space.chance[i], i == y.mother ? y.leave_from : days_per_year};
  const int age_before = age_at(person, y.year, span.begin);
  const int birthday = y.year - person.birth_year;  // the one of this year

  for_each_bit(y.arms, [&](std::size_t lane) {
    y.person(i, lane).year.days = static_cast<std::uint16_t>(span.days());
  });
  if (is_child(person)) live_school(y, life, span, age_before);
  live_events(y, life, span, age_before);
  if (is_child(person)) y.look_at(i);  // at its school and whether its case is open
  if (is_child(person) && is_dividing_birthday(birthday) && person.birth_day < span.end) {
    live_segment(y, life, {span.begin, person.birth_day}, birthday - 1);
    for_each_bit(y.arms,
                 [&](std::size_t lane) { finish_measures(y.tables, y.person(i, lane), birthday); });
    if (birthday == 18) leave_care_at_18(y, life);
    if (birthday == 23) {
      for_each_bit(y.arms, [&](std::size_t lane) { finish_placement(y.person(i, lane)); });
    }
    life.read_next_numbers();
    y.look_at(i);
    live_segment(y, life, {person.birth_day, span.end}, birthday);
  } else {
    live_segment(y, life, span, age_before);
  }
  book_casework(y);
}

/// Draws at once what the members will ask, which is nearly all in four neighbouring blocks each,
/// or in eight for those who live as a child and as an adult.
template <std::size_t L>
void draw_ahead(FamilyYearIn<L>& y) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < y.family.state.members; ++i) {
    const Person& person = y.person(i);
    Asker& asker = y.space.chance[i];
    asker.turn_to(y.run, person.id, y.year);
    if (!is_present(person)) continue;
    const int birthday = y.year - person.birth_year;
    const bool as_child = is_child(person) && birthday <= 23;
    y.space.requests[count++] =
        asker.ask_ahead(as_child ? first_block_of_child : first_block_of_adult);
    if (as_child && birthday >= 16) y.space.requests[count++] = asker.ask_further_ahead();
  }
  y.tables.draw_quads(y.run, static_cast<std::uint32_t>(y.year), y.space.requests.data(), count);
}

/// Clears the notes of the family before, and looks up what is the largest in all arms.
template <std::size_t L>
void begin_family(FamilyYearIn<L>& y) {
  y.space.incomes.clear();
  y.space.cases.clear();
  y.space.treated = {};
  y.space.open_cases.clear();
  if constexpr (L > 1) {
    HookRatios& most = y.space.most_hooks;
    most.fill(1.0);
    y.hooks.moved.for_each([&](std::size_t i) { most[i] = largest(in_slot(y.hooks, i)); });
  }
}

}  // namespace

template <std::size_t L>
void live_family_year(FamilyYearIn<L>& y) {
  run_in<L>(y.tables.isa, [&] { begin_family(y); });
  draw_ahead(y);
  age_everybody(y);    // 1 January: conditions, scores, severity, age limits; who meets what
  live_demography(y);  // births, deaths, moves, break-ups, new partners: who is there when
  for (std::size_t i = 0; i < y.family.state.members; ++i) {
    if (y.space.spans[i].days() > 0) live_member(y, i);
    if constexpr (L == 1) {
      if (y.space.used_until != nullptr) y.space.used_until[i] = y.use;
    }
    y.work.random_blocks += y.space.chance[i].blocks_drawn();
  }
  y.work.random_blocks += y.family_chance.blocks_drawn();
}

SAMSPIL_OF_FAMILY(live_family_year);

KernelTables::KernelTables(const Parameters& parameters)
    : p{parameters}, isa{chosen_isa()}, draw_quads{samspil::draw_quads(isa)} {
  for (std::size_t age = 0; age < age_group_count; ++age) {
    for (std::size_t agency = 0; agency < agency_count; ++agency) {
      for (unsigned bits = 0; bits < 8; ++bits) {
        by_ability[age][agency][bits] = ratios_by_ability(
            {age, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, static_cast<Agency>(agency)},
            p.labour);
      }
    }
  }
  for (unsigned bits = 0; bits < 16; ++bits) {
    const std::array<bool, 4> b{(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0};
    for (std::size_t i = 0; i < child_measure_count; ++i) {
      measure_start[bits][i] =
          measure_base(static_cast<ChildMeasure>(i), {b[0], b[1], b[2], b[3]}, p.measures);
    }
    for (std::size_t i = 0; i < adult_service_count; ++i) {
      service_start[bits][i] =
          service_base(static_cast<AdultService>(i), {b[0], b[1], b[2], b[3]}, p.adult_services);
    }
  }
  for (std::size_t age = 0; age < measures_kept.size(); ++age) {
    Flags<ChildMeasure> kept;
    for (std::size_t i = 0; i < child_measure_count; ++i) {
      kept.set(static_cast<ChildMeasure>(i), static_cast<int>(age) < p.measures.age_to[i]);
    }
    measures_kept[age] = kept.bits();
  }
  for (std::size_t age = 0; age < measures_offered.size(); ++age) {
    Flags<ChildMeasure> offered;
    for (std::size_t i = 0; i < child_measure_count; ++i) {
      const auto measure = static_cast<ChildMeasure>(i);
      offered.set(measure, is_offered_at(measure, static_cast<int>(age), p.measures));
    }
    measures_offered[age] = offered.bits();
  }
  fill_labour();
  fill_limits();
  fill_new_year_limits();
  // Mean of exp(sigma z) for z the standardised sum of four uniforms: (sinh b / b)^4.
  const double b = p.family.cost_factor_sigma * std::sqrt(3.0) / 2;
  const double mean_of_one = b > 0 ? (natural_exp(b) - natural_exp(-b)) / (2 * b) : 1.0;
  cost_factor_norm = mean_of_one * mean_of_one * mean_of_one * mean_of_one;
}

std::uint16_t case_cost_factor(Asker& asker, const KernelTables& tables) noexcept {
  const double sigma = tables.p.family.cost_factor_sigma;
  if (sigma <= 0) return 100;
  const double factor =
      natural_exp(sigma * asker.fine_noise(Question::cost_factor_noise)) / tables.cost_factor_norm;
  return static_cast<std::uint16_t>(std::clamp(100.0 * factor + 0.5, 1.0, 6000.0));
}

}  // namespace samspil
