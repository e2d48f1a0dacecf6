#include "model/report/explain.hpp"

#include <algorithm>

#include "model/cli/console.hpp"
#include "model/cli/terminal.hpp"
#include "model/core/shown_text.hpp"
#include "model/loading/load.hpp"
#include "model/report/compare_results.hpp"
#include "model/report/strategy_difference.hpp"
#include "model/words/problem.hpp"
#include "model/words/words.hpp"

namespace samspil::cli {
namespace {

int explain_difference(const ExplainOptions& options) {
  const std::string &a = options.results.front(), &b = options.results.back();
  const ResultsComparison comparison = compare_results(read_stored_run(a), read_stored_run(b));
  if (options.json) {
    print(comparison_json(comparison));
  } else {
    print(say(options.language, "evidence.compared", shown(a), shown(b)) + '\n');
    print(comparison_text(comparison, options.language));
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
  print(difference_text(strategy_named(scenario, options.name),
                        strategy_named(scenario, options.other), options.language));
  return 0;
}

std::vector<Explanation> named(const std::vector<Explanation>& all, const ExplainOptions& options) {
  auto found = matching(all, options.name);
  if (!found.empty()) return found;
  std::vector<std::string> names;
  for (const Explanation& explanation : all) {
    for (const auto* name : {&explanation.name, &explanation.short_name, &explanation.label,
                             &explanation.other_label}) {
      const std::string small = lower_case(*name);
      const bool is_new = std::find(names.begin(), names.end(), small) == names.end();
      if (!small.empty() && is_new) names.push_back(small);
    }
  }
  throw InputError{Problem{"explain",
                           0,
                           options.name,
                           {"run.unknown_name"},
                           naming_advice(lower_case(options.name), names)}};
}

}  // namespace

int explain(const ExplainOptions& options) {
  const int asked = !options.name.empty() + options.all + !options.results.empty();
  if (asked != 1) {
    throw InputError{Problem{
        "explain", 0, "", {"evidence.ask_for_one"}, Message::as_is("samspil explain --help")}};
  }
  if (!options.results.empty()) return explain_difference(options);
  // A shipped strategy has a meaning whether or not the scenario runs it; the ledger is of the run.
  const Strategies strategies = options.all ? Strategies::as_written : Strategies::with_shipped;
  const Scenario scenario =
      load_scenario(find_input(options.scenario), shipped_folder(), strategies);
  if (!options.other.empty()) return explain_pair(scenario, options);
  const auto all = explanations(scenario, options.language);
  const auto found = options.all ? all : named(all, options);
  if (options.json) {
    print(ledger_json(found, options.language));
  } else if (options.all) {
    print(ledger_text(found, options.language));
  } else {
    for (std::size_t i = 0; i < found.size(); ++i) {
      if (i > 0) print("\n");
      print(explanation_text(found[i], options.language));
    }
  }
  return 0;
}

}  // namespace samspil::cli
