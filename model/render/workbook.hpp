/// \file
/// Documents as workbooks of Excel: the bytes of an .xlsx.
#pragma once

#include <string>

#include "model/core/json.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// A run's report, `file` being the results file that it is of: for the command that a new run
/// takes.
///   document  of run_document()
std::string run_workbook(const Json& document, const std::string& file, Language language);

/// An investment case as a calculator.
///   document  of case_document()
///   file      as it was given; empty where there is none
std::string case_workbook(const Json& document, const std::string& file, Language language);

/// A family's account, and what it costs less than another, as a calculator.
///   document  of family_document()
std::string family_workbook(const Json& document, Language language);

}  // namespace samspil
