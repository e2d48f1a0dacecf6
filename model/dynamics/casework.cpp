#include "model/dynamics/casework.hpp"

#include "model/dynamics/family_year.hpp"
#include "model/population/service_of.hpp"

namespace samspil {

Hundredths casework_hours(Casework kind, int case_weeks, const CaseworkParameters& p) noexcept {
  return case_weeks * static_cast<Hundredths>(p.hours_per_week[index_of(kind)] * 100.0 + 0.5);
}

namespace {

template <std::size_t L>
void book_open_cases(FamilyYearIn<L>& y) {
  const auto cases_in = [&](std::size_t lane) -> OpenCases& {
    return of_lane<L>(y.space.open_cases, lane);
  };
  const auto alike_with = [&](std::size_t lead) {
    return lanes_where<L>(
        [&](std::size_t lane) { return cases_in(lane).is_alike(cases_in(lead)); });
  };
  once_for_alike(y.arms, alike_with, [&](std::size_t lead, LaneSet alike) {
    if (!cases_in(lead).has_member_any()) return;
    for (std::size_t i = 0; i < casework_count; ++i) {
      const auto kind = static_cast<Casework>(i);
      const int case_weeks = cases_in(lead).member_weeks(kind);
      if (case_weeks == 0) continue;
      const Hundredths hours = casework_hours(kind, case_weeks, y.p().casework);
      y.post(alike, service_of(kind), static_cast<int>(hours));
    }
    for_each_bit(alike, [&](std::size_t lane) { cases_in(lane).finish_member(); });
  });
}

}  // namespace

template <std::size_t L>
void book_casework(FamilyYearIn<L>& y) {
  run_in<L>(y.tables.isa, [&] { book_open_cases(y); });
}
SAMSPIL_OF_FAMILY(book_casework);

void take_over_casework(const Family& family, const OpenCases& cases, const CoordinationPlan& plan,
                        const CaseworkParameters& p, ServiceUse& use) noexcept {
  if (family.enrolled_until <= family.enrolled_from) return;
  const WeekSpan enrolled = week_span({family.enrolled_from, family.enrolled_until});
  for (std::size_t i = 0; i < casework_count; ++i) {
    if (plan.takes_over[i] <= 0) continue;
    const auto kind = static_cast<Casework>(i);
    const Hundredths hours = casework_hours(kind, cases.case_weeks(kind, enrolled), p);
    use.add(service_of(kind),
            -static_cast<Hundredths>(static_cast<double>(hours) * plan.takes_over[i] + 0.5));
  }
}

}  // namespace samspil
