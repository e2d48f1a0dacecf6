/// \file
/// Rows of the law that hold from one year to another: which of them counts in a given year.
#pragma once

#include <tuple>

namespace samspil {

/// Whether a row with valid_from and valid_to holds in `year`; both ends included.
template <class Row>
constexpr bool holds_in(const Row& row, int year) noexcept {
  return row.valid_from <= year && year <= row.valid_to;
}

/// The year nearest to `year` in which a row holds.
template <class Row>
constexpr int nearest_year(const Row& row, int year) noexcept {
  return year < row.valid_from ? row.valid_from : row.valid_to < year ? row.valid_to : year;
}

/// Of the rows that are `wanted`: the one in force, else the last known before `year`, else the
/// first known. Null where there is none.
template <class Rows, class Wanted>
constexpr auto in_force_or_nearest(const Rows& rows, int year, const Wanted& wanted) noexcept
    -> const typename Rows::value_type* {
  const auto nearness = [year](const auto& row) {
    const bool begun = row.valid_from <= year;
    return std::tuple{begun && year <= row.valid_to, begun,
                      begun ? row.valid_from : -row.valid_from};
  };
  const typename Rows::value_type* best = nullptr;
  for (const auto& row : rows) {
    if (wanted(row) && (best == nullptr || nearness(row) > nearness(*best))) best = &row;
  }
  return best;
}

}  // namespace samspil
