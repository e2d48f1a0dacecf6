#include "model/appraisal/potential.hpp"

#include "model/appraisal/count_change.hpp"

namespace samspil {
namespace {

/// Sums the contrast's cells over years, each person's times how many there are.
class PotentialCells {
 public:
  PotentialCells(const ContrastResult& contrast, const PeopleWithout& without)
      : contrast_{contrast}, without_{without} {}

  /// Nothing named: of all.
  std::optional<double> of(Adjustment adjustment, std::optional<Payer> payer,
                           std::optional<Department> department) const {
    const auto& adult = contrast_.by_cell[index_of(ContrastGroup::adult)][index_of(adjustment)];
    const auto& child = contrast_.by_cell[index_of(ContrastGroup::child)][index_of(adjustment)];
    if (adult.empty() || child.empty()) return std::nullopt;
    const CostCells& cells = contrast_.cells;
    double sum = 0;
    for (int year = 1; year <= cells.years; ++year) {
      for (std::size_t p = 0; p < CostLines::payers; ++p) {
        if (payer && index_of(*payer) != p) continue;
        for (std::size_t a = 0; a < cells.accounts.size(); ++a) {
          if (department && cells.accounts[a].department != *department) continue;
          const std::size_t cell = cells.of(year, static_cast<Payer>(p), a);
          sum += without_.adults * adult[cell] + without_.children * child[cell];
        }
      }
    }
    return sum;
  }

 private:
  const ContrastResult& contrast_;
  const PeopleWithout& without_;
};

PeopleWithout people_without(const ContrastResult& contrast, double families) {
  const auto each = [&](ContrastGroup group) {
    const GroupContrast& own = contrast.contrast[index_of(group)];
    return static_cast<double>(own.people - own.successes) / static_cast<double>(contrast.families);
  };
  return {families * each(ContrastGroup::adult), families * each(ContrastGroup::child)};
}

std::int64_t successes(const YearCounts& year) {
  std::int64_t sum = 0;
  for (std::size_t s = 0; s < labour_status_count; ++s) {
    if (is_success(static_cast<LabourStatus>(s))) sum += year.week_48[s];
  }
  return sum;
}

std::vector<double> more_successes(const RunResult& run, std::size_t arm) {
  std::vector<double> more;
  const std::vector<YearCounts>& reference = reference_counts(run, arm).years;
  for (std::size_t year = 0; year < reference.size(); ++year) {
    const std::int64_t own = successes(run.counts[arm].years[year]);
    more.push_back(static_cast<double>(own - successes(reference[year])) / run.whole_runs());
  }
  return more;
}

}  // namespace

std::vector<StrategyPotential> potentials(const ContrastResult& contrast,
                                          const Appraisal& appraisal, const RunResult& run) {
  std::vector<StrategyPotential> all;
  for (const StrategyAppraisal& appraised : appraisal.strategies) {
    const Saving& centre = appraised.at(EffectLevel::centre);
    StrategyPotential& own = all.emplace_back();
    own.strategy = appraised.strategy;
    own.families = most_enrolled(run, centre.arm);
    own.without = people_without(contrast, own.families);
    const PotentialCells cells{contrast, own.without};
    const auto row = [&](std::optional<Payer> payer, std::optional<Department> department) {
      PotentialRow of;
      for (std::size_t a = 0; a < adjustment_count; ++a) {
        of.potential[a] = cells.of(static_cast<Adjustment>(a), payer, department);
      }
      const Part part{.department = department, .payer = payer};
      of.gross_saving = appraisal.kroner(total(centre.gross_saving, part));
      of.programme_cost = appraisal.kroner(total(centre.programme_cost, part));
      of.net_result = appraisal.kroner(total(centre.net_result, part));
      return of;
    };
    for (std::size_t d = 0; d < department_count; ++d) {
      own.departments[d] = row(Payer::municipality, static_cast<Department>(d));
    }
    for (std::size_t p = 0; p < CostLines::payers; ++p) {
      own.payers[p] = row(static_cast<Payer>(p), std::nullopt);
    }
    own.total = row(std::nullopt, std::nullopt);
    const auto& whole = own.total.potential[index_of(Adjustment::as_published)];
    for (std::size_t level = 0; level < appraised.levels.size(); ++level) {
      const Saving& saving = appraised.levels[level];
      own.gross_saving[level] = appraisal.kroner(total(saving.gross_saving, {}));
      if (whole && *whole > 0) own.share_reached[level] = own.gross_saving[level] / *whole;
      own.more_successes[level] = more_successes(run, saving.arm);
    }
  }
  return all;
}

}  // namespace samspil
