#include "wasm/session.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "model/appraisal/threshold_people.hpp"
#include "model/inputs/run_size.hpp"
#include "model/loading/load.hpp"
#include "model/pages/run_page.hpp"
#include "model/render/text.hpp"
#include "model/render/workbook.hpp"
#include "model/result/explain_document.hpp"
#include "model/result/family_document.hpp"
#include "model/result/run_document.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"
#include "model/simulation/cohorts.hpp"
#include "model/simulation/ground.hpp"
#include "model/simulation/matched_accounts.hpp"
#include "model/storage/excel_csv.hpp"
#include "model/storage/make_report.hpp"
#include "model/storage/tables_csv.hpp"
#include "model/words/problem.hpp"
#include "samspil_build_info.hpp"
#include "wasm/scenario_facts.hpp"
#include "wasm/session_case.hpp"
#include "wasm/start_bytes.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;

const fs::path shipped{"/scenarios"};
const fs::path own_folder{"/own"};

Json faults_json(const InputError& error) {
  return {{"faults", list_of(error.problems(), [](const Problem& problem) -> Json {
             return {{"en", problem.text(Language::en)},
                     {"da", problem.text(Language::da)},
                     {"name", problem.name},
                     {"line", problem.line}};
           })}};
}

/// In the memory of the page, where nothing can be full or in the way.
void write(const fs::path& file, const std::string& text) { std::ofstream{file} << text; }

/// Makes the page's own folder the one that names of files are told from.
void stand_in_own_folder() {
  fs::create_directories(own_folder);
  fs::current_path(own_folder);
}

void write_files(const Json& files) {
  fs::current_path("/");
  fs::remove_all(own_folder);
  stand_in_own_folder();
  for (const auto& [name, text] : files.items()) {
    write(fs::path{name}.filename(), text.get<std::string>());
  }
}

/// What one parent more in work saves the municipality a year, by strategy; nothing where it is not
/// known.
using Worths = std::vector<std::optional<double>>;

Json threshold_json(const Report& report, const StrategyAppraisal& strategy,
                    std::optional<double> worth_of_work) {
  return by_name(threshold_change_names, [&](std::size_t change) -> Json {
    const auto people =
        threshold_people(report, strategy, static_cast<ThresholdChange>(change), worth_of_work);
    if (!people) return nullptr;
    return {{"of", people->of},
            {"worth", people->worth},
            {"needed", or_null(people->needed)},
            {"moved",
             by_name(effect_level_names, [&](std::size_t level) { return people->moved[level]; })}};
  });
}

Language language_of(const Json& question) {
  return question.value("language", std::string{"en"}) == "da" ? Language::da : Language::en;
}

}  // namespace

struct Session::State {
  std::optional<Scenario> scenario;  ///< As it was loaded.
  Pool pool;
  std::uint64_t pool_of_people = 0, pool_of_prices = 0;
  Pool start;  ///< In turn the first families of the scenario that it was made of.
  std::uint64_t start_of_people = 0;

  // The last run; the report refers to it.
  std::optional<Scenario> ran;
  std::unique_ptr<Ground> ground;
  RunAndDraws all;
  std::optional<Report> report;
  Json document;

  /// Of the same priced people, by strategy.
  std::map<std::string, std::optional<double>> known_worths;
  std::uint64_t worths_of_prices = 0;

  Json case_document;  ///< The last investment case.
  std::string made;    ///< The last file.

  Json load(const Json& question);
  void make_population();
  Json run(const Json& question);
  Worths worths(const std::string& wanted);
  Json told(const Worths& worths);
  Json cohorts(const Json& question);
  Json investment_case(const Json& question);
  Json make(const Json& question);
  Json screen(const Json& question) const;
  Json tables(const Json& question) const;
  const Pool& pool_for(Scenario& sized, bool is_exact);
  std::uint64_t people = 0;  ///< Of `scenario`.
};

Json Session::State::load(const Json& question) {
  write_files(question.value("files", Json::object()));
  const fs::path file = question.value("name", std::string{"samspil.toml"});
  write(file, question.at("scenario").get<std::string>());
  const bool all_shipped = question.value("all_strategies", false);
  scenario =
      load_scenario(file, shipped, all_shipped ? Strategies::all_shipped : Strategies::as_written);
  people = people_of(*scenario);
  return about(*scenario);
}

void Session::State::make_population() {
  const std::uint64_t prices = priced_people_of(*scenario);
  if (pool.families.empty() || pool_of_prices != prices) {
    report.reset();
    ground.reset();
    pool = make_pool(*scenario, Execution{}, {});
    pool_of_people = people;
    pool_of_prices = prices;
  }
}

/// Where only prices have moved since the families were made, they are the same people; what they
/// cost in year 0 is then not known, and a run that must be exact makes them anew.
const Pool& Session::State::pool_for(Scenario& sized, bool is_exact) {
  const bool is_started =
      people == start_of_people && simulated_families(sized) <= start.families.size() && !is_exact;
  const bool is_made = !pool.families.empty() && pool_of_people == people;
  if (is_made && (!is_exact || pool_of_prices == priced_people_of(*scenario))) return pool;
  if (!is_started) {
    make_population();
    return pool;
  }
  // Read and not made: taken in turn, and nothing said of what they cost in year 0.
  sized.population.own_frailty.emplace();
  return start;
}

Json Session::State::run(const Json& question) {
  report.reset();
  ground.reset();
  ran = question.value("lean", false) ? lean(*scenario) : *scenario;
  const auto resize = [&](const char* name, std::uint32_t& size) {
    size = question.value(name, size);
  };
  resize("families", ran->families);
  resize("draws", ran->draws);
  resize("families_per_draw", ran->families_per_draw);
  ran->break_even = question.value("break_even", ran->break_even);
  if (auto fault = fault_of_size(*ran)) {
    fault->file = ran->file;
    throw InputError{*fault};
  }
  const Execution execution;
  const Progress progress;
  if (ran->own_order.match) {
    make_population();
    *ran = with_matched_accounts(std::move(*ran), pool, execution);
  }
  const Pool& families = pool_for(*ran, question.value("exact", false));
  ground = std::make_unique<Ground>(*ran, execution, progress, &families);
  all = run_with_draws(*ran, *ground, execution, progress);
  std::vector<StrategyBreakEven> break_even;
  if (ran->break_even) {
    break_even = find_break_even(*ran, *ground, all, execution, progress);
  }
  const Worths worths = this->worths(question.value("worth_of_work", std::string{"reckoned"}));
  ran->population.own_frailty = scenario->population.own_frailty;
  report.emplace(make_report(*ran, all.central, all.draws ? &*all.draws : nullptr));
  if (ran->break_even && all.varied_draws) report->varied_draws = &*all.varied_draws;
  report->break_even = std::move(break_even);
  Json answer = told(worths);
  answer["exact"] = &families == &pool && pool_of_prices == priced_people_of(*scenario);
  return answer;
}

/// Of the run at hand: "reckoned"; "known": what an earlier run of the same families and prices
/// found, since staff and numbers hardly move it; else nothing.
Worths Session::State::worths(const std::string& wanted) {
  const std::uint64_t prices = priced_people_of(*scenario);
  if (worths_of_prices != prices) known_worths.clear();
  worths_of_prices = prices;
  const std::uint64_t sites = std::min<std::uint64_t>(all.central.sites, usual_sites_per_draw);
  Worths found;
  for (std::size_t i = 0; i < ran->strategies.size(); ++i) {
    const std::string& id = ran->strategies[i].id;
    if (wanted == "reckoned") known_worths[id] = worth_of_work(*ran, *ground, {}, i, sites);
    const auto known = known_worths.find(id);
    const bool is_told = wanted != "none" && known != known_worths.end();
    found.push_back(is_told ? known->second : std::nullopt);
  }
  return found;
}

/// Of the run at hand.
Json Session::State::told(const Worths& worths) {
  document = run_document(
      *report, Origin{std::string{build_info::version}, std::string{build_info::git_describe},
                      std::string{build_info::compiler}});
  Json twenty = Json::object(), threshold = Json::object();
  for (const StrategyAppraisal& strategy : report->appraisal.strategies) {
    const std::string& id = ran->strategies[strategy.strategy].id;
    twenty[id] = twenty_by_level(*report, strategy);
    // Small counts of real families are hidden in the document; these would tell them.
    threshold[id] = ran->own_families
                        ? Json::object()
                        : threshold_json(*report, strategy, worths[strategy.strategy]);
  }
  return {{"document", document}, {"twenty", twenty}, {"threshold", threshold}};
}

Json Session::State::cohorts(const Json& question) {
  Scenario at = at_values(*scenario);
  make_population();
  const auto families = question.at("families").get<std::uint64_t>();
  at.families = static_cast<std::uint32_t>(scenario->population.families);
  at.seed += question.value("first", 0U);
  const auto per_site = static_cast<std::uint64_t>(at.population.families_per_site);
  const CohortPlan plan{families, families, (families + per_site - 1) / per_site, 1,
                        question.at("cohorts").get<std::uint32_t>()};
  const CohortRuns runs = run_cohorts(at, pool, plan, Execution{}, {});
  Json all_cohorts = Json::array();
  const std::size_t centre = runs.arms.size() - 1;
  for (std::uint64_t i = 0; i < plan.cohorts(); ++i) {
    Ore saved = 0;
    for (int year = 1; year <= at.years; ++year) {
      const std::size_t own = index_of(Purse::municipality);
      saved +=
          runs.cost(i, runs.arms[centre].reference, year, own) - runs.cost(i, centre, year, own);
    }
    all_cohorts.push_back(static_cast<double>(saved) / 100);
  }
  return {{"municipality", all_cohorts}};
}

Json Session::State::screen(const Json& question) const {
  const Language language = language_of(question);
  std::string text = as_text(run_page(document, language));
  if (question.value("detail", false)) text += as_text(run_detail(document, language));
  return {{"text", text}};
}

Json Session::State::investment_case(const Json& question) {
  fs::path file = shipped / "templates" / "case.en.toml";
  if (question.contains("case")) {
    stand_in_own_folder();
    file = "case.toml";
    write(file, question.at("case").get<std::string>());
  }
  Json found = appraised_case(file);
  case_document = found.at("document");
  return found;
}

Json Session::State::make(const Json& question) {
  const std::string what = question.at("file").get<std::string>();
  const Language language = language_of(question);
  if (what == "case.xlsx") {
    made = case_workbook(case_document, "case.toml", language);
    return {{"bytes", made.size()}};
  }
  if (ran->own_families) {  // a report would tell of single families, which are real
    throw InputError{Problem{ran->file, 0, what, {"fault.own_told"}, {"remedy.own_told"}}};
  }
  made = run_workbook(document, "samspil.h5", language);
  return {{"bytes", made.size()}};
}

/// In Danish as `--csv-style excel-da` writes them.
Json Session::State::tables(const Json& question) const {
  Json tables = Json::object();
  if (!report) return tables;
  const bool is_danish = language_of(question) == Language::da;
  for (WrittenTable& table : csv_tables(*report)) {
    if (is_danish) table = in_danish_excel(table);
    tables[table.name] = table.text;
  }
  return tables;
}

Session::Session() : state_{std::make_unique<State>()} {}
Session::~Session() = default;

Json Session::answer(const Json& question) try {
  const std::string what = question.at("do").get<std::string>();
  if (what == "load") return state_->load(question);
  if (what == "inputs") return explain_document(*state_->scenario);
  if (what == "run") return state_->run(question);
  if (what == "screen") return state_->screen(question);
  if (what == "tables") return state_->tables(question);
  if (what == "cohorts") return state_->cohorts(question);
  if (what == "case") return state_->investment_case(question);
  if (what == "make") return state_->make(question);
  if (what == "family") {
    const fs::path file = fs::path{question.at("file").get<std::string>()}.filename();
    const LoadedFamily loaded = load_family(shipped / "templates" / file, shipped);
    return family_document(AccountedFamily{loaded.family, loaded.catalogue}, nullptr);
  }
  return {{"faults", {{{"en", "no such question"}, {"da", "intet sådant spørgsmål"}}}}};
} catch (const InputError& error) {
  return faults_json(error);
} catch (const std::exception& error) {
  return {{"faults", {{{"en", error.what()}, {"da", error.what()}}}}};
}

std::string_view Session::made() const { return state_->made; }

std::string Session::start_of(std::uint64_t families) {
  state_->make_population();
  const Pool& pool = state_->pool;
  const Scenario& scenario = *state_->scenario;
  const StratifiedDraw draw = stratified_draw(pool, scenario.population);
  Pool first;
  for (std::uint64_t i = 0; i < families; ++i) {
    const std::uint32_t k = draw.member({scenario.seed, 0}, i);
    Family family = pool.families[k];
    const auto people = pool.people.begin() + family.first;
    family.first = static_cast<std::uint32_t>(first.people.size());
    first.people.insert(first.people.end(), people, people + family.state.members);
    first.families.push_back(family);
    first.profiles.push_back(pool.profiles[k]);
    first.cost.push_back(pool.cost[k]);
    first.weights.push_back(1);
  }
  first.candidates = pool.candidates;
  return std::to_string(people_of(scenario)) + "\n" + start_bytes(first);
}

void Session::take_start(std::string_view bytes) {
  const std::size_t head = bytes.find('\n');
  state_->start_of_people = std::stoull(std::string{bytes.substr(0, head)});
  state_->start = pool_of_start(bytes.substr(head + 1));
}

}  // namespace samspil
