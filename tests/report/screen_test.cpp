#include "model/report/screen.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "model/render/text.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

void expect_fits(const std::string& text) {
  std::istringstream lines{text};
  for (std::string line; std::getline(lines, line);) {
    EXPECT_LE(display_width(line), page_width) << line;
  }
}

TEST(Screen, FitsTheColumnsInBothLanguages) {
  const Scenario scenario = test::fake_scenario();
  for (const std::uint64_t sites : {2U, 2000U}) {
    const RunResult result = test::fake_run(scenario, sites, 1);
    const Report report = make_report(scenario, result);
    for (const Language language : {Language::en, Language::da}) {
      expect_fits(screen(report, language));
      expect_fits(detail(report, language));
      expect_fits(population_screen(scenario, result.population, language));
    }
  }
}

TEST(Screen, CutsNoWordAndNoNumber) {
  const Scenario scenario = test::fake_scenario();
  const RunResult result = test::fake_run(scenario, 50, 1);
  const Report report = make_report(scenario, result);

  for (const Language language : {Language::en, Language::da}) {
    EXPECT_EQ(screen(report, language).find("…"), std::string::npos);
  }
}

TEST(Screen, PutsTheMunicipalityBeforeTheOtherPurses) {
  const Scenario scenario = test::fake_scenario();
  const RunResult result = test::fake_run(scenario);
  const std::string text = screen(make_report(scenario, result), Language::en);

  EXPECT_LT(text.find("Net result, all years: Municipality"),
            text.find("Net result, all years: State"));
  EXPECT_LT(text.find("The municipality's own money"), text.find("\nState"));
  EXPECT_LT(text.find("cumulated"), text.find("Net present value"));
  EXPECT_NE(text.find("Positive means fewer public expenditures"), std::string::npos);
  EXPECT_NE(text.find("not within the horizon"), std::string::npos);
}

TEST(Screen, SaysSoWithoutAStrategy) {
  Scenario scenario = test::fake_scenario();
  scenario.strategies.clear();
  const RunResult result = test::fake_run(scenario);

  EXPECT_NE(screen(make_report(scenario, result), Language::en).find("nothing to compare"),
            std::string::npos);
}

TEST(Page, WrapsBetweenWords) {
  Page page;
  page.sentence(std::string(79, 'x') + " yy", 0);

  EXPECT_EQ(as_text(page), std::string(79, 'x') + "\nyy\n");
}

}  // namespace
}  // namespace samspil
