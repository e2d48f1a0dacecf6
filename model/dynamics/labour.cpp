/// \file
/// Labour status, ordinary hours and employment measures inside a year.
#include <algorithm>
#include <optional>

#include "model/dynamics/services_beside.hpp"

namespace samspil {
namespace {

constexpr Hundredths hundredths(double share) noexcept {
  return static_cast<Hundredths>(share * 100.0 + 0.5);
}

/// Share of the full benefit that is paid beside ordinary hours [hundredths].
Hundredths benefit_share(LabourStatus status, OrdinaryHours hours,
                         const LabourParameters& p) noexcept {
  if (hours == OrdinaryHours::none || status == LabourStatus::disability_pension) return one_unit;
  return hundredths(hours == OrdinaryHours::under_10 ? p.benefit_share_under_10_hours
                                                     : p.benefit_share_from_10_to_29_hours);
}

/// Tax of one week as a share of a full-time ordinary week's tax [hundredths].
Hundredths tax_share(LabourStatus status, OrdinaryHours hours, const LabourParameters& p) noexcept {
  const bool part_time_job = status == LabourStatus::ordinary_job && hours != OrdinaryHours::full;
  return hundredths(part_time_job ? p.part_time_tax_equivalent
                                  : p.tax_equivalent[index_of(status)]);
}

/// An adult's labour market year, in arms that live it alike. Written down when it is over.
template <std::size_t L>
struct Working {
  FamilyYearIn<L>& y;
  LifeIn<L>& life;
  Bundle<L>& arms;
  int age;
  LabourStatus status;
  OrdinaryHours hours;
  bool old_pension;     ///< Granted before 2014.
  unsigned activation;  ///< Employment measures that run.
  std::uint32_t labour_moves;
  std::uint32_t hours_moves;
  Int<L> days_in_job;
  std::optional<bool> activity_ready = {};  ///< Once it was asked.
  RatiosByDirection<Real<L>> ratios;
  DirectionRatios most{};  ///< The largest ratios of the arms.

  Working(FamilyYearIn<L>& year, LifeIn<L>& whose, Bundle<L>& bundle, int years)
      : y{year}, life{whose}, arms{bundle}, age{years} {
    const Person& lead = person(arms.lead());
    status = lead.status;
    hours = lead.hours;
    old_pension = lead.pension_before_2014 != 0;
    activation = lead.services.bits() & activation_bits;
    labour_moves = static_cast<std::uint32_t>(at(life.labour_moves, arms.lead()));
    hours_moves = static_cast<std::uint32_t>(at(life.hours_moves, arms.lead()));
    days_in_job = ints<L>([&](std::size_t lane) { return int{person(lane).days_in_job}; });
    const WorkAbility able = work_ability(lead, age);
    const DirectionRatios& by_ability =
        y.tables.by_ability[able.age_group][index_of(able.agency)]
                           [able.mental_disorder + 2U * able.abuse + 4U * able.disability];
    ratios =
        labour_ratios(y.member(life.row), by_ability, y.met(life.row), y.frailty(), y.hooks, y.p());
    for (std::size_t i = 0; i < direction_count; ++i) most[i] = largest(ratios[i], arms.lanes());
  }

  Person& person(std::size_t lane) const noexcept { return y.person(life.row, lane); }
  const Real<L>& ratio_of(Direction direction) const noexcept {
    return ratios[index_of(direction)];
  }
  /// Of every move out of the status at hand: job_end_ratio().
  Real<L> pace() const noexcept {
    if (status != LabourStatus::ordinary_job) return 1.0;
    const LaneSet is_new = less(days_in_job, Int<L>{days_per_year / 2});
    return where(is_new, Real<L>{y.p().labour.job_end_first_year}, Real<L>{1.0});
  }
};

/// Books days on which status and hours were the same.
template <std::size_t L>
void book_status(FamilyYearIn<L>& y, LaneSet in, std::size_t row, int age, const Spell<L>& spell) {
  const auto status = static_cast<LabourStatus>(spell.of);
  const DaySpans<L>& days = spell.days;
  const LaneSet has_days = in & less(days.begin, days.end);
  if (has_days == 0) return;
  y.note_days(row, DiaryKind::status, status, days);
  const LaneSet in_week_48 = has_days & less(days.begin, Int<L>{thursday_of_week_48 + 1}) &
                             less(Int<L>{thursday_of_week_48}, days.end);
  for_each_bit(in_week_48, [&](std::size_t lane) { y.person(row, lane).year.week_48 = status; });
  if (age < 18) return;
  const WeekSpans<L> weeks = week_spans<L>(days);
  const StatusPay& pay = y.tables.pay[index_of(status)][spell.beside];
  y.note_income(has_days, row, pay.is_benefit ? IncomeKind::benefit : IncomeKind::self_support,
                spell.old_pension ? Service::disability_pension_before_2014 : pay.benefit, weeks,
                pay.paid);
  if (has_job_centre_case(status)) y.note_case(has_days, Casework::job_centre, weeks);
  y.post(has_days, Service::income_tax, weeks.weeks * Int<L>{pay.tax},
         pay.is_benefit ? tax_on_benefits : tax_on_wages);
}

/// Notes what was the same on some days, to be booked when the year is over.
template <std::size_t L>
void note_status(Working<L>& w, const DaySpans<L>& days) {
  const LaneSet has_days = less(days.begin, days.end);
  const Int<L> longer_by = days.end - days.begin;
  const Int<L> in_job = w.status == LabourStatus::ordinary_job
                            ? least(w.days_in_job + longer_by, Int<L>{60'000})
                            : Int<L>{0};
  w.days_in_job = where(has_days, in_job, w.days_in_job);
  const bool old_pension = w.status == LabourStatus::disability_pension && w.old_pension;
  w.y.space.spells.push_back(
      {static_cast<std::uint8_t>(w.status), static_cast<std::uint8_t>(w.hours), old_pension, days});
  if constexpr (L == 1) {
    if (longer_by <= 0) return;
    PersonYear& year = w.person(0).year;
    year.statuses.set(w.status);
    std::uint16_t& sum = year.status_days[index_of(w.status)];
    sum = static_cast<std::uint16_t>(sum + longer_by);
    year.ordinary_hours_any |= w.hours != OrdinaryHours::none;
    const bool ready = w.activity_ready.value_or(w.person(0).activity_ready != 0);
    year.activity_ready_any |= w.status == LabourStatus::cash_benefit && ready;
  }
}

/// Whether the first bits let hours move within `left` days, at most.
template <std::size_t L>
bool may_move_hours(const Working<L>& w, double up, double down, double left) noexcept {
  constexpr std::size_t part = byte_of(Question::hours_up) / 4;
  static_assert(part == byte_of(Question::hours_down) / 4);
  const float scale = limit_scale(left);
  FourFloats limits{};
  limits[byte_of(Question::hours_up) % 4] = static_cast<float>(up) * scale;
  limits[byte_of(Question::hours_down) % 4] = static_cast<float>(down) * scale;
  return bytes_below(w.life.asker.first_bits_around(Question::hours_up, w.hours_moves)[part],
                     limits) != 0;
}

/// Ordinary hours move up and down within one spell of a status.
template <std::size_t L>
void live_hours(Working<L>& w, const DaySpans<L>& days) {
  const Real<L> end = real(days.end);
  Real<L> now = real(days.begin);
  Int<L> since = days.begin;
  for (;;) {
    const HoursRates& rates = w.y.tables.hours[index_of(w.status)][index_of(w.hours)];
    const double most_up = rates.up + rates.up_by_ratio * w.most[index_of(Direction::to_work)];
    if (most_up <= 0 && rates.down <= 0) break;
    Real<L> wait = end - now;
    if (!may_move_hours(w, most_up, rates.down, largest(wait, w.arms.lanes()))) break;
    Int<L> step = 0;
    Asker& asker = w.life.asker;
    if (most_up > 0) {
      const Real<L> up =
          Real<L>{rates.up} + Real<L>{rates.up_by_ratio} * w.ratio_of(Direction::to_work);
      race<L>(asker.ask(Question::hours_up, w.hours_moves), up, 1, wait, step);
    }
    if (rates.down > 0) {
      race<L>(asker.ask(Question::hours_down, w.hours_moves), Real<L>{rates.down}, -1, wait, step);
    }
    const int moved = w.arms.decide(step);
    if (moved == 0) break;
    now = now + wait;
    const Int<L> day = whole(now);
    note_status(w, {since, day});
    since = day;
    w.hours = static_cast<OrdinaryHours>(to_underlying(w.hours) + moved);
    ++w.hours_moves;
  }
  note_status(w, {since, days.end});
}

template <std::size_t L>
void enter_status(Working<L>& w, LabourStatus to) {
  const LabourParameters& p = w.y.p().labour;
  Asker& asker = w.life.asker;
  w.status = to;
  w.hours = OrdinaryHours::none;
  if (to == LabourStatus::ordinary_job) {
    const bool full_time =
        is_below(asker, Question::hours_on_entry, p.full_time_share, w.labour_moves);
    w.hours = full_time ? OrdinaryHours::full : OrdinaryHours::from_10_to_29;
  }
  if (to == LabourStatus::cash_benefit) {
    w.activity_ready =
        is_below(asker, Question::activity_ready, p.activity_ready_share, w.labour_moves);
  }
  if (to == LabourStatus::disability_pension) w.old_pension = false;
  ++w.labour_moves;
  ++w.hours_moves;
}

/// Leave starts with the birth for those who have something to take leave from.
void take_leave(Person& mother) noexcept {
  if (mother.status == LabourStatus::disability_pension ||
      mother.status == LabourStatus::cash_benefit ||
      mother.status == LabourStatus::education_benefit) {
    return;
  }
  mother.status = LabourStatus::parental_leave;
  mother.hours = OrdinaryHours::none;
}

/// What direction_of() says of those who leave no work. Who leaves work goes out of it where those
/// go another way; of the status left it reads nothing else.
constexpr Direction direction_to(std::size_t to) noexcept {
  return direction_of(LabourStatus::self_supporting, static_cast<LabourStatus>(to));
}
constexpr bool work_is_all_that_is_read_of_the_status_left() noexcept {
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    for (std::size_t to = 0; to < labour_status_count; ++to) {
      const auto from = static_cast<LabourStatus>(i);
      const bool leaves_work = is_in_work(from) && direction_to(to) == Direction::other;
      const Direction direction = leaves_work ? Direction::out_of_work : direction_to(to);
      if (direction_of(from, static_cast<LabourStatus>(to)) != direction) return false;
    }
  }
  return true;
}
static_assert(work_is_all_that_is_read_of_the_status_left());

/// Which moves the first bits do not exclude within `days` days, at most, at pace 1.
template <std::size_t L>
unsigned may_move(const Working<L>& w, double days) noexcept {
  const float scale = limit_scale(days);
  std::array<float, direction_count> times;
  for (std::size_t i = 0; i < direction_count; ++i) {
    times[i] = static_cast<float>(w.most[i]) * scale;
  }
  if (is_in_work(w.status)) {
    times[index_of(Direction::other)] = times[index_of(Direction::out_of_work)];
  }
  FloatLanes<labour_status_count> limits = lanes_by<labour_status_count>(
      [&](std::size_t to) { return times[index_of(direction_to(to))]; });
  const auto& bases = w.y.tables.labour_limits[index_of(w.status)];
  for (std::size_t i = 0; i < limits.size(); ++i) limits[i] *= bases[i];
  return may_fire<labour_status_count>(w.life.asker, Question::labour_move, w.labour_moves, limits);
}

/// What comes of the competing clocks: where to and after which wait, or the status at hand and
/// what is left of the days.
template <std::size_t L>
void first_move(Working<L>& w, Real<L>& wait, Int<L>& to) {
  const auto let_race = [&](LabourStatus status, const Real<L>& rate) {
    const double u = w.life.asker.ask(about(Question::labour_move, status), w.labour_moves);
    race<L>(u, rate, static_cast<int>(status), wait, to);
  };
  const LabourParameters& p = w.y.p().labour;
  if (w.age < 18) {
    for (const LabourStatus status :
         {LabourStatus::ordinary_job, LabourStatus::education, LabourStatus::self_supporting}) {
      const double rate = youth_rate(w.status, status, p);
      if (rate > 0) let_race(status, Real<L>{rate});
    }
    return;
  }
  const Real<L> pace = w.pace();
  const unsigned may = may_move(w, largest(pace * wait, w.arms.lanes()));
  for_each_bit(may, [&](std::size_t i) {
    const auto status = static_cast<LabourStatus>(i);
    if (!is_open_to(status, w.age)) return;
    let_race(status, Real<L>{p.rate[index_of(w.status)][i]} *
                         w.ratio_of(direction_of(w.status, status)) * pace);
  });
}

/// Writes down what a bundle lived.
template <std::size_t L>
void book(Working<L>& w) {
  FamilyYearIn<L>& y = w.y;
  const LaneSet in = w.arms.lanes();
  const int moves_before = at(w.life.labour_moves, w.arms.lead());
  for (const Spell<L>& spell : y.space.spells) book_status(y, in, w.life.row, w.age, spell);
  for (const Spell<L>& spell : y.space.beside) {
    book_service(y, in, w.life.row, static_cast<AdultService>(spell.of), spell.days);
  }
  const Person& lead = w.person(w.arms.lead());
  const bool moved = w.status != lead.status || w.hours != lead.hours || w.activity_ready ||
                     w.old_pension != (lead.pension_before_2014 != 0) ||
                     w.activation != (lead.services.bits() & activation_bits);
  for_each_bit(in, [&](std::size_t lane) {
    Person& person = w.person(lane);
    person.days_in_job = static_cast<std::uint16_t>(at(w.days_in_job, lane));
    if (!moved) return;
    person.status = w.status;
    person.hours = w.hours;
    person.pension_before_2014 = w.old_pension;
    if (w.activity_ready) person.activity_ready = *w.activity_ready;
    put(person.services, activation_bits, w.activation);
  });
  const auto labour_moves = static_cast<int>(w.labour_moves);
  y.work.events += std::popcount(in) * (labour_moves - moves_before);
  w.life.labour_moves = where(in, Int<L>{labour_moves}, w.life.labour_moves);
  w.life.hours_moves = where(in, Int<L>{static_cast<int>(w.hours_moves)}, w.life.hours_moves);
}

/// Lives the statuses of some days, their ordinary hours and the employment measures beside them.
template <std::size_t L>
void live_alike(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age, Bundle<L>& arms) {
  Working<L> w{y, life, arms, age};
  y.space.spells.clear();
  y.space.beside.clear();
  Real<L> now = static_cast<double>(span.begin);
  Int<L> since = span.begin;
  for (;;) {
    Real<L> wait = Real<L>{static_cast<double>(span.end)} - now;
    Int<L> next = static_cast<int>(w.status);
    first_move(w, wait, next);
    const auto to = static_cast<LabourStatus>(arms.decide(next));
    const bool moves = to != w.status;
    now = now + wait;
    const DaySpans<L> days{since, moves ? whole(now) : Int<L>{span.end}};
    live_hours(w, days);
    if (age >= 18) {
      w.activation =
          live_activation(y, arms, life.asker, w.status, w.activation, days, w.labour_moves);
    }
    if (!moves) return book(w);
    enter_status(w, to);
    since = days.end;
  }
}

template <std::size_t L>
void live_statuses(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  const auto alike_with = [&](std::size_t lead) {
    const MemberLanes<L>& who = y.space.members[life.row];
    return alike(who.status, lead) & alike(who.hours, lead) & alike(who.agency, lead) &
           alike(who.pension_before_2014, lead) & alike(who.conditions, lead) &
           alike(who.services, lead, activation_bits) & alike<L>(life.labour_moves, lead) &
           alike<L>(life.hours_moves, lead);
  };
  in_bundles<L>(y.arms, alike_with, [&](Bundle<L>& arms) { live_alike(y, life, span, age, arms); });
}

template <std::size_t L>
void live_labour_in(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  if (life.leave_from < span.begin || span.end <= life.leave_from) {
    live_statuses(y, life, span, age);
    return;
  }
  live_statuses(y, life, {span.begin, life.leave_from}, age);
  for_each_bit(y.arms, [&](std::size_t lane) { take_leave(y.person(life.row, lane)); });
  life.labour_moves = life.labour_moves + Int<L>{1};
  life.hours_moves = life.hours_moves + Int<L>{1};
  y.look_at(life.row);
  live_statuses(y, life, {life.leave_from, span.end}, age);
}

}  // namespace

template <std::size_t L>
void live_labour(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  run_in<L>(y.tables.isa, [&] { live_labour_in(y, life, span, age); });
}
SAMSPIL_OF_MEMBER(live_labour);

void KernelTables::fill_labour() {
  for (std::size_t i = 0; i < labour_status_count; ++i) {
    for (std::size_t j = 0; j < ordinary_hours_count; ++j) {
      const auto status = static_cast<LabourStatus>(i);
      const auto worked = static_cast<OrdinaryHours>(j);
      const std::optional<Service> service = service_of(status);
      StatusPay& week = pay[i][j];
      week.is_benefit = service.has_value();
      if (service) {
        week.benefit = *service;
        week.paid = static_cast<std::uint8_t>(benefit_share(status, worked, p.labour));
      }
      week.tax = static_cast<std::uint16_t>(tax_share(status, worked, p.labour));
      if (!allows_hours(status)) continue;
      HoursRates& rates = hours[i][j];
      rates.up = hours_up_rate(status, worked, 0.0, p.labour);
      rates.up_by_ratio = hours_up_rate(status, worked, 1.0, p.labour) - rates.up;
      rates.down = hours_down_rate(status, worked, p.labour);
    }
  }
}

}  // namespace samspil
