#include "model/result/small_counts.hpp"

#include <array>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace samspil {
namespace {

bool is_count(const Json& value) { return value.is_number(); }

/// Whether one of them is a count of too few.
bool any_of_too_few(std::string_view name, const Json& a, const Json& b) {
  return (is_count(a) && is_of_too_few(name, a)) || (is_count(b) && is_of_too_few(name, b));
}

/// Of a count beside another, year by year and a year.
class Pair {
 public:
  Pair(std::string_view name, Json& count) : name_{name}, count_{count} {}

  static bool is_one(const Json& value) {
    return value.is_object() && value.contains("baseline") && value.contains("strategy") &&
           value.contains("a_year");
  }

  void suppress() {
    bool any = false;
    for (std::size_t year = 0; year < count_["baseline"].size(); ++year) {
      if (!any_of_too_few(name_, count_["baseline"][year], count_["strategy"][year])) continue;
      suppress(year);
      any = true;
    }
    Json& mean = count_["a_year"];
    if (any || any_of_too_few(name_, mean["baseline"], mean["strategy"])) suppress_mean();
  }

  void suppress(std::size_t year) {
    for (auto& [key, list] : count_.items()) {
      if (list.is_array() && year < list.size()) list[year] = nullptr;
    }
  }
  /// A mean over years tells a year that is missing.
  void suppress_mean() {
    for (auto& [key, value] : count_["a_year"].items()) value = nullptr;
    count_["difference_per_100_family_years"] = nullptr;
  }

 private:
  std::string_view name_;
  Json& count_;
};

/// Of statuses by year, whose sum is known: where one alone is missing, the smallest of the others
/// goes too.
void suppress_what_tells(Json& statuses) {
  const auto list_of = [](Json& status) -> Json& {
    return Pair::is_one(status) ? status["strategy"] : status;
  };
  const std::size_t years = statuses.empty() ? 0 : list_of(statuses.begin().value()).size();
  for (std::size_t year = 0; year < years; ++year) {
    std::size_t missing = 0;
    Json* smallest = nullptr;
    for (auto& [name, status] : statuses.items()) {
      const Json& count = list_of(status)[year];
      if (!is_count(count)) {
        ++missing;
      } else if (count > 0.0 && (smallest == nullptr || count < list_of(*smallest)[year])) {
        smallest = &status;
      }
    }
    if (missing != 1 || smallest == nullptr) continue;
    if (Pair::is_one(*smallest)) {
      Pair pair{"", *smallest};
      pair.suppress(year);
      pair.suppress_mean();
    } else {
      (*smallest)[year] = nullptr;
    }
  }
}

/// Statuses that are shown as one too tell the one of them that is missing.
void suppress_sums(Json& outcomes) {
  struct Sum {
    const char* name;
    std::array<const char*, 2> parts;
  };
  constexpr std::array<Sum, 2> sums{{{"cash_and_education", {"cash_benefit", "education_benefit"}},
                                     {"sickness_and_course", {"sickness", "resource_course"}}}};
  for (const auto& [name, parts] : sums) {
    Pair sum{name, outcomes["week_48_together"][name]};
    for (const char* part : parts) {
      const Json& by_year = outcomes["week_48"][part]["strategy"];
      for (std::size_t year = 0; year < by_year.size(); ++year) {
        if (is_count(by_year[year])) continue;
        sum.suppress(year);
        sum.suppress_mean();
      }
    }
  }
}

/// Counts by year under their names.
void suppress_lists(Json& by_name) {
  for (auto& [name, list] : by_name.items()) {
    if (!list.is_array()) continue;
    for (Json& value : list) {
      if (is_count(value) && is_of_too_few(name, value)) value = nullptr;
    }
  }
}

/// What the groups of a document are called that hold people by themselves.
bool counts_people(std::string_view key) noexcept {
  return key == "families" || key == "persons" || key == "people" || key == "target_children" ||
         key == "target_adults" || key == "parents" || key.starts_with("turned_");
}

void suppress_own(Json& of, const std::string& key) {
  Json& value = of[key];
  if (is_count(value) && counts_people(key) && is_of_too_few(key, value)) value = nullptr;
  if (value.is_array() && counts_people(key)) {
    for (Json& one : value) {
      if (is_count(one) && is_of_too_few(key, one)) one = nullptr;
    }
  }
}

void visit(Json& at) {
  if (at.is_array()) {
    for (Json& one : at) visit(one);
  }
  if (!at.is_object()) return;
  std::vector<std::string> keys;
  for (const auto& [key, value] : at.items()) keys.push_back(key);
  for (const std::string& key : keys) {
    Json& value = at[key];
    if (Pair::is_one(value)) {
      Pair{key, value}.suppress();
      continue;
    }
    suppress_own(at, key);
    if (key == "outcomes" || key == "week_48") suppress_lists(value);
    visit(value);
    if (key == "week_48" && value.is_object()) suppress_what_tells(value);
    if (key == "outcomes" && value.contains("week_48_together")) suppress_sums(value);
    if (key == "units_to_kroner" && value.is_object()) value["services"] = Json::array();
  }
}

}  // namespace

bool is_of_too_few(std::string_view name, double count) noexcept {
  constexpr double days = 364, months = 12;
  if (name == "coordinators" || name.starts_with("caseworker") ||
      name.find("quarter") != name.npos) {
    return false;
  }
  const double each = name.ends_with("_days") ? days : name.ends_with("_months") ? months : 1;
  return count != 0 && std::abs(count) < fewest_told * each;
}

void suppress_small_counts(Json& document) { visit(document); }

}  // namespace samspil
