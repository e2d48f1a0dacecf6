#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "tests/inputs/fault.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

constexpr const char* strategy = "strategies/own.toml";
constexpr const char* population = "populations/small.toml";
constexpr const char* scenario = "scenario.toml";
constexpr const char* parameters = "parameters.csv";

const std::string long_title = "title_da = \"" + std::string(4001, 'a') + "\"";
const std::string long_id = "id = \"" + std::string(101, 'a') + "\"";

const std::vector<FileFault> faults{
    {"TomlSyntax", strategy, "role = \"coordinator\"", "role = coordinator",
     "strategies/own.toml:9: Error while parsing value: could not determine value type; write `key "
     "= value`, texts in quotes (https://toml.io)"},
    {"CostingWithoutItsMinutes", strategy,
     "present_caseload = { value = 0, unit = \"cases per caseworker\", low = 0, high = 0, grade = "
     "\"own\", source = \"Test\" }\nminutes_per_case_week = { value = 0, unit = \"minutes per case "
     "and week\", low = 0, high = 0, grade = \"own\", source = \"Test\" }\n",
     "present_caseload = { value = 40, unit = \"cases per caseworker\", low = 40, high = 45, "
     "grade = \"own\", source = \"Test\" }\n",
     "strategies/own.toml:37: levers.present_caseload: stands without minutes_per_case_week; write "
     "minutes_per_case_week, or leave both out"},
    {"StaffWithoutHours", strategy,
     "hours_per_year = { value = 1924, unit = \"hours per caseworker-year\", low = 0, high = 1924, "
     "grade = \"own\", source = \"Test\" }\n",
     "", "strategies/own.toml:8: levers.hours_per_year: is missing; write `hours_per_year = ...`"},
    {"UnknownKey", strategy, "fade_rate", "fade_rat",
     "strategies/own.toml:30: levers.fade_rat: unknown key; did you mean 'fade_rate'?"},
    {"UnknownTopKey", scenario, "seed = 1", "sede = 1",
     "scenario.toml:4: sede: unknown key; did you mean 'seed'?"},
    {"WrongType", strategy, "authority = false", "authority = \"no\"",
     "strategies/own.toml:10: levers.authority: is a text; write true or false, without quotes"},
    {"TextExpected", strategy, "title_da = \"Egen\"", "title_da = 3",
     "strategies/own.toml:2: title_da: is a number; write a text in quotes"},
    {"TooManyFamiliesOfASite", population, "families_per_site = 40", "families_per_site = 10001",
     "populations/small.toml:7: families_per_site: 10001 is above 10000; write a number from 1 to "
     "10000"},
    {"EmptyText", strategy, "title_da = \"Egen\"", "title_da = \"\"",
     "strategies/own.toml:2: title_da: is empty; write a text"},
    {"LongText", strategy, "title_da = \"Egen\"", long_title.c_str(),
     "strategies/own.toml:2: title_da: is a text of 4001 letters; write 4000 letters at most"},
    {"LongId", strategy, "id = \"own\"", long_id.c_str(),
     "strategies/own.toml:1: id: is a text of 101 letters; write 100 letters at most"},
    {"DecimalComma", strategy, "value = 0.1,", "value = 0,1,",
     "strategies/own.toml:14: supervision_share.value: '0,1' has a decimal comma; write a decimal "
     "point: 0.1"},
    {"QuotedNumber", strategy, "value = 0.1,", "value = \"0.1\",",
     "strategies/own.toml:14: levers.supervision_share.value: the number 0.1 stands in quotes; "
     "write it without quotes: 0.1"},
    {"QuotedDecimalComma", strategy, "value = 0.1,", "value = \"0,1\",",
     "strategies/own.toml:14: levers.supervision_share.value: '0,1' has a decimal comma; write a "
     "decimal point: 0.1, without quotes"},
    {"NotANumber", strategy, "value = 0.1,", "value = nan,",
     "strategies/own.toml:14: levers.supervision_share.value: nan is not a number to reckon with; "
     "write a number of ordinary size"},
    {"UnitMismatch", strategy, "\"share of wage\"", "\"percent\"",
     "strategies/own.toml:14: levers.supervision_share: unit 'percent' given, 'share of wage' "
     "expected; convert the numbers and write the expected unit"},
    {"ShareAboveOne", strategy, "value = 0.1,", "value = 10,",
     "strategies/own.toml:14: levers.supervision_share.value: 10 is above 1; write a number from 0 "
     "to 1"},
    {"ShareBelowZero", strategy, "value = 0.5,", "value = -0.5,",
     "strategies/own.toml:22: levers.intake_share.value: -0.5 is below 0; write a number from 0 to "
     "1"},
    {"ThousandPointInAnAmount", strategy, "value = 600000, unit", "value = 600.000, unit",
     "strategies/own.toml:13: levers.wage.value: '600.000' can be read in two ways; write 600000 "
     "(or 600_000) for 600 thousand; for 600 write 600"},
    {"ThousandPointInARange", strategy, "high = 700000", "high = 700.000",
     "strategies/own.toml:13: levers.wage.high: '700.000' can be read in two ways; write 700000 "
     "(or 700_000) for 700 thousand; for 700 write 700"},
    {"ThousandPointInASeed", scenario, "seed = 1", "seed = 1.000",
     "scenario.toml:4: seed: '1.000' can be read in two ways; write 1000 (or 1_000) for 1 "
     "thousand; for 1 write 1"},
    {"ValueOutsideItsRange", strategy, "value = 12, unit = \"months\"",
     "value = 36, unit = \"months\"",
     "strategies/own.toml:29: levers.ramp_months: 36 lies outside its range 6 to 24; write low <= "
     "value <= high"},
    {"FidelityOutsideScale", strategy, "value = 4, unit = \"1-6\"", "value = 7, unit = \"1-6\"",
     "strategies/own.toml:52: element[1].fidelity.value: 7 is above 6; write a number from 1 to 6"},
    {"UnknownElementKey", strategy, "lost = 1", "lots = 1",
     "strategies/own.toml:50: element[1].lots: unknown key; did you mean 'lost'?"},
    {"ElementWithoutName", strategy, "name = \"core\"\n", "",
     "strategies/own.toml:48: element[1].name: is missing; write `name = ...`"},
    {"ElementTwice", strategy, "[[element]]",
     "[[element]]\nname = \"core\"\nlost = 1\nweight = 1\nfidelity = { value = 4, unit = "
     "\"1-6\", low = 3, high = 5, grade = \"own\", source = \"Test\" }\n[[element]]",
     "strategies/own.toml:54: element[2].name: the same name as on line 48; name each core element "
     "once"},
    {"NoElement", strategy,
     "[[element]]\nname = \"core\"\nlost = 1\nweight = 1\nfidelity = { value = 4, unit = \"1-6\", "
     "low = 3, high = 5, grade = \"own\", source = \"Test\" }\n",
     "",
     "strategies/own.toml: element: is missing: a role that has caseworkers has core elements; "
     "write "
     "one [[element]] or more, with name, fidelity, lost and weight"},
    {"NoWeight", strategy, "weight = 1", "weight = 0",
     "strategies/own.toml:48: element: all weights are 0; give at least one core element a weight"},
    {"UnknownLever", strategy, "joint_plan = {", "joint_plans = {",
     "strategies/own.toml:40: levers.joint_plans: unknown key; did you mean 'joint_plan'?"},
    {"UnknownOrder", strategy, "\"parallel\"", "\"paralel\"",
     "strategies/own.toml:11: levers.order: unknown name 'paralel'; did you mean 'parallel'?"},
    {"UnknownComponent", strategy, "mechanism = \"effort\"",
     "mechanism = \"effort\"\ncomponent = \"joint_plann\"",
     "strategies/own.toml:57: effect[1].component: unknown name 'joint_plann'; did you mean "
     "'joint_plan'?"},
    {"ReferenceOfNothing", strategy, "mechanism = \"effort\"",
     "mechanism = \"effort\"\nreference = 2",
     "strategies/own.toml:57: effect[1].reference: an amount of no component; name the component, "
     "or leave the reference out"},
    {"NegativeCaseload", strategy, "value = 8,", "value = -8,",
     "strategies/own.toml:12: levers.caseload.value: -8 is below 0; write a number from 0 to 1000"},
    {"NoCaseloadForStaff", strategy, "value = 8, unit = \"families per caseworker\", low = 6",
     "value = 8, unit = \"families per caseworker\", low = 0",
     "strategies/own.toml:12: levers.caseload: less than 1 family per caseworker for a role that "
     "has "
     "caseworkers; write a caseload and a low of 1 or more, or role = \"none\""},
    {"EffectLowAboveCentre", strategy, "low = 0.9\n", "low = 1.1\n",
     "strategies/own.toml:57: effect[1].centre: 1.05 lies outside its range 1.1 to 1.3; write low "
     "<= value <= high"},
    {"EffectWithoutGrade", strategy, "grade = \"assumed\"\n", "",
     "strategies/own.toml:54: effect[1].grade: is missing; write `grade = ...`"},
    {"UnknownGrade", strategy, "grade = \"assumed\"", "grade = \"asumed\"",
     "strategies/own.toml:61: effect[1].grade: unknown name 'asumed'; did you mean 'assumed'?"},
    {"UnknownHook", strategy, "\"job_entry\"", "\"job_enrty\"",
     "strategies/own.toml:55: effect[1].hook: unknown name 'job_enrty'; did you mean 'job_entry'?"},
    {"DiscoveryWithoutMonths", strategy, "\"effort\"", "\"discovery\"",
     "strategies/own.toml:54: effect[1].months: is missing; write `months = ...`"},
    {"EffectTwice", strategy, "[[effect]]",
     "[[effect]]\nhook = \"job_entry\"\nmechanism = \"effort\"\ncentre = 1\nlow = "
     "1\nhigh = 1\nunit = \"hazard ratio\"\ngrade = \"own\"\nrationale_da = \"a\"\nrationale_en = "
     "\"a\"\nsource = \"a\"\n[[effect]]",
     "strategies/own.toml:65: effect[2]: the same hook, mechanism and component as on line 54; "
     "keep one effect of each hook, mechanism and component"},
    {"MissingSource", strategy, "grade = \"own\", source = \"Test\"", "grade = \"own\"",
     "strategies/own.toml:12: levers.caseload.source: is missing; write `source = ...`"},
    {"PersonNumberInText", strategy, "tried_on_en = \"Nobody\"", "tried_on_en = \"010190-1234\"",
     "strategies/own.toml:5: a value looks like a person number (CPR); use pseudonyms instead of "
     "person numbers"},
    {"ZeroFamilies", population, "families = 400", "families = 0",
     "populations/small.toml:6: families: 0 is below 1; write a number from 1 to 10000000"},
    {"TooManyFamilies", population, "families = 400", "families = 20000000",
     "populations/small.toml:6: families: 20000000 is above 10000000; write a number from 1 to "
     "10000000"},
    {"UnknownMargin", population, "\"child_placed\"", "\"child_place\"",
     "populations/small.toml:12: margin[1].name: unknown margin 'child_place'; did you mean "
     "'child_placed'?"},
    {"UnknownMarginKey", population, "fitted", "fited",
     "populations/small.toml:13: margin[1].fited: unknown key; did you mean 'fitted'?"},
    {"AgeAsAShare", population,
     "\"child_placed\"\nfitted = true\ntolerance = 0.01\n"
     "target = { value = 0.32, unit = \"share\", low = 0.315, high = 0.325",
     "\"adult_age\"\nfitted = true\ntolerance = 0.01\n"
     "target = { value = 38, unit = \"share\", low = 36, high = 41",
     "populations/small.toml:15: margin[1].target: unit 'share' given, 'years' expected; convert "
     "the numbers and write the expected unit"},
    {"ToleranceBelowZero", population, "tolerance = 0.01", "tolerance = -0.01",
     "populations/small.toml:14: margin[1].tolerance: -0.01 is below 0; write a number from 0 to "
     "1"},
    {"ZeroYears", scenario, "years = 4", "years = 0",
     "scenario.toml:3: years: 0 is below 1; write a number from 1 to 20"},
    {"NegativeYears", scenario, "years = 4", "years = -4",
     "scenario.toml:3: years: -4 is below 1; write a number from 1 to 20"},
    {"TooManyYears", scenario, "years = 4", "years = 40",
     "scenario.toml:3: years: 40 is above 20; write a number from 1 to 20"},
    {"NonWholeYears", scenario, "years = 4", "years = 2.5",
     "scenario.toml:3: years: 2.5 is not a whole number; write 2 or 3"},
    {"NoDraws", scenario, "draws = 2", "draws = 0",
     "scenario.toml:5: draws: 0 is below 1; write a number from 1 to 100000"},
    {"TooManyRuns", scenario, "draws = 2", "draws = 65536\nreplicates = 65537",
     "scenario.toml:5: draws: 65536 draws of 65537 replicates are 4295032832 runs; ask for 100000 "
     "runs at most"},
    {"TooManyFamilyYears", scenario, "draws = 2",
     "draws = 2000\nfamilies = 10000000\nfamilies_per_draw = 0",
     "scenario.toml:6: families: 10000000 families in 4 years and 2000 runs are 80000000000 "
     "family-years; ask for 40000000000 family-years at most"},
    {"PartsOfSitesPerDraw", scenario, "draws = 2", "families = 400\nfamilies_per_draw = 30",
     "scenario.toml:6: families_per_draw: 30 families are no whole number of sites of 40 families; "
     "write a multiple of 40 up to 400, or 0 for all families"},
    {"MoreFamiliesPerDrawThanAll", scenario, "draws = 2", "families = 400\nfamilies_per_draw = 440",
     "scenario.toml:6: families_per_draw: 440 families are more than the 400 that are simulated; "
     "write a multiple of 40 up to 400, or 0 for all families"},
    {"CohortOfMoreThanAll", scenario, "draws = 2", "families = 400\ncohort = { families = 401 }",
     "scenario.toml:6: cohort: 401 families are more than the 400 of the population; write 400 at "
     "most"},
    {"CohortOfNoFamily", scenario, "draws = 2", "cohort = { families = 0 }",
     "scenario.toml:5: cohort.families: 0 is below 1; write a number from 1 to 10000000"},
    {"CohortOfFamiliesAndParents", scenario, "draws = 2",
     "cohort = { families = 40, parents = 58 }",
     "scenario.toml:5: cohort: it takes families or parents, one of them; write { families = 40 } "
     "or { parents = 58 }"},
    {"CohortOfNeither", scenario, "draws = 2", "cohort = {}",
     "scenario.toml:5: cohort: it takes families or parents, one of them; write { families = 40 } "
     "or { parents = 58 }"},
    {"TooManyFamiliesAsked", scenario, "draws = 2", "families = 20000000",
     "scenario.toml:5: families: 20000000 is above 10000000; write a number from 0 to 10000000"},
    {"NegativeSeed", scenario, "seed = 1", "seed = -1",
     "scenario.toml:4: seed: -1 is below 0; write a number from 0 to 4294967295"},
    {"UnknownStrategy", scenario, "[\"own\"]", "[\"owl\"]",
     "scenario.toml:11: strategies: unknown strategy 'owl'; did you mean 'own'? or give the path "
     "of a "
     ".toml file"},
    {"MissingStrategyFile", scenario, "[\"own\"]", "[\"mine.toml\"]",
     "scenario.toml:11: strategies: the file 'mine.toml' does not exist; write a path from the "
     "scenario's folder, or a name without ending; `samspil new` writes a file to begin with"},
    {"WholePostsNotAFlag", scenario, "seed = 1", "whole_posts = \"yes\"",
     "scenario.toml:4: whole_posts: is a text; write true or false, without quotes"},
    {"UnknownUseOfHours", scenario, "seed = 1", "unused_hours = \"pay\"",
     "scenario.toml:4: unused_hours: unknown name 'pay'; use one of other_cases, paid"},
    {"UnknownTerms", scenario, "seed = 1", "compare = \"same_family\"",
     "scenario.toml:4: compare: unknown name 'same_family'; did you mean 'same_families'?"},
    {"UnknownPresentPractice", scenario, "seed = 1", "compare_with = \"onw\"",
     "scenario.toml:4: compare_with: unknown present_practice 'onw'; did you mean 'own'? or give "
     "the "
     "path of a .toml file"},
    {"AgesCross", scenario, "seed = 1", "eligible = { age_from = 12, age_to = 6 }",
     "scenario.toml:4: eligible.age_from: the ages run from 12 to 6; let age_from be no higher "
     "than age_to"},
    {"EnrolAboveOne", scenario, "seed = 1", "enrol = 50",
     "scenario.toml:4: enrol: 50 is above 1; write a number from 0 to 1"},
    {"EnrolAsDescribed", scenario, "seed = 1", "compare = \"as_described\"\nenrol = 0.5",
     "scenario.toml:5: enrol: each strategy has its own enrolment as described; leave it out, or "
     "compare on the same families or budget"},
    {"ExpectUnsolved", scenario, "seed = 1",
     "break_even = false\nexpect = { parents_in_work_per_100 = 6, year = 1 }",
     "scenario.toml:5: expect: break-even is switched off, by which it is solved; write break_even "
     "= "
     "true, or leave it out"},
    {"ExpectAfterTheLastYear", scenario, "seed = 1",
     "expect = { parents_in_work_per_100 = 6, year = 5 }",
     "scenario.toml:4: expect: year 5 of a run of 4 years; write a year from 1 to 4"},
    {"ExpectOfNoYear", scenario, "seed = 1", "expect = { parents_in_work_per_100 = 6 }",
     "scenario.toml:4: expect.year: is missing; write `year = ...`"},
    {"BaseOfItself", strategy, "id = \"own\"", "id = \"own\"\nbase = \"own\"",
     "strategies/own.toml:2: base: the bases go round: own -> own; name a base that is not based "
     "on "
     "this strategy"},
    {"UnknownBase", strategy, "id = \"own\"", "id = \"own\"\nbase = \"onw\"",
     "strategies/own.toml:2: base: unknown base 'onw'; did you mean 'own'? or give the path of a "
     ".toml file"},
    {"StrategyTwice", scenario, "[\"own\"]", "[\"own\", \"own\"]",
     "scenario.toml:11: strategies: the strategy 'own' stands twice; name each strategy once; the "
     "baseline is always there"},
    {"BaselineAsStrategy", scenario, "[\"own\"]", "[\"baseline\"]",
     "scenario.toml:11: strategies: the strategy 'baseline' stands twice; name each strategy once; "
     "the baseline is always there"},
    {"UnknownPrices", scenario, "prices = \"2022\"", "prices = \"2023\"",
     "scenario.toml:10: prices: unknown prices '2023'; did you mean '2022'? or give the path of "
     "a .csv file"},
    {"UnknownPopulation", scenario, "\"small\"", "\"smal\"",
     "scenario.toml:8: population: unknown population 'smal'; did you mean 'small'? or give the "
     "path of "
     "a .toml file"},
    {"StrategiesNotAList", scenario, "[\"own\"]", "\"own\"",
     "scenario.toml:11: strategies: is a text; write a list of texts, [\"a\", \"b\"]"},
    {"UnknownMechanism", scenario, "harm = {", "harms = {",
     "scenario.toml:14: mechanisms.harms: unknown key; did you mean 'harm'?"},
    {"MechanismNotATable", scenario,
     "harm = { on = false, why_da = \"Fordi\", why_en = \"Because\" }", "harm = false",
     "scenario.toml:14: mechanisms.harm: is true or false; write a table, { key = value }"},
    {"MissingKey", scenario, "population = \"small\"\n", "",
     "scenario.toml: population: is missing; write `population = ...`"},
    {"ColumnMissing", parameters, "grade,source", "gerade,source",
     "parameters.csv:1: gerade: unknown column; did you mean 'grade'?"},
};

class OneFault : public testing::TestWithParam<FileFault> {};

TEST_P(OneFault, IsToldInOneLine) {
  const InputFolder inputs;
  inputs.replace(GetParam().file, GetParam().from, GetParam().to);

  const std::vector<std::string> told = inputs.faults(GetParam().file);

  EXPECT_EQ(told, std::vector<std::string>{GetParam().line});
}

INSTANTIATE_TEST_SUITE_P(Toml, OneFault, testing::ValuesIn(faults), name_of_fault);

TEST(ValidInputs, HaveNoFault) {
  const InputFolder inputs;
  for (const char* file : {scenario, strategy, population, parameters, "prices/2022.csv",
                           "prices/payer_rules.csv", "prices/rates.csv", "prices/indices.csv"}) {
    EXPECT_EQ(inputs.faults(file), std::vector<std::string>{}) << file;
  }
}

TEST(ScenarioFaults, OfALawYearNameTheRuleWithoutIt) {
  const InputFolder inputs;
  inputs.set_first_row("prices/payer_rules.csv", "half_state",
                       "half_state,fixed,-,0.5,0,0.5,0,0,2022,2022,Law,own,,Test");
  inputs.replace(scenario, "law_year = 2022", "law_year = 2023");

  EXPECT_EQ(inputs.faults(scenario),
            (std::vector<std::string>{"scenario.toml:6: law_year: 2023 has no value in half_state "
                                      "(2022); use a year from 2022 to 2022, or write "
                                      "unknown_law = \"last_known\""}));
}

TEST(ScenarioFaults, OfAllFilesAreToldTogether) {
  const InputFolder inputs;
  inputs.replace(scenario, "draws = 2", "draws = 0");
  inputs.replace(strategy, "value = 0.1,", "value = 0,1,");
  inputs.replace(strategy, "value = 8,", "value = 80,");
  inputs.replace(population, "families = 400", "families = 0");

  EXPECT_EQ(
      inputs.faults(scenario),
      (std::vector<std::string>{
          "scenario.toml:5: draws: 0 is below 1; write a number from 1 to 100000",
          "populations/small.toml:6: families: 0 is below 1; write a number from 1 to 10000000",
          "strategies/own.toml:12: levers.caseload: 80 lies outside its range 6 to 10; write low "
          "<= "
          "value <= high",
          "strategies/own.toml:14: supervision_share.value: '0,1' has a decimal comma; write a "
          "decimal point: 0.1"}));
}

}  // namespace
}  // namespace samspil
