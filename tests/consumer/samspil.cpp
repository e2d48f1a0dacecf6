// Everything, files too: reads the installed scenario and lets it live with few families.
#include <cstdio>
#include <exception>
#include <filesystem>

#include "model/loading/load.hpp"
#include "model/simulation/run.hpp"
#include "model/storage/make_report.hpp"
#include "model/storage/results_h5.hpp"

int main(int argc, char** argv) try {
  using namespace samspil;
  if (argc != 2) return 2;
  const std::filesystem::path scenarios = argv[1];
  Scenario scenario = load_scenario(scenarios / "default.toml", scenarios);
  scenario.families = 40;
  const RunResult result = run_scenario(scenario, Execution{}, {});
  const Report report = make_report(scenario, result);
  std::printf("consumer of samspil: %zu arms, hash %s\n", result.arms.size(), report.hash.c_str());
  return report.hash.size() == 16 && !is_results_file(scenarios / "default.toml") ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "consumer of samspil: %s\n", error.what());
  return 2;
}
