#include "model/render/figure_svg.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/render/html.hpp"

namespace samspil {
namespace {

std::string px(double value) { return fmt::format("{:.1f}", value); }

/// At the axis in mio. kr. the unit follows the last tick.
std::string tick_text(const Scale& scale, double tick, const FigureAxis& axis, Language language) {
  const std::string text = scale.label(tick, axis.unit, language);
  return axis.label == "%" ? text + " %" : text;
}

void ticks(Pen& pen, const Scale& scale, double from_y, double to_y) {
  for (const double tick : scale.ticks()) {
    if (tick != 0) pen.upright("g", scale.place(tick), from_y, to_y);
  }
  pen.upright("z", scale.place(0), from_y, to_y);
}

void tick_labels(Pen& pen, const Scale& scale, const FigureAxis& axis, double y,
                 Language language) {
  for (const double tick : scale.ticks()) {
    pen.text("t", scale.place(tick), y, tick_text(scale, tick, axis, language));
  }
}

}  // namespace

std::string_view hue_class(Hue hue) noexcept {
  switch (hue) {
    case Hue::municipality:
      return "kom";
    case Hue::region:
      return "reg";
    case Hue::state:
      return "sta";
    case Hue::citizen:
      return "bor";
    case Hue::all_public:
      return "off";
    case Hue::people:
      return "peo";
  }
  return "peo";
}

std::string Pen::x(double place) const {
  const double inside = margin_ + (1 - 2 * margin_) * place;
  return width_ > 0 ? fmt::format("{:.1f}", left_ + width_ * inside)
                    : fmt::format("{:.2f}%", 100 * inside);
}

void Pen::line(std::string_view look, double from, double from_y, double to, double to_y) {
  markup_ += empty_element("line", {{"class", std::string{look}},
                                    {"x1", x(from)},
                                    {"x2", x(to)},
                                    {"y1", px(from_y)},
                                    {"y2", px(to_y)}});
}

void Pen::upright(std::string_view look, double place, double from_y, double to_y) {
  line(look, place, from_y, place, to_y);
}

void Pen::box(std::string_view look, double from, double to, double y, double height) {
  const double across = (1 - 2 * margin_) * (to - from);
  markup_ += empty_element(
      "rect", {{"class", std::string{look}},
               {"x", x(from)},
               {"y", px(y)},
               {"width", width_ > 0 ? px(width_ * across) : fmt::format("{:.2f}%", 100 * across)},
               {"height", px(height)}});
}

void Pen::circle(std::string_view look, double place, double y, double radius) {
  markup_ += empty_element(
      "circle", {{"class", std::string{look}}, {"cx", x(place)}, {"cy", px(y)}, {"r", px(radius)}});
}

void Pen::text(std::string_view look, double place, double y, std::string_view says) {
  const char* anchor = place < 0.12 ? "start" : place > 0.88 ? "end" : "middle";
  if (look == "t") anchor = "middle";
  markup_ += text_element(
      "text",
      {{"class", std::string{look}}, {"x", x(place)}, {"y", px(y)}, {"text-anchor", anchor}}, says);
}

void Pen::around(double place, std::string_view markup) {
  markup_ += width_ > 0
                 ? element("g", {{"transform", fmt::format("translate({} 0)", x(place))}}, markup)
                 : element("svg", {{"x", x(place)}, {"y", "0"}, {"overflow", "visible"}}, markup);
}

Drawn drawn_dots(const DotsFigure& figure, Pen pen, Language language) {
  std::vector<double> values = figure.results;
  add_values(figure.range, values);
  const Scale scale{values, 6};
  constexpr int stacks = 20;
  constexpr double top = 24, dot_room = 104;
  const double rise = figure.results.empty() ? 0 : dot_room - 18;
  const double bar = top + 10 + rise;
  ticks(pen, scale, top, bar + 30);
  std::vector<int> heights(stacks + 1);
  for (const double result : figure.results) {
    ++heights[static_cast<std::size_t>(stacks * scale.place(result))];
  }
  const int highest = *std::max_element(heights.begin(), heights.end());
  const double apart = std::min(14.0, (rise - 8) / std::max(1, highest - 1));
  std::fill(heights.begin(), heights.end(), 0);
  for (const double result : figure.results) {
    const auto stack = static_cast<std::size_t>(stacks * scale.place(result));
    const double place = std::min(1.0, (static_cast<double>(stack) + 0.5) / stacks);
    pen.circle(result * figure.sign > 0 ? "d d1" : "d d0", place,
               bar - 12 - apart * heights[stack]++, std::min(5.6, apart / 2 - 0.4));
  }
  if (figure.range.no_effect) {
    const double place = scale.place(*figure.range.no_effect);
    pen.upright("ne", place, top, bar + 30);
    pen.text("n", place, 15, figure.no_effect);
  }
  if (figure.range.low && figure.range.high) {
    pen.box("r", scale.place(*figure.range.low), scale.place(*figure.range.high), bar, 16);
  }
  if (figure.range.middle) {
    pen.upright("m", scale.place(*figure.range.middle), bar - 4, bar + 20);
  }
  tick_labels(pen, scale, figure.axis, bar + 48, language);
  return {pen.take(), bar + 56};
}

Scale scale_of(const YearsFigure& figure) {
  std::vector<double> values;
  for (const YearPanel& panel : figure.panels) {
    for (const Range& range : panel.years) add_values(range, values);
  }
  return {values, 6};
}

namespace {

constexpr double year_height = 216, year_top = 8;

double down(const Scale& scale, double value) {
  return year_top + (year_height - 2 * year_top) * (1 - scale.place(value));
}

}  // namespace

Drawn drawn_panel(const YearPanel& panel, const Scale& scale, bool is_large, Pen pen) {
  for (const double tick : scale.ticks()) {
    pen.line(tick == 0 ? "z" : "g", 0, down(scale, tick), 1, down(scale, tick));
  }
  const double half = is_large ? 12 : 6;
  const auto years = static_cast<double>(panel.years.size());
  for (std::size_t i = 0; i < panel.years.size(); ++i) {
    const Range& range = panel.years[i];
    const double place = (static_cast<double>(i) + 0.5) / years;
    std::string bar;
    if (range.low && range.high) {
      const double upper = down(scale, *range.high);
      bar +=
          empty_element("rect", {{"class", "r"},
                                 {"x", px(-half)},
                                 {"y", px(upper)},
                                 {"width", px(2 * half)},
                                 {"height", px(std::max(1.0, down(scale, *range.low) - upper))}});
    }
    const auto across = [&](const char* look, double value, double reach) {
      const std::string y = px(down(scale, value));
      bar += empty_element(
          "line", {{"class", look}, {"x1", px(-reach)}, {"x2", px(reach)}, {"y1", y}, {"y2", y}});
    };
    if (range.no_effect) across("ne", *range.no_effect, is_large ? half + 16 : half + 5);
    if (range.middle) across("m", *range.middle, half + 3);
    pen.around(place, bar);
  }
  return {pen.take(), year_height};
}

Drawn drawn_year_axis(const Scale& scale, const FigureAxis& axis, Pen pen, Language language) {
  std::string markup;
  for (const double tick : scale.ticks()) {
    markup += text_element(
        "text", {{"x", pen.x(1)}, {"y", px(down(scale, tick) + 5)}, {"text-anchor", "end"}},
        scale.label(tick, axis.unit, language));
  }
  return {markup, year_height};
}

Scale scale_of(const BarsFigure& figure) {
  std::vector<double> values;
  for (const Bar& bar : figure.bars) add_values(bar.range, values);
  return {values, 4};
}

Drawn drawn_bar(const Range& range, const Scale& scale, double height, Pen pen) {
  ticks(pen, scale, 0, height);
  const double middle = height / 2;
  if (range.low && range.high) {
    pen.box("r", scale.place(*range.low), scale.place(*range.high), middle - 6, 12);
  }
  if (range.no_effect) {
    pen.upright("ne", scale.place(*range.no_effect), middle - 13, middle + 13);
  }
  if (range.middle) pen.upright("m", scale.place(*range.middle), middle - 9, middle + 9);
  return {pen.take(), height};
}

Drawn drawn_bar_axis(const Scale& scale, const FigureAxis& axis, Pen pen, Language language) {
  tick_labels(pen, scale, axis, 14, language);
  return {pen.take(), 20};
}

int people_per_icon(double of) noexcept {
  constexpr double most = 60;
  if (of <= most) return 1;
  const double least = of / most;
  const double power = std::pow(10, std::floor(std::log10(least)));
  for (const double times : {1.0, 2.0, 5.0}) {
    if (times * power >= least) return static_cast<int>(times * power);
  }
  return static_cast<int>(10 * power);
}

Drawn drawn_need(const PeopleNeeded& need, Pen pen, Language language) {
  std::vector<double> values;
  add_values(need.moved, values);
  if (need.needed > 0) values.push_back(need.needed);
  const Scale scale{values, 5};
  constexpr double top = 36, bar = 44, bottom = 66;
  ticks(pen, scale, top, bottom);
  if (need.moved.low && need.moved.high) {
    pen.box("r", scale.place(*need.moved.low), scale.place(*need.moved.high), bar, 14);
  }
  if (need.moved.middle) {
    const double place = scale.place(*need.moved.middle);
    pen.upright("m", place, bar - 4, bar + 18);
    pen.text("n", place, 30, need.moved_label);
  }
  if (need.needed > 0) {
    const double place = scale.place(need.needed);
    pen.upright("be", place, 18, bottom);
    pen.text("s", place, 13, need.needed_label);
  }
  tick_labels(pen, scale, FigureAxis{}, 84, language);
  return {pen.take(), 90};
}

Drawn drawn_shares(const SharesFigure& figure, Pen pen) {
  double from = 0;
  int place = 0;
  for (const Share& share : figure.shares) {
    if (share.share > 0) {
      pen.box(fmt::format("share{}", place), from, from + share.share, 0, 14);
    }
    from += share.share;
    ++place;
  }
  return {pen.take(), 14};
}

std::string small_dots(int saves, std::string_view spoken) {
  std::string dots;
  for (int i = 0; i < 20; ++i) {
    dots += empty_element("circle", {{"class", i < saves ? "d d1" : "d d0"},
                                     {"cx", std::to_string(5 + 10 * (i % 10))},
                                     {"cy", std::to_string(5 + 10 * (i / 10))},
                                     {"r", "3.6"}});
  }
  return element("svg",
                 {{"class", "mini kom"},
                  {"viewBox", "0 0 100 20"},
                  {"role", "img"},
                  {"aria-label", std::string{spoken}}},
                 dots);
}

std::string in_svg(const Drawn& drawn, Hue hue, std::string_view spoken) {
  Attributes attributes{{"class", "f " + std::string{hue_class(hue)}},
                        {"height", fmt::format("{:.0f}", drawn.height)}};
  if (spoken.empty()) {
    attributes.emplace_back("aria-hidden", "true");
  } else {
    attributes.emplace_back("role", "img");
    attributes.emplace_back("aria-label", std::string{spoken});
  }
  return element("svg", attributes, drawn.markup);
}

std::string mark_of(Hue hue) {
  const char* shape = "<rect width=\"12\" height=\"12\"/>";
  if (hue == Hue::region) shape = "<circle cx=\"6\" cy=\"6\" r=\"6\"/>";
  if (hue == Hue::state) shape = "<path d=\"M6 0 12 12H0z\"/>";
  if (hue == Hue::citizen) shape = "<path d=\"M6 0 12 6 6 12 0 6z\"/>";
  if (hue == Hue::all_public) shape = "<rect x=\"1\" y=\"1\" width=\"10\" height=\"10\"/>";
  return element("svg",
                 {{"class", "pm " + std::string{hue_class(hue)}},
                  {"viewBox", "0 0 12 12"},
                  {"aria-hidden", "true"}},
                 shape);
}

}  // namespace samspil
