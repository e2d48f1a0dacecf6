#include "model/core/near_names.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "model/core/lower_case.hpp"

namespace samspil {
namespace {

/// Letters added, left out, changed or swapped with the next one that turn `a` into `b` (optimal
/// string alignment).
std::size_t edits_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before;
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 0; i < a.size(); ++i) {
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      row[j + 1] = std::min({above[j] + (a[i] == b[j] ? 0 : 1), row[j] + 1, above[j + 1] + 1});
      if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) {
        row[j + 1] = std::min(row[j + 1], before[j - 1] + 1);
      }
    }
    before = above;
    above = row;
  }
  return above[b.size()];
}

}  // namespace

std::vector<std::string> near_names(std::string_view name,
                                    const std::vector<std::string>& candidates) {
  const std::size_t reach = std::max<std::size_t>(1, name.size() / 3);
  std::vector<std::pair<std::size_t, std::string>> found;
  for (const std::string& candidate : candidates) {
    // Letters that one of them has more must be added: what is megabytes long is near to nothing.
    const std::size_t shorter = std::min(name.size(), candidate.size());
    if (std::max(name.size(), candidate.size()) - shorter > reach) continue;
    const std::size_t edits = edits_between(lower_case(name), lower_case(candidate));
    if (edits <= reach) found.emplace_back(edits, candidate);
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> names;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, found.size()); ++i) {
    names.push_back(found[i].second);
  }
  return names;
}

bool is_nearly_given(const std::string& name, const std::vector<std::string>& given) {
  return std::any_of(given.begin(), given.end(), [&name](const std::string& other) {
    return !near_names(other, {name}).empty();
  });
}

}  // namespace samspil
