#include <array>
#include <nlohmann/json.hpp>

#include "model/cli/console.hpp"
#include "model/cli/outputs.hpp"
#include "model/cli/terminal.hpp"
#include "model/core/near_names.hpp"
#include "model/core/shown_text.hpp"
#include "model/io/output_file.hpp"
#include "model/io/text_file.hpp"
#include "model/loading/load.hpp"
#include "model/render/workbook.hpp"
#include "model/result/case_document.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

namespace fs = std::filesystem;

/// What can be begun, how its file ends, and the command that takes it.
struct Kind {
  std::string_view name;
  std::string_view ending;
  std::string_view command;
};
constexpr std::array<Kind, 9> kinds{{{"municipality", ".toml", "run"},
                                     {"strategy", ".toml", "check"},
                                     {"prices", ".csv", "check"},
                                     {"rates", ".csv", "check"},
                                     {"indices", ".csv", "check"},
                                     {"families", ".csv", "population"},
                                     {"family", ".toml", "family"},
                                     {"case", ".toml", "case"},
                                     {"scenario", ".toml", "run"}}};

const Kind& kind_called(const std::string& name) {
  std::vector<std::string> names;
  for (const Kind& kind : kinds) {
    if (kind.name == name) return kind;
    names.emplace_back(kind.name);
  }
  throw InputError(Problem{"", 0, "new", {"fault.unknown_name", name}, naming_advice(name, names)});
}

/// A calculator without a number of anybody's: what the template says of year, rate and level.
int new_workbook(const Kind& kind, const NewOptions& options) {
  if (kind.name != "case") {
    throw InputError(Problem{"",
                             0,
                             "--xlsx",
                             {"fault.no_workbook_of", std::string{kind.name}},
                             {"remedy.workbook_of_case"}});
  }
  Outputs outputs;
  outputs.add("--xlsx", options.workbook, FileKind::workbook);
  outputs.require_writable(options.force);
  const InvestmentCase like = load_investment_case(shipped_folder() / "templates" / "case.en.toml");
  InvestmentCase empty;
  empty.first_year = like.first_year;
  empty.price_level = like.price_level;
  empty.participants = {0};
  write_workbook(options.workbook,
                 case_workbook(case_document(empty, appraise(empty)), "", options.language),
                 options.language);
  return 0;
}

}  // namespace

int new_file(const NewOptions& options) {
  const Kind& kind = kind_called(options.kind);
  if (!options.workbook.empty()) return new_workbook(kind, options);
  const std::string ending{kind.ending};
  const std::string target = options.file.empty() ? std::string{kind.name} + ending : options.file;
  const std::string language = options.language == Language::da ? ".da" : ".en";
  const std::string text =
      read_text(shipped_folder() / "templates" / (std::string{kind.name} + language + ending));
  Outputs outputs;
  outputs.add("FILE", target, FileKind::input);
  outputs.require_writable(options.force);
  // Excel reads letters beyond ASCII right only behind a byte order mark.
  const bool is_for_excel = kind.ending == ".csv";
  write_whole(target, (is_for_excel ? "\xEF\xBB\xBF" : "") + text);
  print(shown(say(options.language, "new.written", target, kind.command)) + '\n');
  return 0;
}

}  // namespace samspil::cli
