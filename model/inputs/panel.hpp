/// \file
/// A panel of people followed over time: who was how long in which state, and where he or she went.
/// Hazards are estimated from it. Holds nobody's name.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/population/states.hpp"

namespace samspil {

/// One row a spell of a person; or one row a cell of many people's spells, the only form that may
/// leave a register's server.
enum class PanelForm : std::uint8_t { spells, cells };

/// What the people move between.
enum class PanelStates : std::uint8_t { labour, places };

constexpr std::span<const std::string_view> names_of(PanelStates states) noexcept {
  if (states == PanelStates::labour) return labour_status_names;
  return place_names;
}

/// The beginning of the parameters of its moves: "labour_ordinary_job_to_sickness".
constexpr std::string_view prefix_of(PanelStates states) noexcept {
  return states == PanelStates::labour ? "labour_" : "place_";
}

/// In one state, the covariates all the while the same.
struct PanelSpell {
  std::size_t person = 0;           ///< In the order in which they appear.
  std::int64_t start = 0, end = 0;  ///< Days; `end` is the first that is no longer in the state.
  std::size_t from = 0;             ///< Position among the names.
  std::optional<std::size_t> to;    ///< Where the person went; nowhere: seen no longer, or goes on.
  std::size_t pattern = 0;          ///< Position among the patterns.
  int line = 0;
};

/// All the time in one state at one pattern of covariates, and moves to one other state.
struct PanelCell {
  std::size_t from = 0;
  std::optional<std::size_t> to;  ///< Nowhere: only the exposure is told.
  std::size_t pattern = 0;
  double events = 0;      ///< Moves; of a few that are not told, 1.
  bool is_few = false;    ///< 1 to 4: "<5".
  std::int64_t days = 0;  ///< Exposure [person-days], the same in each row of a state and pattern.
  int line = 0;
};

struct Panel {
  std::string file;
  PanelForm form = PanelForm::spells;
  PanelStates states = PanelStates::labour;
  std::vector<std::string> covariates;        ///< As columns; each names a ratio of the model.
  std::vector<std::vector<double>> patterns;  ///< Different values of all covariates.
  std::vector<PanelSpell> spells;             ///< By person, then by time.
  std::vector<PanelCell> cells;
  std::size_t people = 0;            ///< Of spells.
  std::size_t people_with_gaps = 0;  ///< Of whom some time between two spells is not known.
};

/// A ratio that the model multiplies some moves' hazards with where a covariate is 1, or to the
/// power of what it is.
struct PanelRatio {
  std::string parameter;    ///< "job_entry_mental_disorder"
  std::string_view hazard;  ///< "job_entry"
  std::string covariate;    ///< "mental_disorder"
};

/// Every one of the model for people who move between these states.
std::vector<PanelRatio> panel_ratios(PanelStates states);

/// The covariates of them, each once, in their order.
std::vector<std::string> panel_covariates(PanelStates states);

}  // namespace samspil
