/// \file
/// Reading rows that hold from one year to another.
#pragma once

#include <utility>
#include <vector>

#include "model/loading/csv.hpp"

namespace samspil {

/// Columns valid_from and valid_to.
template <class Row>
void read_years(CsvFields& fields, Row& row) {
  const bool has_first = fields.whole("valid_from", row.valid_from, any_year);
  const bool has_last = fields.whole("valid_to", row.valid_to, {1900, 9999});
  if (has_first && has_last && row.valid_from > row.valid_to) {
    fields.refuse("", {"fault.years_reversed", row.valid_from, row.valid_to},
                  {"remedy.years_reversed"});
  }
}

/// Whether two rows hold in one year.
template <class Row>
bool overlap(const Row& a, const Row& b) noexcept {
  return a.valid_from <= b.valid_to && b.valid_from <= a.valid_to;
}

/// Adds a row unless one that it `is_like` holds in one of its years. `line_of` tells where.
template <class Row, class IsLike, class LineOf>
void add_dated(CsvFields& fields, std::vector<Row>& rows, Row row, const IsLike& is_like,
               const LineOf& line_of) {
  for (const Row& other : rows) {
    if (is_like(other) && overlap(other, row)) {
      fields.refuse("", {"fault.already_on_line", line_of(other)}, {"remedy.row_a_year"});
      return;
    }
  }
  rows.push_back(std::move(row));
}

}  // namespace samspil
