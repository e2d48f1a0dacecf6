/// \file
/// What may count towards an expensive single case, by month, as the dynamics note it for the payer
/// rules.
#pragma once

#include <array>
#include <cstdint>

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

/// What a member's days are spent on: a place out of home or home-based measure of a child, or a
/// service of an adult.
class CasePart {
 public:
  // NOLINTBEGIN(google-explicit-constructor): each of them is such a part
  constexpr CasePart(Place place) noexcept : CasePart{index_of(place)} {}
  constexpr CasePart(ChildMeasure measure) noexcept : CasePart{place_count + index_of(measure)} {}
  constexpr CasePart(AdultService service) noexcept
      : CasePart{first_of_adults + index_of(service)} {}
  // NOLINTEND(google-explicit-constructor)

  constexpr std::size_t number() const noexcept { return number_; }

  static constexpr std::size_t first_of_adults = place_count + home_measure_count;
  static constexpr std::size_t count = first_of_adults + adult_service_count;

 private:
  constexpr explicit CasePart(std::size_t number) noexcept
      : number_{static_cast<std::uint8_t>(number)} {}

  std::uint8_t number_;
};

/// One member's days on each.
struct CaseUse {
  MonthDays& on(CasePart part) noexcept { return parts[part.number()]; }

  std::array<MonthDays, CasePart::count> parts{};
};

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
