/// \file
/// The commands of the program and what each is asked with. Each prints its result to stdout and
/// returns an exit code: 0 done, 1 could not, 2 bad input, 128 and its number stopped by a signal.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/pages/page.hpp"
#include "model/storage/excel_csv.hpp"
#include "model/words/words.hpp"

namespace samspil {
class Ranks;
}

namespace samspil::cli {

/// What means the same everywhere.
struct Common {
  int threads = 0;
  std::optional<std::uint32_t> seed;
  std::optional<std::uint32_t> draws;
  std::optional<std::uint32_t> replicates;
  std::optional<std::uint32_t> families;
  std::optional<int> years;
  std::optional<std::uint32_t> cohort;          ///< Families whose own accounts are asked for.
  std::optional<std::uint32_t> cohort_parents;  ///< The same by their parents.
  std::string out;
  bool force = false;  ///< Outputs may replace what the program did not write.
  Language language = Language::en;
};

struct RunOptions {
  Common common;
  std::string file;
  std::string csv_folder;
  CsvStyle csv_style = CsvStyle::plain;
  bool json = false;
  bool detail = false;
  bool what_matters = false;
  bool all = false;
  std::string report_folder;  ///< Where the report goes.
  Sign sign = Sign::saving;   ///< Of amounts on the screen and the page.
  std::string microdata;      ///< Where every person-year goes.
  bool allow_own = false;     ///< Also of own families.
  std::string start;          ///< Where burned-in families are kept.
  std::string checkpoint;
  double checkpoint_every = 30;  ///< Seconds.
};

struct PopulationOptions {
  Common common;
  std::string file;
  bool flows = false;  ///< Its yearly flows beside what is known, in place of its fit.
  bool check = false;  ///< Every fault of the file, and no more.
  bool json = false;
};

struct CaseOptions {
  std::string file;
  std::string workbook;  ///< Where it goes as a calculator (.xlsx).
  std::optional<std::uint32_t> seed;
  std::optional<std::uint32_t> draws;
  std::string csv_folder;
  CsvStyle csv_style = CsvStyle::plain;
  bool force = false;
  bool json = false;
  bool detail = false;
  Language language = Language::en;
};

struct StudyOptions {
  std::string file;
  std::optional<std::uint32_t> cohorts;
  std::optional<std::uint32_t> seed;
  int threads = 0;
  bool json = false;
  Language language = Language::en;
};

struct ContrastOptions {
  Common common;
  std::string file;
  bool potential = false;  ///< Beside what the scenario's strategies give and cost.
  std::string case_file;   ///< Where the contrast goes as an investment case.
  bool json = false;
  bool detail = false;
};

struct CheckOptions {
  std::string file;
  Language language = Language::en;
};

/// One of: a name, all names, two results files.
struct ExplainOptions {
  std::string name;
  std::string other;  ///< A second strategy: what makes it differ from the first.
  bool all = false;
  std::vector<std::string> results;
  bool json = false;
  std::string scenario;
  Language language = Language::en;
};

/// What a results file holds, without running it again.
struct ReportOptions {
  std::string file;
  std::string out;           ///< Folder of the page, its figures and tables.
  std::string strategy;      ///< Of which the page tells; empty: the first.
  Sign sign = Sign::saving;  ///< Of amounts on the screen and the page.
  std::string workbook;      ///< Where it goes as a workbook (.xlsx).
  std::string csv_folder;
  CsvStyle csv_style = CsvStyle::plain;
  bool json = false;
  bool detail = false;
  bool force = false;
  Language language = Language::en;
};

/// A calibration, or a panel.
struct CalibrateOptions {
  std::string file;
  std::string targets;  ///< In place of those that the file names.
  std::optional<std::uint32_t> seed;
  std::optional<std::uint32_t> members;
  int threads = 0;
  std::string panel;   ///< Spells or cells that hazard ratios are estimated from.
  bool rates = false;  ///< In the layer of the panel also the rates.
  std::string out;     ///< The posterior, or the panel's layer of parameters.
  std::string table;   ///< The posterior's fitted parameters, as a layer (CSV).
  bool force = false;
  bool json = false;
  bool detail = false;
  Language language = Language::en;
};

/// A file that a user begins with.
struct NewOptions {
  std::string kind;
  std::string file;      ///< Empty: called as its kind, in the current folder.
  std::string workbook;  ///< In its place: an empty calculator (.xlsx).
  bool force = false;
  Language language = Language::en;
};

/// The model as a page for browsers.
struct ExplorerOptions {
  std::string out;     ///< Folder that its files are written to.
  bool serve = false;  ///< To browsers on this machine, until stopped; without `out` in any case.
  bool force = false;
  Language language = Language::en;
};

struct FamilyOptions {
  std::string file;
  std::string against;
  std::string workbook;  ///< Where it goes as a calculator (.xlsx).
  std::string csv_folder;
  CsvStyle csv_style = CsvStyle::plain;
  bool force = false;
  bool json = false;
  Language language = Language::en;
};

/// The one command that several processes share; the others are the root's alone.
int run(const RunOptions& options, Ranks& ranks);
int population(const PopulationOptions& options);
int investment_case(const CaseOptions& options);
int study(const StudyOptions& options);
int contrast(const ContrastOptions& options);
int calibrate(const CalibrateOptions& options);
int check(const CheckOptions& options);
int explain(const ExplainOptions& options);
int family(const FamilyOptions& options);
int report(const ReportOptions& options);
int new_file(const NewOptions& options);
int explorer(const ExplorerOptions& options);

}  // namespace samspil::cli
