#include <nlohmann/json.hpp>

#include "model/loading/load.hpp"
#include "model/result/explain_document.hpp"
#include "samspil_build_info.hpp"
#include "tests/cli/program.hpp"

namespace samspil::test {
namespace {

/// Every name printed, asked of the function behind `samspil explain`: a process each would be
/// slow.
class ExplainEveryName : public Program {
 protected:
  void expect_explained(const std::string& name) const {
    EXPECT_FALSE(entries_named(all_, name).at("entries").empty()) << "'" << name << "'";
  }

  Scenario scenario_ =
      load_scenario(std::filesystem::path{build_info::source_scenarios_dir} / "default.toml",
                    build_info::source_scenarios_dir);
  Json all_ = explain_document(scenario_);
};

/// Keys, and what stands under "id" and "name".
void collect(const nlohmann::json& json, std::set<std::string>& names) {
  if (json.is_object()) {
    for (const auto& [key, value] : json.items()) {
      names.insert(key);
      if ((key == "id" || key == "name" || key == "unit") && value.is_string()) {
        names.insert(value.get<std::string>());
      }
      collect(value, names);
    }
  }
  if (json.is_array()) {
    for (const auto& value : json) collect(value, names);
  }
}

TEST_F(ExplainEveryName, OfTheJsonDocument) {
  std::set<std::string> names;
  collect(nlohmann::json::parse(run("run small.toml --json --detail --what-matters").out), names);
  for (const char* unit : {"kr.", "share", "ratio", "per cent"}) names.erase(unit);

  EXPECT_GT(names.size(), 100U);
  for (const std::string& name : names) expect_explained(name);
}

TEST_F(ExplainEveryName, OfAnInvestmentCase) {
  std::set<std::string> names;
  collect(nlohmann::json::parse(run("case examples/case --json").out), names);
  names.erase("kr.");

  EXPECT_GT(names.size(), 40U);
  for (const std::string& name : names) expect_explained(name);
}

TEST_F(ExplainEveryName, OfAFamily) {
  std::set<std::string> names;
  const std::string words =
      "family examples/family_strategy --against examples/family_baseline --json";
  collect(nlohmann::json::parse(run(words).out), names);
  names.erase("kr.");

  EXPECT_GT(names.size(), 60U);
  for (const std::string& name : names) expect_explained(name);
}

/// Keys alone.
void collect_keys(const nlohmann::json& json, std::set<std::string>& names) {
  for (const auto& [key, value] : json.items()) {
    if (json.is_object()) names.insert(key);
    // Names within a strategy are no names of their own.
    if (value.is_structured() && key != "numbers") collect_keys(value, names);
  }
}

TEST_F(ExplainEveryName, OfExplainItself) {
  std::set<std::string> names;
  const auto all = nlohmann::json::parse(run("explain --all --json").out);
  collect_keys(all, names);
  collect_keys(nlohmann::json::parse(run("explain 0.5 --json").out), names);
  for (const auto& entry : all.at("entries")) {
    for (const auto& name : entry.at("concerns")) names.insert(name.get<std::string>());
    names.insert(entry.at("kind").get<std::string>());
  }
  for (const std::string& name : names) expect_explained(name);
}

TEST_F(ExplainEveryName, OfTwoStrategies) {
  std::set<std::string> names;
  collect(nlohmann::json::parse(run("explain sammen_om_familien familien_paa_vej --json").out),
          names);
  EXPECT_TRUE(names.contains("caseload"));
  for (const std::string& name : names) {
    const bool is_element = name.find(' ') != std::string::npos;
    if (!is_element) expect_explained(name);
  }
}

TEST_F(ExplainEveryName, OfADifference) {
  ASSERT_EQ(run("run small.toml --out a.h5").exit, 0);
  std::set<std::string> names;
  collect(nlohmann::json::parse(run("explain --diff a.h5 a.h5 --json").out), names);
  for (const std::string& name : names) expect_explained(name);
}

TEST_F(ExplainEveryName, OfTheTables) {
  ASSERT_EQ(run("run small.toml --csv tables").exit, 0);
  std::set<std::string> names;
  for (const char* file : {"cells", "outcomes", "week_48", "net_results", "population", "prices"}) {
    const auto lines = lines_of(read(std::string{"tables/"} + file + ".csv"));
    ASSERT_GT(lines.size(), 1U) << file;
    for (std::size_t i = 1; i < lines.size(); ++i) {
      std::string cell;
      for (const char c : lines[i] + ",") {
        if (c != ',') {
          cell += c;
          continue;
        }
        const bool is_name = !cell.empty() && cell.find_first_not_of("0123456789.-+e") != cell.npos;
        if (is_name) names.insert(cell);
        cell.clear();
      }
    }
  }
  for (const char* plain :
       {"kr.", "share", "ratio", "yes", "no", "programme", "settlement", "inf", "nan"}) {
    names.erase(plain);
  }

  EXPECT_GT(names.size(), 60U);
  for (const std::string& name : names) expect_explained(name);
}

TEST_F(ExplainEveryName, OfTheInputsAndByLabelAndParagraph) {
  for (const ParameterRow& row : scenario_.parameter_table.rows) expect_explained(row.name);
  for (const CatalogueRow& row : scenario_.catalogue.rows) expect_explained(row.main_area);
  for (const PayerRule& rule : scenario_.catalogue.rules) expect_explained(rule.name);
  for (const char* name :
       {"kontanthjælp", "Kontanthjælp", "§ 85", "§ 52", "BØRN OG FAMILIE", "caseload", "job_entry",
        "sammen_om_familien.caseload", "familiens_fremtid.job_entry", "effort", "assumed", "public",
        "coordinator", "child_placed", "week", "capital", "strong_effect"}) {
    expect_explained(name);
  }
}

TEST_F(ExplainEveryName, WritesAYearWithoutSeparator) {
  const Outcome outcome = run("explain resource_course_closed_from");
  EXPECT_NE(outcome.out.find(" 2026\n"), std::string::npos) << outcome.out;
  EXPECT_EQ(outcome.out.find("2,026"), std::string::npos) << outcome.out;
}

TEST_F(ExplainEveryName, FindsANumberOfTheScreenInTheStyleOfTheLanguage) {
  for (const char* words : {"481000 --lang da", "481.000 --lang da", "'481.000 kr.' --lang da",
                            "481,000 --lang en", "481000 --lang en"}) {
    const Outcome outcome = run(std::string{"explain "} + words);
    EXPECT_EQ(outcome.exit, 0) << words;
    EXPECT_NE(outcome.out.find("familien_paa_vej.wage"), std::string::npos) << outcome.out;
  }
  const auto both = nlohmann::json::parse(run("explain 481.000 --lang da --json").out);
  EXPECT_EQ(both.at("readings").size(), 2U);
  const Outcome none = run("explain 2,189,017");
  EXPECT_EQ(none.exit, 0);
  EXPECT_NE(none.out.find("samspil run SCENARIO --detail"), std::string::npos) << none.out;
}

TEST_F(ExplainEveryName, IsAsWideAsTheTerminalAndElsewhereEighty) {
  const std::string piped = run("explain kontanthjælp").out;
  EXPECT_EQ(run("explain kontanthjælp", "env COLUMNS=60").out, piped);
  const auto widest = [](const std::string& text) {
    std::size_t most = 0;
    for (const std::string& line : lines_of(text)) most = std::max(most, line.size());
    return most;
  };
  EXPECT_LE(widest(piped), 84U);  // bytes: § and æ have two
  const auto on_terminal = [&](const std::string& columns) {
    return shell("script -qec \"env " + columns +
                 " $S explain cashable_result --lang en\" /dev/null")
        .out;
  };
  EXPECT_LE(widest(on_terminal("COLUMNS=60")), 62U);
  EXPECT_GT(widest(on_terminal("COLUMNS=120")), 100U);
}

TEST_F(ExplainEveryName, OfAPairOfStrategiesTellsWhatMakesThemDiffer) {
  const Outcome outcome = run("explain sammen_om_familien taettere_paa_familien");

  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  EXPECT_NE(outcome.out.find("Placement out of home [effort]"), std::string::npos) << outcome.out;
  EXPECT_EQ(run("explain familiens_vej_fagteam").exit, 0);
  const Outcome unknown = run("explain sammen_om_familien taettere_pa_familien");
  EXPECT_EQ(unknown.exit, 2);
  EXPECT_EQ(lines_of(unknown.err).size(), 1U);
  EXPECT_NE(unknown.err.find("taettere_paa_familien"), std::string::npos) << unknown.err;
}

TEST_F(ExplainEveryName, SuggestsANearNameForOneThatIsNone) {
  const Outcome outcome = run("explain kontanthjlp");

  EXPECT_EQ(outcome.exit, 2);
  EXPECT_EQ(lines_of(outcome.err).size(), 1U);
  EXPECT_NE(outcome.err.find("ontanthj"), outcome.err.rfind("ontanthj")) << outcome.err;
  EXPECT_EQ(run("explain '§ 85'").exit, 0);
}

}  // namespace
}  // namespace samspil::test
