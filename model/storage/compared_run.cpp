#include "model/storage/compared_run.hpp"

#include "model/loading/input_entries.hpp"

namespace samspil {

ComparedRun compared_run(const StoredRun& stored) try {
  ComparedRun run;
  run.hash = stored.hash;
  run.settings = {{"version", stored.version},
                  {"git", stored.git},
                  {"compiler", stored.compiler},
                  {"seed", std::to_string(stored.seed)},
                  {"draws", std::to_string(stored.draws)},
                  {"replicates", std::to_string(stored.replicates)},
                  {"families_per_draw", std::to_string(stored.families_per_draw)},
                  {"families", std::to_string(stored.families)},
                  {"years", std::to_string(stored.years)}};
  for (const auto& [name, text] : stored.inputs) {
    InputEntries found = entries_of(name, text);
    run.inputs.push_back({name, text, std::move(found.title), std::move(found.entries)});
  }
  run.net_results = Json::object();
  for (const StoredNet& net : stored.net) {
    run.net_results[net.strategy] = {{"municipality", net.municipality},
                                     {"public", net.public_total}};
  }
  return run;
} catch (const InputError& error) {
  throw fault_of_inputs(stored, error);
}

}  // namespace samspil
