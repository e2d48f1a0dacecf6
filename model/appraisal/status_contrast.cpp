#include "model/appraisal/status_contrast.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/inputs/mechanisms.hpp"

namespace samspil {
namespace {

constexpr double ore_per_krone = 100;

/// Cuts an ordered range into ten groups of equal size, and tells in which a value lies.
class Tenths {
 public:
  static constexpr std::size_t count = 10;

  explicit Tenths(std::vector<float> values) {
    std::sort(values.begin(), values.end());
    for (std::size_t i = 1; i < count; ++i) cuts_[i - 1] = values[i * values.size() / count];
  }
  std::size_t of(float value) const noexcept {
    return static_cast<std::size_t>(std::upper_bound(cuts_.begin(), cuts_.end(), value) -
                                    cuts_.begin());
  }

 private:
  std::array<float, count - 1> cuts_{};
};

/// The covariates of one group under one adjustment, all of them 0 or 1: success first, then a
/// constant, then what is held alike.
class Covariates {
 public:
  Covariates(ContrastGroup group, Adjustment adjustment, const Tenths& frailty)
      : group_{group}, adjustment_{adjustment}, frailty_{frailty} {}

  std::size_t count() const noexcept {
    std::size_t count = 2;
    if (adjustment_ == Adjustment::raw) return count;
    count += age_groups() + 1 + challenge_count + 1;
    if (adjustment_ == Adjustment::as_published) return count;
    return count + (is_child() ? Tenths::count + 1 : labour_status_count);
  }

  void write(const TargetPerson& person, std::span<double> x) const noexcept {
    std::fill(x.begin(), x.end(), 0.0);
    x[0] = person.succeeds;
    x[1] = 1;
    if (adjustment_ == Adjustment::raw) return;
    std::size_t at = 2;
    x[at + age_group(person.age)] = 1;
    at += age_groups();
    x[at++] = person.sex == Sex::man;
    for (const bool met : person.challenges) x[at++] = met;
    x[at++] = person.both_parents;
    if (adjustment_ == Adjustment::as_published) return;
    if (!is_child()) {
      x[at + index_of(person.week_48)] = 1;
      return;
    }
    x[at + frailty_.of(person.frailty)] = 1;
    x[at + Tenths::count] = person.was_placed;
  }

 private:
  bool is_child() const noexcept { return group_ == ContrastGroup::child; }
  /// Children by single years, adults by five.
  static constexpr std::size_t years_of_children = 24, fives_of_adults = 10;
  std::size_t age_groups() const noexcept {
    return is_child() ? years_of_children : fives_of_adults;
  }
  std::size_t age_group(int age) const noexcept {
    const int group = is_child() ? age : (age - 15) / 5;
    return static_cast<std::size_t>(std::clamp(group, 0, static_cast<int>(age_groups()) - 1));
  }

  ContrastGroup group_;
  Adjustment adjustment_;
  const Tenths& frailty_;
};

/// The members of one group of a followed group.
struct GroupMembers {
  std::vector<std::size_t> rows;
  Tenths frailty;
};

/// Nothing of a group without members.
std::optional<GroupMembers> members_of(const FollowedGroup& group, ContrastGroup which) {
  std::vector<std::size_t> rows;
  std::vector<float> frailties;
  for (std::size_t i = 0; i < group.people.size(); ++i) {
    if (group.people[i].is_child != (which == ContrastGroup::child)) continue;
    rows.push_back(i);
    frailties.push_back(group.people[i].frailty);
  }
  if (rows.empty()) return std::nullopt;
  return GroupMembers{std::move(rows), Tenths{std::move(frailties)}};
}

/// `costs_of` a person [øre]; in how many clusters by `cluster_of`.
template <class CostsOf, class ClusterOf>
FirstCoefficients contrast_of(const FollowedGroup& group, const GroupMembers& members,
                              const Covariates& covariates, RegressionSize size,
                              const CostsOf& costs_of, const ClusterOf& cluster_of) {
  size.rows = members.rows.size();
  size.covariates = covariates.count();
  return first_coefficients(size, [&](std::size_t row, std::span<double> x, std::span<double> y) {
    const TargetPerson& person = group.people[members.rows[row]];
    covariates.write(person, x);
    const std::span<const Ore> costs = costs_of(members.rows[row]);
    // What is spent less on those who succeed is positive.
    std::transform(costs.begin(), costs.end(), y.begin(),
                   [](Ore cost) { return -static_cast<double>(cost); });
    return RowWeight{1, cluster_of(person)};
  });
}

FirstCoefficients in_kroner(FirstCoefficients ore) {
  for (Coefficient& line : ore.by_outcome) {
    line.value /= ore_per_krone;
    line.standard_error /= ore_per_krone;
  }
  for (double& own : ore.influence) own /= ore_per_krone;
  return ore;
}

/// Counts the members of a group and compares them.
void compare_members(const FollowedGroup& group, ContrastGroup which, GroupContrast& contrast) {
  const auto members = members_of(group, which);
  if (!members) return;
  contrast.people = members->rows.size();
  for (const std::size_t row : members->rows) {
    const TargetPerson& person = group.people[row];
    contrast.successes += person.succeeds;
    contrast.successes_before += !person.is_child && person.succeeds && is_success(person.week_48);
  }
  for (std::size_t a = 0; a < adjustment_count; ++a) {
    contrast.kroner[a] = in_kroner(contrast_of(
        group, *members, Covariates{which, static_cast<Adjustment>(a), members->frailty},
        {0, group.origins, 0, group.lines.count()},
        [&](std::size_t row) { return group.costs_of(row); },
        [](const TargetPerson& person) { return std::size_t{person.origin}; }));
  }
}

/// Σ saved / Σ units over families, with the error of a ratio over clusters.
class RatioOfSums {
 public:
  explicit RatioOfSums(std::size_t clusters) : saved_(clusters), units_(clusters) {}

  void add(std::size_t cluster, double saved, double units) noexcept {
    saved_[cluster] += saved;
    units_[cluster] += units;
  }
  double units() const noexcept {
    double sum = 0;
    for (const double own : units_) sum += own;
    return sum;
  }
  Coefficient ratio() const noexcept {
    double saved = 0;
    for (const double own : saved_) saved += own;
    const double all = units();
    const double ratio = saved / all;
    double squares = 0;
    for (std::size_t c = 0; c < saved_.size(); ++c) {
      const double own = saved_[c] - ratio * units_[c];
      squares += own * own;
    }
    return {ratio, std::sqrt(squares) / std::abs(all)};
  }

 private:
  std::vector<double> saved_, units_;
};

/// Follows the same families under other conditions, one after the other, and tells how far it is.
class Follower {
 public:
  static constexpr int times = 4;

  Follower(const Execution& execution, const Progress& progress)
      : execution_{execution}, progress_{progress} {}

  FollowedGroup follow(const FollowedWorld& world) {
    const int before = done_++;
    if (!progress_) return follow_target_group(world, execution_);
    return follow_target_group(world, execution_, [this, before](double share) {
      progress_((before + share) / times, "simulation");
    });
  }

 private:
  const Execution& execution_;
  const Progress& progress_;
  int done_ = 0;
};

double percent(std::uint64_t part, std::uint64_t all) noexcept {
  return all == 0 ? std::nan("") : 100 * static_cast<double>(part) / static_cast<double>(all);
}

}  // namespace

StatusContrast status_contrast(const FollowedGroup& group) {
  StatusContrast contrast;
  auto& [adult, child, together] = contrast;
  compare_members(group, ContrastGroup::adult, adult);
  compare_members(group, ContrastGroup::child, child);
  for (std::size_t a = 0; a < adjustment_count; ++a) {
    together.kroner[a] = combined(adult.kroner[a], 1, child.kroner[a]);
  }
  return contrast;
}

CellContrast cell_contrast(const FollowedGroup& group) {
  CellContrast contrast;
  if (group.cells.count() == 0) return contrast;
  for (const ContrastGroup which : {ContrastGroup::adult, ContrastGroup::child}) {
    const auto members = members_of(group, which);
    if (!members) continue;
    for (std::size_t a = 0; a < adjustment_count; ++a) {
      // Errors are not wanted: one cluster of all.
      const FirstCoefficients cells = contrast_of(
          group, *members, Covariates{which, static_cast<Adjustment>(a), members->frailty},
          {0, 1, 0, group.cells.count()}, [&](std::size_t row) { return group.cells_of(row); },
          [](const TargetPerson& /*person*/) { return std::size_t{0}; });
      for (const Coefficient& cell : cells.by_outcome) {
        contrast[index_of(which)][a].push_back(cell.value / ore_per_krone);
      }
    }
  }
  return contrast;
}

std::optional<EffectPerUnit> effect_per_unit(const FollowedGroup& base, const FollowedGroup& moved,
                                             EffectUnit unit) {
  using Of = const FollowedFamily&;
  const auto work_years = [](Of from, Of to) {
    return static_cast<double>(to.days_in_work - from.days_in_work) / days_per_year;
  };
  const auto ratio_of = [&](auto&& saved) {
    RatioOfSums sum{base.origins};
    for (std::size_t i = 0; i < base.families.size(); ++i) {
      const FollowedFamily& from = base.families[i];
      const FollowedFamily& to = moved.families[i];
      sum.add(from.origin, saved(from, to),
              unit == EffectUnit::success ? to.successes - from.successes : work_years(from, to));
    }
    return sum;
  };
  const auto cost = [&](auto&& of) {
    return ratio_of([&](Of from, Of to) {
             return static_cast<double>(of(from) - of(to)) / ore_per_krone;
           })
        .ratio();
  };
  const RatioOfSums work = ratio_of(work_years);
  if (!(work.units() > 0)) return std::nullopt;
  return EffectPerUnit{work.units(),
                       work.ratio().value,
                       cost([](Of f) { return f.adults.all_public + f.children.all_public; }),
                       cost([](Of f) { return f.adults.all_public; }),
                       cost([](Of f) { return f.children.all_public; }),
                       cost([](Of f) { return f.adults.municipality + f.children.municipality; })};
}

ContrastResult run_contrast(const FollowedWorld& world, double job_entry_ratio,
                            const Execution& execution, const Progress& progress) {
  const Scenario& scenario = world.scenario;
  const Pool& pool = world.pool;
  require_followable(scenario);
  Follower follower{execution, progress};
  ContrastResult result{CostLines{scenario.catalogue, scenario.years}, {}, {}, {}, {}, 0, 0};
  result.families = simulated_families(scenario);
  const FollowedGroup base = follower.follow(world);
  result.contrast = status_contrast(base);
  result.cells = base.cells;
  result.by_cell = cell_contrast(base);
  result.by_work_year = effect_per_unit(base, follower.follow({scenario, pool, job_entry_ratio}),
                                        EffectUnit::parent_year_in_work);
  result.by_success = effect_per_unit(base, follower.follow({scenario, pool, job_entry_ratio, 1}),
                                      EffectUnit::success);
  if (is_on(scenario.mechanisms, Mechanism::coupling)) {
    Scenario apart = scenario;
    apart.mechanisms[index_of(Mechanism::coupling)] = false;
    result.without_coupling = status_contrast(follower.follow({apart, pool}));
  }
  return result;
}

double GroupContrast::success_percent() const noexcept { return percent(successes, people); }
double GroupContrast::before_percent() const noexcept {
  return percent(successes_before, successes);
}

std::optional<RawParts> raw_parts(const GroupContrast& contrast, std::size_t cost_line) {
  std::array<double, adjustment_count> values{};
  for (std::size_t i = 0; i < adjustment_count; ++i) {
    const std::vector<Coefficient>& own = contrast.kroner[i].by_outcome;
    if (own.empty()) return std::nullopt;
    values[i] = own[cost_line].value;
  }
  const auto [raw, adjusted, rest] = values;
  return RawParts{raw, raw - adjusted, adjusted - rest, rest};
}

std::optional<Coefficient> coupling_part(const ContrastResult& result, std::size_t cost_line) {
  if (!result.without_coupling) return std::nullopt;
  const auto child_raw = [](const StatusContrast& contrast) -> const FirstCoefficients& {
    return contrast[index_of(ContrastGroup::child)].kroner[index_of(Adjustment::raw)];
  };
  const FirstCoefficients part =
      combined(child_raw(result.contrast), -1, child_raw(*result.without_coupling));
  if (part.by_outcome.empty()) return std::nullopt;
  return part.by_outcome[cost_line];
}

}  // namespace samspil
