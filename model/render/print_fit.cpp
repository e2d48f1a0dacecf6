#include "model/render/print_fit.hpp"

#include <algorithm>
#include <cmath>

#include "model/words/numbers.hpp"

namespace samspil {
namespace {

/// A4 less its margins [px at 96 to an inch].
constexpr double paper_width = 710, paper_height = 1046;
constexpr double largest = 0.70, smallest = 0.44, step = 0.01;
/// Width of a letter by the size of its type, on average and a little more.
constexpr double letter = 0.5;

/// Height of a text in so wide a column.
double lines(std::string_view text, double width, double size, double apart) {
  if (text.empty()) return 0;
  const double letters = std::max(1.0, std::floor(width / (size * letter)));
  return apart * std::ceil(static_cast<double>(display_width(text)) / letters);
}

std::string joined(const Text& text) {
  std::string all;
  for (const Piece& piece : text) all += piece.text;
  return all;
}

double head(const std::string& heading, const std::string& sub, double width) {
  return 37 + lines(heading, std::min(width, 900.0), 21, 27) + 4 + lines(sub, width, 14, 19);
}

struct Height {
  double width;

  double operator()(const DotsFigure& figure) const { return figure.results.empty() ? 130 : 220; }
  double operator()(const YearsFigure&) const { return 30 + 216 + 27 + 28 + 42 + 50 + 12; }
  double operator()(const BarsFigure& figure) const {
    constexpr std::size_t many = 5;
    double all = 52;
    for (const Bar& bar : figure.bars) {
      const double column = width * 0.36;
      const bool has_note = !bar.note.empty() && figure.bars.size() <= many;
      all += bar.note.empty() ? 25
             : has_note       ? std::max(34.0, 5 + lines(bar.label, column, 15, 19) +
                                                   lines(bar.note, column, 13.5, 18.4))
                              : 33;
    }
    return all;
  }
  double operator()(const PeopleFigure& figure) const {
    double most = 0;
    for (const PeopleNeeded& need : figure.needs) {
      const double icons = need.of > 0 ? 3 * 27 + 30 : 0;
      most = std::max(most, 46 + lines(need.note, width / 2 - 40, 14, 19) + icons + 90 + 20);
    }
    return most;
  }
  double operator()(const SharesFigure&) const { return 80; }
};

double section(const ReportSection& of, double width) {
  double all = head(of.heading, of.sub, width);
  for (const Figure& figure : of.figures) all += std::visit(Height{width}, figure.drawn);
  for (const Text& note : of.notes) all += 2 + lines(joined(note), width, 13.5, 18.4);
  return all + (of.notes.empty() ? 0 : 6);
}

double first_page(const ReportPage& page, double width) {
  const double half = width - 440 - 48 - 56;
  double all = 30 + lines(page.question, std::min(width, 780.0), 30, 36) + 16;
  all += 28 + std::max(lines(joined(page.answer), half, 23, 32) + 70, 250.0);
  all += 16 + lines(page.terms, width, 13.5, 18.4) + 32;
  for (const ReportSection& of : page.first) all += section(of, width);
  return all + 40;
}

double terms(const ReportPage& page, double width) {
  const double column = (width - 28) / 2;
  double all = 0, beside = 0;
  for (std::size_t i = 0; i < page.sources.size(); ++i) {
    double own = 21;
    for (const std::string& line : page.sources[i].says) own += lines(line, column, 13.5, 18.4);
    beside = i % 2 == 0 ? own : std::max(beside, own);
    if (i % 2 == 1 || i + 1 == page.sources.size()) all += beside + 6;
  }
  return all;
}

double second_page(const ReportPage& page, double width) {
  double all = 0;
  for (const ReportSection& of : page.second) all += section(of, width);
  const double half = (width - 48) / 2;
  all += std::max(section(page.beside.front(), half), section(page.beside.back(), half));
  double caveats = head(page.caveats_heading, "", half);
  for (const std::string& caveat : page.caveats)
    caveats += 7 + lines(caveat, half - 20, 13.5, 18.4);
  const double sources = head(page.sources_heading, "", half) + terms(page, half) + 80;
  return all + std::max(caveats, sources) + 40;
}

}  // namespace

double print_zoom(const ReportPage& page) {
  for (double zoom = largest; zoom > smallest; zoom -= step) {
    const double width = paper_width / zoom, height = paper_height / zoom;
    if (first_page(page, width) <= height && second_page(page, width) <= height) return zoom;
  }
  return smallest;
}

}  // namespace samspil
