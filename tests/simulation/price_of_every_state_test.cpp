// Every state has its price: what a year in it uses, and that the catalogue prices what is used.
#include <gtest/gtest.h>

#include <optional>
#include <set>

#include "tests/support/small_world.hpp"
#include "tests/support/still_life.hpp"

namespace samspil {
namespace {

constexpr int year = 2023;

struct Use {
  Service service{};
  Hundredths quantity = 0;
};

/// Expects that exactly this and tax was used.
void expect_only(const ServiceUse& use, std::optional<Use> expected) {
  for (std::size_t s = 0; s < service_count; ++s) {
    if (s == index_of(Service::income_tax)) continue;
    const bool is_it = expected && s == index_of(expected->service);
    EXPECT_EQ(use[s], is_it ? expected->quantity : 0) << service_names[s];
  }
}

/// What a status costs beside tax; nothing for the two in which nobody pays for a person: an
/// ordinary job pays a wage, and a self-supporting person receives nothing.
std::optional<Service> expected_service(LabourStatus status, bool before_2014) {
  switch (status) {
    case LabourStatus::ordinary_job:
    case LabourStatus::self_supporting:
      return std::nullopt;
    case LabourStatus::flexjob:
      return Service::flexjob_subsidy;
    case LabourStatus::education:
      return Service::student_grant;
    case LabourStatus::parental_leave:
      return Service::parental_benefit;
    case LabourStatus::unemployment:
      return Service::unemployment_benefit;
    case LabourStatus::sickness:
      return Service::sickness_benefit;
    case LabourStatus::cash_benefit:
      return Service::cash_benefit;
    case LabourStatus::education_benefit:
      return Service::education_benefit;
    case LabourStatus::integration_benefit:
      return Service::integration_benefit;
    case LabourStatus::resource_course:
      return Service::resource_course_benefit;
    case LabourStatus::rehabilitation:
      return Service::rehabilitation_benefit;
    case LabourStatus::flex_waiting:
      return Service::flex_waiting_benefit;
    case LabourStatus::disability_pension:
      return before_2014 ? Service::disability_pension_before_2014 : Service::disability_pension;
  }
  return std::nullopt;
}

TEST(PriceOfEveryState, EveryLabourStatusUsesFiftyTwoWeeksOfItsBenefit) {
  for (std::size_t s = 0; s < labour_status_count; ++s) {
    for (const bool before_2014 : {false, true}) {
      SCOPED_TRACE(labour_status_names[s]);
      const auto status = static_cast<LabourStatus>(s);
      std::vector<Person> adult{test::person_of(Role::parent, 25, year)};
      adult[0].status = status;
      adult[0].hours =
          status == LabourStatus::ordinary_job ? OrdinaryHours::full : OrdinaryHours::none;
      adult[0].pension_before_2014 = before_2014;

      const ServiceUse use = test::live_once(test::still_parameters(), adult, year);

      const auto service = expected_service(status, before_2014);
      expect_only(use,
                  service ? std::optional<Use>{{*service, 52 * one_unit}} : std::optional<Use>{});
      EXPECT_EQ(use[index_of(Service::income_tax)], 52 * one_unit);
      EXPECT_EQ(adult[0].year.week_48, status);
    }
  }
}

TEST(PriceOfEveryState, EveryPlaceUsesAYearOfItsDaysAtTheChildsOwnCost) {
  constexpr std::array<std::optional<Service>, place_count> expected{
      std::nullopt,  // home: no public payer
      Service::network_placement,
      Service::foster_family,
      Service::residential_institution,
      Service::secure_unit,
      Service::own_dwelling};
  for (std::size_t p = 0; p < place_count; ++p) {
    SCOPED_TRACE(place_names[p]);
    std::vector<Person> child{test::person_of(Role::child, 15, year)};
    child[0].place = static_cast<Place>(p);
    child[0].cost_factor = 130;

    const ServiceUse use = test::live_once(test::still_parameters(), child, year);

    expect_only(use, expected[p] ? std::optional<Use>{{*expected[p], 364 * Hundredths{130}}}
                                 : std::optional<Use>{});
  }
}

TEST(PriceOfEveryState, EveryAdultServiceIsUsedByItsUnit) {
  const Catalogue catalogue = test::shipped_scenario().catalogue;
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    SCOPED_TRACE(adult_service_names[i]);
    Parameters p = test::still_parameters();
    p.adult_services.activation.fill(1.0);
    std::vector<Person> adult{test::person_of(Role::parent, 25, year)};
    adult[0].services.set(static_cast<AdultService>(i));

    const ServiceUse use = test::live_once(p, adult, year);

    const auto service = find_name<Service>(service_names, adult_service_names[i]);
    ASSERT_TRUE(service.has_value());
    const bool by_day = catalogue.rows[index_of(*service)].price.unit == "day";
    expect_only(use, Use{*service, (by_day ? 364 : 52) * one_unit});
  }
}

TEST(PriceOfEveryState, EveryChildMeasureIsUsedByTheWeek) {
  const Catalogue catalogue = test::shipped_scenario().catalogue;
  for (std::size_t i = 0; i < child_measure_count; ++i) {
    SCOPED_TRACE(child_measure_names[i]);
    std::vector<Person> child{test::person_of(Role::child, 10, year)};
    child[0].measures.set(static_cast<ChildMeasure>(i));

    const ServiceUse use = test::live_once(test::still_parameters(), child, year);

    const auto service = find_name<Service>(service_names, child_measure_names[i]);
    ASSERT_TRUE(service.has_value());
    EXPECT_EQ(catalogue.rows[index_of(*service)].price.unit, "week");
    expect_only(use, Use{*service, 52 * one_unit});
  }
}

TEST(PriceOfEveryState, OneTreatmentOfAFamilyIsPaidOnceHoweverManyChildrenItIsRegisteredOn) {
  std::vector<Person> children(3, test::person_of(Role::child, 10, year));
  children[0].birth_year = year - 18;  // the treatment ends with the 18th birthday
  children[0].birth_day = 70;
  for (std::size_t i = 0; i < children.size(); ++i) {
    children[i].measures.set(ChildMeasure::family_treatment);
    children[i].cost_factor = static_cast<std::uint16_t>(100 * (i + 1));
  }
  Parameters p = test::still_parameters();
  p.measures.age_to[index_of(ChildMeasure::family_treatment)] = 18;

  const ServiceUse use = test::live_once(p, children, year);

  // Ten weeks by the first child, at its own cost, the others by the second.
  EXPECT_EQ(use[index_of(Service::family_treatment)], 10 * 100 + 42 * 200);
  constexpr std::size_t treatment = index_of(ChildMeasure::family_treatment);
  EXPECT_EQ(children[0].year.measure_weeks[treatment], 10);
  EXPECT_EQ(children[2].year.measure_weeks[treatment], 52);

  for (Person& child : children) {
    child = test::person_of(Role::child, 10, year);
    child.measures.set(ChildMeasure::contact_person);  // each child has its own
  }
  EXPECT_EQ(test::live_once(p, children, year)[index_of(Service::contact_person)], 3 * 5'200);
}

TEST(PriceOfEveryState, EverySchoolIsUsedByTheWeek) {
  Parameters p = test::still_parameters();
  p.school.day_care_share = p.school.after_school_share = 1;
  p.school.school_weeks = 40;
  struct Case {
    School school;
    int age;
    std::optional<Use> use;
  };
  const std::vector<Case> cases{{School::day_care, 3, Use{Service::day_care, 5'200}},
                                {School::mainstream, 8, Use{Service::after_school, 5'200}},
                                {School::mainstream, 12, std::nullopt},
                                {School::special_class, 12, Use{Service::special_class, 4'000}},
                                {School::special_school, 12, Use{Service::special_school, 4'000}}};
  for (const Case& one : cases) {
    SCOPED_TRACE(school_names[index_of(one.school)]);
    std::vector<Person> child{test::person_of(Role::child, one.age, year)};
    child[0].school = one.school;

    expect_only(test::live_once(p, child, year), one.use);
  }
}

TEST(Catalogue, PricesEveryServiceOnceWithItsSource) {
  const Catalogue catalogue = test::shipped_scenario().catalogue;
  const std::set<std::string> units{"week", "day", "case", "contact", "hour", "full_time_tax_week"};
  for (std::size_t s = 0; s < service_count; ++s) {
    const CatalogueRow& row = catalogue.rows[s];
    SCOPED_TRACE(service_names[s]);
    EXPECT_EQ(index_of(row.service), s);
    EXPECT_FALSE(row.price.source.empty());
    EXPECT_TRUE(units.contains(row.price.unit)) << row.price.unit;
    EXPECT_GE(row.price.value, 0);
    // A zero is written with its source, and with the word that makes it no slip.
    EXPECT_TRUE(row.price.value > 0 || row.price.source.find("zero") != std::string::npos);
    EXPECT_EQ(row.account_type == AccountType::revenue, row.service == Service::income_tax);
    for (const RuleShares& shares : catalogue.rules[row.payer_rule].rows) {
      double sum = 0;
      for (const double share : shares.shares) sum += share;
      EXPECT_NEAR(sum, 1, 1e-9);
    }
  }
}

}  // namespace
}  // namespace samspil
