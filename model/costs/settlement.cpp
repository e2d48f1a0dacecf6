#include "model/costs/settlement.hpp"

#include <bit>
#include <cstring>

#include "model/core/bits.hpp"
#include "model/costs/budget_guarantee.hpp"
#include "model/costs/expensive_cases.hpp"
#include "model/costs/ladder.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// One member's year on the ladder. The steps of all weeks are noted only where a subsidy beside
/// asks for them.
class LadderYear {
 public:
  LadderYear(LadderHistory& ladder, bool notes_steps)
      : ladder_{ladder}, notes_steps_{notes_steps} {}

  /// Spells in order of time; weeks between them are neither.
  StepWeeks count(int first_week, int weeks) noexcept {
    pass_to(first_week);
    const StepWeeks steps = pass_counted(ladder_, weeks);
    if (!notes_steps_) {
      week_ += weeks;
      return steps;
    }
    for (RuleState step = 0; step < ladder_steps; ++step) {
      stood_on_[step] |= week_bits({week_, steps[step]});
      week_ += steps[step];
    }
    return steps;
  }
  void support_self(int first_week, int weeks) noexcept {
    pass_to(first_week);
    if (!notes_steps_) {
      pass_self_support(ladder_, weeks);
      week_ += weeks;
      return;
    }
    LadderHistory before = ladder_;
    pass_self_support(ladder_, weeks);
    if (step_of(before.counted) == step_of(ladder_.counted)) return stand(weeks);
    for (const int end = week_ + weeks; week_ < end; ++week_) {  // it begins again on the way
      pass_self_support(before, 1);
      stood_on_[step_of(before.counted)] |= week_bits({week_, 1});
    }
  }
  void pass_to(int week) noexcept {
    if (week <= week_) return;
    pass_neither(ladder_, week - week_);
    stand(week - week_);
  }
  /// Weeks, given as bits, by the step on which the person stood.
  StepWeeks steps_of(std::uint64_t weeks) const noexcept {
    StepWeeks steps{};
    for (RuleState step = 0; step < ladder_steps; ++step) {
      steps[step] = std::popcount(stood_on_[step] & weeks);
    }
    return steps;
  }

 private:
  void stand(int weeks) noexcept {
    if (notes_steps_) stood_on_[step_of(ladder_.counted)] |= week_bits({week_, weeks});
    week_ += weeks;
  }

  LadderHistory& ladder_;
  bool notes_steps_;
  int week_ = 0;
  std::array<std::uint64_t, ladder_steps> stood_on_{};
};

template <class Post>
void post_steps(const IncomeSpell& spell, const StepWeeks& steps, const Post& post) {
  for (RuleState step = 0; step < ladder_steps; ++step) {
    if (steps[step] != 0) post(spell.service, steps[step] * Hundredths{spell.paid}, step);
  }
}

/// The weeks of a spell as bits.
std::uint64_t weeks_of(const IncomeSpell& spell) noexcept {
  return week_bits({spell.first_week, spell.weeks});
}

/// The spells of one member, who has some. Weeks of a subsidised job count on the ladder as those
/// of the benefit that they replace.
template <class Post>
void settle_one(const PayerRules& rules, std::span<const IncomeSpell> spells, LadderHistory& ladder,
                const Post& post) {
  std::uint64_t subsidised = 0;  // Weeks.
  for (const IncomeSpell& spell : spells) {
    if (spell.kind == IncomeKind::beside) subsidised |= weeks_of(spell);
  }
  LadderYear year{ladder, subsidised != 0};
  for (const IncomeSpell& spell : spells) {
    if (spell.kind == IncomeKind::beside) continue;
    if (spell.kind == IncomeKind::self_support) {
      year.support_self(spell.first_week, spell.weeks);
      continue;
    }
    const std::uint64_t replaced = ends_with_wage_subsidy(spell.service) ? subsidised : 0;
    if (rules.on_ladder[index_of(spell.service)]) {
      const StepWeeks steps = year.count(spell.first_week, spell.weeks);
      post_steps(spell, replaced != 0 ? year.steps_of(weeks_of(spell) & ~replaced) : steps, post);
    } else {
      post(spell.service, std::popcount(weeks_of(spell) & ~replaced) * Hundredths{spell.paid},
           RuleState{0});
    }
  }
  year.pass_to(weeks_per_year);
  if (subsidised == 0) return;
  for (const IncomeSpell& spell : spells) {
    if (spell.kind == IncomeKind::beside) post_steps(spell, year.steps_of(weeks_of(spell)), post);
  }
}

/// Thirds of days are priced in 21sts of an øre.
constexpr Ore parts_of_an_ore = Ore{parts_per_day} * days_per_week;
using Expense = MonthlyExpense<parts_of_an_ore>;

bool is_empty(const MonthDays& days) noexcept {
  std::uint64_t first = 0;
  std::uint32_t last = 0;
  static_assert(sizeof(days) == sizeof(first) + sizeof(last));
  std::memcpy(&first, days.data(), sizeof(first));
  std::memcpy(&last, days.data() + sizeof(first), sizeof(last));
  return (first | last) == 0;
}

void add_expense(const MonthDays& days, Ore price, Expense& expense) noexcept {
  if (price == 0 || is_empty(days)) return;
  for (std::size_t month = 0; month < days.size(); ++month) {
    expense.parts[month] += days[month] * price;
  }
}

/// The municipality's expense on a child that counts as an expensive case.
Expense expense_on_child(const PayerRules& rules, const CaseUse& use,
                         const Person& child) noexcept {
  Expense expense;
  for (std::size_t i = 0; i < CasePart::first_of_adults; ++i) {
    add_expense(use.parts[i], rules.case_price[i] * child.cost_factor, expense);
  }
  return expense;
}

Expense expense_on_adult(const PayerRules& rules, const CaseUse& use) noexcept {
  Expense expense;
  for (std::size_t i = CasePart::first_of_adults; i < CasePart::count; ++i) {
    add_expense(use.parts[i], rules.case_price[i] * one_unit, expense);
  }
  return expense;
}

/// The spells at the beginning of these that are a member's.
std::span<const IncomeSpell> spells_of_first_member(std::span<const IncomeSpell> incomes,
                                                    std::size_t member) noexcept {
  std::size_t count = 0;
  while (count < incomes.size() && incomes[count].member == member) ++count;
  return incomes.first(count);
}

/// Member by member, each into the use of `use_of`.
template <class UseOf>
void settle_each(const PayerRules& rules, std::span<const IncomeSpell> incomes,
                 std::span<Person> people, const UseOf& use_of) {
  while (!incomes.empty()) {
    const std::size_t member = incomes.front().member;
    const std::span<const IncomeSpell> own = spells_of_first_member(incomes, member);
    ServiceUse& use = use_of(member);
    settle_one(
        rules, own, people[member].ladder,
        [&](Service service, Hundredths paid, RuleState step) { use.add(service, paid, step); });
    incomes = incomes.subspan(own.size());
  }
}

}  // namespace

PayerRules::PayerRules(const Catalogue& catalogue)
    : prices{split_prices(catalogue)}, law{catalogue.law} {
  const auto kind = [&](Service service) {
    return catalogue.rules[catalogue.rows[index_of(service)].payer_rule].kind;
  };
  const auto own_price = [&](Service service, RuleKind wanted) {
    if (kind(service) != wanted) return Ore{0};
    const bool by_day = catalogue.rows[index_of(service)].price.unit == "day";
    return prices[index_of(service)][0][index_of(Payer::municipality)] *
           (by_day ? days_per_week : 1);
  };
  for (std::size_t s = 0; s < service_count; ++s) on_ladder[s] = is_ladder(kind(Service(s)));
  const auto set = [&](CasePart part, Service service, RuleKind wanted) {
    case_price[part.number()] = own_price(service, wanted);
  };
  for (std::size_t i = 0; i < place_count; ++i) {
    const auto service = service_of(Place(i));
    if (service) set(Place(i), *service, RuleKind::expensive_child);
  }
  for (std::size_t i = 0; i < home_measure_count; ++i) {
    set(ChildMeasure(i), service_of(ChildMeasure(i)), RuleKind::expensive_child);
  }
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    const auto service = AdultService(i);
    if (may_be_expensive(service)) set(service, service_of(service), RuleKind::expensive_adult);
  }
}

void settle_incomes(const PayerRules& rules, std::span<const IncomeSpell> incomes,
                    std::span<Person> people, ServiceUse& use) noexcept {
  settle_each(rules, incomes, people, [&](std::size_t) -> ServiceUse& { return use; });
}

void settle_by_member(const PayerRules& rules, std::span<const IncomeSpell> incomes,
                      std::span<Person> people, std::span<ServiceUse> use) noexcept {
  for (std::size_t i = people.size(); i-- > 1;) use[i] -= use[i - 1];
  settle_each(rules, incomes, people, [&](std::size_t i) -> ServiceUse& { return use[i]; });
}

void settle_member(const PayerRules& rules, std::span<const IncomeSpell> spells,
                   LadderHistory& ladder, std::vector<BenefitPaid>& paid) {
  paid.clear();
  settle_one(rules, spells, ladder, [&](Service service, Hundredths quantity, RuleState step) {
    paid.push_back({service, step, quantity});
  });
}

void settle_expensive_cases(const PayerRules& rules, const CaseUses& cases,
                            std::span<const Person> people, Settlements& settlements) noexcept {
  unsigned children = 0;  // Bit per member.
  for_each_bit(cases.noted(), [&](std::size_t i) {
    if (people[i].role == Role::child) children |= 1U << i;
    settlements[index_of(Settlement::expensive_adults)] +=
        expensive_case_refund(expense_on_adult(rules, cases.of(i)), rules.law.expensive_cases);
  });
  for (; children != 0; children &= children - 1) {
    const auto first = static_cast<std::size_t>(std::countr_zero(children));
    Expense together = expense_on_child(rules, cases.of(first), people[first]);
    for_each_bit(children & (children - 1), [&](std::size_t i) {
      if (people[i].household != people[first].household) return;
      together += expense_on_child(rules, cases.of(i), people[i]);
      children &= ~(1U << i);
    });
    settlements[index_of(Settlement::expensive_children)] +=
        expensive_case_refund(together, rules.law.expensive_cases);
  }
}

Ore paid_under(RuleKind kind, const ServiceUse& use, const Catalogue& catalogue,
               const PriceTable& prices) noexcept {
  PayerPrices paid{};
  for (const CatalogueRow& row : catalogue.rows) {
    if (catalogue.rules[row.payer_rule].kind != kind) continue;
    add_cost_of(index_of(row.service), use, prices, paid);
  }
  return paid[index_of(Payer::municipality)];
}

bool may_be_refunded(const PayerRules& rules, std::span<const std::uint32_t> parts,
                     std::span<const Person> people) noexcept {
  static_assert(CasePart::count <= 32);
  Ore day = 0;  // a third of one
  for (std::size_t member = 0; member < people.size(); ++member) {
    for_each_bit(parts[member], [&](std::size_t i) {
      const bool of_adult = i >= CasePart::first_of_adults;
      day += rules.case_price[i] * (of_adult ? one_unit : people[member].cost_factor);
    });
  }
  const Ore year = day * parts_per_month * months_per_year;
  return year > rules.law.expensive_cases.front().above * parts_of_an_ore;
}

void settle_budget_guarantee(const PayerRules& rules, const ServiceUse& use,
                             Settlements& settlements) noexcept {
  if (rules.law.rollout == Rollout::local) return;
  settlements[index_of(Settlement::budget_guarantee)] += guaranteed_cost(use, rules.prices);
}

PayerPrices cost_of(const Settlements& settlements) noexcept {
  PayerPrices cost{};
  for (const Ore paid : settlements) {
    cost[index_of(Payer::municipality)] -= paid;
    cost[index_of(Payer::state)] += paid;
  }
  return cost;
}

}  // namespace samspil
