#include "model/cli/program.hpp"

#include <fmt/core.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <functional>
#include <optional>
#include <sstream>
#include <string_view>

#include "model/cli/console.hpp"
#include "model/cli/number_option.hpp"
#include "model/cli/terminal.hpp"
#include "model/cli/usage.hpp"
#include "model/core/unusable_isa.hpp"
#include "model/engine/ranks.hpp"
#include "model/inputs/investment_case.hpp"
#include "model/inputs/run_size.hpp"
#include "model/measurement/followed_group.hpp"
#include "model/words/problem.hpp"
#include "model/words/words.hpp"

namespace samspil::cli {
namespace {

/// That of the last --lang, else of the user's system. Looked for before anything else is read, so
/// that the help speaks it, and a fault of the command line too.
Language language_of(int argc, char** argv) {
  std::optional<Language> asked;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word{argv[i]};
    const std::string_view next{i + 1 < argc ? argv[i + 1] : ""};
    if (word == "--lang=da" || (word == "--lang" && next == "da")) asked = Language::da;
    if (word == "--lang=en" || (word == "--lang" && next == "en")) asked = Language::en;
  }
  if (asked) return *asked;
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') continue;
    return std::string_view{value}.starts_with("da") ? Language::da : Language::en;
  }
  return Language::en;
}

/// The command line: options as they are read, and the command that was chosen.
class CommandLine {
 public:
  CommandLine(Language language, Ranks& ranks) : language_{language}, ranks_{ranks} {
    app_.description(text("help.program"));
    app_.set_help_flag();
    add_language(app_)->group("");  // in the help of each command; CLI11 wants the hidden first
    app_.set_help_flag("-h,--help", text("usage.help"));
    app_.set_version_flag("--version",
                          fmt::format("samspil {} ({})", origin().version, origin().git),
                          text("usage.version"));
    app_.require_subcommand(1);
    add_run();
    add_population();
    add_case();
    add_study();
    add_contrast();
    add_check();
    add_explain();
    add_family();
    add_report();
    add_calibrate();
    add_new();
    add_explorer();
    set_words(app_, language_);
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
      if (ranks_.is_root()) tell("samspil: " + fault_line(app_, error, language_));
      return bad_input;
    }
    if (ranks_.is_root()) warn_of_encoding(language_);
    if (app_.got_subcommand("run")) return command_();  // by all processes together
    const auto on_root = [this] { return std::to_string(command_()); };
    return std::stoi(ranks_.from_root(on_root, code_of_fault));
  }

 private:
  CLI::Validator whole(Limits limits) const { return whole_number(limits, language_); }
  std::string text(Key word) const { return std::string{phrase(word, language_)}; }

  /// Read already by language_of(), and checked here.
  CLI::Option* add_language(CLI::App& app) {
    return app.add_option("--lang", language_name_, text("help.lang"))
        ->check(CLI::IsMember({"en", "da"}));
  }

  CLI::App* add_command(const char* name, Key help, std::function<int()> command) {
    CLI::App* app = app_.add_subcommand(name, text(help));
    add_language(*app);
    app->callback([this, command = std::move(command)] { command_ = command; });
    return app;
  }

  /// An empty name is a slip, as of a variable that was never set, and no wish for nothing.
  template <class Paths>
  CLI::Option* add_path(CLI::App& app, const char* name, Paths& paths, Key help) {
    return app.add_option(name, paths, text(help))->check([this](const std::string& path) {
      return path.empty() ? text("usage.empty_name") : std::string{};
    });
  }

  void add_csv(CLI::App& app, std::string& folder, CsvStyle& style) {
    add_path(app, "--csv", folder, "help.csv");
    app.add_option_function<std::string>(
           "--csv-style",
           [&style](const std::string& name) {
             style = name == "excel-da" ? CsvStyle::excel_da : CsvStyle::plain;
           },
           text("help.csv_style"))
        ->check(CLI::IsMember({"plain", "excel-da"}));
  }

  void add_sign(CLI::App& app, Sign& sign) {
    app.add_option_function<std::string>(
           "--sign",
           [&sign](const std::string& name) {
             sign = name == "budget" ? Sign::budget : Sign::saving;
           },
           text("help.report_sign"))
        ->check(CLI::IsMember({"saving", "budget"}));
  }

  template <class Threads>
  void add_threads(CLI::App& app, Threads& threads) {
    app.add_option("--threads", threads, text("help.threads"))->check(whole({0, 1024}));
  }
  template <class Seed>
  void add_seed(CLI::App& app, Seed& seed) {
    app.add_option("--seed", seed, text("help.seed"))->check(whole(any_seed));
  }
  void add_sizes(CLI::App& app, Common& common, double most_families) {
    app.add_option("--years", common.years, text("help.years"))->check(whole({1, 20}));
    app.add_option("--families", common.families, text("help.families"))
        ->check(whole({1, most_families}));
  }

  void add_common(CLI::App& app, Common& common, Key out_help) {
    const CLI::Validator run_numbers = whole({1, most_runs});
    common.language = language_;
    add_threads(app, common.threads);
    add_seed(app, common.seed);
    app.add_option("--draws", common.draws, text("help.draws"))->check(run_numbers);
    app.add_option("--replicates", common.replicates, text("help.replicates"))->check(run_numbers);
    add_sizes(app, common, 1e7);
    add_path(app, "--out", common.out, out_help);
    app.add_flag("--force", common.force, text("help.force"));
  }

  void add_run() {
    CLI::App* app = add_command("run", "help.run", [this] { return run(run_, ranks_); });
    add_path(*app, "SCENARIO", run_.file, "help.scenario")->required();
    add_common(*app, run_.common, "help.out");
    app->add_flag("--json", run_.json, text("help.json"));
    add_csv(*app, run_.csv_folder, run_.csv_style);
    add_path(*app, "--report", run_.report_folder, "help.run_report");
    add_sign(*app, run_.sign);
    app->add_flag("--detail", run_.detail, text("help.detail"));
    app->add_flag("--what-matters", run_.what_matters, text("help.evidence_what_matters"));
    app->add_flag("--all", run_.all, text("help.compare_all"));
    CLI::Option* cohort = app->add_option("--cohort", run_.common.cohort, text("help.cohort"))
                              ->check(whole({1, most_cohort_size}));
    app->add_option("--cohort-parents", run_.common.cohort_parents, text("help.cohort_parents"))
        ->check(whole({1, most_cohort_size}))
        ->excludes(cohort);
    add_path(*app, "--microdata", run_.microdata, "help.microdata");
    app->add_flag("--allow-own", run_.allow_own, text("help.allow_own"));
    add_path(*app, "--start", run_.start, "help.start");
    add_path(*app, "--checkpoint", run_.checkpoint, "help.checkpoint");
    app->add_option("--checkpoint-every", run_.checkpoint_every, text("help.checkpoint_every"))
        ->check(number({0, 86400}, language_));
  }

  void add_population() {
    CLI::App* app =
        add_command("population", "help.population", [this] { return population(population_); });
    add_path(*app, "SPEC", population_.file, "help.population_file")->required();
    add_common(*app, population_.common, "help.population_out");
    CLI::Option* flows = app->add_flag("--flows", population_.flows, text("help.flows_flows"));
    app->add_flag("--json", population_.json, text("help.json"));
    app->add_flag("--check", population_.check, text("help.population_check"));
    flows->excludes("--out");
  }

  void add_case() {
    case_.language = language_;
    CLI::App* app = add_command("case", "help.case", [this] { return investment_case(case_); });
    add_path(*app, "CASE", case_.file, "help.case_file")->required();
    add_seed(*app, case_.seed);
    app->add_option("--draws", case_.draws, text("help.draws"))
        ->check(whole({fewest_case_draws, most_case_draws}));
    app->add_flag("--json", case_.json, text("help.json"));
    add_csv(*app, case_.csv_folder, case_.csv_style);
    add_path(*app, "--xlsx", case_.workbook, "help.xlsx");
    app->add_flag("--force", case_.force, text("help.force"));
    app->add_flag("--detail", case_.detail, text("help.detail"));
  }

  void add_study() {
    study_.language = language_;
    CLI::App* app = add_command("study", "help.study_study", [this] { return study(study_); });
    add_path(*app, "STUDY", study_.file, "help.study_study_file")->required();
    app->add_option("--cohorts", study_.cohorts, text("help.study_cohorts"))
        ->check(whole({2, 100'000}));
    add_seed(*app, study_.seed);
    add_threads(*app, study_.threads);
    app->add_flag("--json", study_.json, text("help.json"));
  }

  void add_contrast() {
    Common& common = contrast_.common;
    common.language = language_;
    CLI::App* app =
        add_command("contrast", "help.contrast_contrast", [this] { return contrast(contrast_); });
    add_path(*app, "SCENARIO", contrast_.file, "help.contrast_scenario")->required();
    add_threads(*app, common.threads);
    add_seed(*app, common.seed);
    add_sizes(*app, common, static_cast<double>(most_followed_families));
    app->add_flag("--json", contrast_.json, text("help.json"));
    app->add_flag("--detail", contrast_.detail, text("help.contrast_detail"));
    app->add_flag("--potential", contrast_.potential, text("help.contrast_potential"));
    add_path(*app, "--case", contrast_.case_file, "help.contrast_case");
    app->add_flag("--force", common.force, text("help.force"));
  }

  void add_check() {
    check_.language = language_;
    CLI::App* app = add_command("check", "help.check", [this] { return check(check_); });
    add_path(*app, "FILE", check_.file, "help.check_file")->required();
  }

  void add_explain() {
    explain_.language = language_;
    explain_.scenario = "default";  // as `run default` finds it
    CLI::App* app = add_command("explain", "help.explain", [this] { return explain(explain_); });
    app->add_option("NAME", explain_.name, text("help.name"));
    app->add_option("OTHER", explain_.other, text("help.compare_other"));
    app->add_flag("--all", explain_.all, text("help.evidence_all"));
    add_path(*app, "--diff", explain_.results, "help.evidence_diff")->expected(2);
    app->add_flag("--json", explain_.json, text("help.evidence_explain_json"));
    add_path(*app, "--scenario", explain_.scenario, "help.explain_scenario");
  }

  void add_family() {
    family_.language = language_;
    CLI::App* app = add_command("family", "help.family", [this] { return family(family_); });
    add_path(*app, "FAMILY", family_.file, "help.family_file")->required();
    add_path(*app, "--against", family_.against, "help.against");
    app->add_flag("--json", family_.json, text("help.json"));
    add_csv(*app, family_.csv_folder, family_.csv_style);
    add_path(*app, "--xlsx", family_.workbook, "help.xlsx");
    app->add_flag("--force", family_.force, text("help.force"));
  }

  void add_report() {
    report_.language = language_;
    CLI::App* app = add_command("report", "help.report", [this] { return report(report_); });
    add_path(*app, "RESULTS", report_.file, "help.report_file")->required();
    add_path(*app, "--out", report_.out, "help.report_out");
    app->add_option("--strategy", report_.strategy, text("help.report_strategy"));
    add_sign(*app, report_.sign);
    app->add_flag("--json", report_.json, text("help.json"));
    add_csv(*app, report_.csv_folder, report_.csv_style);
    add_path(*app, "--xlsx", report_.workbook, "help.xlsx");
    app->add_flag("--force", report_.force, text("help.force"));
    app->add_flag("--detail", report_.detail, text("help.detail"));
  }

  void add_calibrate() {
    calibrate_.language = language_;
    CLI::App* app =
        add_command("calibrate", "help.calibrate", [this] { return calibrate(calibrate_); });
    add_path(*app, "CALIBRATION", calibrate_.file, "help.calibrate_file");
    add_path(*app, "--targets", calibrate_.targets, "help.calibrate_targets");
    app->add_option("--members", calibrate_.members, text("help.calibrate_members"))
        ->check(whole({3, 10'000}));
    add_seed(*app, calibrate_.seed);
    add_threads(*app, calibrate_.threads);
    add_path(*app, "--panel", calibrate_.panel, "help.calibrate_panel");
    app->add_flag("--rates", calibrate_.rates, text("help.calibrate_rates"));
    add_path(*app, "--out", calibrate_.out, "help.calibrate_out");
    add_path(*app, "--table", calibrate_.table, "help.calibrate_table");
    app->add_flag("--force", calibrate_.force, text("help.force"));
    app->add_flag("--json", calibrate_.json, text("help.json"));
    app->add_flag("--detail", calibrate_.detail, text("help.calibrate_detail"));
  }

  void add_new() {
    new_.language = language_;
    CLI::App* app = add_command("new", "help.new", [this] { return new_file(new_); });
    app->add_option("KIND", new_.kind, text("help.new_kind"))->required();
    CLI::Option* file = add_path(*app, "FILE", new_.file, "help.new_file");
    add_path(*app, "--xlsx", new_.workbook, "help.new_xlsx")->excludes(file);
    app->add_flag("--force", new_.force, text("help.force"));
  }

  void add_explorer() {
    explorer_.language = language_;
    CLI::App* app =
        add_command("explorer", "help.explorer", [this] { return explorer(explorer_); });
    add_path(*app, "--out", explorer_.out, "help.explorer_out");
    app->add_flag("--serve", explorer_.serve, text("help.explorer_serve"));
    app->add_flag("--force", explorer_.force, text("help.force"));
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
  CalibrateOptions calibrate_;
  CheckOptions check_;
  ExplainOptions explain_;
  FamilyOptions family_;
  ReportOptions report_;
  NewOptions new_;
  ExplorerOptions explorer_;
};

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
    if (ranks.is_root()) tell(std::string{"samspil: "}.append(phrase("run.interrupted", language)));
    return code_of_fault();
  } catch (const InputError& error) {
    const std::size_t more = error.problems().size() - 1;
    const std::string others = more > 0 ? " " + say(language, "run.more_faults", more) : "";
    if (ranks.is_root()) tell("samspil: " + error.in(language) + others);
    return bad_input;
  } catch (const UnusableIsa& error) {
    if (ranks.is_root()) tell_fault(error, language);
    return bad_input;
  } catch (const std::exception& error) {
    tell_fault(error, language);
    if (ranks.count() > 1 && !ranks.others_know()) ranks.abort(could_not);
    return could_not;
  }
}

}  // namespace

int run_program(int argc, char** argv) {
  open_missing_streams();
  const Language language = language_of(argc, argv);
  try {
    Ranks ranks;
    watch_for_interruption();
    const int code = answer(argc, argv, language, ranks);
    ranks.leave();
    return code;
  } catch (const EndedByRoot& end) {
    return end.code;
  } catch (const std::exception& error) {
    tell_fault(error, language);
    return could_not;
  }
}

}  // namespace samspil::cli
