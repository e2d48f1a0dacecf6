#include "model/io/csv.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace samspil {
namespace {

/// Walks through a text one record at a time.
class CsvReader {
 public:
  CsvReader(std::string_view text, const std::string& file, std::vector<Problem>& problems)
      : text_{text}, file_{file}, problems_{problems} {}

  bool at_end() const noexcept { return at_ >= text_.size(); }

  /// The next record; without cells when it was an empty line or had a fault.
  CsvRow next_row() {
    CsvRow row{line_, {}};
    const bool empty_line = text_[at_] == '\n' || text_.substr(at_).starts_with("\r\n");
    const std::size_t faults = problems_.size();
    while (true) {
      row.cells.push_back(!at_end() && text_[at_] == '"' ? quoted_cell() : plain_cell());
      if (at_end() || text_[at_] != ',') break;
      ++at_;
    }
    end_line();
    if (empty_line || problems_.size() > faults) row.cells.clear();
    return row;
  }

 private:
  std::string plain_cell() {
    const std::size_t end = std::min(text_.find_first_of(",\n", at_), text_.size());
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

  /// After a closing quote only a comma or the end of the line may follow.
  void skip_to_separator() {
    if (!at_end() && text_[at_] == '\r') ++at_;
    if (at_end() || text_[at_] == ',' || text_[at_] == '\n') return;
    refuse({"fault.text_after_quote"}, {"remedy.quote_twice"});
    at_ = std::min(text_.find_first_of(",\n", at_), text_.size());
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
  const std::string& file_;
  std::vector<Problem>& problems_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

namespace {

constexpr std::size_t most_rows = 2'000;

bool is_blank(const CsvRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return cell.empty(); });
}

/// Why a text is not divided into cells by commas, told by its first line.
std::optional<Problem> fault_of_header(const CsvRow& header, const std::string& file) {
  const auto fault = [&](Key problem, Key remedy) {
    return Problem{file, header.line, "", {problem}, {remedy}};
  };
  const std::vector<std::string>& cells = header.cells;
  if (!cells.empty() && cells[0].starts_with("sep=")) {
    return fault("fault.excel_line", "remedy.delete_line");
  }
  if (cells.size() != 1) return std::nullopt;
  if (cells[0].find(';') != std::string::npos) {
    return fault("fault.semicolons", "remedy.with_commas");
  }
  if (cells[0].find('\t') != std::string::npos) {
    return fault("fault.tabs", "remedy.with_commas");
  }
  return std::nullopt;
}

/// Why a row has not as many cells as the header, or none that says anything.
std::optional<Problem> fault_of_row(const CsvRow& row, std::size_t columns,
                                    const std::string& file) {
  if (is_blank(row)) {
    return Problem{file, row.line, "", {"fault.commas_alone"}, {"remedy.delete_line"}};
  }
  if (row.cells.size() == columns) return std::nullopt;
  const bool only_commas =
      row.cells.size() > columns &&
      std::all_of(row.cells.begin() + static_cast<std::ptrdiff_t>(columns), row.cells.end(),
                  [](const std::string& cell) { return cell.empty(); });
  return Problem{file,
                 row.line,
                 row.cells[0],
                 {"fault.cells", row.cells.size(), columns},
                 {only_commas ? Key{"remedy.delete_commas"} : Key{"remedy.one_cell_each"}}};
}

}  // namespace

CsvTable parse_csv(std::string_view text, const std::string& file, std::vector<Problem>& problems) {
  CsvTable table;
  if (text.find('\r') != std::string_view::npos && text.find('\n') == std::string_view::npos) {
    problems.push_back({file, 1, "", {"fault.line_ends"}, {"remedy.line_ends"}});
    return table;
  }
  CsvReader reader{text, file, problems};
  while (!reader.at_end() && table.header.cells.empty()) table.header = reader.next_row();
  if (auto fault = fault_of_header(table.header, file)) {
    problems.push_back(*std::move(fault));
    return {};
  }
  for (std::size_t rows = 0; !reader.at_end();) {
    CsvRow row = reader.next_row();
    if (row.cells.empty()) continue;
    if (++rows > most_rows) {
      problems.push_back(
          {file, row.line, "", {"fault.too_many_rows", most_rows}, {"remedy.fewer_rows"}});
      return {};
    }
    if (auto fault = fault_of_row(row, table.header.cells.size(), file)) {
      problems.push_back(*std::move(fault));
      continue;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace samspil
