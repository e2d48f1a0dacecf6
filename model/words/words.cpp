#include "model/words/words.hpp"

#include <algorithm>

namespace samspil {
namespace {

struct Texts {
  std::string_view en, da;
};

/// In the order of the keys.
constexpr Texts texts[] = {
#include "samspil_word_texts.inc"
};
static_assert(std::size(texts) == std::size(word_keys));
static_assert(std::is_sorted(std::begin(word_keys), std::end(word_keys)));

std::string_view text_at(std::size_t index, Language language) noexcept {
  return language == Language::da ? texts[index].da : texts[index].en;
}

}  // namespace

std::string_view phrase(Key key, Language language) noexcept {
  return text_at(key.index(), language);
}

std::string_view find_label(Language language, std::string_view group, std::string_view name) {
  const std::size_t index = find_word(std::string{group}.append(1, '.').append(name));
  return index < std::size(word_keys) ? text_at(index, language) : std::string_view{};
}

std::string_view label(Language language, std::string_view group, std::string_view name) {
  const std::string_view found = find_label(language, group, name);
  return found.data() != nullptr ? found : name;
}

std::vector<std::string_view> names_in_group(std::string_view group) {
  std::vector<std::string_view> names;
  const std::string beginning = std::string{group}.append(1, '.');
  for (const std::string_view key : word_keys) {
    if (key.starts_with(beginning)) names.push_back(key.substr(beginning.size()));
  }
  return names;
}

}  // namespace samspil
