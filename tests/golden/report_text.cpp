#include "tests/golden/report_text.hpp"

namespace samspil::test {
namespace {

std::string joined(const Text& text) {
  std::string all;
  for (const Piece& piece : text) all += piece.text;
  return all;
}

class Texts {
 public:
  void add(const std::string& text) {
    if (!text.empty()) texts_.push_back(text);
  }
  void add(const FigureAxis& axis) {
    for (const std::string* one : {&axis.label, &axis.below, &axis.above}) add(*one);
  }
  void add(const Table& table) {
    tables_.push_back(table);
    for (const Row& row : table.rows) {
      std::string line = row.label;
      for (const Cell& cell : row.cells) line += " | " + cell.text;
      add(line);
    }
  }

  void operator()(const DotsFigure& of) {
    add(of.no_effect);
    add(of.axis);
  }
  void operator()(const YearsFigure& of) {
    for (const std::string& year : of.years) add(year);
    for (const std::string& row : of.rows) add(row);
    for (const YearPanel& panel : of.panels) {
      add(panel.label);
      for (const auto& row : panel.rows) {
        for (const std::string& cell : row) add(cell);
      }
    }
    add(of.axis);
  }
  void operator()(const BarsFigure& of) {
    for (const std::string& column : of.columns) add(column);
    for (const Bar& bar : of.bars) {
      std::string line = bar.label;
      for (const Piece& cell : bar.cells) line += " | " + cell.text;
      add(line);
      add(bar.note);
      add(bar.spoken);
    }
    add(of.axis);
  }
  void operator()(const PeopleFigure& of) {
    for (const PeopleNeeded& need : of.needs) {
      add(joined(need.says));
      for (const std::string* one :
           {&need.note, &need.needed_label, &need.moved_label, &need.axis_label, &need.spoken}) {
        add(*one);
      }
    }
  }
  void operator()(const SharesFigure& of) {
    for (const Share& share : of.shares) add(share.label);
  }

  void add(const Figure& figure) {
    add(figure.title);
    add(figure.spoken);
    std::visit(*this, figure.drawn);
    add(figure.data);
  }
  void add(const ReportSection& section) {
    add(section.heading);
    add(section.sub);
    for (const Figure& figure : section.figures) add(figure);
    for (const Text& note : section.notes) add(joined(note));
  }
  void add(const Trace& trace) {
    add(trace.title);
    for (const std::string& line : trace.says) add(line);
    for (const Table& table : trace.tables) add(table);
  }

  void add(const ReportPage& page) {
    for (const std::string* one : {&page.title, &page.about, &page.question}) add(*one);
    add(joined(page.answer));
    for (const auto& [label, piece] : page.sum) add(label + " | " + piece.text);
    add(page.answer_figure);
    for (const std::string* one : {&page.terms, &page.terms_short, &page.range_key}) add(*one);
    for (const auto* sections : {&page.first, &page.second, &page.beside}) {
      for (const ReportSection& section : *sections) add(section);
    }
    add(page.caveats_heading);
    for (const std::string& caveat : page.caveats) add(caveat);
    add(page.sources_heading);
    for (const Term& term : page.sources) {
      add(term.term);
      for (const std::string& line : term.says) add(line);
    }
    add(page.grades);
    add(page.traces_heading);
    add(page.traces_say);
    for (const Trace& trace : page.traces) add(trace);
  }

  std::vector<std::string> texts_;
  std::vector<Table> tables_;
};

}  // namespace

std::vector<std::string> texts_of(const ReportPage& page) {
  Texts all;
  all.add(page);
  return all.texts_;
}

std::vector<std::pair<double, std::string>> numbers_behind(const ReportPage& page) {
  Texts all;
  all.add(page);
  std::vector<std::pair<double, std::string>> numbers;
  for (const Table& table : all.tables_) {
    for (const Row& row : table.rows) {
      for (const Cell& cell : row.cells) {
        if (cell.value) numbers.emplace_back(*cell.value, row.label + ": " + cell.text);
      }
    }
  }
  return numbers;
}

}  // namespace samspil::test
