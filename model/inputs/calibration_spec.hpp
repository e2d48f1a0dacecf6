/// \file
/// How the model is fitted to what was observed: by which method, with how many members of which
/// size. One TOML file per calibration.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace samspil {

enum class FitMethod : std::uint8_t {
  smoother,    // any number of inputs, one mode
  importance,  // few inputs, any number of modes
  optimum,     // a best point and profiles
};
inline constexpr std::array<std::string_view, 3> fit_method_names{"smoother", "importance",
                                                                  "optimum"};

/// How a best point is searched for, none by derivatives. bobyqa: of smooth functions, with fewest
/// evaluations; sbplx and nelder_mead: where chance leaves steps.
enum class SearchMethod : std::uint8_t { bobyqa, sbplx, nelder_mead };
inline constexpr std::array<std::string_view, 3> search_method_names{"bobyqa", "sbplx",
                                                                     "nelder_mead"};

struct ImportanceSpec {
  std::uint32_t draws = 0;  ///< Of the prior; 0: 1,000 by input.
  std::uint32_t batch = 0;  ///< Of each further round; 0: 100 by input.
  int rounds = 50;          ///< At most.
};

struct OptimumSpec {
  SearchMethod search = SearchMethod::sbplx;
  std::uint32_t starts = 4;
  std::uint32_t evaluations = 300;   ///< At most, from each start and at each point of a profile.
  std::uint32_t profile_points = 0;  ///< Of each input; 0: no profiles.
};

/// An evaluation whose rules some targets follow.
struct CalibrationStudy {
  std::string id;             ///< Of a shipped study, or a path.
  std::uint32_t cohorts = 0;  ///< That each member lives.
};

struct CalibrationSpec {
  std::string scenario = "default";  ///< Whose inputs, prices and mechanisms hold.
  std::string targets = "targets.csv", priors = "priors.csv";  ///< Beside the file.
  FitMethod method = FitMethod::smoother;
  std::uint32_t members = 100;  ///< Of the posterior.
  std::uint32_t seed = 1;
  /// What even the best inputs would leave of each target, since no model is right: standard
  /// deviation in its errors.
  double discrepancy = 0;
  bool protects_effects = true;  ///< Only targets with a comparison group move an effect.
  // Of the smoother.
  int updates = 4;          ///< At most; the members are run once more than that.
  double localisation = 2;  ///< Standard errors below which a correlation is dropped.
  bool inflation = true;
  double shared_people = 0.5;  ///< Correlation of targets that share people.
  ImportanceSpec importance;
  OptimumSpec optimum;
  // Of each member.
  std::uint32_t candidates = 8'000;
  std::uint32_t families = 4'000;
  std::uint32_t replicates = 1;
  std::vector<CalibrationStudy> studies;
  std::string file;
  std::string text;
};

}  // namespace samspil
