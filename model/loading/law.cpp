#include "model/loading/law.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "model/inputs/dated.hpp"

namespace samspil {
namespace {

const Rate* rate_of(const RateTable& rates, RateName name, int year) noexcept {
  return in_force_or_nearest(rates.rows, year,
                             [name](const Rate& rate) { return rate.name == name; });
}

/// Notes a row that does not hold in `year`; several states of one rule are one.
template <class Row>
void note(std::string_view name, const Row& row, int year, std::vector<LastKnown>& lacking) {
  if (holds_in(row, year)) return;
  if (!lacking.empty() && lacking.back().name == name) return;
  lacking.push_back({std::string{name}, nearest_year(row, year)});
}

/// The payer rules that a price uses, and the rates, without a value for `year`.
std::vector<LastKnown> lacking_in(const Catalogue& catalogue, int year) {
  std::set<std::size_t> used;
  for (const CatalogueRow& row : catalogue.rows) used.insert(row.payer_rule);
  std::vector<LastKnown> lacking;
  for (const std::size_t position : used) {
    const PayerRule& rule = catalogue.rules[position];
    for (RuleState state = 0; state < rule_state_names(rule.kind).size(); ++state) {
      note(rule.name, rule.in_force(state, year), year, lacking);
    }
  }
  for (std::size_t i = 0; i < rate_count; ++i) {
    const auto name = static_cast<RateName>(i);
    const Rate* rate = is_price(name) ? price_rate(catalogue.rates, name, year)
                                      : rate_of(catalogue.rates, name, year);
    if (rate != nullptr) note(rate_names[i], *rate, year, lacking);
  }
  return lacking;
}

/// The known years nearest to the one asked for, if there are any, or the last known values.
Message known_years(const Catalogue& catalogue, int asked) {
  const auto is_known = [&](int year) { return lacking_in(catalogue, year).empty(); };
  for (int distance = 1; distance < 300; ++distance) {
    for (const int year : {asked - distance, asked + distance}) {
      if (!is_known(year)) continue;
      int first = year;
      int last = year;
      while (first > asked - 300 && is_known(first - 1)) --first;
      while (last < asked + 300 && is_known(last + 1)) ++last;
      return {"remedy.known_years", first, last};
    }
  }
  return {"remedy.last_known"};
}

/// An index that lacks a price level, to which it should move prices.
struct LackingIndex {
  PriceIndex index{};
  std::size_t prices = 0;
  int own_level = 0;  ///< Of the first of these prices.
};

std::vector<LackingIndex> lacking_indices(const Catalogue& catalogue, int level) {
  std::vector<LackingIndex> lacking;
  for (const CatalogueRow& row : catalogue.rows) {
    const bool has_way = row.price_level == level || row.index == PriceIndex::none ||
                         catalogue.indices.find(row.index, level) != nullptr;
    if (has_way) continue;
    auto one = std::find_if(lacking.begin(), lacking.end(),
                            [&](const LackingIndex& other) { return other.index == row.index; });
    if (one == lacking.end()) one = lacking.insert(one, {row.index, 0, row.price_level});
    ++one->prices;
  }
  return lacking;
}

/// "net_price (2015-2023)": an index with its first and last year.
Message years_of(PriceIndex index, const IndexTable& indices) {
  const IndexValue* first = indices.last_known(index, 0);
  const IndexValue* last = indices.last_known(index, 9999);
  const std::string_view name = price_index_names[index_of(index)];
  if (first == nullptr || last == nullptr) return {"fault.index_without_year", name};
  return Message::as_is(fmt::format("{} ({}-{})", name, first->year, last->year));
}

/// The nearest year that every index holds, if there is one, or the last known values.
Message known_levels(const Catalogue& catalogue, int asked) {
  for (int distance = 1; distance < 300; ++distance) {
    for (const int year : {asked - distance, asked + distance}) {
      if (!lacking_indices(catalogue, year).empty()) continue;
      return {year < asked ? Key{"remedy.last_level"} : Key{"remedy.first_level"}, year};
    }
  }
  return {"remedy.last_known"};
}

/// Without a value for the price level the prices of an index would stay where they are, among
/// others that were moved: refused, or noted where they go to the index's last known year.
bool settle_level(TomlFields& fields, Catalogue& catalogue) {
  const int level = catalogue.price_level;
  const std::vector<LackingIndex> lacking = lacking_indices(catalogue, level);
  if (lacking.empty()) return true;
  if (catalogue.law.unknown == UnknownLaw::last_known) {
    for (const LackingIndex& one : lacking) {
      const IndexValue* known = catalogue.indices.last_known(one.index, level);
      catalogue.law.last_known.push_back({std::string{price_index_names[index_of(one.index)]},
                                          known != nullptr ? known->year : one.own_level});
    }
    return true;
  }
  std::vector<Message> names;
  std::size_t prices = 0;
  for (const LackingIndex& one : lacking) {
    names.push_back(years_of(one.index, catalogue.indices));
    prices += one.prices;
  }
  fields.refuse("price_level", {"fault.price_level", level, list_of(names), prices},
                known_levels(catalogue, level));
  return false;
}

/// Notes which years of its index a rate goes without.
void note_index(const Rate& rate, const IndexValue* from, const IndexValue* to, int level,
                std::vector<LastKnown>& lacking) {
  const auto add = [&lacking](std::string_view name, int year) {
    LastKnown one{std::string{name}, year};
    if (std::find(lacking.begin(), lacking.end(), one) == lacking.end()) {
      lacking.push_back(std::move(one));
    }
  };
  if (from == nullptr) return add(rate_names[index_of(rate.name)], rate.price_level);
  const std::string_view index = price_index_names[index_of(rate.index)];
  if (from->year != rate.price_level) add(index, from->year);
  if (to->year != level) add(index, to->year);
}

void refuse_level(TomlFields& fields, const Rate& rate, int level) {
  fields.refuse("price_level",
                {"fault.index_lacks", price_index_names[index_of(rate.index)], rate.price_level,
                 level, rate_names[index_of(rate.name)]},
                {"remedy.own_level", rate.price_level});
}

/// Tiers and refunds in force in the law year; thresholds at the price level of the run. One fault
/// at most: what moves one tier moves the others.
void settle_expensive_cases(TomlFields& fields, Catalogue& catalogue) {
  const IndexTable& indices = catalogue.indices;
  for (std::size_t i = 0; i < expensive_case_tier_count; ++i) {
    const auto name = static_cast<RateName>(index_of(RateName::expensive_case_tier_1) + i);
    const Rate& tier = *rate_of(catalogue.rates, name, catalogue.law.year);
    const int level = catalogue.price_level;
    if (at_level(tier.amount.value, indices, tier.index, tier.price_level, level)) continue;
    if (catalogue.law.unknown == UnknownLaw::refuse) return refuse_level(fields, tier, level);
    note_index(tier, indices.last_known(tier.index, tier.price_level),
               indices.last_known(tier.index, level), level, catalogue.law.last_known);
  }
  fill_expensive_cases(catalogue);
}

}  // namespace

void read_law(TomlFields& fields, Catalogue& catalogue) {
  Law& law = catalogue.law;
  fields.whole("law_year", law.year, any_year, Need::optional);
  fields.choice("unknown_law", law.unknown, unknown_law_names, Need::optional);
  fields.choice("rollout", law.rollout, rollout_names, Need::optional);
  fields.choice("health_cofinancing", law.health, health_cofinancing_names, Need::optional);
  fields.whole("price_level", catalogue.price_level, any_year, Need::optional);
}

void settle_law(TomlFields& fields, Catalogue& catalogue) {
  Law& law = catalogue.law;
  std::vector<LastKnown> lacking = lacking_in(catalogue, law.year);
  if (!lacking.empty() && law.unknown == UnknownLaw::refuse) {
    fields.refuse("law_year", {"fault.law_year", law.year, list_of(lacking)},
                  known_years(catalogue, law.year));
    return;
  }
  law.last_known = std::move(lacking);
  take_price_rates(catalogue);
  if (settle_level(fields, catalogue)) settle_expensive_cases(fields, catalogue);
}

void read_discount_rate(TomlFields& fields, std::optional<double>& rate, Need need) {
  constexpr std::string_view key = "discount_rate";
  if (!fields.has_text(key)) {
    double given = 0;
    if (fields.number(key, given, any_share, need) && fields.has(key)) rate = given;
    return;
  }
  std::string name;
  if (fields.text(key, name) && name != "fm") {
    fields.refuse(key, {"fault.unknown_discount_rate", name}, {"remedy.discount_rate"});
  }
}

}  // namespace samspil
