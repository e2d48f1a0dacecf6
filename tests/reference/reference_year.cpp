#include <algorithm>
#include <cmath>
#include <map>

#include "tests/reference/reference.hpp"

namespace samspil::test {
namespace {

std::int64_t in_hundredths(double share) {
  return static_cast<std::int64_t>(std::floor(share * 100.0 + 0.5));
}

Service benefit_of(const Day::Labour& day) {
  static const std::map<LabourStatus, Service> benefits{
      {LabourStatus::flexjob, Service::flexjob_subsidy},
      {LabourStatus::education, Service::student_grant},
      {LabourStatus::parental_leave, Service::parental_benefit},
      {LabourStatus::unemployment, Service::unemployment_benefit},
      {LabourStatus::sickness, Service::sickness_benefit},
      {LabourStatus::cash_benefit, Service::cash_benefit},
      {LabourStatus::education_benefit, Service::education_benefit},
      {LabourStatus::integration_benefit, Service::integration_benefit},
      {LabourStatus::resource_course, Service::resource_course_benefit},
      {LabourStatus::rehabilitation, Service::rehabilitation_benefit},
      {LabourStatus::flex_waiting, Service::flex_waiting_benefit},
      {LabourStatus::disability_pension, Service::disability_pension}};
  if (day.status == LabourStatus::disability_pension && day.pension_before_2014) {
    return Service::disability_pension_before_2014;
  }
  return benefits.at(day.status);
}

double tax_share(const Day::Labour& day, const LabourParameters& p) {
  const bool part_time =
      day.status == LabourStatus::ordinary_job && day.hours != OrdinaryHours::full;
  return part_time ? p.part_time_tax_equivalent : p.tax_equivalent[index_of(day.status)];
}

double benefit_share(const Day::Labour& day, const LabourParameters& p) {
  if (day.status == LabourStatus::disability_pension) return 1;
  if (day.hours == OrdinaryHours::under_10) return p.benefit_share_under_10_hours;
  return day.hours == OrdinaryHours::from_10_to_29 ? p.benefit_share_from_10_to_29_hours : 1;
}

/// In a job with wage subsidy the wage is in the place of these.
bool is_wage_in_its_place(Service benefit) {
  return benefit != Service::disability_pension && benefit != Service::flexjob_subsidy;
}

/// Benefit and tax of the week of a Thursday, and the week on the ladder.
void pay_week(const Day::Labour& day, bool subsidised, const LabourParameters& p,
              WeeklyLadder& ladder, ServiceUse& use) {
  if (!day.grown_up) return ladder.neither();
  const bool on_benefit =
      day.status != LabourStatus::ordinary_job && day.status != LabourStatus::self_supporting;
  use.add(Service::income_tax, in_hundredths(tax_share(day, p)),
          on_benefit ? tax_on_benefits : tax_on_wages);
  if (!on_benefit) return ladder.support_self();
  const Service benefit = benefit_of(day);
  const Hundredths paid = in_hundredths(benefit_share(day, p));
  if (counts_on_ladder(benefit)) {
    const RuleState step = ladder.count();
    if (!subsidised || !is_wage_in_its_place(benefit)) use.add(benefit, paid, step);
  } else {
    ladder.neither();
    use.add(benefit, paid);
  }
}

template <std::size_t N>
Service named_like(const std::array<std::string_view, N>& names, std::size_t i) {
  return *find_name<Service>(service_names, names[i]);
}

Service service_of(Place place) {
  static const std::map<Place, Service> services{
      {Place::network, Service::network_placement},
      {Place::foster, Service::foster_family},
      {Place::institution, Service::residential_institution},
      {Place::secure, Service::secure_unit},
      {Place::own_dwelling, Service::own_dwelling}};
  return services.at(place);
}

void add_labour(const Day::Labour& labour, int day, PersonYear& year) {
  year.statuses.set(labour.status);
  ++year.status_days[index_of(labour.status)];
  if (labour.hours != OrdinaryHours::none) year.ordinary_hours_any = 1;
  if (labour.status == LabourStatus::cash_benefit && labour.activity_ready) {
    year.activity_ready_any = 1;
  }
  if (is_thursday(day) && day / 7 + 1 == 48) year.week_48 = labour.status;
}

void add_day(DaysByMonth& days, Service service, int day) {
  for (int third = 0; third < 3; ++third) {
    ++days[service][static_cast<std::size_t>((3 * day + third) * 12 / (3 * year_length))];
  }
}

/// The week of this Thursday.
void add_week(DaysByMonth& days, Service service, int thursday) {
  for (int day = thursday - 3; day <= thursday + 3; ++day) add_day(days, service, day);
}

void add_services(const Day& today, int day, const WeeklyLadder& ladder, PersonYear& year,
                  ServiceUse& use, DaysByMonth& days) {
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    if (!today.services[i]) continue;
    const auto service = static_cast<AdultService>(i);
    year.services.set(service);
    const bool by_day = service == AdultService::shelter ||
                        service == AdultService::crisis_centre ||
                        service == AdultService::adult_residential;
    if (!by_day && !is_thursday(day)) continue;
    ++year.service_units[i];
    by_day ? add_day(days, named_like(adult_service_names, i), day)
           : add_week(days, named_like(adult_service_names, i), day);
    use.add(named_like(adult_service_names, i), 100,
            service == AdultService::wage_subsidy ? ladder.step() : 0);
  }
}

void add_childhood(const Day& today, int day, int cost_factor, TreatedWeeks& treated,
                   PersonYear& year, ServiceUse& use, DaysByMonth& days) {
  bool home_based = false;
  for (std::size_t i = 0; i < child_measure_count; ++i) {
    if (!today.measures[i]) continue;
    const auto measure = static_cast<ChildMeasure>(i);
    year.measures.set(measure);
    home_based |= is_home_based(measure);
    if (!is_thursday(day)) continue;
    if (is_home_based(measure)) ++year.measure_weeks[i];
    // One treatment of the family, whichever of its children it is registered on.
    if (measure == ChildMeasure::family_treatment && !treated.insert(day).second) continue;
    add_week(days, named_like(child_measure_names, i), day);
    use.add(named_like(child_measure_names, i), is_home_based(measure) ? cost_factor : 100);
  }
  if (home_based) ++year.measure_days;
  if (!today.place) return;
  year.places = static_cast<std::uint8_t>(year.places | 1 << static_cast<int>(*today.place));
  ++year.place_days[index_of(*today.place)];
  if (*today.place == Place::home) return;
  use.add(service_of(*today.place), cost_factor);
  add_day(days, service_of(*today.place), day);
}

void count_cases(const Diary& diary, CasesByWeek& cases) {
  for (int day = 0; day < year_length; ++day) {
    for (std::size_t kind = 0; is_thursday(day) && kind < casework_count; ++kind) {
      cases[kind][static_cast<std::size_t>(day / 7)] +=
          diary[static_cast<std::size_t>(day)].has_case[kind] ? 1 : 0;
    }
  }
}

constexpr std::array<Service, casework_count> case_handling{
    Service::child_case_handling, Service::job_centre_case_handling, Service::adult_case_handling};

std::int64_t hours_of_a_week(const Parameters& p, std::size_t kind) {
  return in_hundredths(p.casework.hours_per_week[kind]);
}

}  // namespace

void take_over_reference_casework(const Household& home, const Programme& programme,
                                  const Parameters& p, const CasesByWeek& cases, ServiceUse& use) {
  const Levers& levers = programme.strategy.levers;
  const std::array<double, casework_count> shares{levers.takes_over_child_casework.value,
                                                  levers.takes_over_job_casework.value,
                                                  levers.takes_over_adult_casework.value};
  for (std::size_t kind = 0; kind < casework_count; ++kind) {
    std::int64_t hours = 0;
    for (int week = 0; week < 52; ++week) {
      const double midday_of_thursday = 7 * week + 3.5;
      if (home.family.enrolled_from < midday_of_thursday &&
          midday_of_thursday < home.family.enrolled_until) {
        hours += cases[kind][static_cast<std::size_t>(week)] * hours_of_a_week(p, kind);
      }
    }
    use.add(case_handling[kind], -std::llround(static_cast<double>(hours) * shares[kind]));
  }
}

void add_up(const Diary& diary, const Parameters& p, Person& person, TreatedWeeks& treated,
            ServiceUse& use, DaysByMonth& days) {
  WeeklyLadder ladder{person.ladder};
  bool grown_up = false;
  for (int day = 0; day < year_length; ++day) {
    const Day& today = diary[static_cast<std::size_t>(day)];
    if (today.labour) add_labour(*today.labour, day, person.year);
    if (is_thursday(day)) {
      pay_week(today.labour ? *today.labour : Day::Labour{},
               today.services[index_of(AdultService::wage_subsidy)], p.labour, ladder, use);
      grown_up |= today.labour && today.labour->grown_up;
    }
    add_services(today, day, ladder, person.year, use, days);
    add_childhood(today, day, person.cost_factor, treated, person.year, use, days);
  }
  if (grown_up) person.ladder = ladder.history();
}

FamilyUse live_reference_year(const Parameters& p, RunKey run, int year, Household& home,
                              const HookRatios& hooks) {
  Year y{p, run, year, home, hooks, {}, {}, {}};
  review_everybody(y);
  y.met = surroundings_of(home.people, p);
  live_population(y);
  std::vector<ServiceUse> own(home.people.size());
  std::vector<DaysByMonth> days(home.people.size());
  TreatedWeeks treated;
  CasesByWeek cases{};
  for (std::size_t i = 0; i < home.people.size(); ++i) {
    Person& person = home.people[i];
    const Stay stay = y.stays[i];
    if (stay.until <= stay.from) continue;
    person.year.days = static_cast<std::uint16_t>(stay.until - stay.from);
    if (person.role == Role::child) go_to_school(y, person, y.met[i], stay);
    meet_events(y, person, y.met[i], stay);
    Diary diary{};
    walk_through_days(y, i, diary);
    add_up(diary, p, person, treated, own[i], days[i]);
    count_cases(diary, cases);
  }
  for (const ServiceUse& use : own) y.use += use;
  for (std::size_t kind = 0; kind < casework_count; ++kind) {
    for (const int open : cases[kind])
      y.use.add(case_handling[kind], open * hours_of_a_week(p, kind));
  }
  return {y.use, days, cases};
}

void count_reference(const Household& home, int year, YearCounts& counts) {
  const auto add = [&](Outcome outcome, int value) { counts.outcomes[index_of(outcome)] += value; };
  bool anybody = false;
  for (const Person& person : home.people) {
    const PersonYear& y = person.year;
    if (y.days == 0) continue;
    anybody = true;
    counts.person_years += 1;
    counts.person_days += y.days;
    add(Outcome::convictions, y.convictions);
    add(Outcome::deaths, person.presence == Presence::dead ? 1 : 0);
    if (person.role == Role::parent) {
      add(Outcome::parents, 1);
      add(Outcome::parents_in_work, is_in_work(y.week_48) ? 1 : 0);
      counts.week_48[index_of(y.week_48)] += 1;
    }
    if (person.role != Role::child || age_at(person, year, 0) >= 23) continue;
    int away = 0;
    for (std::size_t place = 1; place < samspil::place_count; ++place) away += y.place_days[place];
    add(Outcome::children, 1);
    add(Outcome::turned_18,
        age_at(person, year, year_length - 1) == 18 && age_at(person, year, 0) == 17 ? 1 : 0);
    const bool is_18_next = age_at(person, year, year_length - 1) == 17 &&
                            age_at(person, year + 1, year_length - 1) == 18;
    for (std::size_t place = 1; is_18_next && place < samspil::place_count; ++place) {
      counts.last_placements[place] += Hundredths{y.place_days[place]} * person.cost_factor;
    }
    add(Outcome::turned_23, age_at(person, year, year_length - 1) == 23 ? 1 : 0);
    add(Outcome::children_placed, away > 0 ? 1 : 0);
    add(Outcome::placement_days, away);
    add(Outcome::children_home_measures, y.measure_days > 0 ? 1 : 0);
    add(Outcome::home_measure_days, y.measure_days);
    add(Outcome::notifications, y.notifications);
    add(Outcome::investigations, y.investigations);
    add(Outcome::lawful_absence_days, y.lawful_absence);
    add(Outcome::unlawful_absence_days, y.unlawful_absence);
    add(Outcome::births, person.birth_year == year ? 1 : 0);
  }
  const int enrolled = home.family.enrolled_until - home.family.enrolled_from;
  add(Outcome::families, anybody ? 1 : 0);
  add(Outcome::enrolled_families, enrolled > 0 ? 1 : 0);
  add(Outcome::enrolled_days, enrolled);
}

}  // namespace samspil::test
