#include "model/appraisal/saving.hpp"

#include <algorithm>
#include <stdexcept>

namespace samspil {
namespace {

enum class Share { consequences, operation };

/// Development and evaluation stand in the ledger but in neither share.
bool belongs(const LedgerCell& cell, Share share) noexcept {
  if (!is_programme(cell)) return share == Share::consequences;
  return share == Share::operation && !is_shown_apart(cell);
}

MoneyTable sum_cells(const Ledger& ledger, int years, Share share) {
  MoneyTable table{years};
  for (const LedgerCell& cell : ledger) {
    if (belongs(cell, share)) table.at(cell.year, cell.department, cell.payer) += cell.amount;
  }
  return table;
}

Saving compare(const RunResult& result, std::size_t arm, const std::vector<Ledger>& ledgers,
               int years) {
  const Ledger& reference = ledgers[result.arms[arm].reference];
  const MoneyTable programme = sum_cells(ledgers[arm], years, Share::operation) -
                               sum_cells(reference, years, Share::operation);
  const MoneyTable gross =
      cost_of_consequences(reference, years) - cost_of_consequences(ledgers[arm], years);
  Saving saving{result.arms[arm].level, arm, gross, programme, gross - programme};
  for (std::size_t p = 0; p < purse_count; ++p) {
    const PairedMoments& moments = result.counts[arm].moments[p];
    if (moments.saving != total(saving.net_result, part_of(static_cast<Purse>(p)))) {
      throw std::logic_error("the paired moments of '" + std::string{purse_names[p]} +
                             "' are not those of the priced net result");
    }
    saving.error[p] =
        paired_error(result.spreads[arm][p], result.sites_lived(), result.whole_runs());
    saving.mean_error[p] = mean_error(result, arm, static_cast<Purse>(p));
  }
  return saving;
}

}  // namespace

bool is_in_net_result(const LedgerCell& cell) noexcept {
  if (cell.payer == Payer::citizen) return false;
  return belongs(cell, Share::consequences) || belongs(cell, Share::operation);
}

MoneyTable cost_of_consequences(const Ledger& ledger, int years) {
  return sum_cells(ledger, years, Share::consequences);
}

Part part_of(Purse purse) noexcept {
  if (purse == Purse::all_public) return {};
  return {.payer = static_cast<Payer>(index_of(purse) - 1)};
}

Appraisal appraise(const Scenario& scenario, const RunResult& result) {
  Appraisal appraisal;
  appraisal.runs = result.whole_runs();
  appraisal.ledgers = result.ledgers;
  appraisal.years = static_cast<int>(result.counts.front().years.size());
  for (const Arm& arm : result.arms) appraisal.references.push_back(arm.reference);
  for (std::size_t arm = 1; arm < result.arms.size(); ++arm) {
    if (result.arms[arm].strategy > scenario.strategies.size()) continue;  // present practice
    const std::size_t strategy = result.arms[arm].strategy - 1;
    if (strategy == appraisal.strategies.size()) appraisal.strategies.push_back({strategy, {}});
    auto& levels = appraisal.strategies.at(strategy).levels;
    if (index_of(result.arms[arm].level) != levels.size()) {
      throw std::logic_error("the arms of a strategy are not in the order of effect levels");
    }
    levels.push_back(compare(result, arm, appraisal.ledgers, appraisal.years));
  }
  return appraisal;
}

std::vector<double> paid_back_shares(const std::vector<std::vector<double>>& cumulated) {
  const std::size_t years = cumulated.size(), cases = cumulated.front().size();
  std::vector<std::size_t> paid_back(years);
  std::vector<double> course(years);
  for (std::size_t i = 0; i < cases; ++i) {
    for (std::size_t year = 0; year < years; ++year) course[year] = cumulated[year][i];
    const auto first = paid_back_in(course);
    if (!first) continue;
    for (auto year = static_cast<std::size_t>(*first) - 1; year < years; ++year) ++paid_back[year];
  }
  std::vector<double> shares;
  for (const std::size_t count : paid_back) {
    shares.push_back(static_cast<double>(count) / static_cast<double>(cases));
  }
  return shares;
}

Course course_of(const MoneyTable& net_result, const Part& part) {
  Course course;
  Ore sum = 0;
  for (int year = 1; year <= net_result.years(); ++year) {
    Part this_year = part;
    this_year.year = year;
    sum += total(net_result, this_year);
    course.cumulated.push_back(sum);
    if (sum < course.largest_deficit) {
      course.largest_deficit = sum;
      course.deficit_year = year;
    }
  }
  course.paid_back = paid_back_in(course.cumulated);
  return course;
}

Discounting discounting_of(const Scenario& scenario) noexcept {
  return {scenario.discount_rate ? DiscountRate::flat(*scenario.discount_rate) : DiscountRate::fm(),
          scenario.discount_timing};
}

double present_value(const Appraisal& appraisal, const MoneyTable& net_result, const Part& part,
                     const Discounting& discounting) noexcept {
  double value = 0;
  for (int year = 1; year <= net_result.years(); ++year) {
    Part this_year = part;
    this_year.year = year;
    value += appraisal.kroner(total(net_result, this_year)) *
             discount_factor(discounting.rate, time_of_year(year, discounting.timing));
  }
  return value;
}

std::vector<UnitsToKroner> units_to_kroner(const Ledger& baseline, const Ledger& strategy) {
  std::vector<UnitsToKroner> rows(service_count);
  for (std::size_t s = 0; s < service_count; ++s) rows[s].service = static_cast<Service>(s);
  const auto add = [&rows](const Ledger& ledger, int sign) {
    for (const LedgerCell& cell : ledger) {
      if (is_programme(cell) || is_settlement(cell)) continue;
      UnitsToKroner& row = rows[cell.line];
      row.by_payer[index_of(cell.payer)] += sign * cell.amount;
      row.gross += sign * cell.amount;
      if (cell.payer == Payer::municipality) row.units += sign * cell.units;
    }
  };
  add(baseline, 1);
  add(strategy, -1);
  std::erase_if(rows, [](const UnitsToKroner& row) { return row.units == 0; });
  return rows;
}

std::int64_t outcome_total(const RunResult& result, std::size_t arm, Outcome outcome) noexcept {
  std::int64_t sum = 0;
  for (const YearCounts& year : result.counts[arm].years) {
    sum += year.outcomes[index_of(outcome)];
  }
  return sum;
}

}  // namespace samspil
