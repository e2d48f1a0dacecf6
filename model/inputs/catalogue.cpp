#include "model/inputs/catalogue.hpp"

#include "model/inputs/dated.hpp"

namespace samspil {
namespace {

const Rate* rate_of(const Catalogue& catalogue, RateName first, std::size_t i) noexcept {
  const auto name = static_cast<RateName>(index_of(first) + i);
  return in_force_or_nearest(catalogue.rates.rows, catalogue.law.year,
                             [name](const Rate& rate) { return rate.name == name; });
}

}  // namespace

std::vector<std::string_view> rule_state_names(RuleKind kind) {
  if (is_ladder(kind)) return {"weeks_1_4", "weeks_5_26", "weeks_27_52", "weeks_from_53"};
  if (kind == RuleKind::health) return {"age_3_and_over", "age_0_2"};
  if (kind == RuleKind::income_tax) return {"wages", "benefits"};
  return {"-"};
}

const RuleShares& PayerRule::in_force(RuleState state, int year) const noexcept {
  const RuleShares* best = in_force_or_nearest(
      rows, year, [state](const RuleShares& row) { return row.state == state; });
  return best != nullptr ? *best : rows.front();
}

const Rate* price_rate(const RateTable& rates, RateName name, int law_year) noexcept {
  const Rate* rate = in_force_or_nearest(rates.rows, law_year,
                                         [name](const Rate& row) { return row.name == name; });
  return rate != nullptr && rate->valid_from <= law_year ? rate : nullptr;
}

void take_price_rates(Catalogue& catalogue) {
  for (std::size_t i = 0; i < rate_count; ++i) {
    const auto name = static_cast<RateName>(i);
    const auto service = priced_by(name);
    const Rate* rate = service ? price_rate(catalogue.rates, name, catalogue.law.year) : nullptr;
    if (rate == nullptr) continue;
    CatalogueRow& row = catalogue.rows[index_of(*service)];
    if (row.price.grade == Grade::own || row.price_level >= rate->valid_from) continue;
    const std::string unit = row.price.unit;
    row.price = rate->amount;
    row.price.unit = unit;
    if (row.price.base_file.empty()) row.price.base_file = catalogue.rates.file;
    row.price_level = rate->price_level;
    row.index = rate->index;
    row.law = rate->law;
  }
}

void fill_expensive_cases(Catalogue& catalogue) noexcept {
  const IndexTable& indices = catalogue.indices;
  const int level = catalogue.price_level;
  for (std::size_t i = 0; i < expensive_case_tier_count; ++i) {
    const Rate& tier = *rate_of(catalogue, RateName::expensive_case_tier_1, i);
    const Rate& refund = *rate_of(catalogue, RateName::expensive_case_refund_1, i);
    auto above = at_level(tier.amount.value, indices, tier.index, tier.price_level, level);
    if (!above) {
      const IndexValue* from = indices.last_known(tier.index, tier.price_level);
      const IndexValue* to = indices.last_known(tier.index, level);
      above =
          from != nullptr ? scaled(tier.amount.value, from->value, to->value) : tier.amount.value;
    }
    catalogue.law.expensive_cases[i] = {100 * static_cast<Ore>(*above),
                                        static_cast<int>(refund.amount.value)};
  }
}

}  // namespace samspil
