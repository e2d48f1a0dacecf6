/// \file
/// What any printed name means: value, unit, range, source, grade, where used.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/inputs/scenario.hpp"
#include "model/report/words.hpp"

namespace samspil {

struct Explanation {
  std::string name;
  std::string label;        ///< In the language asked for.
  std::string other_label;  ///< In the other language, so that it can be searched for too.
  std::string law;          ///< Paragraph, where there is one.
  Word kind{};
  std::vector<std::pair<Word, std::string>> facts;
};

/// Everything that any output prints by name: inputs with their numbers, and the names of results.
std::vector<Explanation> explanations(const Scenario& scenario, Language language);

/// Those whose name, label or paragraph is `query`; without any, those whose label holds it.
std::vector<Explanation> matching(const std::vector<Explanation>& all, const std::string& query);

/// In lower case, Danish letters too.
std::string lower_case(std::string_view text);

std::string explanation_text(const Explanation& explanation, Language language);

}  // namespace samspil
