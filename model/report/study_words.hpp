/// \file
/// The words of a re-enactment, in one table per language, and what its figures are called. Knows
/// no number.
#pragma once

#include <span>

#include "model/inputs/study.hpp"
#include "model/report/words.hpp"

namespace samspil {

/// What a figure of a study is called; its own name where no label is known.
std::string figure_label(const StudySpec& study, std::string_view figure, Language language);

}  // namespace samspil
