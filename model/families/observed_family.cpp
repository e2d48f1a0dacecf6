#include "model/families/observed_family.hpp"

#include <algorithm>

#include "model/families/candidates.hpp"

namespace samspil {

ObservedFamily::ObservedFamily(const KernelTables& tables, const PayerRules& rules, int most_years)
    : tables_{&tables},
      rules_{rules},
      rows_(rows_for(most_starting_members, most_years)),
      benefits_(most_members) {
  space_.diary = &diary_;
}

void ObservedFamily::make(RunKey run, std::uint64_t number, int first_year) {
  run_ = run;
  make_candidate(run, number, first_year, *tables_, family_, rows_);
  family_.room = static_cast<std::uint8_t>(std::min(rows_.size(), most_members));
}

void ObservedFamily::live_year(int year, const HookRatios& hooks) {
  diary_.clear();
  ServiceUse use;  // nobody asks for it
  Work work;
  FamilyYear y{*tables_, run_, year, family_, rows_, hooks, use, work, space_};
  live_family_year(y);
  for (const std::size_t member : with_benefits_) benefits_[member] = {};
  with_benefits_.clear();
  const auto incomes = space_.incomes.all();
  for (std::size_t from = 0; from < incomes.size();) {
    const std::uint8_t member = incomes[from].member;
    std::size_t until = from + 1;
    while (until < incomes.size() && incomes[until].member == member) ++until;
    with_benefits_.push_back(member);
    settle_incomes(rules_, incomes.subspan(from, until - from), y.people(), benefits_[member]);
    from = until;
  }
}

}  // namespace samspil
