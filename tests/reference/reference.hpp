/// \file
/// The slow, obvious family-year: walks day by day, keeps a diary, adds the diary up at the end. It
/// shares the generator, the pure hazards, the records and the parameters with the kernel, and
/// nothing else.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "model/dynamics/hazards_child.hpp"
#include "model/inputs/scenario.hpp"
#include "model/population/family.hpp"
#include "model/population/open_cases.hpp"
#include "model/population/services.hpp"
#include "model/simulation/counts.hpp"
#include "model/simulation/run.hpp"
#include "tests/reference/chance.hpp"

namespace samspil::test {

/// One family with its people; rows beyond family.state.members are not there yet.
struct Household {
  Family family;
  std::vector<Person> people;
};

/// What one person's day was like. Unset where the process was not lived that day.
struct Day {
  struct Labour {
    LabourStatus status{};
    OrdinaryHours hours{};
    bool activity_ready = false;
    bool pension_before_2014 = false;
    bool grown_up = false;  ///< 18 or more
  };
  std::optional<Labour> labour;
  std::array<bool, adult_service_count> services{};
  std::array<bool, child_measure_count> measures{};
  std::optional<Place> place;
  std::array<bool, casework_count> has_case{};  ///< With the municipality's caseworkers.
};
using Diary = std::array<Day, year_length>;

/// Days on which somebody is there: from <= day < until.
struct Stay {
  int from = 0;
  int until = 0;
};

/// A year of one family on its way.
struct Year {
  const Parameters& p;
  RunKey run;
  int year;
  Household& home;
  const HookRatios& hooks;
  ServiceUse use{};
  std::vector<Surroundings> met;
  std::vector<Stay> stays;
  int mother = -1;  ///< Who gives birth this year,
  int birth = -1;   ///< and on which day.

  Chance chance(Identity who) const { return {run, who, year}; }
  double frailty() const { return static_cast<double>(home.family.state.frailty); }
};

// 1 January.
void review_everybody(Year& y);
std::vector<Surroundings> surroundings_of(const std::vector<Person>& people, const Parameters& p);
void live_population(Year& y);

// The year of one member.
void go_to_school(Year& y, Person& child, const Surroundings& met, Stay stay);
void meet_events(Year& y, Person& person, const Surroundings& met, Stay stay);
void walk_through_days(Year& y, std::size_t member, Diary& diary);

/// Thirds of days on which a service counts, by month; all seven days of a week that counts.
using DaysByMonth = std::map<Service, std::array<int, 12>>;
/// Thursdays whose week of family treatment a child of the family carries already.
using TreatedWeeks = std::set<int>;
void add_up(const Diary& diary, const Parameters& p, Person& person, TreatedWeeks& treated,
            ServiceUse& use, DaysByMonth& days);

/// The refund ladder week by week, with a list of the last 156 weeks.
class WeeklyLadder {
 public:
  explicit WeeklyLadder(const LadderHistory& history);
  RuleState count();  ///< A week on a benefit that counts; returns its step.
  void support_self();
  void neither();
  RuleState step() const;  ///< On which the person stands.
  LadderHistory history() const;

 private:
  enum class Week { other, counted, self_support };
  void pass(Week week);

  std::vector<Week> past_;  ///< 156 weeks, the last one first.
  int counted_ = 0;
  int since_first_ = 0;
};

/// Benefits on the ladder: LBK 221 of 12/02/2021, § 3.
bool counts_on_ladder(Service benefit);

/// Open cases of each kind on the Thursday of each week.
using CasesByWeek = std::array<std::array<int, 52>, casework_count>;

/// What a family used in a year, in all and person by person.
struct FamilyUse {
  ServiceUse use;
  std::vector<DaysByMonth> days;  ///< By person: of what is used by the day or the week.
  CasesByWeek cases{};            ///< Of all members.
};

/// What the state refunds of the family's expensive cases.
Settlements reference_settlements(const Household& home, const FamilyUse& use,
                                  const Catalogue& catalogue);

/// Lives one family through one year and returns what was used.
FamilyUse live_reference_year(const Parameters& p, RunKey run, int year, Household& home,
                              const HookRatios& hooks);

// A strategy on the families of one site.
struct Programme {
  const Strategy& strategy;
  EffectLevel level;
  const Mechanisms& mechanisms;
  const Staffing& staffing;
  double notice_months;
  const Comparison& comparison;
};

/// The staff of one site.
struct ReferencePost {
  bool is_open = false;
  bool is_filled = false;
  int back_on = 0;    ///< Of an empty post: the day on which somebody comes.
  int opened_on = 0;  ///< Day of the programme.
};
struct ReferenceTeam {
  Identity id{};
  std::vector<ReferencePost> posts;
  /// By day of the programme: quarters of full time that the families take.
  std::vector<int> wanted;
  int days_running = 0;
  int places = 0;  ///< As the lot drew them in the first year.
  // This year.
  int families = 0;  ///< At new year, those to be enrolled among them.
  /// Days of this year on which a family left its place to another at once.
  std::vector<int> handed_over;
  double caseload = 1;
  int first_day = year_length;
  int employed = 0, vacant = 0;  ///< Quarter-days.
  double used = 0;               ///< Full-time days.
  int caseworkers = 0, changes = 0, queued = 0;
  double fidelity = 0;  ///< Mean of (fidelity - 1) / 5 over the core elements.
};
/// The post of a family.
int reference_post(const ReferenceTeam& team, const Family& family, RunKey run);
void open_reference_posts(std::vector<Household>& site, ReferenceTeam& team, int families,
                          const Programme& programme, RunKey run, int programme_year);
void walk_team_through_year(std::vector<Household>& site, ReferenceTeam& team,
                            const Programme& programme, RunKey run, int year);
void end_team_year(std::vector<Household>& site, ReferenceTeam& team, const Programme& programme);

void enrol_reference_site(std::vector<Household>& site, ReferenceTeam& team,
                          const Programme& programme, const Parameters& p, RunKey run, int year,
                          int programme_year);
/// What the strategy does in the caseworkers' place, taken from a family's use.
void take_over_reference_casework(const Household& home, const Programme& programme,
                                  const Parameters& p, const CasesByWeek& cases, ServiceUse& use);
HookRatios reference_hooks(const Household& home, const ReferenceTeam& team,
                           const Programme& programme, const Parameters& p);
void end_enrolment_year(Family& family);
/// Item by item [øre].
using ProgrammeCost = std::array<Ore, programme_item_count>;
ProgrammeCost reference_programme_cost(const std::vector<Household>& site,
                                       const ReferenceTeam& team, const Programme& programme);

/// Øre by purse of services used and settlements, straight from the catalogue.
std::array<Ore, purse_count> reference_cost(const YearCounts& counts, const Catalogue& catalogue);

/// What one family-year counts as.
void count_reference(const Household& home, int year, YearCounts& counts);

}  // namespace samspil::test
