/// \file
/// What pages of several documents have in common.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "model/pages/document_view.hpp"

namespace samspil {

inline const std::string& text_of(const Json& value) { return value.get_ref<const std::string&>(); }

inline std::string word(Key key, Language language) { return std::string{phrase(key, language)}; }

/// A word of the group for the name that a value of the document is.
inline std::string label_of(const Json& name, std::string_view group, Language language) {
  return std::string{label(language, group, text_of(name))};
}

/// A sentence of the page, its places filled in.
template <class... Args>
void tell(Page& page, Language language, Key key, const Args&... args) {
  page.sentence(say(language, key, args...));
}

/// Appends to a list that is read.
inline void append(std::string& list, std::string_view between, std::string_view item) {
  list.append(list.empty() ? "" : between).append(item);
}

}  // namespace samspil
