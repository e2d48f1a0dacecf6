#include "model/result/small_counts.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "model/core/calendar.hpp"

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

/// Years of a count, alone or beside another.
Json& years_of(Json& count) { return Pair::is_one(count) ? count["strategy"] : count; }

void hide(Json& count, std::size_t year) {
  if (!Pair::is_one(count)) {
    count[year] = nullptr;
    return;
  }
  Pair pair{"", count};
  pair.suppress(year);
  pair.suppress_mean();
}

/// Of statuses by year, whose sum is known: where one alone is missing, the smallest of the others
/// goes too.
void suppress_what_tells(Json& statuses) {
  const std::size_t years = statuses.empty() ? 0 : years_of(statuses.begin().value()).size();
  for (std::size_t year = 0; year < years; ++year) {
    std::size_t missing = 0;
    Json* smallest = nullptr;
    for (auto& [name, status] : statuses.items()) {
      const Json& count = years_of(status)[year];
      if (!is_count(count)) {
        ++missing;
      } else if (count > 0.0 && (smallest == nullptr || count < years_of(*smallest)[year])) {
        smallest = &status;
      }
    }
    if (missing == 1 && smallest != nullptr) hide(*smallest, year);
  }
}

/// A sum of some statuses tells the one of them that is missing.
void suppress_sum(Json& sum, Json& statuses, std::initializer_list<const char*> parts) {
  for (const char* part : parts) {
    if (!statuses.contains(part)) continue;
    const Json& by_year = years_of(statuses[part]);
    for (std::size_t year = 0; year < by_year.size(); ++year) {
      if (!is_count(by_year[year])) hide(sum, year);
    }
  }
}

/// The sums that stand among `outcomes`, each of statuses in week 48.
void suppress_sums(Json& outcomes, Json& statuses) {
  if (outcomes.contains("parents_in_work")) {
    suppress_sum(outcomes["parents_in_work"], statuses,
                 {"ordinary_job", "flexjob", "education", "parental_leave"});
  }
  if (!outcomes.contains("week_48_together")) return;
  Json& together = outcomes["week_48_together"];
  suppress_sum(together["cash_and_education"], statuses, {"cash_benefit", "education_benefit"});
  suppress_sum(together["sickness_and_course"], statuses, {"sickness", "resource_course"});
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

bool has_null(const Json& list) {
  return std::any_of(list.begin(), list.end(), [](const Json& one) { return one.is_null(); });
}

/// Whether an outcome is hidden in any year, of the strategy or at a level of effect.
bool is_hidden(const Json& strategy, const std::string& outcome) {
  const Json& outcomes = strategy.at("outcomes");
  if (!outcomes.contains(outcome)) return false;
  if (outcomes.at(outcome).at("a_year").at("difference").is_null()) return true;
  const std::string counted = outcome == "home_measure_months" ? "home_measure_days" : outcome;
  for (const Json& level : strategy.at("by_level")) {
    if (has_null(level.at("outcomes").at(counted))) return true;
  }
  return false;
}

void hide_numbers(Json& of) {
  for (auto& [key, value] : of.items()) {
    if (value.is_number()) value = nullptr;
    if (value.is_object()) hide_numbers(value);
  }
}

/// What is told anew of outcomes, when they themselves are done.
void suppress_told_anew(Json& strategy) {
  for (Json& row : strategy["people_beside_money"]) {
    if (is_hidden(strategy, row.at("outcome"))) hide_numbers(row);
  }
  Json& needed = strategy["needed_people"];
  if (needed.is_null()) return;
  for (const auto& [name, outcome] :
       {std::pair{"placement", "placement_days"}, std::pair{"work", "parents_in_work"}}) {
    Json& of = needed[name];
    const Json& baseline = of["baseline"];
    if (is_hidden(strategy, outcome) || is_of_too_few("people", baseline.get<double>())) {
      hide_numbers(of);
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
    if (key == "outcomes" && value.contains("week_48")) suppress_sums(value, value["week_48"]);
    if (key == "price_lines" || key == "last_placements") value = nullptr;
    if (key == "units_to_kroner" && value.is_object()) value["services"] = Json::array();
  }
  if (at.contains("people_beside_money")) suppress_told_anew(at);
  if (at.contains("outcomes") && at.contains("week_48")) {
    suppress_sums(at["outcomes"], at["week_48"]);
  }
}

}  // namespace

bool is_of_too_few(std::string_view name, double count) noexcept {
  if (name == "coordinators" || name.starts_with("caseworker") ||
      name.find("quarter") != name.npos) {
    return false;
  }
  const double each = name.ends_with("_days")     ? days_per_year
                      : name.ends_with("_months") ? months_per_year
                                                  : 1;
  return count != 0 && std::abs(count) < fewest_told * each;
}

void suppress_small_counts(Json& document) { visit(document); }

}  // namespace samspil
