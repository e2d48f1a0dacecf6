#include "wasm/session.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>
#include <vector>

#include "model/appraisal/needed_people.hpp"
#include "model/appraisal/uncertainty.hpp"
#include "model/core/checksum.hpp"
#include "model/core/statistics.hpp"
#include "model/families/pool_parts.hpp"
#include "model/inputs/input_list.hpp"
#include "model/inputs/run_size.hpp"
#include "model/loading/load.hpp"
#include "model/pages/run_page.hpp"
#include "model/render/text.hpp"
#include "model/result/explain_document.hpp"
#include "model/result/family_document.hpp"
#include "model/result/run_document.hpp"
#include "model/result/values.hpp"
#include "model/simulation/cohorts.hpp"
#include "model/simulation/ground.hpp"
#include "model/simulation/matched_accounts.hpp"
#include "model/storage/make_report.hpp"
#include "model/storage/tables_csv.hpp"
#include "model/words/problem.hpp"
#include "samspil_build_info.hpp"

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

/// All that moves the people of year 0: files, and own numbers of the scenario.
std::uint64_t people_of(const Scenario& scenario) {
  std::uint64_t hash = fnv1a("");
  const auto add = [&](std::string_view text) { hash = fnv1a_of_text(text, hash); };
  add(scenario.population.text);
  add(scenario.parameter_table.text);
  add(std::to_string(scenario.seed));
  for (const bool is_on : scenario.mechanisms) add(is_on ? "on" : "off");
  for (const ParameterRow& row : scenario.parameter_table.rows) {
    if (row.quantity.grade == Grade::own) add(row.name + " " + std::to_string(row.quantity.value));
  }
  for (const Margin& margin : scenario.population.margins) {
    if (margin.target.grade == Grade::own) {
      add(margin.name + " " + std::to_string(margin.target.value));
    }
  }
  return hash;
}

/// The same with what their year 0 is priced by.
std::uint64_t priced_people_of(const Scenario& scenario) {
  std::uint64_t hash = people_of(scenario);
  const Catalogue& catalogue = scenario.catalogue;
  const auto add = [&](std::string_view text) { hash = fnv1a_of_text(text, hash); };
  for (const std::string* text :
       {&catalogue.text, &catalogue.rules_text, &catalogue.rates.text, &catalogue.indices.text}) {
    add(*text);
  }
  for (const CatalogueRow& row : catalogue.rows) add(std::to_string(row.price.value));
  add(std::to_string(catalogue.municipal_tax.value_or(0)));
  const Law& law = catalogue.law;
  for (const int number : {law.year, static_cast<int>(law.health), static_cast<int>(law.rollout),
                           catalogue.price_level}) {
    add(std::to_string(number));
  }
  return hash;
}

/// In the memory of the page, where nothing can be full or in the way.
void write(const fs::path& file, const std::string& text) { std::ofstream{file} << text; }

void write_files(const Json& files) {
  fs::remove_all(own_folder);
  fs::create_directories(own_folder);
  for (const auto& [name, text] : files.items()) {
    write(own_folder / fs::path{name}.filename(), text.get<std::string>());
  }
}

/// What the page must know of a scenario before it is run.
Json about(const Scenario& scenario) {
  return {{"strategies", list_of(scenario.strategies,
                                 [](const Strategy& strategy) -> Json {
                                   return {
                                       {"id", strategy.id},
                                       {"title", strategy.title_en},
                                       {"title_da", strategy.title_da},
                                       {"tried_on", strategy.tried_on_en},
                                       {"tried_on_da", strategy.tried_on_da},
                                       {"caseload", strategy.levers.caseload.value},
                                       {"present_caseload", strategy.levers.present_caseload.value},
                                       {"wage", strategy.levers.wage.value}};
                                 })},
          {"families", simulated_families(scenario)},
          {"draws", scenario.draws},
          {"families_per_draw", scenario.families_per_draw},
          {"years", scenario.years},
          {"first_year", calendar_year(scenario, 1)},
          {"own", list_of(input_list(scenario), [](const Input& input) -> Json {
             return input.quantity.grade == Grade::own ? Json(input.name) : Json();
           })}};
}

Json needed_of(const Report& report, const StrategyAppraisal& strategy,
               std::optional<double> worth_of_work) {
  return by_name(needed_change_names, [&](std::size_t change) -> Json {
    const auto people =
        needed_people(report, strategy, static_cast<NeededChange>(change), worth_of_work);
    if (!people) return nullptr;
    return {{"of", people->of},
            {"worth", people->worth},
            {"needed", or_null(people->needed)},
            {"moved",
             by_name(effect_level_names, [&](std::size_t level) { return people->moved[level]; })}};
  });
}

/// Without what is only told of and never reckoned with: every draw of the inputs copies it all.
Scenario lean(Scenario scenario) {
  for (std::string* text :
       {&scenario.text, &scenario.population.text, &scenario.parameter_table.text,
        &scenario.catalogue.text, &scenario.catalogue.rules_text, &scenario.catalogue.rates.text,
        &scenario.catalogue.indices.text, &scenario.evidence.text, &scenario.municipalities_text,
        &scenario.baseline.text}) {
    text->clear();
  }
  for (Strategy& strategy : scenario.strategies) {
    strategy.text.clear();
    strategy.base_texts.clear();
  }
  for (ParameterRow& row : scenario.parameter_table.rows) {
    row.quantity.source.clear();
    row.quantity.source_da.clear();
  }
  for (CatalogueRow& row : scenario.catalogue.rows) {
    row.price.source.clear();
    row.price.source_da.clear();
  }
  return scenario;
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

  Json load(const Json& question);
  Json population();
  Json run(const Json& question);
  Json told(const std::vector<std::optional<double>>& worths);
  Json cohorts(const Json& question);
  Json quantiles_of(const StrategyAppraisal& strategy) const;
  Json screen(const Json& question) const;
  Json tables() const;
  const Pool& pool_for(Scenario& sized, bool is_exact);
  std::uint64_t people = 0;  ///< Of `scenario`.
};

Json Session::State::load(const Json& question) {
  write_files(question.value("files", Json::object()));
  const fs::path file = own_folder / question.value("name", std::string{"udforsker.toml"});
  write(file, question.at("scenario").get<std::string>());
  const bool all_shipped = question.value("all_strategies", false);
  scenario =
      load_scenario(file, shipped, all_shipped ? Strategies::all_shipped : Strategies::as_written);
  people = people_of(*scenario);
  return about(*scenario);
}

Json Session::State::population() {
  const std::uint64_t prices = priced_people_of(*scenario);
  if (pool.families.empty() || pool_of_prices != prices) {
    report.reset();
    ground.reset();
    pool = make_pool(*scenario, Execution{}, {});
    pool_of_people = people;
    pool_of_prices = prices;
  }
  return {{"accepted", pool.families.size()}};
}

/// Where only prices have moved since the families were made, they are the same people; what they
/// cost in year 0 is then not known, and a run that must be exact makes them anew.
const Pool& Session::State::pool_for(Scenario& sized, bool is_exact) {
  const bool is_started =
      people == start_of_people && simulated_families(sized) <= start.families.size() && !is_exact;
  const bool is_made = !pool.families.empty() && pool_of_people == people;
  if (is_made && (!is_exact || pool_of_prices == priced_people_of(*scenario))) return pool;
  if (!is_started) {
    population();
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
    population();
    *ran = with_matched_accounts(std::move(*ran), pool, execution);
  }
  const Pool& families = pool_for(*ran, question.value("exact", false));
  ground = std::make_unique<Ground>(*ran, execution, progress, &families);
  all = run_with_draws(*ran, *ground, execution, progress);
  std::vector<StrategyBreakEven> break_even;
  if (ran->break_even) {
    break_even = find_break_even(*ran, *ground, all, execution, progress);
  }
  std::vector<std::optional<double>> worths;
  const std::uint64_t sites = std::min<std::uint64_t>(all.central.sites, usual_sites_per_draw);
  for (std::size_t i = 0; i < ran->strategies.size(); ++i) {
    worths.push_back(worth_of_work(*ran, *ground, execution, i, sites));
  }
  ran->population.own_frailty = scenario->population.own_frailty;
  report.emplace(make_report(*ran, all.central, all.draws ? &*all.draws : nullptr));
  if (ran->break_even && all.varied_draws) report->varied_draws = &*all.varied_draws;
  report->break_even = std::move(break_even);
  return told(worths);
}

/// Of the run at hand.
Json Session::State::told(const std::vector<std::optional<double>>& worths) {
  document = run_document(
      *report, Origin{std::string{build_info::version}, std::string{build_info::git_describe},
                      std::string{build_info::compiler}});
  Json quantiles = Json::object(), needed = Json::object();
  for (const StrategyAppraisal& strategy : report->appraisal.strategies) {
    const std::string& id = ran->strategies[strategy.strategy].id;
    quantiles[id] = quantiles_of(strategy);
    // Small counts of real families are hidden in the document; these would tell them.
    needed[id] = ran->own_families ? Json::object()
                                   : needed_of(*report, strategy, worths[strategy.strategy]);
  }
  return {{"document", document}, {"quantiles", quantiles}, {"needed", needed}};
}

/// Of the municipality's net result over the draws: twenty that are equally likely, by level.
Json Session::State::quantiles_of(const StrategyAppraisal& strategy) const {
  if (!all.draws) return nullptr;
  return by_name(effect_level_names, [&](std::size_t level) {
    constexpr int dots = 20;
    std::vector<double> saved =
        expected_saving(*all.draws, strategy.at(static_cast<EffectLevel>(level)).arm,
                        index_of(Purse::municipality));
    std::sort(saved.begin(), saved.end());
    Json list = Json::array();
    for (int i = 0; i < dots; ++i) list.push_back(percentile(saved, (i + 0.5) / dots));
    return list;
  });
}

Json Session::State::cohorts(const Json& question) {
  Scenario at = at_values(*scenario);
  population();
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
  const Language language =
      question.value("language", std::string{"en"}) == "da" ? Language::da : Language::en;
  std::string text = as_text(run_page(document, language));
  if (question.value("detail", false)) text += as_text(run_detail(document, language));
  return {{"text", text}};
}

Json Session::State::tables() const {
  Json tables = Json::object();
  if (report) {
    for (const WrittenTable& table : csv_tables(*report)) tables[table.name] = table.text;
  }
  return tables;
}

Session::Session() : state_{std::make_unique<State>()} {}
Session::~Session() = default;

Json Session::answer(const Json& question) try {
  const std::string what = question.at("do").get<std::string>();
  if (what == "load") return state_->load(question);
  if (what == "population") return state_->population();
  if (what == "inputs") return explain_document(*state_->scenario);
  if (what == "run") return state_->run(question);
  if (what == "screen") return state_->screen(question);
  if (what == "tables") return state_->tables();
  if (what == "cohorts") return state_->cohorts(question);
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

std::string Session::start_of(std::uint64_t families) {
  state_->population();
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
  return std::to_string(people_of(scenario)) + "\n" + bytes_of(first);
}

void Session::take_start(std::string_view bytes) {
  const std::size_t head = bytes.find('\n');
  state_->start_of_people = std::stoull(std::string{bytes.substr(0, head)});
  state_->start = pool_of(bytes.substr(head + 1));
}

}  // namespace samspil
