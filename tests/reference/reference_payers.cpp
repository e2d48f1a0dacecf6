#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "tests/reference/reference.hpp"

namespace samspil::test {
namespace {

constexpr std::size_t three_years = 156;

/// Share of a payer in the law of the catalogue, with health co-financing frozen.
double share_of(const Catalogue& catalogue, const CatalogueRow& row, RuleState state, Payer payer) {
  const PayerRule& rule = catalogue.rules[row.payer_rule];
  const RuleState known = state < rule_state_names(rule.kind).size() ? state : 0;
  for (const RuleShares& shares : rule.rows) {
    if (shares.state != known) continue;
    if (rule.kind == RuleKind::health) return payer == Payer::region ? 1.0 : 0.0;
    return shares.shares[index_of(payer)];
  }
  return 0;
}

/// Kroner by month.
using Months = std::array<double, 12>;

/// Each month against a twelfth of the year's limits.
Ore refund_of(const Months& months) {
  double refund = 0;
  for (double kroner : months) {
    if (kroner > 2'120'000 / 12.0) refund += 0.75 * (kroner - 2'120'000 / 12.0);
    kroner = std::min(kroner, 2'120'000 / 12.0);
    if (kroner > 1'680'000 / 12.0) refund += 0.50 * (kroner - 1'680'000 / 12.0);
    kroner = std::min(kroner, 1'680'000 / 12.0);
    if (kroner > 860'000 / 12.0) refund += 0.25 * (kroner - 860'000 / 12.0);
  }
  return static_cast<Ore>(std::floor(refund * 100 + 1e-5));
}

/// Whole kr. at the level of the run, where the price's own index has both years.
Ore price_of(const Catalogue& catalogue, const CatalogueRow& row) {
  double own = 0, wanted = 0;
  for (const IndexValue& known : catalogue.indices.rows) {
    if (known.index != row.index) continue;
    if (known.year == row.price_level) own = known.value;
    if (known.year == catalogue.price_level) wanted = known.value;
  }
  const bool stays = row.price_level == catalogue.price_level || own == 0 || wanted == 0;
  return std::llround(stays ? row.price.value : row.price.value * wanted / own);
}

/// `dearness`: how many times the price a day costs.
void add_expense(Months& months, const DaysByMonth& days, const std::vector<Service>& services,
                 double dearness, const Catalogue& catalogue) {
  for (const Service service : services) {
    const auto found = days.find(service);
    if (found == days.end()) continue;
    const CatalogueRow& row = catalogue.rows[index_of(service)];
    const double a_third = static_cast<double>(price_of(catalogue, row)) * dearness /
                           (row.price.unit == "day" ? 3 : 21);
    for (std::size_t month = 0; month < 12; ++month)
      months[month] += found->second[month] * a_third;
  }
}

}  // namespace

bool counts_on_ladder(Service benefit) {
  switch (benefit) {
    case Service::unemployment_benefit:
    case Service::sickness_benefit:
    case Service::cash_benefit:
    case Service::education_benefit:
    case Service::integration_benefit:
    case Service::resource_course_benefit:
    case Service::rehabilitation_benefit:
    case Service::flex_waiting_benefit:
    case Service::flexjob_subsidy:
    case Service::disability_pension:
      return true;
    default:
      return false;
  }
}

WeeklyLadder::WeeklyLadder(const LadderHistory& history)
    : past_(three_years, Week::other),
      counted_{history.counted},
      since_first_{history.since_first} {
  for (std::size_t i = 0; i < three_years; ++i) {
    if (history.self_support[i / 64] >> (i % 64) & 1) past_[i] = Week::self_support;
  }
}

void WeeklyLadder::pass(Week week) {
  past_.insert(past_.begin(), week);
  past_.pop_back();
  if (counted_ > 0) ++since_first_;
}

RuleState WeeklyLadder::count() {
  ++counted_;
  pass(Week::counted);
  return step();
}

void WeeklyLadder::support_self() {
  pass(Week::self_support);
  int alone = 0;
  for (std::size_t i = 0; i < three_years && static_cast<int>(i) < since_first_; ++i) {
    alone += past_[i] == Week::self_support;
  }
  if (alone >= 52) counted_ = since_first_ = 0;
}

void WeeklyLadder::neither() { pass(Week::other); }

RuleState WeeklyLadder::step() const {
  if (counted_ <= 4) return 0;
  if (counted_ <= 26) return 1;
  return counted_ <= 52 ? 2 : 3;
}

LadderHistory WeeklyLadder::history() const {
  LadderHistory history;
  history.counted = static_cast<std::uint16_t>(counted_);
  history.since_first = static_cast<std::uint16_t>(since_first_);
  for (std::size_t i = 0; i < three_years; ++i) {
    if (past_[i] == Week::self_support)
      history.self_support[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  return history;
}

Settlements reference_settlements(const Household& home, const FamilyUse& use,
                                  const Catalogue& catalogue) {
  static const std::vector<Service> of_children{
      Service::early_prevention,  Service::family_treatment, Service::contact_person,
      Service::respite,           Service::youth_support,    Service::aftercare,
      Service::network_placement, Service::foster_family,    Service::residential_institution,
      Service::own_dwelling};  // secure units are paid by objective rates, which do not count
  static const std::vector<Service> of_adults{Service::social_pedagogical_support,
                                              Service::substance_treatment,
                                              Service::adult_residential};
  std::map<int, Months> of_household;
  Settlements settlements{};
  for (std::size_t i = 0; i < home.people.size(); ++i) {
    const Person& person = home.people[i];
    if (person.role == Role::child) {
      add_expense(of_household[person.household], use.days[i], of_children,
                  person.cost_factor / 100.0, catalogue);
    }
    Months own{};
    add_expense(own, use.days[i], of_adults, 1, catalogue);
    settlements[index_of(Settlement::expensive_adults)] += refund_of(own);
  }
  for (const auto& [household, expense] : of_household) {
    settlements[index_of(Settlement::expensive_children)] += refund_of(expense);
  }
  return settlements;
}

std::array<Ore, purse_count> reference_cost(const YearCounts& counts, const Catalogue& catalogue) {
  std::array<Ore, purse_count> cost{};
  for (const CatalogueRow& row : catalogue.rows) {
    const Ore sign = row.account_type == AccountType::revenue ? -1 : 1;
    const Ore gross = sign * price_of(catalogue, row);  // øre per hundredth of a unit
    for (RuleState state_of_rule = 0; state_of_rule < rule_state_count; ++state_of_rule) {
      const auto part = [&](Payer payer) {
        const double share = share_of(catalogue, row, state_of_rule, payer);
        return static_cast<Ore>(std::llround(static_cast<double>(gross) * share));
      };
      const Ore quantity = counts.use.in_state[index_of(row.service)][state_of_rule];
      const Ore region = quantity * part(Payer::region);
      const Ore state = quantity * part(Payer::state);
      const Ore municipality = quantity * gross - region - state - quantity * part(Payer::citizen);
      cost[index_of(Purse::municipality)] += municipality;
      cost[index_of(Purse::region)] += region;
      cost[index_of(Purse::state)] += state;
      cost[index_of(Purse::all_public)] += municipality + region + state;
    }
  }
  for (const Ore refund : counts.settlements) {
    cost[index_of(Purse::municipality)] -= refund;
    cost[index_of(Purse::state)] += refund;
  }
  return cost;
}

}  // namespace samspil::test
