/// \file
/// A results file: the integers, what made them, what they read like and how the run went, in
/// separate groups. Each hash is of the integer tables of its group alone.
///
///   /results     integer tables (results_tables.hpp); attributes runs, hash. Two files hold the
///                same results if and only if the hashes are equal.
///   /population  attribute-only: effective sample size, largest weight, costs in year 0
///   /provenance  program, format, version, git, compiler, seed, draws, families_per_draw,
///                replicates, years, families
///                /provenance/law_and_prices: law year, price level, how prices came to it;
///                /provenance/inputs: every input text under its name, the scenario first
///   /draws       with more than one run: what every run came to; attributes sites and
///                sites_per_draw, of which the first by the second scales to all families. With
///                draws every drawn input, and /draws/sums, the draws' own tables as /results
///   /document    run: the JSON document
///   /tables      the CSV tables by name
///   /timing      seconds, threads, hosts, person-years, random blocks, events, postings
#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "model/core/json.hpp"
#include "model/loading/load.hpp"
#include "model/result/run_document.hpp"
#include "model/storage/tables_csv.hpp"

namespace samspil {

inline constexpr std::int64_t results_format = 6;

/// Beside the result, what it reads like, so that it can be shown without being run again.
///   document  JSON: everything that is told of the run
///   tables    as CSV, without those that draw_csv_tables() makes of `draws`
///   draws     of draw_tables()
void write_results(const std::filesystem::path& file, const Report& report, const Origin& origin,
                   const InputTexts& inputs, const std::string& document,
                   const std::vector<WrittenTable>& tables, const std::vector<IntegerTable>& draws);

/// The document of a results file, as it is written and as it is read. Throws as read_stored_run().
std::pair<std::string, Json> read_document(const std::filesystem::path& file);
/// All its CSV tables, those of its draws too. Throws as read_stored_run().
std::vector<WrittenTable> read_csv_tables(const std::filesystem::path& file);

/// What a strategy came to: all years, centre effect, mean over runs [kr.].
struct StoredNet {
  std::string strategy;
  double municipality = 0;
  double public_total = 0;
};

/// What a results file needs to be run again, and to be compared with another.
struct StoredRun {
  std::string file;
  bool is_as_written = false;  ///< Every byte is, by the file's own checksum.
  InputTexts inputs;
  std::uint32_t seed = 1;
  std::uint32_t draws = 1;
  std::uint32_t replicates = 1;
  int years = 4;
  std::uint32_t families = 0;
  std::uint32_t families_per_draw = 0;
  std::string hash;
  std::string draws_hash;  ///< Empty without draws.
  std::string version;
  std::string git;
  std::string compiler;
  std::vector<StoredNet> net;
};

/// Throws InputError when the file is no results file of this format, or damaged, FileLocked when
/// another program has locked it.
StoredRun read_stored_run(const std::filesystem::path& file);

/// What is wrong with a text of the inputs, told of the results file that holds it: damage, unless
/// the text is as it was written.
InputError fault_of_inputs(const StoredRun& stored, const InputError& error);

/// Whether a file that stands there was written by write_results(). Throws FileLocked.
bool is_results_file(const std::filesystem::path& file);

}  // namespace samspil
