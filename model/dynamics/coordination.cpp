#include "model/dynamics/coordination.hpp"

#include <algorithm>
#include <utility>

#include "model/core/bits.hpp"
#include "model/dynamics/clocks.hpp"
#include "model/dynamics/surroundings.hpp"

namespace samspil {
namespace {

/// The first end: everybody in work and nobody placed or with an open case.
bool is_done(std::span<const Person> people) noexcept {
  bool parent_seen = false;
  for (const Person& person : people) {
    if (!is_present(person)) continue;
    if (is_child(person) && (person.case_open || is_placed(person.place))) return false;
    if (person.role != Role::parent) continue;
    parent_seen = true;
    if (!is_in_work(person.status)) return false;
  }
  return parent_seen;
}

bool any_case_open(std::span<const Person> people) noexcept {
  return std::any_of(people.begin(), people.end(), [](const Person& person) {
    return is_child(person) && is_present(person) && person.case_open;
  });
}

/// Day of this year on which an enrolled family leaves, 364 if it stays, and why.
struct Exit {
  int day = days_per_year;
  ExitReason reason = ExitReason::none;
};

Exit exit_of(const SiteYear& site, const Family& family, const CoordinationPlan& plan) {
  if (family.state.moved) return {0, ExitReason::moved};
  const std::span<const Person> people = members_of(site, family);
  if (is_done(people)) return {0, ExitReason::job};
  Asker asker{site.run, family.id, site.year};
  Exit exit{days_per_year, ExitReason::none};
  const int left = plan.duration_days - family.enrolled_days;
  if (left < exit.day) exit = {std::max(left, 0), ExitReason::completed};
  const int withdrawn = event_day(asker, Question::exit_withdrawn, plan.exit_rate_withdrawn);
  if (withdrawn < exit.day) exit = {withdrawn, ExitReason::withdrawn};
  if (!any_case_open(people)) {
    const int closed = event_day(asker, Question::exit_closed, plan.exit_rate_closed);
    if (closed < exit.day) exit = {closed, ExitReason::case_closed};
  }
  return exit;
}

void continue_or_exit(const SiteYear& site, Family& family, const CoordinationPlan& plan) {
  const Exit exit = exit_of(site, family, plan);
  family.enrolled_from = 0;
  family.enrolled_until = static_cast<std::uint16_t>(exit.day);
  family.exit_reason = exit.reason;
}

/// Place of a family in the queue. Keyed by the family alone, so that the order of rows does not
/// matter.
std::uint32_t queue_number(RunKey run, Identity family) noexcept {
  return keyed_block(run, family, 0, own_block_of(Question::queue))[0];
}

/// Eligible families that would accept a place are queued in the programme's first year.
void ask_for_consent(const SiteYear& site, const CoordinationPlan& plan) {
  for (Family& family : site.families) {
    if (!is_eligible(plan.eligible, members_of(site, family), site.year)) continue;
    Asker asker{site.run, family.id, site.year};
    const bool offered = is_below(asker, Question::intake, plan.intake_share);
    const bool accepts = is_below(asker, Question::consent, plan.consent_share);
    if (!accepts || (!offered && !plan.refill)) continue;
    family.enrolment = offered ? Enrolment::queued : Enrolment::reserve;
    site.team.places = static_cast<std::uint16_t>(site.team.places + offered);
    family.harmed = is_below(asker, Question::harm, plan.harm_share);
    family.queue_number = queue_number(site.run, family.id);
  }
}

/// Whether `a` stands before `b` in the queue.
bool is_before(const Family& a, const Family& b) noexcept {
  return std::pair{a.queue_number, a.id} < std::pair{b.queue_number, b.id};
}

/// The family with the lowest number of those that wait as `waiting`, or the lowest behind `last`;
/// nullptr if there is none.
Family* next_of(const SiteYear& site, Enrolment waiting, const Family* last) {
  Family* first = nullptr;
  for (Family& family : site.families) {
    if (family.enrolment != waiting) continue;
    if (last != nullptr && !is_before(*last, family)) continue;
    if (first == nullptr || is_before(family, *first)) first = &family;
  }
  return first;
}

/// Of families that wait, those that a place would no longer be offered: moved, in need of nothing,
/// or not eligible any more.
void clear_waiting(const SiteYear& site, const CoordinationPlan& plan) {
  for (Family& family : site.families) {
    if (family.enrolment != Enrolment::queued && family.enrolment != Enrolment::reserve) continue;
    const std::span<const Person> people = members_of(site, family);
    if (family.state.moved || is_done(people) || !is_eligible(plan.eligible, people, site.year)) {
      family.enrolment = Enrolment::never;
    }
  }
}

/// Queues families in reserve until so many are queued, or none is left; how many then are.
int call_reserves(const SiteYear& site, int queued, int wanted) {
  for (; queued < wanted; ++queued) {
    Family* next = next_of(site, Enrolment::reserve, nullptr);
    if (next == nullptr) break;
    next->enrolment = Enrolment::queued;
  }
  return queued;
}

/// Families that may be in the strategy at once, of those that it has and those that are queued.
int places_for(const SiteYear& site, const CoordinationPlan& plan, int families) {
  const int wanted = plan.refill ? site.team.places : families;
  return plan.capacity_per_site > 0 ? std::min(plan.capacity_per_site, wanted) : wanted;
}

/// Enrols a family on the day its place is free, or once somebody is in its post; false if nobody
/// is this year.
bool enrol(const SiteYear& site, Family& family, int free_from, const Parameters& p) {
  const std::uint16_t post = post_for(site, family);
  const int staffed_from = site.posts[post].filled_from;
  if (staffed_from >= days_per_year) return false;
  Asker asker{site.run, family.id, site.year};
  const double spread = site.first_year() ? p.demography.enrolment_spread : 0.0;
  const int day = static_cast<int>(asker.ask(Question::enrolment_day) * spread);
  family.enrolment = Enrolment::enrolled;
  family.enrolled_from = static_cast<std::uint16_t>(std::max({day, staffed_from, free_from}));
  family.enrolled_until = days_per_year;
  family.post = post;
  return true;
}

void offer_places(const SiteYear& site, int places, const Parameters& p) {
  const Family* last = nullptr;
  while (places > 0) {
    Family* next = next_of(site, Enrolment::queued, last);
    if (next == nullptr) return;
    places -= enrol(site, *next, 0, p);
    last = next;
  }
}

/// Places that families leave within the year go to those that wait, from that day on. What nobody
/// takes stays free.
void offer_freed(const SiteYear& site, FreedPlaces& freed, const Parameters& p) {
  const Family* last = nullptr;
  for (int day = freed.next(0); day < days_per_year; day = freed.next(day)) {
    while (freed.on(day) > 0) {
      Family* next = next_of(site, Enrolment::queued, last);
      if (next == nullptr) return;
      freed.add(day, -static_cast<int>(enrol(site, *next, day, p)));
      last = next;
    }
  }
}

double decay(double rate, double days) noexcept {
  return rate <= 0 ? 1.0 : natural_exp(-rate * days * years_per_day);
}

/// How much of an effect acts in this family: necessary conditions multiply (the agency of its most
/// able adult, the relation to the municipality, the fidelity of the work), relative to the product
/// at which the effects of the strategy files are stated.
double gate_of(const Family& family, double agency, const Team& team, const CoordinationPlan& plan,
               const FamilyParameters& p) noexcept {
  if (!plan.gated) return 1.0;
  return agency * static_cast<double>(family.relation) * team.fidelity_gate / p.gate_reference;
}

DaysInStrategy course_of(const Family& family) noexcept {
  const double now = family.enrolled_until - family.enrolled_from;
  const double out = family.enrolment == Enrolment::exited || now == 0
                         ? days_per_year
                         : days_per_year - family.enrolled_until;
  return {static_cast<double>(family.enrolled_days), now, out, family.days_since_exit + out / 2};
}

/// Of the families that are not enrolled: that of the team in their site.
DaysInStrategy course_of(const Team& team) noexcept {
  return {static_cast<double>(team.running_days),
          static_cast<double>(days_per_year - team.first_day), 0, 0};
}

/// The same for effects that wait: their days begin later.
DaysInStrategy after_waiting(const DaysInStrategy& course, double wait) noexcept {
  const double now = std::clamp(course.before + course.now - wait, 0.0, course.now);
  return {std::max(0.0, course.before - wait), now, course.out, course.since};
}

/// How much of the effort's full effect acts this year [0, 1]: while enrolled it ramps up, after
/// exit and aftercare it fades.
double effort_strength(const DaysInStrategy& course, const CoordinationPlan& plan) noexcept {
  const auto ramp = [&](double days) {
    return plan.ramp_days <= 0 ? 1.0 : std::min(1.0, days / plan.ramp_days);
  };
  const double reached = course.before + course.now;
  if (reached <= 0) return 0.0;
  const double enrolled = course.now * years_per_day * ramp(course.before + course.now / 2);
  if (course.out <= 0) return enrolled;
  const double since = course.since - plan.aftercare_days;
  const double kept = ramp(reached) * (since > 0 ? decay(plan.fade_rate, since) : 1.0);
  return enrolled + course.out * years_per_day * kept;
}

/// Share of the year's days that lie within `limit` days of enrolment.
double early_share(const DaysInStrategy& course, double limit) noexcept {
  return std::clamp(limit - course.before, 0.0, course.now) * years_per_day;
}

/// Of an effect that is not the effort's.
double direct_strength(const PlannedEffect& effect, const DaysInStrategy& course) noexcept {
  return effect.channel == Channel::discovery ? early_share(course, effect.days)
                                              : course.now * years_per_day;
}

/// Job entry where the strategy's staff do the job centre's casework: lower in the year after a
/// change of caseworker, of which enrolment is one, and relative to the changes of present
/// practice, which lie in the base rates.
double new_caseworker_ratio(const Family& family, const CoordinationPlan& plan,
                            const FamilyParameters& p) noexcept {
  const bool is_new = family.enrolled_days == 0 || family.new_caseworker != 0;
  const double usual = partial_ratio(p.job_entry_new_caseworker, p.usual_new_caseworker);
  const double ratio = ratio_if(is_new, p.job_entry_new_caseworker) / usual;
  return partial_ratio(ratio, course_of(family).now * years_per_day * plan.job_casework);
}

}  // namespace

void enrol_site(const SiteYear& site, const CoordinationPlan& plan, const Parameters& p) {
  if (!plan.enrols) return;
  if (site.first_year()) {
    ask_for_consent(site, plan);
  } else if (plan.refill) {
    clear_waiting(site, plan);
  }
  int staying = 0, leaving = 0, queued = 0;
  FreedPlaces freed{};
  for (Family& family : site.families) {
    queued += family.enrolment == Enrolment::queued;
    if (family.enrolment != Enrolment::enrolled) continue;
    continue_or_exit(site, family, plan);
    const int until = family.enrolled_until;
    staying += until > 0;
    if (until == 0 || until >= days_per_year) continue;
    freed.add(until, 1);
    ++leaving;
  }
  const int room = std::max(places_for(site, plan, staying + queued) - staying, 0);
  if (plan.refill) queued = call_reserves(site, queued, room + leaving);
  staff_team(site, staying + std::min(queued, room), plan.staff);
  if (site.team.quarters > 0) {
    offer_places(site, room, p);
    if (plan.refill) offer_freed(site, freed, p);  // else such a place is free the next year
  }
  live_team(site, freed, plan.staff);
}

double gate_agency(std::span<const Person> people, const FamilyParameters& p) noexcept {
  double agency = 0;
  for (const Person& person : people) {
    if (!is_child(person) && is_present(person)) {
      agency = std::max(agency, p.gate_agency[index_of(person.agency)]);
    }
  }
  return agency;
}

EffectStrength::EffectStrength(const Family& family, double agency, const Team& team,
                               const CoordinationPlan& plan, const FamilyParameters& p) noexcept
    : ever_{family.enrolment == Enrolment::enrolled || family.enrolment == Enrolment::exited},
      acts_{!plan.effects.empty() && (ever_ || plan.spill_over > 0)} {
  if (ever_ && plan.job_casework > 0) {
    job_entry_by_caseworker_ = new_caseworker_ratio(family, plan, p);
  }
  if (!acts_) return;
  first_ = ever_ ? course_of(family) : course_of(team);
  later_ = after_waiting(first_, plan.wait_days);
  const double gate =
      gate_of(family, agency, team, plan, p) * (family.harmed && ever_ ? -1.0 : 1.0);
  const double reach = ever_ ? 1.0 : plan.spill_over;
  effort_first_ = effort_strength(first_, plan) * gate * reach;
  effort_later_ = plan.wait_days > 0 ? effort_strength(later_, plan) * gate * reach : effort_first_;
}

double EffectStrength::of(const PlannedEffect& effect) const noexcept {
  if (effect.channel == Channel::effort) return effect.later ? effort_later_ : effort_first_;
  if (!ever_) return 0.0;
  return direct_strength(effect, effect.later ? later_ : first_);
}

HookRatios hook_ratios(const Family& family, std::span<const Person> people, const Team& team,
                       const CoordinationPlan& plan, const FamilyParameters& p) noexcept {
  HookRatios ratios = no_hooks();
  const EffectStrength strength{family, gate_agency(people, p), team, plan, p};
  ratios[index_of(Hook::job_entry)] = strength.job_entry_by_caseworker();
  if (!strength.acts()) return ratios;
  for (const PlannedEffect& effect : plan.effects) {
    const double share = strength.of(effect) * effect.scale;
    const double ratio = std::max(0.0, partial_ratio(effect.ratio, share));
    for_each_slot(effect, [&](std::size_t slot) { ratios[slot] *= ratio; });
  }
  return ratios;
}

void close_enrolment_year(Family& family) noexcept {
  if (family.enrolment == Enrolment::exited) {
    family.days_since_exit =
        static_cast<std::uint16_t>(std::min(family.days_since_exit + days_per_year, 60'000));
  }
  const int days = family.enrolled_until - family.enrolled_from;
  family.enrolled_days = static_cast<std::uint16_t>(family.enrolled_days + days);
  if (family.enrolment == Enrolment::enrolled && family.enrolled_until < days_per_year) {
    family.enrolment = Enrolment::exited;
    family.days_since_exit = static_cast<std::uint16_t>(days_per_year - family.enrolled_until);
  }
  family.enrolled_from = 0;
  family.enrolled_until = 0;
}

}  // namespace samspil
