#include "model/report/explain.hpp"

#include <fmt/core.h>

#include <algorithm>

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
      for (const auto* name : {&explanation.name, &explanation.label, &explanation.other_label}) {
        const std::string small = lower_case(*name);
        const bool is_new = std::find(names.begin(), names.end(), small) == names.end();
        if (!small.empty() && is_new) names.push_back(small);
      }
    }
    throw InputError{Problem{"explain", 0, options.name, say(options.language, Word::unknown_name),
                             naming_advice(lower_case(options.name), names)}};
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    fmt::print("{}{}", i > 0 ? "\n" : "", explanation_text(found[i], options.language));
  }
  return 0;
}

}  // namespace samspil::cli
