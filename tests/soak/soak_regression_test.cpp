// The soak of `./dev soak`: as a test, the same mutants of one seed every time. It starts the
// program thousands of times, which no sanitizer build is quick enough for.
#include <fmt/core.h>

#include <chrono>
#include <cstdlib>
#include <thread>

#include "model/cli/program.hpp"
#include "tests/cli/input_kinds.hpp"
#include "tests/soak/soak.hpp"

namespace samspil::test {
namespace {

namespace fs = std::filesystem;

/// About a minute on one processor.
constexpr std::uint32_t mutants_of_the_test = 1000;

/// What ./dev soak asks for, or `otherwise`.
double asked(const char* name, double otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0' ? std::stod(value) : otherwise;
}

/// A number of an option is what the run takes, so that no mutant may ask for a large run.
std::string kept_small(const std::string& command) {
  const std::string run = " --families 20 --draws 1 --replicates 1 --threads 1";
  if (command.starts_with("run ")) {
    return command + run + (command.find("--years") == std::string::npos ? " --years 1" : "");
  }
  if (command.starts_with("population ")) return command + " --families 20 --threads 1";
  if (command.starts_with("study ")) return command + " --cohorts 2 --threads 1";
  if (command.starts_with("case ")) return command + " --draws 50";
  return command;
}

class Soak : public EveryInput {
 protected:
  Soak() {
    for (const InputFile& input : inputs_) {
      Subject subject{input.name, {}};
      for (const std::string& command : input.commands) {
        subject.commands.push_back(kept_small(command));
      }
      world_.subjects.push_back(subject);
    }
    add_own_numbers();
    add_results();
    add_posterior();
    add_start();
    add_checkpoint();
    world_.program = cli::run_program;
    world_.folder = folder_;
  }

  SoakWorld world_;

 private:
  /// The files that lie over the shipped ones, in one scenario, and a municipality's families.
  void add_own_numbers() {
    const auto add = [this](const char* name, const std::string& text,
                            std::vector<std::string> commands) {
      write(name, text);
      for (std::string& command : commands) command = kept_small(command);
      world_.subjects.push_back({name, std::move(commands)});
    };
    const std::vector<std::string> run_all{"check mine.toml", "run mine.toml"};
    const auto with_check = [&run_all](const char* name) {
      std::vector<std::string> commands{std::string{"check "} + name};
      commands.insert(commands.end(), run_all.begin(), run_all.end());
      return commands;
    };
    add("mine.toml",
        "title_da = \"Vores\"\ntitle_en = \"Ours\"\nyears = 1\nseed = 3\nfamilies = 80\n"
        "population = \"people.toml\"\nparameters = \"parameters.csv\"\nprices = "
        "[\"our_prices.csv\"]\n"
        "rates = [\"our_rates.csv\"]\nindices = [\"our_indices.csv\"]\n"
        "strategies = [\"own.toml\"]\nbreak_even = false\n"
        "[departments]\n\"Udvalg\" = [\"Børn og familie\"]\n"
        "[[accounts]]\nfunction = \"5.28.22\"\nyear = 2022\namount = 12_000_000\n",
        run_all);
    add("our_prices.csv", "ydelse;pris;prisniveau;kilde\nPlejefamilie;1750;2022;regnskab\n",
        with_check("our_prices.csv"));
    add("our_rates.csv",
        "name,value,valid_from,source\nexpensive_case_tier_1,1050000,2027,ministry 2027\n",
        with_check("our_rates.csv"));
    add("our_indices.csv", "index,year,growth,grade,source\npl,2026,2.5,assumed,an estimate\n",
        with_check("our_indices.csv"));
    std::string families = "familie;person;alder;mor;forsørgelse;uger_på_trappen;tilstande\n";
    for (const char* family : {"a", "b", "c", "d", "e"}) {
      families +=
          std::string{family} + ";m;34;;Kontanthjælp;52;handicap\n" + family + ";k;9;m;;;\n";
    }
    add("our_families.csv", families,
        {"check our_families.csv", "population our_families.csv --check"});
  }

  void add_results() {
    const std::string job = kept_small("run all.toml");
    EXPECT_EQ(run(job + " --out results.h5").exit, 0);
    EXPECT_EQ(run(job + " --seed 4 --out other.h5").exit, 0);
    world_.subjects.push_back(
        {"results.h5",
         {kept_small("run results.h5"), "run results.h5 --threads 1",
          "explain --diff results.h5 other.h5", "explain --diff other.h5 results.h5"},
         false,
         4});
  }

  /// Of a calibration of three members, and the scenario that draws from it.
  void add_posterior() {
    EXPECT_EQ(run("calibrate fit.toml --out posterior.h5").exit, 0);
    std::string scenario = input("all.toml").text;
    const std::string table = "parameters = \"parameters.csv\"";
    const std::size_t at = scenario.find(table);
    ASSERT_NE(at, std::string::npos);
    write("calibrated.toml", scenario.replace(at, table.size(), "parameters = \"posterior.h5\""));
    world_.subjects.push_back(
        {"posterior.h5", {"check calibrated.toml", kept_small("run calibrated.toml")}, false, 2});
  }

  void add_start() {
    const std::string job = kept_small("run all.toml") + " --start kept";
    EXPECT_EQ(run(job).exit, 0);
    world_.subjects.push_back({"kept", {job}, false});
  }

  /// Of a run that is stopped as soon as it has saved something.
  void add_checkpoint() {
    const std::string job =
        "run all.toml --years 1 --families 2000 --draws 2 --threads 1 --checkpoint save "
        "--checkpoint-every 0";
    const std::string stop_when_saved =
        "sh -c '\"$0\" \"$@\" & for i in $(seq 2000); do [ -e save ] && break; sleep 0.005; done; "
        "kill -TERM $!; wait $!'";
    EXPECT_EQ(run(job, stop_when_saved).exit, 143);
    EXPECT_TRUE(fs::exists(folder_ / "save"));
    world_.subjects.push_back({"save", {job}, false});
  }
};

TEST_F(Soak, OfAFixedSeedFindsNothing) {
  SoakPlan plan;
  const double only = asked("SAMSPIL_SOAK_MUTANT", -1);
  plan.seed = static_cast<std::uint32_t>(asked("SAMSPIL_SOAK_SEED", 1));
  plan.mutants = std::getenv("SAMSPIL_SOAK_MINUTES") ? 4'000'000'000 : mutants_of_the_test;
  plan.minutes = asked("SAMSPIL_SOAK_MINUTES", plan.minutes);
  plan.workers = static_cast<unsigned>(asked("SAMSPIL_SOAK_WORKERS", 1));
  plan.findings = fs::path{SAMSPIL_PROGRAM}.parent_path().parent_path() / "soak" / "findings";
  if (only >= 0) {
    plan.first = static_cast<std::uint32_t>(only);
    plan.mutants = 1;
  }
  fs::remove_all(plan.findings);

  const SoakTally tally = soak(world_, plan);

  fmt::print(stderr,
             "soak: seed {}, {} mutants, {} runs of which {} ended with 0, {} with 1, {} with 2; "
             "{:.0f} s, {} findings\n",
             plan.seed, tally.mutants, tally.runs, tally.exits[0], tally.exits[1], tally.exits[2],
             tally.seconds, tally.found());
  for (const auto& [kind, count] : tally.findings) fmt::print(stderr, "{:6} {}\n", count, kind);
  EXPECT_EQ(tally.found(), 0U) << "kept in " << plan.findings << "; run one again: ./dev soak 1 "
                               << plan.seed << " MUTANT";
  // A soak whose every file is refused, or none, looks at nothing.
  EXPECT_GT(tally.exits[2] + tally.exits[0], only >= 0 ? 0 : tally.runs / 2);
  EXPECT_TRUE(only >= 0 || tally.exits[0] > tally.runs / 20) << tally.exits[0];
  EXPECT_TRUE(only >= 0 || tally.exits[2] > tally.runs / 5) << tally.exits[2];
}

}  // namespace
}  // namespace samspil::test
