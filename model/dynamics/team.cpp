#include "model/dynamics/team.hpp"

#include <algorithm>
#include <cmath>

#include "model/dynamics/clocks.hpp"

namespace samspil {
namespace {

/// Readings that a post's clock may take in a year; the next post's begin behind them.
constexpr std::uint32_t readings_per_post = 1024;

int posts_wanted(int families, int programme_year, const StaffPlan& plan) noexcept {
  double caseload = plan.caseload;
  for (int year = 1; year < programme_year; ++year) caseload *= 1.0 + plan.creep;
  return static_cast<int>(std::ceil(families / caseload));
}

bool is_enrolled_on(const Family& family, int day) noexcept {
  return family.enrolment == Enrolment::enrolled && family.enrolled_from <= day &&
         day < family.enrolled_until;
}

void meet_new_caseworker(Team& team, Family& family) noexcept {
  ++family.caseworker_changes;
  ++team.changes;
}

void leave_post(const SiteYear& site, std::size_t post, int day) noexcept {
  for (Family& family : site.families) {
    if (family.post == post && is_enrolled_on(family, day)) meet_new_caseworker(site.team, family);
  }
}

/// One post through the year: somebody is there until she leaves, then nobody until the next.
void live_post(const SiteYear& site, std::size_t i, const StaffPlan& plan, Asker& asker) noexcept {
  Team& team = site.team;
  auto count = static_cast<std::uint32_t>(i) * readings_per_post;
  int now = site.posts[i].filled_from;
  team.first_day = std::min(team.first_day, static_cast<std::uint16_t>(now));
  team.vacant_days += std::min(now, days_per_year);
  while (now < days_per_year) {
    const double left = days_per_year - now;
    const double wait =
        waiting_days(asker, Question::caseworker_leaves, count++, plan.turnover_rate, left);
    const int day = wait < left ? now + static_cast<int>(wait) : days_per_year;
    team.employed_days += day - now;
    if (wait >= left) {
      now = days_per_year;
      break;
    }
    leave_post(site, i, day);
    now = day + plan.vacancy_days;
    team.vacant_days += std::min(now, days_per_year) - day;
  }
  site.posts[i].filled_from = static_cast<std::uint16_t>(now - days_per_year);
}

/// Caseworker-days there are, as a share of those that the enrolled families take; at most 1.
double staffed_share(const SiteYear& site, const StaffPlan& plan) noexcept {
  int days = 0;
  for (const Family& family : site.families) days += family.enrolled_until - family.enrolled_from;
  if (days == 0) return 1.0;
  return std::min(1.0, site.team.employed_days * plan.fidelity_caseload / days);
}

}  // namespace

void staff_team(const SiteYear& site, int families, const StaffPlan& plan) noexcept {
  Team& team = site.team;
  const int wanted = std::min(posts_wanted(families, site.programme_year, plan),
                              static_cast<int>(site.posts.size()));
  for (int i = team.posts; i < wanted; ++i) {
    site.posts[static_cast<std::size_t>(i)].filled_from =
        static_cast<std::uint16_t>(plan.hiring_days);
  }
  team.posts = static_cast<std::uint16_t>(wanted);
  for (Family& family : site.families) {
    if (family.post == no_post || family.post < team.posts || !is_enrolled_on(family, 0)) continue;
    family.post = post_for(site, family);
    meet_new_caseworker(team, family);
  }
}

std::uint16_t post_for(const SiteYear& site, const Family& family) noexcept {
  const PhiloxBlock words = keyed_block(site.run, family.id, 0, own_block_of(Question::caseworker));
  return static_cast<std::uint16_t>(uniform(words[0]) * site.team.posts);
}

void live_team(const SiteYear& site, const StaffPlan& plan) noexcept {
  Asker asker{site.run, site.team.id, site.year};
  for (std::size_t i = 0; i < site.team.posts; ++i) live_post(site, i, plan, asker);
  for (const Family& family : site.families) {
    site.team.queued =
        static_cast<std::uint16_t>(site.team.queued + (family.enrolment == Enrolment::queued));
  }
  site.team.fidelity_gate =
      fidelity_gate(plan.elements, plan.hours_matter ? staffed_share(site, plan) : 1.0);
}

double fidelity_gate(std::span<const PlannedElement> elements, double staffed) noexcept {
  double missing = 1.0 - staffed;
  double sum = 0;
  for (const PlannedElement& element : elements) {
    const double lost = std::min(missing, element.weight);
    sum += (element.weight - lost) * element.height;
    missing -= lost;
  }
  return sum;
}

void close_team_year(const SiteYear& site, const StaffPlan& plan) noexcept {
  for (Family& family : site.families) {
    for (; family.caseworker_changes > 0; --family.caseworker_changes) {
      family.relation =
          static_cast<float>(static_cast<double>(family.relation) * plan.handover_share);
    }
  }
  Team& team = site.team;
  Team next;
  next.id = team.id;
  next.posts = team.posts;
  next.running_days = static_cast<std::uint16_t>(
      std::min(team.running_days + days_per_year - team.first_day, 60'000));
  team = next;
}

}  // namespace samspil
