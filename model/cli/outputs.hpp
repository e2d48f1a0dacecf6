/// \file
/// What a command is asked to write, looked at before anything is done for it: no file is eaten
/// that is an input, another output, or somebody else's.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "model/core/json.hpp"
#include "model/inputs/scenario.hpp"
#include "model/storage/excel_csv.hpp"
#include "model/storage/tables_csv.hpp"
#include "model/words/problem.hpp"
#include "model/words/words.hpp"

namespace samspil::cli {

enum class FileKind : std::uint8_t {
  results,
  population,
  table,
  start,
  checkpoint,
  members,
  contrast_case,
  microdata,
  posterior,
  report,
  workbook,
  input,
};

/// Whose tables.
enum class TablesOf : std::uint8_t { run, family, investment_case };

struct Output {
  std::string option;  ///< "--out"
  std::filesystem::path path;
  FileKind kind;
  bool is_in_folder = false;  ///< That may be yet to make: then nothing is in its way.
};

/// Everything that one command writes.
class Outputs {
 public:
  /// Nothing where `path` is empty.
  void add(std::string option, const std::string& path, FileKind kind);
  /// The tables that would be written into `folder`, which may be yet to make.
  void add_tables(std::string option, const std::string& folder, CsvStyle style,
                  TablesOf command = TablesOf::run);

  /// The files that a report may hold, in `folder`, which may be yet to make.
  void add_report(std::string option, const std::string& folder);
  /// The same of any files by their names, some of which may begin with a folder of their own.
  void add_folder(std::string option, const std::string& folder,
                  const std::vector<std::string>& names, FileKind kind);

  /// Throws InputError where one is no regular file or cannot be written, where two are the same
  /// file or one is where stdout or stderr goes, and, without `force`, where a file stands that
  /// is not of the kind to be written.
  void require_writable(bool force) const;
  /// Throws InputError where one is the same file as one of `inputs`.
  void require_apart_from(const std::vector<std::filesystem::path>& inputs) const;

 private:
  /// Whether the file would stand where the tables' folder, or one above it, is to be.
  bool is_folder_of_tables(const Output& output) const;

  std::vector<Output> outputs_;
  std::string tables_option_, tables_folder_;
  std::vector<std::pair<std::string, std::filesystem::path>> folders_;  ///< By option.
};

/// Writes tables into a folder, all of them or none, and says so.
void write_tables(const std::string& folder, std::vector<WrittenTable> tables, CsvStyle style,
                  Language language);

/// Writes a workbook, whole or not at all, and says so. It is the user's once it is written: cells
/// are filled in by hand, so that none is replaced without being told to.
void write_workbook(const std::string& file, const std::string& bytes, Language language);

/// On stderr: one line where what each run came to was too large to be kept, and with it the
/// tables of draws.
///   document  of a run
void warn_of_left_out(const Json& document, Language language);

/// That an option is refused because it would tell of single families, which are real.
InputError no_output_of_own(const std::string& file, const std::string& option);

/// Every file that a scenario was read from.
std::vector<std::filesystem::path> input_files(const Scenario& scenario);
/// Every file that prices, rules and law were read from.
std::vector<std::filesystem::path> input_files(const Catalogue& catalogue);

}  // namespace samspil::cli
