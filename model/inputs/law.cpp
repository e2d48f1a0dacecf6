#include "model/inputs/law.hpp"

namespace samspil {

std::string list_of(const std::vector<LastKnown>& lacking) {
  std::string list;
  for (std::size_t i = 0; i < lacking.size(); ++i) {
    if (i > 0) list.append(", ");
    list.append(lacking[i].name);
    const bool is_last_of_year = i + 1 == lacking.size() || lacking[i + 1].year != lacking[i].year;
    if (is_last_of_year) list.append(" (").append(std::to_string(lacking[i].year)).append(")");
  }
  return list;
}

}  // namespace samspil
