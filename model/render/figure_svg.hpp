/// \file
/// What figures are drawn of, as SVG. Across, a place is a per cent of whatever width there is, so
/// that text is never scaled and the same drawing does on a phone and on paper; or, in a file of
/// its own, a number of pixels. Down, all is pixels.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/pages/report_page.hpp"
#include "model/render/scale.hpp"

namespace samspil {

/// The class that colours a payer's marks.
std::string_view hue_class(Hue hue) noexcept;

class Pen {
 public:
  /// In per cents, with so much kept free at either end.
  explicit Pen(double margin = 0) : margin_{margin} {}
  /// In pixels, from `left` on.
  Pen(double left, double width, double margin = 0) : left_{left}, width_{width}, margin_{margin} {}

  /// Place 0 to 1 across.
  std::string x(double place) const;
  void line(std::string_view look, double from, double from_y, double to, double to_y);
  void upright(std::string_view look, double place, double from_y, double to_y);
  void box(std::string_view look, double from, double to, double y, double height);
  void circle(std::string_view look, double place, double y, double radius);
  /// Anchored where it does not leave the drawing.
  void text(std::string_view look, double place, double y, std::string_view says);
  /// Markup in pixels around a place.
  void around(double place, std::string_view markup);
  /// Kept at an end: 0 or 1.
  std::string take() { return std::move(markup_); }

 private:
  double left_ = 0, width_ = 0, margin_ = 0;
  std::string markup_;
};

/// A drawing of this height.
struct Drawn {
  std::string markup;
  double height = 0;
};

Drawn drawn_dots(const DotsFigure& figure, Pen pen, Language language);
/// One panel of years; `scale` goes down it.
Drawn drawn_panel(const YearPanel& panel, const Scale& scale, bool is_large, Pen pen);
/// The labels of its axis, written to the left of the right end.
Drawn drawn_year_axis(const Scale& scale, const FigureAxis& axis, Pen pen, Language language);
Scale scale_of(const YearsFigure& figure);

Drawn drawn_bar(const Range& range, const Scale& scale, double height, Pen pen);
Drawn drawn_bar_axis(const Scale& scale, const FigureAxis& axis, Pen pen, Language language);
Scale scale_of(const BarsFigure& figure);

Drawn drawn_need(const PeopleNeeded& need, Pen pen, Language language);
/// How many people one icon is, so that they fit.
int people_per_icon(double of) noexcept;

Drawn drawn_shares(const SharesFigure& figure, Pen pen);
/// Twenty small dots, `saves` of them filled.
std::string small_dots(int saves, std::string_view spoken);

/// <svg class="f HUE" height="…" …> around it.
std::string in_svg(const Drawn& drawn, Hue hue, std::string_view spoken = {});

/// A square, circle, triangle or diamond.
std::string mark_of(Hue hue);

}  // namespace samspil
