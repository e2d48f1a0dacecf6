/// \file
/// A coordination strategy: levers and effects. Baseline is a strategy with nobody responsible.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/inputs/hooks.hpp"
#include "model/inputs/limits.hpp"
#include "model/inputs/quantity.hpp"
#include "model/population/eligibility.hpp"

namespace samspil {

/// By what an effect comes about, and so what it waits for.
enum class Channel : std::uint8_t {
  effort,        // gated by agency, relation and fidelity; ramps up, fades after exit
  discovery,     // assessment uncovers need: from the first day, for some months
  substitution,  // own authority raises preventive grants, a coordinator replaces them
  overlap,       // two measures on the same job: from the first day
};
inline constexpr std::array<std::string_view, 4> channel_names{"effort", "discovery",
                                                               "substitution", "overlap"};

/// Which part of a strategy's content an effect hangs on.
enum class Component : std::uint8_t {
  whole,  // the effort as it is, whatever its parts
  joint_plan,
  follow_up,
  delegated_grants,
  civil_society,
  joint_financing,
  network_meeting,
  job_support,
};
inline constexpr std::array<std::string_view, 8> component_names{
    "whole",         "joint_plan",      "follow_up",       "delegated_grants",
    "civil_society", "joint_financing", "network_meeting", "job_support"};

/// The amount of a component at which effects are stated unless they say otherwise: every family,
/// every grant, four follow-ups a year.
constexpr double usual_amount(Component component) noexcept {
  return component == Component::follow_up ? 4.0 : 1.0;
}

/// How it was seen what an effect does.
enum class Design : std::uint8_t {
  randomised,        // trial, or several
  quasi_experiment,  // matched or compared change
  before_after,      // no comparison group
  none,              // nothing observed: expected, told, or opposite signs
};
inline constexpr std::array<std::string_view, 4> design_names{"randomised", "quasi_experiment",
                                                              "before_after", "none"};
inline constexpr std::size_t design_count = design_names.size();

inline constexpr Limits any_hazard_ratio{0.001, 100, NumberKind::ratio};
inline constexpr Limits any_months{0, 240};  ///< Of a discovery.
inline constexpr Limits any_fidelity{1, 6};  ///< Of a core element.

/// A multiplier of one hazard. A row states either what was observed, and inputs/evidence.hpp makes
/// centre and range of it, or centre and range outright.
struct Effect {
  Hook hook{};
  /// Bits of the measures, places or services that it acts on, as the evidence has it; 0 = on all
  /// that its hook acts on.
  std::uint16_t targets = 0;
  Channel channel{};
  double observed = 0;  ///< Hazard ratio as observed; 0 where the centre is stated outright.
  Design design = Design::none;
  double transfer = 1;   ///< Share of the observed effort that this one has, on the log ratio.
  std::string where_da;  ///< Where it was observed.
  std::string where_en;
  double centre = 1;  ///< Hazard ratio; 1 = no effect.
  double weak = 1;    ///< Where the strategy works badly.
  double strong = 1;  ///< Where it works well.
  double low = 1;     ///< 5th percentile.
  double high = 1;    ///< 95th percentile.
  Quantity months;    ///< Discovery only: how long.
  Grade grade = Grade::assumed;
  std::string rationale_da;
  std::string rationale_en;
  std::string source;
  std::string source_da{};  ///< In Danish, where its file has that too.
  int line = 0;
  Component component = Component::whole;
  double reference = 1;     ///< Amount of the component at which the ratio holds.
  std::string base_file{};  ///< Where it is inherited: the base it stands in.
};

/// What the strategy's own report saw change, for comparison only: nothing acts on it.
struct ObservedChange {
  std::string what_da;
  std::string what_en;
  Quantity change;  ///< Per 100 families, per cent, or mio. kr. saved.
  Design design = Design::none;
  std::string where_da;
  std::string where_en;
};

enum class CoordinationRole : std::uint8_t { none, coordinator, authority, team };
inline constexpr std::array<std::string_view, 4> coordination_role_names{"none", "coordinator",
                                                                         "authority", "team"};

/// Which group of effects waits after enrolment.
enum class MeasureOrder : std::uint8_t {
  parallel,
  labour_first,     // treatment and the children's measures wait
  treatment_first,  // work, education and activation wait
};
inline constexpr std::array<std::string_view, 3> measure_order_names{"parallel", "labour_first",
                                                                     "treatment_first"};

/// A core element of the work, with how faithfully it is carried out.
struct CoreElement {
  std::string name;
  Quantity fidelity;  ///< 1 (not at all) to 6 (to a very high degree).
  int lost = 1;       ///< 1 = given up first when staff are short.
  double weight = 1;  ///< Relative to the other elements.
  int line = 0;
  std::string base_file{};  ///< Where it is inherited: the base it stands in.
};

struct Levers {
  CoordinationRole role = CoordinationRole::none;
  MeasureOrder order = MeasureOrder::parallel;
  bool authority = false;       ///< Own authority: without it no substitution effect above 1 acts.
  Quantity caseload;            ///< Families per caseworker.
  Quantity wage;                ///< kr. per caseworker-year, on-costs and overhead included.
  Quantity supervision_share;   ///< Of the wage.
  Quantity training_once;       ///< kr. per enrolled family, in its first year.
  Quantity material;            ///< kr. per family-year.
  Quantity preparation_once;    ///< kr. per enrolled family, in its first year.
  Quantity meeting_hours;       ///< Hours per family-year in other departments.
  Quantity meeting_hour_price;  ///< kr. per hour.
  Quantity development_once;    ///< kr. per enrolled family; shown apart.
  Quantity evaluation_per_family;  ///< kr. per family; shown apart, off by default.
  Quantity intake_share;           ///< Of the families of a site, offered a place.
  Quantity consent_share;          ///< Of those offered, who accept.
  Quantity capacity_per_site;      ///< Families at once; 0 = unlimited.
  Quantity duration_years;         ///< Longest enrolment.
  Quantity aftercare_years;
  Quantity exit_rate_closed;     ///< 1/year: the case is closed.
  Quantity exit_rate_withdrawn;  ///< 1/year: the family withdraws.
  Quantity ramp_months;          ///< Until full effect.
  Quantity fade_rate;            ///< 1/year: loss of effect after exit.
  Quantity harm_share;           ///< Of families, whose effect has the opposite sign.

  // Staff.
  Quantity hiring_lag_months;      ///< How long a post stays empty.
  Quantity turnover_rate;          ///< 1/caseworker-year: the caseworker leaves.
  Quantity handover_share;         ///< Of the relation, kept at a change of caseworker.
  Quantity caseload_creep;         ///< 1/year: growth of the families per caseworker.
  Quantity hours_per_year;         ///< Hours per caseworker-year.
  Quantity present_caseload;       ///< Optional: cases per caseworker in present practice.
  Quantity minutes_per_case_week;  ///< More minutes per case and week than in present practice.
  Quantity minute_hour_price;      ///< kr. per hour of those minutes.

  Quantity fidelity_caseload;  ///< Families per caseworker at which the core elements reach
                               ///< their fidelity. Optional: else the caseload.

  // Share of the caseworkers' hours on enrolled families' cases, which the strategy's own staff do
  // in their place while the family is enrolled. Optional: else none.
  Quantity takes_over_child_casework;
  Quantity takes_over_job_casework;
  Quantity takes_over_adult_casework;

  // Content.
  Quantity joint_plan;          ///< Share of enrolled families with one joint plan.
  Quantity follow_up_per_year;  ///< Fixed follow-ups a year.
  Quantity delegated_grants;    ///< Share of grants that the caseworker may give.
  Quantity civil_society;       ///< Share of families with a contact in civil society.
  Quantity joint_financing;     ///< Share of the operation that the other departments carry.
  Quantity spill_over;          ///< Share of an effect that reaches the site's other families.
  Quantity wait_months;         ///< How long the later group of effects waits.
  Quantity network_meeting;  ///< Optional: share of families whose network meets when a placement
                             ///< is near.
  Quantity job_support;      ///< Optional: share of families whose parents are followed into a job,
                             ///< by a mentor or by individual placement and support.
};

struct Strategy {
  std::string id;
  std::string title_da;
  std::string title_en;
  std::string tried_on_da;
  std::string tried_on_en;
  /// Title of the base that was tried, where the strategy does not say that itself was.
  std::string tried_base_da;
  std::string tried_base_en;
  /// Ids of the populations and studies it was tried on; a run on another says so.
  std::vector<std::string> tried_on_populations;
  std::vector<std::string> sources;
  std::optional<Eligibility>
      eligible;  ///< Its own target group, where strategies are as described.
  Levers levers;
  std::vector<CoreElement> elements;
  std::vector<Effect> effects;
  std::vector<ObservedChange> observed;         ///< Its own; a base's is not inherited.
  std::string file;                             ///< Name as given, for messages.
  std::string text;                             ///< The file's content, kept with the results.
  std::vector<std::string> base_texts;          ///< Of the files it is based on, the nearest first.
  std::vector<std::string> base_files;          ///< Their names.
  std::map<std::string, std::string> base_ids;  ///< Their ids, by file.
};

/// Id of the strategy whose file states a number: a base's, where it is inherited.
inline const std::string& stated_by(const Strategy& strategy,
                                    const std::string& base_file) noexcept {
  const auto base = strategy.base_ids.find(base_file);
  return base == strategy.base_ids.end() ? strategy.id : base->second;
}

}  // namespace samspil
