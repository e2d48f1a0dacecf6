#include <algorithm>
#include <tuple>

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
  if (home.family.state.moved) return ExitReason::moved;
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

/// The conditions one by one, over and over.
bool is_wanted(const Eligibility& wanted, const Household& home, int year) {
  std::vector<Person> counted, parents;
  for (const Person& person : home.people) {
    if (person.presence == Presence::present && person.role == Role::parent) {
      parents.push_back(person);
    }
    const int age = age_at(person, year, 0);
    if (is_child_there(person) && age >= wanted.age_from && age <= wanted.age_to) {
      counted.push_back(person);
    }
  }
  const auto is_here = [&](MemberIndex row) {
    return row >= 0 && home.people[static_cast<std::size_t>(row)].presence == Presence::present;
  };
  const auto some = [](const std::vector<Person>& people, const auto& is_so) {
    return std::count_if(people.begin(), people.end(), is_so) > 0;
  };
  const bool some_placed =
      some(counted, [](const Person& child) { return child.place != Place::home; });
  const bool some_of_both = some(
      counted, [&](const Person& child) { return is_here(child.mother) && is_here(child.father); });
  const bool some_on_benefit =
      some(parents, [&](const Person& parent) { return wanted.statuses.has(parent.status); });
  const bool some_case = some(counted, [](const Person& child) {
    return child.case_open != 0 || child.place != Place::home;
  });
  const bool some_at_job_centre =
      some(parents, [](const Person& parent) { return has_job_centre_case(parent.status); });
  return counted.size() >= static_cast<std::size_t>(wanted.children) &&
         (!wanted.both_parents || some_of_both) &&
         (!wanted.placed.has_value() || *wanted.placed == some_placed) &&
         (wanted.statuses == Flags<LabourStatus>{} || some_on_benefit) &&
         (!wanted.joint_cases || (some_case && some_at_job_centre));
}

bool is_eligible_for(const Programme& programme, const Household& home, int year) {
  const auto& by_scenario = programme.comparison.eligible;
  const auto& own = programme.strategy.eligible;
  return is_wanted(by_scenario ? *by_scenario : Eligibility{}, home, year) &&
         (programme.comparison.terms != Terms::as_described || !own || is_wanted(*own, home, year));
}

void ask(Household& home, const Programme& programme, RunKey run, int year) {
  const Levers& levers = programme.strategy.levers;
  const Chance chance{run, home.family.id, year};
  const bool is_one = is_eligible_for(programme, home, year);
  const bool drawn = chance.ask(Question::intake) < levers.intake_share.value;
  const bool willing = chance.ask(Question::consent) < levers.consent_share.value;
  if (!is_one || !willing || (!drawn && !programme.staffing.refill)) return;
  home.family.enrolment = drawn ? Enrolment::queued : Enrolment::reserve;
  const double harm = on(programme, Mechanism::harm) ? levers.harm_share.value : 0.0;
  home.family.harmed = chance.ask(Question::harm) < harm ? 1 : 0;
}

/// A family that waits and would not be offered a place any more waits no longer.
void forget(Household& home, const Programme& programme, int year) {
  Enrolment& as = home.family.enrolment;
  if (as != Enrolment::queued && as != Enrolment::reserve) return;
  if (exit_at_new_year(home) || !is_eligible_for(programme, home, year)) as = Enrolment::never;
}

/// How far the effort has ramped up after so many days.
double ramped(const Programme& programme, double days) {
  const double full = programme.strategy.levers.ramp_months.value * year_length / 12;
  if (!on(programme, Mechanism::lag) || full <= 0) return 1;
  return std::min(1.0, days / full);
}

/// A family's days in the strategy and after it.
struct Days {
  double earlier = 0, now = 0, after = 0, since_exit = 0;
};

Days days_of(const Family& family) {
  Days days;
  days.earlier = family.enrolled_days;
  days.now = family.enrolled_until - family.enrolled_from;
  const bool entered_this_year = family.enrolled_from > 0;
  days.after = entered_this_year ? 0 : year_length - days.now;
  days.since_exit = family.days_since_exit;
  return days;
}

/// The first days are spent waiting for one's turn.
Days minus_waiting(Days days, double wait) {
  const double earlier = std::min(days.earlier, wait);
  days.earlier -= earlier;
  days.now -= std::min(days.now, wait - earlier);
  return days;
}

/// Share of the effort that acts over this year: the days in it by the ramp at their middle, the
/// days after it by what is kept at their middle.
double effort(const Days& days, const Programme& programme) {
  const Levers& levers = programme.strategy.levers;
  if (days.earlier + days.now <= 0) return 0;
  double sum = days.now * ramped(programme, days.earlier + days.now / 2);
  if (days.after > 0) {
    const double middle = days.since_exit + days.after / 2 - in_days(levers.aftercare_years.value);
    const double rate = on(programme, Mechanism::relapse) ? levers.fade_rate.value : 0.0;
    const double kept = middle > 0 ? std::exp(-rate * middle / year_length) : 1.0;
    sum += days.after * kept * ramped(programme, days.earlier + days.now);
  }
  return sum / year_length;
}

double gate(const Household& home, const ReferenceTeam& team, const Programme& programme,
            const FamilyParameters& p) {
  if (!on(programme, Mechanism::gating)) return 1;
  double agency = 0;
  for (const Person& person : home.people) {
    if (person.role == Role::child || person.presence != Presence::present) continue;
    agency = std::max(agency, p.gate_agency[index_of(person.agency)]);
  }
  return agency * static_cast<double>(home.family.relation) * team.fidelity / p.gate_reference;
}

/// How much of the content an effect hangs on there is, relative to where its ratio holds.
double content(const Effect& effect, const Programme& programme) {
  const Levers& levers = programme.strategy.levers;
  const bool silos = on(programme, Mechanism::silo_budgets);
  double amount = 1;
  if (effect.component == Component::joint_plan) amount = levers.joint_plan.value;
  if (effect.component == Component::follow_up) amount = levers.follow_up_per_year.value;
  if (effect.component == Component::delegated_grants) amount = levers.delegated_grants.value;
  if (effect.component == Component::civil_society) amount = levers.civil_society.value;
  if (effect.component == Component::network_meeting) amount = levers.network_meeting.value;
  if (effect.component == Component::job_support) amount = levers.job_support.value;
  if (effect.component == Component::joint_financing && silos) {
    amount = levers.joint_financing.value;
  }
  return amount / effect.reference;
}

bool is_later(Hook hook, const Programme& programme) {
  static const std::vector<Hook> labour{Hook::job_entry, Hook::job_loss, Hook::education_entry,
                                        Hook::activation_start, Hook::mentor_start};
  static const std::vector<Hook> treatment{
      Hook::adult_treatment_start, Hook::adult_service_stop, Hook::recovery,
      Hook::measure_start,         Hook::measure_stop,       Hook::contact_person_start};
  const MeasureOrder order = programme.strategy.levers.order;
  if (!on(programme, Mechanism::order_of_measures) || order == MeasureOrder::parallel) return false;
  const std::vector<Hook>& later = order == MeasureOrder::labour_first ? treatment : labour;
  return std::find(later.begin(), later.end(), hook) != later.end();
}

/// Strength of an effect that is not the effort's, on an enrolled family.
double direct(const Effect& effect, const Days& days, const Programme& programme) {
  const double limit = effect.months.value * year_length / 12 - days.earlier;
  const double found = std::min(std::max(limit, 0.0), days.now);
  if (effect.channel == Channel::discovery) {
    return on(programme, Mechanism::discovery) ? found / year_length : 0;
  }
  const bool grants_more = effect.centre > 1;  // which takes authority of one's own
  const bool substitutes = on(programme, Mechanism::substitution) &&
                           (!grants_more || programme.strategy.levers.authority);
  const bool acts =
      (effect.channel == Channel::substitution && substitutes) ||
      (effect.channel == Channel::overlap && on(programme, Mechanism::overlap_removal));
  return acts ? days.now / year_length : 0;
}

std::int64_t ore(double kroner) { return std::llround(kroner * 100); }

}  // namespace

void enrol_reference_site(std::vector<Household>& site, ReferenceTeam& team,
                          const Programme& programme, const Parameters& p, RunKey run, int year,
                          int programme_year) {
  const Levers& levers = programme.strategy.levers;
  if (levers.role == CoordinationRole::none) return;
  if (programme_year == 1) {
    for (Household& home : site) ask(home, programme, run, year);
  }
  const bool refill = programme.staffing.refill;
  if (programme_year == 1) {
    team.places = 0;
    for (const Household& home : site) {
      team.places += home.family.enrolment == Enrolment::queued ? 1 : 0;
    }
  } else if (refill) {
    for (Household& home : site) forget(home, programme, year);
  }
  int taken = 0;
  std::vector<int> leaving;  // days inside the year on which a place goes to the next
  for (Household& home : site) {
    if (home.family.enrolment != Enrolment::enrolled) continue;
    stay_or_leave(home, levers, run, year);
    const int until = home.family.enrolled_until;
    if (until > 0) ++taken;
    if (refill && until > 0 && until < year_length) leaving.push_back(until);
  }
  using Waiting = std::vector<std::tuple<std::uint32_t, Identity, Family*>>;
  Waiting queue, reserve;
  for (Household& home : site) {
    const Enrolment as = home.family.enrolment;
    if (as != Enrolment::queued && as != Enrolment::reserve) continue;
    (as == Enrolment::queued ? queue : reserve)
        .push_back(
            {Chance{run, home.family.id, 0}.once(Question::queue), home.family.id, &home.family});
  }
  std::sort(reserve.begin(), reserve.end());
  int room = refill ? std::max(0, team.places - taken) : static_cast<int>(queue.size());
  const int capacity = static_cast<int>(levers.capacity_per_site.value);
  if (on(programme, Mechanism::capacity) && capacity > 0) {
    room = refill ? std::max(0, std::min(team.places, capacity) - taken)
                  : std::max(0, capacity - taken);
  }
  std::sort(leaving.begin(), leaving.end());
  for (const auto& next : reserve) {
    if (!refill || queue.size() >= static_cast<std::size_t>(room) + leaving.size()) break;
    std::get<2>(next)->enrolment = Enrolment::queued;
    queue.push_back(next);
  }
  std::sort(queue.begin(), queue.end());
  const int entering = std::min(room, static_cast<int>(queue.size()));
  open_reference_posts(site, team, taken + entering, programme, run, programme_year);
  team.handed_over.clear();
  std::vector<int> free(static_cast<std::size_t>(room), 0);  // from which day each place is
  for (const auto& [number, id, family] : queue) {
    if (team.wanted.back() == 0) break;
    const bool takes_over = free.empty();
    if (takes_over && leaving.empty()) break;
    const int post = reference_post(team, *family, run);
    const ReferencePost& own = team.posts[static_cast<std::size_t>(post)];
    const int there = own.is_filled ? 0 : own.back_on;
    if (there >= year_length) continue;
    const double u = Chance{run, id, year}.ask(Question::enrolment_day);
    const int day = programme_year == 1 ? static_cast<int>(u * p.demography.enrolment_spread) : 0;
    std::vector<int>& places = takes_over ? leaving : free;
    if (takes_over) team.handed_over.push_back(places.front());
    family->enrolment = Enrolment::enrolled;
    family->enrolled_from = static_cast<std::uint16_t>(std::max({day, there, places.front()}));
    family->enrolled_until = year_length;
    family->post = static_cast<std::uint16_t>(post);
    places.erase(places.begin());
  }
  walk_team_through_year(site, team, programme, run, year);
}

HookRatios reference_hooks(const Household& home, const ReferenceTeam& team,
                           const Programme& programme, const Parameters& p) {
  HookRatios ratios;
  ratios.fill(1.0);
  const Levers& levers = programme.strategy.levers;
  const Family& family = home.family;
  if (levers.role == CoordinationRole::none || programme.level == EffectLevel::none) return ratios;
  const bool ever =
      family.enrolment == Enrolment::enrolled || family.enrolment == Enrolment::exited;
  const double spread = on(programme, Mechanism::spill_over) ? levers.spill_over.value : 0;
  Days days;
  if (ever) {
    days = days_of(family);
  } else {
    days.earlier = team.days_running;
    days.now = year_length - team.first_day;
  }
  if (ever && on(programme, Mechanism::turnover)) {
    const double after_change = p.family.job_entry_new_caseworker;
    const bool changed = family.new_caseworker == 1 || family.enrolled_days == 0;
    const double often = p.family.usual_new_caseworker;
    const double usual = often * after_change + (1 - often);
    const double share = levers.takes_over_job_casework.value * days.now / year_length;
    ratios[index_of(Hook::job_entry)] = 1 - share + share * (changed ? after_change : 1.0) / usual;
  }
  const double wait = std::floor(levers.wait_months.value * year_length / 12 + 0.5);
  for (const Effect& effect : programme.strategy.effects) {
    const Days own = is_later(effect.hook, programme) ? minus_waiting(days, wait) : days;
    double share = ever ? direct(effect, own, programme) : 0;
    if (effect.channel == Channel::effort) {
      share = effort(own, programme) * gate(home, team, programme, p.family);
      if (ever && family.harmed) share = -share;
      if (!ever) share *= spread;
    }
    const double full = programme.level == EffectLevel::weak     ? effect.weak
                        : programme.level == EffectLevel::strong ? effect.strong
                                                                 : effect.centre;
    const double ratio = 1 + share * content(effect, programme) * (full - 1);
    if (target_kind(effect.hook) == TargetKind::none) {
      ratios[index_of(effect.hook)] *= std::max(0.0, ratio);
      continue;
    }
    for (std::size_t i = 0; i < target_names(target_kind(effect.hook)).size(); ++i) {
      const bool named = effect.targets == 0 || (effect.targets >> i) % 2 == 1;
      if (!named || !acts_on(effect.hook, i)) continue;
      ratios[first_slot(effect.hook) + i] *= std::max(0.0, ratio);
    }
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
                                       const ReferenceTeam& team, const Programme& programme) {
  ProgrammeCost cost{};
  const Levers& levers = programme.strategy.levers;
  if (levers.role == CoordinationRole::none) return cost;
  const auto item = [&](ProgrammeItem which) -> Ore& { return cost[index_of(which)]; };
  for (const Household& home : site) {
    const Ore days = home.family.enrolled_until - home.family.enrolled_from;
    if (days <= 0) continue;
    const double hours = levers.meeting_hours.value * levers.meeting_hour_price.value;
    item(ProgrammeItem::material) += ore(levers.material.value) * days / year_length;
    item(ProgrammeItem::meetings) += ore(hours) * days / year_length;
    if (home.family.enrolled_days == 0) {
      item(ProgrammeItem::training) += ore(levers.training_once.value);
      item(ProgrammeItem::preparation) += ore(levers.preparation_once.value);
      item(ProgrammeItem::development) += ore(levers.development_once.value);
      item(ProgrammeItem::evaluation) += ore(levers.evaluation_per_family.value);
    }
  }
  const bool all = programme.staffing.unused == UnusedHours::paid;
  const double paid = all ? team.employed / 4.0 : team.used;
  item(ProgrammeItem::staff) =
      std::llround(static_cast<double>(ore(levers.wage.value)) * paid / year_length);
  item(ProgrammeItem::supervision) = std::llround(static_cast<double>(item(ProgrammeItem::staff)) *
                                                  levers.supervision_share.value);
  return cost;
}

}  // namespace samspil::test
