#include "model/costs/settlement.hpp"

#include <bit>

#include "model/core/bits.hpp"
#include "model/costs/budget_guarantee.hpp"
#include "model/costs/expensive_cases.hpp"
#include "model/costs/ladder.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// Adult services whose dear cases the state helps to pay.
constexpr std::array<std::pair<AdultService, Service>, 3> adult_services{
    {{AdultService::social_pedagogical_support, Service::social_pedagogical_support},
     {AdultService::substance_treatment, Service::substance_treatment},
     {AdultService::adult_residential, Service::adult_residential}}};

/// Weeks first <= week < first + weeks as bits.
constexpr std::uint64_t week_bits(int first, int weeks) noexcept {
  return ((std::uint64_t{1} << weeks) - 1) << first;
}

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
      stood_on_[step] |= week_bits(week_, steps[step]);
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
      stood_on_[step_of(before.counted)] |= week_bits(week_, 1);
    }
  }
  void pass_to(int week) noexcept {
    if (week <= week_) return;
    pass_neither(ladder_, week - week_);
    stand(week - week_);
  }
  /// Weeks of a span by the step on which the person stood.
  StepWeeks steps_of(int first_week, int weeks) const noexcept {
    StepWeeks steps{};
    for (RuleState step = 0; step < ladder_steps; ++step) {
      steps[step] = std::popcount(stood_on_[step] & week_bits(first_week, weeks));
    }
    return steps;
  }

 private:
  void stand(int weeks) noexcept {
    if (notes_steps_) stood_on_[step_of(ladder_.counted)] |= week_bits(week_, weeks);
    week_ += weeks;
  }

  LadderHistory& ladder_;
  bool notes_steps_;
  int week_ = 0;
  std::array<std::uint64_t, ladder_steps> stood_on_{};
};

void post(const IncomeSpell& spell, const StepWeeks& steps, ServiceUse& use) noexcept {
  for (RuleState step = 0; step < ladder_steps; ++step) {
    if (steps[step] != 0) use.add(spell.service, steps[step] * Hundredths{spell.paid}, step);
  }
}

/// The spells of one member, who has some.
void settle_member(const PayerRules& rules, std::span<const IncomeSpell> spells,
                   LadderHistory& ladder, ServiceUse& use) noexcept {
  bool has_beside = false;
  for (const IncomeSpell& spell : spells) {
    if (spell.kind == IncomeKind::beside) has_beside = true;
  }
  LadderYear year{ladder, has_beside};
  for (const IncomeSpell& spell : spells) {
    if (spell.kind == IncomeKind::beside) continue;
    if (spell.kind == IncomeKind::self_support) {
      year.support_self(spell.first_week, spell.weeks);
    } else if (rules.on_ladder[index_of(spell.service)]) {
      post(spell, year.count(spell.first_week, spell.weeks), use);
    } else {
      use.add(spell.service, spell.weeks * Hundredths{spell.paid});
    }
  }
  year.pass_to(weeks_per_year);
  if (!has_beside) return;
  for (const IncomeSpell& spell : spells) {
    if (spell.kind == IncomeKind::beside) {
      post(spell, year.steps_of(spell.first_week, spell.weeks), use);
    }
  }
}

/// The municipality's expense on a child that counts as an expensive case.
Ore expense_on_child(const PayerRules& rules, const Person& child) noexcept {
  Ore expense = 0;
  for (std::size_t place = 0; place < place_count; ++place) {
    expense += child.year.place_days[place] * rules.placement[place];
  }
  for (std::size_t i = 0; i < home_measure_count; ++i) {
    expense += child.year.measure_weeks[i] * rules.home_measure[i];
  }
  return expense * child.cost_factor;
}

Ore expense_on_adult(const PayerRules& rules, const Person& adult) noexcept {
  Ore expense = 0;
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    expense += adult.year.service_units[i] * rules.adult_service[i] * one_unit;
  }
  return expense;
}

constexpr unsigned home_measure_bits = (1U << home_measure_count) - 1;
constexpr unsigned away_from_home = ~(1U << index_of(Place::home));

}  // namespace

PayerRules::PayerRules(const Catalogue& catalogue)
    : prices{split_prices(catalogue)}, law{catalogue.law} {
  const auto kind = [&](Service service) {
    return catalogue.rules[catalogue.rows[index_of(service)].payer_rule].kind;
  };
  const auto own_price = [&](Service service, RuleKind wanted) {
    return kind(service) == wanted ? prices[index_of(service)][0][index_of(Payer::municipality)]
                                   : Ore{0};
  };
  for (std::size_t s = 0; s < service_count; ++s) on_ladder[s] = is_ladder(kind(Service(s)));
  for (std::size_t i = 0; i < place_count; ++i) {
    const auto service = service_of(Place(i));
    if (service) placement[i] = own_price(*service, RuleKind::expensive_child);
  }
  for (std::size_t i = 0; i < home_measure_count; ++i) {
    home_measure[i] = own_price(service_of(ChildMeasure(i)), RuleKind::expensive_child);
  }
  for (const auto& [adult, service] : adult_services) {
    adult_service[index_of(adult)] = own_price(service, RuleKind::expensive_adult);
  }
}

void settle_incomes(const PayerRules& rules, std::span<const IncomeSpell> incomes,
                    std::span<Person> people, ServiceUse& use) noexcept {
  for (std::size_t from = 0; from < incomes.size();) {
    std::size_t until = from + 1;
    while (until < incomes.size() && incomes[until].member == incomes[from].member) ++until;
    settle_member(rules, incomes.subspan(from, until - from), people[incomes[from].member].ladder,
                  use);
    from = until;
  }
}

void settle_expensive_cases(const PayerRules& rules, std::span<const Person> people,
                            Settlements& settlements) noexcept {
  std::array<Ore, most_members> expense;  // Set for those in `spent`.
  unsigned spent = 0;                     // Bit per member.
  for (std::size_t i = 0; i < people.size(); ++i) {
    const Person& person = people[i];
    if (person.role == Role::child && ((person.year.places & away_from_home) != 0 ||
                                       (person.year.measures.bits() & home_measure_bits) != 0)) {
      expense[i] = expense_on_child(rules, person);
      spent |= 1U << i;
    }
    if (person.year.services.bits() != 0) {
      settlements[index_of(Settlement::expensive_adults)] +=
          expensive_case_refund(expense_on_adult(rules, person), rules.law.expensive_cases);
    }
  }
  for (; spent != 0; spent &= spent - 1) {
    const auto first = static_cast<std::size_t>(std::countr_zero(spent));
    Ore together = expense[first];
    for_each_bit(spent & (spent - 1), [&](std::size_t i) {
      if (people[i].household != people[first].household) return;
      together += expense[i];
      spent &= ~(1U << i);
    });
    settlements[index_of(Settlement::expensive_children)] +=
        expensive_case_refund(together, rules.law.expensive_cases);
  }
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
