#include "model/report/explain_evidence.hpp"

#include <fmt/core.h>

#include "model/inputs/used_in.hpp"

namespace samspil {

void add_evidence(const std::vector<Input>& inputs, Language language,
                  std::vector<Explanation>& all) {
  for (const Input& input : inputs) {
    if (input.kind != EntryKind::evidence) continue;
    Explanation added;
    added.name = input.name;
    added.kind = "kind.evidence";
    added.facts = quantity_facts(input.quantity, input.file, language);
    added.entry = quantity_entry(input.quantity, input.file);
    for (const ReadingPlace& place : readers_of(input.member)) {
      const std::string used = fmt::format("{} in {}", place.function, place.file);
      added.facts.push_back({"run.used_in", used});
      added.entry.used_in.push_back(used);
    }
    all.push_back(std::move(added));
  }
}

}  // namespace samspil
