#include "model/storage/results_h5.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>

#include "model/core/shown_text.hpp"
#include "model/io/h5_kind.hpp"
#include "model/io/input_file.hpp"
#include "model/io/results_file.hpp"
#include "model/io/sealed_file.hpp"
#include "model/io/toml.hpp"
#include "model/storage/draw_tables.hpp"
#include "model/storage/law_and_prices.hpp"
#include "model/storage/results_tables.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr const char* results = "/results";
constexpr const char* population = "/population";
constexpr const char* provenance = "/provenance";
constexpr const char* inputs_group = "/provenance/inputs";
constexpr const char* timing = "/timing";
constexpr const char* draws = "/draws";
constexpr const char* draw_sums = "/draws/sums";
constexpr const char* documents = "/document";
constexpr const char* csv = "/tables";

void write_provenance(ResultsWriter& file, const Report& report, const Origin& origin,
                      const InputTexts& inputs) {
  const Scenario& scenario = report.scenario;
  file.write_attribute(provenance, "program", std::string{"samspil"});
  file.write_attribute(provenance, "format", results_format);
  file.write_attribute(provenance, "version", origin.version);
  file.write_attribute(provenance, "git", origin.git);
  file.write_attribute(provenance, "compiler", origin.compiler);
  file.write_attribute(provenance, "seed", std::int64_t{scenario.seed});
  file.write_attribute(provenance, "draws", std::int64_t{scenario.draws});
  file.write_attribute(provenance, "families_per_draw", std::int64_t{scenario.families_per_draw});
  file.write_attribute(provenance, "replicates", std::int64_t{scenario.replicates});
  file.write_attribute(provenance, "years", std::int64_t{scenario.years});
  file.write_attribute(provenance, "families", std::int64_t{scenario.families});
  file.write_attribute(provenance, "population_year", std::int64_t{calendar_year(scenario, 0)});
  for (const auto& [name, value] : law_and_prices(scenario)) {
    file.write_attribute(std::string{provenance} + "/law_and_prices", name, value);
  }
  for (const auto& [name, text] : inputs) file.write_text(inputs_group, name, text);
}

void write_population(ResultsWriter& file, const PopulationFit& fit) {
  const auto count = [](std::uint64_t n) { return static_cast<std::int64_t>(n); };
  file.write_attribute(population, "candidates", count(fit.candidates));
  file.write_attribute(population, "accepted", count(fit.accepted));
  file.write_attribute(population, "families", count(fit.families));
  file.write_attribute(population, "persons", count(fit.persons));
  file.write_attribute(population, "target_children", count(fit.target_children));
  file.write_attribute(population, "target_adults", count(fit.target_adults));
  file.write_attribute(population, "effective_sample_size", fit.effective_sample_size);
  file.write_attribute(population, "largest_weight", fit.largest_weight);
  for (const MarginFit& margin : fit.margins) {
    const std::string group = population + ("/" + margin.name);
    file.write_attribute(group, "unit", margin.unit);
    file.write_attribute(group, "target", margin.target);
    file.write_attribute(group, "weighted", margin.weighted);
    file.write_attribute(group, "drawn", margin.drawn);
    file.write_attribute(group, "tolerance", margin.tolerance);
    file.write_attribute(group, "fitted", std::int64_t{margin.fitted});
  }
}

void write_run(ResultsWriter& file, const RunResult& result) {
  WorkDone sum;
  for (const ArmCounts& arm : result.counts) {
    for (const YearCounts& year : arm.years) {
      sum.random_blocks += year.work.random_blocks;
      sum.events += year.work.events;
      sum.postings += year.work.postings;
    }
  }
  file.write_attribute(timing, "population_seconds", result.population_seconds);
  file.write_attribute(timing, "simulation_seconds", result.simulation_seconds);
  file.write_attribute(timing, "threads", std::int64_t{result.threads});
  file.write_attribute(timing, "hosts", std::int64_t{result.hosts});
  const PersonYears lived = person_years(result);
  file.write_attribute(timing, "person_years_simulated", lived.simulated);
  file.write_attribute(timing, "person_years_delivered", lived.delivered);
  file.write_attribute(timing, "random_blocks", sum.random_blocks);
  file.write_attribute(timing, "events", sum.events);
  file.write_attribute(timing, "postings", sum.postings);
}

/// The integers of a run under their hash.
void write_sums(ResultsWriter& file, const char* group, const Scenario& scenario,
                const RunResult& result, const Appraisal& appraisal, const std::string& hash) {
  for (const IntegerTable& table : results_tables(scenario, result, appraisal)) {
    file.write_table(group, table);
  }
  file.write_attribute(group, "runs", std::int64_t{result.runs()});
  file.write_attribute(group, "hash", hash);
}

/// What every run came to, and what was drawn.
void write_draws(ResultsWriter& file, const Report& report, const std::vector<IntegerTable>& kept) {
  const RunResult& result = report.draws == nullptr ? report.result : *report.draws;
  for (const IntegerTable& table : kept) file.write_table(draws, table);
  if (!kept.empty() || report.draws != nullptr) {
    file.write_attribute(draws, "sites", static_cast<std::int64_t>(result.sites));
    file.write_attribute(draws, "sites_per_draw", static_cast<std::int64_t>(result.sites_lived()));
  }
  if (report.draws == nullptr) return;
  file.write_numbers(draws, "inputs", {"draw", "input"}, result.drawn_names, result.drawn_values);
  write_sums(file, draw_sums, report.scenario, result, appraise(report.scenario, result),
             report.draws_hash);
}

/// The strategies' names, in the order in which the arms number them.
std::vector<std::string> strategy_names(const InputTexts& inputs) {
  std::vector<std::string> names;
  for (const auto& [name, text] : inputs) {
    if (!name.starts_with("strategy_")) continue;
    std::vector<Problem> ignored;
    const toml::table table = parse_toml(text, name, ignored);
    names.push_back(table["id"].value_or(name));
  }
  return names;
}

InputError damage(const std::string& file, const Message& place) {
  return InputError{Problem{file, 0, "", {"fault.damaged", place}, {"remedy.copy_again"}}};
}

/// From the exact sums over sites, which hold the programme's cost.
std::vector<StoredNet> net_results(const ResultsReader& file, const StoredRun& stored) {
  const IntegerTable arms = file.read_table(results, "arms");
  const IntegerTable moments = file.read_table(results, "moments");
  if (arms.shape.empty()) throw damage(stored.file, Message::as_is("results/arms"));
  const std::vector<std::string> names = strategy_names(stored.inputs);
  const std::size_t strategy_key = place_of(arms, "key", "strategy");
  const std::size_t level_key = place_of(arms, "key", "effect_level");
  const std::size_t saving = place_of(moments, "sum", "saving");
  const std::size_t low = place_of(moments, "word", "low");
  std::vector<StoredNet> net;
  for (std::size_t arm = 0; arm < arms.shape.front(); ++arm) {
    const auto strategy = static_cast<std::size_t>(value_at(arms, {arm, strategy_key}));
    const auto centre = static_cast<std::int64_t>(EffectLevel::centre);
    if (strategy == 0 || value_at(arms, {arm, level_key}) != centre) continue;
    const auto kroner = [&](Purse purse) {
      const std::size_t whose = place_of(moments, "purse", purse_names[index_of(purse)]);
      return as_kroner(value_at(moments, {arm, whose, saving, low})) / stored.replicates;
    };
    const std::string name =
        strategy <= names.size() ? names[strategy - 1] : std::to_string(strategy);
    net.push_back({name, kroner(Purse::municipality), kroner(Purse::all_public)});
  }
  return net;
}

std::unique_ptr<ResultsReader> opened(const std::filesystem::path& path) {
  try {
    return std::make_unique<ResultsReader>(path);
  } catch (const FileLocked&) {
    throw;
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& error) {
    throw damage(path.string(), message_of(error));
  }
}

/// The text of an input. Throws InputError at the line of a letter that is none.
std::string read_input(const ResultsReader& file, const StoredRun& stored,
                       const std::string& name) {
  std::string text = file.read_bytes(inputs_group, name);
  const std::size_t bad = find_bad_utf8(text);
  if (bad == std::string::npos) return text;
  const auto end = text.begin() + static_cast<std::ptrdiff_t>(bad);
  const int line = 1 + static_cast<int>(std::count(text.begin(), end, '\n'));
  throw fault_of_inputs(stored, InputError{Problem{name, line, "", {"fault.is_not_utf8"}, {}}});
}

/// The hash of a group's tables, which they must have.
std::string read_sums(const ResultsReader& file, const char* group,
                      const std::string& name_of_file) {
  std::vector<IntegerTable> tables;
  for (const std::string& name : file.names(group)) tables.push_back(file.read_table(group, name));
  const std::string hash = file.text_attribute(group, "hash");
  if (hash_of(tables) != hash) throw damage(name_of_file, Message::as_is(group + 1));
  return hash;
}

void read(const ResultsReader& file, StoredRun& stored) {
  const auto number = [&file](const char* name) {
    return static_cast<std::uint32_t>(file.integer_attribute(provenance, name));
  };
  stored.seed = number("seed");
  stored.draws = number("draws");
  stored.families_per_draw = number("families_per_draw");
  stored.replicates = number("replicates");
  stored.years = static_cast<int>(number("years"));
  stored.families = number("families");
  stored.version = file.text_attribute(provenance, "version");
  stored.git = file.text_attribute(provenance, "git");
  stored.compiler = file.text_attribute(provenance, "compiler");
  for (const std::string& name : file.names(inputs_group)) {
    stored.inputs.emplace_back(name, read_input(file, stored, name));
  }
  stored.hash = read_sums(file, results, stored.file);
  if (stored.draws > 1) stored.draws_hash = read_sums(file, draw_sums, stored.file);
  stored.net = net_results(file, stored);
}

InputError foreign(const std::filesystem::path& path, Key problem) {
  return InputError{Problem{path.string(), 0, "", {problem}, {"remedy.results_file"}}};
}

StoredRun read_run(const std::filesystem::path& path) {
  const std::unique_ptr<ResultsReader> file = opened(path);
  StoredRun stored;
  stored.file = path.string();
  stored.is_as_written = file->is_as_written();
  std::int64_t format = 0;
  try {
    format = file->integer_attribute(provenance, "format");
  } catch (const std::exception&) {
    throw foreign(path, "fault.foreign_results");
  }
  if (format != results_format) throw foreign(path, "fault.other_format");
  try {
    read(*file, stored);
  } catch (const InputError&) {
    throw;
  } catch (const std::exception& error) {  // HDF5's, or a table of another shape
    throw damage(stored.file, message_of(error));
  }
  return stored;
}

/// What `read_from` reads of a file that is whole and of this format.
template <class ReadFrom>
auto read_whole(const std::filesystem::path& path, const ReadFrom& read_from) {
  read_stored_run(path);
  const std::unique_ptr<ResultsReader> file = opened(path);
  try {
    return read_from(*file);
  } catch (const std::exception& error) {
    throw damage(path.string(), message_of(error));
  }
}

}  // namespace

void write_results(const std::filesystem::path& target, const Report& report, const Origin& origin,
                   const InputTexts& inputs, const std::string& document,
                   const std::vector<WrittenTable>& tables, const std::vector<IntegerTable>& kept) {
  ResultsWriter file{target};
  write_sums(file, results, report.scenario, report.result, report.appraisal, report.hash);
  write_draws(file, report, kept);
  write_population(file, report.result.population);
  write_provenance(file, report, origin, inputs);
  write_run(file, report.result);
  file.write_text(documents, "run", document);
  for (const WrittenTable& table : tables) file.write_text(csv, table.name, table.text);
  file.commit();
}

InputError fault_of_inputs(const StoredRun& stored, const InputError& error) {
  const Problem& fault = error.problems().front();
  Message place = Message::as_is(fault.file);
  if (fault.line > 0) place = {"fault.at_line", fault.file, fault.line};
  if (!stored.is_as_written) return damage(stored.file, place);
  if (!fault.name.empty()) place = {"fault.of_name", place, fault.name};
  return InputError{Problem{stored.file,
                            0,
                            "",
                            {"fault.refused_inputs", place, fault.problem},
                            {"remedy.refused_inputs"}}};
}

bool is_results_file(const std::filesystem::path& file) {
  return is_hdf5_that(file, [](const ResultsReader& found) {
    return found.text_attribute(provenance, "program") == "samspil" && found.has("/", "results");
  });
}

StoredRun read_stored_run(const std::filesystem::path& path) {
  require_input_file(path);
  if (!is_hdf5(path)) throw foreign(path, "fault.no_results_file");
  try_unsealed(path, [&] { read_run(path); });
  return read_run(path);
}

std::pair<std::string, Json> read_document(const std::filesystem::path& path) {
  return read_whole(path, [](const ResultsReader& file) {
    std::string text = file.read_text(documents, "run");
    Json read = Json::parse(text);
    return std::pair{std::move(text), std::move(read)};
  });
}

std::vector<WrittenTable> read_csv_tables(const std::filesystem::path& path) {
  return read_whole(path, [](const ResultsReader& file) {
    std::vector<WrittenTable> tables;
    for (const std::string& name : file.names(csv)) {
      tables.push_back({name, file.read_text(csv, name)});
    }
    std::vector<IntegerTable> kept;
    for (const char* name : {"costs", "outcomes"}) {
      if (file.has(draws, name)) kept.push_back(file.read_table(draws, name));
    }
    if (kept.empty()) return tables;
    const auto sites = [&file](const char* name) {
      return static_cast<double>(file.integer_attribute(draws, name));
    };
    const double scale = sites("sites") / sites("sites_per_draw");
    for (WrittenTable& table : draw_csv_tables(file.read_table(results, "arms"), kept, scale)) {
      tables.push_back(std::move(table));
    }
    return tables;
  });
}

}  // namespace samspil
