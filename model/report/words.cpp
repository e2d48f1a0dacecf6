#include "model/report/words.hpp"

#include "model/report/languages.hpp"
#include "model/report/terms.hpp"

namespace samspil {

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

}  // namespace samspil
