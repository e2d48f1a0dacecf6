/// \file
/// The verdict on an investment case, for a reader. Of the document of case_document().
#pragma once

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// Net result by payer and year, verdict, uncertainty, and the form that a committee reads.
Page case_page(const Json& document, Language language);

/// Every row of the file, with its source and grade.
Page case_detail_page(const Json& document, Language language);

}  // namespace samspil
