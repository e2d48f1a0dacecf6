/// \file
/// The year of a site's staff: posts opened for the families, caseworkers who leave, posts that
/// stand empty, and what of the work is given up when hours are short.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

#include "model/core/calendar.hpp"
#include "model/population/family.hpp"

namespace samspil {

/// A core element of the work, by its share of it.
struct PlannedElement {
  double weight = 1;  ///< Share of the work; sums to 1.
  double height = 1;  ///< (fidelity - 1) / 5

  friend bool operator==(const PlannedElement&, const PlannedElement&) = default;
};

struct StaffPlan {
  double caseload = 1;           ///< Families per caseworker in the programme's first year.
  double fidelity_caseload = 1;  ///< Families per caseworker at which the fidelity is reached.
  double creep = 0;              ///< [1/year] growth of the families per caseworker
  bool whole_posts = false;      ///< Full-time posts alone; else quarters of one.
  int notice_days = 0;           ///< From the day that hours are no longer wanted to their end.
  int hiring_days = 0;           ///< Until somebody is in a new post.
  int vacancy_days = 0;          ///< Until somebody is in a post that was left.
  double turnover_rate = 0;      ///< [1/caseworker-year]
  double handover_share = 1;     ///< Of the relation, at a change of caseworker.
  bool hours_matter = true;      ///< Whether fidelity falls when hours are short.
  std::vector<PlannedElement> elements;  ///< In their order of loss.

  friend bool operator==(const StaffPlan&, const StaffPlan&) = default;
};

/// Numbers by day of the year and for its end, most of them nought: those days are passed over.
class NumbersByDay {
 public:
  void add(int day, int number) noexcept {
    const auto i = static_cast<std::size_t>(day);
    numbers_[i] += number;
    noted_[i / 64] |= std::uint64_t{1} << i % 64;
  }
  int on(int day) const noexcept { return numbers_[static_cast<std::size_t>(day)]; }
  /// The first day behind this one to which something was added; the year's end if none was.
  int next(int day) const noexcept {
    const auto from = static_cast<std::size_t>(day + 1);
    std::uint64_t left = noted_[from / 64] >> from % 64 << from % 64;
    for (std::size_t word = from / 64;; left = noted_[word]) {
      if (left != 0) return static_cast<int>(64 * word) + std::countr_zero(left);
      if (++word == noted_.size()) return days_per_year;
    }
  }

 private:
  std::array<std::int32_t, days_per_year + 1> numbers_{};
  std::array<std::uint64_t, days_per_year / 64 + 1> noted_{};
};

/// Places that families leave and nobody takes over. Those of day 0 are not among them.
using FreedPlaces = NumbersByDay;

/// A site as its team and enrolment see it.
struct SiteYear {
  std::span<Family> families;
  std::span<const Person> people;  ///< The block's rows.
  Team& team;
  std::span<Post> posts;  ///< As many as the site has places for families.
  RunKey run;
  int year = 0;
  int programme_year = 1;

  bool first_year() const noexcept { return programme_year == 1; }
};

/// The members of one of the site's families.
inline std::span<const Person> members_of(const SiteYear& site, const Family& family) noexcept {
  return site.people.subspan(family.first, family.state.members);
}

/// At new year: quarters of full time for so many families, the first four of them in the first
/// post and so on. New posts stand empty until hired for; who is there takes more hours at once.
/// Quarters too many, the last first, are under notice; those wanted again are so no longer.
void staff_team(const SiteYear& site, int families, const StaffPlan& plan) noexcept;

/// The post that takes a family, by the hours wanted in it. Keyed by the family, so that rows do
/// not matter.
std::uint16_t post_for(const SiteYear& site, const Family& family) noexcept;

/// The year after enrolment: notice to quarters that families leave unused, who leaves when, which
/// families meet it, the hours there are beside the hours wanted, and the fidelity that follows.
/// A post without need of it is not hired for again.
void live_team(const SiteYear& site, const FreedPlaces& freed, const StaffPlan& plan) noexcept;

/// Weighted mean of (fidelity - 1) / 5 when a share `staffed` of the work is done: the elements are
/// given up in their order of loss, each down to fidelity 1 before the next begins to fall.
double fidelity_gate(std::span<const PlannedElement> elements, double staffed) noexcept;

/// Moves the team and its families' relation to their caseworker over the year's end.
void close_team_year(const SiteYear& site, const StaffPlan& plan) noexcept;

}  // namespace samspil
