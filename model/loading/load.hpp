/// \file
/// Inputs from files, or from the texts kept with a result. What is returned is valid: every fault
/// that was found stands in the InputError thrown.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/inputs/catalogue.hpp"
#include "model/inputs/contrast.hpp"
#include "model/inputs/evidence.hpp"
#include "model/inputs/family_case.hpp"
#include "model/inputs/investment_case.hpp"
#include "model/inputs/known_flows.hpp"
#include "model/inputs/panel.hpp"
#include "model/inputs/parameters.hpp"
#include "model/inputs/scenario.hpp"
#include "model/inputs/strategy.hpp"
#include "model/inputs/study.hpp"
#include "model/words/problem.hpp"

namespace samspil {

/// The shipped parameters as they are stated, and the layer of the default calibration, which holds
/// where a scenario names neither.
inline constexpr const char* stated_parameters = "parameters.csv";
inline constexpr const char* calibrated_layer = "calibrated.csv";

struct LoadedParameters {
  Parameters parameters;
  ParameterTable table;
};

/// A family, and prices and rules in the law of its year.
struct LoadedFamily {
  FamilyCase family;
  Catalogue catalogue;
};

/// Names and contents of all the files of one scenario, the scenario itself first.
using InputTexts = std::vector<std::pair<std::string, std::string>>;

LoadedParameters load_parameters(const std::filesystem::path& file);
/// The shipped ones, calibrated.
LoadedParameters load_usual_parameters(const std::filesystem::path& shipped_folder);

/// A base is looked for beside the file that names it, then among the shipped strategies. Without a
/// rule of evidence nothing is believed of what was observed: such effects stand at 1.
Strategy load_strategy(const std::filesystem::path& file,
                       const std::filesystem::path& shipped_folder = {},
                       const EvidenceRule& evidence = {});
PopulationSpec load_population(const std::filesystem::path& file);
/// Families of one's own, one row a person.
OwnFamilies load_own_families(const std::filesystem::path& file);
/// The scenario with these families in place of its own population.
Scenario with_own_families(Scenario scenario, OwnFamilies own,
                           const std::filesystem::path& shipped_folder);
InvestmentCase load_investment_case(const std::filesystem::path& file);
StudySpec load_study(const std::filesystem::path& file);
ContrastSpec load_contrast(const std::filesystem::path& file);
KnownFlows load_known_flows(const std::filesystem::path& file);
/// Spells of people, or cells of many people's.
Panel load_panel(const std::filesystem::path& file);

/// A study, the scenario that it names, and the strategies with the study's settings.
struct LoadedStudy {
  StudySpec study;
  Scenario scenario;
  std::vector<Strategy> strategies;
};

/// Reads what a study names: paths, or names of shipped files.
LoadedStudy with_references(StudySpec study, const std::filesystem::path& shipped_folder);

/// Why two spells cannot share a week, if they cannot.
std::optional<Key> conflict(const FamilySpell& a, const FamilySpell& b) noexcept;

/// With the shipped catalogue, which must know the law of the family's year.
LoadedFamily load_family(const std::filesystem::path& file,
                         const std::filesystem::path& shipped_folder);

/// Throws InputError unless two families have the same years and price level.
void require_comparable(const FamilyCase& family, const FamilyCase& other);

/// Which strategies a scenario is read with.
enum class Strategies : std::uint8_t {
  as_written,    // those that it names
  all_shipped,   // every shipped one but the baseline, instead
  with_shipped,  // those that it names, and every shipped one of another id
};

/// Ids of the shipped strategies but the baseline, in alphabetical order.
std::vector<std::string> shipped_strategies(const std::filesystem::path& shipped_folder);

/// Paths in a scenario are relative to its own folder, then to the shipped scenarios; a name
/// without ending is the id of a file in strategies/, populations/ or prices/ of either.
Scenario load_scenario(const std::filesystem::path& file,
                       const std::filesystem::path& shipped_folder,
                       Strategies strategies = Strategies::as_written);

/// The same scenario from its texts alone, as input_texts() gave them.
Scenario load_scenario(const InputTexts& texts);

/// Everything that load_scenario read.
InputTexts input_texts(const Scenario& scenario);

/// A kind of input that is read above this room: it is known by these keys or columns.
struct FurtherKind {
  std::vector<std::string_view> marks;
  std::function<void(const std::filesystem::path& file)> check;  ///< Throws InputError.
};

/// Every fault of an input of any kind, in reading order; the kind is known by the content. Empty
/// when there is none. What can be reckoned with and may not be meant is appended to `warnings`.
std::vector<Problem> check_file(const std::filesystem::path& file,
                                const std::filesystem::path& shipped_folder,
                                const std::vector<FurtherKind>& further = {},
                                std::vector<Problem>* warnings = nullptr);

}  // namespace samspil
