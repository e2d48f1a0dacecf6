#include "model/cli/console.hpp"

#include <fmt/core.h>
#include <unistd.h>

#include <csignal>
#include <cstdio>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "model/core/problem.hpp"
#include "model/inputs/run_size.hpp"
#include "model/report/law_and_prices.hpp"
#include "model/report/ledger_words.hpp"
#include "samspil_build_info.hpp"

namespace samspil::cli {
namespace {

volatile std::sig_atomic_t signal_caught = 0;

void on_signal(int signal) { signal_caught = signal; }

int stop_asked() { return signal_caught; }

std::string_view stage_word(std::string_view stage, Language language) {
  if (stage == "population") return phrase(Word::stage_population, language);
  if (stage == "simulation") return phrase(Word::stage_simulation, language);
  if (stage == "mechanisms") return phrase(Word::stage_mechanisms, language);
  if (stage == "what_matters") return phrase(LedgerWord::stage_what_matters, language);
  return stage;
}

/// Says how far the work is, no oftener than it helps.
class ProgressPrinter {
 public:
  explicit ProgressPrinter(Language language)
      : language_{language}, is_terminal_{isatty(STDERR_FILENO) == 1} {}
  ProgressPrinter(const ProgressPrinter&) = delete;
  ProgressPrinter& operator=(const ProgressPrinter&) = delete;
  ~ProgressPrinter() {
    if (is_terminal_ && has_printed_) std::fputs("\r\033[K", stderr);
  }

  void show(double share, std::string_view stage) {
    const int step = static_cast<int>(share * (is_terminal_ ? 100 : 4));
    if (stage == stage_ && step == step_) return;
    stage_ = stage;
    step_ = step;
    if (is_terminal_) {
      constexpr int width = 40;
      const auto done = static_cast<std::size_t>(share * width);
      fmt::print(stderr, "\r\033[K[{:<{}}] {:3.0f} % {}", std::string(done, '#'), width,
                 100 * share, stage_word(stage, language_));
    } else {
      fmt::print(stderr, "{} {:.0f} %\n", stage_word(stage, language_), 100 * share);
    }
    std::fflush(stderr);
    has_printed_ = true;
  }

 private:
  Language language_;
  bool is_terminal_;
  bool has_printed_ = false;
  std::string stage_;
  int step_ = -1;
};

/// Folder of the running program; empty where the system does not tell.
std::filesystem::path program_folder() {
  std::error_code ignored;
  return std::filesystem::read_symlink("/proc/self/exe", ignored).parent_path();
}

InputError not_writable(const std::filesystem::path& path, const std::string& why) {
  return InputError{Problem{path.string(), 0, "", "cannot be written (" + why + ")",
                            "give a path in an existing folder that is yours"}};
}

}  // namespace

void watch_for_interruption() {
  std::signal(SIGINT, on_signal);
  std::signal(SIGTERM, on_signal);
}

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
  } catch (...) {
    return could_not;
  }
}

Progress progress_on_stderr(Language language) {
  return [printer = std::make_shared<ProgressPrinter>(language)](double share, const char* stage) {
    printer->show(share, stage);
  };
}

void warn_of_last_known(const Scenario& scenario, Language language) {
  const std::string warning = last_known_warning(scenario, language);
  if (!warning.empty()) fmt::print(stderr, "{}\n", warning);
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

void require_writable(const std::filesystem::path& file) {
  std::error_code ignored;
  if (std::filesystem::is_directory(file, ignored)) throw not_writable(file, "it is a folder");
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  if (!std::filesystem::is_directory(folder, ignored)) {
    throw not_writable(file, "there is no folder " + folder.string());
  }
  if (access(folder.c_str(), W_OK) != 0) throw not_writable(file, "no permission");
}

void require_writable_folder(const std::filesystem::path& folder) {
  std::error_code ignored;
  std::filesystem::path existing = std::filesystem::absolute(folder);
  while (existing.has_relative_path() && !std::filesystem::exists(existing, ignored)) {
    existing = existing.parent_path();
  }
  if (!std::filesystem::is_directory(existing, ignored)) {
    throw not_writable(folder, existing.string() + " is no folder");
  }
  if (access(existing.c_str(), W_OK) != 0) throw not_writable(folder, "no permission");
}

void require_printed() {
  if (std::fflush(stdout) != 0) throw std::runtime_error("cannot write the result to stdout");
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
  if (common.families) scenario.families = *common.families;
  if (common.years) scenario.years = *common.years;
  if (auto fault = fault_of_size(scenario)) {
    fault->name.insert(0, "--");
    fault->file = scenario.file;
    throw InputError{std::move(*fault)};
  }
}

}  // namespace samspil::cli
