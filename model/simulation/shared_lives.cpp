#include "model/simulation/shared_lives.hpp"

namespace samspil {
namespace {

constexpr std::size_t life_count_count =
    service_count * rule_state_count + settlement_count + outcome_count + labour_status_count + 2;

/// Where a count stands within its year's counts.
std::uint32_t offset_of(const std::int64_t& count, const YearCounts& counts) noexcept {
  return static_cast<std::uint32_t>(reinterpret_cast<const char*>(&count) -
                                    reinterpret_cast<const char*>(&counts));
}
std::int64_t& count_at(std::uint32_t offset, YearCounts& counts) noexcept {
  return *reinterpret_cast<std::int64_t*>(reinterpret_cast<char*>(&counts) + offset);
}

/// Calls act(count) with all that people's lives count, but for services that nobody used: not
/// enrolment, programme and staff.
template <class Act>
void for_each_life_count(const YearCounts& counts, const Act& act) {
  const auto each = [&](const auto& all) {
    for (const std::int64_t& count : all) act(count);
  };
  for (const auto& by_state : counts.use.in_state) {
    static_assert(rule_state_count == 4);
    const bool any = (by_state[0] | by_state[1] | by_state[2] | by_state[3]) != 0;
    if (any) each(by_state);
  }
  each(counts.settlements);
  each(counts.outcomes);
  each(counts.week_48);
  act(counts.person_years);
  act(counts.person_days);
}

/// Gives `to` the life of `from`, and leaves its part in the strategy as it is.
void take_life(Family& to, const Family& from) noexcept {
  to.members = from.members;
  to.frailty = from.frailty;
  to.functioning = from.functioning;
  to.moved = from.moved;
  to.households = from.households;
  to.shocks = from.shocks;
}

}  // namespace

void SharedLives::reserve(std::size_t families, std::size_t rows, std::size_t sites, int years) {
  const auto year_count = static_cast<std::size_t>(years);
  starts_.resize(year_count - 1);
  for (Standing& start : starts_) {
    start.families.resize(families);
    start.people.resize(rows);
  }
  ranges_.resize(year_count * families);
  open_cases_.resize(year_count * families);
  counts_.resize(year_count * families * life_count_count);
  sites_.resize(year_count * sites);
  sites_per_year_ = sites;
  untouched_.resize(families);
}

void SharedLives::note_start(int year, std::size_t family, const Family& stands,
                             std::span<const Person> people) noexcept {
  Standing& start = starts_[static_cast<std::size_t>(year - 2)];
  start.families[family] = stands;
  std::copy(people.begin(), people.end(), start.people.begin() + stands.first);
}

void SharedLives::note_counts(int year, std::size_t family, const YearCounts& counts) noexcept {
  Range& range = ranges_[place(year, family)];
  range.first = noted_;
  for_each_life_count(counts, [&](const std::int64_t& count) {
    counts_[noted_] = {offset_of(count, counts), count};
    noted_ += count != 0;
  });
  range.end = noted_;
}

void SharedLives::note_site(int year, std::size_t site, const YearCounts& counts) noexcept {
  YearCounts& noted = sites_[static_cast<std::size_t>(year - 1) * sites_per_year_ + site];
  noted = counts;
  noted.simulated = noted.random_blocks = noted.events = noted.postings = 0;
}

const YearCounts& SharedLives::site_counts(int year, std::size_t site) const noexcept {
  return sites_[static_cast<std::size_t>(year - 1) * sites_per_year_ + site];
}

void SharedLives::move_untouched(int year, std::size_t first,
                                 std::span<Family> families) const noexcept {
  if (year == 1) return;
  for (std::size_t i = 0; i < families.size(); ++i) {
    const bool empty_place = families[i].members == 0;
    if (untouched_[first + i] != 0 && !empty_place) {
      take_life(families[i], at(year).families[first + i]);
    }
  }
}

void SharedLives::take_out(int year, std::size_t family, YearCounts& counts) const noexcept {
  const Range& range = ranges_[place(year, family)];
  for (std::size_t i = range.first; i < range.end; ++i) {
    count_at(counts_[i].offset, counts) -= counts_[i].value;
  }
}

}  // namespace samspil
