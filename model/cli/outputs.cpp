#include "model/cli/outputs.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <string_view>
#include <utility>

#include "model/cli/member_file.hpp"
#include "model/cli/report_files.hpp"
#include "model/cli/terminal.hpp"
#include "model/engine/checkpoint_file.hpp"
#include "model/io/h5_kind.hpp"
#include "model/io/output_file.hpp"
#include "model/loading/h5_text.hpp"
#include "model/pages/run_page.hpp"
#include "model/render/figure_file.hpp"
#include "model/render/report_html.hpp"
#include "model/storage/case_text.hpp"
#include "model/storage/results_h5.hpp"
#include "model/words/problem.hpp"

namespace samspil::cli {
namespace {

namespace fs = std::filesystem;

/// How a kind of file begins; HDF5 is looked into instead.
struct Beginning {
  std::string_view file;
  std::string_view text;
  TablesOf command = TablesOf::run;
};
constexpr std::array<Beginning, 22> tables{
    {{"family_lines.csv", "year,member,", TablesOf::family},
     {"family_against.csv", "family,year,", TablesOf::family},
     {"case_lines.csv", "kind,name,", TablesOf::investment_case},
     {"case_results.csv", "purse,net_result_kr,", TablesOf::investment_case},
     {"run.json", "{\n  \"format\": "},
     {"cells.csv", "strategy,effect_level,"},
     {"changes.csv", "strategy,effect_level,"},
     {"outcomes.csv", "strategy,effect_level,"},
     {"week_48.csv", "strategy,effect_level,"},
     {"net_results.csv", "strategy,effect_level,"},
     {"cashable.csv", "strategy,effect_level,"},
     {"freed_hours.csv", "strategy,effect_level,"},
     {"population.csv", "margin,unit,"},
     {"prices.csv", "service,unit,"},
     {"law_and_prices.csv", "name,value"},
     {"stands_on.csv", "part,number,"},
     {"labels.csv", "kind,name,"},
     {"draws.csv", "draw,replicate,"},
     {"draw_outcomes.csv", "draw,replicate,"},
     {"inputs.csv", "draw,"},
     {"drawn_inputs.csv", "input,unit,"},
     {"uncertainty.csv", "strategy,effect_level,budget,"}}};

bool begins_with(const fs::path& file, std::string_view text) {
  std::ifstream in{file, std::ios::binary};
  std::string begin(text.size(), '\0');
  in.read(begin.data(), static_cast<std::streamsize>(begin.size()));
  return in && begin == text;
}

bool is_population_file(const fs::path& file) {
  return is_hdf5_that(file, [](const ResultsReader& found) {
    return found.has("/", "families") && found.has("/fit", "population.csv");
  });
}

bool is_microdata_file(const fs::path& file) {
  return is_hdf5_that(file, [](const ResultsReader& found) {
    return found.has("/", "person_years") && found.has("/", "family_years");
  });
}

bool is_table(const fs::path& file) {
  for (const auto& [name, begin, command] : tables) {
    if (file.filename() == name) return begins_with(file, begin);
    if (file.filename() == name_in_danish(name)) {
      return begins_with(file, beginning_in_danish(begin));
    }
  }
  return false;
}

/// By its own mark, or by that of the page beside it.
bool is_of_report(const fs::path& file) {
  if (begins_with(file, report_begin) || begins_with(file, figure_begin)) return true;
  const fs::path folder = file.parent_path();
  return begins_with(folder / report_page_file, report_begin) ||
         begins_with(folder.parent_path() / report_page_file, report_begin);
}

bool is_of_kind(const fs::path& file, FileKind kind) {
  switch (kind) {
    case FileKind::results:
      return is_results_file(file);
    case FileKind::population:
      return is_population_file(file);
    case FileKind::table:
      return is_table(file);
    case FileKind::microdata:
      return is_microdata_file(file);
    case FileKind::posterior:
      return is_posterior_file(file);
    case FileKind::contrast_case:
      return begins_with(file, case_text_begin);
    case FileKind::report:
      return is_of_report(file);
    case FileKind::start:
    case FileKind::checkpoint:
    case FileKind::members:
      return true;  // read before it is replaced, and refused by its reader
    case FileKind::workbook:
    case FileKind::input:
      return false;  // whatever stands there is the user's
  }
  return false;
}

Key name_of(FileKind kind) {
  switch (kind) {
    case FileKind::results:
      return "fault.not_our_results";
    case FileKind::population:
      return "fault.not_our_population";
    case FileKind::table:
      return "fault.not_our_table";
    case FileKind::microdata:
      return "fault.not_our_microdata";
    case FileKind::posterior:
      return "fault.not_our_posterior";
    case FileKind::contrast_case:
      return "fault.not_our_case";
    case FileKind::report:
      return "fault.not_our_report";
    default:
      return "fault.stands_there";
  }
}

InputError refusal(const Output& output, Message problem, Key remedy) {
  return InputError{Problem{output.path.string(), 0, output.option, std::move(problem), {remedy}}};
}

InputError not_writable(const Output& output, const Message& why) {
  return refusal(output, {"fault.not_writable", why}, "remedy.not_writable");
}

Key name_of(fs::file_type type) {
  switch (type) {
    case fs::file_type::directory:
      return "fault.it_is_folder";
    case fs::file_type::character:
    case fs::file_type::block:
      return "fault.it_is_device";
    case fs::file_type::fifo:
      return "fault.it_is_pipe";
    case fs::file_type::socket:
      return "fault.it_is_socket";
    default:
      return "fault.it_is_irregular";
  }
}

fs::path folder_of(const fs::path& file) {
  return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

/// A file by what it is, not by what it is called: links, hard links and folders on the way.
class Place {
 public:
  explicit Place(const fs::path& file) {
    std::error_code ignored;
    name_ = fs::weakly_canonical(fs::absolute(followed(file)), ignored);
    is_there_ = ::stat(file.c_str(), &node_) == 0;
  }
  explicit Place(int descriptor) { is_there_ = ::fstat(descriptor, &node_) == 0; }

  bool is(const Place& other) const {
    const bool is_same_node = is_there_ && other.is_there_ && node_.st_dev == other.node_.st_dev &&
                              node_.st_ino == other.node_.st_ino;
    return is_same_node || (!name_.empty() && name_ == other.name_);
  }

 private:
  fs::path name_;
  struct stat node_ = {};
  bool is_there_ = false;
};

/// How a file begins that belongs to one run at a time; empty where this is none.
std::string_view begin_of_owned(FileKind kind) noexcept {
  if (kind == FileKind::checkpoint) return "checkpoint ";
  return kind == FileKind::members ? members_begin : std::string_view{};
}

/// Where such a file is half written; its name is fixed, so that runs can keep off each other.
fs::path half_of(const Output& output) { return CheckpointFile::half_of(followed(output.path)); }

/// What stands at `file` is a regular file that may be replaced, or nothing.
void require_regular(const Output& output, const fs::path& file) {
  std::error_code error;
  const fs::file_type type = fs::status(file, error).type();
  if (type != fs::file_type::not_found && type != fs::file_type::regular) {
    throw not_writable(output, error ? system_reason(error.value()) : Message{name_of(type)});
  }
}

/// A file can be made in the folder; one that stands there is not kept from being written.
void require_permission(const Output& output, bool force) {
  const fs::path file = followed(output.path);
  std::error_code error;
  if (!fs::is_directory(folder_of(file), error)) {
    throw not_writable(output, {"fault.there_is_no_folder", folder_of(file).string()});
  }
  if (::access(folder_of(file).c_str(), W_OK | X_OK) != 0) {
    throw not_writable(output, system_reason(errno));
  }
  struct stat there = {};
  if (force || ::stat(file.c_str(), &there) != 0) return;
  if ((there.st_mode & 0222U) == 0 || ::access(file.c_str(), W_OK) != 0) {
    throw refusal(output, {"fault.read_only"}, "remedy.force");
  }
}

/// An empty file holds nothing that could be lost.
void require_own_kind(const Output& output) {
  std::error_code error;
  if (!fs::exists(output.path, error) || fs::file_size(output.path, error) == 0) return;
  if (!is_of_kind(output.path, output.kind)) {
    throw refusal(output, {name_of(output.kind)}, "remedy.force");
  }
}

void require_half(const Output& output) {
  Output half = output;
  half.path = half_of(output);
  require_regular(half, half.path);
  std::error_code error;
  if (!fs::exists(half.path, error) || fs::file_size(half.path, error) == 0) return;
  if (fs::is_symlink(half.path, error) || !begins_with(half.path, begin_of_owned(output.kind))) {
    throw refusal(half, {"fault.not_half_written"}, "remedy.not_half_written");
  }
}

void require_one(const Output& output, bool force) {
  if (!output.path.has_filename()) throw not_writable(output, {"fault.it_is_folder"});
  require_regular(output, output.path);
  require_permission(output, force);
  if (!force) require_own_kind(output);
  if (!begin_of_owned(output.kind).empty()) require_half(output);
  for (const auto& [descriptor, name] :
       {std::pair{STDOUT_FILENO, "stdout"}, std::pair{STDERR_FILENO, "stderr"}}) {
    if (Place{output.path}.is(Place{descriptor})) {
      throw refusal(output, {"fault.is_stream", name}, "remedy.each_a_file");
    }
  }
  if (output.kind == FileKind::workbook && output.path.extension() != ".xlsx") {
    throw refusal(output, {"fault.no_workbook_ending"}, "remedy.workbook_ending");
  }
}

/// The folder of the tables, or the nearest that stands there and would hold it.
void require_folder(const std::string& option, const fs::path& folder) {
  const Output output{option, folder, FileKind::table};
  std::error_code ignored;
  fs::path existing = fs::absolute(folder);
  while (existing.has_relative_path() && !fs::exists(existing, ignored) &&
         !fs::is_symlink(existing, ignored)) {
    existing = existing.parent_path();
  }
  if (!fs::is_directory(existing, ignored)) {
    throw not_writable(output, {"fault.no_folder", existing.string()});
  }
  if (::access(existing.c_str(), W_OK | X_OK) != 0) {
    throw not_writable(output, system_reason(errno));
  }
}

std::vector<Place> places_of(const Output& output) {
  std::vector<Place> places{Place{output.path}};
  if (!begin_of_owned(output.kind).empty()) places.emplace_back(half_of(output));
  return places;
}

bool meet(const std::vector<Place>& some, const std::vector<Place>& others) {
  for (const Place& place : some) {
    for (const Place& other : others) {
      if (place.is(other)) return true;
    }
  }
  return false;
}

}  // namespace

void Outputs::add(std::string option, const std::string& path, FileKind kind) {
  if (!path.empty()) outputs_.push_back({std::move(option), path, kind, false});
}

void Outputs::add_folder(std::string option, const std::string& folder,
                         const std::vector<std::string>& names, FileKind kind) {
  if (folder.empty()) return;
  for (const std::string& name : names) {
    outputs_.push_back({option, fs::path{folder} / name, kind, true});
  }
  folders_.emplace_back(std::move(option), folder);
}

void Outputs::add_tables(std::string option, const std::string& folder, CsvStyle style,
                         TablesOf command) {
  std::vector<std::string> names;
  for (const Beginning& table : tables) {
    if (table.command != command) continue;
    const bool is_danish = style == CsvStyle::excel_da && table.file.ends_with(".csv");
    names.push_back(is_danish ? name_in_danish(table.file) : std::string{table.file});
  }
  tables_option_ = option;
  tables_folder_ = folder;
  add_folder(std::move(option), folder, names, FileKind::table);
}

void Outputs::add_report(std::string option, const std::string& folder) {
  add_folder(std::move(option), folder, report_file_names(), FileKind::report);
}

void Outputs::require_writable(bool force) const {
  for (const auto& [option, folder] : folders_) require_folder(option, folder);
  std::error_code ignored;
  for (const Output& output : outputs_) {
    const bool is_in_new_folder =
        output.is_in_folder && !fs::exists(output.path.parent_path(), ignored);
    if (!is_in_new_folder) require_one(output, force);
  }
  for (auto one = outputs_.begin(); one != outputs_.end(); ++one) {
    for (auto other = outputs_.begin(); other != one; ++other) {
      if (!meet(places_of(*one), places_of(*other))) continue;
      throw refusal(*one, {"fault.same_file", other->option}, "remedy.each_its_own");
    }
    if (one->kind != FileKind::table && is_folder_of_tables(*one)) {
      throw refusal(*one, {"fault.folder_too", tables_option_}, "remedy.each_its_own");
    }
  }
}

bool Outputs::is_folder_of_tables(const Output& output) const {
  if (tables_folder_.empty()) return false;
  for (fs::path folder = fs::absolute(tables_folder_); folder.has_relative_path();
       folder = folder.parent_path()) {
    if (meet(places_of(output), {Place{folder}})) return true;
  }
  return false;
}

void Outputs::require_apart_from(const std::vector<fs::path>& inputs) const {
  for (const fs::path& input : inputs) {
    for (const Output& output : outputs_) {
      if (meet(places_of(output), {Place{input}})) {
        throw refusal(output, {"fault.input_too", input.string()}, "remedy.other_name");
      }
    }
  }
}

void write_tables(const std::string& folder, std::vector<WrittenTable> tables, CsvStyle style,
                  Language language) {
  std::vector<std::pair<std::string, std::string>> files;
  for (WrittenTable& table : tables) {
    if (style == CsvStyle::excel_da) table = in_danish_excel(table);
    files.emplace_back(std::move(table.name), std::move(table.text));
  }
  write_all(folder, files);
  tell(say(language, "run.written_line", folder));
}

void write_workbook(const std::string& file, const std::string& bytes, Language language) {
  write_whole(file, bytes);
  tell(say(language, "run.written_line", file));
}

void warn_of_left_out(const Json& document, Language language) {
  const std::string warning = left_out_warning(document, language);
  if (!warning.empty()) tell(warning);
}

InputError no_output_of_own(const std::string& file, const std::string& option) {
  return InputError{Problem{file, 0, option, {"fault.own_told"}, {"remedy.own_told"}}};
}

}  // namespace samspil::cli
