/// \file
/// One family's year, in one arm or in several arms of a comparison side by side. The order of the
/// processes stands in family_year.cpp, one line each.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <span>
#include <type_traits>
#include <vector>

#include "model/dynamics/arms.hpp"
#include "model/dynamics/clocks.hpp"
#include "model/dynamics/hazards.hpp"
#include "model/dynamics/hazards_child.hpp"
#include "model/dynamics/surroundings.hpp"
#include "model/population/case_use.hpp"
#include "model/population/diary.hpp"
#include "model/population/family.hpp"
#include "model/population/open_cases.hpp"
#include "model/population/services.hpp"

namespace samspil {

/// A time in a state, some days longer; what is longer than a life needs no telling apart.
constexpr std::uint16_t longer(std::uint16_t days, int more) noexcept {
  return static_cast<std::uint16_t>(std::min(days + more, 60'000));
}

/// Work done, for the speed report. Nothing in the model reads it.
struct Work {
  std::int64_t random_blocks = 0;
  std::int64_t events = 0;
  std::int64_t postings = 0;
};

/// What a week on a status brings an adult and costs him or her [hundredths].
struct StatusPay {
  bool is_benefit = false;
  Service benefit{};      ///< Of a pension, that granted after 2014.
  std::uint8_t paid = 0;  ///< Share of the full benefit.
  std::uint16_t tax = 0;  ///< Share of a full-time ordinary week's.
};

/// Moves of ordinary hours [1/person-year]: up at `up` + `up_by_ratio` × the job-entry ratio.
struct HoursRates {
  double up = 0;
  double up_by_ratio = 0;
  double down = 0;
};

/// Groups of people with the same hazards at new year, frailty and conditions apart.
inline constexpr std::size_t new_year_groups = 24;
constexpr std::size_t new_year_group(Sex sex, bool is_child, int age) noexcept {
  const std::size_t by_age =
      std::size_t{age >= 15} + (age >= 18) + (age >= 30) + (age >= 40) + (age >= 45);
  const std::size_t man = sex == Sex::man;
  return 4 * by_age + 2 * man + is_child;
}

/// Parameters in the order in which the kernel reads them. Made once per run.
struct KernelTables {
  explicit KernelTables(const Parameters& parameters);

  Parameters p;
  Isa isa;               ///< Instructions for what is lived in several arms.
  DrawQuads draw_quads;  ///< As the machine does it best.
  /// ratios_by_ability by age group, agency and conditions (in the order of WorkAbility).
  std::array<std::array<std::array<DirectionRatios, 8>, agency_count>, age_group_count> by_ability;
  /// By status and ordinary hours.
  std::array<std::array<StatusPay, ordinary_hours_count>, labour_status_count> pay;
  std::array<std::array<HoursRates, ordinary_hours_count>, labour_status_count> hours;
  /// measure_base by need (bits of MeasureNeed in its order) and measure.
  std::array<std::array<double, child_measure_count>, 16> measure_start;
  /// Measures offered at each age, as bits.
  std::array<std::uint16_t, 26> measures_offered{};
  /// Measures that may run on at each age, the last and above.
  std::array<std::uint16_t, 121> measures_kept{};
  /// service_base by need (bits of ServiceNeed in its order) and service.
  std::array<std::array<double, adult_service_count>, 16> service_start;

  // The same for comparing many first bits at once: base rates side by side, lane i for enumerator
  // i, or for byte i of the new year's block. Built in kernel_limits.cpp.
  std::array<FloatLanes<labour_status_count>, labour_status_count>
      labour_limits{};                                               ///< By status left.
  std::array<FloatLanes<child_measure_count>, 16> measure_limits{};  ///< Starts, by need.
  FloatLanes<child_measure_count> measure_stop_limits{};
  /// Moves by place moved from and PlaceMove.
  std::array<std::array<FloatLanes<place_count>, place_move_count>, place_count> place_limits{};
  /// Starts, by need; not of employment measures.
  std::array<FloatLanes<adult_service_count>, 16> service_limits{};
  FloatLanes<adult_service_count> service_stop_limits{};
  std::array<FourFloats, labour_status_count> activation_limits{};  ///< Starts, by status.
  std::array<BlockLimits, new_year_groups> new_year_limits{};       ///< By new_year_group.
  double cost_factor_norm = 1;                                      ///< Makes the mean case cost 1.

 private:
  void fill_labour();
  void fill_limits();
  void fill_new_year_limits();
};

/// What each arm has of its own; of one arm alone, that.
template <class T, std::size_t L>
using PerArm = std::conditional_t<L == 1, T, std::array<T, L>>;
template <std::size_t L, class T>
constexpr auto& of_lane(T& each, std::size_t lane) noexcept {
  if constexpr (L == 1) {
    static_cast<void>(lane);
    return each;
  } else {
    return each[lane];
  }
}

/// ServiceUse in several arms side by side.
template <std::size_t L>
struct UseInLanes {
  alignas(32)
      std::array<std::array<std::array<Hundredths, L>, rule_state_count>, service_count> in_state{};
};
template <std::size_t L>
using UseOf = std::conditional_t<L == 1, ServiceUse, UseInLanes<L>>;

/// Days on something, in the arms of a bundle, to be booked when the bundle's process is over.
template <std::size_t L>
struct Spell {
  std::uint8_t of = 0;      ///< Number of a status, service, measure or place.
  std::uint8_t beside = 0;  ///< Of the hours beside a status.
  bool old_pension = false;
  DaySpans<L> days;
};
/// Memory is kept from process to process.
template <std::size_t L>
using Spells = std::vector<Spell<L>>;

/// What is the same in some arms is noted once for them.
struct NotedIncome {
  LaneSet in;
  IncomeSpell spell;
};
struct NotedCase {
  LaneSet in;
  std::uint8_t member;
  CasePart part;
  DaySpan days;
};

/// Makes what is in `which` as it is in `bits`, and leaves the rest.
template <class Enum>
constexpr void put(Flags<Enum>& flags, unsigned which, unsigned bits) noexcept {
  flags.keep(static_cast<std::uint16_t>(~which));
  for_each_bit(bits & which, [&](std::size_t i) { flags.set(static_cast<Enum>(i)); });
}

/// Notes about the members of the family at hand, in rows like theirs. Lent by the thread, since
/// clearing it for each family would cost more than using it.
template <std::size_t L>
struct WorkspaceOf {
  FamilySurroundings<L> met;                           ///< At 1 January.
  std::array<MemberLanes<L>, most_members> members;    ///< In several arms.
  std::array<DaySpan, most_members> spans;             ///< Days on which each member is present.
  std::array<Asker, most_members> chance;              ///< Each member's answers.
  std::array<QuadRequest, 2 * most_members> requests;  ///< What they will ask, drawn at once.
  Roll roll;                                           ///< At 1 January.
  HookRatios most_hooks;                               ///< The largest of all arms.
  // Members of whom the first bits do not exclude it this year.
  Members may_die = 0;
  Members may_bear = 0;
  Members may_leave_home = 0;
  /// Weeks of the year, as bits, whose family treatment a child carries.
  PerArm<std::uint64_t, L> treated{};
  /// What the adults lived on this year.
  std::conditional_t<L == 1, IncomeSpells, std::vector<NotedIncome>> incomes;
  /// What may count towards an expensive case.
  std::conditional_t<L == 1, CaseUses, std::vector<NotedCase>> cases;
  OpenCasesIn<L> open_cases;  ///< What the municipality's caseworkers have open.
  Spells<L> spells, beside;   ///< Of the process at hand.
  Diary* diary = nullptr;     ///< Where days are noted, if anybody asks; of one arm alone.
  /// By row, what the family had used when that member's year had been lived, if anybody asks who
  /// used what: a row less the row before it is that member's own. most_members of them. Of one arm
  /// alone.
  ServiceUse* used_until = nullptr;
};
using Workspace = WorkspaceOf<1>;

/// Everything a process needs to live one family through one year, in L arms. Who is there, and
/// when, is the same in all of them: no strategy moves births, deaths, partners or dwellings.
template <std::size_t L>
struct FamilyYearIn {
  const KernelTables& tables;
  RunKey run;
  int year;
  Family& family;  ///< Its state is that of all arms; its part in a strategy, of one arm alone.
  /// All reserved rows, of one arm after the other; the first family.state.members are in use.
  std::span<Person> rows;
  const HooksIn<L>& hooks;
  UseOf<L>& use;  ///< Where service use is posted [hundredths of a unit].
  Work& work;
  WorkspaceOf<L>& space;
  LaneSet arms = first_lanes(L);  ///< Those that are lived; what stands in the others is not read.
  Asker family_chance{run, family.id, year};
  std::size_t mother = most_members;  ///< Row of her who gives birth this year.
  int leave_from = days_per_year;     ///< The day of the birth.

  const Parameters& p() const noexcept { return tables.p; }
  /// A member in an arm; in the first arm for what is the same in all.
  Person& person(std::size_t row, std::size_t lane = 0) const noexcept {
    return rows[lane * family.room + row];
  }
  std::span<Person> people(std::size_t lane = 0) const noexcept {
    return rows.subspan(lane * family.room, family.state.members);
  }
  /// A member in all arms, as he or she stood when last looked at.
  MemberIn<L> member(std::size_t row) const noexcept {
    if constexpr (L == 1) {
      return rows[row];
    } else {
      return space.members[row];
    }
  }
  void look_at(std::size_t row) const noexcept {
    if constexpr (L > 1) samspil::look_at(&rows[row], family.room, space.members[row]);
  }
  const SurroundingsIn<L>& met(std::size_t row) const noexcept { return space.met[row]; }
  /// The largest ratios of all arms.
  const HookRatios& most_hooks() const noexcept {
    if constexpr (L == 1) {
      return hooks;
    } else {
      return space.most_hooks;
    }
  }
  double frailty() const noexcept { return static_cast<double>(family.state.frailty); }

  /// Posts in some arms.
  void post(LaneSet in, Service service, const Int<L>& quantity, RuleState state = 0) noexcept {
    if constexpr (L == 1) {
      use.add(service, quantity, state);
      work.postings += quantity != 0;
    } else {
      add_where(in, quantity, use.in_state[index_of(service)][state].data());
      work.postings += std::popcount(in);
    }
  }
  /// Notes days in the diary, if there is one.
  template <class Enum>
  void note_days(std::size_t row, DiaryKind kind, Enum which, const DaySpans<L>& days) {
    if constexpr (L == 1) {
      const DaySpan span{days.begin, days.end};
      if (space.diary == nullptr || span.days() <= 0) return;
      space.diary->push_back(
          {static_cast<std::uint8_t>(row), kind, static_cast<std::uint8_t>(which), span});
    }
  }
  /// Notes days of a member that may count towards an expensive case.
  void note_expense(LaneSet in, std::size_t row, CasePart part, const DaySpans<L>& days) {
    once_for_each(in, days, [&](DaySpan span, LaneSet alike) {
      if constexpr (L == 1) {
        add_days(space.cases.note(row).on(part), span);
      } else {
        space.cases.push_back({alike, static_cast<std::uint8_t>(row), part, span});
      }
    });
  }
  /// Notes that the member at hand has a case with the municipality's caseworkers.
  void note_case(LaneSet in, Casework kind, const WeekSpans<L>& weeks) noexcept {
    once_for_each(in, weeks,
                  [&](WeekSpan span, LaneSet alike) { space.open_cases.open(alike, kind, span); });
  }
  /// Notes what a member lived on in some weeks, where there are any; the payer rules post it.
  void note_income(LaneSet in, std::size_t row, IncomeKind kind, Service service,
                   const WeekSpans<L>& weeks, Hundredths paid) noexcept {
    once_for_each(in, weeks, [&](WeekSpan span, LaneSet alike) {
      if (span.weeks == 0) return;
      const IncomeSpell spell{static_cast<std::uint8_t>(row),
                              kind,
                              service,
                              static_cast<std::uint8_t>(span.first),
                              static_cast<std::uint8_t>(span.weeks),
                              static_cast<std::uint8_t>(paid)};
      if constexpr (L == 1) {
        space.incomes.note(spell);
      } else {
        space.incomes.push_back({alike, spell});
      }
      work.postings += std::popcount(alike);
    });
  }
};
using FamilyYear = FamilyYearIn<1>;

/// One member's year: the answers of chance, and how often each clock was read in each arm.
template <std::size_t L>
struct LifeIn {
  std::size_t row;
  Asker& asker;
  int leave_from = days_per_year;  ///< Day of a birth.
  Int<L> labour_moves = 0;
  Int<L> hours_moves = 0;
  Int<L> place_moves = 0;
  std::uint32_t birthdays = 0;  ///< That divided the year.

  /// A clock that was cut off reads its next number: the old one is known not to have fired yet.
  void read_next_numbers() noexcept {
    for (Int<L>* moves : {&labour_moves, &hours_moves, &place_moves}) *moves = *moves + Int<L>{1};
    ++birthdays;
  }
};

/// Numbers of arms that a family's year is compiled for.
inline constexpr std::array<std::size_t, 4> widths{1, 4, 8, 16};

// The processes, one file each.
template <std::size_t L>
void age_everybody(FamilyYearIn<L>& y);
template <std::size_t L>
void live_demography(FamilyYearIn<L>& y);
template <std::size_t L>
void live_labour(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age);
template <std::size_t L>
void live_adult_services(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age);
template <std::size_t L>
void live_placement(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age);
template <std::size_t L>
void live_measures(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age);
template <std::size_t L>
void live_school(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age);
template <std::size_t L>
void live_events(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age);
template <std::size_t L>
void book_casework(FamilyYearIn<L>& y);

/// Where a young person of 18 who is placed goes on living, in each arm.
template <std::size_t L>
void leave_care_at_18(FamilyYearIn<L>& y, LifeIn<L>& life);
void finish_placement(Person& child);
void finish_measures(const KernelTables& tables, Person& child, int age);

/// Lives one family through one year. Afterwards every Person::year holds what happened, `use` what
/// was used, space.incomes what the adults lived on, which is not in `use` yet, and space.cases
/// what may count towards an expensive case. The family's hooks must have been set by the strategy
/// before. In several arms, Person::year holds what outcomes are counted by, and the relations of
/// the arms' families are reviewed by whoever has them.
template <std::size_t L>
void live_family_year(FamilyYearIn<L>& y);

/// The relation's way back to its level at 1 January: the one thing in a family that its enrolment
/// moves by itself, whatever the strategy does to its life.
void review_relation(Family& family, const FamilyParameters& p) noexcept;

/// Lognormal-shaped case cost relative to the price [hundredths], mean 100, one per child.
std::uint16_t case_cost_factor(Asker& asker, const KernelTables& tables) noexcept;

}  // namespace samspil

// A process of a member, or of the family, for each width.
#define SAMSPIL_OF_MEMBER(process)                                   \
  template void process(FamilyYearIn<1>&, LifeIn<1>&, DaySpan, int); \
  template void process(FamilyYearIn<4>&, LifeIn<4>&, DaySpan, int); \
  template void process(FamilyYearIn<8>&, LifeIn<8>&, DaySpan, int); \
  template void process(FamilyYearIn<16>&, LifeIn<16>&, DaySpan, int)
#define SAMSPIL_OF_FAMILY(process)         \
  template void process(FamilyYearIn<1>&); \
  template void process(FamilyYearIn<4>&); \
  template void process(FamilyYearIn<8>&); \
  template void process(FamilyYearIn<16>&)
