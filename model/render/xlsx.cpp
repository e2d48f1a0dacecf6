#include "model/render/xlsx.hpp"

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>

#include "model/render/memory_file.hpp"
#include "model/words/numbers.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr int yellow = 0xFFF6CC, grey = 0xEDEDED, navy = 0x1A3A5C, rule = 0x9AA5B1;
constexpr double line_height = 15;  ///< [points]
constexpr double usual_width = 12;
constexpr double margin = 0.5, pixels_per_inch = 96;  ///< [inches] at the sides of a printed page.

/// By NumberLook. In thousands and millions what rounds to nought has no minus.
constexpr std::array<const char*, 10> number_formats{"@",
                                                     "#,##0;-#,##0;0",
                                                     "#,##0.00",
                                                     "[>=500]#,##0,;[<=-500]-#,##0,;0",
                                                     "[>=50000]#,##0.0,,;[<=-50000]-#,##0.0,,;0.0",
                                                     "0.0 %",
                                                     "#,##0.0",
                                                     "0.0000",
                                                     "General",
                                                     "0"};

void require(lxw_error error) {
  if (error == LXW_NO_ERROR) return;
  throw std::logic_error(std::string{"workbook: "} + lxw_strerror(error));
}

template <class T>
T* made(T* pointer) {
  if (pointer == nullptr) throw Failure{{"fault.no_workbook"}};
  return pointer;
}

/// Formats by what they look like, each made once.
class Formats {
 public:
  explicit Formats(lxw_workbook* book) : book_{book} {}

  lxw_format* of(const CellStyle& style) {
    lxw_format*& format = made_[style.key()];
    if (format == nullptr) format = make(style);
    return format;
  }

 private:
  lxw_format* make(const CellStyle& style) {
    lxw_format* format = made(workbook_add_format(book_));
    format_set_font_name(format, "Calibri");
    format_set_font_size(format, style.is_title ? 16 : 10);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (style.look != NumberLook::text) {
      format_set_num_format(format, number_formats[static_cast<std::size_t>(style.look)]);
      format_set_align(format, LXW_ALIGN_RIGHT);
    } else if (style.is_right) {
      format_set_align(format, LXW_ALIGN_RIGHT);
    }
    if (style.is_title || style.is_heading) format_set_font_color(format, navy);
    if (style.is_title || style.is_heading || style.is_bold || style.is_total || style.is_caveat) {
      format_set_bold(format);
    }
    if (style.is_heading) {
      format_set_bottom(format, LXW_BORDER_THIN);
      format_set_bottom_color(format, rule);
    }
    if (style.is_note) format_set_font_color(format, 0x4A5560);
    if (style.is_wrapped || style.is_heading) format_set_text_wrap(format);
    if (style.indent > 0) format_set_indent(format, style.indent);
    if (style.is_total) {
      format_set_top(format, LXW_BORDER_THIN);
      format_set_top_color(format, rule);
    }
    if (style.is_caveat) {
      format_set_left(format, LXW_BORDER_THICK);
      format_set_left_color(format, 0xD55E00);
    }
    if (style.is_closed) format_set_bg_color(format, grey);
    if (style.is_input) {
      format_set_bg_color(format, yellow);
      format_set_border(format, LXW_BORDER_THIN);
      format_set_border_color(format, rule);
      format_set_unlocked(format);
    }
    return format;
  }

  using Key = decltype(CellStyle{}.key());
  lxw_workbook* book_;
  std::map<Key, lxw_format*> made_;
};

/// 'Own sheet'! left out where a formula stands on it.
std::string on_sheet(const std::string& sheet, std::string text) {
  const std::string own = "'" + sheet + "'!";
  for (std::size_t at = text.find(own); at != std::string::npos; at = text.find(own, at)) {
    text.erase(at, own.size());
  }
  return text;
}

/// At most so many columns of it, and "&", by which a header gives orders, doubled.
std::string printed(const std::string& text, std::size_t width) {
  std::string line = display_width(text) > width ? pad_right(text, width) : text;
  for (std::size_t at = line.find('&'); at != std::string::npos; at = line.find('&', at + 2)) {
    line.insert(at, 1, '&');
  }
  return line;
}

class SheetWriter {
 public:
  SheetWriter(lxw_workbook* book, const Workbook& all, const Sheet& sheet, Formats& formats)
      : book_{book},
        all_{all},
        sheet_{sheet},
        formats_{formats},
        out_{made(workbook_add_worksheet(book, sheet.name.c_str()))} {}

  void write() {
    set_columns();
    for (const auto& [place, cell] : sheet_.cells) write(place.first, place.second, cell);
    set_heights();
    for (const WideText& wide : sheet_.wide) write(wide);
    for (const CellRule& cell : sheet_.rules) write(cell);
    for (const SheetChart& chart : sheet_.charts) write(chart);
    set_view_and_print();
  }

 private:
  static lxw_row_t row_of(int row) { return static_cast<lxw_row_t>(row); }
  static lxw_col_t column_of(int column) { return static_cast<lxw_col_t>(column); }

  double width_of(int column) const {
    const auto found = sheet_.widths.find(column);
    return found == sheet_.widths.end() ? usual_width : found->second;
  }

  int last_column() const {
    int last = 0;
    for (const auto& [place, cell] : sheet_.cells) last = std::max(last, place.second);
    for (const WideText& wide : sheet_.wide) last = std::max(last, wide.last);
    return last;
  }

  /// Each by itself: the library forgets a range of which one column is set again.
  void set_columns() {
    lxw_format* plain = formats_.of({});
    for (int column = 0; column <= last_column(); ++column) {
      const auto at = column_of(column);
      require(worksheet_set_column(out_, at, at, width_of(column), plain));
    }
  }

  void write(int row, int column, const SheetCell& cell) {
    lxw_format* format = formats_.of(cell.style);
    const auto r = row_of(row);
    const auto c = column_of(column);
    if (const auto* said = std::get_if<std::string>(&cell.content)) {
      if (!cell.link.empty()) {
        const std::string target = "internal:'" + cell.link + "'!A1";
        require(
            worksheet_write_url_opt(out_, r, c, target.c_str(), nullptr, said->c_str(), nullptr));
      } else {
        require(worksheet_write_string(out_, r, c, said->c_str(), format));
      }
    } else if (const auto* value = std::get_if<double>(&cell.content)) {
      require(worksheet_write_number(out_, r, c, *value, format));
    } else if (const auto* formula = std::get_if<Formula>(&cell.content)) {
      const std::string text = '=' + on_sheet(sheet_.name, formula->text);
      require(formula->said
                  ? worksheet_write_formula_str(out_, r, c, text.c_str(), format,
                                                formula->said->c_str())
                  : worksheet_write_formula_num(out_, r, c, text.c_str(), format, formula->value));
    } else {
      require(worksheet_write_blank(out_, r, c, format));
    }
  }

  /// Texts that are broken need room for all their lines: not every program fits it by itself.
  void set_heights() {
    std::map<int, double> lines;
    for (const auto& [place, cell] : sheet_.cells) {
      const auto* said = std::get_if<std::string>(&cell.content);
      if (said == nullptr || !(cell.style.is_wrapped || cell.style.is_heading)) continue;
      const double needed = (cell.style.is_heading ? 1.1 : 0.9) *
                            static_cast<double>(display_width(*said)) / width_of(place.second);
      lines[place.first] = std::max(lines[place.first], std::min(std::ceil(needed), 8.0));
    }
    for (const auto& [row, count] : lines) {
      if (count > 1) {
        require(worksheet_set_row(out_, row_of(row), line_height * count, nullptr));
      }
    }
  }

  /// Excel does not fit the height of merged cells: it is set by how much text they hold.
  void write(const WideText& wide) {
    const SheetCell& cell = sheet_.cells.at({wide.row, wide.first});
    const std::string& said = std::get<std::string>(cell.content);
    double width = 0;
    for (int column = wide.first; column <= wide.last; ++column) width += width_of(column);
    const double needed = 0.95 * static_cast<double>(display_width(said)) / width;
    const double size = cell.style.is_title ? 1.7 : 1;
    if (wide.last > wide.first) {
      require(worksheet_merge_range(out_, row_of(wide.row), column_of(wide.first), row_of(wide.row),
                                    column_of(wide.last), said.c_str(), formats_.of(cell.style)));
    }
    require(worksheet_set_row(out_, row_of(wide.row),
                              line_height * size * std::max(1.0, std::ceil(needed * size)),
                              nullptr));
  }

  void write(const CellRule& cell) {
    lxw_data_validation rule_of_cell{};
    std::vector<char*> list;
    std::size_t length = 0;
    std::vector<std::string> choices = cell.choices;
    for (std::string& choice : choices) {
      list.push_back(choice.data());
      length += choice.size() + 1;
    }
    if (length > 250) return;  // more than Excel takes; the formulas take any text
    list.push_back(nullptr);
    std::string what = cell.what.substr(0, 220);
    rule_of_cell.error_message = what.data();
    if (!cell.choices.empty()) {
      rule_of_cell.validate = LXW_VALIDATION_TYPE_LIST;
      rule_of_cell.value_list = list.data();
    } else {
      rule_of_cell.validate = LXW_VALIDATION_TYPE_DECIMAL;
      rule_of_cell.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
      rule_of_cell.minimum_number = cell.lowest;
      rule_of_cell.maximum_number = cell.highest;
    }
    require(worksheet_data_validation_cell(out_, row_of(cell.row), column_of(cell.column),
                                           &rule_of_cell));
  }

  static uint8_t type_of(ChartKind kind) {
    switch (kind) {
      case ChartKind::columns:
        return LXW_CHART_COLUMN;
      case ChartKind::lines:
        return LXW_CHART_LINE;
      case ChartKind::bars:
        break;
    }
    return LXW_CHART_BAR;
  }

  void write(const SheetChart& chart) {
    if (chart.series.empty()) return;  // a run without a strategy
    lxw_chart* out = made(workbook_add_chart(book_, type_of(chart.kind)));
    chart_title_set_name(out, chart.title.c_str());
    lxw_chart_font font{};
    font.size = 11;
    font.bold = LXW_TRUE;
    chart_title_set_name_font(out, &font);
    for (const ChartSeries& series : chart.series) {
      const std::string categories = '=' + chart.categories.text, values = '=' + series.values.text;
      lxw_chart_series* one = made(chart_add_series(out, categories.c_str(), values.c_str()));
      chart_series_set_name(one, series.name.c_str());
      lxw_chart_fill fill{};
      fill.color = static_cast<lxw_color_t>(series.colour);
      lxw_chart_line line{};
      line.color = fill.color;
      line.width = 2.25F;
      if (chart.kind == ChartKind::lines) {
        chart_series_set_line(one, &line);
      } else {
        chart_series_set_fill(one, &fill);
      }
    }
    const bool lies = chart.kind == ChartKind::bars;
    lxw_chart_axis *values = lies ? out->x_axis : out->y_axis,
                   *categories = lies ? out->y_axis : out->x_axis;
    chart_axis_set_name(values, chart.axis.c_str());
    chart_axis_set_num_format(values, number_formats[3]);
    chart_axis_set_label_position(categories, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    if (lies) chart_axis_set_reverse(categories);
    if (chart.series.size() > 1) {
      chart_legend_set_position(out, LXW_CHART_LEGEND_BOTTOM);
    } else {
      chart_legend_set_position(out, LXW_CHART_LEGEND_NONE);
    }
    std::string description = chart.description;
    lxw_chart_options options{};
    options.x_scale = chart.width / 480.0;
    options.y_scale = chart.height / 288.0;
    options.description = description.data();
    require(worksheet_insert_chart_opt(out_, row_of(chart.row), column_of(chart.column), out,
                                       &options));
  }

  /// Pixels of the columns from `first` to the one before `end`.
  double pixels_of(int first, int end) const {
    double all = 0;
    for (int column = first; column < end; ++column) all += 7 * width_of(column) + 5;
    return all;
  }

  /// A sheet whose columns are parted among pages is not fitted, since Excel forgets the parts of
  /// one that is: its widest page sets by how much it is made smaller. LibreOffice's columns are
  /// some per cent wider than Excel's.
  void set_pages() {
    const std::vector<int>& begins = sheet_.page_begins;
    if (begins.empty()) return worksheet_fit_to_pages(out_, 1, sheet_.is_one_page ? 1 : 0);
    double widest = pixels_of(0, begins.front());
    for (std::size_t i = 0; i < begins.size(); ++i) {
      const int end = i + 1 < begins.size() ? begins[i + 1] : last_column() + 1;
      widest = std::max(widest, pixels_of(0, 1) + pixels_of(begins[i], end));
    }
    const double paper = sheet_.is_landscape ? 11.69 : 8.27;
    const double share = 0.92 * pixels_per_inch * (paper - 2 * margin) / widest;
    worksheet_set_print_scale(out_, static_cast<uint16_t>(100 * std::clamp(share, 0.1, 1.0)));
    std::vector<lxw_col_t> breaks;
    for (const int column : begins) breaks.push_back(column_of(column));
    breaks.push_back(0);  // ends the list
    require(worksheet_set_v_pagebreaks(out_, breaks.data()));
    require(worksheet_repeat_columns(out_, 0, 0));
  }

  void set_view_and_print() {
    if (sheet_.frozen_rows > 0 || sheet_.frozen_columns > 0) {
      worksheet_freeze_panes(out_, row_of(sheet_.frozen_rows), column_of(sheet_.frozen_columns));
    }
    worksheet_gridlines(out_, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_paper(out_, 9);  // A4
    if (sheet_.is_landscape) worksheet_set_landscape(out_);
    worksheet_set_margins(out_, margin, margin, 0.6, 0.7);
    set_pages();
    if (sheet_.repeated_rows > 0) {
      require(worksheet_repeat_rows(out_, row_of(sheet_.first_repeated_row),
                                    row_of(sheet_.repeated_rows - 1)));
    }
    const std::string header = "&L&8" + printed(all_.title, 90) + "&R&8&A";
    const std::string footer = "&L&8" + printed(all_.footer, 120) + "&R&8&P / &N";
    require(worksheet_set_header(out_, header.c_str()));
    require(worksheet_set_footer(out_, footer.c_str()));
    lxw_protection may{};
    may.format_cells = may.format_columns = may.format_rows = LXW_TRUE;
    worksheet_protect(out_, nullptr, &may);
  }

  lxw_workbook* book_;
  const Workbook& all_;
  const Sheet& sheet_;
  Formats& formats_;
  lxw_worksheet* out_;
};

}  // namespace

std::string as_xlsx(const Workbook& workbook) {
  const MemoryFile file;
  lxw_workbook* book = made(workbook_new(file.name().c_str()));
  try {
    std::string title = workbook.title, author = "Samspil";
    lxw_doc_properties about{};
    about.title = title.data();
    about.author = author.data();
    about.created = 946684800;  // one day for all, so that bytes depend on the workbook alone
    require(workbook_set_properties(book, &about));
    Formats formats{book};
    for (const Sheet& sheet : workbook.sheets) {
      SheetWriter{book, workbook, sheet, formats}.write();
    }
  } catch (...) {
    lxw_workbook_free(book);
    throw;
  }
  require(workbook_close(book));  // frees it, whether or not it could be written
  return file.bytes();
}

}  // namespace samspil
