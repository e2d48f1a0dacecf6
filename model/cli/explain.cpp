#include "model/report/explain.hpp"

#include <fmt/core.h>

#include "model/cli/console.hpp"
#include "model/core/near_names.hpp"
#include "model/core/problem.hpp"
#include "model/inputs/load.hpp"

namespace samspil::cli {

int explain(const ExplainOptions& options) {
  const Scenario scenario = load_scenario(find_input(options.scenario), shipped_folder());
  const auto all = explanations(scenario, options.language);
  const auto found = matching(all, options.name);
  if (found.empty()) {
    std::vector<std::string> names;
    for (const Explanation& explanation : all) {
      names.push_back(explanation.name);
      if (!explanation.label.empty()) names.push_back(explanation.label);
    }
    throw InputError{Problem{"explain", 0, options.name, say(options.language, Word::unknown_name),
                             naming_advice(options.name, names)}};
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    fmt::print("{}{}", i > 0 ? "\n" : "", explanation_text(found[i], options.language));
  }
  return 0;
}

}  // namespace samspil::cli
