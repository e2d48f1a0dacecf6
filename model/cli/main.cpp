/// \file
/// The program: reads the command line, calls one command, turns faults into one line and an exit
/// code.

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <sstream>
#include <string_view>

#include "model/cli/console.hpp"
#include "model/cli/number_option.hpp"
#include "model/cli/terminal.hpp"
#include "model/core/near_names.hpp"
#include "model/core/problem.hpp"
#include "model/engine/ranks.hpp"
#include "model/inputs/investment_case.hpp"
#include "model/inputs/run_size.hpp"
#include "model/measurement/followed_group.hpp"
#include "model/report/compare_words.hpp"
#include "model/report/contrast_words.hpp"
#include "model/report/flow_words.hpp"
#include "model/report/ledger_words.hpp"
#include "model/report/study_words.hpp"

namespace samspil::cli {
namespace {

/// The language of the user's system. --lang is looked for before anything else is read, so that
/// the help speaks it too.
Language language_of(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word{argv[i]};
    if (word == "--lang=da" ||
        (word == "--lang" && i + 1 < argc && std::string_view{argv[i + 1]} == "da")) {
      return Language::da;
    }
    if (word.starts_with("--lang")) return Language::en;
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view{value}.starts_with("da") ? Language::da : Language::en;
  }
  return Language::en;
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// What is wrong with a command line, in one line.
std::string fault_line(const CLI::App& app, const CLI::ParseError& error) {
  const std::vector<CLI::App*> given = app.get_subcommands();
  for (const std::string& word : app.remaining(true)) {
    const bool is_option = word.starts_with("-");
    if (!is_option && !given.empty()) continue;
    const CLI::App& asked = given.empty() ? app : *given.front();
    return word + ": unknown; " +
           naming_advice(word, is_option ? options_of(asked) : commands_of(app));
  }
  std::string line = error.what();
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line.find(advice_mark) != std::string::npos ? line : line + "; samspil --help";
}

/// The command line: options as they are read, and the command that was chosen.
class CommandLine {
 public:
  CommandLine(Language language, Ranks& ranks) : language_{language}, ranks_{ranks} {
    app_.description(text(Word::help_program));
    app_.set_version_flag("--version",
                          fmt::format("samspil {} ({})", origin().version, origin().git));
    app_.require_subcommand(1);
    add_run();
    add_population();
    add_case();
    add_study();
    add_contrast();
    add_check();
    add_explain();
    add_family();
  }

  int execute(int argc, char** argv) {
    try {
      app_.parse(argc, argv);
    } catch (const CLI::Success& asked) {  // --help, --version
      std::ostringstream answer;
      const int code = app_.exit(asked, answer, answer);
      if (ranks_.is_root()) print(answer.str());
      return code;
    } catch (const CLI::ParseError& error) {
      if (ranks_.is_root()) tell("samspil: " + fault_line(app_, error));
      return bad_input;
    }
    if (ranks_.is_root()) warn_of_encoding(language_);
    if (app_.got_subcommand("run")) return command_();  // by all processes together
    const auto on_root = [this] { return std::to_string(command_()); };
    return std::stoi(ranks_.from_root(on_root, code_of_fault));
  }

 private:
  template <WordKey Key>
  std::string text(Key word) const {
    return std::string{phrase(word, language_)};
  }

  template <WordKey Key>
  CLI::App* add_command(const char* name, Key help, std::function<int()> command) {
    CLI::App* app = app_.add_subcommand(name, text(help));
    app->add_option("--lang", language_name_, text(Word::help_lang))
        ->check(CLI::IsMember({"en", "da"}));
    app->callback([this, command = std::move(command)] { command_ = command; });
    return app;
  }

  /// An empty name is a slip, as of a variable that was never set, and no wish for nothing.
  template <class Paths, WordKey Key>
  CLI::Option* add_path(CLI::App& app, const char* name, Paths& paths, Key help) {
    return app.add_option(name, paths, text(help))->check([](const std::string& path) {
      return path.empty() ? std::string{"is empty; give a name"} : std::string{};
    });
  }

  template <class Threads>
  void add_threads(CLI::App& app, Threads& threads) {
    app.add_option("--threads", threads, text(Word::help_threads))->check(whole_number({0, 1024}));
  }
  template <class Seed>
  void add_seed(CLI::App& app, Seed& seed) {
    app.add_option("--seed", seed, text(Word::help_seed))->check(whole_number(any_seed));
  }
  void add_sizes(CLI::App& app, Common& common, double most_families) {
    app.add_option("--years", common.years, text(Word::help_years))->check(whole_number({1, 20}));
    app.add_option("--families", common.families, text(Word::help_families))
        ->check(whole_number({1, most_families}));
  }

  void add_common(CLI::App& app, Common& common, Word out_help) {
    const CLI::Validator run_numbers = whole_number({1, most_runs});
    common.language = language_;
    add_threads(app, common.threads);
    add_seed(app, common.seed);
    app.add_option("--draws", common.draws, text(Word::help_draws))->check(run_numbers);
    app.add_option("--replicates", common.replicates, text(Word::help_replicates))
        ->check(run_numbers);
    add_sizes(app, common, 1e7);
    add_path(app, "--out", common.out, out_help);
    app.add_flag("--force", common.force, text(Word::help_force));
  }

  void add_run() {
    CLI::App* app = add_command("run", Word::help_run, [this] { return run(run_, ranks_); });
    add_path(*app, "SCENARIO", run_.file, Word::help_scenario)->required();
    add_common(*app, run_.common, Word::help_out);
    app->add_flag("--json", run_.json, text(Word::help_json));
    add_path(*app, "--csv", run_.csv_folder, Word::help_csv);
    app->add_flag("--detail", run_.detail, text(Word::help_detail));
    app->add_flag("--what-matters", run_.what_matters, text(LedgerWord::help_what_matters));
    app->add_flag("--all", run_.all, text(CompareWord::help_all));
    add_path(*app, "--start", run_.start, Word::help_start);
    add_path(*app, "--checkpoint", run_.checkpoint, Word::help_checkpoint);
    app->add_option("--checkpoint-every", run_.checkpoint_every, text(Word::help_checkpoint_every))
        ->check(number({0, 86400}));
  }

  void add_population() {
    CLI::App* app = add_command("population", Word::help_population,
                                [this] { return population(population_); });
    add_path(*app, "SPEC", population_.file, Word::help_population_file)->required();
    add_common(*app, population_.common, Word::help_population_out);
    CLI::Option* flows = app->add_flag("--flows", population_.flows, text(FlowWord::help_flows));
    app->add_flag("--json", population_.json, text(FlowWord::help_json))->needs(flows);
    flows->excludes("--out");
  }

  void add_case() {
    case_.language = language_;
    CLI::App* app = add_command("case", Word::help_case, [this] { return investment_case(case_); });
    add_path(*app, "CASE", case_.file, Word::help_case_file)->required();
    add_seed(*app, case_.seed);
    app->add_option("--draws", case_.draws, text(Word::help_draws))
        ->check(whole_number({fewest_case_draws, most_case_draws}));
    app->add_flag("--json", case_.json, text(Word::help_json));
    app->add_flag("--detail", case_.detail, text(Word::help_detail));
  }

  void add_study() {
    study_.language = language_;
    CLI::App* app = add_command("study", StudyWord::help_study, [this] { return study(study_); });
    add_path(*app, "STUDY", study_.file, StudyWord::help_study_file)->required();
    app->add_option("--cohorts", study_.cohorts, text(StudyWord::help_cohorts))
        ->check(whole_number({2, 100'000}));
    add_seed(*app, study_.seed);
    add_threads(*app, study_.threads);
    app->add_flag("--json", study_.json, text(Word::help_json));
  }

  void add_contrast() {
    Common& common = contrast_.common;
    common.language = language_;
    CLI::App* app = add_command("contrast", ContrastWord::help_contrast,
                                [this] { return contrast(contrast_); });
    add_path(*app, "SCENARIO", contrast_.file, ContrastWord::help_scenario)->required();
    add_threads(*app, common.threads);
    add_seed(*app, common.seed);
    add_sizes(*app, common, static_cast<double>(most_followed_families));
    app->add_flag("--json", contrast_.json, text(Word::help_json));
    app->add_flag("--detail", contrast_.detail, text(ContrastWord::help_detail));
  }

  void add_check() {
    check_.language = language_;
    CLI::App* app = add_command("check", Word::help_check, [this] { return check(check_); });
    add_path(*app, "FILE", check_.file, Word::help_check_file)->required();
  }

  void add_explain() {
    explain_.language = language_;
    explain_.scenario = "default.toml";
    CLI::App* app =
        add_command("explain", Word::help_explain, [this] { return explain(explain_); });
    app->add_option("NAME", explain_.name, text(Word::help_name));
    app->add_option("OTHER", explain_.other, text(CompareWord::help_other));
    app->add_flag("--all", explain_.all, text(LedgerWord::help_all));
    add_path(*app, "--diff", explain_.results, LedgerWord::help_diff)->expected(2);
    app->add_flag("--json", explain_.json, text(LedgerWord::help_explain_json));
    add_path(*app, "--scenario", explain_.scenario, Word::help_explain_scenario);
  }

  void add_family() {
    family_.language = language_;
    CLI::App* app = add_command("family", Word::help_family, [this] { return family(family_); });
    add_path(*app, "FAMILY", family_.file, Word::help_family_file)->required();
    add_path(*app, "--against", family_.against, Word::help_against);
    app->add_flag("--json", family_.json, text(Word::help_json));
  }

  Language language_;
  Ranks& ranks_;
  std::string language_name_;
  CLI::App app_{"", "samspil"};
  std::function<int()> command_;
  RunOptions run_;
  PopulationOptions population_;
  CaseOptions case_;
  StudyOptions study_;
  ContrastOptions contrast_;
  CheckOptions check_;
  ExplainOptions explain_;
  FamilyOptions family_;
};

void tell_of(const Ranks& ranks, std::string_view fault) {
  if (ranks.is_root()) tell(std::string{"samspil: "}.append(fault));
}

/// Runs the command. Faults that all processes meet alike are told by the root.
int answer(int argc, char** argv, Language language, Ranks& ranks) {
  try {
    const int code = CommandLine{language, ranks}.execute(argc, argv);
    require_printed();
    return code;
  } catch (const EndedByRoot& end) {
    return end.code;
  } catch (const ReaderGone&) {
    return could_not;
  } catch (const Stopped&) {
    tell_of(ranks, phrase(Word::interrupted, language));
    return code_of_fault();
  } catch (const InputError& error) {
    const std::size_t more = error.problems().size() - 1;
    tell_of(ranks, fmt::format("{}{}{}", error.what(), more > 0 ? " " : "",
                               more > 0 ? say(language, Word::more_faults, more) : std::string{}));
    return bad_input;
  } catch (const std::exception& error) {
    tell(std::string{"samspil: "}.append(error.what()));
    if (ranks.count() > 1 && !ranks.others_know()) ranks.abort(could_not);
    return could_not;
  }
}

}  // namespace
}  // namespace samspil::cli

int main(int argc, char** argv) {
  using namespace samspil;
  cli::open_missing_streams();
  try {
    Ranks ranks;
    cli::watch_for_interruption();
    const int code = cli::answer(argc, argv, cli::language_of(argc, argv), ranks);
    ranks.leave();
    return code;
  } catch (const EndedByRoot& end) {
    return end.code;
  } catch (const std::exception& error) {
    cli::tell(std::string{"samspil: "}.append(error.what()));
    return cli::could_not;
  }
}
