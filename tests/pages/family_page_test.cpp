#include "model/pages/family_page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/render/text.hpp"
#include "model/result/family_document.hpp"
#include "tests/support/family_cases.hpp"

namespace samspil {
namespace {

class FamilyPage : public testing::Test {
 protected:
  std::string text(Language language = Language::en) const {
    return as_text(family_page(document_, language));
  }
  void expect(const char* part, Language language = Language::en) const {
    EXPECT_NE(text(language).find(part), std::string::npos) << part << '\n' << text(language);
  }

  LoadedFamily with_ = test::shipped_family("family_strategy");
  LoadedFamily without_ = test::shipped_family("family_baseline");
  AccountedFamily ours_{with_.family, with_.catalogue};
  AccountedFamily theirs_{without_.family, without_.catalogue};
  Json document_ = family_document(ours_, &theirs_);
};

TEST_F(FamilyPage, ShowsTheFiguresOfTheDocumentAndAddsNothing) {
  document_["total"]["public"] = 123456.0;
  document_["against"]["cumulated"][1] = 654321.0;
  document_["against"]["average_shares"]["pooled_children"]["state"]["missed_by"] = 777.0;
  for (const char* part : {"123,456", "654,321", "+777"}) expect(part);
}

TEST_F(FamilyPage, SaysItInTheLanguageOfTheReader) {
  expect("Relief of the municipality's service frame: 2,700,000 kr.");
  expect("Kommunens serviceramme: 2.700.000 kr.", Language::da);
}

TEST_F(FamilyPage, LeavesOutWhatTheDocumentDoesNotHave) {
  expect("== Against family_baseline.toml");
  document_["against"] = nullptr;
  document_["ladder"] = Json::array();
  EXPECT_EQ(text().find("== Against"), std::string::npos);
  expect("No member has a week on a benefit that counts.");
}

TEST_F(FamilyPage, HasAColumnForThosePayersAloneWhoPay) {
  const auto heading = [this] {
    const std::string all = text();
    const std::size_t from = all.find("By department");
    return all.substr(from, all.find('\n', from) - from);
  };
  EXPECT_EQ(heading().find("Region"), std::string::npos);
  document_["total"]["payers"]["region"] = 1.0;
  EXPECT_NE(heading().find("Region"), std::string::npos);
}

TEST_F(FamilyPage, TellsWhereDatesAndPricesCameFrom) {
  document_["dates"] = Json::array({{{"member", "son"},
                                     {"spell", "self_support"},
                                     {"from", "2023-03-01"},
                                     {"to", "2023-03-02"},
                                     {"first_week", nullptr},
                                     {"last_week", nullptr}}});
  document_["prices"]["own_level"]["foster_family"] = 2019;
  expect("son, Self-support: 2023-03-01 to 2023-03-02 holds no midday Thursday");
  expect("Foster family (2019)");
}

}  // namespace
}  // namespace samspil
