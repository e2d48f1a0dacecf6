#include "model/report/table.hpp"

#include <algorithm>
#include <numeric>

#include "model/core/shown_text.hpp"
#include "model/report/numbers.hpp"

namespace samspil {
namespace {

constexpr std::size_t gap = 2;

}  // namespace

void Table::row(std::string_view label, std::vector<std::string> cells, std::size_t indent) {
  rows_.push_back({std::string(indent, ' ').append(shown(label)), std::move(cells)});
}

std::vector<std::size_t> Table::column_widths() const {
  std::vector<std::size_t> widths;
  for (const Row& row : rows_) {
    if (row.cells.size() > widths.size()) widths.resize(row.cells.size(), narrowest_);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      widths[i] = std::max(widths[i], display_width(row.cells[i]) + gap);
    }
  }
  if (is_equal_ && !widths.empty()) {
    std::fill(widths.begin(), widths.end(), *std::max_element(widths.begin(), widths.end()));
  }
  return widths;
}

void Table::write_block(Page& page, const std::vector<std::size_t>& widths, std::size_t from,
                        std::size_t to) const {
  const auto at = [&](std::size_t i) { return widths.begin() + static_cast<std::ptrdiff_t>(i); };
  const std::size_t label_width = page_width - std::accumulate(at(from), at(to), std::size_t{0});
  for (const Row& row : rows_) {
    std::string line = pad_right(row.label, label_width);
    for (std::size_t i = from; i < std::min(to, row.cells.size()); ++i) {
      line += pad_left(row.cells[i], widths[i]);
    }
    page.line(line);
  }
}

void Table::write(Page& page) const {
  const std::vector<std::size_t> widths = column_widths();
  std::size_t label_width = 0;
  for (const Row& row : rows_) label_width = std::max(label_width, display_width(row.label));
  std::size_t from = 0;
  do {
    std::size_t to = from;
    std::size_t used = label_width;
    while (to < widths.size() && (to == from || used + widths[to] <= page_width)) {
      used += widths[to++];
    }
    if (from > 0) page.blank();
    write_block(page, widths, from, to);
    from = to;
  } while (from < widths.size());
}

}  // namespace samspil
