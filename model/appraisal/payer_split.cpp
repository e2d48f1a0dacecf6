#include "model/appraisal/payer_split.hpp"

#include <cmath>

namespace samspil {
namespace {

RuleKind kind_of(const Catalogue& catalogue, std::size_t service) noexcept {
  return catalogue.rules[catalogue.rows[service].payer_rule].kind;
}

/// What shares one average: a service, or all that is settled together. Nothing for the programme
/// and for the block grant, which no price list holds.
std::optional<std::size_t> group_of(const LedgerCell& cell, const Catalogue& catalogue) noexcept {
  constexpr std::size_t children = first_settlement_line + index_of(Settlement::expensive_children);
  constexpr std::size_t adults = first_settlement_line + index_of(Settlement::expensive_adults);
  if (cell.line == children || cell.line == adults) return cell.line;
  if (cell.line >= service_count) return std::nullopt;
  const RuleKind kind = kind_of(catalogue, cell.line);
  if (kind == RuleKind::expensive_child) return children;
  return kind == RuleKind::expensive_adult ? adults : cell.line;
}

struct Paid {
  Ore gross = 0;
  std::array<Ore, payer_count> by_payer{};
};
using PaidByGroup = std::array<Paid, first_programme_line>;

PaidByGroup paid_by_group(const Ledger& ledger, const Catalogue& catalogue) {
  PaidByGroup paid;
  for (const LedgerCell& cell : ledger) {
    const auto group = group_of(cell, catalogue);
    if (!group) continue;
    paid[*group].by_payer[index_of(cell.payer)] += cell.amount;
    paid[*group].gross += cell.amount;
  }
  return paid;
}

}  // namespace

LadderShares ladder_shares(const YearCounts& year, const Catalogue& catalogue) noexcept {
  LadderShares shares{};
  double sum = 0;
  for (std::size_t s = 0; s < service_count; ++s) {
    if (!is_ladder(kind_of(catalogue, s))) continue;
    for (RuleState step = 0; step < ladder_steps; ++step) {
      const auto weeks = static_cast<double>(year.use.in_state[s][step]);
      shares[step] += weeks;
      sum += weeks;
    }
  }
  for (double& share : shares) share = sum > 0 ? share / sum : 0;
  return shares;
}

AccountTable municipality_by_account_type(const Appraisal& appraisal, std::size_t arm) {
  AccountTable table;
  for (auto& years : table) years.resize(static_cast<std::size_t>(appraisal.years));
  const auto add = [&](const Ledger& ledger, Ore sign) {
    for (const LedgerCell& cell : ledger) {
      if (cell.payer != Payer::municipality || is_shown_apart(cell)) continue;
      table[index_of(cell.account_type)][static_cast<std::size_t>(cell.year - 1)] +=
          sign * cell.amount;
    }
  };
  add(appraisal.reference_of(arm), 1);
  add(appraisal.ledgers[arm], -1);
  return table;
}

AverageShares average_shares(const Appraisal& appraisal, const Catalogue& catalogue,
                             std::size_t arm) {
  const PaidByGroup base = paid_by_group(appraisal.reference_of(arm), catalogue);
  const PaidByGroup own = paid_by_group(appraisal.ledgers[arm], catalogue);
  AverageShares result;
  for (std::size_t group = 0; group < base.size(); ++group) {
    const auto saved = static_cast<double>(base[group].gross - own[group].gross);
    for (std::size_t payer = 0; payer < payer_count; ++payer) {
      const Ore by_rules = base[group].by_payer[payer] - own[group].by_payer[payer];
      result.by_rules[payer] += by_rules;
      if (base[group].gross == 0) {
        result.by_average[payer] += by_rules;
        continue;
      }
      const double share =
          static_cast<double>(base[group].by_payer[payer]) / static_cast<double>(base[group].gross);
      result.by_average[payer] += std::llround(saved * share);
    }
  }
  return result;
}

}  // namespace samspil
