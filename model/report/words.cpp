#include "model/report/words.hpp"

#include "model/core/names.hpp"
#include "model/report/languages.hpp"
#include "model/report/terms.hpp"

namespace samspil {
namespace {

template <std::size_t N>
std::string_view label_of(const std::array<std::pair<std::string_view, std::string_view>, N>& known,
                          std::string_view name) noexcept {
  for (const auto& [key, label] : known) {
    if (key == name) return label;
  }
  return name;
}

}  // namespace

const std::array<Phrase, word_count>& phrases(Language language) noexcept {
  return language == Language::da ? danish_phrases() : english_phrases();
}

const Labels& labels(Language language) noexcept {
  return language == Language::da ? danish_labels() : english_labels();
}

const std::array<Term, term_count>& terms(Language language) noexcept {
  return language == Language::da ? danish_terms() : english_terms();
}

std::string_view margin_label(std::string_view name, Language language) noexcept {
  const auto indicator = find_name<Indicator>(indicator_names, name);
  return indicator ? labels(language).indicators[index_of(*indicator)] : name;
}

std::string_view unit_label(std::string_view name, Language language) noexcept {
  return label_of(labels(language).units, name);
}

std::string_view phrase(Word word, Language language) noexcept {
  return phrases(language)[index_of(word)].text;
}

}  // namespace samspil
