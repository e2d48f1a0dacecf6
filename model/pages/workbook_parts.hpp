/// \file
/// What all workbooks have: how cells look, the first sheet, and pages as sheets.
#pragma once

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "model/pages/document_view.hpp"
#include "model/pages/workbook.hpp"

namespace samspil {

namespace look {
inline constexpr CellStyle plain{};
inline constexpr CellStyle title{.is_title = true};
inline constexpr CellStyle heading{.is_heading = true};
inline constexpr CellStyle right_heading{.is_heading = true, .is_right = true};
inline constexpr CellStyle bold{.is_bold = true};
inline constexpr CellStyle bold_total{.is_bold = true, .is_total = true};
inline constexpr CellStyle note{.is_note = true, .is_wrapped = true};
inline constexpr CellStyle caveat{.is_caveat = true, .is_wrapped = true};
inline constexpr CellStyle text_input{.is_input = true};
inline constexpr CellStyle after_number{.indent = 1};  ///< A text right of a number.
inline constexpr CellStyle heading_after_number{.is_heading = true, .indent = 1};

inline constexpr CellStyle of(NumberLook look) { return {.look = look}; }
inline constexpr CellStyle total(NumberLook look) { return {.look = look, .is_total = true}; }
inline constexpr CellStyle input(NumberLook look) { return {.look = look, .is_input = true}; }
inline constexpr CellStyle closed(NumberLook look) { return {.look = look, .is_closed = true}; }
inline constexpr CellStyle year{.look = NumberLook::year, .is_heading = true};
}  // namespace look

/// What the sheets go through, in their order; of the departments those with the municipality's own
/// money too.
inline constexpr std::array<const char*, 4> payer_order{"municipality", "region", "state",
                                                        "citizen"};
inline constexpr std::array<const char*, 4> account_types{"service", "transfer", "capital",
                                                          "revenue"};
inline constexpr std::array<const char*, 9> all_departments{
    "child_family",  "adult_social", "employment",   "school_daycare", "health",
    "justice_state", "tax",          "coordination", "block_grant"};
inline constexpr std::array<const char*, 8> own_departments{
    "child_family", "adult_social", "employment",   "school_daycare",
    "health",       "tax",          "coordination", "block_grant"};

/// The colours of the payers, the same in every chart; told apart by who sees few colours.
int colour_of(std::string_view payer);

/// A title, and under it what the sheet shows. The next free row.
int begin_sheet(Sheet& sheet, std::string_view title, std::string_view shows, int last_column);

/// A row of sums: of every column from `first` to `last` the rows from `first_row` to the one
/// above.
void add_sums(Sheet& sheet, int row, std::string_view label, int first_row, int first, int last,
              NumberLook look);

/// A row of running sums of another row, from column `first` on.
CellRange add_cumulated(Sheet& sheet, int row, std::string_view label, int first,
                        const CellRange& yearly, NumberLook look);

/// All of a page from `row` on: tables as cells with their numbers, sentences over the columns up
/// to `last_column`. The next free row.
int add_page(Sheet& sheet, int row, const Page& page, int last_column, Language language);

/// What 1 kr. at a time [years] is worth now: (1 + rate)^-(years within the step), of every step.
///   rates  of each step; from when it holds stands in `steps` [years]
Formula discount_factor_at(const Formula& time, const std::vector<Formula>& rates,
                           const std::vector<double>& steps);

/// What a sheet holds, for the list on the first.
struct SheetLine {
  std::string name;
  std::string holds;
};

/// The list of sheets and the colours of the cells. The next free row.
int add_contents(Sheet& sheet, int row, const View& view, const std::vector<SheetLine>& sheets,
                 int last_column);

}  // namespace samspil
