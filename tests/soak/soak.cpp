#include "tests/soak/soak.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdlib>
#include <exception>
#include <mutex>
#include <optional>
#include <sstream>
#include <thread>

#include "tests/soak/judge.hpp"
#include "tests/soak/mutators.hpp"

namespace samspil::test {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t most_kept_of_a_kind = 3;
constexpr double seconds_between_lines = 5;

std::vector<std::string> words_of(const std::string& command) {
  std::istringstream stream{command};
  return {std::istream_iterator<std::string>{stream}, {}};
}

fs::path new_folder(const char* name) {
  std::string pattern = (fs::temp_directory_path() / name).string() + "_XXXXXX";
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no folder: " + pattern);
  return pattern;
}

/// What the workers share.
class Ledger {
 public:
  explicit Ledger(const SoakPlan& plan) : plan_{plan} {}

  /// The number of the next mutant, or nothing when all or the time are done.
  std::optional<std::uint32_t> next() {
    if (seconds() >= plan_.minutes * 60 || has_failed_) return std::nullopt;
    const std::uint32_t mine = next_++;
    if (mine >= plan_.mutants) return std::nullopt;
    return plan_.first + mine;
  }

  void count_mutant() { ++mutants_; }

  void count_run(const ChildRun& run) {
    const std::lock_guard lock{mutex_};
    ++tally_.runs;
    if (run.exit >= 0 && run.exit <= 2) ++tally_.exits[static_cast<std::size_t>(run.exit)];
  }

  /// The number of the folder in which to keep it, or nothing when enough of its kind are kept.
  std::optional<std::uint64_t> count_finding(const std::string& kind) {
    const std::lock_guard lock{mutex_};
    ++found_;
    if (++tally_.findings[kind] > most_kept_of_a_kind) return std::nullopt;
    return ++kept_;
  }

  void fail() {
    const std::lock_guard lock{mutex_};
    if (!failure_) failure_ = std::current_exception();
    has_failed_ = true;
  }

  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  void tell() const {
    const std::uint64_t done = mutants_;
    fmt::print(stderr, "soak: {} mutants, {:.0f} a second, {} findings\n", done,
               static_cast<double>(done) / std::max(seconds(), 1e-3), found_.load());
  }

  SoakTally tally() {
    if (failure_) std::rethrow_exception(failure_);
    tally_.mutants = mutants_;
    tally_.seconds = seconds();
    return tally_;
  }

 private:
  const SoakPlan& plan_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::atomic<std::uint32_t> next_{0};
  std::atomic<std::uint64_t> mutants_{0}, found_{0};
  std::atomic<bool> has_failed_{false};
  std::mutex mutex_;
  std::uint64_t kept_ = 0;
  SoakTally tally_;
  std::exception_ptr failure_;
};

/// A copy of the world in a private folder: sound but for the mutant of the moment.
class Worker {
 public:
  Worker(const SoakWorld& world, const SoakPlan& plan, Ledger& ledger)
      : world_{world}, plan_{plan}, ledger_{ledger}, base_{new_folder("samspil_soak")} {
    fs::create_directories(folder_);
    fs::create_directories(streams_);
    for (const auto& entry : fs::directory_iterator{world.folder}) {
      const std::string name = entry.path().filename().string();
      sound_[name] = read_bytes(entry.path(), entry.file_size());
      restore(name);
    }
    for (const Subject& subject : world.subjects) {
      for (unsigned i = 0; i < subject.share; ++i) lots_.push_back(&subject);
      (subject.is_text ? texts_ : binaries_).push_back(sound_.at(subject.name));
    }
    binaries_.insert(binaries_.end(), texts_.begin(), texts_.end());
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;
  ~Worker() {
    std::error_code ignored;
    fs::remove_all(base_, ignored);
  }

  void try_mutant(std::uint32_t number) {
    Chance chance{plan_.seed, number};
    const Subject& subject = *chance.one_of(lots_);
    const std::string& sound = sound_.at(subject.name);
    const Mutant mutant = subject.is_text ? mutated_text(sound, texts_, chance)
                                          : mutated_bytes(sound, binaries_, chance);
    number_ = number;
    told_ = subject.name + ": " + mutant.told;
    is_word_of_mutant_ = holds_no_number(mutant.content);
    write_bytes(folder_ / subject.name, mutant.content);
    std::vector<std::string> checks, others;
    for (const std::string& command : subject.commands) {
      (command.starts_with("check") ? checks : others).push_back(command);
    }
    // The first of the checks reads all that the other commands read. What it refuses, one of them
    // in three is asked to refuse too: most of the time goes to what reaches further.
    std::optional<int> checked;
    if (!checks.empty()) checked = try_command(checks.front());
    const bool asks_others = chance.one_in(3);
    if (checks.size() > 1 && asks_others) try_command(chance.one_of(checks));
    if (!others.empty() && (checked != 2 || asks_others)) {
      try_other(with_outputs(chance.one_of(others), chance), checked);
    }
    restore(subject.name);
    ledger_.count_mutant();
  }

 private:
  /// Now and then results are written to files too: never where a mutant says.
  static std::string with_outputs(std::string command, Chance& chance) {
    const std::size_t lot = chance.below(8);
    const bool runs = command.starts_with("run ");
    if (runs && lot < 2) return command + " --out out.h5 --csv tables";
    if (runs && lot == 2) return command + " --detail";
    if (command.starts_with("population ") && lot < 3) return command + " --out out.h5";
    if (lot < 5 && command.find("--json") == std::string::npos &&
        !command.starts_with("population ")) {
      return command + " --json";
    }
    return lot < 6 ? command + " --lang da" : command;
  }

  /// A command must take what check takes, and refuse what it refuses: but not what shows only when
  /// it is on the way, such as margins that no population meets, nor what is wrong with two files
  /// together, each of which is sound.
  void try_other(const std::string& command, std::optional<int> checked) {
    const std::optional<int> exit = try_command(command);
    const bool was_on_the_way = std::count(last_.err.begin(), last_.err.end(), '\n') > 1;
    if (!exit || !checked || (*exit == 2) == (*checked == 2) || was_on_the_way) return;
    if (command.find(" --against ") != std::string::npos) return;
    const std::string what = fmt::format("exit {}, of check {}: {}", *exit, *checked, last_.err);
    keep({"check differs", what}, command, last_);
  }

  /// The exit code, or nothing where a rule was broken.
  std::optional<int> try_command(const std::string& command) {
    const std::vector<std::string> words = words_of(command);
    const std::map<std::string, FileStamp> before = stamps();
    last_ = run_child(world_.program, words, folder_, streams_, plan_.limits);
    ledger_.count_run(last_);
    std::optional<Finding> finding = finding_of(last_, words, plan_.limits);
    const std::vector<std::string> changed = changed_since(before);
    // A title may hold the word, and is printed.
    if (finding && finding->kind == "no number" && is_word_of_mutant_) finding.reset();
    if (!finding) finding = finding_of_files(changed, words);
    if (finding) keep(*finding, command, last_);
    for (const std::string& name : changed) restore(name);
    if (finding) return std::nullopt;
    return last_.exit;
  }

  std::map<std::string, FileStamp> stamps() const {
    std::map<std::string, FileStamp> found;
    for (const auto& entry : fs::directory_iterator{folder_}) {
      found[entry.path().filename().string()] = stamp_of(entry.path());
    }
    return found;
  }

  std::vector<std::string> changed_since(const std::map<std::string, FileStamp>& before) const {
    const std::map<std::string, FileStamp> after = stamps();
    std::vector<std::string> changed;
    for (const auto& [name, stamp] : after) {
      const auto old = before.find(name);
      if (old == before.end() || old->second != stamp) changed.push_back(name);
    }
    for (const auto& [name, stamp] : before) {
      if (!after.contains(name)) changed.push_back(name);
    }
    return changed;
  }

  /// Only what the command line names may be written, and only by a command that ends well.
  std::optional<Finding> finding_of_files(const std::vector<std::string>& changed,
                                          const std::vector<std::string>& words) const {
    const std::vector<std::string> outputs = outputs_of(words);
    for (const std::string& name : changed) {
      const bool is_output = std::find(outputs.begin(), outputs.end(), name) != outputs.end();
      if (is_output && last_.exit == 0) continue;
      const bool is_new = !sound_.contains(name);
      return Finding{is_new ? "file left" : "input changed",
                     fmt::format("{} (exit {})", name, last_.exit)};
    }
    return std::nullopt;
  }

  void keep(const Finding& finding, const std::string& command, const ChildRun& run) {
    const std::string name = words_of(command)[0];
    const auto number = ledger_.count_finding(
        fmt::format("{} [{}] {}", finding.kind, name, without_details(finding.what)));
    if (!number) return;
    const fs::path kept = plan_.findings / std::to_string(*number);
    fs::remove_all(kept);
    fs::create_directories(kept);
    fs::copy(folder_, kept / "files", fs::copy_options::recursive);
    write_bytes(
        kept / "report.txt",
        fmt::format("{}: {}\n\nmutant {} of seed {}\n{}\nin files/: samspil {}\n"
                    "exit {}, signal {}, {:.1f} s, {} MB\n\n--- stderr\n{}\n--- stdout\n{}\n",
                    finding.kind, finding.what, number_, plan_.seed, told_, command, run.exit,
                    run.signal, run.seconds, run.peak / 1'000'000, run.err, run.out));
  }

  void restore(const std::string& name) const {
    fs::remove_all(folder_ / name);
    const auto sound = sound_.find(name);
    if (sound != sound_.end()) write_bytes(folder_ / name, sound->second);
  }

  const SoakWorld& world_;
  const SoakPlan& plan_;
  Ledger& ledger_;
  const fs::path base_;
  const fs::path folder_ = base_ / "files";
  const fs::path streams_ = base_ / "streams";
  std::map<std::string, std::string> sound_;
  std::vector<const Subject*> lots_;
  std::vector<std::string> texts_, binaries_;
  std::uint32_t number_ = 0;
  std::string told_;
  bool is_word_of_mutant_ = false;
  ChildRun last_;
};

}  // namespace

std::uint64_t SoakTally::found() const {
  std::uint64_t all = 0;
  for (const auto& [kind, count] : findings) all += count;
  return all;
}

SoakTally soak(const SoakWorld& world, const SoakPlan& plan) {
  Ledger ledger{plan};
  std::atomic<unsigned> busy{plan.workers};
  const auto work = [&] {
    try {
      Worker worker{world, plan, ledger};
      while (const auto number = ledger.next()) worker.try_mutant(*number);
    } catch (...) {
      ledger.fail();
    }
    --busy;
  };
  std::vector<std::thread> workers;
  for (unsigned i = 0; i < plan.workers; ++i) workers.emplace_back(work);
  for (double told = 0; busy > 0;) {
    std::this_thread::sleep_for(std::chrono::milliseconds{50});
    if (ledger.seconds() < told + seconds_between_lines) continue;
    told = ledger.seconds();
    ledger.tell();
  }
  for (std::thread& worker : workers) worker.join();
  ledger.tell();
  return ledger.tally();
}

}  // namespace samspil::test
