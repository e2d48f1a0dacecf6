// The evidence as a user asks for it: every name at once, and what two results differ in.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/inputs/input_list.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/loading/load.hpp"
#include "samspil_build_info.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

using Json = nlohmann::json;

class ExplainAll : public Program {
 protected:
  /// Name and kind of every entry.
  std::set<std::pair<std::string, std::string>> names(const Json& document) const {
    std::set<std::pair<std::string, std::string>> found;
    for (const Json& entry : document.at("entries")) {
      const bool is_new = found.emplace(entry.at("name"), entry.at("kind")).second;
      EXPECT_TRUE(is_new) << entry.at("name") << ' ' << entry.at("kind");
    }
    return found;
  }
};

TEST_F(ExplainAll, HoldsEveryInputInOneDocument) {
  const Outcome outcome = run("explain --all --json");
  ASSERT_EQ(outcome.exit, 0) << outcome.err;
  const Json document = Json::parse(outcome.out);
  const auto held = names(document);
  const Scenario scenario =
      load_scenario(std::filesystem::path{build_info::source_scenarios_dir} / "default.toml",
                    build_info::source_scenarios_dir);

  const auto expect = [&](const std::string& name, const char* kind) {
    EXPECT_TRUE(held.contains({name, kind})) << kind << ' ' << name;
  };
  for (const ParameterRow& row : scenario.parameter_table.rows) expect(row.name, "parameter");
  for (const std::string_view service : service_names) expect(std::string{service}, "price");
  for (const PayerRule& rule : scenario.catalogue.rules) expect(rule.name, "payer_rule");
  for (const std::string_view name : mechanism_names) expect(std::string{name}, "mechanism");
  expect(scenario.baseline.id, "strategy");
  for (const Strategy& strategy : scenario.strategies) {
    expect(strategy.id, "strategy");
    for (const LeverSlot& slot : lever_slots) {
      if (!is_stated(strategy.levers.*slot.quantity)) continue;
      expect(strategy.id + "." + std::string{slot.name}, "lever");
    }
    for (const Effect& effect : strategy.effects) expect(effect_name(strategy, effect), "effect");
  }
  EXPECT_EQ(outcome.out, run("explain --all --json").out);
}

TEST_F(ExplainAll, TellsEveryInputInFull) {
  const Json document = Json::parse(run("explain --all --json").out);
  for (const Json& entry : document.at("entries")) {
    const std::string kind = entry.at("kind");
    for (const char* key : {"label", "label_da", "low", "high", "price_level", "law", "line"}) {
      EXPECT_TRUE(entry.contains(key)) << entry << key;
    }
    const bool is_number =
        kind == "parameter" || kind == "price" || kind == "lever" || kind == "effect";
    if (is_number) {
      for (const char* key : {"value", "low", "high"}) EXPECT_TRUE(entry.at(key).is_number());
      for (const char* key : {"unit", "grade", "source", "file"}) {
        EXPECT_FALSE(entry.at(key).get<std::string>().empty()) << entry;
      }
      EXPECT_GT(entry.at("line"), 0) << entry;
    }
    EXPECT_EQ(entry.at("price_level").is_number(), kind == "price") << entry;
    if (is_number || kind == "mechanism" || kind == "strategy" || kind == "payer_rule") {
      EXPECT_FALSE(entry.at("used_in").empty()) << entry;
    }
    if (kind == "payer_rule" || kind == "mechanism") {
      EXPECT_FALSE(entry.at("concerns").empty()) << entry;
    }
  }
}

TEST_F(ExplainAll, ListsOneLineOfEachName) {
  const auto lines = lines_of(run("explain --all").out);
  const auto entries = std::count_if(lines.begin(), lines.end(),
                                     [](const std::string& line) { return line[0] != ' '; });
  const Json document = Json::parse(run("explain --all --json").out);
  EXPECT_EQ(static_cast<std::size_t>(entries), document.at("entries").size());
  EXPECT_EQ(document, Json::parse(run("explain --all --json --lang da").out));
}

TEST_F(ExplainAll, AsksForOneThing) {
  for (const char* words : {"explain", "explain --all caseload", "explain --diff a.h5"}) {
    const Outcome outcome = run(words);
    EXPECT_EQ(outcome.exit, 2) << words;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
  }
}

/// As `run default` does: a file of that name in the folder may be a calibration.
TEST_F(ExplainAll, TakesTheShippedScenarioWhateverIsCalledSoInTheFolder) {
  write("default.toml", "targets = \"targets.csv\"\n");
  const Outcome outcome = run("explain caseload");
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
}

/// Two results, the second after a change.
class Difference : public Program {
 protected:
  Difference() { EXPECT_EQ(run("run small.toml --out a.h5").exit, 0); }

  /// What the second run differs in: {name: "before -> after"}.
  std::map<std::string, std::string> found(const std::string& options = "") {
    const Outcome second = run("run small.toml --out b.h5 " + options);
    EXPECT_EQ(second.exit, 0) << second.err;
    const Json document = Json::parse(run("explain --diff a.h5 b.h5 --json").out);
    std::map<std::string, std::string> differences;
    for (const char* list : {"settings", "differences"}) {
      for (const Json& d : document.at(list)) {
        const auto side = [&d](const char* key) {
          return d.at(key).is_null() ? std::string{} : d.at(key).get<std::string>();
        };
        differences[d.at("name")] = side("before") + " -> " + side("after");
      }
    }
    return differences;
  }
  using Expected = std::map<std::string, std::string>;
};

TEST_F(Difference, IsNoneWhereNothingDiffers) {
  EXPECT_EQ(found(), Expected{});
  const std::string text = run("explain --diff a.h5 b.h5").out;
  EXPECT_NE(text.find("the same, bit for bit"), std::string::npos) << text;
  EXPECT_NE(text.find("The inputs are the same."), std::string::npos) << text;
}

TEST_F(Difference, IsTheParameterAlone) {
  write("parameters.csv", shipped("parameters.csv", "birth_under_30,0.09,", "birth_under_30,0.1,"));
  EXPECT_EQ(found(), (Expected{{"birth_under_30 value", "0.09 -> 0.1"}}));
}

TEST_F(Difference, IsThePriceAlone) {
  write("prices/2022.csv",
        shipped("prices/2022.csv", "week,3361,2756,3663,", "week,3000,2756,3663,"));
  write("prices/payer_rules.csv", shipped("prices/payer_rules.csv", "\n", "\n"));
  EXPECT_EQ(found(), (Expected{{"cash_benefit price", "3361 -> 3000"}}));
}

TEST_F(Difference, IsThePayerRuleAlone) {
  write("prices/payer_rules.csv", shipped("prices/payer_rules.csv", "weeks_1_4,0.2,0,0.8,0,0,2016",
                                          "weeks_1_4,0.3,0,0.7,0,0,2016"));
  for (const auto& [name, change] : found()) {
    EXPECT_TRUE(name.find("weeks_1_4.2016 ") != std::string::npos) << name << ' ' << change;
  }
  EXPECT_EQ(found().count("refund_ladder.weeks_1_4.2016 municipality"), 1U);
}

/// Not the last year that the file holds.
TEST_F(Difference, IsTheRateOrTheIndexOfItsYear) {
  const std::string rest = ",kr. a year,2021,2021,2020,psl,Serviceloven § 176,";
  write("prices/rates.csv",
        shipped("prices/rates.csv", "expensive_case_tier_1,830000" + rest + "830000,830000",
                "expensive_case_tier_1,840000" + rest + "830000,850000"));
  write("prices/indices.csv", shipped("prices/indices.csv", "psl,2021,116.9", "psl,2021,116.5"));
  EXPECT_EQ(found(), (Expected{{"expensive_case_tier_1.2021 value", "830000 -> 840000"},
                               {"expensive_case_tier_1.2021 high", "830000 -> 850000"},
                               {"psl.2021 value", "116.9 -> 116.5"}}));
}

TEST_F(Difference, IsTheLeverAlone) {
  write("strategies/familiens_fremtid.toml",
        shipped("strategies/familiens_fremtid.toml", "\ncaseload = { value = 8,",
                "\ncaseload = { value = 7.5,"));
  EXPECT_EQ(found(), (Expected{{"familiens_fremtid.caseload value", "8 -> 7.5"}}));
}

TEST_F(Difference, IsTheEffectAlone) {
  write("strategies/sammen_om_familien.toml",
        shipped("strategies/sammen_om_familien.toml", "observed = 1.27", "observed = 1.28"));
  EXPECT_EQ(found(),
            (Expected{{"sammen_om_familien.measure_start.substitution observed", "1.27 -> 1.28"}}));
}

TEST_F(Difference, IsTheMechanismAlone) {
  const std::string on = "[mechanisms]\nlag = { on = true, why_da = \"d\", why_en = \"e\" }\n";
  const std::string off = "[mechanisms]\nlag = { on = false, why_da = \"d\", why_en = \"e\" }\n";
  write("small.toml", small_scenario() + on);
  ASSERT_EQ(run("run small.toml --out a.h5").exit, 0);
  write("small.toml", small_scenario() + off);
  EXPECT_EQ(found(), (Expected{{"lag on", "true -> false"}}));
}

TEST_F(Difference, IsTheScenarioKeyAlone) {
  write("small.toml", small_scenario() + "discount_rate = 0.02\n");
  EXPECT_EQ(found(), (Expected{{"discount_rate", " -> 0.02"}}));
}

TEST_F(Difference, IsTheSeedAloneHoweverItWasGiven) {
  EXPECT_EQ(found("--seed 9"), (Expected{{"seed", "3 -> 9"}}));
  write("small.toml", small_scenario("seed", "seed = 9"));
  EXPECT_EQ(found(), (Expected{{"seed", "3 -> 9"}}));
  EXPECT_EQ(found("--seed 3 --families 60 --years 1 --draws 2"),
            (Expected{{"families", "80 -> 60"}, {"years", "2 -> 1"}, {"draws", "1 -> 2"}}));
}

TEST_F(Difference, IsAStrategyMoreAsOne) {
  write("small.toml", small_scenario("strategies", "strategies = [\"familiens_fremtid\"]"));
  EXPECT_EQ(found(), (Expected{{"sammen_om_familien", "sammen_om_familien -> "},
                               {"strategies",
                                "sammen_om_familien, familiens_fremtid -> "
                                "familiens_fremtid"}}));
}

/// As every result of the shipped default has them.
TEST_F(Difference, IsTheMembersOfAPosteriorAlone) {
  const std::string layer = "parameters = [\"layer.csv\"]";
  const std::string rows =
      "name,value,unit,low,high,grade,source\n"
      "birth_under_30,0.09,1/year,0.07,0.11,calibrated,here\n# members\n";
  write("layer.csv", rows + "birth_under_30 0.08 0.1\n");
  write("small.toml", small_scenario("parameters", layer));
  ASSERT_EQ(run("run small.toml --out a.h5").exit, 0);
  EXPECT_EQ(found(), Expected{});
  write("layer.csv", rows + "birth_under_30 0.08 0.11\n");
  const Expected differences = found();
  EXPECT_EQ(differences.size(), 1U);
  EXPECT_TRUE(differences.contains("members"));
}

TEST_F(Difference, IsNoEntryWhereOnlyACommentIs) {
  write("people.toml", "# made anew\n" + small_population());
  EXPECT_EQ(found(), Expected{});
  EXPECT_NE(run("explain --diff a.h5 b.h5").out.find("population.toml differs, but no entry"),
            std::string::npos);
}

TEST_F(Difference, ShowsBothNetResults) {
  const Json first = Json::parse(run("run small.toml --json").out).at("strategies").at(0);
  double sum = 0;
  for (const double year : first.at("net_result").at("by_payer").at("municipality")) sum += year;
  found("--seed 9");
  const Json net = Json::parse(run("explain --diff a.h5 b.h5 --json").out).at("net_result");
  EXPECT_NEAR(net.at("sammen_om_familien").at("before").at("municipality"), sum, 0.01);
  EXPECT_NE(net.at("sammen_om_familien").at("after").at("municipality"),
            net.at("sammen_om_familien").at("before").at("municipality"));
}

TEST_F(Difference, RefusesWhatIsNoResult) {
  ASSERT_EQ(run("population small.toml --out people.h5").exit, 0);
  for (const char* other : {"small.toml", "people.h5", "nowhere.h5"}) {
    const Outcome outcome = run(std::string{"explain --diff a.h5 "} + other);
    EXPECT_EQ(outcome.exit, 2) << other;
    EXPECT_EQ(lines_of(outcome.err).size(), 1U) << outcome.err;
    EXPECT_NE(outcome.err.find(other), std::string::npos) << outcome.err;
  }
}

}  // namespace
}  // namespace samspil::test
