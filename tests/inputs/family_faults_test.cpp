#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "model/loading/load.hpp"
#include "tests/inputs/fault.hpp"
#include "tests/inputs/input_folder.hpp"
#include "tests/support/family_cases.hpp"

namespace samspil {
namespace {

constexpr const char* family_text = R"([case]
price_level = 2022
years = 2

[[member]]
id = "mother"
kind = "adult"
age = 30

[[member]]
id = "son"
kind = "child"
age = 16

[[spell]]
member = "mother"
service = "cash_benefit"
from_week = 1
to_week = 30

[[spell]]
member = "son"
service = "foster_family"
from_week = 10
to_week = 20

[[annual]]
member = "son"
service = "lost_earnings"
amounts = [1000, 2000.50]

[[programme]]
name = "Coordinator"
department = "coordination"
amounts = [50000, 0]
)";

constexpr const char* first_spell = "from_week = 1\nto_week = 30\n";

const std::vector<FaultyInput> faults{
    {"UnknownKey", "price_level", "pricelevel",
     "family.toml:2: case.pricelevel: unknown key; did you mean 'price_level'?"},
    {"UnknownTable", "[[programme]]", "[[program]]",
     "family.toml:32: program: unknown key; did you mean 'programme'?"},
    {"WrongType", "age = 30", "age = \"thirty\"",
     "family.toml:8: member[1].age: 'thirty' is not a number; write a number, such as 0.5, "
     "without quotes"},
    {"Years", "years = 2", "years = 41",
     "family.toml:3: case.years: 41 is above 40; write a number from 1 to 40"},
    {"UnknownThresholds", "years = 2", "years = 2\nthresholds = \"constnt\"",
     "family.toml:4: case.thresholds: unknown name 'constnt'; did you mean 'constant'?"},
    {"ThresholdsNotKnown", "years = 2", "years = 2\nfirst_year = 2026\nthresholds = \"regulated\"",
     "family.toml:5: case.thresholds: the thresholds of expensive cases are not known at the level "
     "of 2027: the index psl lacks the year; use years that indices.csv holds for psl, or "
     "thresholds = \"constant\" and price_level = 2022"},
    {"LawYearNotKnown", "years = 2", "years = 2\nlaw_year = 2015",
     "family.toml:4: case.law_year: 2015 has no values in the payer rule 'refund_ladder'; use a "
     "year from 2016 to 9999"},
    {"SecondId", "\n[[spell]]", "[[member]]\nid = \"mother\"\nkind = \"adult\"\n[[spell]]",
     "family.toml:15: member[3].id: 'mother' stands on line 5 already; give every member an id of "
     "its own"},
    {"PersonNumber", "\n[[spell]]", "[[member]]\nid = \"0101901234\"\nkind = \"adult\"\n[[spell]]",
     "family.toml:15: a value looks like a person number (CPR); use pseudonyms instead of person "
     "numbers"},
    {"AdultInFosterCare", "\n[[spell]]",
     "[[spell]]\nmember = \"mother\"\nservice = \"foster_family\"\nfrom_week = 1\nto_week = "
     "2\n[[spell]]",
     "family.toml:16: spell[1].service: foster_family for 'mother', who is 30.0 years old in week "
     "1; "
     "a placement ends at 23; write the child's id, or the age"},
    {"UnknownKind", "kind = \"child\"", "kind = \"kid\"",
     "family.toml:12: member[2].kind: unknown name 'kid'; use one of adult, child"},
    {"AdultBelow18", "age = 30", "age = 17",
     "family.toml:8: member[1].age: an adult of 17 years; write kind = \"child\" below 18"},
    {"LadderOfAChild", "age = 16", "age = 16\nladder_weeks_before = 4",
     "family.toml:14: member[2].ladder_weeks_before: a child under 18 has no benefit of its own; "
     "remove it, or write the age"},
    {"FullRefundOfAnAdult", "age = 30", "age = 30\nfull_state_refund_weeks = 9",
     "family.toml:9: member[1].full_state_refund_weeks: is a rule for children (barnets lov § "
     "203); write it for the child"},
    {"UnknownMember", "member = \"mother\"", "member = \"moter\"",
     "family.toml:16: spell[1].member: unknown member 'moter'; did you mean 'mother'?"},
    {"UnknownService", "\"cash_benefit\"", "\"cash_benifit\"",
     "family.toml:17: spell[1].service: unknown service 'cash_benifit'; did you mean "
     "'cash_benefit'?"},
    {"WeekBeyondTheHorizon", "to_week = 30", "to_week = 105",
     "family.toml:19: spell[1].to_week: 105 is above 104; write a number from 1 to 104"},
    {"WeekBeforeTheHorizon", "from_week = 1\n", "from_week = 0\n",
     "family.toml:18: spell[1].from_week: 0 is below 1; write a number from 1 to 104"},
    {"ReversedWeeks", "to_week = 20", "to_week = 9",
     "family.toml:25: spell[2].to_week: week 9 comes before from_week 10; write the first week "
     "before the last"},
    {"NoWeeks", "to_week = 30\n", "",
     "family.toml:15: spell[1].to_week: is missing; write `to_week = ...`"},
    {"WeeksAndDates", "to_week = 30", "to_week = 30\nfrom_date = 2022-01-01",
     "family.toml:15: spell[1]: weeks and dates in one spell; write from_week and to_week, or "
     "dates"},
    {"DateAsText", first_spell, "from_date = \"2022-01-01\"\nto_date = 2022-02-01\n",
     "family.toml:18: spell[1].from_date: is a text; write a date without quotes, 2022-03-31"},
    {"DateBeyondTheHorizon", first_spell, "from_date = 2022-01-01\nto_date = 2024-01-01\n",
     "family.toml:19: spell[1].to_date: the year 2024 is outside the horizon; write a date from "
     "2022 to 2023"},
    {"ReversedDates", first_spell, "from_date = 2022-03-01\nto_date = 2022-02-01\n",
     "family.toml:19: spell[1].to_date: comes before from_date; write the first day before the "
     "last"},
    {"TwoIncomes", "\n[[annual]]",
     "[[spell]]\nmember = \"mother\"\nservice = \"self_support\"\nfrom_week = 30\nto_week = 40\n"
     "[[annual]]",
     "family.toml:26: spell[3]: self_support in weeks 30-30 overlaps cash_benefit of line 15: two "
     "incomes in a week; let the first end the week before the next begins"},
    {"TwoLivingPlaces", "\n[[annual]]",
     "[[spell]]\nmember = \"son\"\nservice = \"secure_unit\"\nfrom_week = 20\nto_week = 20\n"
     "[[annual]]",
     "family.toml:26: spell[3]: secure_unit in weeks 20-20 overlaps foster_family of line 21: two "
     "living places in a week; let the first end the week before the next begins"},
    {"TheSameTwice", "\n[[annual]]",
     "[[spell]]\nmember = \"son\"\nservice = \"foster_family\"\nfrom_week = 1\nto_week = 12\n"
     "[[annual]]",
     "family.toml:26: spell[3]: foster_family in weeks 10-12 overlaps foster_family of line 21: "
     "the same twice in a week; let the first end the week before the next begins"},
    {"SubsidyIsNoSelfSupport", "\n[[annual]]",
     "[[spell]]\nmember = \"mother\"\nservice = \"self_support\"\nfrom_week = 40\nto_week = 49\n"
     "[[spell]]\nmember = \"mother\"\nservice = \"wage_subsidy\"\nfrom_week = 45\nto_week = 50\n"
     "[[annual]]",
     "family.toml:31: spell[4]: wage_subsidy in weeks 45-49 overlaps self_support of line 26: a "
     "job with wage subsidy is no self-support; let the first end the week before the next "
     "begins"},
    {"SubsidyReplacesTheBenefit", "\n[[annual]]",
     "[[spell]]\nmember = \"mother\"\nservice = \"wage_subsidy\"\nfrom_week = 28\nto_week = 33\n"
     "[[annual]]",
     "family.toml:26: spell[3]: wage_subsidy in weeks 28-30 overlaps cash_benefit of line 15: a "
     "job with wage subsidy replaces the benefit: write subsidised_job; let the first end the week "
     "before the next begins"},
    {"BenefitOfAChild", "member = \"mother\"", "member = \"son\"",
     "family.toml:17: spell[1].service: cash_benefit for 'son', who is 16.0 years old in week 1; a "
     "benefit of one's own begins at 18; write the adult's id, or the age"},
    {"SpellOfCases", "service = \"foster_family\"", "service = \"notification\"",
     "family.toml:23: spell[2].service: notification is counted in cases, not weeks; write its "
     "amounts by year in [[annual]]"},
    {"SpellOfHours", "service = \"foster_family\"", "service = \"child_case_handling\"",
     "family.toml:23: spell[2].service: child_case_handling is counted in hours, not weeks; write "
     "its amounts by year in [[annual]]"},
    {"NegativeWeeklyAmount", "to_week = 30", "to_week = 30\nweekly_amount = -1",
     "family.toml:20: spell[1].weekly_amount: -1 is below 0; write a number from 0 to 1000000000"},
    {"FractionOfAnOere", "2000.50", "2000.505",
     "family.toml:30: annual[1].amounts: 2000.505 kr. is not a whole number of øre; write "
     "2000.51"},
    {"NegativeAmount", "[1000,", "[-1000,",
     "family.toml:30: annual[1].amounts: -1000 is below 0; write a number from 0 to 1000000000"},
    {"TooFewAmounts", "[1000, 2000.50]", "[1000]",
     "family.toml:30: annual[1].amounts: 1 amounts for 2 years; write one amount a year, 2 in "
     "all"},
    {"LadderBenefitByYear", "\"lost_earnings\"", "\"sickness_benefit\"",
     "family.toml:29: annual[1].service: sickness_benefit needs weeks: the refund ladder counts "
     "them; write it as [[spell]], with weekly_amount if the catalogue's price does not fit"},
    {"SelfSupportByYear", "\"lost_earnings\"", "\"self_support\"",
     "family.toml:29: annual[1].service: self_support needs weeks: the refund ladder counts them; "
     "write it as [[spell]], with weekly_amount if the catalogue's price does not fit"},
    {"UnknownDepartment", "department = \"coordination\"", "department = \"cordination\"",
     "family.toml:34: programme[1].department: unknown name 'cordination'; did you mean "
     "'coordination'?"},
};

class FamilyFaults : public testing::TestWithParam<FaultyInput> {};

TEST_P(FamilyFaults, AreToldInOneLine) {
  const InputFolder inputs;
  inputs.write("family.toml", family_text);
  inputs.replace("family.toml", GetParam().from, GetParam().to);

  EXPECT_EQ(inputs.faults("family.toml"), std::vector<std::string>{GetParam().line});
}

INSTANTIATE_TEST_SUITE_P(EachKind, FamilyFaults, testing::ValuesIn(faults), name_of_fault);

TEST(LoadFamily, ReadsWhatTheFileSays) {
  const InputFolder inputs;
  inputs.write("family.toml", family_text);

  const LoadedFamily loaded = load_family(inputs.path("family.toml"), inputs.path(""));

  const FamilyCase& family = loaded.family;
  EXPECT_EQ(family.years, 2);
  EXPECT_EQ(family.first_year, 2022);
  EXPECT_EQ(loaded.catalogue.law.year, 2022);
  ASSERT_EQ(family.members.size(), 2U);
  EXPECT_EQ(family.members[1].household, family.members[0].household);
  ASSERT_EQ(family.spells.size(), 2U);
  EXPECT_EQ(family.spells[1].service, Service::foster_family);
  EXPECT_EQ(family.spells[1].weeks(), 11);
  ASSERT_EQ(family.annual.size(), 1U);
  EXPECT_EQ(family.annual[0].amounts, (std::vector<Ore>{100'000, 200'050}));
  ASSERT_EQ(family.programme.size(), 1U);
  EXPECT_EQ(family.programme[0].department, Department::coordination);
}

TEST(LoadFamily, TurnsDatesIntoWeeksByTheirThursdays) {
  const InputFolder inputs;
  const auto weeks = [&](const std::string& dates) {
    inputs.write("family.toml", family_text);
    inputs.replace("family.toml", first_spell, dates);
    const FamilyCase family = load_family(inputs.path("family.toml"), inputs.path("")).family;
    return std::pair{family.spells[0].first_week, family.spells[0].last_week};
  };

  using Weeks = std::pair<int, int>;
  EXPECT_EQ(weeks("from_date = 2022-01-01\nto_date = 2022-12-31\n"), (Weeks{1, 52}));
  EXPECT_EQ(weeks("from_date = 2022-01-04\nto_date = 2022-01-11\n"), (Weeks{1, 2}));
  EXPECT_EQ(weeks("from_date = 2022-01-05\nto_date = 2022-01-10\n"), (Weeks{2, 1})) << "no week";
  EXPECT_EQ(weeks("from_date = 2023-01-01\nto_date = 2023-01-31\n"), (Weeks{53, 56}));
  EXPECT_EQ(weeks("from_date = 2022-12-31\nto_date = 2023-01-07\n"), (Weeks{53, 53}));
}

TEST(LoadFamily, TakesABenefitFromTheWeekOfTheBirthdayOn) {
  const InputFolder inputs;
  inputs.write("family.toml", family_text);
  inputs.replace("family.toml", "age = 16", "age = 17.5");
  inputs.replace("family.toml", "member = \"mother\"", "member = \"son\"");
  inputs.replace("family.toml", first_spell, "from_week = 27\nto_week = 30\n");

  EXPECT_TRUE(inputs.faults("family.toml").empty());
}

TEST(LoadFamily, TellsFilesOfOtherKindsInOneLine) {
  const InputFolder inputs;
  inputs.write("case.toml", "[case]\nyears = 2\n\n[[cost]]\nname = \"a\"\n");
  const auto told = [&](const std::string& file) -> std::string {
    try {
      load_family(inputs.path(file), inputs.path(""));
    } catch (const InputError& error) {
      EXPECT_EQ(error.problems().size(), 1U) << file;
      const Problem& problem = error.problems().front();
      const std::string remedy = problem.remedy.in(Language::en);
      return problem.problem.in(Language::en) + "; " + remedy.substr(0, remedy.find(" /"));
    }
    return "taken";
  };

  EXPECT_EQ(told("case.toml"), "this is an investment case; it is taken by `samspil case");
  EXPECT_EQ(told("scenario.toml"), "this is a scenario; it is taken by `samspil run");
  inputs.write("other.toml", "a = 1\n");
  EXPECT_EQ(told("other.toml"), "holds no family; write one [[member]] for each person");
  inputs.write("spells.toml",
               "[[programme]]\nname = \"a\"\ndepartment = \"health\"\namounts = "
               "[1, 2, 3, 4]\n");
  EXPECT_EQ(told("spells.toml"), "the family has no member; write one [[member]] for each person");
}

TEST(LoadFamily, AsksForTheSameYearsOfBothFamilies) {
  const InputFolder inputs;
  inputs.write("family.toml", family_text);
  inputs.write("other.toml", family_text);
  inputs.replace("other.toml", "price_level = 2022", "price_level = 2023");
  inputs.replace("other.toml", "years = 2", "years = 2\nfirst_year = 2024");

  const FamilyCase family = load_family(inputs.path("family.toml"), inputs.path("")).family;
  const FamilyCase other = load_family(inputs.path("other.toml"), inputs.path("")).family;

  EXPECT_NO_THROW(require_comparable(family, family));
  try {
    require_comparable(family, other);
    FAIL() << "two price levels were compared";
  } catch (const InputError& error) {
    ASSERT_EQ(error.problems().size(), 2U);
    EXPECT_EQ(error.problems()[0].name, "case.price_level");
    EXPECT_EQ(error.problems()[0].line, 2);
    EXPECT_EQ(error.problems()[1].name, "case.first_year");
    EXPECT_EQ(error.problems()[1].line, 4);
  }
}

TEST(FamilyCase, KnowsWhichServicesTheCatalogueCountsInCases) {
  for (const CatalogueRow& row : test::shipped_catalogue().rows) {
    const bool in_cases =
        row.price.unit == "case" || row.price.unit == "contact" || row.price.unit == "hour";
    EXPECT_EQ(is_counted_in_cases(row.service), in_cases) << service_names[index_of(row.service)];
  }
}

TEST(FamilyCase, KnowsWhichBenefitsTheRulesPutOnTheLadder) {
  const Catalogue& catalogue = test::shipped_catalogue();
  for (const CatalogueRow& row : catalogue.rows) {
    const bool on_ladder = is_ladder(catalogue.rules[row.payer_rule].kind);
    EXPECT_EQ(is_ladder_benefit(row.service) || row.service == Service::wage_subsidy, on_ladder)
        << service_names[index_of(row.service)];
  }
}

}  // namespace
}  // namespace samspil
