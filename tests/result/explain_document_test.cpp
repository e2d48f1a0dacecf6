#include "model/result/explain_document.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "model/costs/indices.hpp"
#include "model/inputs/input_list.hpp"
#include "model/inputs/lever_slots.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

class Explain : public testing::Test {
 protected:
  std::vector<std::string> names(const std::string& query) const {
    std::vector<std::string> found;
    const Json document = entries_named(all_, query);
    for (const Json& entry : document.at("entries")) found.push_back(entry.at("name"));
    return found;
  }

  Scenario scenario_ = test::fake_scenario();
  Json all_ = explain_document(scenario_);
};

TEST_F(Explain, FindsByNameDanishLabelAndParagraph) {
  EXPECT_EQ(names("birth_under_30"), (std::vector<std::string>{"birth_under_30"}));
  EXPECT_EQ(names("Familiebehandling"), (std::vector<std::string>{"family_treatment"}));
  EXPECT_EQ(names("§ 52").size(), service_count);
  EXPECT_TRUE(names("§ 5").empty());
  EXPECT_TRUE(names("no such thing").empty());
}

TEST_F(Explain, FindsALeverOfEveryStrategyAndTheMechanismOfTheSameName) {
  EXPECT_EQ(names("caseload"), (std::vector<std::string>{"first.caseload", "second.caseload",
                                                         "caseload", "caseload"}));
}

TEST_F(Explain, FindsAnEffectByHookAndByStrategy) {
  EXPECT_EQ(names("first.job_entry"), (std::vector<std::string>{"first.job_entry.effort"}));
  EXPECT_EQ(names("first.job_entry.effort"), (std::vector<std::string>{"first.job_entry.effort"}));
  EXPECT_EQ(names("effort"), (std::vector<std::string>{"effort"}));
}

/// "name key" of each place where a number stands.
std::vector<std::string> places(const Json& document, std::size_t reading) {
  std::vector<std::string> found;
  for (const Json& entry : document.at("readings").at(reading).at("entries")) {
    for (const Json& match : entry.at("matches")) {
      found.push_back(entry.at("name").get<std::string>() + ' ' +
                      match.at("key").get<std::string>());
    }
  }
  return found;
}

TEST_F(Explain, FindsANumberByWhereItStands) {
  const auto is_among = [](const std::vector<std::string>& found, const char* place) {
    return std::find(found.begin(), found.end(), place) != found.end();
  };
  const Json value = entries_with_number(all_, readings_of("0,07", Language::da));
  EXPECT_TRUE(is_among(places(value, 0), "birth_under_30 value"));
  const Json low = entries_with_number(all_, readings_of("0.05", Language::en));
  EXPECT_TRUE(is_among(places(low, 0), "birth_under_30 low"));
  EXPECT_FALSE(is_among(places(low, 0), "birth_under_30 value"));
  EXPECT_TRUE(places(entries_with_number(all_, {{123456789, 0}}), 0).empty());
}

TEST_F(Explain, FindsAShareAndAPriceOfTheScenariosLevelByTheirOwnKeys) {
  const CatalogueRow& row = scenario_.catalogue.rows[index_of(Service::family_treatment)];
  const double price = PriceLevel{scenario_.catalogue}.price(row);
  const auto found = places(entries_with_number(all_, {{price, 0}}), 0);
  EXPECT_NE(std::find(found.begin(), found.end(), "family_treatment price_now"), found.end());
  const auto shares = places(entries_with_number(all_, {{1, 0}}), 0);
  EXPECT_NE(std::find_if(shares.begin(), shares.end(),
                         [](const std::string& place) { return place.ends_with(" shares"); }),
            shares.end());
}

/// Rules, rates and indices are told row by row under one name each.
TEST_F(Explain, TellsTheNumbersOfTheListAndNoOther) {
  std::set<std::string> explained, listed;
  for (const Json& entry : all_.at("entries")) {
    if (entry.at("value").is_null()) continue;
    explained.insert(entry.at(entry.contains("drawn_as") ? "drawn_as" : "name"));
  }
  for (const Input& input : input_list(scenario_)) {
    const bool is_row = input.kind == EntryKind::payer_rule || input.kind == EntryKind::rate ||
                        input.kind == EntryKind::index;
    const bool is_unstated = input.kind == EntryKind::lever && !is_stated(input.quantity);
    if (!is_row && !is_unstated) listed.insert(input.name);
  }
  EXPECT_EQ(explained, listed);
}

}  // namespace
}  // namespace samspil
