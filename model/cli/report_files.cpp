#include "model/cli/report_files.hpp"

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "model/cli/terminal.hpp"
#include "model/io/output_file.hpp"
#include "model/pages/report_page.hpp"
#include "model/render/figure_file.hpp"
#include "model/render/report_html.hpp"
#include "model/render/workbook.hpp"
#include "model/words/message.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

using Files = std::vector<std::pair<std::string, std::string>>;

std::string drawing_name(std::string_view figure) {
  return "figures/" + std::string{figure} + ".svg";
}
std::string table_name(std::string_view figure) { return "csv/" + std::string{figure} + ".csv"; }

Files files_of(const ReportOptions& options, const Json& document, const std::string& text) {
  const ReportPage page = report_page(document, options.language, options.sign, options.strategy);
  Files files{
      {std::string{report_page_file}, report_html(page)},
      {std::string{report_workbook_file}, run_workbook(document, options.file, options.language)},
      {"report.json", text}};
  const auto add = [&](const Figure& figure) {
    files.emplace_back(drawing_name(figure.name),
                       figure_file(figure, figure.terms.empty() ? page.terms_short : figure.terms,
                                   options.language));
    files.emplace_back(table_name(figure.name), figure_csv(figure.data, options.language));
  };
  add(page.answer_figure);
  for (const auto* sections : {&page.first, &page.second, &page.beside}) {
    for (const ReportSection& section : *sections) {
      for (const Figure& figure : section.figures) add(figure);
    }
  }
  add(page.grades);
  return files;
}

}  // namespace

std::vector<std::string> report_file_names() {
  std::vector<std::string> names{std::string{report_page_file}, std::string{report_workbook_file},
                                 "report.json"};
  for (const std::string_view figure : figure_names) {
    names.push_back(drawing_name(figure));
    names.push_back(table_name(figure));
  }
  return names;
}

void require_strategies(const std::string& file, std::size_t count) {
  if (count > 0) return;
  throw InputError{
      Problem{file, 0, "strategies", {"fault.report_of_nothing"}, {"remedy.report_of_nothing"}}};
}

void require_reportable(const ReportOptions& options, const Json& document) {
  std::vector<std::string> ids;
  for (const Json& strategy : document.at("strategies")) ids.push_back(strategy.at("id"));
  require_strategies(options.file, ids.size());
  if (options.strategy.empty()) return;
  if (std::find(ids.begin(), ids.end(), options.strategy) != ids.end()) return;
  throw InputError{Problem{options.file,
                           0,
                           "--strategy",
                           {"fault.report_strategy", options.strategy},
                           naming_advice(options.strategy, ids)}};
}

void write_report(const ReportOptions& options, const Json& document, const std::string& text) {
  const Files files = files_of(options, document, text);
  const std::filesystem::path folder = options.out;
  write_all(folder, files);
  std::set<std::string> written;
  for (const auto& [name, bytes] : files) written.insert(name);
  std::error_code ignored;
  for (const std::string& name : report_file_names()) {
    if (!written.contains(name)) std::filesystem::remove(folder / name, ignored);
  }
  tell(say(options.language, "run.written_line", options.out));
}

}  // namespace samspil::cli
