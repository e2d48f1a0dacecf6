#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "model/inputs/quantile.hpp"
#include "model/loading/law.hpp"

namespace samspil {
namespace {

constexpr Limits any_amount{0, 1e12};
constexpr Limits any_change{-1e12, 1e12};
constexpr Limits any_participants{0, 1e7};
constexpr std::size_t most_years = longest_case;

/// What the two parameters of a distribution may be. Where the lower limit is 0, 0 itself may not:
/// it would leave no spread.
constexpr std::array<std::array<Limits, 2>, distribution_names.size()> parameter_limits{{
    {{{1e-3, 1e6}, {1e-3, 1e6}}},  // beta: a, b
    {{{-20, 20}, {0, 5}}},         // lognormal: of the logarithm
    {{{-1e6, 1e6}, {0, 1e6}}},     // normal
    {{{-1e6, 1e6}, {-1e6, 1e6}}},  // uniform
    {{{1e-3, 1e6}, {0, 1e6}}},     // gamma: shape, scale
}};

bool accept_parameters(TomlFields& fields, std::string_view name, DistributionKind kind,
                       const std::vector<double>& values) {
  if (values.size() != 2) {
    fields.refuse(name, {"fault.has_numbers", values.size()}, {"remedy.two_parameters"});
    return false;
  }
  for (std::size_t i = 0; i < 2; ++i) {
    const Limits limits = parameter_limits[index_of(kind)][i];
    if (!fields.accept(name, limits_fault(values[i], limits))) return false;
    if (limits.lower == 0 && values[i] == 0) {
      fields.refuse(name, {"fault.no_spread", i + 1}, {"remedy.no_spread"});
      return false;
    }
  }
  if (kind == DistributionKind::uniform && values[0] >= values[1]) {
    fields.refuse(name, {"fault.not_below", values[0], values[1]}, {"remedy.low_first"});
    return false;
  }
  return true;
}

void read_distribution(TomlFields& uncertainty, CaseInput input,
                       std::optional<Distribution>& target) {
  const std::string_view key = case_input_names[index_of(input)];
  std::optional<TomlFields> fields = uncertainty.table(key, Need::optional);
  if (!fields) return;
  int given = 0;
  for (std::size_t i = 0; i < distribution_names.size(); ++i) {
    const std::string_view name = distribution_names[i];
    const auto kind = static_cast<DistributionKind>(i);
    std::vector<double> values;
    const bool is_read =
        fields->numbers(name, values, {-1e15, 1e15, NumberKind::ratio}, Need::optional);
    if (!fields->has(name)) continue;
    if (++given > 1) {
      fields->refuse(name, {"fault.second_distribution"}, {"remedy.keep_one"});
    } else if (is_read && accept_parameters(*fields, name, kind, values)) {
      target = Distribution{kind, {values[0], values[1]}};
    }
  }
  if (fields->size() == 0) {
    uncertainty.refuse(key, {"fault.no_distribution"}, {"remedy.distribution"});
  }
  fields->finish();
}

/// Between which values nearly all draws lie.
Limits bulk_of(const Distribution& distribution) {
  constexpr double tail = 0.0005;
  if (distribution.kind == DistributionKind::uniform) {
    return {distribution.parameters[0], distribution.parameters[1]};
  }
  return {quantile(distribution, tail), quantile(distribution, 1 - tail)};
}

/// The value without uncertainty and the draws must speak of the same thing.
void require_value_within(TomlFields& uncertainty, CaseInput input, double value,
                          const std::optional<Distribution>& distribution) {
  if (!distribution) return;
  const Limits bulk = bulk_of(*distribution);
  if (bulk.lower <= value && value <= bulk.upper) return;
  const bool is_rate = input == CaseInput::success_rate;
  uncertainty.refuse(case_input_names[index_of(input)],
                     {is_rate ? Key{"fault.rate_outside"} : Key{"fault.factor_outside"}, value,
                      fmt::format("{:.3g}", bulk.lower), fmt::format("{:.3g}", bulk.upper)},
                     {is_rate ? Key{"remedy.rate_outside"} : Key{"remedy.factor_outside"}});
}

void read_uncertainty(TomlFields& fields, bool has_rate, InvestmentCase& target) {
  for (std::size_t i = 0; i < case_input_count; ++i) {
    const auto input = static_cast<CaseInput>(i);
    read_distribution(fields, input, target.uncertainty[i]);
    const bool is_rate = input == CaseInput::success_rate;
    if (is_rate && !has_rate) continue;
    require_value_within(fields, input, is_rate ? target.success_rate : 1, target.uncertainty[i]);
  }
  fields.whole("draws", target.draws, {fewest_case_draws, most_case_draws}, Need::optional);
  if (fields.size() == (fields.has("draws") ? 1U : 0U)) {
    fields.refuse("", {"fault.no_uncertain_input"}, {"remedy.no_uncertain_input"});
  }
  fields.finish();
}

void read_participants(TomlFields& fields, std::vector<double>& target) {
  double number = 0;
  if (fields.has_list("participants")) {
    if (!fields.numbers("participants", target, any_participants)) return;
  } else if (fields.number("participants", number, any_participants)) {
    target = {number};
  }
  if (!fields.has("participants") || target.empty()) return;
  double sum = 0;
  for (const double intake : target) sum += intake;
  if (sum <= 0) fields.refuse("participants", {"fault.nobody"}, {"remedy.nobody"});
  if (target.size() > most_years) {
    fields.refuse("participants", {"fault.has_years", target.size()},
                  {"remedy.years_at_most", most_years});
  }
}

/// Whether the success rate could be read.
bool read_case(TomlFields& fields, InvestmentCase& target) {
  fields.text("title", target.title, Need::optional);
  fields.text("title_da", target.title_da, Need::optional);
  fields.text("title_en", target.title_en, Need::optional);
  read_participants(fields, target.participants);
  const bool has_rate = fields.number("success_rate", target.success_rate, any_share);
  read_discount_rate(fields, target.discount_rate, Need::required);
  fields.whole("first_year", target.first_year, any_year);
  int price_level = 0;
  if (fields.whole("price_level", price_level, any_year, Need::optional) && price_level > 0) {
    target.price_level = price_level;
  }
  fields.whole("seed", target.seed, any_seed, Need::optional);
  fields.finish();
  return has_rate;
}

void read_account(TomlFields& fields, CaseAccount& account) {
  fields.choice("payer", account.payer, payer_names, Need::required, "payer");
  fields.choice("department", account.department, department_names, Need::required, "department");
  fields.choice("account_type", account.account_type, account_type_names, Need::optional,
                "account_type");
  fields.text("account_function", account.account_function, Need::optional);
  Grade grade{};
  if (fields.choice("grade", grade, grade_names, Need::optional, "grade") && fields.has("grade")) {
    account.grade = grade;
  }
  fields.text("source", account.source, Need::optional);
}

CaseCost read_cost(TomlFields& fields) {
  CaseCost cost;
  fields.text("name", cost.account.name, Need::optional);
  read_account(fields, cost.account);
  fields.number("time", cost.time, {0, longest_case});
  fields.number("amount", cost.amount, any_amount);
  fields.flag("one_off", cost.one_off);
  fields.finish();
  return cost;
}

CaseConsequence read_consequence(TomlFields& fields) {
  CaseConsequence consequence;
  fields.text("name", consequence.account.name);
  read_account(fields, consequence.account);
  if (fields.numbers("per_success", consequence.per_success, any_change) &&
      consequence.per_success.size() > most_years) {
    fields.refuse("per_success", {"fault.has_years", consequence.per_success.size()},
                  {"remedy.years_at_most", most_years});
  }
  fields.finish();
  return consequence;
}

/// A cost falls once: of the running ones, or of all where none is, there should be one at least
/// for each intake.
void warn_of_costs_once(const TomlFields& fields, InvestmentCase& target) {
  const auto intakes = std::count_if(target.participants.begin(), target.participants.end(),
                                     [](double intake) { return intake > 0; });
  const bool has_running = std::any_of(target.costs.begin(), target.costs.end(),
                                       [](const CaseCost& cost) { return !cost.one_off; });
  std::set<double> times;
  for (const CaseCost& cost : target.costs) {
    if (!cost.one_off || !has_running) times.insert(cost.time);
  }
  if (times.empty() || static_cast<std::size_t>(intakes) <= times.size()) return;
  Problem& warning = target.warnings.emplace_back(fields.place("cost"));
  warning.problem = {"fault.costs_once", intakes, times.size()};
  warning.remedy = {"remedy.costs_once"};
}

}  // namespace

InvestmentCase read_investment_case(const InputText& input, Problems& problems) {
  InvestmentCase target;
  const auto table = parse_toml_input(input, problems);
  if (!table) return target;
  TomlFields fields{*table, input.file, problems};
  bool has_rate = false;
  if (auto head = fields.table("case", Need::optional)) {
    has_rate = read_case(*head, target);
  } else if (!fields.has("case")) {
    fields.refuse("case", {"fault.is_missing"}, {"remedy.case_table"});
  }
  for (TomlFields& row : fields.tables("cost", Need::optional)) {
    target.costs.push_back(read_cost(row));
  }
  for (TomlFields& row : fields.tables("consequence", Need::optional)) {
    target.consequences.push_back(read_consequence(row));
  }
  warn_of_costs_once(fields, target);
  if (!fields.has("cost") && !fields.has("consequence")) {
    fields.refuse("", {"fault.empty_case"}, {"remedy.empty_case"});
  }
  if (auto uncertainty = fields.table("uncertainty", Need::optional)) {
    read_uncertainty(*uncertainty, has_rate, target);
  }
  fields.finish();
  return target;
}

InvestmentCase load_investment_case(const std::filesystem::path& file) {
  return load(file, read_investment_case, InputKind::investment_case);
}

}  // namespace samspil
