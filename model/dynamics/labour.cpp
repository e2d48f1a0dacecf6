/// \file
/// Labour status, ordinary hours and employment measures inside a year.
#include <optional>

#include "model/dynamics/family_year.hpp"
#include "model/population/service_of.hpp"

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

/// Books days on which status and hours were the same.
void book_status(FamilyYear& y, Person& person, DaySpan span) {
  if (span.days() <= 0) return;
  const LabourStatus status = person.status;
  PersonYear& year = person.year;
  year.statuses.set(status);
  y.note_days(person, DiaryKind::status, status, span);
  person.days_in_job = status == LabourStatus::ordinary_job
                           ? longer(person.days_in_job, span.days())
                           : std::uint16_t{0};
  year.status_days[index_of(status)] =
      static_cast<std::uint16_t>(year.status_days[index_of(status)] + span.days());
  year.ordinary_hours_any |= person.hours != OrdinaryHours::none;
  year.activity_ready_any |= status == LabourStatus::cash_benefit && person.activity_ready;
  if (span.begin <= thursday_of_week_48 && thursday_of_week_48 < span.end) year.week_48 = status;

  const WeekSpan weeks = week_span(span);
  if (weeks.weeks == 0 || age_at(person, y.year, span.begin) < 18) return;
  const StatusPay& pay = y.tables.pay[index_of(status)][index_of(person.hours)];
  const bool old_pension =
      status == LabourStatus::disability_pension && person.pension_before_2014 != 0;
  y.note_income(person, pay.is_benefit ? IncomeKind::benefit : IncomeKind::self_support,
                old_pension ? Service::disability_pension_before_2014 : pay.benefit, weeks,
                pay.paid);
  if (has_job_centre_case(status)) y.note_case(Casework::job_centre, weeks);
  y.post(Service::income_tax, Hundredths{weeks.weeks} * pay.tax,
         pay.is_benefit ? tax_on_benefits : tax_on_wages);
}

/// Whether the first bits let hours move within `left` days.
bool may_move_hours(Life& life, double up, double down, double left) noexcept {
  constexpr std::size_t part = byte_of(Question::hours_up) / 4;
  static_assert(part == byte_of(Question::hours_down) / 4);
  const float scale = limit_scale(left);
  FourFloats limits{};
  limits[byte_of(Question::hours_up) % 4] = static_cast<float>(up) * scale;
  limits[byte_of(Question::hours_down) % 4] = static_cast<float>(down) * scale;
  return bytes_below(life.asker.first_bits_around(Question::hours_up, life.hours_moves)[part],
                     limits) != 0;
}

/// Ordinary hours move up and down within one spell of a status.
void live_hours(FamilyYear& y, Life& life, DaySpan span, double entry_ratio) {
  Person& person = life.person;
  double now = span.begin;
  int since = span.begin;
  for (;;) {
    const HoursRates& rates = y.tables.hours[index_of(person.status)][index_of(person.hours)];
    const double left = span.end - now;
    const double up = rates.up + rates.up_by_ratio * entry_ratio;
    const bool possible = up > 0 || rates.down > 0;
    if (!possible || !may_move_hours(life, up, rates.down, left)) break;
    double wait = left;
    int step = 0;
    if (up > 0) {
      const double t = waiting_days(life.asker, Question::hours_up, life.hours_moves, up, wait);
      if (t < wait) wait = t, step = 1;
    }
    if (rates.down > 0) {
      const double t =
          waiting_days(life.asker, Question::hours_down, life.hours_moves, rates.down, wait);
      if (t < wait) wait = t, step = -1;
    }
    if (step == 0) break;
    now += wait;
    const int day = static_cast<int>(now);
    book_status(y, person, {since, day});
    since = day;
    person.hours = static_cast<OrdinaryHours>(to_underlying(person.hours) + step);
    ++life.hours_moves;
    ++y.work.events;
  }
  book_status(y, person, {since, span.end});
}

void enter_status(FamilyYear& y, Life& life, LabourStatus to) {
  Person& person = life.person;
  const LabourParameters& p = y.p().labour;
  person.status = to;
  person.hours = OrdinaryHours::none;
  if (to == LabourStatus::ordinary_job) {
    const bool full_time =
        is_below(life.asker, Question::hours_on_entry, p.full_time_share, life.labour_moves);
    person.hours = full_time ? OrdinaryHours::full : OrdinaryHours::from_10_to_29;
  }
  if (to == LabourStatus::cash_benefit) {
    person.activity_ready =
        is_below(life.asker, Question::activity_ready, p.activity_ready_share, life.labour_moves);
  }
  if (to == LabourStatus::disability_pension) person.pension_before_2014 = 0;
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

struct Firing {
  LabourStatus to{};
  double wait = 0;  ///< Days; not below the limit if no clock fires.
};

inline void race(Firing& first, LabourStatus to, double rate, Life& life) {
  const double wait = waiting_days(life.asker, about(Question::labour_move, to), life.labour_moves,
                                   rate, first.wait);
  if (wait < first.wait) first = {to, wait};
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

/// Which moves the first bits do not exclude within `left` days, at a pace of so many days a day.
unsigned may_move(const FamilyYear& y, Life& life, const DirectionRatios& ratios, double pace,
                  double left) noexcept {
  const float scale = limit_scale(pace * left);
  std::array<float, direction_count> times;
  for (std::size_t i = 0; i < direction_count; ++i) {
    times[i] = static_cast<float>(ratios[i]) * scale;
  }
  if (is_in_work(life.person.status)) {
    times[index_of(Direction::other)] = times[index_of(Direction::out_of_work)];
  }
  FloatLanes<labour_status_count> limits = lanes_by<labour_status_count>(
      [&](std::size_t to) { return times[index_of(direction_to(to))]; });
  const auto& bases = y.tables.labour_limits[index_of(life.person.status)];
  for (std::size_t i = 0; i < limits.size(); ++i) limits[i] *= bases[i];
  return may_fire<labour_status_count>(life.asker, Question::labour_move, life.labour_moves,
                                       limits);
}

/// The first of the competing clocks to fire within `left` days.
Firing first_move(const FamilyYear& y, Life& life, int age, const DirectionRatios& ratios,
                  double left) {
  Firing first{life.person.status, left};
  if (age < 18) {
    for (const LabourStatus to :
         {LabourStatus::ordinary_job, LabourStatus::education, LabourStatus::self_supporting}) {
      const double rate = youth_rate(life.person.status, to, y.p().labour);
      if (rate > 0) race(first, to, rate, life);
    }
    return first;
  }
  const double pace = job_end_ratio(life.person, y.p().labour);
  for_each_bit(may_move(y, life, ratios, pace, left), [&](std::size_t to) {
    const auto status = static_cast<LabourStatus>(to);
    const double rate = y.p().labour.rate[index_of(life.person.status)][to] *
                        ratios[index_of(direction_of(life.person.status, status))] * pace;
    if (is_open_to(status, age)) race(first, status, rate, life);
  });
  return first;
}

/// Lives the statuses of some days, their ordinary hours and the employment measures beside them.
void live_statuses(FamilyYear& y, Life& life, DaySpan span, int age) {
  const WorkAbility able = work_ability(life.person, age);
  const DirectionRatios& by_ability =
      y.tables.by_ability[able.age_group][index_of(able.agency)]
                         [able.mental_disorder + 2U * able.abuse + 4U * able.disability];
  const DirectionRatios ratios =
      labour_ratios(life.person, by_ability, life.met, y.frailty(), y.hooks, y.p());
  const double entry_ratio = ratios[index_of(Direction::to_work)];
  double now = span.begin;
  int since = span.begin;
  for (;;) {
    const double left = span.end - now;
    const Firing first = first_move(y, life, age, ratios, left);
    const bool moves = first.wait < left;
    now += first.wait;
    const int day = moves ? static_cast<int>(now) : span.end;
    live_hours(y, life, {since, day}, entry_ratio);
    if (age >= 18) live_activation(y, life, {since, day});
    if (!moves) return;
    enter_status(y, life, first.to);
    since = day;
    ++life.labour_moves;
    ++life.hours_moves;
    ++y.work.events;
  }
}

}  // namespace

void live_labour(FamilyYear& y, Life& life, DaySpan span, int age) {
  if (life.leave_from < span.begin || span.end <= life.leave_from) {
    live_statuses(y, life, span, age);
    return;
  }
  live_statuses(y, life, {span.begin, life.leave_from}, age);
  take_leave(life.person);
  ++life.labour_moves;
  ++life.hours_moves;
  live_statuses(y, life, {life.leave_from, span.end}, age);
}

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
