/// \file
/// The files of a report: a page, a workbook, the document behind them, each figure as a drawing
/// and as a table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/cli/commands.hpp"
#include "model/core/json.hpp"

namespace samspil::cli {

inline constexpr std::string_view report_page_file = "report.html";
inline constexpr std::string_view report_workbook_file = "report.xlsx";

/// Every name that a report may have a file of, in its folder.
std::vector<std::string> report_file_names();

/// Throws InputError where there is no strategy to report on.
///   file  that was asked to be reported on
void require_strategies(const std::string& file, std::size_t count);

/// Throws InputError where the document has no strategy, or none of the name asked for.
void require_reportable(const ReportOptions& options, const Json& document);

/// Writes the files of a report into a folder, all or none, and says so. Files that a report had
/// there before and this one has not are removed.
///   document  of a run
///   text      the same as the results file has it
void write_report(const ReportOptions& options, const Json& document, const std::string& text);

}  // namespace samspil::cli
