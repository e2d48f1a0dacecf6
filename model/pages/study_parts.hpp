/// \file
/// How the pages of studies, contrasts and flows read a document.
#pragma once

#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/numbers.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// A page of a document in one language, and how it says what the document holds.
struct StudyWriter {
  const Json& document;
  Language language;
  Page page{};

  std::string word(Key key) const { return std::string{phrase(key, language)}; }
  std::vector<std::string> words(std::initializer_list<Key> keys) const {
    std::vector<std::string> texts;
    for (const Key key : keys) texts.push_back(word(key));
    return texts;
  }
  /// A name as it is called.
  std::string named(std::string_view group, const std::string& name) const {
    return std::string{label(language, group, name)};
  }
  /// What stands under KEY_da or KEY_en.
  const Json& own(const Json& part, const std::string& key) const {
    return part.at(key + (language == Language::da ? "_da" : "_en"));
  }
  /// Null, which is no number, as "-".
  std::string number(const Json& value, int decimals, double unit = 1) const {
    return samspil::number(value_of(value) / unit, decimals, language);
  }
  std::string whole(const Json& count) const { return samspil::whole(count, language); }

  void heading(Key key) { page.heading(word(key)); }
  /// A sentence of words.csv, its places filled in with texts and whole numbers.
  template <class... Args>
  void tell(Key key, const Args&... args) {
    page.sentence(say(language, key, plain(args)...));
  }

  static double value_of(const Json& value) {
    return value.is_null() ? std::numeric_limits<double>::quiet_NaN() : value.get<double>();
  }
  static std::string plain(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
  }
  static std::string plain(std::string text) { return text; }
};

}  // namespace samspil
