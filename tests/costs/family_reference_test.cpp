// Random families, told twice: by the model and by a slow loop over weeks. To the øre.
#include "tests/costs/family_reference.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "model/costs/family_account.hpp"
#include "model/inputs/family_spells.hpp"
#include "model/loading/load.hpp"
#include "tests/support/family_cases.hpp"

namespace samspil {
namespace {

constexpr int families = 400;

/// Random families whose spells never conflict.
class RandomFamily {
 public:
  explicit RandomFamily(unsigned seed) : engine_{seed} {}

  FamilyCase make() {
    family_.years = below(5) + 1;
    const int members = below(5) + 1;
    for (int i = 0; i < members; ++i) add_member();
    for (int i = below(6); i > 0; --i) {
      const auto member = static_cast<std::size_t>(below(members));
      family_.annual.push_back({member, any(annual_services), amounts(1'500'000), 0});
    }
    for (int i = below(3); i > 0; --i) {
      family_.programme.push_back({"effort", any(departments), amounts(200'000), 0});
    }
    return family_;
  }

 private:
  static constexpr std::array annual_services{Service::foster_family,
                                              Service::residential_institution,
                                              Service::family_treatment,
                                              Service::additional_costs,
                                              Service::hospital_contact,
                                              Service::notification,
                                              Service::social_pedagogical_support,
                                              Service::adult_residential,
                                              Service::day_care,
                                              Service::disability_pension_before_2014,
                                              Service::income_tax,
                                              Service::student_grant};
  static constexpr std::array departments{Department::coordination, Department::child_family};
  static constexpr std::array incomes{Service::cash_benefit,
                                      Service::education_benefit,
                                      Service::sickness_benefit,
                                      Service::unemployment_benefit,
                                      Service::resource_course_benefit,
                                      Service::flexjob_subsidy,
                                      Service::disability_pension,
                                      Service::disability_pension_before_2014,
                                      Service::student_grant,
                                      Service::parental_benefit};
  static constexpr std::array places{Service::network_placement, Service::foster_family,
                                     Service::residential_institution, Service::secure_unit,
                                     Service::own_dwelling};
  static constexpr std::array beside{Service::early_prevention,
                                     Service::family_treatment,
                                     Service::contact_person,
                                     Service::respite,
                                     Service::additional_costs,
                                     Service::lost_earnings,
                                     Service::social_pedagogical_support,
                                     Service::substance_treatment,
                                     Service::day_care,
                                     Service::after_school,
                                     Service::psychiatric_treatment,
                                     Service::mentor,
                                     Service::income_tax};

  int below(int n) { return std::uniform_int_distribution<int>{0, n - 1}(engine_); }
  template <class Values>
  typename Values::value_type any(const Values& values) {
    return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
  }
  /// Never a multiple of five øre: 30 or 35 per cent of one may be an exact half øre, which a share
  /// in binary rounds either way.
  Ore amount(int most_kroner) {
    const Ore ore = below(most_kroner * 100);
    return ore % 5 == 0 ? ore + 1 : ore;
  }
  std::vector<Ore> amounts(int most_kroner) {
    std::vector<Ore> list(static_cast<std::size_t>(family_.years));
    for (Ore& ore : list) ore = amount(most_kroner);
    return list;
  }
  int horizon() const { return family_.years * weeks_per_year; }

  void add_member() {
    FamilyMember member;
    member.id = "member " + std::to_string(family_.members.size());
    member.kind = below(2) == 0 ? MemberKind::adult : MemberKind::child;
    if (below(3) == 0) member.household = "other";
    if (member.kind == MemberKind::child) {
      member.age = below(20);
      if (below(3) == 0) member.full_state_refund_weeks = below(160);
    } else {
      if (below(2) == 0) member.ladder_weeks_before = below(80);
      if (below(2) == 0) member.self_support_weeks_before = below(70);
      member.granted_before_2014 = below(4) == 0;
    }
    family_.members.push_back(member);
    if (member.kind == MemberKind::adult) {
      add_incomes();
      if (below(3) == 0) add_wage_subsidy();
    } else {
      add_row(places, 30);
    }
    for (const Service service : beside) {
      if (below(4) == 0) add_one(service);
    }
  }

  /// Spells one after the other, with and without gaps.
  void add_incomes() {
    for (int week = below(20) + 1; week <= horizon();) {
      const int last = std::min(horizon(), week + below(below(3) == 0 ? 120 : 40));
      const int kind = below(8);
      if (kind < 3) {
        test::add_spell(family_, kind < 2 ? SpellKind::self_support : SpellKind::subsidised_job,
                        week, last);
      } else {
        add(any(incomes), week, last);
      }
      week = last + 1 + (below(2) == 0 ? 0 : below(20));
    }
  }
  template <class Values>
  void add_row(const Values& values, int longest) {
    for (int week = below(60) + 1; week <= horizon();) {
      const int last = std::min(horizon(), week + below(longest));
      add(any(values), week, last);
      week = last + 1 + below(60);
    }
  }
  void add_one(Service service) {
    const int first = below(horizon()) + 1;
    add(service, first, std::min(horizon(), first + below(90)));
  }
  void add_wage_subsidy() {
    add_one(Service::wage_subsidy);
    const FamilySpell subsidy = family_.spells.back();
    for (const FamilySpell& spell : family_.spells) {
      if (spell.member != subsidy.member || &spell == &family_.spells.back()) continue;
      if (conflict(spell, subsidy) && spell.first_week <= subsidy.last_week &&
          subsidy.first_week <= spell.last_week) {
        family_.spells.pop_back();
        return;
      }
    }
  }
  void add(Service service, int first, int last) {
    test::add_spell(family_, service, first, last, amount(40'000));
    if (below(3) == 0) family_.spells.back().weekly_amount.reset();
  }

  std::mt19937 engine_;
  FamilyCase family_;
};

test::Amounts amounts_of(const AccountSum& sum) {
  return {sum.paid[0], sum.paid[1], sum.paid[2], sum.paid[3], sum.gross};
}

class RandomFamilies : public testing::Test {
 protected:
  const Catalogue& catalogue_ = test::shipped_catalogue();
};

TEST_F(RandomFamilies, AgreeWithTheLoopOverWeeksToTheOere) {
  for (unsigned seed = 1; seed <= families; ++seed) {
    const FamilyCase family = RandomFamily{seed}.make();
    const FamilyAccount account = account_of(family, catalogue_);
    auto reference = test::reference_account(family, catalogue_);
    for (std::size_t y = 0; y < account.years.size(); ++y) {
      SCOPED_TRACE("family " + std::to_string(seed) + ", year " + std::to_string(y + 1));
      const AccountSums& sums = account.years[y].sums;
      ASSERT_EQ(amounts_of(sums.all), reference[y].all);
      for (std::size_t d = 0; d < department_count; ++d) {
        ASSERT_EQ(amounts_of(sums.departments[d]),
                  reference[y].departments[static_cast<Department>(d)]);
      }
      for (std::size_t t = 0; t < sums.account_types.size(); ++t) {
        ASSERT_EQ(amounts_of(sums.account_types[t]),
                  reference[y].account_types[static_cast<AccountType>(t)]);
      }
      for (const LadderAccount& ladder : account.ladder) {
        ASSERT_EQ(ladder.years[y], reference[y].ladder_weeks[ladder.member]);
      }
    }
  }
}

TEST_F(RandomFamilies, PayGrossOnEveryLineAndNeverLoseByPooling) {
  int restarts = 0;
  int refunds = 0;
  for (unsigned seed = 1; seed <= families; ++seed) {
    const FamilyCase family = RandomFamily{seed}.make();
    const FamilyAccount account = account_of(family, catalogue_);
    AccountSum total;
    for (const AccountYear& year : account.years) {
      for (const FamilyLine& line : year.lines) {
        Ore paid = 0;
        for (const Ore part : line.paid) paid += part;
        ASSERT_EQ(paid, line.gross) << line.what;
        total.add(line);
        refunds += line.kind == LineKind::refund;
      }
    }
    EXPECT_EQ(total, account.total.all);
    EXPECT_GE(account.children_refund, account.children_refund_alone);
    for (const LadderAccount& ladder : account.ladder) restarts += ladder.restarts;
  }
  // What the families are made to meet.
  EXPECT_GT(restarts, families / 10);
  EXPECT_GT(refunds, families / 2);
}

TEST_F(RandomFamilies, DoNotDependOnTheOrderOfTheFile) {
  std::mt19937 engine{7};
  for (unsigned seed = 1; seed <= families; ++seed) {
    FamilyCase family = RandomFamily{seed}.make();
    const FamilyAccount account = account_of(family, catalogue_);
    std::shuffle(family.spells.begin(), family.spells.end(), engine);
    std::shuffle(family.annual.begin(), family.annual.end(), engine);
    const FamilyAccount shuffled = account_of(family, catalogue_);
    for (std::size_t y = 0; y < account.years.size(); ++y) {
      ASSERT_EQ(account.years[y].lines, shuffled.years[y].lines) << seed;
    }
  }
}

TEST_F(RandomFamilies, GetMoreRefundForMoreExpenseAndNeverMoreThanIt) {
  const auto refund = [&](Ore one, Ore two, const char* household) {
    FamilyCase family;
    family.years = 1;
    for (const Ore amount : {one, two}) {
      family.annual.push_back({family.members.size(), Service::foster_family, {amount}, 0});
      family.members.emplace_back().kind = MemberKind::child;
      family.members.back().id = std::to_string(family.members.size());
    }
    family.members[1].household = household;
    return account_of(family, catalogue_).total.all.of(Payer::state);
  };
  std::mt19937 engine{3};
  std::uniform_int_distribution<Ore> expense{0, 300'000'000};
  for (int i = 0; i < families; ++i) {
    const Ore one = expense(engine);
    const Ore two = expense(engine);
    const Ore pooled = refund(one, two, "household");
    EXPECT_LE(pooled, one + two);
    EXPECT_GE(pooled, refund(one, two, "another"));
    EXPECT_GE(refund(one, two + 1'000'000, "household"), pooled);
    EXPECT_EQ(pooled, refund(two, one, "household"));
  }
}

}  // namespace
}  // namespace samspil
