#include "tests/cli/input_kinds.hpp"

#include <algorithm>

namespace samspil::test {
namespace {

constexpr const char* family = R"([case]
title = "One family"
price_level = 2022
first_year = 2023
years = 4
law_year = 2022
thresholds = "constant"
[[member]]
id = "mother"
kind = "adult"
age = 34
[[member]]
id = "child"
kind = "child"
age = 13
[[spell]]
member = "mother"
service = "cash_benefit"
from_week = 1
to_week = 208
weekly_amount = 3780
[[annual]]
member = "child"
service = "residential_institution"
amounts = [700_000, 700_000, 0, 0]
)";

constexpr const char* panel = R"(person,start,end,from,to,abuse
a,2019-01-01,2019-05-11,cash_benefit,ordinary_job,0
a,2019-05-11,2021-01-01,ordinary_job,,0
b,2019-01-01,2019-08-02,cash_benefit,ordinary_job,1
b,2019-08-02,2021-01-01,ordinary_job,sickness,1
c,2019-01-01,2020-01-04,cash_benefit,ordinary_job,0
d,2019-01-01,2021-01-01,cash_benefit,,1
e,2019-01-01,2020-06-01,cash_benefit,education,0
f,2019-01-01,2020-07-01,cash_benefit,ordinary_job,1
)";

constexpr const char* investment_case = R"([case]
title_en = "A case"
participants = 40
success_rate = 0.25
discount_rate = 0.035
first_year = 2026
price_level = 2026
[[cost]]
name = "Course"
time = 0
amount = 850_000
payer = "municipality"
department = "child_family"
one_off = true
[[consequence]]
name = "Benefits"
payer = "municipality"
department = "employment"
per_success = [60_000, 90_000]
)";

constexpr const char* targets =
    "target,use,form,value,error,count,n,unit,rule,cohort,group,comparison,title_en,title_da,"
    "source\n# what was seen\n"
    "a,calibrate,normal,4,0.5,,,percent,flow.placement_entry,c,,none,Placed,Anbragte,S\n"
    "b,validate,binomial,,,5,40,share,flow.parents_convicted,d,,none,Convicted,Dømte,S\n"
    "c,sign,normal,1,,,,points,flow.pension_rise,c,,none,Rises,Stiger,S\n";

constexpr const char* priors =
    "inputs,use,group,correlation,direction,low,high,data,source\n"
    "place_home_to_*,fit,practice,0.5,1,,,placements,S\nbreak_up,fit,,,,0.01,0.2,households,S\n"
    "job_end_first_year,keep,,,,,,job_spells,S\n";

std::string strategy_on(const std::string& id, const std::string& base) {
  return "id = \"" + id + "\"\nbase = \"" + base + "\"\ntitle_da = \"" + id + "\"\ntitle_en = \"" +
         id + "\"\n[levers]\n" +
         "wage = { value = 481_000, unit = \"kr. per caseworker-year\", low = 401_000, high = "
         "568_000, grade = \"own\", source = \"own accounts\" }\n";
}

/// Of the files that all.toml refers to.
std::vector<std::string> commands_of_reference(const std::string& file) {
  return {"run all.toml --years 1", "population all.toml", "explain caseload --scenario all.toml",
          "check all.toml", "check " + file};
}

}  // namespace

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  if (at != std::string::npos) text.replace(at, from.size(), to);
  return text;
}

EveryInput::EveryInput() {
  const auto same = [this](const char* name) { return shipped(name, "id", "id"); };
  const auto add = [this](const char* name, std::vector<std::string> commands, std::string text) {
    inputs_.push_back({name, std::move(commands), std::move(text)});
  };
  add("all.toml",
      {"run all.toml --years 1", "run all.toml --all", "population all.toml",
       "explain caseload --scenario all.toml", "explain --all --scenario all.toml",
       "check all.toml"},
      "title_da = \"Alt\"\ntitle_en = \"All\"\nyears = 2\nseed = 3\nfamilies = 80\n"
      "population = \"people.toml\"\nparameters = \"parameters.csv\"\nprices = \"prices.csv\"\n"
      "payer_rules = \"payer_rules.csv\"\nrates = \"rates.csv\"\nindices = \"indices.csv\"\n"
      "compare_with = \"present.toml\"\nstrategies = [\"own.toml\"]\nbreak_even = false\n");
  add("people.toml", commands_of_reference("people.toml"), small_population());
  inputs_.back().commands.push_back("population people.toml");
  add("own.toml", commands_of_reference("own.toml"), strategy_on("own", "basis.toml"));
  inputs_.back().commands.push_back("explain own.toml baseline");
  add("basis.toml", commands_of_reference("own.toml"), strategy_on("basis", "sammen_om_familien"));
  add("present.toml", commands_of_reference("present.toml"),
      strategy_on("present", "familiens_fremtid"));
  add("parameters.csv", commands_of_reference("parameters.csv"), same("parameters.csv"));
  add("prices.csv", commands_of_reference("prices.csv"), same("prices/2022.csv"));
  add("payer_rules.csv", commands_of_reference("payer_rules.csv"), same("prices/payer_rules.csv"));
  add("rates.csv", commands_of_reference("rates.csv"), same("prices/rates.csv"));
  add("indices.csv", commands_of_reference("indices.csv"), same("prices/indices.csv"));
  add("family.toml",
      {"family family.toml", "family good.toml --against family.toml", "check family.toml"},
      family);
  add("case.toml", {"case case.toml", "check case.toml"}, investment_case);
  add("panel.csv", {"calibrate --panel panel.csv", "check panel.csv"}, panel);
  add("study.toml", {"study study.toml", "check study.toml"}, same("studies/furesoe.toml"));
  const std::string fit = "calibrate fit.toml";
  add("fit.toml", {fit, "check fit.toml"},
      "scenario = \"all.toml\"\ntargets = \"targets.csv\"\npriors = \"priors.csv\"\n"
      "members = 3\nupdates = 1\nseed = 5\n[size]\ncandidates = 256\nfamilies = 20\n");
  add("targets.csv", {fit, "check fit.toml", "check targets.csv"}, targets);
  add("priors.csv", {fit, "check fit.toml", "check priors.csv"}, priors);
  for (const InputFile& file : inputs_) write(file.name, file.text);
  write("good.toml", family);
}

const InputFile& EveryInput::input(const std::string& name) const {
  const auto found = std::find_if(inputs_.begin(), inputs_.end(),
                                  [&](const InputFile& file) { return file.name == name; });
  EXPECT_NE(found, inputs_.end()) << name;
  return *found;
}

void EveryInput::expect_one_line(const std::string& words,
                                 const std::vector<std::string>& parts) const {
  const Outcome outcome = run(words);
  const bool checks = words.starts_with("check");
  const std::string& told = checks ? outcome.out : outcome.err;
  EXPECT_EQ(outcome.exit, 2) << words << '\n' << told;
  EXPECT_EQ(checks ? outcome.err : outcome.out, "") << words;
  EXPECT_EQ(lines_of(told).size(), 1U) << words << '\n' << told;
  for (const std::string& part : parts) {
    EXPECT_NE(told.find(part), std::string::npos) << words << "\nlacks " << part << ":\n" << told;
  }
}

void EveryInput::expect_refused(const InputFile& input, const std::string& text,
                                const std::vector<std::string>& parts) const {
  write(input.name, text);
  const auto before = files();
  std::vector<std::string> all{parts};
  all.push_back(input.name);
  for (const std::string& words : input.commands) expect_one_line(words, all);
  EXPECT_EQ(files(), before) << input.name;
  write(input.name, input.text);
}

void EveryInput::expect_refused(const std::string& name, const std::string& from,
                                const std::string& to,
                                const std::vector<std::string>& parts) const {
  expect_refused(input(name), replaced(input(name).text, from, to), parts);
}

void EveryInput::expect_taken(const std::string& name, const std::string& from,
                              const std::string& to) const {
  write(name, replaced(input(name).text, from, to));
  const Outcome outcome = run("check " + name);
  EXPECT_EQ(outcome.exit, 0) << name << ": " << to << '\n' << outcome.out << outcome.err;
  write(name, input(name).text);
}

}  // namespace samspil::test
