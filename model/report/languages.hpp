/// \file
/// The labels in the two languages. A third language is a file more of each table, and a line more
/// where words.hpp and words.cpp choose between them.
#pragma once

#include "model/report/words.hpp"

namespace samspil {

const Labels& danish_labels() noexcept;
const Labels& english_labels() noexcept;

}  // namespace samspil
