#include "model/report/family_words.hpp"

namespace samspil {

const FamilyLabels& family_labels(Language language) noexcept {
  return language == Language::da ? danish_family_labels() : english_family_labels();
}

}  // namespace samspil
