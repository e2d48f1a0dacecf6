#include "model/render/figure_html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/render/figure_file.hpp"
#include "model/render/figure_svg.hpp"
#include "model/render/html.hpp"

namespace samspil {
namespace {

std::string word(Key key, Language language) { return std::string{phrase(key, language)}; }

std::string hidden(const std::string& text) {
  return text.empty() ? "" : text_element("span", {{"class", "vh"}}, text);
}

std::string ends_html(const FigureAxis& axis, bool has_label) {
  std::string ends = text_element("span", {}, axis.below);
  if (has_label) ends += text_element("span", {}, axis.label);
  return element("div", {{"class", "ends"}}, ends + text_element("span", {}, axis.above));
}

constexpr double bar_margin = 0.08;

class Html {
 public:
  Html(const Figure& figure, Language language) : figure_{figure}, language_{language} {}

  std::string operator()(const DotsFigure& dots) const {
    return in_svg(drawn_dots(dots, Pen{0.04}, language_), dots.hue, figure_.spoken) +
           ends_html(dots.axis, true);
  }

  std::string operator()(const YearsFigure& years) const {
    const Scale scale = scale_of(years);
    std::string html = axis_html(years, scale, true);
    for (std::size_t i = 0; i < years.panels.size(); ++i) {
      if (i == 1) html += axis_html(years, scale, false);
      html += panel_html(years, years.panels[i], scale, i == 0);
    }
    return element("div", {{"class", "years"}, {"role", "group"}, {"aria-label", figure_.title}},
                   html);
  }

  std::string operator()(const BarsFigure& bars) const {
    const Scale scale = scale_of(bars);
    std::string head;
    for (std::size_t i = 0; i < bars.columns.size(); ++i) {
      const std::string look = i == 0 ? "" : column_class(bars, i - 1);
      head += text_element("th", {{"scope", "col"}, {"class", look}}, bars.columns[i]);
    }
    const bool has_unit = !bars.axis.label.empty() && bars.axis.label != "%";
    head += element("th", {{"scope", "col"}, {"class", "fg"}}, ends_html(bars.axis, has_unit));
    std::string rows;
    bool is_wide = false;
    for (const Bar& bar : bars.bars) {
      rows += row_html(bars, bar, scale);
      is_wide = is_wide || !bar.note.empty();
    }
    constexpr std::size_t many = 5;  // then only their names are printed
    std::string look = is_wide ? "who wide-rows" : "who";
    if (is_wide && bars.bars.size() > many) look += " many";
    std::string foot = element("td", {}, "");
    for (std::size_t i = 1; i < bars.columns.size(); ++i) {
      foot += element("td", {{"class", column_class(bars, i - 1)}}, "");
    }
    foot +=
        element("td", {{"class", "fg"}},
                in_svg(drawn_bar_axis(scale, bars.axis, Pen{bar_margin}, language_), Hue::people));
    return element("table", {{"class", look}},
                   text_element("caption", {{"class", "vh"}}, figure_.title) +
                       element("thead", {}, element("tr", {}, head)) + element("tbody", {}, rows) +
                       element("tfoot", {{"aria-hidden", "true"}}, element("tr", {}, foot)));
  }

  std::string operator()(const PeopleFigure& people) const {
    std::string html;
    for (const PeopleNeeded& need : people.needs) {
      if (!html.empty()) {
        html += element("div", {{"class", "or"}, {"aria-hidden", "true"}},
                        text_element("span", {}, word("report.or", language_)));
      }
      html += need_html(need);
    }
    return element("div", {{"class", "be2"}}, html);
  }

  std::string operator()(const SharesFigure& shares) const {
    std::string key;
    int place = 0;
    for (const Share& share : shares.shares) {
      const std::string look = fmt::format("share{}", place++);
      if (share.share == 0) continue;
      key += element(
          "li", {},
          element("svg", {{"viewBox", "0 0 12 12"}, {"aria-hidden", "true"}},
                  empty_element("rect", {{"class", look}, {"width", "12"}, {"height", "12"}})) +
              escaped(share.label));
    }
    return in_svg(drawn_shares(shares, Pen{}), Hue::people, figure_.spoken) +
           element("ul", {{"class", "shkey"}}, key);
  }

 private:
  /// The chance stays on a narrow screen, and the main column; the others stand in the table.
  static std::string column_class(const BarsFigure& bars, std::size_t cell) {
    if (cell == bars.main_column) return "tt";
    return bars.chance_column == cell ? "yr keep" : "yr";
  }

  std::string row_html(const BarsFigure& bars, const Bar& bar, const Scale& scale) const {
    std::string label = bar.has_mark ? mark_of(bar.hue) : "";
    label += bar.note.empty() ? escaped(bar.label)
                              : text_element("span", {{"class", "w"}}, bar.label) +
                                    element("span", {{"class", "small"}},
                                            piece_html({bar.note, false, bar.note_trace}));
    std::string row =
        element("th", {{"scope", "row"}, {"class", bar.is_indented ? "in" : ""}}, label);
    for (std::size_t i = 0; i < bar.cells.size(); ++i) {
      std::string cell = piece_html(bar.cells[i]);
      if (bar.saves && bars.chance_column == i) {
        cell += small_dots(*bar.saves, say(language_, "report.of_twenty", *bar.saves));
      }
      row += element("td", {{"class", column_class(bars, i)}}, cell);
    }
    const double height = bar.note.empty() ? 30 : 40;
    row += element(
        "td", {{"class", "fg"}},
        in_svg(drawn_bar(bar.range, scale, height, Pen{bar_margin}), bar.hue) + hidden(bar.spoken));
    return element("tr", {{"class", bar.is_sum ? "sum" : bar.is_chosen ? "sel" : ""}}, row);
  }

  std::string axis_html(const YearsFigure& years, const Scale& scale, bool is_first) const {
    std::string html = in_svg(drawn_year_axis(scale, years.axis, Pen{}, language_), Hue::people);
    html += text_element("div", {{"class", "yl y"}}, years.axis.label);
    for (std::size_t i = 0; i < years.rows.size(); ++i) {
      const std::string look = i == 0 ? "yl b" : i == 1 ? "yl two-line" : "yl";
      if (is_first || i < 3) html += text_element("div", {{"class", look}}, years.rows[i]);
    }
    return element(
        "div",
        {{"class", is_first ? "yax" : "yax again"}, {"aria-hidden", is_first ? "false" : "true"}},
        html);
  }

  std::string panel_html(const YearsFigure& years, const YearPanel& panel, const Scale& scale,
                         bool is_first) const {
    std::string html = element("h3", {}, mark_of(panel.hue) + escaped(panel.label)) +
                       in_svg(drawn_panel(panel, scale, is_first, Pen{}), panel.hue);
    std::string labels;
    for (std::size_t i = 0; i < years.years.size(); ++i) {
      const bool is_end = i == 0 || i + 1 == years.years.size();
      labels += text_element("span", {{"class", is_first || is_end ? "" : "mid"}},
                             is_first ? years.years[i] : "’" + years.years[i].substr(2));
    }
    html += element("div", {{"class", "yc y"}}, labels);
    for (std::size_t i = 0; i < panel.rows.size(); ++i) {
      std::string cells;
      for (const std::string& cell : panel.rows[i]) {
        const bool leads = i == 0 && !panel.trace.empty();
        cells += element("span", {}, piece_html({cell, false, leads ? panel.trace : ""}));
      }
      const std::string base = is_first ? "yc" : "yt";
      html += element("div",
                      {{"class", base + (i == 0   ? " b"
                                         : i == 1 ? " two-line"
                                                  : "")}},
                      hidden(i < years.rows.size() ? years.rows[i] + ": " : "") + cells);
    }
    return element("div", {{"class", is_first ? "yp big" : "yp"}}, html);
  }

  std::string need_html(const PeopleNeeded& need) const {
    std::string html = element("p", {{"class", "big"}}, text_html(need.says)) +
                       text_element("p", {{"class", "sub"}}, need.note);
    const int each = people_per_icon(need.of);
    const int icons = static_cast<int>(std::ceil(need.of / each - 1e-9));
    const int on = need.needed > 0 ? std::clamp(static_cast<int>(std::lround(need.needed / each)),
                                                1, std::max(icons, 1))
                                   : 0;
    std::string people;
    for (int i = 0; i < icons; ++i) {
      people += element("svg", {{"viewBox", "0 0 14 22"}, {"class", i < on ? "icon on" : "icon"}},
                        "<use href=\"#p\"/>");
    }
    if (icons > 0) {
      html +=
          element("div", {{"class", "ppl"}, {"role", "img"}, {"aria-label", need.spoken}}, people);
      if (each > 1) {
        html += text_element("p", {{"class", "small"}}, say(language_, "report.one_icon", each));
      }
    }
    html += in_svg(drawn_need(need, Pen{bar_margin}, language_), Hue::people);
    return element("div", {}, html + text_element("p", {{"class", "small"}}, need.axis_label));
  }

  const Figure& figure_;
  Language language_;
};

}  // namespace

std::string piece_html(const Piece& piece) {
  std::string html = escaped(piece.text);
  if (!piece.trace.empty()) {
    html = element("a", {{"class", "n"}, {"href", '#' + piece.trace}}, html);
  }
  return piece.is_bold ? element("b", {}, html) : html;
}

std::string text_html(const Text& text) {
  std::string html;
  for (const Piece& piece : text) html += piece_html(piece);
  return html;
}

std::string table_html(const Table& table, const std::string& caption) {
  std::vector<bool> are_texts;
  for (std::size_t i = 1; i < table.rows.size(); ++i) {
    const Cells& cells = table.rows[i].cells;
    are_texts.resize(std::max(are_texts.size(), cells.size()));
    for (std::size_t c = 0; c < cells.size(); ++c) {
      if (!cells[c].value && cells[c].text.size() > 20) are_texts[c] = true;
    }
  }
  std::string head, body;
  for (const Row& row : table.rows) {
    const bool is_head = &row == &table.rows.front();
    std::string cells = text_element("th", {{"scope", is_head ? "col" : "row"}}, row.label);
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const bool is_text = c < are_texts.size() && are_texts[c];
      cells += is_head ? text_element("th", {{"scope", "col"}, {"class", is_text ? "t" : ""}},
                                      row.cells[c].text)
                       : text_element("td", {{"class", is_text ? "t" : ""}}, row.cells[c].text);
    }
    (is_head ? head : body) += element("tr", {}, cells);
  }
  const std::string html = element("table", {{"class", "nums"}},
                                   text_element("caption", {{"class", "vh"}}, caption) +
                                       element("thead", {}, head) + element("tbody", {}, body));
  return element(
      "div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "region"}, {"aria-label", caption}},
      html);
}

std::string figure_html(const Figure& figure, Language language) {
  return std::visit(Html{figure, language}, figure.drawn);
}

std::string links_html(const Figure& figure, Language language) {
  const std::string table = element("details", {},
                                    text_element("summary", {}, word("report.as_table", language)) +
                                        table_html(figure.data, figure.title));
  const std::string link =
      element("a",
              {{"download", figure.name + ".csv"},
               {"href", data_link("text/csv", figure_csv(figure.data, language))}},
              escaped(word("report.csv_link", language)) +
                  text_element("span", {{"class", "vh"}}, ": " + figure.title));
  return element("div", {{"class", "links"}}, table + link);
}

}  // namespace samspil
