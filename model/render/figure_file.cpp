#include "model/render/figure_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/render/figure_svg.hpp"
#include "model/render/html.hpp"
#include "model/render/report_style.hpp"
#include "model/words/numbers.hpp"

namespace samspil {
namespace {

constexpr double width = 760, edge = 24, inside = width - 2 * edge;

/// Words in lines of about so many letters.
std::vector<std::string> lines_of(const std::string& text, std::size_t most) {
  std::vector<std::string> lines{""};
  std::size_t from = 0;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    const std::string word = text.substr(from, end - from);
    if (!lines.back().empty() && display_width(lines.back() + ' ' + word) > most) {
      lines.emplace_back();
    }
    lines.back() += (lines.back().empty() ? "" : " ") + word;
    from = end + 1;
  }
  return lines;
}

/// What is drawn so far, from above.
struct Sheet {
  std::string markup;
  double height = 0;

  void text(std::string_view look, double x, std::string_view says,
            std::string_view anchor = "start") {
    markup += text_element("text",
                           {{"class", std::string{look}},
                            {"x", fmt::format("{:.0f}", x)},
                            {"y", fmt::format("{:.0f}", height)},
                            {"text-anchor", std::string{anchor}}},
                           says);
  }
  void lines(std::string_view look, const std::string& says, std::size_t most, double apart) {
    for (const std::string& line : lines_of(says, most)) {
      height += apart;
      text(look, edge, line);
    }
  }
  void put(const Drawn& drawn, std::string_view hue) {
    markup += element(
        "g",
        {{"class", std::string{hue}}, {"transform", fmt::format("translate(0 {:.0f})", height)}},
        drawn.markup);
  }
  void put_and_go_on(const Drawn& drawn, Hue hue) {
    put(drawn, hue_class(hue));
    height += drawn.height;
  }
};

class Drawing {
 public:
  Drawing(Sheet& sheet, Language language) : sheet_{sheet}, language_{language} {}

  void operator()(const DotsFigure& figure) {
    sheet_.put_and_go_on(drawn_dots(figure, Pen{edge, inside, 0.05}, language_), figure.hue);
    sheet_.height += 14;
    ends(figure.axis, edge, inside);
  }

  void operator()(const YearsFigure& figure) {
    constexpr double axis = 56, apart = 18;
    const Scale scale = scale_of(figure);
    const double room = inside - axis - apart * static_cast<double>(figure.panels.size() - 1);
    const double part = room / (5 + 2 * static_cast<double>(figure.panels.size() - 1));
    sheet_.height += 22;
    double left = edge + axis;
    double base = sheet_.height;
    sheet_.put(drawn_year_axis(scale, figure.axis, Pen{edge, axis - 10}, language_), "off");
    for (std::size_t i = 0; i < figure.panels.size(); ++i) {
      const YearPanel& panel = figure.panels[i];
      const double wide = i == 0 ? 5 * part : 2 * part;
      sheet_.height = base - 10;
      const bool is_last = i + 1 == figure.panels.size();
      sheet_.text("s", is_last ? left + wide : left, panel.label, is_last ? "end" : "start");
      sheet_.height = base;
      const Drawn drawn = drawn_panel(panel, scale, i == 0, Pen{left, wide});
      sheet_.put(drawn, hue_class(panel.hue));
      sheet_.height = base + drawn.height + 16;
      for (std::size_t year = 0; year < figure.years.size(); ++year) {
        const bool is_told = i == 0 || year == 0 || year + 1 == figure.years.size();
        if (!is_told) continue;
        const double place =
            (static_cast<double>(year) + 0.5) / static_cast<double>(figure.years.size());
        sheet_.text("t", left + place * wide,
                    i == 0 ? figure.years[year] : "’" + figure.years[year].substr(2), "middle");
      }
      left += wide + apart;
    }
    sheet_.height += 10;
  }

  void operator()(const BarsFigure& figure) {
    constexpr double label = 250, number = 84;
    const Scale scale = scale_of(figure);
    const Pen pen{edge + label + number + 20, inside - label - number - 20, 0.06};
    for (const Bar& bar : figure.bars) {
      sheet_.put(drawn_bar(bar.range, scale, 32, pen), hue_class(bar.hue));
      sheet_.height += 21;
      sheet_.text(bar.is_sum || bar.is_chosen ? "s" : "l", edge + (bar.is_indented ? 14 : 0),
                  lines_of(bar.label, 36).front());
      if (!bar.cells.empty()) {
        sheet_.text("s", edge + label + number, bar.cells.back().text, "end");
      }
      sheet_.height += 11;
    }
    sheet_.put_and_go_on(drawn_bar_axis(scale, figure.axis, pen, language_), Hue::people);
    sheet_.height += 14;
    ends(figure.axis, edge + label + number + 20, inside - label - number - 20);
  }

  void operator()(const PeopleFigure& figure) {
    for (const PeopleNeeded& need : figure.needs) {
      std::string says;
      for (const Piece& piece : need.says) says += piece.text;
      sheet_.lines("s", says, 84, 24);
      if (!need.note.empty()) sheet_.lines("t", need.note, 96, 18);
      sheet_.height += 8;
      sheet_.put_and_go_on(drawn_need(need, Pen{edge, inside, 0.06}, language_), Hue::people);
      sheet_.lines("t", need.axis_label, 96, 16);
      sheet_.height += 12;
    }
  }

  void operator()(const SharesFigure& figure) {
    sheet_.height += 8;
    sheet_.put_and_go_on(drawn_shares(figure, Pen{edge, inside}), Hue::people);
    std::string all;
    for (const Share& share : figure.shares) {
      all += (all.empty() ? "" : ", ") + short_number(100 * share.share, 0, language_) + " % " +
             share.label;
    }
    sheet_.lines("t", all, 96, 20);
  }

 private:
  void ends(const FigureAxis& axis, double left, double across) {
    sheet_.text("t", left, axis.below);
    sheet_.text("t", left + across / 2, axis.label, "middle");
    sheet_.text("t", left + across, axis.above, "end");
    sheet_.height += 8;
  }

  Sheet& sheet_;
  Language language_;
};

}  // namespace

std::string figure_file(const Figure& figure, const std::string& terms, Language language) {
  Sheet sheet;
  sheet.height = 14;
  sheet.lines("title", figure.title, 66, 24);
  sheet.height += 14;
  std::visit(Drawing{sheet, language}, figure.drawn);
  sheet.height += 4;
  sheet.lines("terms", terms, 112, 17);
  sheet.height += 16;
  const std::string style = figure_style() +
                            "svg.f text.title{font-size:19px;font-weight:600;fill:#15202b}"
                            "svg.f text.terms{font-size:12.5px}svg.f text.l{fill:#15202b}";
  const std::string paper =
      empty_element("rect", {{"width", "100%"}, {"height", "100%"}, {"fill", "#ffffff"}});
  const std::string height = fmt::format("{:.0f}", sheet.height);
  return std::string{figure_begin} + '\n' +
         element("svg",
                 {{"xmlns", "http://www.w3.org/2000/svg"},
                  {"class", "f"},
                  {"width", "760"},
                  {"height", height},
                  {"viewBox", "0 0 760 " + height},
                  {"role", "img"},
                  {"aria-label", figure.title + ". " + figure.spoken}},
                 text_element("title", {}, figure.title) + element("style", {}, style) + paper +
                     sheet.markup) +
         '\n';
}

}  // namespace samspil
