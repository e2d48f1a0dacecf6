// The user's own prices, laid over the catalogue.
#include <gtest/gtest.h>

#include "model/loading/load.hpp"
#include "tests/inputs/input_folder.hpp"

namespace samspil {
namespace {

class OwnPrices : public testing::Test {
 protected:
  OwnPrices() { inputs_.replace("scenario.toml", "prices = \"2022\"", "prices = [\"mine.csv\"]"); }

  Scenario with(const std::string& text) const {
    inputs_.write("mine.csv", text);
    return load_scenario(inputs_.path("scenario.toml"), inputs_.path(""));
  }
  std::string fault_of(const std::string& text) const {
    inputs_.write("mine.csv", text);
    const auto faults = inputs_.faults("scenario.toml");
    return faults.empty() ? "none" : faults.front();
  }
  static const CatalogueRow& foster(const Scenario& scenario) {
    return scenario.catalogue.rows[index_of(Service::foster_family)];
  }

  InputFolder inputs_;
};

TEST_F(OwnPrices, NeedAServiceAPriceAndItsLevelAlone) {
  const CatalogueRow before =
      load_scenario(InputFolder{}.path("scenario.toml"), inputs_.path("")).catalogue.rows[0];
  const Scenario scenario = with("service,price,price_level\nfoster_family,1750,2024\n");
  const CatalogueRow& row = foster(scenario);
  EXPECT_EQ(row.price.value, 1750);
  EXPECT_EQ(row.price.low, 1750);
  EXPECT_EQ(row.price.high, 1750);
  EXPECT_EQ(row.price_level, 2024);
  EXPECT_EQ(row.price.grade, Grade::own);
  EXPECT_EQ(row.price.line, 2);
  EXPECT_EQ(row.price.base_file, inputs_.path("mine.csv").string());
  EXPECT_EQ(row.department, Department::child_family);  // inherited
  EXPECT_EQ(scenario.catalogue.rows[0].price.value, before.price.value);
}

TEST_F(OwnPrices, AreReadAsDanishExcelWritesThem) {
  const Scenario scenario = with(
      "ydelse;pris;prisniveau;lav;høj;kilde;realiserbar_andel\r\n"
      "Plejefamilie;1750;2024;1700,5;1800,5;Regnskab 2024;0,5\r\n");
  const CatalogueRow& row = foster(scenario);
  EXPECT_EQ(row.price.value, 1750);
  EXPECT_EQ(row.price.low, 1700.5);
  EXPECT_EQ(row.price.high, 1800.5);
  EXPECT_EQ(row.price.source, "Regnskab 2024");
  EXPECT_EQ(row.cashable_share, 0.5);
}

TEST_F(OwnPrices, LieInTheOrderNamedOverTheCatalogueNamedFirst) {
  inputs_.replace("scenario.toml", "[\"mine.csv\"]", "[\"2022\", \"mine.csv\", \"more.csv\"]");
  inputs_.write("more.csv", "service,price,price_level\nfoster_family,1900,2025\n");
  const Scenario scenario =
      with("service,price,price_level\nfoster_family,1750,2024\nmentor,10,2024\n");
  EXPECT_EQ(foster(scenario).price.value, 1900);
  EXPECT_EQ(scenario.catalogue.rows[index_of(Service::mentor)].price.value, 10);
}

TEST_F(OwnPrices, AreKeptWithTheResults) {
  const Scenario scenario = with("service,price,price_level\nfoster_family,1750,2024\n");
  const Scenario again = load_scenario(input_texts(scenario));
  EXPECT_EQ(foster(again).price.value, 1750);
  EXPECT_EQ(foster(again).price_level, 2024);
  EXPECT_EQ(foster(again).price.grade, Grade::own);
}

TEST_F(OwnPrices, AreOfAServiceByWhateverItIsCalled) {
  for (const char* name : {"Plejefamilie", "plejefamilie", "PLEJEFAMILIE", "Foster_Family"}) {
    EXPECT_EQ(foster(with(std::string{"service,price,price_level\n"} + name + ",1750,2024\n"))
                  .price.value,
              1750)
        << name;
  }
  EXPECT_EQ(fault_of("ydelse;pris;prisniveau\nPlejefamlie;1750;2024\n"),
            "mine.csv:2: Plejefamlie: unknown service; did you mean 'Plejefamilie'?");
  EXPECT_EQ(fault_of("service,price,price_level\nfoster_famly,1750,2024\n"),
            "mine.csv:2: foster_famly: unknown service; did you mean 'foster_family'?");
}

TEST_F(OwnPrices, AreToldInTheLanguageOfTheirHeaderAndAsTheyAreWritten) {
  EXPECT_EQ(fault_of("ydelse;pris\nPlejefamilie;1750\n"),
            "mine.csv:1: prisniveau: the column is missing; add 'prisniveau' to the header and to "
            "every row");
  EXPECT_EQ(fault_of("ydelse;enhedspris;prisniveau\nPlejefamilie;1750;2024\n"),
            "mine.csv:1: enhedspris: unknown column; use one of ydelse, pris, prisniveau");
  EXPECT_EQ(fault_of("ydelse;pris;prisniveau\nPlejefamilie;1750,50;2024\n"),
            "mine.csv:2: Plejefamilie.pris: 1750,50 is not a whole number; write 1750 or 1751");
}

TEST_F(OwnPrices, HaveTheUnitOfTheirService) {
  for (const char* unit : {"day", "dag", "Dag"}) {
    EXPECT_EQ(fault_of(std::string{"service,unit,price,price_level\nfoster_family,"} + unit +
                       ",1750,2024\n"),
              "none");
  }
  EXPECT_EQ(
      fault_of("ydelse;enhed;pris;prisniveau\nPlejefamilie;måned;52500;2024\n"),
      "mine.csv:2: Plejefamilie.enhed: unit 'måned' given, 'day' expected; convert the numbers "
      "and write the expected unit");
}

TEST_F(OwnPrices, AreToldWhereTheyAreFarFromTheShippedOnes) {
  const auto warnings = [&](const std::string& row) {
    std::vector<std::string> told;
    for (const Problem& warning : with("ydelse;pris;prisniveau\n" + row).warnings) {
      told.push_back(warning.text(Language::da));
      told.back().erase(0, told.back().find("mine.csv"));
    }
    return told;
  };
  EXPECT_EQ(warnings("Plejefamilie;1750;2024\n"), std::vector<std::string>{});
  EXPECT_EQ(warnings("Plejefamilie;52500;2024\n"),
            std::vector<std::string>{
                "mine.csv:2: Plejefamilie.pris: 52500 kr. pr. dag er mere end en faktor 5 fra de "
                "medfølgende 1607 kr. pr. dag; se efter, at beløb og enhed er ment sådan; der "
                "regnes med det, som det står"});
  EXPECT_EQ(warnings("Plejefamilie;1750;2038\n").size(), 1U);
  EXPECT_NE(warnings("Plejefamilie;1750;2038\n")
                .front()
                .find("mine.csv:2: prisniveauet 2038 for Plejefamilie er intet af årene"),
            std::string::npos);
}

TEST_F(OwnPrices, TellWhatIsWrong) {
  EXPECT_EQ(fault_of("service,price,price_level\nfoster_family,1.750,2024\n"),
            "mine.csv:2: foster_family.price: '1.750' can be read in two ways; write 1750 for 1 "
            "thousand 750; for 1.75 write 2, the nearest whole number");
  EXPECT_EQ(fault_of("ydelse;pris;prisniveau\nPlejefamilie;1.750;2024\n"),
            "mine.csv:2: Plejefamilie.pris: '1.750' can be read in two ways; write 1750 for 1 "
            "thousand 750; for 1.75 write 2, the nearest whole number");
  EXPECT_EQ(fault_of("service,price,price_level\nfoster_famly,1750,2024\n"),
            "mine.csv:2: foster_famly: unknown service; did you mean 'foster_family'?");
  EXPECT_EQ(fault_of("service,price\nfoster_family,1750\n"),
            "mine.csv:1: price_level: the column is missing; add 'price_level' to the header "
            "and to every row");
  EXPECT_EQ(
      fault_of("service,price,price_level\nfoster_family,1750,2024\nfoster_family,1800,2024\n"),
      "mine.csv:3: foster_family: stands on line 2 already; keep one row");
}

TEST_F(OwnPrices, AreCheckedByThemselves) {
  inputs_.write("mine.csv", "service,price,price_level\nfoster_family,1750,2024\n");
  EXPECT_TRUE(inputs_.faults("mine.csv").empty());
  inputs_.write("mine.csv", "ydelse;pris;prisniveau\nPlejefamilie;1750;2024\n");
  EXPECT_TRUE(inputs_.faults("mine.csv").empty());
  inputs_.write("mine.csv", "service,price,price_level\nfoster_family,,2024\n");
  EXPECT_EQ(inputs_.faults("mine.csv").size(), 1U);
}

}  // namespace
}  // namespace samspil
