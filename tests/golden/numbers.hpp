/// \file
/// Numbers as a page prints them and as a document holds them.
#pragma once

#include <string>
#include <vector>

#include "model/core/json.hpp"
#include "model/words/words.hpp"

namespace samspil::test {

/// A number of a text.
struct PrintedNumber {
  std::string text;  ///< With what stands around it.
  double value = 0;
  int decimals = 0;
};

/// Every number of a text in a language's style. Digits that belong to a name ("p5") are none.
std::vector<PrintedNumber> numbers_in(const std::string& text, Language language);

/// The text in one line without what is words and not figures: the texts of the document, and the
/// pieces of words.csv that hold a digit ("week 48", "per 100 families").
std::string without_words(const std::string& text, const Json& document, Language language);

/// The numbers of a document.
class Figures {
 public:
  explicit Figures(const Json& document);

  bool holds(double value) const;  ///< But for its last bits.
  /// Whether a figure reads so at the printed precision: as it is, in per cent, in thousands or
  /// millions. What is printed in whole hundreds is taken as rounded to them.
  bool reads(const PrintedNumber& number) const;

 private:
  bool has_between(double low, double high) const;

  std::vector<double> sorted_;
};

}  // namespace samspil::test
