#include <algorithm>

#include "model/costs/family_account.hpp"

namespace samspil {
namespace {

/// Spells of one member that say what the person lives on, in order of time.
std::vector<const FamilySpell*> incomes_of(const FamilyCase& family, std::size_t member) {
  std::vector<const FamilySpell*> incomes;
  for (const FamilySpell& spell : family.spells) {
    if (spell.member != member || spell.weeks() <= 0) continue;
    if (spell.kind != SpellKind::service || is_income(spell.service)) incomes.push_back(&spell);
  }
  std::sort(incomes.begin(), incomes.end(), [](const FamilySpell* a, const FamilySpell* b) {
    return a->first_week < b->first_week;
  });
  return incomes;
}

bool is_on_ladder(const FamilySpell& spell, const FamilyMember& member,
                  const Catalogue& catalogue) {
  if (spell.kind != SpellKind::service) return false;
  const CatalogueRow& row = catalogue.rows[index_of(paid_as(member, spell.service))];
  return is_ladder(catalogue.rules[row.payer_rule].kind);
}

/// Walks one person through the weeks.
class Walk {
 public:
  explicit Walk(const FamilyMember& member) {
    pass_counted(ladder_, member.ladder_weeks_before);
    pass_self_support(ladder_, member.self_support_weeks_before);
  }

  void count(int weeks) {
    const StepWeeks steps = pass_counted(ladder_, weeks);
    for (RuleState step = 0; step < ladder_steps; ++step) {
      course_.step.insert(course_.step.end(), static_cast<std::size_t>(steps[step]), step);
    }
    course_.is_counted.resize(course_.step.size(), true);
  }
  void support_self(int weeks) {
    stand(weeks);
    const bool had_begun = ladder_.counted > 0;
    pass_self_support(ladder_, weeks);
    course_.restarts += had_begun && ladder_.counted == 0;
  }
  void pass_to(int week) {
    const int weeks = week - static_cast<int>(course_.step.size());
    stand(weeks);
    pass_neither(ladder_, weeks);
  }

  LadderCourse course() && { return std::move(course_); }

 private:
  void stand(int weeks) {
    course_.step.insert(course_.step.end(), static_cast<std::size_t>(weeks),
                        step_of(ladder_.counted));
    course_.is_counted.resize(course_.step.size(), false);
  }

  LadderHistory ladder_;
  LadderCourse course_;
};

}  // namespace

LadderCourse ladder_course(const FamilyCase& family, std::size_t member,
                           const Catalogue& catalogue) {
  Walk walk{family.members[member]};
  for (const FamilySpell* spell : incomes_of(family, member)) {
    walk.pass_to(spell->first_week - 1);
    if (spell->kind == SpellKind::self_support) {
      walk.support_self(spell->weeks());
    } else if (is_on_ladder(*spell, family.members[member], catalogue)) {
      walk.count(spell->weeks());
    }
  }
  walk.pass_to(family.years * weeks_per_year);
  return std::move(walk).course();
}

}  // namespace samspil
