#include "model/cli/console.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "model/cli/terminal.hpp"
#include "model/core/unusable_isa.hpp"
#include "model/inputs/run_size.hpp"
#include "model/pages/run_page.hpp"
#include "model/render/text.hpp"
#include "model/words/problem.hpp"
#include "samspil_build_info.hpp"

namespace samspil::cli {
namespace {

/// Folder of the running program; empty where the system does not tell.
std::filesystem::path program_folder() {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

}  // namespace

Execution execution_of(int threads, const Ranks* ranks) {
  Execution execution{threads};
  execution.ranks = ranks;
  execution.stop_asked = stop_asked;
  return execution;
}

int code_of_fault() {
  try {
    throw;
  } catch (const Stopped& stopped) {
    return ended_by_signal + stopped.reason();
  } catch (const InputError&) {
    return bad_input;
  } catch (const UnusableIsa&) {
    return bad_input;
  } catch (...) {
    return could_not;
  }
}

void warn_of_scenario(const Scenario& scenario, Language language) {
  const std::string warning = last_known_warning(law_document(scenario), language);
  if (!warning.empty()) tell(warning);
  warn_of_inputs(scenario.warnings, language);
}

std::string warning_line(const Problem& warning, Language language) {
  return say(language, "run.input_warning", warning.text(language));
}

void warn_of_inputs(const std::vector<Problem>& warnings, Language language) {
  for (const Problem& warning : warnings) tell(warning_line(warning, language));
}

void print_pages(const Json& document, bool detail, Language language, Sign sign) {
  print(as_text(run_page(document, language, sign)));
  if (detail) print(as_text(run_detail(document, language, sign)));
}

std::filesystem::path shipped_folder() {
  const std::filesystem::path program = program_folder();
  const std::filesystem::path moved = program / build_info::scenarios_from_program;
  for (const std::filesystem::path& folder :
       {moved, std::filesystem::path{build_info::source_scenarios_dir},
        std::filesystem::path{build_info::install_scenarios_dir}}) {
    std::error_code ignored;
    if (std::filesystem::is_directory(folder, ignored)) return folder.lexically_normal();
  }
  return {};
}

std::filesystem::path find_input(const std::string& name) {
  std::error_code ignored;
  std::filesystem::path given{name};
  if (std::filesystem::exists(given, ignored) || given.is_absolute()) return given;
  for (const char* ending : {"", ".toml"}) {
    std::filesystem::path shipped = shipped_folder() / (name + ending);
    if (std::filesystem::is_regular_file(shipped, ignored)) return shipped;
  }
  return given;
}

std::filesystem::path find_shipped(const std::string& name, const std::filesystem::path& folder) {
  std::error_code ignored;
  if (std::filesystem::is_regular_file(name, ignored)) return name;
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    const std::filesystem::path& file = entry.path();
    if (file.extension() != ".toml") continue;
    if (name == file.stem() || name == file.filename()) return file;
    names.push_back(file.stem().string());
  }
  if (std::filesystem::exists(name, ignored)) return name;  // its reader says what it is
  std::sort(names.begin(), names.end());
  throw InputError{
      Problem{name, 0, "", {"fault.no_file"}, naming_or_path_advice(name, names, ".toml")}};
}

Origin origin() {
  return {std::string{build_info::version}, std::string{build_info::git_describe},
          std::string{build_info::compiler}};
}

std::string this_build() {
  const Origin program = origin();
  return fmt::format("{} ({}), {}", program.version, program.git, program.compiler);
}

void apply(const Common& common, Scenario& scenario) {
  if (common.seed) scenario.seed = *common.seed;
  if (common.draws) scenario.draws = *common.draws;
  if (common.replicates) scenario.replicates = *common.replicates;
  if (common.families) {
    scenario.families = *common.families;
    // So few that one draw would live them all, or more than there are.
    if (scenario.families_per_draw >= simulated_families(scenario)) scenario.families_per_draw = 0;
  }
  if (common.years) scenario.years = *common.years;
  if (common.cohort) scenario.cohort = CohortSize{*common.cohort, 0};
  if (common.cohort_parents) scenario.cohort = CohortSize{0, *common.cohort_parents};
  if (auto fault = fault_of_size(scenario)) {
    fault->name.insert(0, "--");
    fault->file = scenario.file;
    throw InputError{std::move(*fault)};
  }
}

}  // namespace samspil::cli
