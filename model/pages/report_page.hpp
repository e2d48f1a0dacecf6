/// \file
/// The report of a run, as a page in two parts: what is asked, the answer with its range, and what
/// stands behind it. Texts and figures in one language; how they are drawn is up to who renders
/// them. All numbers are those of the document (model/result/run_document.hpp); the geometry of a
/// figure is reckoned where it is drawn.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Whose an amount is; each has its colour, mark and place in every figure. People are no kroner.
enum class Hue : std::uint8_t { municipality, region, state, citizen, all_public, people };

/// A piece of running text.
struct Piece {
  std::string text;
  bool is_bold = false;
  std::string trace{};  ///< Id of the trace that tells where the number comes from; empty: none.
};
using Text = std::vector<Piece>;

/// Nothing where it is not known.
struct Range {
  std::optional<double> low{}, middle{}, high{};
  std::optional<double> no_effect{};
};

struct FigureAxis {
  double unit = 1;           ///< What one at the axis is of the numbers.
  std::string label;         ///< "mio. kr."
  std::string below, above;  ///< What lies left and right of nought.
};

/// A range with the results it is of, each as likely as the next; none of them: the range alone.
struct DotsFigure {
  Range range;
  std::vector<double> results;
  double sign = 1;        ///< Of the results that save.
  std::string no_effect;  ///< "no effect -3.0"
  Hue hue = Hue::municipality;
  FigureAxis axis;
};

struct YearPanel {
  std::string label;
  Hue hue{};
  std::vector<Range> years;
  /// Under the figure: of each row of YearsFigure the texts by year; of a small panel one text.
  std::vector<std::vector<std::string>> rows;
  std::string trace;
};
/// Small panels with one axis; the first is large.
struct YearsFigure {
  std::vector<std::string> years;
  std::vector<std::string> rows;  ///< What the rows under the first panel are called.
  std::vector<YearPanel> panels;
  FigureAxis axis;
};

struct Bar {
  std::string label;
  std::string note{};
  std::string note_trace{};
  std::vector<Piece> cells{};
  Range range{};
  std::string spoken{};  ///< The range in words.
  Hue hue{};
  bool has_mark = false;
  bool is_indented = false;
  bool is_sum = false;
  bool is_chosen = false;
  std::optional<int> saves{};  ///< Results of twenty.
};
/// A table whose last column is drawn.
struct BarsFigure {
  std::vector<std::string> columns;            ///< The first is of the labels.
  std::size_t main_column = 0;                 ///< The cell that stays on a narrow screen.
  std::optional<std::size_t> chance_column{};  ///< The cell that has Bar::saves, drawn too.
  std::vector<Bar> bars;
  FigureAxis axis;
};

/// How many people it takes.
struct PeopleNeeded {
  Text says;
  std::string note;
  double needed = 0;  ///< 0: not found.
  double of = 0;
  Range moved;
  std::string needed_label, moved_label, axis_label;
  std::string spoken;
};
struct PeopleFigure {
  std::vector<PeopleNeeded> needs;
};

struct Share {
  std::string label;
  double share = 0;
};
struct SharesFigure {
  std::vector<Share> shares;
};

struct Figure {
  std::string name;    ///< Of its files.
  std::string title;   ///< What one sees.
  std::string spoken;  ///< Instead of the figure.
  std::variant<DotsFigure, YearsFigure, BarsFigure, PeopleFigure, SharesFigure> drawn;
  Table data;           ///< All its numbers, the first row its heading.
  std::string terms{};  ///< Under it where it stands alone; empty: those of the page.
};

/// The names that figures have, so that files of a report that was there before are known.
inline constexpr std::array<std::string_view, 9> figure_names{
    "answer", "years",  "people_needed", "who_pays", "strategies",
    "levels", "people", "assumptions",   "inputs"};

struct ReportSection {
  std::string id;
  std::string heading, sub;
  std::vector<Figure> figures{};
  std::vector<Text> notes{};
};

/// Where numbers come from.
struct Trace {
  std::string id;
  std::string title;
  std::vector<std::string> says{};
  std::vector<Table> tables{};
};

struct Term {
  std::string term;
  std::vector<std::string> says;
};

struct ReportPage {
  Language language{};
  std::string title;
  std::string about;  ///< What the page is of, in one line.
  std::string question;
  Text answer;
  std::vector<std::pair<std::string, Piece>> sum;  ///< What it costs and gives back, and their sum.
  Figure answer_figure;
  std::string terms;                  ///< The line under the headline.
  std::string terms_short;            ///< Under a figure that stands alone.
  std::string range_key;              ///< What a bar of a range is.
  std::vector<ReportSection> first;   ///< On the first page below the answer.
  std::vector<ReportSection> second;  ///< On the second, across it.
  std::vector<ReportSection> beside;  ///< On the second, in two columns.
  std::string caveats_heading;
  std::vector<std::string> caveats;
  std::string sources_heading;
  std::vector<Term> sources;
  Figure grades;
  std::string traces_heading, traces_say;
  std::vector<Trace> traces;
};

/// Throws std::invalid_argument where the document has no strategy of that id.
///   document  of a run with at least one strategy
///   strategy  the one that the page tells of; empty: the first
ReportPage report_page(const Json& document, Language language, Sign sign = Sign::saving,
                       std::string_view strategy = {});

}  // namespace samspil
