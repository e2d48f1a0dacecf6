#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <memory>
#include <system_error>

#include "model/io/text_file.hpp"
#include "model/loading/h5_text.hpp"
#include "model/loading/readers.hpp"

namespace samspil {
namespace {

namespace fs = std::filesystem;

/// How a kind is called in InputTexts and in messages, and where its shipped files lie.
struct KindPlace {
  std::string_view title;
  Key word;
  std::string_view key;  ///< Of the scenario, that refers to it.
  std::string_view folder;
  std::string_view ending;
};

constexpr std::array<KindPlace, 17> kind_places{{
    {"scenario", "input.scenario", "", "", ".toml"},
    {"population", "input.population", "population", "populations", ".toml"},
    {"parameters", "input.parameters", "parameters", "", ".csv"},
    {"prices", "input.prices", "prices", "prices", ".csv"},
    {"payer_rules", "input.payer_rules", "payer_rules", "prices", ".csv"},
    {"rates", "input.rates", "rates", "prices", ".csv"},
    {"indices", "input.indices", "indices", "prices", ".csv"},
    {"evidence", "input.evidence", "evidence", "", ".toml"},
    {"own_prices", "input.own_prices", "prices", "prices", ".csv"},
    {"own_rates", "input.own_rates", "rates", "prices", ".csv"},
    {"own_indices", "input.own_indices", "indices", "prices", ".csv"},
    {"own_parameters", "input.own_parameters", "parameters", "", ".csv"},
    {"municipalities", "input.municipalities", "municipality", "", ".csv"},
    {"own_families", "input.own_families", "population", "", ".csv"},
    {"baseline", "input.baseline", "baseline", "strategies", ".toml"},
    {"strategy", "input.strategy", "strategies", "strategies", ".toml"},
    {"present_practice", "input.present_practice", "compare_with", "strategies", ".toml"},
}};

const KindPlace& place_of(InputKind kind) noexcept {
  return kind_places[static_cast<std::size_t>(kind)];
}

/// Whether a scenario may name several, which are stored in its order.
bool may_be_several(InputKind kind) noexcept {
  return kind == InputKind::strategy || kind == InputKind::own_prices ||
         kind == InputKind::own_rates || kind == InputKind::own_indices ||
         kind == InputKind::own_parameters;
}

/// The scenario's folder, then that of the shipped scenarios.
using Roots = std::array<fs::path, 2>;

/// A reference with the ending of its kind is a path, any other an id. Parameters may be a
/// posterior, and families a table as registers are often kept: both HDF5.
bool is_path(const KindPlace& place, const std::string& reference) {
  const fs::path ending = fs::path{reference}.extension();
  const bool may_be_h5 =
      &place == &place_of(InputKind::own_families) || &place == &place_of(InputKind::parameters);
  return ending == place.ending || (may_be_h5 && ending == h5_ending);
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

/// Whether a file of this name is another kind than its folder's: never offered as an id.
bool is_of_its_own_kind(const std::string& id) {
  return id == "baseline" || id == "payer_rules" || id == "rates" || id == "indices";
}

/// Ids of the files of a kind in a folder.
void append_ids(const fs::path& folder, const KindPlace& place, std::vector<std::string>& ids) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    const std::string id = entry.path().stem().string();
    if (entry.path().extension() == place.ending && !is_of_its_own_kind(id)) ids.push_back(id);
  }
}

constexpr KindPlace base_place{"base", "input.base", "base", "strategies", ".toml"};

/// "strategy_1.toml" is based on "base_of_strategy_1.toml", and so on.
std::string base_text_name(const std::string& name) { return "base_of_" + name; }

/// Where a reference may point to, best first.
std::vector<fs::path> places_to_look(const KindPlace& place, const std::string& reference,
                                     const Roots& roots) {
  std::vector<fs::path> paths;
  for (const fs::path& root : roots) {
    paths.push_back(is_path(place, reference)
                        ? root / reference
                        : root / place.folder / fmt::format("{}{}", reference, place.ending));
  }
  return paths;
}

Problem not_found(const KindPlace& place, const std::string& scenario, int line,
                  const std::string& reference, const Roots& roots) {
  const std::string key{place.key};
  if (is_path(place, reference)) {
    return {scenario, line, key, {"fault.no_file_named", reference}, {"remedy.path_or_id"}};
  }
  for (const fs::path& root : roots) {
    if (!is_there(root / reference)) continue;
    return {scenario,
            line,
            key,
            {"fault.reference_ending", reference, place.ending},
            {"remedy.reference_ending", place.ending}};
  }
  std::vector<std::string> ids;
  for (const fs::path& root : roots) append_ids(root / place.folder, place, ids);
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return {scenario,
          line,
          key,
          {"fault.unknown_reference", Message{place.word}, reference},
          naming_or_path_advice(reference, ids, place.ending)};
}

InputText read_text_of(const KindPlace& place, const fs::path& path) {
  const bool is_h5 = path.extension() == h5_ending;
  if (!is_h5 || &place != &place_of(InputKind::parameters)) return read_input(path);
  return {path.string(), posterior_text(path)};
}

/// The text of the first of `paths` that exists. Without one, `otherwise` is appended; faults of
/// reading it are appended too.
std::optional<InputText> first_there(const KindPlace& place, const std::vector<fs::path>& paths,
                                     const Problem& otherwise, Problems& problems) {
  for (const fs::path& path : paths) {
    if (!is_there(path)) continue;
    try {
      return read_text_of(place, path.lexically_normal());
    } catch (const InputError& error) {
      problems.insert(problems.end(), error.problems().begin(), error.problems().end());
      return std::nullopt;
    }
  }
  problems.push_back(otherwise);
  return std::nullopt;
}

}  // namespace

std::vector<std::string> shipped_strategies(const fs::path& shipped_folder) {
  const KindPlace& place = place_of(InputKind::strategy);
  std::vector<std::string> ids;
  append_ids(shipped_folder / place.folder, place, ids);
  std::sort(ids.begin(), ids.end());
  return ids;
}

InputText read_input(const fs::path& file) {
  if (file.extension() == h5_ending) {
    return {file.string(), h5_text(file, most_own_rows)};
  }
  return {file.string(),
          read_text(file, file.extension() == ".csv" ? largest_table : largest_text)};
}

FindText find_on_disk(const fs::path& scenario, const fs::path& shipped_folder) {
  const Roots roots{scenario.parent_path(), shipped_folder};
  FindText find;
  find.text = [roots, name = scenario.string()](InputKind kind, const std::string& reference,
                                                int line, Problems& problems) {
    const KindPlace& place = place_of(kind);
    return first_there(place, places_to_look(place, reference, roots),
                       not_found(place, name, line, reference, roots), problems);
  };
  find.base = [roots](const InputText& from, const std::string& reference, int line,
                      Problems& problems) {
    const fs::path beside = fs::path{from.file}.parent_path();
    std::vector<fs::path> paths = places_to_look(base_place, reference, roots);
    paths.insert(paths.begin(), beside / (is_path(base_place, reference)
                                              ? reference
                                              : fmt::format("{}{}", reference, base_place.ending)));
    return first_there(base_place, paths, not_found(base_place, from.file, line, reference, roots),
                       problems);
  };
  return find;
}

FindText find_in_texts(const InputTexts& texts) {
  const auto named = [texts](const std::string& name, const KindPlace& place,
                             const std::string& reference, int line,
                             Problems& problems) -> std::optional<InputText> {
    const auto found = std::find_if(texts.begin(), texts.end(),
                                    [&](const auto& text) { return text.first == name; });
    if (found != texts.end()) return InputText{found->first, found->second};
    problems.push_back({texts.front().first,
                        line,
                        std::string{place.key},
                        {"fault.text_not_stored", name, reference},
                        {"remedy.from_files"}});
    return std::nullopt;
  };
  FindText find;
  using Named = std::array<std::size_t, kind_places.size()>;
  find.text = [named, so_far = std::make_shared<Named>()](
                  InputKind kind, const std::string& reference, int line,
                  Problems& problems) -> std::optional<InputText> {
    // What is stored is the table with its layers laid over it.
    if (kind == InputKind::own_parameters) return std::nullopt;
    std::size_t& count = (*so_far)[static_cast<std::size_t>(kind)];
    const std::string name = text_name(kind, may_be_several(kind) ? ++count : 0);
    return named(name, place_of(kind), reference, line, problems);
  };
  find.base = [named](const InputText& from, const std::string& reference, int line,
                      Problems& problems) {
    return named(base_text_name(from.file), base_place, reference, line, problems);
  };
  return find;
}

std::string text_name(InputKind kind, std::size_t number) {
  const KindPlace& place = place_of(kind);
  return number == 0 ? fmt::format("{}{}", place.title, place.ending)
                     : fmt::format("{}_{}{}", place.title, number, place.ending);
}

void append_texts(const std::string& name, const Strategy& strategy, InputTexts& texts) {
  texts.emplace_back(name, strategy.text);
  std::string base = name;
  for (const std::string& text : strategy.base_texts) {
    base = base_text_name(base);
    texts.emplace_back(base, text);
  }
}

Problems in_reading_order(Problems problems) {
  std::vector<std::string> files;
  for (const Problem& problem : problems) {
    if (std::find(files.begin(), files.end(), problem.file) == files.end()) {
      files.push_back(problem.file);
    }
  }
  const auto rank = [&files](const Problem& problem) {
    return std::pair{std::find(files.begin(), files.end(), problem.file) - files.begin(),
                     problem.line};
  };
  std::stable_sort(problems.begin(), problems.end(),
                   [&rank](const Problem& a, const Problem& b) { return rank(a) < rank(b); });
  return problems;
}

void throw_if_any(Problems problems) {
  if (!problems.empty()) throw InputError(in_reading_order(std::move(problems)));
}

}  // namespace samspil
