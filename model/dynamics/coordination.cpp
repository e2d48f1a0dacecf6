#include "model/dynamics/coordination.hpp"

#include <algorithm>

#include "model/dynamics/clocks.hpp"
#include "model/dynamics/surroundings.hpp"

namespace samspil {
namespace {

std::span<const Person> members(const Family& family, std::span<const Person> people) noexcept {
  return people.subspan(family.first, family.members);
}

/// A family with a child under 23 can be enrolled.
bool has_child(const Family& family, std::span<const Person> people, int year) noexcept {
  const auto own = members(family, people);
  return std::any_of(own.begin(), own.end(), [&](const Person& person) {
    return is_child(person) && is_present(person) && age_at(person, year, 0) < 23;
  });
}

/// The first end: everybody in work and nobody placed or with an open case.
bool is_done(const Family& family, std::span<const Person> people) noexcept {
  bool parent_seen = false;
  for (const Person& person : members(family, people)) {
    if (!is_present(person)) continue;
    if (is_child(person) && (person.case_open || is_placed(person.place))) return false;
    if (person.role != Role::parent) continue;
    parent_seen = true;
    if (!is_in_work(person.status)) return false;
  }
  return parent_seen;
}

bool any_case_open(const Family& family, std::span<const Person> people) noexcept {
  const auto own = members(family, people);
  return std::any_of(own.begin(), own.end(), [](const Person& person) {
    return is_child(person) && is_present(person) && person.case_open;
  });
}

/// Day of this year on which an enrolled family leaves, 364 if it stays, and why.
struct Exit {
  int day = days_per_year;
  ExitReason reason = ExitReason::none;
};

Exit exit_of(const SiteYear& site, const Family& family, const CoordinationPlan& plan) {
  if (family.moved) return {0, ExitReason::moved};
  if (is_done(family, site.people)) return {0, ExitReason::job};
  Asker asker{site.run, family.id, site.year};
  Exit exit{days_per_year, ExitReason::none};
  const int left = plan.duration_days - family.enrolled_days;
  if (left < exit.day) exit = {std::max(left, 0), ExitReason::completed};
  const int withdrawn = event_day(asker, Question::exit_withdrawn, plan.exit_rate_withdrawn);
  if (withdrawn < exit.day) exit = {withdrawn, ExitReason::withdrawn};
  if (!any_case_open(family, site.people)) {
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

/// Families that would accept a place are queued in the programme's first year.
void ask_for_consent(const SiteYear& site, const CoordinationPlan& plan) {
  for (Family& family : site.families) {
    if (!has_child(family, site.people, site.year)) continue;
    Asker asker{site.run, family.id, site.year};
    const bool offered = is_below(asker, Question::intake, plan.intake_share);
    const bool accepts = is_below(asker, Question::consent, plan.consent_share);
    if (!offered || !accepts) continue;
    family.enrolment = Enrolment::queued;
    family.harmed = is_below(asker, Question::harm, plan.harm_share);
  }
}

/// The queued family with the lowest keyed number, or nullptr. Its number depends on the family
/// alone, so the order of rows does not matter.
Family* next_in_queue(const SiteYear& site) {
  Family* first = nullptr;
  std::uint32_t lowest = 0;
  for (Family& family : site.families) {
    if (family.enrolment != Enrolment::queued) continue;
    const std::uint32_t number =
        keyed_block(site.run, family.id, 0, own_block_of(Question::queue))[0];
    if (first == nullptr || number < lowest) first = &family, lowest = number;
  }
  return first;
}

void enrol(const SiteYear& site, Family& family, const Parameters& p) {
  Asker asker{site.run, family.id, site.year};
  const double spread = site.first_year ? p.demography.enrolment_spread : 0.0;
  const int day = static_cast<int>(asker.ask(Question::enrolment_day) * spread);
  family.enrolment = Enrolment::enrolled;
  family.enrolled_from = static_cast<std::uint16_t>(day);
  family.enrolled_until = days_per_year;
}

double decay(double rate, double days) noexcept {
  return rate <= 0 ? 1.0 : natural_exp(-rate * days * years_per_day);
}

/// How much of an effect acts in this family: necessary conditions multiply (the agency of its most
/// able adult, the relation to the municipality, the fidelity of the work), relative to the product
/// at which the effects of the strategy files are stated.
double gate_of(const Family& family, std::span<const Person> people, const CoordinationPlan& plan,
               const FamilyParameters& p) noexcept {
  if (!plan.gated) return 1.0;
  double agency = 0;
  for (const Person& person : people) {
    if (!is_child(person) && is_present(person)) {
      agency = std::max(agency, p.gate_agency[index_of(person.agency)]);
    }
  }
  return agency * static_cast<double>(family.relation) * plan.fidelity_gate / p.gate_reference;
}

/// How much of the effort's full effect acts this year [0, 1]: while enrolled it ramps up, after
/// exit and aftercare it fades.
double effort_strength(const Family& family, const CoordinationPlan& plan) noexcept {
  const double days_now = family.enrolled_until - family.enrolled_from;
  const auto ramp = [&](double days) {
    return plan.ramp_days <= 0 ? 1.0 : std::min(1.0, days / plan.ramp_days);
  };
  const double enrolled = days_now * years_per_day * ramp(family.enrolled_days + days_now / 2);
  const double days_out = family.enrolment == Enrolment::exited || days_now == 0
                              ? days_per_year
                              : days_per_year - family.enrolled_until;
  if (days_out <= 0) return enrolled;
  const double since = family.days_since_exit + days_out / 2 - plan.aftercare_days;
  const double kept =
      ramp(family.enrolled_days + days_now) * (since > 0 ? decay(plan.fade_rate, since) : 1.0);
  return enrolled + days_out * years_per_day * kept;
}

/// Share of the year's days that lie within `limit` days of enrolment.
double early_share(const Family& family, double limit) noexcept {
  const double days_now = family.enrolled_until - family.enrolled_from;
  return std::clamp(limit - family.enrolled_days, 0.0, days_now) * years_per_day;
}

}  // namespace

void enrol_site(const SiteYear& site, const CoordinationPlan& plan, const Parameters& p) {
  if (!plan.enrols) return;
  if (site.first_year) ask_for_consent(site, plan);
  int staying = 0;
  for (Family& family : site.families) {
    if (family.enrolment != Enrolment::enrolled) continue;
    continue_or_exit(site, family, plan);
    staying += family.enrolled_until > 0;  // a place left inside the year is free the next
  }
  while (plan.capacity_per_site == 0 || staying < plan.capacity_per_site) {
    Family* next = next_in_queue(site);
    if (next == nullptr) return;
    enrol(site, *next, p);
    ++staying;
  }
}

HookRatios hook_ratios(const Family& family, std::span<const Person> people,
                       const CoordinationPlan& plan, const FamilyParameters& p) noexcept {
  HookRatios ratios;
  ratios.fill(1.0);
  const bool ever =
      family.enrolment == Enrolment::enrolled || family.enrolment == Enrolment::exited;
  if (!ever) return ratios;
  const double now = (family.enrolled_until - family.enrolled_from) * years_per_day;
  const double effort = effort_strength(family, plan) * gate_of(family, people, plan, p) *
                        (family.harmed ? -1.0 : 1.0);
  for (const PlannedEffect& effect : plan.effects) {
    const double strength = effect.channel == Channel::effort ? effort
                            : effect.channel == Channel::discovery
                                ? early_share(family, effect.days)
                                : now;
    double& ratio = ratios[index_of(effect.hook)];
    ratio *= std::max(0.0, partial_ratio(effect.ratio, strength));
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
