/// \file
/// One reader per kind of input: a text in, a struct out, faults appended. Behind load.hpp.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/loading/load.hpp"

namespace samspil {

using Problems = std::vector<Problem>;

/// A text and the name of the file it came from, as told in messages.
struct InputText {
  std::string file;
  std::string text;
};

/// Those that a scenario refers to come first.
enum class InputKind : std::uint8_t {
  scenario,
  population,
  parameters,
  prices,
  payer_rules,
  rates,
  indices,
  evidence,
  own_prices,
  own_rates,
  own_indices,
  own_parameters,
  municipalities,
  own_families,
  baseline,
  strategy,
  present_practice,
  family,
  investment_case,
  study,
  contrast,
  known_flows,
  panel,
};

/// Reads a file of the disk.
InputText read_input(const std::filesystem::path& file);

/// Finds the text of the strategy that the strategy `from` names as its base on line `line`.
/// Without one, the reason is appended as a fault of that line.
using FindBase = std::function<std::optional<InputText>(
    const InputText& from, const std::string& reference, int line, Problems& problems)>;

/// Finds the text that a scenario refers to by `reference`. Without one, the reason is appended as
/// a fault of the scenario's line `line`.
struct FindText {
  std::function<std::optional<InputText>(InputKind kind, const std::string& reference, int line,
                                         Problems& problems)>
      text;
  FindBase base;

  std::optional<InputText> operator()(InputKind kind, const std::string& reference, int line,
                                      Problems& problems) const {
    return text(kind, reference, line, problems);
  }
};

FindText find_on_disk(const std::filesystem::path& scenario,
                      const std::filesystem::path& shipped_folder);
FindText find_in_texts(const InputTexts& texts);

/// The name of a text in InputTexts: "prices.csv", or "strategy_1.toml" for the first strategy.
std::string text_name(InputKind kind, std::size_t number = 0);

/// Appends a strategy's text and those of its bases, as find_in_texts() looks for them.
void append_texts(const std::string& name, const Strategy& strategy, InputTexts& texts);

Catalogue read_catalogue(const InputText& prices, const InputText& rules, Problems& problems);
/// Lays the rows of an own file over the prices of `catalogue`: service, price and its level are
/// enough, what is not given stays as it was; the grade is own.
void read_own_prices(const InputText& input, Catalogue& catalogue, Problems& problems);
/// The same over rates (name, value and the year it holds from are enough; it holds in that year
/// alone unless valid_to is given, at its level) and over indices (index, year, and the value or
/// the growth since the year before).
void read_own_rates(const InputText& input, RateTable& table, Problems& problems);
void read_own_indices(const InputText& input, IndexTable& table, Problems& problems);
std::vector<PayerRule> read_payer_rules(const InputText& input, Problems& problems);
RateTable read_rates(const InputText& input, Problems& problems);
IndexTable read_indices(const InputText& input, Problems& problems);
EvidenceRule read_evidence_rule(const InputText& input, Problems& problems);
LoadedParameters read_parameters(const InputText& input, Problems& problems);
/// Lays the rows of a layer over the parameters of `loaded`: the columns are those of the table,
/// the rows as many as the layer tells of. The text of the table becomes that of the two together.
void read_parameter_layer(const InputText& input, LoadedParameters& loaded, Problems& problems);
Strategy read_strategy(const InputText& input, const FindBase& find_base, Problems& problems);
PopulationSpec read_population(const InputText& input, Problems& problems);
/// Rows of a file of own families at most.
inline constexpr std::size_t most_own_rows = 500'000;
/// Families with every tie between their members found. Faults name lines and columns, nobody.
OwnFamilies read_own_families(const InputText& input, Problems& problems);
FamilyCase read_family_case(const InputText& input, Problems& problems);
LoadedFamily read_family(const InputText& input, const std::filesystem::path& shipped_folder,
                         Problems& problems);
InvestmentCase read_investment_case(const InputText& input, Problems& problems);
StudySpec read_study(const InputText& input, Problems& problems);
ContrastSpec read_contrast(const InputText& input, Problems& problems);
KnownFlows read_known_flows(const InputText& input, Problems& problems);
/// Faults name lines and columns, nobody.
Panel read_panel(const InputText& input, Problems& problems);

/// References to strategies beside those that a scenario names.
struct OtherStrategies {
  std::optional<std::vector<std::string>> instead{};
  std::vector<std::string> more{};     ///< Left out where the scenario has one of the same id.
  std::vector<std::string> shipped{};  ///< Among which a municipality's nearest is looked for.
};

Scenario read_scenario(const InputText& input, const FindText& find, Problems& problems,
                       const OtherStrategies& others = {});

/// Problems in the order of the files and of their lines.
Problems in_reading_order(Problems problems);

/// Throws InputError when there are problems.
void throw_if_any(Problems problems);

/// Leaves one problem of a faulty input where it is no `wanted`, but what another command takes.
void tell_other_kind(const InputText& input, InputKind wanted, Problems& problems);

/// What `read` makes of one file of a kind, where that can be told from others. Throws InputError
/// with every fault.
template <class Input>
Input load(const std::filesystem::path& file, Input (*read)(const InputText&, Problems&),
           std::optional<InputKind> kind = {}) {
  Problems problems;
  const InputText text = read_input(file);
  Input input = read(text, problems);
  if (kind) tell_other_kind(text, *kind, problems);
  throw_if_any(std::move(problems));
  return input;
}

}  // namespace samspil
