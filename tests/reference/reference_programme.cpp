#include <algorithm>

#include "tests/reference/reference.hpp"

namespace samspil::test {
namespace {

bool on(const Programme& programme, Mechanism mechanism) {
  return programme.mechanisms[static_cast<std::size_t>(mechanism)];
}

int in_days(double years) { return static_cast<int>(std::floor(years * year_length + 0.5)); }

bool is_child_there(const Person& person) {
  return person.role == Role::child && person.presence == Presence::present;
}

/// Leaving at new year: nothing is left to do, or the family has moved.
std::optional<ExitReason> exit_at_new_year(const Household& home) {
  if (home.family.moved) return ExitReason::moved;
  int parents = 0, parents_in_work = 0, children_in_need = 0;
  for (const Person& person : home.people) {
    if (person.presence != Presence::present) continue;
    if (person.role == Role::parent) {
      ++parents;
      parents_in_work += is_in_work(person.status) ? 1 : 0;
    }
    if (person.role == Role::child && (person.case_open || is_placed(person.place))) {
      ++children_in_need;
    }
  }
  if (parents > 0 && parents == parents_in_work && children_in_need == 0) return ExitReason::job;
  return std::nullopt;
}

void stay_or_leave(Household& home, const Levers& levers, RunKey run, int year) {
  Family& family = home.family;
  family.enrolled_from = 0;
  family.enrolled_until = year_length;
  family.exit_reason = ExitReason::none;
  if (const std::optional<ExitReason> reason = exit_at_new_year(home)) {
    family.enrolled_until = 0;
    family.exit_reason = *reason;
    return;
  }
  const Chance chance{run, family.id, year};
  const bool open = std::any_of(home.people.begin(), home.people.end(), [](const Person& person) {
    return is_child_there(person) && person.case_open != 0;
  });
  const int completed = std::max(0, in_days(levers.duration_years.value) - family.enrolled_days);
  const int withdrawn =
      firing_day(chance.ask(Question::exit_withdrawn), levers.exit_rate_withdrawn.value);
  const int closed =
      open ? year_length
           : firing_day(chance.ask(Question::exit_closed), levers.exit_rate_closed.value);
  const int first = std::min({completed, withdrawn, closed});
  if (first >= year_length) return;
  family.enrolled_until = static_cast<std::uint16_t>(first);
  family.exit_reason = first == completed   ? ExitReason::completed
                       : first == withdrawn ? ExitReason::withdrawn
                                            : ExitReason::case_closed;
}

void ask(Household& home, const Programme& programme, RunKey run, int year) {
  const Levers& levers = programme.strategy.levers;
  const Chance chance{run, home.family.id, year};
  const bool has_child =
      std::any_of(home.people.begin(), home.people.end(), [&](const Person& person) {
        return is_child_there(person) && age_at(person, year, 0) <= 22;
      });
  if (!has_child || chance.ask(Question::intake) >= levers.intake_share.value ||
      chance.ask(Question::consent) >= levers.consent_share.value) {
    return;
  }
  home.family.enrolment = Enrolment::queued;
  const double harm = on(programme, Mechanism::harm) ? levers.harm_share.value : 0.0;
  home.family.harmed = chance.ask(Question::harm) < harm ? 1 : 0;
}

/// How far the effort has ramped up after so many days.
double ramped(const Programme& programme, double days) {
  const double full = programme.strategy.levers.ramp_months.value * year_length / 12;
  if (!on(programme, Mechanism::lag) || full <= 0) return 1;
  return std::min(1.0, days / full);
}

/// Share of the effort that acts over this year: the days in it by the ramp at their middle, the
/// days after it by what is kept at their middle.
double effort(const Family& family, const Programme& programme) {
  const Levers& levers = programme.strategy.levers;
  const double in = family.enrolled_until - family.enrolled_from;
  const bool entered_this_year = family.enrolled_from > 0;
  const double out = entered_this_year ? 0 : year_length - in;
  double sum = in * ramped(programme, family.enrolled_days + in / 2);
  if (out > 0) {
    const double middle = family.days_since_exit + out / 2 - in_days(levers.aftercare_years.value);
    const double rate = on(programme, Mechanism::relapse) ? levers.fade_rate.value : 0.0;
    const double kept = middle > 0 ? std::exp(-rate * middle / year_length) : 1.0;
    sum += out * kept * ramped(programme, family.enrolled_days + in);
  }
  return sum / year_length;
}

double gate(const Household& home, const Programme& programme, const FamilyParameters& p) {
  if (!on(programme, Mechanism::gating)) return 1;
  double agency = 0;
  for (const Person& person : home.people) {
    if (person.role == Role::child || person.presence != Presence::present) continue;
    agency = std::max(agency, p.gate_agency[index_of(person.agency)]);
  }
  const double fidelity = (programme.strategy.levers.fidelity.value - 1) / 5;
  return agency * static_cast<double>(home.family.relation) * fidelity / p.gate_reference;
}

std::int64_t ore(double kroner) { return std::llround(kroner * 100); }

}  // namespace

void enrol_reference_site(std::vector<Household>& site, const Programme& programme,
                          const Parameters& p, RunKey run, int year, bool first_year) {
  const Levers& levers = programme.strategy.levers;
  if (levers.role == CoordinationRole::none) return;
  if (first_year) {
    for (Household& home : site) ask(home, programme, run, year);
  }
  int taken = 0;
  for (Household& home : site) {
    if (home.family.enrolment != Enrolment::enrolled) continue;
    stay_or_leave(home, levers, run, year);
    if (home.family.enrolled_until > 0) ++taken;
  }
  std::vector<std::pair<std::uint32_t, Family*>> queue;
  for (Household& home : site) {
    if (home.family.enrolment != Enrolment::queued) continue;
    queue.push_back({Chance{run, home.family.id, 0}.own_word(Question::queue, 0), &home.family});
  }
  std::sort(queue.begin(), queue.end());
  const int capacity = static_cast<int>(levers.capacity_per_site.value);
  for (const auto& [number, family] : queue) {
    if (capacity > 0 && taken >= capacity) return;
    const double u = Chance{run, family->id, year}.ask(Question::enrolment_day);
    family->enrolment = Enrolment::enrolled;
    family->enrolled_from =
        static_cast<std::uint16_t>(first_year ? u * p.demography.enrolment_spread : 0.0);
    family->enrolled_until = year_length;
    ++taken;
  }
}

HookRatios reference_hooks(const Household& home, const Programme& programme, const Parameters& p) {
  HookRatios ratios;
  ratios.fill(1.0);
  const Family& family = home.family;
  const bool ever =
      family.enrolment == Enrolment::enrolled || family.enrolment == Enrolment::exited;
  if (!ever || programme.level == EffectLevel::none) return ratios;
  const double enrolled = family.enrolled_until - family.enrolled_from;
  const double strength = effort(family, programme) * gate(home, programme, p.family);
  for (const Effect& effect : programme.strategy.effects) {
    const double limit = effect.months.value * year_length / 12 - family.enrolled_days;
    const double found = std::min(std::max(limit, 0.0), enrolled);
    double share = 0;
    if (effect.channel == Channel::effort) share = family.harmed ? -strength : strength;
    if (effect.channel == Channel::discovery && on(programme, Mechanism::discovery)) {
      share = found / year_length;
    }
    const bool grants_more = effect.centre > 1;  // which takes authority of one's own
    const bool substitutes = on(programme, Mechanism::substitution) &&
                             (!grants_more || programme.strategy.levers.authority);
    if ((effect.channel == Channel::substitution && substitutes) ||
        (effect.channel == Channel::overlap && on(programme, Mechanism::overlap_removal))) {
      share = enrolled / year_length;
    }
    const double full = programme.level == EffectLevel::strong ? effect.strong : effect.centre;
    ratios[index_of(effect.hook)] *= std::max(0.0, 1 + share * (full - 1));
  }
  return ratios;
}

void end_enrolment_year(Family& family) {
  const int days = family.enrolled_until - family.enrolled_from;
  const bool leaves =
      family.enrolment == Enrolment::enrolled && family.enrolled_until < year_length;
  int since = 0;
  if (family.enrolment == Enrolment::exited) since = family.days_since_exit + year_length;
  if (leaves) since = year_length - family.enrolled_until;
  if (leaves) family.enrolment = Enrolment::exited;
  family.days_since_exit = static_cast<std::uint16_t>(std::min(since, 60000));
  family.enrolled_days = static_cast<std::uint16_t>(family.enrolled_days + days);
  family.enrolled_from = family.enrolled_until = 0;
}

ProgrammeCost reference_programme_cost(const std::vector<Household>& site,
                                       const Programme& programme, bool first_year) {
  ProgrammeCost cost;
  const Levers& levers = programme.strategy.levers;
  if (levers.role == CoordinationRole::none) return cost;
  const auto item = [&](ProgrammeItem which) -> Ore& { return cost.items[index_of(which)]; };
  int families = 0;
  for (const Household& home : site) {
    const Ore days = home.family.enrolled_until - home.family.enrolled_from;
    if (days <= 0) continue;
    ++families;
    const double hours = levers.meeting_hours.value * levers.meeting_hour_price.value;
    item(ProgrammeItem::material) += ore(levers.material.value) * days / year_length;
    item(ProgrammeItem::meetings) += ore(hours) * days / year_length;
    if (home.family.enrolled_days == 0) {
      item(ProgrammeItem::training) += ore(levers.training_once.value);
      item(ProgrammeItem::evaluation) += ore(levers.evaluation_per_family.value);
    }
  }
  if (families == 0) return cost;
  while (cost.coordinators * levers.caseload.value < families) ++cost.coordinators;
  item(ProgrammeItem::staff) = cost.coordinators * ore(levers.wage.value);
  item(ProgrammeItem::supervision) = std::llround(static_cast<double>(item(ProgrammeItem::staff)) *
                                                  levers.supervision_share.value);
  if (first_year) {
    item(ProgrammeItem::preparation) = ore(levers.preparation_once.value);
    item(ProgrammeItem::development) = ore(levers.development_once.value);
  }
  return cost;
}

}  // namespace samspil::test
