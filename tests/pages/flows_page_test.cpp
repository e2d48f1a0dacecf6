#include "model/pages/flows_page.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "model/render/text.hpp"

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

  EXPECT_EQ(as_text(flows_page(document, Language::da)),
            R"(Strømme i målgruppen fra 2022, når ingen strategi virker
1.000 familier med 2.000 børn og 1.500 forældre i målgruppen; år 0 er 2022.

Børn               0     1   kendt
af anbragte: ude   -  12,3
  hjem før 18    8,0   9,0    3-7*
Forældre
senere             8     9  3-17,5

* 1 af 2 kendte strømme ligger udenfor: hjem før 18.
Før år 0 er familierne dem, der da blev udvalgt. Det kendte holdes op mod middel
af år 1-1; hvad der hober sig op, mod år 1. Pct. om året, hvor intet andet står;
jobtab og nye anbringelser: pr. 100 personår.
Kilder og grader til det kendte: scenarios/known_flows.csv, `--json`.
)");
}

}  // namespace
}  // namespace samspil
