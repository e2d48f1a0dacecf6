/// \file
/// One family's year. The order of the processes stands in family_year.cpp, one line each.
#pragma once

#include <algorithm>
#include <span>
#include <vector>

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

/// Notes about the members of the family at hand, in rows like theirs. Lent by the thread, since
/// clearing it for each family would cost more than using it.
struct Workspace {
  FamilySurroundings met;                              ///< At 1 January.
  std::array<DaySpan, most_members> spans;             ///< Days on which each member is present.
  std::array<Asker, most_members> chance;              ///< Each member's answers.
  std::array<QuadRequest, 2 * most_members> requests;  ///< What they will ask, drawn at once.
  Roll roll;                                           ///< At 1 January.
  // Members of whom the first bits do not exclude it this year.
  Members may_die = 0;
  Members may_bear = 0;
  Members may_leave_home = 0;
  /// Weeks of the year, as bits, whose family treatment a child carries.
  std::uint64_t treated = 0;
  IncomeSpells incomes;    ///< What the adults lived on this year.
  CaseUses cases;          ///< What may count towards an expensive case.
  OpenCases open_cases;    ///< What the municipality's caseworkers have open.
  Diary* diary = nullptr;  ///< Where days are noted, if anybody asks.
  /// By row, what the family had used when that member's year had been lived, if anybody asks who
  /// used what: a row less the row before it is that member's own. most_members of them.
  ServiceUse* used_until = nullptr;
};

/// Everything a process needs to live one family through one year.
struct FamilyYear {
  const KernelTables& tables;
  RunKey run;
  int year;
  Family& family;
  std::span<Person> rows;  ///< All reserved rows; the first family.state.members are in use.
  const HookRatios& hooks;
  ServiceUse& use;  ///< Where service use is posted [hundredths of a unit].
  Work& work;
  Workspace& space;
  Asker family_chance{run, family.id, year};
  std::size_t mother = most_members;  ///< Row of her who gives birth this year.
  int leave_from = days_per_year;     ///< The day of the birth.

  const Parameters& p() const noexcept { return tables.p; }
  std::span<Person> people() const noexcept { return rows.first(family.state.members); }
  double frailty() const noexcept { return static_cast<double>(family.state.frailty); }

  void post(Service service, Hundredths quantity, RuleState state = 0) noexcept {
    use.add(service, quantity, state);
    work.postings += quantity != 0;
  }
  /// Notes days in the diary, if there is one.
  template <class Enum>
  void note_days(const Person& person, DiaryKind kind, Enum which, DaySpan span) {
    if (space.diary == nullptr || span.days() <= 0) return;
    const auto member = static_cast<std::uint8_t>(&person - rows.data());
    space.diary->push_back({member, kind, static_cast<std::uint8_t>(which), span});
  }
  /// The member's days that may count towards an expensive case.
  CaseUse& case_use(const Person& person) noexcept {
    return space.cases.note(static_cast<std::size_t>(&person - rows.data()));
  }
  /// Notes that the member at hand has a case with the municipality's caseworkers.
  void note_case(Casework kind, WeekSpan weeks) noexcept { space.open_cases.open(kind, weeks); }
  /// Notes what a member lived on in some weeks, at least one; the payer rules post it.
  void note_income(const Person& person, IncomeKind kind, Service service, WeekSpan span,
                   Hundredths paid) noexcept {
    space.incomes.note({static_cast<std::uint8_t>(&person - rows.data()), kind, service,
                        static_cast<std::uint8_t>(span.first),
                        static_cast<std::uint8_t>(span.weeks), static_cast<std::uint8_t>(paid)});
    ++work.postings;
  }
};

/// One member's year: the answers of chance and how often each clock was read.
struct Life {
  Person& person;
  const Surroundings& met;
  Asker& asker;
  int leave_from = days_per_year;  ///< Day of a birth.
  std::uint32_t labour_moves = 0;
  std::uint32_t hours_moves = 0;
  std::uint32_t place_moves = 0;
  std::uint32_t birthdays = 0;  ///< That divided the year.

  /// A clock that was cut off reads its next number: the old one is known not to have fired yet.
  void read_next_numbers() noexcept {
    ++labour_moves;
    ++hours_moves;
    ++place_moves;
    ++birthdays;
  }
};

// The processes, one file each.
void age_everybody(FamilyYear& y);
void live_demography(FamilyYear& y);
void live_labour(FamilyYear& y, Life& life, DaySpan span, int age);
void live_activation(FamilyYear& y, Life& life, DaySpan span);
void live_adult_services(FamilyYear& y, Life& life, DaySpan span);
void live_placement(FamilyYear& y, Life& life, DaySpan span, int age);
void leave_care_at_18(FamilyYear& y, Life& life);
void finish_placement(Person& child);
void live_measures(FamilyYear& y, Life& life, DaySpan span, int age);
void finish_measures(FamilyYear& y, Person& child, int age);
void live_school(FamilyYear& y, Life& life, DaySpan span, int age);
void live_events(FamilyYear& y, Life& life, DaySpan span, int age);
void book_casework(FamilyYear& y);

/// Lives one family through one year. Afterwards every Person::year holds what happened, `use` what
/// was used, space.incomes what the adults lived on, which is not in `use` yet, and space.cases
/// what may count towards an expensive case. The family's hooks must have been set by the strategy
/// before.
void live_family_year(FamilyYear& y);

/// The relation's way back to its level at 1 January: the one thing in a family that its enrolment
/// moves by itself, whatever the strategy does to its life.
void review_relation(Family& family, const FamilyParameters& p) noexcept;

/// Lognormal-shaped case cost relative to the price [hundredths], mean 100, one per child.
std::uint16_t case_cost_factor(Asker& asker, const KernelTables& tables) noexcept;

}  // namespace samspil
