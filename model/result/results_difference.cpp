#include "model/result/results_difference.hpp"

#include <algorithm>
#include <set>

namespace samspil {
namespace {

/// These say how much was asked for; what was run stands among the settings.
const std::set<std::string, std::less<>> asked_for{"seed", "draws", "years", "families"};

template <class T>
const T* find(const std::map<std::string, T>& map, const std::string& key) {
  const auto found = map.find(key);
  return found == map.end() ? nullptr : &found->second;
}

template <class T>
std::set<std::string> keys_of(const std::map<std::string, T>& one,
                              const std::map<std::string, T>& other) {
  std::set<std::string> keys;
  for (const auto* map : {&one, &other}) {
    for (const auto& [key, value] : *map) keys.insert(key);
  }
  return keys;
}

/// Of `field` alone where the entry has several; null on a side that has it not.
Json difference(const std::string& name, const std::string& field, const std::string* before,
                const std::string* after) {
  const auto side = [](const std::string* text) { return text ? Json(*text) : Json(); };
  return {{"name", field.empty() ? name : name + " " + field},
          {"before", side(before)},
          {"after", side(after)}};
}

/// What an entry that one side has alone is shown as.
const std::string* in_short(const EntryFields* fields) {
  static const std::string nothing;
  if (fields == nullptr) return nullptr;
  for (const char* field : {"", "value", "price", "centre", "on"}) {
    if (const std::string* text = find(*fields, field)) return text;
  }
  return &nothing;
}

void compare_entry(const std::string& name, const EntryFields* before, const EntryFields* after,
                   Json& differences) {
  if (before == nullptr || after == nullptr) {
    differences.push_back(difference(name, "", in_short(before), in_short(after)));
    return;
  }
  for (const std::string& field : keys_of(*before, *after)) {
    const std::string* old = find(*before, field);
    const std::string* now = find(*after, field);
    if (old != nullptr && now != nullptr && *old == *now) continue;
    differences.push_back(difference(name, field, old, now));
  }
}

std::map<std::string, ComparedInput> by_title(const ComparedRun& run) {
  std::map<std::string, ComparedInput> inputs;
  for (const ComparedInput& input : run.inputs) {
    ComparedInput& kept = inputs[input.title] = input;
    if (!input.name.starts_with("scenario")) continue;
    std::erase_if(kept.entries, [](const auto& entry) { return asked_for.contains(entry.first); });
  }
  return inputs;
}

Json input_differences(const ComparedRun& before, const ComparedRun& after) {
  Json differences = Json::array();
  const auto old_inputs = by_title(before), new_inputs = by_title(after);
  for (const std::string& title : keys_of(old_inputs, new_inputs)) {
    const ComparedInput* old = find(old_inputs, title);
    const ComparedInput* now = find(new_inputs, title);
    if (old == nullptr || now == nullptr) {  // A strategy more or less is one difference.
      differences.push_back(difference(title, "", old ? &title : nullptr, now ? &title : nullptr));
      continue;
    }
    for (const std::string& name : keys_of(old->entries, now->entries)) {
      compare_entry(name, find(old->entries, name), find(now->entries, name), differences);
    }
  }
  return differences;
}

Json setting_differences(const ComparedRun& before, const ComparedRun& after) {
  Json differences = Json::array();
  for (std::size_t i = 0; i < before.settings.size(); ++i) {
    const auto& [name, old] = before.settings[i];
    const std::string& now = after.settings.at(i).second;
    if (old != now) differences.push_back(difference(name, "", &old, &now));
  }
  return differences;
}

/// Inputs of the same name whose texts differ though no entry does.
Json reworded(const ComparedRun& before, const ComparedRun& after) {
  Json names = Json::array();
  for (const ComparedInput& input : before.inputs) {
    for (const ComparedInput& other : after.inputs) {
      if (other.name == input.name && other.text != input.text && other.entries == input.entries) {
        names.push_back(input.name);
      }
    }
  }
  return names;
}

Json net_results(const ComparedRun& before, const ComparedRun& after) {
  Json net = Json::object();
  for (const auto& [run, side] : {std::pair{&before, "before"}, std::pair{&after, "after"}}) {
    for (const auto& [strategy, amounts] : run->net_results.items()) {
      if (!net.contains(strategy)) net[strategy] = {{"before", nullptr}, {"after", nullptr}};
      net[strategy][side] = amounts;
    }
  }
  return net;
}

}  // namespace

Json results_difference(const ComparedRun& before, const ComparedRun& after) {
  return {{"format", 1},
          {"results_hash", {{"before", before.hash}, {"after", after.hash}}},
          {"settings", setting_differences(before, after)},
          {"differences", input_differences(before, after)},
          {"reworded", reworded(before, after)},
          {"net_result", net_results(before, after)}};
}

}  // namespace samspil
