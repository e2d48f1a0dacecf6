#include "model/result/run_document.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "model/inputs/drawn_inputs.hpp"
#include "model/storage/make_report.hpp"
#include "model/words/words.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

class RunDocument : public testing::Test {
 protected:
  Scenario scenario_ = test::fake_scenario();
  RunResult result_ = test::fake_run(scenario_, 10, 2);
  Report report_ = make_report(scenario_, result_);
  Json document_ = run_document(report_, {"0", "unknown", "none"});
  const Json& first_ = document_.at("strategies").at(0);
};

double sum(const Json& by_year) {
  double all = 0;
  for (const Json& value : by_year) all += value.get<double>();
  return all;
}

TEST_F(RunDocument, BeginsWithItsFormat) {
  EXPECT_EQ(document_.begin().key(), "format");
  EXPECT_EQ(document_.at("format"), 2);
}

TEST_F(RunDocument, HasTheKeysOfItsSchema) {
  ASSERT_EQ(document_.at("strategies").size(), 2U);
  for (const Json& strategy : document_.at("strategies")) {
    for (const char* key :
         {"id", "title", "gross_saving", "programme_cost", "net_result", "net_result_no_effect",
          "net_result_strong_effect", "municipality_by_department", "outcomes", "uncertainty"}) {
      EXPECT_TRUE(strategy.contains(key)) << key;
    }
    const Json& net = strategy.at("net_result");
    EXPECT_EQ(net.at("public").size(), 4U);
    EXPECT_EQ(net.at("citizen").size(), 4U);
    EXPECT_EQ(net.at("by_department").size(), department_count);
    for (std::size_t year = 0; year < 4; ++year) {
      double payers = 0;
      for (const Json& payer : net.at("by_payer")) payers += payer.at(year).get<double>();
      EXPECT_NEAR(payers, net.at("public").at(year).get<double>(), 1e-6);
    }
  }
  for (const char* key :
       {"person_years_simulated", "person_years_delivered", "seconds", "threads", "hosts"}) {
    EXPECT_TRUE(document_.at("run").contains(key)) << key;
  }
}

TEST_F(RunDocument, DependsOnTheInputsAloneButForItsRun) {
  RunResult other = result_;
  other.simulation_seconds += 1;
  other.threads = 7;
  Json again = run_document(make_report(scenario_, other), {"1", "x", "y"});

  EXPECT_NE(document_, again);
  document_.erase("run");
  again.erase("run");
  EXPECT_EQ(document_, again);
}

TEST_F(RunDocument, SumsAreThoseOfTheirYears) {
  const Json& pockets = first_.at("pockets").at("centre");
  const Json& net = first_.at("net_result");
  EXPECT_NEAR(sum(net.at("public")), pockets.at("public").at("net"), 1e-6);
  for (const auto& [payer, by_year] : net.at("by_payer").items()) {
    EXPECT_NEAR(sum(by_year), pockets.at("by_payer").at(payer).at("net"), 1e-6) << payer;
  }
  for (const auto& [department, by_year] : first_.at("municipality_by_department").items()) {
    EXPECT_NEAR(sum(by_year), pockets.at("by_department").at(department).at("net"), 1e-6);
  }
  for (const auto& [type, by_year] : first_.at("municipality_by_account_type").items()) {
    EXPECT_NEAR(sum(by_year), first_.at("account_totals").at(type), 1e-6) << type;
  }
  for (const auto& [item, by_year] : first_.at("programme_items").items()) {
    EXPECT_NEAR(sum(by_year), first_.at("programme_totals").at(item), 1e-6) << item;
  }
  EXPECT_NE(pockets.at("public").at("net"), 0.0);
}

TEST_F(RunDocument, APocketIsLeftWithWhatItGainsLessWhatItPays) {
  for (const auto& [level, pockets] : first_.at("pockets").items()) {
    for (const Json& pocket : pockets.at("by_payer")) {
      const auto of = [&](const char* figure) { return pocket.at(figure).get<double>(); };
      EXPECT_NEAR(of("pays") + of("gains"), of("net"), 1e-6) << level;
    }
    const Json& own = pockets.at("by_payer").at("municipality");
    EXPECT_NEAR(own.at("in_budget").get<double>() + own.at("not_cashable").get<double>() +
                    own.at("after_horizon").get<double>(),
                own.at("net").get<double>(), 1e-6);
  }
}

TEST_F(RunDocument, TransfersStartFromThePocketsAndFollowTheScenariosRule) {
  const auto share_of_state = [&](JointFinancing rule) {
    scenario_.joint_financing = rule;
    const Json document = run_document(make_report(scenario_, result_), {"0", "unknown", "none"});
    const Json& transfers = document.at("strategies").at(0).at("transfers");
    const Json& pockets = document.at("strategies").at(0).at("pockets").at("centre");
    EXPECT_EQ(transfers.at("rule"), joint_financing_names[index_of(rule)]);
    for (const auto& [chosen, total] :
         {std::pair{"payers", pockets.at("public").at("net")},
          std::pair{"departments", pockets.at("by_payer").at("municipality").at("net")}}) {
      const Json& between = transfers.at(chosen);
      double left = 0;
      for (const Json& pocket : between.at("by_pocket")) {
        left += pocket.at("is_left").get<double>();
        EXPECT_EQ(pocket.at("receives").is_null(), total < 0) << chosen;
      }
      EXPECT_NEAR(between.at("total"), total, 1e-6) << chosen;
      EXPECT_NEAR(left, total, 1e-6) << chosen;
      EXPECT_NEAR(between.at("missing"), std::max(-total.get<double>(), 0.0), 1e-6) << chosen;
    }
    return transfers.at("payers").at("by_pocket").at("state").at("is_left").get<double>();
  };
  EXPECT_NE(share_of_state(JointFinancing::gain), share_of_state(JointFinancing::responsibility));
}

TEST_F(RunDocument, AnOwnEffectDoesNotRemoveTheCaveat) {
  const auto caveat = [&] {
    const Json document = run_document(make_report(scenario_, result_), {"0", "unknown", "none"});
    EXPECT_EQ(tables_document(document, "x.toml").at("caveats"), document.at("caveats"));
    EXPECT_EQ(document.at("caveats").at(0).at("key"), "no_effect_identified");
    return document.at("caveats").at(0);
  };
  Strategy& strategy = scenario_.strategies[0];
  strategy.effects = {Effect{}, Effect{}};
  for (Effect& effect : strategy.effects) effect.grade = Grade::assumed;
  EXPECT_EQ(caveat().at("own_effects"), 0);
  for (Effect& effect : strategy.effects) effect.grade = Grade::own;
  const Json with_own = caveat();
  EXPECT_EQ(with_own.at("own_effects"), 2);
  const std::size_t all = 2 + scenario_.strategies[1].effects.size();
  EXPECT_EQ(with_own.at("effects_in_all"), all);
  EXPECT_EQ(with_own.at("text"), "No report identifies an effect of coordination; 2 of " +
                                     std::to_string(all) + " effects are your own.");
}

TEST_F(RunDocument, UnitsComeToTheKronerOfTheirRows) {
  const Json& units = first_.at("units_to_kroner");
  double gross = 0, municipality = sum(units.at("settlements"));
  for (const Json& row : units.at("services")) {
    gross += row.at("gross").get<double>();
    municipality += row.at("by_payer").at("municipality").get<double>();
  }

  EXPECT_FALSE(units.at("services").empty());
  EXPECT_NEAR(gross, units.at("gross"), 1e-6);
  EXPECT_NEAR(municipality, units.at("municipality"), 1e-6);
}

/// Draws of the fake scenario's inputs, in which the first strategy's result follows one of them.
RunResult draws_of(const Scenario& scenario, std::size_t followed, std::uint32_t draws) {
  RunResult result = test::fake_run(scenario, 10, 1);
  const DrawnInputs inputs{scenario};
  result.draws = draws;
  result.drawn_names = inputs.names();
  result.accounts = RunAccounts{};
  result.savings.assign(draws * result.arms.size(), {});
  result.site_spreads.clear();
  result.sites = 1;  // no luck to take out
  for (std::uint32_t draw = 0; draw < draws; ++draw) {
    result.drawn_values.push_back(inputs.values(draw));
    const Quantity& range = inputs.inputs()[followed].quantity;
    const double above = result.drawn_values[draw][followed] - range.value;
    for (std::size_t arm = 0; arm < result.arms.size(); ++arm) {
      const bool is_first = result.arms[arm].strategy == 1;
      for (Ore& saved : result.savings[draw * result.arms.size() + arm]) {
        saved = is_first ? static_cast<Ore>(1e9 * above / (range.high - range.low)) : -1000;
      }
    }
  }
  return result;
}

TEST_F(RunDocument, TellsTheInputsThatAResultFollowsAndWhatTheyAreWorth) {
  scenario_.draw_levers = true;
  const DrawnInputs inputs{scenario_};
  std::size_t price = 0;
  while (inputs.inputs()[price].kind != EntryKind::price) ++price;
  const RunResult draws = draws_of(scenario_, price, 60);

  const Json told = run_document(make_report(scenario_, result_, &draws), {"0", "unknown", "none"});

  const Json& followed = told.at("strategies").at(0).at("rank_correlations");
  EXPECT_EQ(followed.at(0).at("name"), inputs.names()[price]);
  EXPECT_NEAR(followed.at(0).at("correlation").get<double>(), 1, 1e-9);
  EXPECT_LE(followed.size(), 10U);
  EXPECT_TRUE(told.at("strategies").at(1).at("rank_correlations").empty()) << "nothing moves it";
  const std::string id = told.at("strategies").at(0).at("id");
  for (const auto& [purse, own] : told.at("decision").items()) {
    const double perfect = own.at("evpi");
    EXPECT_GT(perfect, 0) << purse;
    EXPECT_GT(own.at("evppi").at("prices").at("value").get<double>(), 0.9 * perfect);
    for (const auto& [group, value] : own.at("evppi").items()) {
      EXPECT_LE(value.at("value").get<double>(), perfect * (1 + 1e-12)) << group;
    }
    EXPECT_NEAR(
        own.at("cheapest").at(id).get<double>() + own.at("cheapest").at("baseline").get<double>(),
        1, 1e-9);
    EXPECT_GT(own.at("cheapest").at(id), 0.1);
  }
  EXPECT_TRUE(document_.at("decision").is_null());
  EXPECT_TRUE(first_.at("rank_correlations").is_null());
}

TEST_F(RunDocument, TellsTwentyResultsThatSaveAsOftenAsTheDraws) {
  const RunResult draws = draws_of(scenario_, 0, 60);
  const Json told = run_document(make_report(scenario_, result_, &draws), {"0", "unknown", "none"});
  for (const Json& strategy : told.at("strategies")) {
    const Json& of = strategy.at("twenty").at("public");
    const auto results = of.at("results").get<std::vector<double>>();
    EXPECT_EQ(results.size(), 20U);
    EXPECT_TRUE(std::is_sorted(results.begin(), results.end()));
    const double chance = strategy.at("uncertainty").at("public").at("probability_of_saving");
    EXPECT_NEAR(of.at("saves").get<double>(), 20 * chance, 1);
    EXPECT_EQ(strategy.at("saves_by_level").at("centre"),
              strategy.at("twenty").at("municipality").at("saves"));
  }
  EXPECT_TRUE(first_.at("twenty").is_null()) << "without draws";
}

TEST_F(RunDocument, TellsOfEveryServiceWhereItsPriceComesFrom) {
  for (const auto& [service, price] : document_.at("prices").at("services").items()) {
    EXPECT_FALSE(price.at("payer_rule").get<std::string>().empty()) << service;
    EXPECT_FALSE(price.at("grade").get<std::string>().empty()) << service;
  }
  double shares = 0;
  for (const Json& share : document_.at("grade_shares")) shares += share.get<double>();
  EXPECT_NEAR(shares, 1, 1e-12);
}

TEST_F(RunDocument, TellsOutcomesByLevelBesideMoney) {
  const Json& rows = first_.at("people_beside_money");
  EXPECT_EQ(rows.size(), 5U);
  for (const Json& row : rows) {
    const std::string name = row.at("outcome");
    const Json& a_year = first_.at("outcomes").at(name).at("a_year");
    EXPECT_EQ(row.at("baseline"), a_year.at("baseline")) << name;
    EXPECT_EQ(row.at("centre"), a_year.at("difference")) << name;
    if (row.at("relative").at("centre").is_null()) continue;
    EXPECT_NEAR(row.at("relative").at("centre").get<double>() * row.at("baseline").get<double>(),
                row.at("centre").get<double>(), 1e-9)
        << name;
  }
}

/// Whether a key is told by `samspil explain`, or is the name of something that has a label.
bool is_explained(const std::string& key) {
  for (const char* group :
       {"term", "service", "department", "payer", "labour_status", "outcome", "programme_item",
        "mechanism", "hook", "channel", "grade", "account_type", "settlement", "effect_level",
        "design", "margin", "price_index", "role", "lever"}) {
    if (!find_label(Language::en, group, key).empty()) return true;
  }
  return false;
}

void expect_explained(const Json& value, const std::string& path) {
  if (value.is_object()) {
    for (const auto& [key, below] : value.items()) {
      EXPECT_TRUE(is_explained(key)) << path << '/' << key;
      expect_explained(below, path + '/' + key);
    }
  } else if (value.is_array() && !value.empty()) {
    expect_explained(value.front(), path);
  }
}

TEST_F(RunDocument, EveryKeyIsExplained) { expect_explained(document_, ""); }

TEST(PopulationDocument, CountsFittedMarginsThatAreMissedOnEitherSide) {
  PopulationFit fit;
  const auto add = [&fit](double drawn, bool fitted) {
    MarginFit& margin = fit.margins.emplace_back();
    margin.target = 0.3;
    margin.drawn = drawn;
    margin.tolerance = 0.01;
    margin.fitted = fitted;
  };
  for (const double drawn : {0.28, 0.305, 0.32, 0.33}) add(drawn, true);
  add(0.9, false);
  const Json population = population_document(test::fake_scenario(), fit).at("population");
  EXPECT_EQ(population.at("margins_fitted"), 4);
  EXPECT_EQ(population.at("margins_missed"), 3);
}

}  // namespace
}  // namespace samspil
