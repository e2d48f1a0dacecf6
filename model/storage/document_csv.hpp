/// \file
/// Tidy CSV tables of the documents of `family` and `case`, in the screen's sign: amounts in whole
/// øre, one row per payer, and no gross, which is what the payers' rows sum to.
#pragma once

#include <vector>

#include "model/core/json.hpp"
#include "model/storage/tables_csv.hpp"

namespace samspil {

/// family_lines.csv    what each member had of each service under each rule by year and payer:
///                     sums to every total of the account. Units stand in the municipality's row
/// family_against.csv  against another family: that one's lines, and this one's taken from them;
///                     sums to every total of the comparison. Not without it
///   document  of family_document()
std::vector<WrittenTable> family_tables(const Json& document);

/// case_lines.csv    every cost and consequence by position of the timeline, as it is expected:
///                   sums to the net results, the committee's form and the net present values
/// case_results.csv  what each purse's verdict is; of payers that the case moves
///   document  of case_document()
std::vector<WrittenTable> case_tables(const Json& document);

}  // namespace samspil
