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
  OpenCasesIn<L>& cases = y.space.open_cases;
  for (std::size_t i = 0; i < casework_count; ++i) {
    const auto kind = static_cast<Casework>(i);
    const Words<L>& weeks = cases.of_member(kind);
    const LaneSet open = y.arms & ~equal(weeks, Words<L>{0});
    const auto alike_with = [&](std::size_t lead) {
      return equal(weeks, Words<L>{at(weeks, lead)});
    };
    once_for_alike(open, alike_with, [&](std::size_t lead, LaneSet alike) {
      const int case_weeks = std::popcount(static_cast<std::uint64_t>(at(weeks, lead)));
      y.post(alike, service_of(kind),
             static_cast<int>(casework_hours(kind, case_weeks, y.p().casework)));
    });
  }
  cases.finish_member();
}

}  // namespace

template <std::size_t L>
void book_casework(FamilyYearIn<L>& y) {
  run_in<L>(y.tables.isa, [&] { book_open_cases(y); });
}
SAMSPIL_OF_FAMILY(book_casework);

template <std::size_t L>
void take_over_casework(const Family& family, const OpenCasesIn<L>& cases, std::size_t arm,
                        const CoordinationPlan& plan, const CaseworkParameters& p,
                        ServiceUse& use) noexcept {
  if (family.enrolled_until <= family.enrolled_from) return;
  const WeekSpan enrolled = week_span({family.enrolled_from, family.enrolled_until});
  for (std::size_t i = 0; i < casework_count; ++i) {
    if (plan.takes_over[i] <= 0) continue;
    const auto kind = static_cast<Casework>(i);
    const Hundredths hours = casework_hours(kind, cases.case_weeks(kind, enrolled, arm), p);
    use.add(service_of(kind),
            -static_cast<Hundredths>(static_cast<double>(hours) * plan.takes_over[i] + 0.5));
  }
}

#define SAMSPIL_TAKEN_OVER(L)                                                          \
  template void take_over_casework(const Family&, const OpenCasesIn<L>&, std::size_t,  \
                                   const CoordinationPlan&, const CaseworkParameters&, \
                                   ServiceUse&) noexcept
SAMSPIL_TAKEN_OVER(1);
SAMSPIL_TAKEN_OVER(4);
SAMSPIL_TAKEN_OVER(8);
SAMSPIL_TAKEN_OVER(16);

}  // namespace samspil
