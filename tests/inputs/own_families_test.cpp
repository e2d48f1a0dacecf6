// A municipality's own families: what may stand in their file, and each way in which it may be
// broken. No message names anybody.
#include <gtest/gtest.h>

#include "model/io/text_file.hpp"
#include "model/loading/load.hpp"
#include "tests/inputs/input_folder.hpp"
#include "tests/support/small_world.hpp"

namespace samspil {
namespace {

/// Families m2, m3, … of a mother and a child, so that there are enough.
std::string others(const std::string& cells = "") {
  std::string rows;
  for (int i = 2; i <= 5; ++i) {
    const std::string family = "m" + std::to_string(i);
    rows += family + ",mum,30,,cash_benefit" + cells + "\n" + family + ",kid,5,mum," + cells + "\n";
  }
  return rows;
}

class OwnFamiliesFile : public testing::Test {
 protected:
  OwnFamiliesFile() {
    inputs_.replace("scenario.toml", "population = \"small\"",
                    "population = { file = \"mine.csv\" }");
    inputs_.write("populations/own_families.toml",
                  read_text(test::shipped_scenarios() / "populations" / "own_families.toml"));
  }

  Scenario with(const std::string& text) const {
    inputs_.write("mine.csv", text);
    return load_scenario(inputs_.path("scenario.toml"), inputs_.path(""));
  }
  /// With the usual columns, the rows of one family, and those of others.
  std::string fault_of(const std::string& rows) const {
    return fault_of_text("family,person,age,mother,status\n" + rows + others());
  }
  std::string fault_of_text(const std::string& text) const {
    inputs_.write("mine.csv", text);
    const auto faults = inputs_.faults("scenario.toml");
    return faults.empty() ? "none" : faults.front();
  }
  /// With one more column, which is empty in all rows but those given.
  std::string fault_of_column(const std::string& column, const std::string& rows) const {
    return fault_of_text("family,person,age,mother,status," + column + "\n" + rows + others(","));
  }

  static void expect_begins(const std::string& fault, const std::string& begin) {
    EXPECT_EQ(fault.substr(0, begin.size()), begin) << fault;
  }

  InputFolder inputs_;
};

TEST_F(OwnFamiliesFile, NeedsAgesTiesAndWhatAdultsLiveOn) {
  const Scenario scenario = with(
      "family,person,age,mother,status\n"
      "x,a,34,,cash_benefit\nx,b,13,a,\nx,c,19,a,\nx,d,50,,sickness\n" +
      others());
  ASSERT_TRUE(scenario.own_families);
  const OwnFamilies& own = *scenario.own_families;
  ASSERT_EQ(own.families.size(), 5U);
  EXPECT_EQ(own.families[0].members, 4);
  EXPECT_EQ(own.people[0].person.role, Role::parent);
  EXPECT_EQ(own.people[1].person.role, Role::child);
  EXPECT_EQ(own.people[2].person.role, Role::child);
  EXPECT_EQ(own.people[3].person.role, Role::partner);
  EXPECT_EQ(own.people[1].person.mother, 0);
  EXPECT_EQ(own.people[1].person.father, no_member);
  EXPECT_EQ(own.people[0].person.status, LabourStatus::cash_benefit);
  EXPECT_EQ(own.left_out.front(), "role");
}

TEST_F(OwnFamiliesFile, IsReadInDanishToo) {
  const Scenario scenario = with(
      "familie;person;alder;mor;forsørgelse;bosted;uger_anbragt;foranstaltninger;tilstande\r\n"
      "x;a;34;;Kontanthjælp;;;;psykisk lidelse | handicap\r\n"
      "x;b;13;a;;plejefamilie;80;Kontaktperson;\r\n"
      "y;a;34;;Førtidspension;;;;\r\ny;b;3;a;;;;Familiebehandling | Aflastning;\r\n"
      "z;a;34;;Kontanthjælp;;;;\r\nz;b;3;a;;;;;\r\n"
      "u;a;34;;Kontanthjælp;;;;\r\nu;b;3;a;;;;;\r\n"
      "v;a;34;;Kontanthjælp;;;;\r\nv;b;3;a;;;;;\r\n");
  const OwnFamilies& own = *scenario.own_families;
  EXPECT_TRUE(own.people[0].person.conditions.has(Condition::mental_disorder));
  EXPECT_TRUE(own.people[0].person.conditions.has(Condition::disability));
  EXPECT_EQ(own.people[1].person.place, Place::foster);
  EXPECT_EQ(own.people[1].weeks_placed, 80);
  EXPECT_TRUE(own.people[3].person.measures.has(ChildMeasure::family_treatment));
  EXPECT_TRUE(own.people[3].person.measures.has(ChildMeasure::respite));
  EXPECT_EQ(own.people[2].person.status, LabourStatus::disability_pension);
}

TEST_F(OwnFamiliesFile, StandsInWholeCopiesInEvenTeams) {
  std::string rows = "family,person,age,mother,status\n";
  for (int i = 0; i < 58; ++i) {
    const std::string family = std::to_string(i);
    rows += family + ",a,30,,sickness\n" + family + ",b,3,a,\n";
  }
  const Scenario scenario = with(rows);
  EXPECT_EQ(scenario.population.families_per_site, 29);  // two teams, not one of 40 and one of 18
  EXPECT_EQ(scenario.population.families % 58, 0U);
  EXPECT_GE(scenario.population.families, 20'000U);
  EXPECT_LT(scenario.population.families, 20'058U);
}

TEST_F(OwnFamiliesFile, TellsWhatIsWrongAndOfNobody) {
  const std::string parent = "x,secret,30,,cash_benefit\n";
  const std::vector<std::pair<std::string, std::string>> broken{
      {parent + "x,kid,5,nobody,\n", "3: mother: the family has nobody of that name"},
      {parent + "x,kid,5,kid,\n", "3: mother: a person cannot be a parent"},
      {parent + "x,kid,25,secret,\n", "3: mother: the parent is 5 years older"},
      {parent + "x,kid,5,secret,\nx,kid,5,secret,\n", "4: person: the same person stands"},
      {"x,secret,30,kid,cash_benefit\nx,kid,30,secret,\n", "2: mother: the parents named lead"},
      {parent + "x,kid,5.5,secret,\n", "3: age: "},
      {parent + "x,kid,-1,secret,\n", "3: age: "},
      {parent + "x,kid,five,secret,\n", "3: age: "},
      {parent + "x,kid,,secret,\n", "3: age: "},
      {parent + "x,,5,secret,\n", "3: person: "},
      {parent + ",kid,5,secret,\n", "3: family: "},
      {parent + "x,kid,5,secret,cash_benefit\n", "3: status: this is not said of somebody aged 5"},
      {"x,secret,30,,cash\nx,kid,5,secret,\n", "2: status: "},
      {"x,secret,30,,\nx,kid,5,secret,\n", "2: status: "},
      {parent, "2: family: the family of this row has no child"},
      {parent + "x,kid,5,secret\n", "3: "},
      {parent + "x,010203-1234,5,secret,\n", "3: person: "},
      // In a column that is not theirs.
      {"x,m,secret,,cash_benefit\nx,kid,5,m,\n", "2: age: no number that can stand here"},
      {"x,m,30,,secret\nx,kid,5,m,\n", "2: status: the name is unknown here"},
      {"x,m,301027023374,,cash_benefit\nx,kid,5,m,\n", "2: age: no number"},
  };
  for (const auto& [rows, told] : broken) {
    const std::string fault = fault_of(rows);
    expect_begins(fault, "mine.csv:" + told);
    EXPECT_EQ(fault.find("secret"), std::string::npos) << fault;
    EXPECT_EQ(fault.find("301027023374"), std::string::npos) << fault;
  }
  const std::string without_header = fault_of_text("x,secret,30,,cash_benefit\n" + others());
  EXPECT_EQ(without_header.find("secret"), std::string::npos) << without_header;
  expect_begins(without_header, "mine.csv:1: column 1 has an unknown name");
}

TEST_F(OwnFamiliesFile, TellsWhatCannotBeOfAChild) {
  const std::string parent = "x,secret,30,,cash_benefit,\n";
  const auto told_of_child = [&](const char* column, const std::string& cells) {
    return fault_of_column(column, parent + "x,kid," + cells + "\n");
  };
  expect_begins(told_of_child("place", "19,secret,,foster"), "mine.csv:3: place:");
  expect_begins(told_of_child("place", "5,secret,,away"), "mine.csv:3: place:");
  expect_begins(told_of_child("weeks_placed", "5,secret,,30"), "mine.csv:3: weeks_placed:");
  expect_begins(fault_of_column("measures", "x,secret,30,,sickness,respite\nx,kid,5,secret,,\n"),
                "mine.csv:2: measures:");
  expect_begins(told_of_child("services", "5,secret,,mentor"), "mine.csv:3: services:");
  expect_begins(told_of_child("colour", "5,secret,,"), "mine.csv:1: colour:");
  expect_begins(told_of_child("cpr", "5,secret,,"), "mine.csv:1: cpr:");
}

TEST_F(OwnFamiliesFile, OfTooFewOrNobodyIsRefused) {
  expect_begins(fault_of_text("family,person,age,mother,status\n"), "mine.csv: ");
  EXPECT_EQ(fault_of_text("family,person,age,mother,status\nx,a,30,,sickness\nx,b,3,a,\n"),
            "mine.csv: it has 1 families, of whom nothing could be told; 5 families at least");
  expect_begins(fault_of_text("family,person,mother\nx,a,\n"), "mine.csv:1: age:");
}

}  // namespace
}  // namespace samspil
