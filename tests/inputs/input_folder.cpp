#include "tests/inputs/input_folder.hpp"

#include <fmt/core.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cmath>
#include <fstream>
#include <sstream>

#include "model/loading/load.hpp"
#include "samspil_build_info.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;

constexpr const char* strategy_text = R"(id = "own"
title_da = "Egen"
title_en = "Own"
tried_on_da = "Ingen"
tried_on_en = "Nobody"
sources = ["Test"]

[levers]
role = "coordinator"
authority = false
order = "parallel"
caseload = { value = 8, unit = "families per caseworker", low = 6, high = 10, grade = "own", source = "Test" }
wage = { value = 600000, unit = "kr. per caseworker-year", low = 500000, high = 700000, grade = "own", source = "Test" }
supervision_share = { value = 0.1, unit = "share of wage", low = 0, high = 0.2, grade = "own", source = "Test" }
training_once = { value = 0, unit = "kr. per family", low = 0, high = 0, grade = "own", source = "Test" }
material = { value = 0, unit = "kr. per family-year", low = 0, high = 0, grade = "own", source = "Test" }
preparation_once = { value = 0, unit = "kr. per family", low = 0, high = 0, grade = "own", source = "Test" }
meeting_hours = { value = 0, unit = "hours per family-year", low = 0, high = 0, grade = "own", source = "Test" }
meeting_hour_price = { value = 0, unit = "kr. per hour", low = 0, high = 0, grade = "own", source = "Test" }
development_once = { value = 0, unit = "kr. per family", low = 0, high = 0, grade = "own", source = "Test" }
evaluation_per_family = { value = 0, unit = "kr. per family", low = 0, high = 0, grade = "own", source = "Test" }
intake_share = { value = 0.5, unit = "share of families", low = 0.3, high = 1, grade = "own", source = "Test" }
consent_share = { value = 0.9, unit = "share of families offered a place", low = 0.7, high = 1, grade = "own", source = "Test" }
capacity_per_site = { value = 0, unit = "families per site", low = 0, high = 0, grade = "own", source = "Test" }
duration_years = { value = 2, unit = "years", low = 1, high = 3, grade = "own", source = "Test" }
aftercare_years = { value = 0, unit = "years", low = 0, high = 0, grade = "own", source = "Test" }
exit_rate_closed = { value = 0, unit = "1/year", low = 0, high = 0, grade = "own", source = "Test" }
exit_rate_withdrawn = { value = 0, unit = "1/year", low = 0, high = 0, grade = "own", source = "Test" }
ramp_months = { value = 12, unit = "months", low = 6, high = 24, grade = "own", source = "Test" }
fade_rate = { value = 0.3, unit = "1/year", low = 0.1, high = 0.7, grade = "own", source = "Test" }
harm_share = { value = 0.05, unit = "share of families", low = 0, high = 0.1, grade = "own", source = "Test" }
hiring_lag_months = { value = 0, unit = "months", low = 0, high = 0, grade = "own", source = "Test" }
turnover_rate = { value = 0, unit = "1/caseworker-year", low = 0, high = 0, grade = "own", source = "Test" }
handover_share = { value = 0, unit = "share of the relation", low = 0, high = 0, grade = "own", source = "Test" }
caseload_creep = { value = 0, unit = "1/year", low = 0, high = 0, grade = "own", source = "Test" }
hours_per_year = { value = 1924, unit = "hours per caseworker-year", low = 0, high = 1924, grade = "own", source = "Test" }
present_caseload = { value = 0, unit = "cases per caseworker", low = 0, high = 0, grade = "own", source = "Test" }
minutes_per_case_week = { value = 0, unit = "minutes per case and week", low = 0, high = 0, grade = "own", source = "Test" }
minute_hour_price = { value = 0, unit = "kr. per hour", low = 0, high = 0, grade = "own", source = "Test" }
joint_plan = { value = 0, unit = "share of enrolled families", low = 0, high = 0, grade = "own", source = "Test" }
follow_up_per_year = { value = 0, unit = "follow-ups per year", low = 0, high = 0, grade = "own", source = "Test" }
delegated_grants = { value = 0, unit = "share of grants", low = 0, high = 0, grade = "own", source = "Test" }
civil_society = { value = 0, unit = "share of enrolled families", low = 0, high = 0, grade = "own", source = "Test" }
joint_financing = { value = 0, unit = "share of the operation", low = 0, high = 0, grade = "own", source = "Test" }
spill_over = { value = 0, unit = "share of the effect", low = 0, high = 0, grade = "own", source = "Test" }
wait_months = { value = 0, unit = "months", low = 0, high = 0, grade = "own", source = "Test" }

[[element]]
name = "core"
lost = 1
weight = 1
fidelity = { value = 4, unit = "1-6", low = 3, high = 5, grade = "own", source = "Test" }

[[effect]]
hook = "job_entry"
mechanism = "effort"
centre = 1.05
low = 0.9
high = 1.3
unit = "hazard ratio"
grade = "assumed"
rationale_da = "Fordi"
rationale_en = "Because"
source = "Test"
)";

constexpr const char* population_text = R"(id = "small"
title_da = "Lille"
title_en = "Small"
year = 2022
candidates = 1000
families = 400
families_per_site = 40
min_challenges = 1
youth_support_counts = true

[[margin]]
name = "child_placed"
fitted = true
tolerance = 0.01
target = { value = 0.32, unit = "share", low = 0.315, high = 0.325, grade = "measured", source = "Test" }
)";

constexpr const char* scenario_text = R"(title_da = "Prøve"
title_en = "Trial"
years = 4
seed = 1
draws = 2
law_year = 2022
discount_rate = 0.035
population = "small"
parameters = "parameters.csv"
prices = "2022"
strategies = ["own"]

[mechanisms]
harm = { on = false, why_da = "Fordi", why_en = "Because" }
)";

std::string content(const fs::path& file) {
  std::ostringstream text;
  text << std::ifstream{file}.rdbuf();
  return text.str();
}

}  // namespace

InputFolder::InputFolder() {
  static std::atomic<int> made{0};
  folder_ = fs::temp_directory_path() /
            fmt::format("samspil_inputs_{}_{}", ::getpid(), made.fetch_add(1));
  const fs::path shipped{build_info::source_scenarios_dir};
  for (const char* sub : {"strategies", "populations", "prices"}) {
    fs::create_directories(folder_ / sub);
  }
  for (const char* file : {"prices/2022.csv", "prices/payer_rules.csv", "prices/rates.csv",
                           "prices/indices.csv", "evidence.toml", "strategies/baseline.toml"}) {
    fs::copy_file(shipped / file, folder_ / file);
  }
  write("strategies/own.toml", strategy_text);
  write("populations/small.toml", population_text);
  write("parameters.csv", parameters_text());
  write("scenario.toml", scenario_text);
}

InputFolder::~InputFolder() {
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

void InputFolder::write(const std::string& file, const std::string& text) const {
  std::ofstream{folder_ / file, std::ios::binary} << text;
}

void InputFolder::replace(const std::string& file, const std::string& from,
                          const std::string& to) const {
  std::string text = content(folder_ / file);
  const std::size_t at = text.find(from);
  ASSERT_NE(at, std::string::npos) << file << " holds no " << from;
  text.replace(at, from.size(), to);
  write(file, text);
}

void InputFolder::set_first_row(const std::string& file, const std::string& key,
                                const std::string& row) const {
  std::string text = content(folder_ / file);
  const std::size_t begin = text.find("\n" + key + ",") + 1;
  ASSERT_NE(begin, 0U) << file << " holds no row " << key;
  text.erase(begin, text.find('\n', begin) + 1 - begin);
  if (!row.empty()) text.insert(text.find('\n') + 1, row + "\n");
  write(file, text);
}

std::vector<std::string> InputFolder::faults(const std::string& file) const {
  std::vector<std::string> lines;
  for (const Problem& problem : check_file(folder_ / file, folder_)) {
    lines.push_back(relative(problem.text(Language::en)));
  }
  return lines;
}

std::string InputFolder::relative(std::string text) const {
  const std::string prefix = folder_.string() + "/";
  for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
    text.erase(at, prefix.size());
  }
  return text;
}

std::string parameters_text() {
  constexpr std::array<const char*, 5> firsts{
      "initial_children_1", "initial_status_women_ordinary_job", "initial_status_men_ordinary_job",
      "initial_place_home", "initial_agency_none"};
  Parameters parameters;
  std::string text = "name,value,unit,low,high,grade,source\n";
  for (const ParameterSlot& slot : parameter_slots(parameters)) {
    if (slot.optional) continue;
    const bool first = std::find(firsts.begin(), firsts.end(), slot.name) != firsts.end();
    const double low = std::max(slot.lower, 0.0);  // some numbers divide, and may not be 0
    text += fmt::format("{},{},{},{:f},1,assumed,Test\n", slot.name,
                        first ? "1" : fmt::format("{:f}", low), slot.unit, low);
  }
  return text;
}

}  // namespace samspil
