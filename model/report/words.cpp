#include "model/report/words.hpp"

#include "model/core/names.hpp"
#include "model/report/languages.hpp"

namespace samspil {

const std::array<Phrase, word_count>& phrases(Language language) noexcept {
  return language == Language::da ? danish_phrases() : english_phrases();
}

const Labels& labels(Language language) noexcept {
  return language == Language::da ? danish_labels() : english_labels();
}

std::string_view margin_label(std::string_view name, Language language) noexcept {
  for (const auto& [known, label] : labels(language).margins) {
    if (known == name) return label;
  }
  return name;
}

std::string_view phrase(Word word, Language language) noexcept {
  return phrases(language)[index_of(word)].text;
}

}  // namespace samspil
