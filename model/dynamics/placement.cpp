/// \file
/// Where a child lives, inside a year; and leaving care at 18.
#include <optional>

#include "model/dynamics/family_year.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// Books days in one place. A place's cost is the child's own: day price × case cost factor.
void book_place(FamilyYear& y, Person& child, DaySpan span) {
  if (span.days() <= 0) return;
  PersonYear& year = child.year;
  const std::size_t place = index_of(child.place);
  year.places = static_cast<std::uint8_t>(year.places | (1U << place));
  year.place_days[place] = static_cast<std::uint16_t>(year.place_days[place] + span.days());
  y.note_days(child, DiaryKind::place, child.place, span);
  child.days_in_place = longer(child.days_in_place, span.days());
  const bool away = is_placed(child.place);
  const bool came_home = !away && (child.days_placed > 0 || child.days_home > 0);
  child.days_home = came_home ? longer(child.days_home, span.days()) : std::uint16_t{0};
  child.days_placed = away ? longer(child.days_placed, span.days()) : std::uint16_t{0};
  if (const std::optional<Service> service = service_of(child.place)) {
    add_days(y.case_use(child).places[place], span);
    y.note_case(Casework::child, week_span(span));
    y.post(*service, static_cast<Hundredths>(span.days()) * child.cost_factor);
  }
}

void enter_place(Person& child, Place place) noexcept {
  child.place = place;
  child.days_in_place = 0;
}

/// The law's ages: secure units from 12, a dwelling of one's own from 15; after 18 only the way
/// home is open.
constexpr bool is_open_to(Place to, int age) noexcept {
  if (age >= 18) return to == Place::home;
  if (to == Place::secure) return age >= 12;
  return to != Place::own_dwelling || age >= 15;
}

/// Which places the first bits do not exclude within `left` days, as bits.
unsigned may_move(const FamilyYear& y, Life& life, const PlaceRatios& ratios,
                  double left) noexcept {
  const float scale = limit_scale(left);
  const Place from = life.person.place;
  const auto& bases = y.tables.place_limits[index_of(from)];
  std::array<double, place_count> hooks;
  for (std::size_t i = 0; i < place_count; ++i) {
    hooks[i] = place_hook(from, static_cast<Place>(i), y.hooks);
  }
  const auto own = lanes_of(hooks, scale);
  FloatLanes<place_count> limits{};
  for (std::size_t move = 0; move < place_move_count; ++move) {
    const FourFloats ratio = four(static_cast<float>(ratios[move]));
    for (std::size_t i = 0; i < (place_count + 3) / 4; ++i) {
      limits[i] += bases[move][i] * ratio * own[i];
    }
  }
  return may_fire<place_count>(life.asker, Question::place_move, life.place_moves, limits);
}

/// Ratios of the moves that there are from the child's place.
PlaceRatios ratios_of(const FamilyYear& y, const Life& life, int age) noexcept {
  const Person& child = life.person;
  if (is_placed(child.place)) {
    return placement_ratios(child, age, life.met, y.family, y.hooks, y.p());
  }
  PlaceRatios ratios{};
  ratios[index_of(PlaceMove::entry)] =
      placement_entry_ratio(child, age, life.met, y.family, y.hooks, y.p());
  return ratios;
}

}  // namespace

void live_placement(FamilyYear& y, Life& life, DaySpan span, int age) {
  Person& child = life.person;
  PlaceRatios ratios = ratios_of(y, life, age);
  double now = span.begin;
  int since = span.begin;
  for (bool first = true;; first = false) {
    double wait = span.end - now;
    Place next = child.place;
    for_each_bit(may_move(y, life, ratios, wait), [&](std::size_t i) {
      const auto to = static_cast<Place>(i);
      if (!is_open_to(to, age)) return;
      const double rate =
          y.p().placement.rate[index_of(child.place)][i] *
          (ratios[index_of(place_move(child.place, to))] * place_hook(child.place, to, y.hooks));
      const double t =
          waiting_days(life.asker, about(Question::place_move, to), life.place_moves, rate, wait);
      if (t < wait) wait = t, next = to;
    });
    const bool moves = next != child.place;
    now += wait;
    const int day = moves ? static_cast<int>(now) : span.end;
    if (moves && first) ratios = placement_ratios(child, age, life.met, y.family, y.hooks, y.p());
    book_place(y, child, {since, day});
    if (!moves) return;
    enter_place(child, next);
    since = day;
    ++life.place_moves;
    ++y.work.events;
  }
}

void leave_care_at_18(FamilyYear& y, Life& life) {
  Person& child = life.person;
  if (!is_placed(child.place)) return;
  const bool stays = is_below(life.asker, Question::aftercare, y.p().placement.aftercare_at_18);
  enter_place(child, stays ? Place::own_dwelling : Place::home);
  child.measures.set(ChildMeasure::aftercare, stays);
  ++y.work.events;
}

void finish_placement(Person& child) {
  child.place = Place::home;
  child.days_in_place = 0;
  child.days_placed = 0;
}

}  // namespace samspil
