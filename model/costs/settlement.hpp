/// \file
/// What the payer rules make of a family's year: which step of the refund ladder each benefit week
/// stands on, and what the state refunds of expensive single cases.
#pragma once

#include <span>
#include <vector>

#include "model/costs/prices.hpp"
#include "model/population/case_use.hpp"
#include "model/population/family.hpp"

namespace samspil {

/// The law and the prices in the order in which a family-year is settled. Made once per run.
struct PayerRules {
  explicit PayerRules(const Catalogue& catalogue);

  PriceTable prices;
  Law law;
  std::array<bool, service_count> on_ladder{};
  /// The municipality's expense on what counts as an expensive case, by CasePart [21sts of an øre
  /// per hundredth of a unit and third of a day]; nought on what does not. A week's price is a
  /// seventh a day.
  std::array<Ore, CasePart::count> case_price{};
};

/// Posts a family's benefit weeks of one year by step and moves its adults on the ladder. A subsidy
/// beside stands on the step of its weeks, but does not count them; of a benefit that it replaces
/// these weeks count and are not paid.
void settle_incomes(const PayerRules& rules, std::span<const IncomeSpell> incomes,
                    std::span<Person> people, ServiceUse& use) noexcept;

/// The same apart for each member: what the family had used when that member's year had been lived
/// becomes what he or she used, benefits with it.
///   use: at least as many as people
void settle_by_member(const PayerRules& rules, std::span<const IncomeSpell> incomes,
                      std::span<Person> people, std::span<ServiceUse> use) noexcept;

/// A benefit of so many weeks [hundredths] on a step of the ladder.
struct BenefitPaid {
  Service service{};
  RuleState step = 0;
  Hundredths weeks = 0;
};

/// Settles one member's spells and moves him or her on the ladder.
///   paid: what is to be posted, in the place of what it held
void settle_member(const PayerRules& rules, std::span<const IncomeSpell> spells,
                   LadderHistory& ladder, std::vector<BenefitPaid>& paid);

/// Adds what the state refunds of the year's expensive cases, month by month: of each household's
/// children together, a placed child in the household that it was placed from; of each adult alone.
void settle_expensive_cases(const PayerRules& rules, const CaseUses& cases,
                            std::span<const Person> people, Settlements& settlements) noexcept;

/// What the municipality paid for services under rules of a kind, by which a refund of expensive
/// cases is divided between those whom they are about [øre per hundredth of a unit].
Ore paid_under(RuleKind kind, const ServiceUse& use, const Catalogue& catalogue,
               const PriceTable& prices) noexcept;

/// Whether a family may be refunded something of a year in which nothing went on but these. All
/// that went on is taken to have done so all year, which is too little in most families.
///   parts: by member, a bit per CasePart
bool may_be_refunded(const PayerRules& rules, std::span<const std::uint32_t> parts,
                     std::span<const Person> people) noexcept;

/// Adds what the state takes back through the block grant where all municipalities do the same:
/// what the municipality paid for the services that the guarantee covers. Only differences between
/// arms mean anything.
void settle_budget_guarantee(const PayerRules& rules, const ServiceUse& use,
                             Settlements& settlements) noexcept;

/// Who pays settlements: the state to the municipality.
PayerPrices cost_of(const Settlements& settlements) noexcept;

}  // namespace samspil
