/// \file
/// What differs between two results files: how they were run, their inputs entry by entry, their
/// net results.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/storage/results_h5.hpp"

namespace samspil {

/// One entry, or one field of it. Nothing where a side has it not.
struct Difference {
  std::string name;
  std::string field;  ///< Empty where the entry is a single value.
  std::optional<std::string> before;
  std::optional<std::string> after;
};

struct NetResults {
  std::string strategy;
  /// Municipality and public total, all years, centre effect, mean over runs [kr.].
  struct Net {
    double municipality = 0;
    double public_total = 0;
  };
  std::optional<Net> before, after;
};

struct ResultsComparison {
  std::string hash_before, hash_after;
  std::vector<Difference> run;        ///< Version, git, compiler, seed, draws, families, years.
  std::vector<Difference> inputs;     ///< In the order of names, text by text.
  std::vector<std::string> reworded;  ///< Texts that differ though no entry does.
  std::vector<NetResults> net;
};

ResultsComparison compare_results(const StoredRun& before, const StoredRun& after);

std::string comparison_text(const ResultsComparison& comparison, Language language);
std::string comparison_json(const ResultsComparison& comparison);

}  // namespace samspil
