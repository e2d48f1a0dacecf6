/// \file
/// How the pages of studies, contrasts and flows read a document.
#pragma once

#include <limits>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "model/pages/document_view.hpp"

namespace samspil {

/// A page of a document as it is written.
struct StudyWriter : View {
  Page page{};

  std::vector<std::string> texts(std::initializer_list<Key> keys) const {
    std::vector<std::string> all;
    for (const Key key : keys) all.push_back(text(key));
    return all;
  }
  /// What stands under KEY_da or KEY_en.
  const Json& own(const Json& part, const std::string& key) const {
    return part.at(key + (language == Language::da ? "_da" : "_en"));
  }
  /// Null, which is no number, as "-".
  std::string number(const Json& value, int decimals, double unit_kroner = 1) const {
    return samspil::number(value_of(value) / unit_kroner, decimals, language);
  }

  void heading(Key key) { page.heading(text(key)); }
  /// A sentence of words.csv, its places filled in with texts and whole numbers.
  template <class... Args>
  void tell(Key key, const Args&... args) {
    page.sentence(say(key, plain(args)...));
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
