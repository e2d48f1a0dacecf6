#include "model/simulation/site_savings.hpp"

#include "model/costs/settlement.hpp"

namespace samspil {

void add_to_budgets(Department department, Payer payer, Ore amount, BudgetCosts& costs) noexcept {
  if (payer == Payer::citizen) return;
  costs[index_of(Purse::all_public)] += amount;
  costs[index_of(payer) + 1] += amount;
  if (department != Department::tax) costs[budget_without_tax] += amount;
  if (payer == Payer::municipality) {
    costs[first_department_budget + index_of(department)] += amount;
  }
}

BudgetCosts costs_of(const YearCounts& year, double shared, const Catalogue& catalogue,
                     const PriceTable& prices) noexcept {
  BudgetCosts costs{};
  const auto add = [&costs](Department department, const PayerPrices& paid) {
    for (std::size_t payer = 0; payer < payer_count; ++payer) {
      add_to_budgets(department, static_cast<Payer>(payer), paid[payer], costs);
    }
  };
  for (const CatalogueRow& row : catalogue.rows) {
    PayerPrices paid{};
    add_cost_of(index_of(row.service), year.use, prices, paid);
    add(row.department, paid);
  }
  for (std::size_t i = 0; i < settlement_count; ++i) {
    Settlements alone{};
    alone[i] = year.settlements[i];
    add(department_of(static_cast<Settlement>(i)), cost_of(alone));
  }
  Ore operation = 0;
  for (std::size_t i = 0; i < programme_item_count; ++i) {
    if (is_operation(static_cast<ProgrammeItem>(i))) operation += year.programme[i];
  }
  const Ore quarter = static_cast<Ore>(static_cast<double>(operation) * shared) / 4;
  add_to_budgets(Department::coordination, Payer::municipality, operation - 4 * quarter, costs);
  for (const Department department : {Department::child_family, Department::adult_social,
                                      Department::employment, Department::school_daycare}) {
    add_to_budgets(department, Payer::municipality, quarter, costs);
  }
  return costs;
}

}  // namespace samspil
