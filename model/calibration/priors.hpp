/// \file
/// Which inputs are fitted, which share a cause, and what kind of data would tell of them: read
/// from calibration/priors.csv.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/loading/load.hpp"

namespace samspil {

/// What would tell of an input that the targets leave open.
enum class DataKind : std::uint8_t {
  job_spells,  // spells in jobs and on benefits, week by week
  placements,  // spells out of home, by kind of place
  measures,    // spells of measures, by child
  adult_services,
  health,  // diagnoses and contacts
  crime,
  notifications,
  school,
  households,  // who lives with whom, births, moves
  casework,    // hours by case
  survey,      // what people answer, again and again
  evaluation,  // a comparison group at the same time
  study_list,  // the evaluation's own lists
};
inline constexpr std::array<std::string_view, 13> data_kind_names{
    "job_spells", "placements",    "measures",  "adult_services", "health",
    "crime",      "notifications", "school",    "households",     "casework",
    "survey",     "evaluation",    "study_list"};

/// A row of the table. Of an input the first row whose pattern it meets holds.
struct PriorRow {
  std::string pattern;  ///< A name, with * for any letters.
  bool is_fitted = false;
  std::string group;       ///< Of inputs that share a cause; empty: none.
  double correlation = 0;  ///< Within the group, on the normal scale.
  int direction = 1;
  std::optional<double> low, high;  ///< In place of the input's own range.
  DataKind data{};
  int line = 0;
};

struct PriorTable {
  std::vector<PriorRow> rows;
  std::string file, text;

  /// Null where no row speaks of the input.
  const PriorRow* find(std::string_view input) const noexcept;
};

/// Whether a name meets a pattern.
bool meets(std::string_view name, std::string_view pattern) noexcept;

PriorTable load_priors(const std::filesystem::path& file);

}  // namespace samspil
