#include "model/report/compare_results.hpp"

#include <algorithm>
#include <set>

#include "model/report/input_entries.hpp"

namespace samspil {
namespace {

/// These say how much was asked for; what was run stands beside the inputs.
const std::set<std::string, std::less<>> asked_for{"seed", "draws", "years", "families"};

using Texts = std::map<std::string, InputEntries>;

/// By title, so that a strategy meets itself in whatever place the scenario names it.
Texts texts_of(const StoredRun& run) try {
  Texts texts;
  for (const auto& [name, text] : run.inputs) {
    InputEntries entries = entries_of(name, text);
    if (name.starts_with("scenario")) {
      std::erase_if(entries.entries,
                    [](const auto& entry) { return asked_for.contains(entry.first); });
    }
    texts.insert_or_assign(entries.title, std::move(entries));
  }
  return texts;
} catch (const InputError& error) {
  throw fault_of_inputs(run, error);
}

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

std::optional<std::string> copy_of(const std::string* text) {
  return text == nullptr ? std::nullopt : std::optional{*text};
}

/// The first words of an entry that one side has alone.
std::string in_short(const EntryFields& fields) {
  for (const char* field : {"", "value", "price", "centre", "on"}) {
    if (const std::string* text = find(fields, field)) return *text;
  }
  return "";
}

void compare_entry(const std::string& name, const EntryFields* before, const EntryFields* after,
                   std::vector<Difference>& differences) {
  if (before == nullptr || after == nullptr) {
    differences.push_back({name, "", before ? std::optional{in_short(*before)} : std::nullopt,
                           after ? std::optional{in_short(*after)} : std::nullopt});
    return;
  }
  for (const std::string& field : keys_of(*before, *after)) {
    const std::string* old = find(*before, field);
    const std::string* now = find(*after, field);
    if (old != nullptr && now != nullptr && *old == *now) continue;
    differences.push_back({name, field, copy_of(old), copy_of(now)});
  }
}

void compare_inputs(const StoredRun& before, const StoredRun& after,
                    ResultsComparison& comparison) {
  const Texts old_texts = texts_of(before), new_texts = texts_of(after);
  for (const std::string& title : keys_of(old_texts, new_texts)) {
    const InputEntries* old = find(old_texts, title);
    const InputEntries* now = find(new_texts, title);
    if (old == nullptr || now == nullptr) {  // A strategy more or less is one difference.
      comparison.inputs.push_back({title, "", old ? std::optional{title} : std::nullopt,
                                   now ? std::optional{title} : std::nullopt});
      continue;
    }
    for (const std::string& name : keys_of(old->entries, now->entries)) {
      compare_entry(name, find(old->entries, name), find(now->entries, name), comparison.inputs);
    }
  }
}

/// Texts of the same name whose bytes differ and in which no entry was found to.
void note_reworded(const StoredRun& before, const StoredRun& after, ResultsComparison& comparison) {
  for (const auto& [name, text] : before.inputs) {
    const auto other = std::find_if(after.inputs.begin(), after.inputs.end(),
                                    [&, &own = name](const auto& t) { return t.first == own; });
    if (other == after.inputs.end() || other->second == text) continue;
    if (entries_of(name, text).entries == entries_of(name, other->second).entries) {
      comparison.reworded.push_back(name);
    }
  }
}

void compare_runs(const StoredRun& before, const StoredRun& after,
                  std::vector<Difference>& differences) {
  const auto add = [&](const char* name, const std::string& old, const std::string& now) {
    if (old != now) differences.push_back({name, "", old, now});
  };
  add("version", before.version, after.version);
  add("git", before.git, after.git);
  add("compiler", before.compiler, after.compiler);
  add("seed", std::to_string(before.seed), std::to_string(after.seed));
  add("draws", std::to_string(before.draws), std::to_string(after.draws));
  add("families_per_draw", std::to_string(before.families_per_draw),
      std::to_string(after.families_per_draw));
  add("replicates", std::to_string(before.replicates), std::to_string(after.replicates));
  add("families", std::to_string(before.families), std::to_string(after.families));
  add("years", std::to_string(before.years), std::to_string(after.years));
}

void add_net(const StoredRun& run, std::optional<NetResults::Net> NetResults::*side,
             std::vector<NetResults>& net) {
  for (const StoredNet& stored : run.net) {
    auto found = std::find_if(net.begin(), net.end(),
                              [&](const NetResults& n) { return n.strategy == stored.strategy; });
    if (found == net.end()) found = net.insert(net.end(), NetResults{stored.strategy, {}, {}});
    (*found).*side = NetResults::Net{stored.municipality, stored.public_total};
  }
}

}  // namespace

ResultsComparison compare_results(const StoredRun& before, const StoredRun& after) {
  ResultsComparison comparison;
  comparison.hash_before = before.hash;
  comparison.hash_after = after.hash;
  compare_runs(before, after, comparison.run);
  compare_inputs(before, after, comparison);
  note_reworded(before, after, comparison);
  add_net(before, &NetResults::before, comparison.net);
  add_net(after, &NetResults::after, comparison.net);
  return comparison;
}

}  // namespace samspil
