// Texts as entries: every row is an entry of its own, by the name under which it is explained.
#include "model/loading/input_entries.hpp"

#include <gtest/gtest.h>

namespace samspil {
namespace {

std::vector<std::string> names(const std::string& name, const std::string& text) {
  std::vector<std::string> found;
  for (const auto& [entry, fields] : entries_of(name, text).entries) found.push_back(entry);
  return found;
}

TEST(InputEntries, AreRowsOfATableByNameStateAndYear) {
  EXPECT_EQ(names("rates.csv", "name,value,valid_from\ntier,1,2021\ntier,2,2022\n"),
            (std::vector<std::string>{"tier.2021", "tier.2022"}));
  EXPECT_EQ(names("indices.csv", "index,year,value\npl,2021,100\npl,2022,103\n"),
            (std::vector<std::string>{"pl.2021", "pl.2022"}));
  EXPECT_EQ(names("payer_rules.csv", "rule,when,valid_from\na,-,2007\nb,weeks_1_4,2016\n"),
            (std::vector<std::string>{"a.2007", "b.weeks_1_4.2016"}));
}

TEST(InputEntries, AreEffectsOfOneHookAndMechanismByTheirComponentToo) {
  const std::string effect = "[[effect]]\nhook = \"job_entry\"\nmechanism = \"effort\"\n";
  EXPECT_EQ(names("strategy_1.toml", "id = \"s\"\ntried_on_en = \"\"\n" + effect + effect +
                                         "component = \"joint_plan\"\nservices = [\"mentor\"]\n"),
            (std::vector<std::string>{"s.id", "s.job_entry.effort",
                                      "s.job_entry.effort.joint_plan.mentor", "s.tried_on_en"}));
}

/// Draws differ where members do, though no row does.
TEST(InputEntries, AreTheMembersOfAPosteriorAsOneBehindItsRows) {
  const std::string rows = "name,value,unit\nbirth,0.09,1/year\n";
  const std::string name = "parameters.csv";
  const auto entries = entries_of(name, rows + "# members\nbirth 0.08 0.1\n").entries;
  EXPECT_EQ(entries.at("birth"), entries_of(name, rows).entries.at("birth"));
  EXPECT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries, entries_of(name, rows + "# members\nbirth 0.08 0.1\n").entries);
  EXPECT_NE(entries.at("members"),
            entries_of(name, rows + "# members\nbirth 0.08 0.11\n").entries.at("members"));
}

}  // namespace
}  // namespace samspil
