#include "model/pages/explain_page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/core/lower_case.hpp"
#include "model/render/text.hpp"
#include "model/result/explain_document.hpp"
#include "model/words/numbers.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

class ExplainPage : public testing::Test {
 protected:
  std::string text(const std::string& name, Language language = Language::en) const {
    return as_text(explain_page(entries_named(all_, name), language));
  }

  Json all_ = explain_document(test::fake_scenario());
};

TEST_F(ExplainPage, NamesTheFunctionThatReadsAnInputAndWhatAMechanismSwitches) {
  EXPECT_NE(text("birth_under_30").find("hazards of adults: birth_rate in"), std::string::npos);
  EXPECT_NE(text("first.fade_rate").find("relapse"), std::string::npos);
  EXPECT_NE(text("relapse").find("first.fade_rate, second.fade_rate"), std::string::npos);
  EXPECT_NE(text("coupling").find("coupling_job_entry_calm_child"), std::string::npos);
  EXPECT_EQ(text("coupling").find("severity_drift"), std::string::npos);
  EXPECT_NE(text("tax").find("Income tax"), std::string::npos);
}

TEST_F(ExplainPage, TellsValueUnitRangeGradeAndSource) {
  const std::string told = text("birth_under_30");
  for (const char* part : {"0.07", "1/year", "0.05 - 0.09", "derived", "made up"}) {
    EXPECT_NE(told.find(part), std::string::npos) << part;
  }
}

void expect_width(const std::string& text, std::size_t width) {
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t to = std::min(text.find('\n', from), text.size());
    const std::string line = text.substr(from, to - from);
    const bool is_one_word = line.find(' ', line.find_first_not_of(' ')) == std::string::npos;
    EXPECT_TRUE(display_width(line) <= width || is_one_word) << line;
    from = to + 1;
  }
}

TEST_F(ExplainPage, FitsTheWidthInBothLanguages) {
  for (const Language language : {Language::en, Language::da}) {
    for (const std::size_t width : {page_width, page_width + 40}) {
      expect_width(as_text(explain_page(all_, language), width), width);
      expect_width(as_text(names_page(all_, language), width), width);
    }
  }
}

TEST_F(ExplainPage, IndentsWhatDoesNotFitTheFirstLineOfAFact) {
  Json one = entries_named(all_, "birth_under_30");
  one["entries"][0]["source"] = std::string(100, 'a') + " and then";
  const std::string told = as_text(explain_page(one, Language::en));
  EXPECT_NE(told.find('\n' + std::string(26, ' ') + "and then\n"), std::string::npos) << told;
}

TEST_F(ExplainPage, IsDanishWhereTheDocumentIs) {
  Json one = entries_named(all_, "family_treatment");
  Json& entry = one["entries"][0];
  const std::string english = text("family_treatment", Language::da);
  EXPECT_NE(english.find("Kilde (engelsk)"), std::string::npos) << english;
  entry["source_da"] = "udregnet her";
  const std::string danish = as_text(explain_page(one, Language::da));
  EXPECT_NE(danish.find("Kilde                   udregnet her"), std::string::npos) << danish;
  for (const char* word : {"Familiebehandling", "Enhed                   kr./uge", "beregnet"}) {
    EXPECT_NE(lower_case(danish).find(lower_case(word)), std::string::npos) << word << danish;
  }
}

TEST_F(ExplainPage, OfANumberTellsWhereItStandsOrWhichCommandTells) {
  const auto told = [&](const char* number, Language language) {
    return as_text(number_page(entries_with_number(all_, readings_of(number, language)), language));
  };
  const std::string found = told("0,07", Language::da);
  EXPECT_NE(found.find("Tallet 0,07 står i:"), std::string::npos) << found;
  EXPECT_NE(found.find("birth_under_30 (parameter)"), std::string::npos) << found;
  EXPECT_NE(found.find("Værdi 0,07 pr. år"), std::string::npos) << found;
  EXPECT_NE(told("123456789", Language::en).find("samspil run SCENARIO --detail"),
            std::string::npos);
}

}  // namespace
}  // namespace samspil
