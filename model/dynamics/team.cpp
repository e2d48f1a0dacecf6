#include "model/dynamics/team.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/dynamics/clocks.hpp"

namespace samspil {
namespace {

/// Readings that a post's clock may take in a year; the next post's begin behind them.
constexpr std::uint32_t readings_per_post = 1024;

/// Changes of a number, the last at the year's end.
using Changes = NumbersByDay;

double caseload_in(int programme_year, const StaffPlan& plan) noexcept {
  double caseload = plan.caseload;
  for (int year = 1; year < programme_year; ++year) caseload *= 1.0 + plan.creep;
  return caseload;
}

/// Quarters of full time that so many families take, rounded up to a quarter or a whole post.
int quarters_wanted(const SiteYear& site, int families, const StaffPlan& plan) noexcept {
  const int step = plan.whole_posts ? quarters_per_post : 1;
  const double steps = static_cast<double>(quarters_per_post / step) * families;
  return std::min(step * static_cast<int>(std::ceil(steps / site.team.caseload)),
                  quarters_per_post * static_cast<int>(site.posts.size()));
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

/// First day on which a quarter was not wanted; below 0: before this year.
int wanted_until(std::uint16_t ends_on, const StaffPlan& plan) noexcept {
  return ends_on == no_day ? ends_on : ends_on - plan.notice_days;
}

void count_vacancy(const SiteYear& site, const Post& post, int from, int to,
                   const StaffPlan& plan) noexcept {
  for (const std::uint16_t end : post.ends_on) {
    const int until = std::min({to, wanted_until(end, plan), days_per_year});
    site.team.vacant_quarter_days += std::max(0, until - from);
  }
}

void count_presence(const Post& post, int from, int to, Changes& employed) noexcept {
  for (const std::uint16_t end : post.ends_on) {
    if (end <= from) continue;
    employed.add(from, 1);
    employed.add(std::min<int>(to, end), -1);
  }
}

/// One post through the year: somebody is there until she or the post leaves, then nobody until
/// the next, who comes only if she is still wanted.
void live_post(const SiteYear& site, std::size_t i, const StaffPlan& plan, Asker& asker,
               Changes& employed) noexcept {
  Post& post = site.posts[i];
  if (!post.is_held()) return;
  const int last = std::min<int>(post.ends_on[0], days_per_year);
  const int wanted = wanted_until(post.ends_on[0], plan);
  auto count = static_cast<std::uint32_t>(i) * readings_per_post;
  int now = post.filled_from;
  bool is_there = now == 0, stays = false;
  count_vacancy(site, post, 0, now, plan);
  while (now < last && (is_there || now < wanted)) {
    site.team.first_day = std::min(site.team.first_day, static_cast<std::uint16_t>(now));
    const double left = days_per_year - now;
    const double wait =
        waiting_days(asker, Question::caseworker_leaves, count++, plan.turnover_rate, left);
    const int day = wait < left ? std::min(now + static_cast<int>(wait), last) : last;
    count_presence(post, now, day, employed);
    stays = day == last;
    is_there = false;
    if (stays && last == days_per_year) break;
    leave_post(site, i, day);
    if (stays) break;
    now = day + plan.vacancy_days;
    count_vacancy(site, post, day, now, plan);
  }
  if (stays ? last < days_per_year : now >= wanted) {
    post = Post{};
  } else {
    post.filled_from = static_cast<std::uint16_t>(stays ? 0 : now - days_per_year);
  }
}

/// Quarters that families leave unused this year end when the notice is over.
void give_notice(const SiteYear& site, const FreedPlaces& freed, const StaffPlan& plan) noexcept {
  int families = site.team.families;
  int held = site.team.quarters;
  for (int day = freed.next(0); day < days_per_year; day = freed.next(day)) {
    families -= freed.on(day);
    for (const int wanted = quarters_wanted(site, families, plan); held > wanted; --held) {
      const auto quarter = static_cast<std::size_t>(held - 1);
      site.posts[quarter / quarters_per_post].ends_on[quarter % quarters_per_post] =
          static_cast<std::uint16_t>(day + plan.notice_days);
    }
  }
}

/// The hours there are beside the hours that the enrolled families take, by days on which neither
/// changes.
void count_hours(const SiteYear& site, const Changes& employed) noexcept {
  Changes enrolled;
  for (const Family& family : site.families) {
    enrolled.add(family.enrolled_from, 1);
    enrolled.add(family.enrolled_until, -1);
  }
  Team& team = site.team;
  std::int32_t families = 0, quarters = 0;
  for (int day = 0; day < days_per_year;) {
    families += enrolled.on(day);
    quarters += employed.on(day);
    const int next = std::min({enrolled.next(day), employed.next(day), days_per_year});
    const std::int32_t days = next - day;
    team.family_days += families * days;
    team.employed_quarter_days += quarters * days;
    if (quarters_per_post * families <= quarters * team.caseload) {
      team.served_family_days += families * days;
    } else {
      team.short_quarter_days += quarters * days;
    }
    day = next;
  }
}

/// The work there are hours for, as a share of what the fidelity takes; at most 1.
double staffed_share(const Team& team, const StaffPlan& plan) noexcept {
  if (team.family_days == 0) return 1.0;
  const double served =
      team.served_family_days + team.caseload * team.short_quarter_days / quarters_per_post;
  return std::min(1.0, served / team.family_days * (plan.fidelity_caseload / team.caseload));
}

/// At new year: what of a post is wanted, and what is under notice. A post that is not wanted ends
/// at once where nobody is in it.
void renew_post(const SiteYear& site, std::size_t i, const StaffPlan& plan) noexcept {
  Post& post = site.posts[i];
  const int wanted = std::clamp(site.team.quarters - quarters_per_post * static_cast<int>(i), 0,
                                quarters_per_post);
  if (wanted > 0 && !post.is_held()) {
    post.filled_from = static_cast<std::uint16_t>(plan.hiring_days);
  }
  for (int q = 0; q < quarters_per_post; ++q) {
    std::uint16_t& end = post.ends_on[static_cast<std::size_t>(q)];
    end = q < wanted ? no_day : std::min(end, static_cast<std::uint16_t>(plan.notice_days));
  }
  if (wanted > 0 || (post.filled_from == 0 && post.is_held())) return;
  if (post.filled_from == 0) leave_post(site, i, 0);
  post = Post{};
}

}  // namespace

void staff_team(const SiteYear& site, int families, const StaffPlan& plan) noexcept {
  Team& team = site.team;
  team.caseload = caseload_in(site.programme_year, plan);
  team.families = families;
  team.quarters = quarters_wanted(site, families, plan);
  const int posts = (team.quarters + quarters_per_post - 1) / quarters_per_post;
  for (; team.posts < posts; ++team.posts) site.posts[team.posts] = Post{};
  for (std::size_t i = 0; i < team.posts; ++i) {
    renew_post(site, i, plan);
    team.caseworkers = static_cast<std::uint16_t>(team.caseworkers + site.posts[i].is_held());
  }
  for (Family& family : site.families) {
    if (family.post == no_post || !is_enrolled_on(family, 0)) continue;
    if (!site.posts[family.post].is_held()) family.post = post_for(site, family);
  }
}

std::uint16_t post_for(const SiteYear& site, const Family& family) noexcept {
  const PhiloxBlock words = keyed_block(site.run, family.id, 0, own_block_of(Question::caseworker));
  const int quarter = static_cast<int>(uniform(words[0]) * site.team.quarters);
  return static_cast<std::uint16_t>(quarter / quarters_per_post);
}

void live_team(const SiteYear& site, const FreedPlaces& freed, const StaffPlan& plan) noexcept {
  Team& team = site.team;
  give_notice(site, freed, plan);
  Asker asker{site.run, team.id, site.year};
  Changes employed;
  for (std::size_t i = 0; i < team.posts; ++i) live_post(site, i, plan, asker, employed);
  for (const Family& family : site.families) {
    team.queued = static_cast<std::uint16_t>(team.queued + (family.enrolment == Enrolment::queued));
  }
  count_hours(site, employed);
  team.fidelity_gate =
      fidelity_gate(plan.elements, plan.hours_matter ? staffed_share(team, plan) : 1.0);
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
    family.new_caseworker = family.caseworker_changes > 0;
    for (; family.caseworker_changes > 0; --family.caseworker_changes) {
      family.relation =
          static_cast<float>(static_cast<double>(family.relation) * plan.handover_share);
    }
  }
  Team& team = site.team;
  for (Post& post : site.posts.first(team.posts)) {
    for (std::uint16_t& end : post.ends_on) {
      if (end != no_day) end = static_cast<std::uint16_t>(std::max(0, end - days_per_year));
    }
  }
  Team next;
  next.id = team.id;
  next.posts = team.posts;
  next.places = team.places;
  next.running_days = static_cast<std::uint16_t>(
      std::min(team.running_days + days_per_year - team.first_day, 60'000));
  team = next;
}

}  // namespace samspil
