#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <set>

#include "model/loading/readers.hpp"
#include "model/words/words.hpp"
#include "samspil_build_info.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;

TEST(LoadScenario, GivesWhatTheFilesSay) {
  const InputFolder inputs;

  const Scenario scenario = load_scenario(inputs.path("scenario.toml"), inputs.path(""));

  EXPECT_EQ(scenario.years, 4);
  EXPECT_EQ(scenario.draws, 2U);
  EXPECT_EQ(scenario.families, 0U);
  EXPECT_EQ(scenario.title_da, "Prøve");
  EXPECT_EQ(scenario.population.families, 400U);
  ASSERT_EQ(scenario.population.margins.size(), 1U);
  EXPECT_DOUBLE_EQ(scenario.population.margins[0].target.value, 0.32);
  EXPECT_EQ(scenario.population.margins[0].target.grade, Grade::measured);
  EXPECT_EQ(scenario.baseline.id, "baseline");
  ASSERT_EQ(scenario.strategies.size(), 1U);
  EXPECT_EQ(scenario.strategies[0].levers.role, CoordinationRole::coordinator);
  EXPECT_DOUBLE_EQ(scenario.strategies[0].levers.fade_rate.high, 0.7);
  ASSERT_EQ(scenario.strategies[0].effects.size(), 1U);
  EXPECT_EQ(scenario.strategies[0].effects[0].hook, Hook::job_entry);
  // The 95th percentile of the shared factor: 1.05 (1.3 / 1.05)^√0.6, and (0.9 / 1.05)^√0.6 below.
  EXPECT_NEAR(scenario.strategies[0].effects[0].strong, 1.2389, 1e-4);
  EXPECT_NEAR(scenario.strategies[0].effects[0].weak, 0.9318, 1e-4);
  EXPECT_DOUBLE_EQ(scenario.parameters.initial.children[0], 1);
  EXPECT_DOUBLE_EQ(scenario.parameters.initial.children[1], 0);
}

TEST(LoadScenario, SwitchesAllMechanismsOnButWellbeingAndThoseSwitchedOff) {
  const InputFolder inputs;

  const Scenario scenario = load_scenario(inputs.path("scenario.toml"), inputs.path(""));

  for (std::size_t i = 0; i < mechanism_count; ++i) {
    const auto mechanism = static_cast<Mechanism>(i);
    EXPECT_EQ(scenario.mechanisms[i],
              mechanism != Mechanism::harm && mechanism != Mechanism::wellbeing)
        << mechanism_names[i];
  }
  EXPECT_EQ(scenario.mechanism_reason_en[index_of(Mechanism::harm)], "Because");
}

TEST(LoadScenario, TakesSeedZeroAndTheLargestSeed) {
  const InputFolder inputs;

  inputs.replace("scenario.toml", "seed = 1", "seed = 0");
  EXPECT_EQ(load_scenario(inputs.path("scenario.toml"), inputs.path("")).seed, 0U);
  inputs.replace("scenario.toml", "seed = 0", "seed = 4294967295");
  EXPECT_EQ(load_scenario(inputs.path("scenario.toml"), inputs.path("")).seed, 4294967295U);
}

TEST(LoadScenario, EmploysQuarterPostsWhoseSpareHoursGoElsewhereUnlessToldOtherwise) {
  const InputFolder inputs;
  EXPECT_EQ(load_scenario(inputs.path("scenario.toml"), inputs.path("")).staffing, Staffing{});

  inputs.replace("scenario.toml", "seed = 1", "whole_posts = true\nunused_hours = \"paid\"");

  EXPECT_EQ(load_scenario(inputs.path("scenario.toml"), inputs.path("")).staffing,
            (Staffing{true, UnusedHours::paid}));
}

TEST(LoadScenario, LooksBesideTheScenarioBeforeTheShippedFiles) {
  const InputFolder shipped;
  const InputFolder own;
  own.replace("strategies/own.toml", "\"Own\"", "\"Beside\"");
  fs::remove(own.path("populations/small.toml"));

  const Scenario scenario = load_scenario(own.path("scenario.toml"), shipped.path(""));

  EXPECT_EQ(scenario.strategies[0].title_en, "Beside");
  EXPECT_EQ(scenario.population.id, "small");
}

TEST(LoadScenario, FromItsTextsReadsTheSameTextsInTheSameOrder) {
  const InputFolder inputs;
  inputs.replace("scenario.toml", "[\"own\"]", "[\"strategies/own.toml\", \"baseline_too\"]");
  fs::copy_file(inputs.path("strategies/baseline.toml"),
                inputs.path("strategies/baseline_too.toml"));
  inputs.replace("strategies/baseline_too.toml", "id = \"baseline\"", "id = \"too\"");
  const Scenario scenario = load_scenario(inputs.path("scenario.toml"), inputs.path(""));
  const InputTexts texts = input_texts(scenario);

  const Scenario again = load_scenario(texts);

  EXPECT_EQ(input_texts(again), texts);
  ASSERT_EQ(again.strategies.size(), 2U);
  EXPECT_EQ(again.strategies[0].id, "own");
  EXPECT_EQ(again.strategies[1].id, "too");
  EXPECT_EQ(again.mechanisms, scenario.mechanisms);
}

TEST(LoadScenario, NamesTheStoredTextThatIsMissing) {
  const InputFolder inputs;
  InputTexts texts = input_texts(load_scenario(inputs.path("scenario.toml"), inputs.path("")));
  texts.pop_back();

  try {
    load_scenario(texts);
    FAIL() << "a missing text was not missed";
  } catch (const InputError& error) {
    EXPECT_STREQ(
        error.what(),
        "scenario.toml:11: strategies: the text of strategy_1.toml 'own' is not stored; run "
        "the scenario from its files");
  }
}

TEST(LoadParameters, KeepsEveryRowWithItsLine) {
  const InputFolder inputs;

  const LoadedParameters loaded = load_parameters(inputs.path("parameters.csv"));

  Parameters blank;
  const std::vector<ParameterSlot> slots = parameter_slots(blank);
  const auto required = std::count_if(slots.begin(), slots.end(),
                                      [](const ParameterSlot& slot) { return !slot.optional; });
  EXPECT_EQ(loaded.table.rows.size(), static_cast<std::size_t>(required));
  EXPECT_EQ(loaded.table.rows.front().quantity.line, 2);
  EXPECT_EQ(loaded.table.rows.front().quantity.source, "Test");
}

TEST(ParameterSlots, AreNamedOnce) {
  Parameters parameters;
  std::set<std::string> names;
  for (const ParameterSlot& slot : parameter_slots(parameters)) {
    EXPECT_TRUE(names.insert(slot.name).second) << slot.name;
  }
}

Catalogue catalogue_of(const fs::path& prices) {
  Problems problems;
  Catalogue catalogue = read_catalogue(read_input(prices / "2022.csv"),
                                       read_input(prices / "payer_rules.csv"), problems);
  EXPECT_TRUE(problems.empty());
  return catalogue;
}

TEST(ReadCatalogue, PlacesEachRowAtItsServiceAndRule) {
  const InputFolder inputs;

  const Catalogue catalogue = catalogue_of(inputs.path("prices"));

  for (std::size_t s = 0; s < service_count; ++s) {
    EXPECT_EQ(index_of(catalogue.rows[s].service), s);
    EXPECT_LT(catalogue.rows[s].payer_rule, catalogue.rules.size());
    EXPECT_GT(catalogue.rows[s].price.line, 1);
  }
  EXPECT_EQ(catalogue.rows[index_of(Service::income_tax)].account_type, AccountType::revenue);
}

TEST(ReadCatalogue, ReadsTheSourceInDanishWhereTheFileHasIt) {
  const fs::path shipped{build_info::source_scenarios_dir};
  const fs::path frozen = shipped.parent_path() / "tests/simulation/frozen";  // without the column
  for (const auto& [folder, has_it] : {std::pair{shipped, true}, {frozen, false}}) {
    const Catalogue catalogue = catalogue_of(folder / "prices");
    for (const CatalogueRow& row : catalogue.rows) {
      EXPECT_EQ(!row.price.source_da.empty(), has_it) << service_names[index_of(row.service)];
    }
  }
}

/// Numbers of a text, in whichever order, as English writes them.
std::multiset<std::string> numbers_in(const std::string& text, char point) {
  std::multiset<std::string> numbers;
  for (std::size_t at = 0; at < text.size();) {
    std::string digits;
    for (; at < text.size() && (std::isdigit(static_cast<unsigned char>(text[at])) != 0 ||
                                (!digits.empty() && (text[at] == '.' || text[at] == ',')));
         ++at) {
      digits += text[at];
    }
    ++at;
    while (!digits.empty() && (digits.back() == '.' || digits.back() == ',')) digits.pop_back();
    std::erase(digits, point == ',' ? '.' : ',');
    if (!digits.empty()) numbers.insert(digits);
  }
  return numbers;
}

void expect_told_in_danish(const std::string& source, const std::string& source_da,
                           const std::string& name) {
  EXPECT_FALSE(source_da.empty()) << name;
  std::multiset<std::string> numbers;
  for (std::string number : numbers_in(source_da, ',')) {
    std::replace(number.begin(), number.end(), ',', '.');
    numbers.insert(number);
  }
  EXPECT_EQ(numbers, numbers_in(source, '.')) << name << ": " << source_da;
}

/// What a report shows of a strategy's cost and effects has its source in both languages, with the
/// same numbers.
TEST(ShippedStrategies, SayInDanishWhatTheirCostsAndEffectsRestOn) {
  const fs::path shipped{build_info::source_scenarios_dir};
  std::size_t count = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(shipped / "strategies")) {
    const Strategy strategy = load_strategy(entry.path());
    for (const auto lever :
         {&Levers::caseload, &Levers::wage, &Levers::supervision_share, &Levers::training_once,
          &Levers::material, &Levers::preparation_once, &Levers::meeting_hours,
          &Levers::meeting_hour_price, &Levers::development_once, &Levers::evaluation_per_family,
          &Levers::duration_years, &Levers::joint_financing}) {
      const Quantity& quantity = strategy.levers.*lever;
      if (quantity.source.empty()) continue;
      expect_told_in_danish(quantity.source, quantity.source_da, strategy.id);
      ++count;
    }
    for (const Effect& effect : strategy.effects) {
      EXPECT_FALSE(effect.source_da.empty()) << strategy.id << ": " << effect.source;
      ++count;
    }
  }
  EXPECT_GT(count, 300U);
}

/// By which the assumptions that move a result are told.
TEST(ShippedParameters, HaveATitleInBothLanguages) {
  const fs::path shipped{build_info::source_scenarios_dir};
  const Scenario scenario = load_scenario(shipped / "default.toml", shipped);
  for (const auto& [name, quantity] : scenario.parameter_table.rows) {
    for (const Language language : {Language::en, Language::da}) {
      EXPECT_FALSE(find_label(language, "parameter", name).empty()) << name;
    }
  }
}

/// Every file that is shipped, checked as a user would check it.
TEST(CheckFile, FindsNoFaultInShippedFiles) {
  const fs::path shipped{build_info::source_scenarios_dir};
  const bool has_parameters = fs::exists(shipped / "parameters.csv");
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator(shipped)) {
    if (!entry.is_regular_file()) continue;
    if (entry.path().filename() == "default.toml" && !has_parameters) continue;
    for (const Problem& problem : check_file(entry.path(), shipped))
      ADD_FAILURE() << problem.text(Language::en);
  }
}

/// No report identifies an effect, so no shipped effort may rule out that there is none; but for
/// more employment measures, which a comparison saw and which are the effort itself.
TEST(ShippedStrategies, StateWhatWasObservedAndHoldNoEffectPossibleForEffort) {
  const fs::path shipped{build_info::source_scenarios_dir};
  const Scenario scenario =
      load_scenario(shipped / "default.toml", shipped, Strategies::all_shipped);
  EXPECT_GT(scenario.strategies.size(), 10U);
  for (const Strategy& strategy : scenario.strategies) {
    for (const Effect& effect : strategy.effects) {
      EXPECT_GT(effect.observed, 0) << strategy.id << ":" << effect.line;
      EXPECT_EQ(effect.where_da.empty(), effect.design == Design::none) << strategy.id;
      EXPECT_EQ(effect.where_en.empty(), effect.where_da.empty()) << strategy.id;
      EXPECT_NE(effect.low, effect.high) << strategy.id << ":" << effect.line;
      if (effect.channel != Channel::effort || effect.hook == Hook::activation_start) continue;
      EXPECT_LE(effect.low, 1) << strategy.id << ":" << effect.line;
      EXPECT_GE(effect.high, 1) << strategy.id << ":" << effect.line;
    }
  }
}

}  // namespace
}  // namespace samspil
