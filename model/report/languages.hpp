/// \file
/// The tables of the two languages; a third is one more file and one more line in words.cpp.
#pragma once

#include "model/report/words.hpp"

namespace samspil {

const std::array<Phrase, word_count>& danish_phrases() noexcept;
const std::array<Phrase, word_count>& english_phrases() noexcept;
const Labels& danish_labels() noexcept;
const Labels& english_labels() noexcept;

}  // namespace samspil
