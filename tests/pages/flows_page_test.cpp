#include "model/pages/flows_page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace samspil {
namespace {

TEST(FlowsPage, MarksWhatLiesOutsideAndPutsPartsUnderTheirWhole) {
  const Json document = Json::parse(R"({
    "year_0": 2022, "year_numbers": [0, 1], "families": 1000, "target_children": 2000,
    "target_parents": 1500, "compared_flows": 2, "outside": ["exit_home"], "flows": [
      {"name": "exit_all", "unit": "%", "years": [null, 12.34], "group": "children",
       "looks_into": null, "known": null},
      {"name": "exit_home", "unit": "%", "years": [8, 9], "group": "children",
       "looks_into": "exit_all", "known": {"low": 3, "high": 7, "inside": false}},
      {"name": "job_loss_later", "unit": "per 100 person-years", "years": [8, 9.4],
       "group": "parents", "looks_into": null,
       "known": {"low": 3, "high": 17.5, "inside": true}}]})");

  const Page page = flows_page(document, Language::da);
  std::vector<std::string> lines;
  for (const PagePart& part : page.parts()) {
    if (const auto* sentence = std::get_if<Sentence>(&part)) lines.push_back(sentence->text);
    if (const auto* table = std::get_if<Table>(&part)) {
      for (const Row& row : table->rows) {
        lines.push_back(std::string(row.indent, ' ') + row.label);
        for (const Cell& cell : row.cells) lines.back() += '|' + cell.text;
      }
    }
  }
  lines.resize(8);
  EXPECT_EQ(
      lines,
      (std::vector<std::string>{
          "Strømme i målgruppen fra 2022, når ingen strategi virker",
          "1.000 familier med 2.000 børn og 1.500 forældre i målgruppen; år 0 er 2022.",
          "Børn|0|1|kendt", "af anbragte: ude|-|12,3|", "  hjem før 18|8,0|9,0|3-7*", "Forældre",
          "senere|8|9|3-17,5 ", "* 1 af 2 kendte strømme ligger udenfor: hjem før 18."}));
}

}  // namespace
}  // namespace samspil
