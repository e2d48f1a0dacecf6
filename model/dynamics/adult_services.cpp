/// \file
/// Measures and services of an adult that run beside the labour status, inside a year.
#include "model/dynamics/family_year.hpp"

namespace samspil {
namespace {

constexpr Service service_of(AdultService service) noexcept {
  switch (service) {
    case AdultService::employment_measure:
      return Service::employment_measure;
    case AdultService::mentor:
      return Service::mentor;
    case AdultService::wage_subsidy:
      return Service::wage_subsidy;
    case AdultService::social_pedagogical_support:
      return Service::social_pedagogical_support;
    case AdultService::alcohol_treatment:
      return Service::alcohol_treatment;
    case AdultService::substance_treatment:
      return Service::substance_treatment;
    case AdultService::shelter:
      return Service::shelter;
    case AdultService::crisis_centre:
      return Service::crisis_centre;
    case AdultService::adult_residential:
      return Service::adult_residential;
    case AdultService::psychiatric_treatment:
      return Service::psychiatric_treatment;
  }
  return Service::mentor;
}

/// Services priced by the day; the others by the week.
constexpr bool is_priced_by_day(AdultService service) noexcept {
  return service == AdultService::shelter || service == AdultService::crisis_centre ||
         service == AdultService::adult_residential;
}

void use_service(FamilyYear& y, Person& person, AdultService service, DaySpan spell) {
  if (spell.days() <= 0) return;
  const int units = is_priced_by_day(service) ? spell.days() : weeks_in(spell);
  std::uint16_t& sum = person.year.service_units[index_of(service)];
  sum = static_cast<std::uint16_t>(sum + units);
  person.year.services.set(service);
  if (service == AdultService::wage_subsidy) {
    y.note_income(person, IncomeKind::beside, Service::wage_subsidy, spell, one_unit);
  } else {
    y.post(service_of(service), one_unit * units);
  }
}

/// A service that may start or stop within the span.
void live_service(FamilyYear& y, Life& life, DaySpan span, AdultService service, double start,
                  double stop) {
  Person& person = life.person;
  std::uint32_t& moves = life.service_moves[index_of(service)];
  const std::uint32_t moves_before = moves;
  const bool runs = live_switch(person.services.has(service), span, start, stop,
                                about(Question::service_move, service), moves, life.asker,
                                [&](DaySpan spell) { use_service(y, person, service, spell); });
  person.services.set(service, runs);
  y.work.events += moves - moves_before;
  life.services_moved |= static_cast<unsigned>(moves > 0) << index_of(service);
}

/// Start and stop of neighbouring services.
template <std::size_t N>
struct SwitchRates {
  std::array<double, N> start;  ///< [1/person-year]
  std::array<double, N> stop;
};

/// Lives the N services from `first` on. Most neither start nor stop, which the first bits tell.
template <std::size_t N>
void live_services(FamilyYear& y, Life& life, DaySpan span, AdultService first,
                   const SwitchRates<N>& rates) {
  if (span.days() <= 0) return;
  const unsigned all = (1U << N) - 1;
  const unsigned running = unsigned{life.person.services.bits()} >> index_of(first) & all;
  std::array<double, N> rate;
  for (std::size_t i = 0; i < N; ++i) rate[i] = running >> i & 1U ? rates.stop[i] : rates.start[i];
  const unsigned moving =
      (may_fire(life.asker, about(Question::service_move, first), rate, span.days()) |
       life.services_moved >> index_of(first)) &
      all;
  const auto service = [&](std::size_t i) {
    return static_cast<AdultService>(index_of(first) + i);
  };
  for_each_bit(running & ~moving,
               [&](std::size_t i) { use_service(y, life.person, service(i), span); });
  for_each_bit(moving, [&](std::size_t i) {
    live_service(y, life, span, service(i), rates.start[i], rates.stop[i]);
  });
}

constexpr std::size_t activation_count = index_of(AdultService::wage_subsidy) + 1;

}  // namespace

void live_activation(FamilyYear& y, Life& life, DaySpan span) {
  const AdultServiceParameters& p = y.p().adult_services;
  const bool offered = p.activation[index_of(life.person.status)] > 0;
  SwitchRates<activation_count> rates;
  for (std::size_t i = 0; i < activation_count; ++i) {
    const auto service = static_cast<AdultService>(i);
    if (!offered) life.person.services.set(service, false);
    rates.start[i] = activation_start(service, life.person.status, y.hooks, p);
    rates.stop[i] = adult_service_stop(service, y.hooks, p);
  }
  if (offered) live_services(y, life, span, AdultService::employment_measure, rates);
}

void live_adult_services(FamilyYear& y, Life& life, DaySpan span) {
  const ServiceNeed need = need_of(life.person);
  const auto& bases = y.tables.service_start[need.mental_disorder + 2U * need.alcohol_abuse +
                                             4U * need.drug_abuse + 8U * need.violence];
  SwitchRates<adult_service_count - activation_count> rates;
#pragma GCC unroll 16
  for (std::size_t i = activation_count; i < adult_service_count; ++i) {
    const auto service = static_cast<AdultService>(i);
    rates.start[i - activation_count] =
        bases[i] * (y.frailty() * adult_start_hook(service, y.hooks));
    rates.stop[i - activation_count] = adult_service_stop(service, y.hooks, y.p().adult_services);
  }
  live_services(y, life, span, static_cast<AdultService>(activation_count), rates);
}

}  // namespace samspil
