/// \file
/// The evidence ledger: what any printed name means; value, unit, range, source, grade, where used.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/inputs/scenario.hpp"
#include "model/words/words.hpp"

namespace samspil {

/// What is known of a name, under the heading of a key.
struct Fact {
  Key label;
  std::string text;
};
using Facts = std::vector<Fact>;

/// The same as data; what a name has not is empty.
struct LedgerEntry {
  std::optional<double> value, low, high;
  std::string unit;
  std::optional<int> price_level;
  std::string grade;
  std::string source;
  std::vector<std::string> used_in;   ///< "function in file"
  std::vector<std::string> concerns;  ///< Names that belong to it.
  std::string file;
  int line = 0;
};

/// Where a strategy of `file` has a number from: the base it inherits it from, if any.
const std::string& file_of(const std::string& base_file, const std::string& file) noexcept;

/// "file:line", or the file alone.
std::string place(const std::string& file, int line);

/// A number as facts, without who reads it.
Facts quantity_facts(const Quantity& q, const std::string& file, Language language);

/// A number as data, without who reads it.
LedgerEntry quantity_entry(const Quantity& q, const std::string& file);

struct Explanation {
  std::string name;
  std::string label;        ///< In the language asked for.
  std::string other_label;  ///< In the other language, so that it can be searched for too.
  std::string law;          ///< Paragraph, where there is one.
  Key kind = "kind.term";
  Facts facts;
  LedgerEntry entry;
  std::string short_name;    ///< Another name by which it is found, if any.
  std::string drawn_name{};  ///< Of a strategy's number: by the strategy that states it.
};

/// Everything that any output prints by name: inputs with their numbers, and the names of results.
/// In the order of the inputs, then of the results.
std::vector<Explanation> explanations(const Scenario& scenario, Language language);

/// Those whose name, label or paragraph is `query`; without any, those whose label holds it.
std::vector<Explanation> matching(const std::vector<Explanation>& all, const std::string& query);

/// In lower case, Danish letters too.
std::string lower_case(std::string_view text);

std::string explanation_text(const Explanation& explanation, Language language);

/// One line of each.
std::string ledger_text(const std::vector<Explanation>& all, Language language);

/// One document: an array of objects, all with the same keys; null where a figure does not exist.
std::string ledger_json(const std::vector<Explanation>& all, Language language);

/// The kinds of names as the document calls them.
struct KindName {
  Key kind;
  std::string_view name;
};
extern const std::array<KindName, 25> ledger_kinds;

}  // namespace samspil
