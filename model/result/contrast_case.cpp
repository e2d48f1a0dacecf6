#include "model/result/contrast_case.hpp"

#include <algorithm>
#include <cmath>

namespace samspil {
namespace {

/// [kr.] in whole øre; no negative nought.
double in_whole_ore(double kroner) noexcept {
  return static_cast<double>(std::llround(kroner * 100)) / 100;
}

void add_consequences(const ContrastResult& contrast, ContrastGroup group, Language language,
                      std::vector<CaseConsequence>& all) {
  const CostCells& cells = contrast.cells;
  const auto& values = contrast.by_cell[index_of(group)][index_of(Adjustment::as_published)];
  if (values.empty()) return;
  for (std::size_t a = 0; a < cells.accounts.size(); ++a) {
    for (std::size_t p = 0; p < CostLines::payers; ++p) {
      const auto [department, type] = cells.accounts[a];
      CaseConsequence row;
      row.account.payer = static_cast<Payer>(p);
      row.account.department = department;
      row.account.account_type = type;
      row.account.name = say(language, "potential.case_row",
                             label(language, "contrast", contrast_group_names[index_of(group)]),
                             label(language, "department", department_names[index_of(department)]),
                             label(language, "account_type", account_type_names[index_of(type)]));
      row.account.source = phrase("potential.case_source", language);
      for (int year = 1; year <= cells.years; ++year) {
        row.per_success.push_back(in_whole_ore(values[cells.of(year, row.account.payer, a)]));
      }
      const bool is_nought = std::all_of(row.per_success.begin(), row.per_success.end(),
                                         [](double kroner) { return kroner == 0; });
      if (!is_nought) all.push_back(std::move(row));
    }
  }
}

}  // namespace

InvestmentCase contrast_case(const Scenario& scenario, const ContrastResult& contrast,
                             Language language) {
  InvestmentCase target;
  target.title_da = say(Language::da, "potential.case_title", scenario.population.title_da);
  target.title_en = say(Language::en, "potential.case_title", scenario.population.title_en);
  target.first_year = calendar_year(scenario, 1);
  target.price_level = scenario.catalogue.price_level;
  target.participants = {case_participants};
  target.success_rate = 1;
  target.discount_rate = scenario.discount_rate;
  target.seed = scenario.seed;
  for (const ContrastGroup group : {ContrastGroup::adult, ContrastGroup::child}) {
    add_consequences(contrast, group, language, target.consequences);
  }
  return target;
}

}  // namespace samspil
