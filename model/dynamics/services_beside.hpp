/// \file
/// Measures and services of an adult that run beside the labour status: how they start, stop and
/// are booked, for the processes that live them.
#pragma once

#include "model/dynamics/family_year.hpp"
#include "model/population/service_of.hpp"

namespace samspil {

/// Services priced by the day; the others by the week.
constexpr bool is_priced_by_day(AdultService service) noexcept {
  return service == AdultService::shelter || service == AdultService::crisis_centre ||
         service == AdultService::adult_residential;
}

/// What a strategy does to the start, and to the end, of each service.
inline std::array<double, adult_service_count> start_hooks(const HookRatios& hooks) noexcept {
  std::array<double, adult_service_count> ratios;
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    ratios[i] = adult_start_hook(static_cast<AdultService>(i), hooks);
  }
  return ratios;
}

inline std::array<double, adult_service_count> stop_hooks(const HookRatios& hooks) noexcept {
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
constexpr unsigned service_bits = (1U << adult_service_count) - 1;
constexpr unsigned other_bits = service_bits & ~activation_bits;
static_assert(activation_bits < 1U << 4, "employment measures are asked in the block's first word");

/// Books days of a service, in some arms.
template <std::size_t L>
void book_service(FamilyYearIn<L>& y, LaneSet in, std::size_t row, AdultService service,
                  const DaySpans<L>& days) {
  const LaneSet has_days = in & less(days.begin, days.end);
  if (has_days == 0) return;
  const WeekSpans<L> weeks = week_spans<L>(days);
  const Int<L> units = is_priced_by_day(service) ? days.end - days.begin : weeks.weeks;
  if constexpr (L == 1) {
    PersonYear& year = y.person(row).year;
    std::uint16_t& sum = year.service_units[index_of(service)];
    sum = static_cast<std::uint16_t>(sum + units);
    year.services.set(service);
  }
  if (has_adult_case(service)) y.note_case(has_days, Casework::adult, weeks);
  if (may_be_expensive(service)) {
    y.note_expense(has_days, row, service, is_priced_by_day(service) ? days : days_of<L>(weeks));
  }
  if (service == AdultService::wage_subsidy) {
    y.note_income(has_days, row, IncomeKind::beside, Service::wage_subsidy, weeks, one_unit);
  } else {
    y.post(has_days, service_of(service), units * Int<L>{static_cast<int>(one_unit)});
  }
}

/// Lives the services of `running` and `moving` in the arms of a bundle, of which those of `moving`
/// may start or stop; returns what runs at the end.
///   start_of(service)  rate of the start in each arm [1/year]
template <std::size_t L, class StartOf>
unsigned live_services(FamilyYearIn<L>& y, Bundle<L>& arms, Asker& asker, const DaySpans<L>& days,
                       unsigned running, unsigned moving, std::uint32_t cuts, Spells<L>& spells,
                       const StartOf& start_of) {
  unsigned runs_on = running & ~moving;
  for_each_bit(runs_on, [&](std::size_t i) {
    spells.push_back({static_cast<std::uint8_t>(i), 0, false, days});
  });
  for_each_bit(moving, [&](std::size_t i) {
    const auto service = static_cast<AdultService>(i);
    const Real<L> start = start_of(service);
    const Real<L> stop = adult_service_stop(service, y.hooks, y.p().adult_services);
    const bool on = live_switch<L>(
        arms, running >> i & 1U, days, start, stop, about(Question::service_move, service), cuts,
        asker, [&](const DaySpans<L>& spell) {
          spells.push_back({static_cast<std::uint8_t>(i), 0, false, spell});
        });
    runs_on |= static_cast<unsigned>(on) << i;
  });
  return runs_on;
}

/// Lives the employment measures beside a status, in the arms of a bundle; returns what runs at the
/// end. Their spells are added to space.beside.
template <std::size_t L>
unsigned live_activation(FamilyYearIn<L>& y, Bundle<L>& arms, Asker& asker, LabourStatus status,
                         unsigned running, const DaySpans<L>& days, std::uint32_t cuts) {
  const AdultServiceParameters& p = y.p().adult_services;
  const std::size_t on = index_of(status);
  if (p.activation[on] <= 0) return 0;
  const double most = largest(real(days.end) - real(days.begin), arms.lanes());
  if (most <= 0) return running;
  const float scale = limit_scale(most);
  const auto starts = lanes_of(start_hooks(y.most_hooks()), scale);
  const auto stops = lanes_of(stop_hooks(y.most_hooks()), scale);
  const FourFloats limits = choose(running, y.tables.service_stop_limits[0] * stops[0],
                                   y.tables.activation_limits[on] * starts[0]);
  const unsigned moving =
      bytes_below(asker.first_bits_around(Question::service_move, cuts)[0], limits) &
      activation_bits;
  if ((running | moving) == 0) return 0;
  return live_services(
      y, arms, asker, days, running, moving, cuts, y.space.beside,
      [&](AdultService service) { return activation_start(service, status, y.hooks, p); });
}

}  // namespace samspil
