#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/core/lower_case.hpp"
#include "model/core/shown_text.hpp"
#include "model/loading/load.hpp"
#include "model/pages/explain_page.hpp"
#include "model/pages/results_difference_page.hpp"
#include "model/pages/strategy_difference_page.hpp"
#include "model/render/json.hpp"
#include "model/render/text.hpp"
#include "model/result/explain_document.hpp"
#include "model/result/strategy_difference.hpp"
#include "model/storage/compared_run.hpp"
#include "model/words/problem.hpp"
#include "model/words/words.hpp"

namespace samspil::cli {
namespace {

/// The document itself, or its page as wide as the terminal.
int show(const Json& document, const Page& page, const ExplainOptions& options) {
  print(options.json ? as_json_text(document) : as_text(page, columns_of_stdout()));
  return 0;
}

int explain_difference(const ExplainOptions& options) {
  const std::string &a = options.results.front(), &b = options.results.back();
  const Json document =
      results_difference(compared_run(read_stored_run(a)), compared_run(read_stored_run(b)));
  if (options.json) {
    print(as_json_text(document));
  } else {
    print(say(options.language, "evidence.compared", shown(a), shown(b)) + '\n');
    print(as_text(results_difference_page(document, options.language), columns_of_stdout()));
  }
  return 0;
}

/// A strategy by its id, shipped or named by the scenario; else by the path of its file.
Strategy strategy_named(const Scenario& scenario, const std::string& name) {
  if (name.ends_with(".toml")) {
    return load_strategy(find_input(name), shipped_folder(), scenario.evidence);
  }
  std::vector<std::string> ids{scenario.baseline.id};
  for (const Strategy& strategy : scenario.strategies) {
    if (strategy.id == name) return strategy;
    ids.push_back(strategy.id);
  }
  if (name == scenario.baseline.id) return scenario.baseline;
  throw InputError{
      Problem{"explain", 0, name, {"compare.unknown_strategy"}, naming_advice(name, ids)}};
}

int explain_pair(const Scenario& scenario, const ExplainOptions& options) {
  const Json document = strategy_difference(strategy_named(scenario, options.name),
                                            strategy_named(scenario, options.other));
  return show(document, strategy_difference_page(document, options.language), options);
}

/// Throws InputError with near names where there is none.
Json named(const Json& document, const std::string& name) {
  Json found = entries_named(document, name);
  if (!found.at("entries").empty()) return found;
  std::vector<std::string> names;
  for (const Json& entry : document.at("entries")) {
    for (const char* key : {"name", "short_name", "label", "label_da"}) {
      if (!entry.contains(key) || entry.at(key).is_null()) continue;
      std::string small = lower_case(entry.at(key).get<std::string>());
      if (std::find(names.begin(), names.end(), small) == names.end()) {
        names.push_back(std::move(small));
      }
    }
  }
  throw InputError{
      Problem{"explain", 0, name, {"run.unknown_name"}, naming_advice(lower_case(name), names)}};
}

}  // namespace

int explain(const ExplainOptions& options) {
  const int asked = !options.name.empty() + options.all + !options.results.empty();
  if (asked != 1) {
    throw InputError{Problem{
        "explain", 0, "", {"evidence.ask_for_one"}, Message::as_is("samspil explain --help")}};
  }
  if (!options.results.empty()) return explain_difference(options);
  // A shipped strategy has a meaning whether or not the scenario runs it; --all is of the run.
  const Strategies strategies = options.all ? Strategies::as_written : Strategies::with_shipped;
  const Scenario scenario =
      load_scenario(find_input(options.scenario), shipped_folder(), strategies);
  if (!options.other.empty()) return explain_pair(scenario, options);
  const Json all = explain_document(scenario);
  const Language language = options.language;
  if (options.all) return show(all, names_page(all, language), options);
  if (const auto readings = readings_of(options.name, language); !readings.empty()) {
    const Json found = entries_with_number(all, readings);
    return show(found, number_page(found, language), options);
  }
  const Json found = named(all, options.name);
  return show(found, explain_page(found, language), options);
}

}  // namespace samspil::cli
