#include <algorithm>

#include "tests/reference/reference.hpp"

namespace samspil::test {
namespace {

/// Who comes into being gets an identity from Philox of the origin, a number and the word "birt".
Identity new_identity(Identity origin, std::uint32_t number) {
  const auto id = static_cast<std::uint64_t>(origin);
  const PhiloxBlock words = philox4x32({static_cast<std::uint32_t>(id & 0xFFFFFFFFU),
                                        static_cast<std::uint32_t>(id >> 32), number, 0x62697274U},
                                       {0, 0});
  const std::uint64_t value = (std::uint64_t{words[0]} << 32) + words[1];
  return Identity{value | 0x8000000000000000U};
}

bool is_there(const Person& person) { return person.presence == Presence::present; }
bool has_room(const Year& y) { return y.home.people.size() < y.home.family.room; }

void add(Year& y, const Person& person, int from) {
  y.home.people.push_back(person);
  y.home.family.state.members = static_cast<std::uint8_t>(y.home.people.size());
  y.stays.push_back({from, year_length});
  y.met.push_back({});
}

void live_deaths(Year& y) {
  const DemographyParameters& p = y.p.demography;
  for (Person& person : y.home.people) {
    if (!is_there(person)) {
      y.stays.push_back({0, 0});
      continue;
    }
    const int age = age_at(person, y.year, 0);
    const double rate = age >= 40 ? p.death_from_40 : age >= 18 ? p.death_under_40 : p.death_child;
    const int day = firing_day(y.chance(person.id).ask(Question::death), rate);
    y.stays.push_back({0, day});
    if (day == year_length) continue;
    person.presence = Presence::dead;
    y.home.family.state.shocks.set(Shock::bereavement);
  }
}

/// The first other adult in the same dwelling, -1 if there is none.
int lives_with(const Year& y, int self) {
  for (int i = 0; i < static_cast<int>(y.home.people.size()); ++i) {
    const Person& other = y.home.people[static_cast<std::size_t>(i)];
    const Person& own = y.home.people[static_cast<std::size_t>(self)];
    if (i == self || other.role == Role::child || !is_there(other)) continue;
    if (other.household == own.household) return i;
  }
  return -1;
}

void live_couple(Year& y) {
  const DemographyParameters& p = y.p.demography;
  Family& family = y.home.family;
  const Chance chance = y.chance(family.id);
  family.state.moved = fires_this_year(chance.ask(Question::move), p.move) ? 1 : 0;
  if (fires_this_year(chance.ask(Question::fire), y.p.family.fire_rate)) {
    family.state.shocks.set(Shock::fire);
  }
  const auto parent = std::find_if(
      y.home.people.begin(), y.home.people.end(),
      [](const Person& person) { return person.role == Role::parent && is_there(person); });
  if (parent == y.home.people.end()) return;

  const int self = static_cast<int>(parent - y.home.people.begin());
  const int other = lives_with(y, self);
  if (other >= 0) {
    const int day = firing_day(chance.ask(Question::break_up), p.break_up);
    if (day == year_length) return;
    family.state.shocks.set(Shock::break_up);
    Person& leaver = y.home.people[static_cast<std::size_t>(other)];
    if (leaver.role == Role::parent) {
      leaver.household = family.state.households;
      ++family.state.households;
    } else {
      leaver.presence = Presence::left;
      y.stays[static_cast<std::size_t>(other)].until = day;
    }
    return;
  }
  if (!has_room(y)) return;
  const int day = firing_day(chance.ask(Question::new_partner), p.new_partner);
  if (day == year_length) return;
  Person partner;
  partner.id = new_identity(family.id, static_cast<std::uint32_t>(y.year));
  partner.role = Role::partner;
  partner.presence = Presence::present;
  partner.sex = parent->sex == Sex::man ? Sex::woman : Sex::man;
  // From so many years younger to as many older, each as likely, but grown up.
  const auto most = static_cast<int>(std::floor(p.partner_age_gap + 0.5));
  int birth_year = parent->birth_year - most;
  for (int step = 1; step <= 2 * most; ++step) {
    birth_year += chance.ask(Question::partner_age) * (2 * most + 1) >= step;
  }
  partner.birth_year = static_cast<std::int16_t>(std::min(birth_year, y.year - 18));
  partner.household = parent->household;
  if (chance.ask(Question::partner_status) < p.partner_in_work) {
    partner.status = LabourStatus::ordinary_job;
    partner.hours = OrdinaryHours::full;
    partner.days_in_job = year_length;
  }
  partner.who5 = static_cast<float>(y.p.family.who5_mean);
  add(y, partner, day);
}

/// exp(sigma z) over its mean, in whole hundredths: z is a sum of four uniforms on
/// (-sqrt(3)/2, sqrt(3)/2), each of which has the mean of exp(sigma z) sinh(b) / b.
std::uint16_t cost_factor(const Chance& chance, double sigma) {
  if (sigma <= 0) return 100;
  const double b = sigma * std::sqrt(3.0) / 2;
  const double mean = std::pow(std::sinh(b) / b, 4);
  const double factor = std::exp(sigma * chance.fine_noise(Question::cost_factor_noise)) / mean;
  return static_cast<std::uint16_t>(std::min(std::max(100 * factor + 0.5, 1.0), 6000.0));
}

void bear(Year& y, int mother_row, int day) {
  Person& mother = y.home.people[static_cast<std::size_t>(mother_row)];
  Person child;
  child.id = new_identity(mother.id, mother.births);
  ++mother.births;
  const Chance chance = y.chance(child.id);
  child.role = Role::child;
  child.presence = Presence::present;
  child.birth_year = static_cast<std::int16_t>(y.year);
  child.birth_day = static_cast<std::int16_t>(day);
  child.mother = static_cast<MemberIndex>(mother_row);
  child.father = static_cast<MemberIndex>(lives_with(y, mother_row));
  if (child.father != no_member) {
    y.home.people[static_cast<std::size_t>(child.father)].role = Role::parent;
  }
  child.household = mother.household;
  child.status = LabourStatus::education;
  child.sdq = static_cast<float>(y.p.family.sdq_mean);
  child.sex =
      chance.ask(Question::sex_of_child) < y.p.demography.girl_share ? Sex::woman : Sex::man;
  if (chance.ask(Question::disability_of_child) <
      y.p.initial.condition_child[index_of(Condition::disability)]) {
    child.conditions.set(Condition::disability);
  }
  child.cost_factor = cost_factor(chance, y.p.family.cost_factor_sigma);
  add(y, child, day);
  y.mother = mother_row;
  y.birth = day;
}

void live_births(Year& y) {
  for (int i = 0; i < static_cast<int>(y.home.people.size()); ++i) {
    const Person& woman = y.home.people[static_cast<std::size_t>(i)];
    const Stay stay = y.stays[static_cast<std::size_t>(i)];
    if (!has_room(y) || woman.role == Role::child || woman.sex == Sex::man) continue;
    const int age = age_at(woman, y.year, 0);
    if (!is_there(woman) || age < 18 || age > y.p.demography.birth_last_age) continue;
    const double rate = age < 30 ? y.p.demography.birth_under_30 : y.p.demography.birth_from_30;
    const int day = firing_day(y.chance(woman.id).ask(Question::birth), rate);
    if (stay.from <= day && day < stay.until) return bear(y, i, day);
  }
}

void leave_home(Year& y) {
  for (std::size_t i = 0; i < y.home.people.size(); ++i) {
    Person& person = y.home.people[i];
    const bool grown_up_child = person.role == Role::child && age_at(person, y.year, 0) >= 18;
    if (!grown_up_child || !is_there(person) || person.household >= 100) continue;
    const double u = y.chance(person.id).ask(Question::leave_home);
    if (fires_this_year(u, y.p.demography.leave_home_from_18)) {
      person.household = static_cast<std::uint8_t>(100 + i);
    }
  }
}

}  // namespace

void live_population(Year& y) {
  live_deaths(y);
  live_couple(y);
  live_births(y);
  leave_home(y);
}

}  // namespace samspil::test
