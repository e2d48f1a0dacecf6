/// \file
/// Measures and services of an adult that run beside the labour status, inside a year.
#include "model/dynamics/family_year.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// Services priced by the day; the others by the week.
constexpr bool is_priced_by_day(AdultService service) noexcept {
  return service == AdultService::shelter || service == AdultService::crisis_centre ||
         service == AdultService::adult_residential;
}

void use_service(FamilyYear& y, Person& person, AdultService service, DaySpan spell) {
  if (spell.days() <= 0) return;
  const WeekSpan weeks = week_span(spell);
  const int units = is_priced_by_day(service) ? spell.days() : weeks.weeks;
  std::uint16_t& sum = person.year.service_units[index_of(service)];
  sum = static_cast<std::uint16_t>(sum + units);
  person.year.services.set(service);
  if (has_adult_case(service)) y.note_case(Casework::adult, weeks);
  if (may_be_expensive(service)) {
    MonthDays& days = y.case_use(person).services[index_of(service)];
    is_priced_by_day(service) ? add_days(days, spell) : add_weeks(days, weeks);
  }
  if (service == AdultService::wage_subsidy) {
    if (weeks.weeks == 0) return;
    y.note_income(person, IncomeKind::beside, Service::wage_subsidy, weeks, one_unit);
  } else {
    y.post(service_of(service), one_unit * units);
  }
}

/// A service that may start or stop within the span.
void live_service(FamilyYear& y, Life& life, DaySpan span, AdultService service, double start,
                  std::uint32_t cuts) {
  Person& person = life.person;
  const double stop = adult_service_stop(service, y.hooks, y.p().adult_services);
  const SwitchEnd end = live_switch(person.services.has(service), span, start, stop,
                                    about(Question::service_move, service), cuts, life.asker,
                                    [&](DaySpan spell) { use_service(y, person, service, spell); });
  person.services.set(service, end.on);
  y.work.events += end.moves;
}

/// What the strategy does to the start, and to the end, of each service.
std::array<double, adult_service_count> start_hooks(const HookRatios& hooks) noexcept {
  std::array<double, adult_service_count> ratios;
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    ratios[i] = adult_start_hook(static_cast<AdultService>(i), hooks);
  }
  return ratios;
}

std::array<double, adult_service_count> stop_hooks(const HookRatios& hooks) noexcept {
  std::array<double, adult_service_count> ratios;
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    ratios[i] = hook_at(hooks, Hook::adult_service_stop, static_cast<AdultService>(i));
  }
  return ratios;
}

constexpr unsigned bits_of_activation() noexcept {
  unsigned bits = 0;
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    bits |= static_cast<unsigned>(is_activation(static_cast<AdultService>(i))) << i;
  }
  return bits;
}
constexpr unsigned activation_bits = bits_of_activation();
constexpr unsigned other_bits = ~activation_bits;
static_assert(activation_bits < 1U << 4, "employment measures are asked in the block's first word");

/// Lives the services of `bits` since `cuts` cuts; those of `moving` may start or stop.
template <class StartOf>
void live_services(FamilyYear& y, Life& life, DaySpan span, unsigned bits, unsigned moving,
                   std::uint32_t cuts, const StartOf& start_of) {
  const unsigned running = life.person.services.bits() & bits;
  for_each_bit(running & ~moving, [&](std::size_t i) {
    use_service(y, life.person, static_cast<AdultService>(i), span);
  });
  for_each_bit(moving & bits, [&](std::size_t i) {
    const auto service = static_cast<AdultService>(i);
    live_service(y, life, span, service, start_of(service), cuts);
  });
}

}  // namespace

void live_activation(FamilyYear& y, Life& life, DaySpan span) {
  const AdultServiceParameters& p = y.p().adult_services;
  const std::size_t status = index_of(life.person.status);
  if (p.activation[status] <= 0) {
    for_each_bit(activation_bits, [&](std::size_t i) {
      const auto service = static_cast<AdultService>(i);
      life.person.services.set(service, false);
    });
    return;
  }
  if (span.days() <= 0) return;
  const float scale = limit_scale(span.days());
  const auto starts = lanes_of(start_hooks(y.hooks), scale);
  const FourFloats limits =
      choose(life.person.services.bits(), y.tables.service_stop_limits[0] * four(scale),
             y.tables.activation_limits[status] * starts[0]);
  const std::uint32_t cuts = life.labour_moves;
  const unsigned may =
      bytes_below(life.asker.first_bits_around(Question::service_move, cuts)[0], limits);
  live_services(y, life, span, activation_bits, may, cuts, [&](AdultService service) {
    return activation_start(service, life.person.status, y.hooks, p);
  });
}

/// Most services neither start nor stop, which the first bits tell.
void live_adult_services(FamilyYear& y, Life& life, DaySpan span) {
  if (span.days() <= 0) return;
  const ServiceNeed need = need_of(life.person);
  const std::size_t need_bits =
      need.mental_disorder + 2U * need.alcohol_abuse + 4U * need.drug_abuse + 8U * need.violence;
  const float scale = limit_scale(span.days());
  const auto start_ratios = lanes_of(start_hooks(y.hooks), y.family.state.frailty * scale);
  const auto stop_ratios = lanes_of(stop_hooks(y.hooks), scale);
  const auto& starts = y.tables.service_limits[need_bits];
  const auto& stops = y.tables.service_stop_limits;
  const unsigned running = life.person.services.bits();
  FloatLanes<adult_service_count> limits{};
  for (std::size_t i = 0; i < (adult_service_count + 3) / 4; ++i) {
    limits[i] = choose(running >> 4 * i, stops[i] * stop_ratios[i], starts[i] * start_ratios[i]);
  }
  const std::uint32_t cuts = life.birthdays;
  const unsigned may =
      may_fire<adult_service_count>(life.asker, Question::service_move, cuts, limits);
  live_services(y, life, span, other_bits, may, cuts, [&](AdultService service) {
    return y.tables.service_start[need_bits][index_of(service)] *
           (y.frailty() * adult_start_hook(service, y.hooks));
  });
}

}  // namespace samspil
