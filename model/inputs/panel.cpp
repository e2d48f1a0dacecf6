#include "model/inputs/panel.hpp"

#include <algorithm>
#include <array>

#include "model/inputs/parameters.hpp"

namespace samspil {
namespace {

/// Hazards by the beginning of their ratios, "job_entry_abuse"; some ratios stand with the coupling
/// of family members, "coupling_job_entry_calm_child".
constexpr std::array<std::string_view, 5> labour_hazards{"job_entry", "job_loss", "education_entry",
                                                         "pension_entry", "sickness_entry"};
constexpr std::array<std::string_view, 3> place_hazards{"placement_entry", "placement_step_up",
                                                        "reunification"};
/// Ratios of moves of several directions.
struct NamedRatio {
  PanelStates states;
  std::string_view hazard, covariate;
};
constexpr std::array<NamedRatio, 3> named_ratios{
    {{PanelStates::labour, "job_end", "first_year"},
     {PanelStates::places, "placement", "reentry"},
     {PanelStates::places, "placement_change", "first_year"}}};

std::string with_underscore(std::string_view text) { return std::string{text} + '_'; }

}  // namespace

std::vector<PanelRatio> panel_ratios(PanelStates states) {
  std::vector<PanelRatio> ratios;
  std::vector<std::string_view> hazards(labour_hazards.begin(), labour_hazards.end());
  if (states == PanelStates::places) hazards.assign(place_hazards.begin(), place_hazards.end());
  Parameters any;
  for (const ParameterSlot& slot : parameter_slots(any)) {
    if (slot.unit != "ratio") continue;
    std::string_view name = slot.name;
    if (name.starts_with("coupling_")) name.remove_prefix(sizeof "coupling_" - 1);
    for (const std::string_view hazard : hazards) {
      const std::string begin = with_underscore(hazard);
      if (!name.starts_with(begin)) continue;
      ratios.push_back({slot.name, hazard, std::string{name.substr(begin.size())}});
    }
    for (const NamedRatio& one : named_ratios) {
      const std::string whole = with_underscore(one.hazard).append(one.covariate);
      if (one.states == states && name == whole) {
        ratios.push_back({slot.name, one.hazard, std::string{one.covariate}});
      }
    }
  }
  return ratios;
}

std::vector<std::string> panel_covariates(PanelStates states) {
  std::vector<std::string> names;
  for (const PanelRatio& ratio : panel_ratios(states)) {
    if (std::find(names.begin(), names.end(), ratio.covariate) == names.end()) {
      names.push_back(ratio.covariate);
    }
  }
  return names;
}

}  // namespace samspil
