// Runs a shipped scenario and prints what `samspil run` prints: samspil SCENARIO FAMILIES.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <nlohmann/json.hpp>

#include "model/loading/load.hpp"
#include "model/pages/run_page.hpp"
#include "model/render/text.hpp"
#include "model/result/run_document.hpp"
#include "model/simulation/run.hpp"
#include "model/storage/make_report.hpp"

int main(int argc, char** argv) try {
  using namespace samspil;
  if (argc != 3) {
    std::fputs("usage: samspil SCENARIO FAMILIES\n", stderr);
    return 2;
  }
  Scenario scenario = load_scenario(argv[1], "/scenarios");
  scenario.families = static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10));
  const RunResult result = run_scenario(scenario, Execution{}, {});
  const Json document = run_document(make_report(scenario, result), Origin{});
  std::fputs(as_text(run_page(document, Language::en)).c_str(), stdout);
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "%s\n", error.what());
  return 1;
}
