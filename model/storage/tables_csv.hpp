/// \file
/// Tidy CSV tables of a run: one observation per row, units in the heading.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/appraisal/report.hpp"
#include "model/io/integer_table.hpp"

namespace samspil {

struct WrittenTable {
  std::string name;  ///< File name without folder.
  std::string text;
};

/// population.csv alone.
std::string population_csv(const PopulationFit& fit);

/// cells.csv        every ledger cell of every arm, of which every money total is a sum: public
///                  totals of those in the net result; units and gross once a line, in the
///                  municipality's row
/// changes.csv      what each arm uses and costs less than what it is compared with, cell by cell:
/// sums to the
///                  net results
/// outcomes.csv     counts by arm and year
/// week_48.csv      parents by status, arm and year
/// net_results.csv  net result, its parts and its error by strategy, effect level and purse
/// population.csv   margins beside their sources
/// prices.csv       every price at the level of the run, its own level and index
/// law_and_prices.csv  law year, price level, how many prices came to it in which way
/// stands_on.csv    which law year and price level each number of law and prices stands on
/// labels.csv       what the names in the other tables are called, en and da
/// uncertainty.csv  with draws: the net result over them by strategy, effect level, budget and year
/// inputs.csv, drawn_inputs.csv  with draws: every drawn input by draw, and its range and source
std::vector<WrittenTable> csv_tables(const Report& report);

/// draws.csv and draw_outcomes.csv: what every run came to, by department, payer and year.
///   arms   [arm, 3] strategy, level of effect, reference
///   draws  of draw_tables(); may be empty
///   scale  from the families that a draw lived to all of them
std::vector<WrittenTable> draw_csv_tables(const IntegerTable& arms,
                                          const std::vector<IntegerTable>& draws, double scale);

}  // namespace samspil
