#include "model/io/csv.hpp"

#include <fmt/core.h>

#include <cstddef>

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
      refuse("a quote inside a cell that does not begin with one",
             "put the whole cell in quotes and write each quote in it twice");
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
    problems_.push_back(
        {file_, opened, "", "a quote is never closed", "end the cell with a quote"});
    return cell;
  }

  /// After a closing quote only a comma or the end of the line may follow.
  void skip_to_separator() {
    if (!at_end() && text_[at_] == '\r') ++at_;
    if (at_end() || text_[at_] == ',' || text_[at_] == '\n') return;
    refuse("text after the closing quote of a cell", "write each quote inside a cell twice");
    at_ = std::min(text_.find_first_of(",\n", at_), text_.size());
  }

  void end_line() noexcept {
    if (at_end()) return;
    ++at_;
    ++line_;
  }

  void refuse(const char* problem, const char* remedy) {
    problems_.push_back({file_, line_, "", problem, remedy});
  }

  std::string_view text_;
  const std::string& file_;
  std::vector<Problem>& problems_;
  std::size_t at_ = 0;
  int line_ = 1;
};

}  // namespace

CsvTable parse_csv(std::string_view text, const std::string& file, std::vector<Problem>& problems) {
  CsvTable table;
  CsvReader reader{text, file, problems};
  while (!reader.at_end() && table.header.cells.empty()) table.header = reader.next_row();
  const std::size_t columns = table.header.cells.size();
  if (columns == 1 && table.header.cells[0].find(';') != std::string::npos) {
    problems.push_back({file, table.header.line, "", "cells are separated by semicolons",
                        "save the file as CSV with commas and decimal points"});
    return {};
  }
  while (!reader.at_end()) {
    CsvRow row = reader.next_row();
    if (row.cells.empty()) continue;
    if (row.cells.size() != columns) {
      problems.push_back({file, row.line, row.cells[0],
                          fmt::format("{} cells, {} expected", row.cells.size(), columns),
                          "give every column of the header one cell; quote a cell with a comma"});
      continue;
    }
    table.rows.push_back(std::move(row));
  }
  return table;
}

void append_csv_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    if (cells[i].find_first_of(",\"\r\n") == std::string::npos) {
      out += cells[i];
      continue;
    }
    out += '"';
    for (const char c : cells[i]) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += '\n';
}

}  // namespace samspil
