/// \file
/// Where a child lives, inside a year; and leaving care at 18.
#include <algorithm>
#include <optional>

#include "model/dynamics/family_year.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// Books days in one place, in one arm.
void book_days(Person& child, Place where, int days) noexcept {
  PersonYear& year = child.year;
  const std::size_t place = index_of(where);
  year.places = static_cast<std::uint8_t>(year.places | (1U << place));
  year.place_days[place] = static_cast<std::uint16_t>(year.place_days[place] + days);
  child.days_in_place = longer(child.days_in_place, days);
  const bool away = is_placed(where);
  const bool came_home = !away && (child.days_placed > 0 || child.days_home > 0);
  child.days_home = came_home ? longer(child.days_home, days) : std::uint16_t{0};
  child.days_placed = away ? longer(child.days_placed, days) : std::uint16_t{0};
}

void enter_place(Person& child, Place place) noexcept {
  child.place = place;
  child.days_in_place = 0;
}

/// The same in some arms. A place's cost is the child's own: day price × case cost factor.
template <std::size_t L>
void book_place(FamilyYearIn<L>& y, LaneSet in, std::size_t row, Place place,
                const DaySpans<L>& days) {
  for_each_bit(in, [&](std::size_t lane) {
    book_days(y.person(row, lane), place, at(days.end, lane) - at(days.begin, lane));
  });
  y.note_days(row, DiaryKind::place, place, days);
  if (const std::optional<Service> service = service_of(place)) {
    y.note_expense(in, row, place, days);
    y.note_case(in, Casework::child, week_spans<L>(days));
    y.post(in, *service, (days.end - days.begin) * Int<L>{y.person(row).cost_factor});
  }
}

/// The law's ages: secure units from 12, a dwelling of one's own from 15; after 18 only the way
/// home is open.
constexpr bool is_open_to(Place to, int age) noexcept {
  if (age >= 18) return to == Place::home;
  if (to == Place::secure) return age >= 12;
  return to != Place::own_dwelling || age >= 15;
}

/// Ratios of a child's moves between places: of all, or where it is at home and stays there of
/// entry alone.
template <std::size_t L>
RatiosByPlaceMove<Real<L>> ratios_of(const FamilyYearIn<L>& y, std::size_t row, int age,
                                     bool of_all) noexcept {
  const SurroundingsIn<L>& met = y.met(row);
  if (of_all) return placement_ratios(y.member(row), age, met, y.family, y.hooks, y.p());
  RatiosByPlaceMove<Real<L>> ratios;
  ratios.fill(0.0);
  ratios[index_of(PlaceMove::entry)] =
      placement_entry_ratio(y.member(row), age, met, y.family, y.hooks, y.p());
  return ratios;
}

/// The largest of a bundle.
template <std::size_t L>
PlaceRatios largest_of(const RatiosByPlaceMove<Real<L>>& ratios, LaneSet in) noexcept {
  PlaceRatios most;
  for (std::size_t i = 0; i < place_move_count; ++i) most[i] = largest(ratios[i], in);
  return most;
}

/// Which places the first bits do not exclude within `left` days, as bits.
unsigned may_move(const KernelTables& tables, Asker& asker, Place from, const PlaceRatios& most,
                  const HookRatios& most_hooks, std::uint32_t moves, double left) noexcept {
  const float scale = limit_scale(left);
  const auto& bases = tables.place_limits[index_of(from)];
  std::array<double, place_count> hooks;
  for (std::size_t i = 0; i < place_count; ++i) {
    hooks[i] = place_hook(from, static_cast<Place>(i), most_hooks);
  }
  const auto own = lanes_of(hooks, scale);
  FloatLanes<place_count> limits{};
  for (std::size_t move = 0; move < place_move_count; ++move) {
    const FourFloats ratio = four(static_cast<float>(most[move]));
    for (std::size_t i = 0; i < (place_count + 3) / 4; ++i) {
      limits[i] += bases[move][i] * ratio * own[i];
    }
  }
  return may_fire<place_count>(asker, Question::place_move, moves, limits);
}

/// Writes down where a bundle lived, place after place, and where it stays.
template <std::size_t L>
void book(FamilyYearIn<L>& y, LifeIn<L>& life, LaneSet in) {
  bool moves = false;
  for (const Spell<L>& spell : y.space.spells) {
    const auto place = static_cast<Place>(spell.of);
    if (moves) {
      for_each_bit(in, [&](std::size_t lane) { enter_place(y.person(life.row, lane), place); });
      life.place_moves = where(in, life.place_moves + Int<L>{1}, life.place_moves);
      y.work.events += std::popcount(in);
    }
    moves = true;
    const LaneSet has_days = in & less(spell.days.begin, spell.days.end);
    if (has_days != 0) book_place(y, has_days, life.row, place, spell.days);
  }
}

template <std::size_t L>
void live_places(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age, Bundle<L>& arms) {
  const Parameters& p = y.p();
  Place place = y.person(life.row, arms.lead()).place;
  auto moves = static_cast<std::uint32_t>(at(life.place_moves, arms.lead()));
  RatiosByPlaceMove<Real<L>> ratios = ratios_of(y, life.row, age, is_placed(place));
  Real<L> now = static_cast<double>(span.begin);
  Int<L> since = span.begin;
  y.space.spells.clear();
  for (bool first = true;; first = false) {
    Real<L> wait = Real<L>{static_cast<double>(span.end)} - now;
    const unsigned may = may_move(y.tables, life.asker, place, largest_of<L>(ratios, arms.lanes()),
                                  y.most_hooks(), moves, largest(wait, arms.lanes()));
    Int<L> next = static_cast<int>(place);
    for_each_bit(may, [&](std::size_t i) {
      const auto to = static_cast<Place>(i);
      if (!is_open_to(to, age)) return;
      const double base = p.placement.rate[index_of(place)][i];
      const Real<L> rate =
          base * (ratios[index_of(place_move(place, to))] * place_hook(place, to, y.hooks));
      const double u = life.asker.ask(about(Question::place_move, to), moves);
      race<L>(u, rate, static_cast<int>(i), wait, next);
    });
    const auto to = static_cast<Place>(arms.decide(next));
    const auto of = static_cast<std::uint8_t>(place);
    if (to == place) {
      y.space.spells.push_back({of, 0, false, {since, span.end}});
      return book(y, life, arms.lanes());
    }
    now = now + wait;
    const Int<L> day = whole(now);
    if (first) ratios = ratios_of(y, life.row, age, true);
    y.space.spells.push_back({of, 0, false, {since, day}});
    place = to;
    since = day;
    ++moves;
  }
}

template <std::size_t L>
void live_placement_in(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  const auto alike_with = [&](std::size_t lead) {
    return alike(y.space.members[life.row].place, lead) & alike<L>(life.place_moves, lead);
  };
  in_bundles<L>(y.arms, alike_with,
                [&](Bundle<L>& arms) { live_places(y, life, span, age, arms); });
}

}  // namespace

template <std::size_t L>
void live_placement(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  run_in<L>(y.tables.isa, [&] { live_placement_in(y, life, span, age); });
}
SAMSPIL_OF_MEMBER(live_placement);

template <std::size_t L>
void leave_care_at_18(FamilyYearIn<L>& y, LifeIn<L>& life) {
  const auto is_away = [&](std::size_t lane) { return is_placed(y.person(life.row, lane).place); };
  const LaneSet placed = y.arms & lanes_where<L>(is_away);
  if (placed == 0) return;
  const bool stays = is_below(life.asker, Question::aftercare, y.p().placement.aftercare_at_18);
  for_each_bit(placed, [&](std::size_t lane) {
    Person& child = y.person(life.row, lane);
    enter_place(child, stays ? Place::own_dwelling : Place::home);
    child.measures.set(ChildMeasure::aftercare, stays);
    ++y.work.events;
  });
}

template void leave_care_at_18(FamilyYearIn<1>&, LifeIn<1>&);
template void leave_care_at_18(FamilyYearIn<4>&, LifeIn<4>&);
template void leave_care_at_18(FamilyYearIn<8>&, LifeIn<8>&);
template void leave_care_at_18(FamilyYearIn<16>&, LifeIn<16>&);

void finish_placement(Person& child) {
  child.place = Place::home;
  child.days_in_place = 0;
  child.days_placed = 0;
}

}  // namespace samspil
