#include "model/report/family_words.hpp"

namespace samspil {

const std::array<FamilyPhrase, family_word_count>& family_phrases(Language language) noexcept {
  return language == Language::da ? danish_family_phrases() : english_family_phrases();
}

const FamilyLabels& family_labels(Language language) noexcept {
  return language == Language::da ? danish_family_labels() : english_family_labels();
}

}  // namespace samspil
