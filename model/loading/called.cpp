#include "model/loading/called.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "model/core/near_names.hpp"

namespace samspil {

Message called_in_either(std::string_view group, std::string_view name) {
  return Message::in_either(std::string{label(Language::en, group, name)},
                            std::string{label(Language::da, group, name)});
}

Message called_advice(std::string_view given, std::initializer_list<NameGroup> groups) {
  std::vector<std::string> names, danish, spellings;
  std::map<std::string, std::size_t> place;  // among the names, of each spelling in small letters
  for (const auto& [group, of_group] : groups) {
    for (const std::string_view name : of_group) {
      danish.emplace_back(label(Language::da, group, name));
      for (const std::string_view spelling :
           {name, label(Language::en, group, name), label(Language::da, group, name)}) {
        if (!place.emplace(lower_case(spelling), names.size()).second) continue;
        spellings.emplace_back(spelling);
      }
      names.emplace_back(name);
    }
  }
  std::vector<std::string> near;
  std::vector<std::size_t> told;
  for (const std::string& spelling : near_names(given, spellings)) {
    const std::size_t name = place.at(lower_case(spelling));
    if (std::find(told.begin(), told.end(), name) != told.end()) continue;
    told.push_back(name);
    near.push_back(spelling);
  }
  if (!near.empty()) return naming_advice(given, near);
  if (names.size() > most_listed_names) return {"remedy.none_resembles", names.size()};
  return {"remedy.use_one_of", Message::in_either(fmt::format("{}", fmt::join(names, ", ")),
                                                  fmt::format("{}", fmt::join(danish, ", ")))};
}

}  // namespace samspil
