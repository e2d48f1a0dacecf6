/// \file
/// What may count towards an expensive single case, by month, as the dynamics note it for the payer
/// rules.
#pragma once

#include <array>
#include <cstdint>
#include <type_traits>

#include "model/core/calendar.hpp"
#include "model/population/states.hpp"

namespace samspil {

/// Thirds of days of a year by month: months begin inside days. A week in which a service counts is
/// its seven days.
using MonthDays = std::array<std::uint8_t, months_per_year>;

/// Services of an adult of which a dear case may be refunded.
constexpr bool may_be_expensive(AdultService service) noexcept {
  return service == AdultService::social_pedagogical_support ||
         service == AdultService::substance_treatment || service == AdultService::adult_residential;
}

/// One member's days.
struct CaseUse {
  std::array<MonthDays, place_count> places{};  ///< Out of home.
  std::array<MonthDays, home_measure_count> measures{};
  std::array<MonthDays, adult_service_count> services{};
};

/// One member's days on something.
template <class Enum>
MonthDays& days_on(CaseUse& use, std::size_t which) noexcept {
  if constexpr (std::is_same_v<Enum, Place>) return use.places[which];
  if constexpr (std::is_same_v<Enum, ChildMeasure>) return use.measures[which];
  if constexpr (std::is_same_v<Enum, AdultService>) return use.services[which];
}

/// Adds the days of a span, month by month.
constexpr void add_days(MonthDays& months, DaySpan span) noexcept {
  int from = span.begin * parts_per_day;
  const int until = span.end * parts_per_day;
  for (int month = from / parts_per_month; from < until; ++month) {
    const int end = std::min(until, (month + 1) * parts_per_month);
    std::uint8_t& parts = months[static_cast<std::size_t>(month)];
    parts = static_cast<std::uint8_t>(parts + end - from);
    from = end;
  }
}

/// Those of a family's members in one year. Only what was noted is cleared.
class CaseUses {
 public:
  static constexpr std::size_t most_noted = 32;  ///< Members.

  void clear() noexcept { noted_ = 0; }
  /// The days of a member, nought before the first note of the year.
  CaseUse& note(std::size_t member) noexcept {
    const std::uint32_t bit = std::uint32_t{1} << member;
    if ((noted_ & bit) == 0) uses_[member] = {};
    noted_ |= bit;
    return uses_[member];
  }
  /// Of a member that was noted.
  const CaseUse& of(std::size_t member) const noexcept { return uses_[member]; }
  /// Members that were noted, as bits.
  std::uint32_t noted() const noexcept { return noted_; }

 private:
  std::array<CaseUse, most_noted> uses_;
  std::uint32_t noted_ = 0;
};

}  // namespace samspil
