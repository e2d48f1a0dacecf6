#include "model/io/csv.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>

namespace samspil {
namespace {

/// Walks through a text one record at a time.
class CsvReader {
 public:
  CsvReader(std::string_view text, char separator, int line, const std::string& file,
            std::vector<Problem>& problems)
      : text_{text},
        separator_{separator},
        cell_ends_{separator, '\n'},
        file_{file},
        problems_{problems},
        line_{line} {}

  bool at_end() const noexcept { return at_ >= text_.size(); }
  /// How many bytes were read.
  std::size_t place() const noexcept { return std::min(at_, text_.size()); }

  /// The next record; without cells when it was an empty line or had a fault.
  CsvRow next_row() {
    CsvRow row{line_, {}};
    const bool empty_line = text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n");
    const std::size_t faults = problems_.size();
    while (true) {
      row.cells.push_back(!at_end() && text_[at_] == '"' ? quoted_cell() : plain_cell());
      if (at_end() || text_[at_] != separator_) break;
      ++at_;
    }
    end_line();
    if (empty_line || problems_.size() > faults) row.cells.clear();
    return row;
  }

 private:
  std::string plain_cell() {
    const std::size_t end = std::min(text_.find_first_of(cell_ends_, at_), text_.size());
    std::string_view cell = text_.substr(at_, end - at_);
    at_ = end;
    if (cell.ends_with('\r')) cell.remove_suffix(1);
    if (cell.find('"') != std::string_view::npos) {
      refuse({"fault.quote_inside"}, {"remedy.quote_cell"});
    }
    return std::string{cell};
  }

  std::string quoted_cell() {
    const int opened = line_;
    std::string cell;
    for (++at_; !at_end(); ++at_) {
      const char c = text_[at_];
      if (c == '"' && !text_.substr(at_).starts_with("\"\"")) {
        ++at_;
        skip_to_separator();
        return cell;
      }
      if (c == '"') ++at_;
      if (c == '\n') ++line_;
      cell += c;
    }
    problems_.push_back({file_, opened, "", {"fault.quote_open"}, {"remedy.close_quote"}});
    return cell;
  }

  /// After a closing quote only a separator or the end of the line may follow.
  void skip_to_separator() {
    if (!at_end() && text_[at_] == '\r') ++at_;
    if (at_end() || text_[at_] == separator_ || text_[at_] == '\n') return;
    refuse({"fault.text_after_quote"}, {"remedy.quote_twice"});
    at_ = std::min(text_.find_first_of(cell_ends_, at_), text_.size());
  }

  void end_line() noexcept {
    if (at_end()) return;
    ++at_;
    ++line_;
  }

  void refuse(Message problem, Message remedy) {
    problems_.push_back({file_, line_, "", std::move(problem), std::move(remedy)});
  }

  std::string_view text_;
  char separator_;
  std::string cell_ends_;
  const std::string& file_;
  std::vector<Problem>& problems_;
  std::size_t at_ = 0;
  int line_;
};

}  // namespace

namespace {

bool is_blank(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

/// What separates the cells of a text, and where it begins.
struct Dialect {
  char separator = ',';
  std::size_t begin = 0;
  int line = 1;
};

/// As the first line declares it for Excel, else by the header.
Dialect dialect_of(std::string_view text) noexcept {
  constexpr std::string_view declared = "sep=";
  const std::string_view first = text.substr(0, text.find('\n'));
  if (first.starts_with(declared) && first.size() > declared.size()) {
    return {first[declared.size()], std::min(first.size() + 1, text.size()), 2};
  }
  if (first.find(';') != std::string_view::npos) return {.separator = ';'};
  if (first.find('\t') != std::string_view::npos) return {.separator = '\t'};
  return {};
}

/// Takes off the empty cells behind the last that a row should have.
void drop_trailing(CsvRow& row, std::size_t columns) {
  while (row.cells.size() > columns && row.cells.back().empty()) row.cells.pop_back();
}

/// Why a row has not as many cells as the header.
std::optional<Problem> fault_of_row(const CsvRow& row, std::size_t columns, const std::string& file,
                                    bool tells_rows) {
  if (row.cells.size() == columns) return std::nullopt;
  return Problem{file,
                 row.line,
                 tells_rows ? row.cells[0] : "",
                 {"fault.cells", row.cells.size(), columns},
                 {"remedy.one_cell_each"}};
}

}  // namespace

CsvTable parse_csv(std::string_view written, const std::string& file,
                   std::vector<Problem>& problems, CsvForm form) {
  std::string text{written};
  if (text.find('\n') == std::string::npos) std::replace(text.begin(), text.end(), '\r', '\n');
  const Dialect dialect = dialect_of(text);
  CsvTable table;
  table.decimal_commas = dialect.separator != ',';
  CsvReader reader{std::string_view{text}.substr(dialect.begin), dialect.separator, dialect.line,
                   file, problems};
  while (!reader.at_end() && table.header.cells.empty()) table.header = reader.next_row();
  drop_trailing(table.header, 1);
  for (std::size_t rows = 0; !reader.at_end();) {
    CsvRow row = reader.next_row();
    if (row.cells.empty() || is_blank(row)) continue;
    if (++rows > form.most_rows) {
      problems.push_back(
          {file, row.line, "", {"fault.too_many_rows", form.most_rows}, {"remedy.fewer_rows"}});
      return {};
    }
    drop_trailing(row, table.header.cells.size());
    if (auto fault = fault_of_row(row, table.header.cells.size(), file, form.tells_rows)) {
      problems.push_back(*std::move(fault));
      continue;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

std::vector<std::string> CsvRows::next() {
  if (text_.empty()) return {};
  std::vector<Problem> none;
  const std::string file;
  CsvReader reader{text_, ',', 1, file, none};
  CsvRow row = reader.next_row();
  text_.remove_prefix(reader.place());
  return std::move(row.cells);
}

}  // namespace samspil
