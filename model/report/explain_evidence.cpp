#include "model/report/explain_evidence.hpp"

#include <fmt/core.h>

namespace samspil {

void add_evidence(const EvidenceRule& rule, Language language, std::vector<Explanation>& all) {
  const auto add = [&](std::string name, const Quantity& quantity, std::string_view function) {
    Explanation added;
    added.name = std::move(name);
    added.kind = "kind.evidence";
    added.facts = quantity_facts(quantity, rule.file, language);
    const std::string used = fmt::format("{} in model/inputs/evidence.cpp", function);
    added.facts.push_back({"run.used_in", used});
    added.entry = quantity_entry(quantity, rule.file);
    added.entry.used_in.push_back(used);
    all.push_back(std::move(added));
  };
  add("evidence.prior_spread", rule.prior_spread, "shrinkage");
  for (std::size_t i = 0; i < index_of(Design::none); ++i) {
    add(fmt::format("evidence.error.{}", design_names[i]), rule.error[i], "shrinkage");
  }
  for (std::size_t i = 1; i < common_factor_count; ++i) {
    add(fmt::format("evidence.correlation.{}", common_factor_names[i]), rule.together[i],
        "correlation");
  }
}

}  // namespace samspil
