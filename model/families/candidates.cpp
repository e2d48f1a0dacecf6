#include "model/families/candidates.hpp"

#include <algorithm>

#include "model/costs/ladder.hpp"

namespace samspil {
namespace {

/// Identities of candidates are apart from those of the families drawn from them.
constexpr std::uint64_t candidate_mark = std::uint64_t{1} << 62;

/// Answers asked once in a life, under year 0.
class Once {
 public:
  Once(RunKey run, Identity who) noexcept : run_{run}, who_{who} {}

  double ask(Question question) const noexcept {
    return uniform(keyed_block(run_, who_, 0, own_block_of(question))[0]);
  }
  /// Exponential with the given mean.
  double wait(Question question, double mean) const noexcept {
    return -natural_log(ask(question)) * mean;
  }

 private:
  RunKey run_;
  Identity who_;
};

/// The category in which u falls; the last one takes what rounding leaves.
template <std::size_t N>
std::size_t category(const std::array<double, N>& shares, double u) noexcept {
  for (std::size_t i = 0; i + 1 < N; ++i) {
    if (u < shares[i]) return i;
    u -= shares[i];
  }
  return N - 1;
}

/// Gamma(1 + x) for x >= 0, within 3e-7: Abramowitz and Stegun (1964), 6.1.36, and the recurrence.
double gamma_of_one_plus(double x) noexcept {
  double factor = 1;
  while (x > 1) {
    factor *= x;
    x -= 1;
  }
  constexpr std::array<double, 8> b{-0.577191652, 0.988205891, -0.897056937, 0.918206857,
                                    -0.756704078, 0.482199394, -0.193527818, 0.035868343};
  double series = 0;
  for (std::size_t i = b.size(); i > 0; --i) series = (series + b[i - 1]) * x;
  return factor * (1 + series);
}

struct Candidate {
  const KernelTables& tables;
  RunKey run;
  int first_year;
  Family& family;
  std::span<Person> rows;
  std::size_t size = 0;

  const InitialParameters& p() const noexcept { return tables.p.initial; }
  Once once(Identity who) const noexcept { return {run, who}; }
  double frailty_up_to(double most) const noexcept {
    return std::min(static_cast<double>(family.state.frailty), most);
  }

  Person& add(Role role, Sex sex, int age) {
    Person& person = rows[size];
    person = Person{};
    ++size;
    person.id = Identity{static_cast<std::uint64_t>(family.id) + size};
    person.role = role;
    person.sex = sex;
    person.presence = Presence::present;
    // A birthday in the year makes the age at 1 January one less than the difference of years.
    person.birth_year = static_cast<std::int16_t>(first_year - age - 1);
    person.birth_day =
        static_cast<std::int16_t>(once(person.id).ask(Question::birth_day) * days_per_year);
    person.who5 = static_cast<float>(tables.p.family.who5_mean);
    person.sdq = static_cast<float>(tables.p.family.sdq_mean);
    return person;
  }
};

void start_conditions(const Candidate& c, Person& person, const Person* other,
                      const std::array<double, condition_count>& shares) {
  const Once once = c.once(person.id);
  for (std::size_t i = 0; i < condition_count; ++i) {
    const auto condition = static_cast<Condition>(i);
    const double likeness =
        other != nullptr && other->conditions.has(condition) ? c.p().condition_similarity : 0.0;
    const double frail = c.frailty_up_to(c.p().frailty_most_condition);
    person.conditions.set(condition, once.ask(about(Question::first_condition, condition)) <
                                         shares[i] * frail + likeness);
  }
}

/// Treatments run only where there is something to treat.
bool has_need(const Person& person, AdultService service) noexcept {
  switch (service) {
    case AdultService::alcohol_treatment:
      return person.conditions.has(Condition::alcohol_abuse);
    case AdultService::substance_treatment:
      return person.conditions.has(Condition::drug_abuse);
    case AdultService::crisis_centre:
      return person.conditions.has(Condition::violence_exposed);
    case AdultService::psychiatric_treatment:
      return person.conditions.has(Condition::mental_disorder);
    case AdultService::social_pedagogical_support:
    case AdultService::adult_residential:
      return person.conditions.has(Condition::mental_disorder) ||
             person.conditions.has(Condition::disability);
    default:
      return true;
  }
}

void start_services(const Candidate& c, Person& person) {
  const Once once = c.once(person.id);
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    const auto service = static_cast<AdultService>(i);
    const bool offered = !is_activation(service) ||
                         c.tables.p.adult_services.activation[index_of(person.status)] > 0;
    person.services.set(service,
                        offered && has_need(person, service) &&
                            once.ask(about(Question::first_service, service)) < c.p().service[i]);
  }
}

void start_adult(const Candidate& c, Person& person, const Person* other) {
  const Once once = c.once(person.id);
  const bool woman = person.sex == Sex::woman;
  const bool follows =
      other != nullptr && once.ask(Question::follows_other_parent) < c.p().status_similarity;
  const double u = (follows ? c.once(other->id) : once).ask(Question::first_status);
  const int age = age_at(person, c.first_year, 0);
  person.status =
      static_cast<LabourStatus>(category(woman ? c.p().status_women : c.p().status_men, u));
  if (!is_open_to(person.status, age)) person.status = LabourStatus::cash_benefit;
  if (person.status == LabourStatus::ordinary_job) {
    person.hours = once.ask(Question::first_hours) < c.tables.p.labour.full_time_share
                       ? OrdinaryHours::full
                       : OrdinaryHours::from_10_to_29;
    person.days_in_job = days_per_year;  // not a new one
  }
  person.activity_ready =
      person.status == LabourStatus::cash_benefit &&
      once.ask(Question::first_activity_ready) < c.tables.p.labour.activity_ready_share;
  person.pension_before_2014 =
      person.status == LabourStatus::disability_pension &&
      once.ask(Question::pension_before_2014) < c.p().pension_before_2014_share;
  person.agency = static_cast<Agency>(category(c.p().agency, once.ask(Question::first_agency)));
  if (begins_on_ladder(person.status)) {
    const double years = once.wait(Question::ladder_years, c.p().ladder_years_mean);
    pass_counted(person.ladder, static_cast<int>(years * weeks_per_year));
  } else {
    pass_self_support(person.ladder, restart_window);  // as far as the law looks back
  }
  start_conditions(c, person, other, woman ? c.p().condition_women : c.p().condition_men);
  start_services(c, person);
}

void start_place(const Candidate& c, Person& child, int age) {
  if (age >= 18) return;
  const Once once = c.once(child.id);
  const double frail =
      std::max(c.frailty_up_to(c.p().frailty_most_place), c.p().frailty_least_place);
  // Frailty scales the chance of being away from home.
  const double u = 1.0 - std::min(1.0, (1.0 - once.ask(Question::first_place)) / frail);
  child.place = static_cast<Place>(category(c.p().place, u));
  if (child.place == Place::secure && age < 12) child.place = Place::institution;
  if (child.place == Place::own_dwelling && age < 15) child.place = Place::foster;
  if (!is_placed(child.place)) return;
  const double years = once.wait(Question::years_placed, c.p().years_placed_mean);
  child.days_in_place = child.days_placed = starting_days_placed(years, age);
}

void start_child(const Candidate& c, Person& child) {
  const Once once = c.once(child.id);
  const int age = age_at(child, c.first_year, 0);
  child.status = LabourStatus::education;
  start_conditions(c, child, nullptr, c.p().condition_child);
  Asker asker{c.run, child.id, 0};
  child.cost_factor = case_cost_factor(asker, c.tables);
  start_place(c, child, age);
  const double frail = c.frailty_up_to(c.p().frailty_most_measure);
  for (std::size_t i = 0; i < child_measure_count; ++i) {
    const auto measure = static_cast<ChildMeasure>(i);
    const MeasureParameters& m = c.tables.p.measures;
    if (age < m.age_from[i] || age >= m.age_to[i]) continue;
    child.measures.set(
        measure, once.ask(about(Question::first_measure, measure)) < c.p().measure[i] * frail);
  }
  child.case_open = child.measures.bits() != 0 || is_placed(child.place);
  if (age >= 6 && age <= 16) {
    const double u = once.ask(Question::first_school);
    const double school = c.p().special_school_share;
    child.school = u < school                               ? School::special_school
                   : u < school + c.p().special_class_share ? School::special_class
                                                            : School::mainstream;
  }
}

constexpr std::uint8_t second_dwelling = 1, third_dwelling = 2;

/// Children from the youngest up; the second father, where there is one, has the elder half.
void add_children(Candidate& c, int children, int youngest, std::size_t father,
                  std::size_t second_father) {
  int age = youngest;
  for (int n = 0; n < children; ++n) {
    const Identity id{static_cast<std::uint64_t>(c.family.id) + c.size + 1};
    const double girls = c.tables.p.demography.girl_share;
    const Sex sex = c.once(id).ask(Question::sex) < girls ? Sex::woman : Sex::man;
    Person& child = c.add(Role::child, sex, age);
    const bool elder = second_father != 0 && n >= children / 2;
    child.mother = 0;
    const std::size_t legal_father = elder ? second_father : father;
    if (legal_father != 0) child.father = static_cast<MemberIndex>(legal_father);
    start_child(c, child);
    const double gap = c.p().sibling_gap_years * (0.5 + c.once(id).ask(Question::sibling_gap));
    age += std::max(1, static_cast<int>(gap + 0.5));
  }
}

}  // namespace

std::size_t make_candidate(RunKey run, std::uint64_t number, int first_year,
                           const KernelTables& tables, Family& family, std::span<Person> rows) {
  family = Family{};
  family.id = Identity{candidate_mark | number << 8};
  Candidate c{tables, run, first_year, family, rows};
  const Once once = c.once(family.id);
  const InitialParameters& p = c.p();
  // Weibull: heavy-tailed for an exponent above one, mean one by the gamma function.
  const double spread = tables.p.family.frailty_spread;
  if (spread > 0) {
    const double e = -natural_log(once.ask(Question::frailty));
    family.state.frailty =
        static_cast<float>(natural_exp(spread * natural_log(e)) / gamma_of_one_plus(spread));
  }
  family.relation = static_cast<float>(tables.p.family.relation_start);

  const int children = 1 + static_cast<int>(category(p.children, once.ask(Question::children)));
  const int youngest =
      static_cast<int>(once.ask(Question::youngest_age) * 2.0 * p.youngest_age_mean);
  const int at_first = static_cast<int>(
      p.mother_age_at_first + p.mother_age_spread * (once.ask(Question::mother_age) - 0.5));
  const int span = static_cast<int>(p.sibling_gap_years * (children - 1) + 0.5);
  const int mother_age = std::max(youngest + span + at_first, 18);
  const int over_youngest = static_cast<int>(p.father_age_spread * once.ask(Question::father_age));
  const int father_age =
      std::max(mother_age + over_youngest - static_cast<int>(p.father_younger + 0.5), 18);

  Person& mother = c.add(Role::parent, Sex::woman, mother_age);
  start_adult(c, mother, nullptr);
  const auto add_man = [&](Role role, std::uint8_t household) {
    const std::size_t row = c.size;
    Person& man = c.add(role, Sex::man, father_age);
    man.household = household;
    start_adult(c, man, &rows[0]);
    return row;
  };
  std::size_t father = 0, second_father = 0;
  const bool together = once.ask(Question::cohabiting) < p.cohabiting_share;
  if (once.ask(Question::two_parents) < p.two_parents_share) {
    father = add_man(Role::parent, together ? 0 : second_dwelling);
  }
  if (children > 1 && once.ask(Question::second_father) < p.second_father_share) {
    second_father = add_man(Role::parent, third_dwelling);
  }
  const bool alone = father == 0 || !together;
  if (alone && once.ask(Question::step_parent) < p.step_parent_share) add_man(Role::partner, 0);
  add_children(c, children, youngest, father, second_father);
  family.state.households = third_dwelling + 1;
  family.state.members = static_cast<std::uint8_t>(c.size);
  return c.size;
}

std::uint64_t candidate_number(Identity family) noexcept {
  return (static_cast<std::uint64_t>(family) & ~candidate_mark) >> 8;
}

}  // namespace samspil
