#include "tests/costs/family_reference.hpp"

#include "model/costs/indices.hpp"

namespace samspil::test {
namespace {

/// Percent of region, state and citizen; the municipality has the rest. In hundredths of a percent.
using Parts = std::array<Ore, 3>;

constexpr std::array<Ore, 4> ladder_state{8000, 4000, 3000, 2000};

bool counts(Service service) { return service <= Service::disability_pension; }

bool is_pooled_for_children(Service s) {
  return s >= Service::early_prevention && s <= Service::own_dwelling && s != Service::secure_unit;
}
bool is_pooled_for_adults(Service s) {
  return s == Service::social_pedagogical_support || s == Service::substance_treatment ||
         s == Service::adult_residential;
}
bool may_be_fully_refunded(Service s) {
  return s == Service::early_prevention || s == Service::family_treatment ||
         s == Service::contact_person || s == Service::respite || s == Service::additional_costs ||
         s == Service::lost_earnings;
}

Parts parts_of(Service service, std::size_t step) {
  switch (service) {
    case Service::disability_pension_before_2014:
      return {0, 3500, 0};
    case Service::student_grant:
    case Service::parental_benefit:
    case Service::police_court_prison:
      return {0, 10000, 0};
    case Service::additional_costs:
    case Service::lost_earnings:
    case Service::shelter:
    case Service::crisis_centre:
      return {0, 5000, 0};
    case Service::psychiatric_treatment:
    case Service::hospital_contact:
    case Service::gp_contact:
      return {10000, 0, 0};
    case Service::day_care:
      return {0, 0, 500};
    case Service::after_school:
      return {0, 0, 800};
    case Service::income_tax:  // wages, benefits
      return {0, step == 0 ? 5154 : 3261, 0};
    default:
      return {0, counts(service) || service == Service::wage_subsidy ? ladder_state[step] : 0, 0};
  }
}

/// Half an øre up, away from nought.
Ore part_of(Ore gross, Ore part) {
  return gross < 0 ? -part_of(-gross, part) : (gross * part + 5000) / 10000;
}

/// What is spent on each third of the 364 days, in 1092ths of an øre.
using DailyExpense = std::array<Ore, 1092>;

/// Twelve months, each against a twelfth of the limits.
Ore refund_of(const DailyExpense& days) {
  Ore refund = 0;  // Hundredths of 1092ths of twelfths of an øre.
  std::array<Ore, 12> months{};
  for (std::size_t third = 0; third < days.size(); ++third) months[third / 91] += days[third];
  for (const Ore month : months) {
    const Ore year = 12 * month;
    const auto part = [&](Ore from, Ore to) {
      return std::max<Ore>(0, std::min(year, to * 1092) - from * 1092);
    };
    refund += part(86'000'000, 168'000'000) * 25 + part(168'000'000, 212'000'000) * 50 +
              std::max<Ore>(0, year - 212'000'000 * Ore{1092}) * 75;
  }
  return refund / (100 * 1092 * 12);
}

/// One person's weeks, one after the other.
class WeekByWeek {
 public:
  void benefit() {
    if (++counted_ == 1) first_ = static_cast<int>(was_self_support_.size());
    was_self_support_.push_back(false);
  }
  void self_support() {
    was_self_support_.push_back(true);
    const int now = static_cast<int>(was_self_support_.size());
    int weeks = 0;
    for (int week = std::max(0, now - 156); week < now; ++week) {
      weeks += week > first_ && was_self_support_[static_cast<std::size_t>(week)];
    }
    if (counted_ > 0 && weeks >= 52) counted_ = 0;
  }
  void neither() { was_self_support_.push_back(false); }

  std::size_t step() const {
    if (counted_ <= 4) return 0;
    if (counted_ <= 26) return 1;
    return counted_ <= 52 ? 2 : 3;
  }

 private:
  int counted_ = 0;
  int first_ = 0;
  std::vector<bool> was_self_support_;
};

class Reference {
 public:
  Reference(const FamilyCase& family, const Catalogue& catalogue)
      : family_{family}, catalogue_{catalogue}, years_(static_cast<std::size_t>(family.years)) {}

  std::vector<ReferenceYear> account() {
    for (std::size_t m = 0; m < family_.members.size(); ++m) live(m);
    for (const FamilyAnnual& annual : family_.annual) post_annual(annual);
    for (const FamilyProgramme& programme : family_.programme) {
      for (std::size_t y = 0; y < years_.size(); ++y) {
        add(y, programme.department, AccountType::service,
            {programme.amounts[y], 0, 0, 0, programme.amounts[y]});
      }
    }
    for (std::size_t y = 0; y < years_.size(); ++y) {
      for (const auto& [household, expense] : children_[y]) {
        refund(y, Department::child_family, expense);
      }
      for (const auto& [member, expense] : adults_[y]) {
        refund(y, Department::adult_social, expense);
      }
    }
    return years_;
  }

 private:
  void live(std::size_t m) {
    const FamilyMember& member = family_.members[m];
    WeekByWeek person;
    for (int week = 0; week < member.ladder_weeks_before; ++week) person.benefit();
    for (int week = 0; week < member.self_support_weeks_before; ++week) person.self_support();
    for (int week = 1; week <= 52 * family_.years; ++week) {
      const auto year = static_cast<std::size_t>((week - 1) / 52);
      const std::size_t step_before = person.step();
      bool is_benefit = false;
      bool is_self_support = false;
      for (const FamilySpell& spell : family_.spells) {
        if (spell.member != m || week < spell.first_week || week > spell.last_week) continue;
        is_self_support = is_self_support || spell.kind == SpellKind::self_support;
        is_benefit =
            is_benefit || (spell.kind == SpellKind::service && counts(paid(member, spell.service)));
      }
      if (is_benefit) {
        person.benefit();
        ++years_[year].ladder_weeks[m][person.step()];
      } else if (is_self_support) {
        person.self_support();
      } else {
        person.neither();
      }
      const std::size_t step = is_self_support ? step_before : person.step();
      for (const FamilySpell& spell : family_.spells) {
        if (spell.member != m || week < spell.first_week || week > spell.last_week) continue;
        if (spell.kind != SpellKind::service) continue;
        const bool is_tax = spell.service == Service::income_tax;
        post_week(year, m, spell, week, is_tax ? lives_on_benefit(m, week) : step);
      }
    }
  }

  bool lives_on_benefit(std::size_t m, int week) const {
    for (const FamilySpell& spell : family_.spells) {
      if (spell.member == m && spell.first_week <= week && week <= spell.last_week &&
          spell.kind == SpellKind::service && spell.service <= Service::parental_benefit) {
        return true;
      }
    }
    return false;
  }

  static Service paid(const FamilyMember& member, Service service) {
    return service == Service::disability_pension && member.granted_before_2014
               ? Service::disability_pension_before_2014
               : service;
  }

  void post_week(std::size_t year, std::size_t m, const FamilySpell& spell, int week,
                 std::size_t step) {
    const Service service = paid(family_.members[m], spell.service);
    const CatalogueRow& row = catalogue_.rows[index_of(service)];
    const Ore price = static_cast<Ore>(PriceLevel{catalogue_}.price(row)) * 100 *
                      (row.price.unit == "day" ? 7 : 1);
    const bool in_full =
        may_be_fully_refunded(service) && week <= family_.members[m].full_state_refund_weeks;
    const Ore paid_own = post(year, service, spell.weekly_amount.value_or(price), step, in_full);
    const int first = (week - 1) % 52 * 7;
    for (int day = first; day < first + 7; ++day) spend(year, m, service, day, paid_own * 52);
  }

  void post_annual(const FamilyAnnual& annual) {
    for (std::size_t y = 0; y < years_.size(); ++y) {
      Ore left = annual.amounts[y];
      int full_weeks = 0;
      if (may_be_fully_refunded(annual.service)) {
        for (int week = 1; week <= 52; ++week) {
          full_weeks += 52 * static_cast<int>(y) + week <=
                        family_.members[annual.member].full_state_refund_weeks;
        }
        const Ore in_full = left * full_weeks / 52;
        post(y, annual.service, in_full, 0, true);
        left -= in_full;
      }
      const Service service = paid(family_.members[annual.member], annual.service);
      int benefit_weeks = 0;
      for (int week = 1; week <= 52; ++week) {
        benefit_weeks += lives_on_benefit(annual.member, 52 * static_cast<int>(y) + week);
      }
      const bool mostly = service == Service::income_tax && benefit_weeks > 26;
      const Ore paid_own = post(y, service, left, mostly, false);
      const int first = 7 * full_weeks;
      for (int day = first; day < 364; ++day) {
        spend(y, annual.member, service, day, paid_own * 364 / (364 - first));
      }
    }
  }

  /// What the municipality spends on each third of a day [1092ths of an øre], where it counts as a
  /// dear case.
  void spend(std::size_t year, std::size_t m, Service service, int day, Ore amount) {
    for (auto third = static_cast<std::size_t>(3 * day); third / 3 == static_cast<std::size_t>(day);
         ++third) {
      if (is_pooled_for_children(service)) {
        children_[year][family_.members[m].household][third] += amount;
      }
      if (is_pooled_for_adults(service)) adults_[year][m][third] += amount;
    }
  }

  /// What of it the municipality pays and the state does not refund in full.
  Ore post(std::size_t year, Service service, Ore gross, std::size_t step, bool in_full) {
    const CatalogueRow& row = catalogue_.rows[index_of(service)];
    if (row.account_type == AccountType::revenue) gross = -gross;
    const Parts parts = in_full ? Parts{0, 10000, 0} : parts_of(service, step);
    Amounts amounts{gross, 0, 0, 0, gross};
    for (std::size_t i = 0; i < 3; ++i) {
      amounts[i + 1] = part_of(gross, parts[i]);
      amounts[0] -= amounts[i + 1];
    }
    add(year, row.department, row.account_type, amounts);
    return in_full ? 0 : amounts[0];
  }

  void refund(std::size_t year, Department department, const DailyExpense& expense) {
    const Ore paid_back = refund_of(expense);
    add(year, department, AccountType::revenue, {-paid_back, 0, paid_back, 0, 0});
  }

  void add(std::size_t year, Department department, AccountType type, const Amounts& amounts) {
    for (std::size_t i = 0; i < amounts.size(); ++i) {
      years_[year].all[i] += amounts[i];
      years_[year].departments[department][i] += amounts[i];
      years_[year].account_types[type][i] += amounts[i];
    }
  }

  const FamilyCase& family_;
  const Catalogue& catalogue_;
  std::vector<ReferenceYear> years_;
  std::map<std::size_t, std::map<std::string, DailyExpense>> children_;
  std::map<std::size_t, std::map<std::size_t, DailyExpense>> adults_;
};

}  // namespace

std::vector<ReferenceYear> reference_account(const FamilyCase& family, const Catalogue& catalogue) {
  return Reference{family, catalogue}.account();
}

}  // namespace samspil::test
