#include "model/calibration/fitted_set.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/inputs/drawn_inputs.hpp"
#include "model/inputs/evidence.hpp"
#include "model/inputs/quantile.hpp"
#include "model/inputs/strategy_numbers.hpp"
#include "model/loading/readers.hpp"

namespace samspil {
namespace {

/// Shares of a distribution nearer to its ends are not asked for.
constexpr double nearest_end = 1e-9;
/// … which is about as far out on the normal scale.
constexpr double farthest = 6;

/// As the input is drawn everywhere else: PERT, or a ratio.
double value_at(const Input& input, double z) {
  return drawn_quantile(input, std::clamp(normal_share(z), nearest_end, 1 - nearest_end));
}

/// Where in its range an input has this value: on the normal scale, to a millionth.
double position_of(const Input& input, double value) {
  double low = -farthest, high = farthest;
  while (high - low > 1e-6) {
    const double middle = (low + high) / 2;
    (value_at(input, middle) < value ? low : high) = middle;
  }
  return (low + high) / 2;
}

std::vector<double> mean_positions(const FittedSet& set, const Matrix& scores) {
  std::vector<double> means(scores.columns);
  for (std::size_t m = 0; m < scores.rows; ++m) {
    const std::vector<double> own = set.positions(scores.row(m));
    for (std::size_t i = 0; i < own.size(); ++i) means[i] += own[i];
  }
  for (double& mean : means) mean /= static_cast<double>(scores.rows);
  return means;
}

}  // namespace

class FittedSet::Builder {
 public:
  Builder(FittedSet& set, const PriorTable& priors)
      : set_{set}, priors_{priors}, met_(priors.rows.size()) {}

  void parameters(const Scenario& scenario) {
    Parameters any;
    std::map<std::string, std::size_t> slots;
    for (const ParameterSlot& slot : parameter_slots(any)) slots.emplace(slot.name, slots.size());
    for (const Input& input : input_list(scenario)) {
      if (input.kind != EntryKind::parameter) continue;
      Fitted fitted;
      fitted.kind = FittedKind::parameter;
      fitted.input = input;
      fitted.slot = slots.at(input.name);
      add(std::move(fitted), input.name);
    }
  }

  void study(const LoadedStudy& loaded, std::size_t position) {
    const StudySpec& spec = loaded.study;
    const auto numbers = [&](const std::vector<StudyNumber>& table, const std::string& of,
                             std::span<const StudySlot> slots, const auto& table_in) {
      for (std::size_t i = 0; i < table.size(); ++i) {
        Fitted fitted = of_study(FittedKind::study_number, position, table[i].quantity);
        for (const StudySlot& slot : slots) {
          if (slot.name == table[i].name) fitted.input.limits = slot.limits;
        }
        fitted.in = [table_in, i](LoadedStudy& s) -> double& {
          return table_in(s)[i].quantity.value;
        };
        add(std::move(fitted), "study." + spec.id + "." + of + "." + std::string{table[i].name});
      }
    };
    numbers(spec.rule, "rule", rule_slots(spec.design),
            [](LoadedStudy& s) -> std::vector<StudyNumber>& { return s.study.rule; });
    for (std::size_t g = 0; g < spec.groups.size(); ++g) {
      numbers(
          spec.groups[g].numbers, spec.groups[g].id, group_slots(spec.design),
          [g](LoadedStudy& s) -> std::vector<StudyNumber>& { return s.study.groups[g].numbers; });
    }
  }

  void effects(const LoadedStudy& loaded, std::size_t position) {
    for (std::size_t s = 0; s < loaded.strategies.size(); ++s) {
      for (const StrategyNumber& number : numbers_of(loaded.strategies[s])) {
        if (number.kind != EntryKind::effect) continue;
        Fitted fitted = of_study(FittedKind::effect, position, number.quantity);
        fitted.input.limits = number.limits;
        fitted.input.shape = Shape::ratio;
        fitted.in = [s, in = number.in](LoadedStudy& study) -> double& {
          return in(study.strategies[s]);
        };
        add(std::move(fitted), loaded.strategies[s].id + "." + number.name);
      }
    }
  }

  void finish() {
    for (std::size_t i = 0; i < met_.size(); ++i) {
      const PriorRow& row = priors_.rows[i];
      if (met_[i] || !row.is_fitted) continue;
      refuse(row, {"fault.prior_of_nothing"}, {"remedy.prior_of_nothing"});
    }
    throw_if_any(std::move(problems_));
    for (auto& [name, factor] : factors_) {
      for (const std::size_t member : factor.members) set_.all_[member].factor = set_.all_.size();
      Fitted fitted;
      fitted.name = "factor." + name;
      fitted.kind = FittedKind::factor;
      fitted.data = factor.data;
      set_.all_.push_back(std::move(fitted));
    }
  }

 private:
  struct Factor {
    std::vector<std::size_t> members;
    DataKind data{};
  };

  static Fitted of_study(FittedKind kind, std::size_t study, const Quantity& quantity) {
    Fitted fitted;
    fitted.kind = kind;
    fitted.study = study;
    fitted.input.quantity = quantity;
    return fitted;
  }

  void refuse(const PriorRow& row, Message problem, Message remedy) {
    problems_.push_back(
        {priors_.file, row.line, row.pattern, std::move(problem), std::move(remedy)});
  }

  void add(Fitted fitted, std::string name) {
    const PriorRow* row = priors_.find(name);
    if (row == nullptr) return;
    met_[static_cast<std::size_t>(row - priors_.rows.data())] = true;
    if (!row->is_fitted) return;
    Quantity& range = fitted.input.quantity;
    range.low = row->low.value_or(range.low);
    range.high = row->high.value_or(range.high);
    const Limits& limits = fitted.input.limits;
    if (range.low < limits.lower || range.high > limits.upper || range.low > range.value ||
        range.high < range.value) {
      refuse(*row, {"fault.prior_outside", name, range.low, range.high},
             {"remedy.prior_inside", std::max(limits.lower, -1e12), std::min(limits.upper, 1e12),
              range.value});
      return;
    }
    if (!(range.low < range.high)) return;
    fitted.name = std::move(name);
    fitted.data = row->data;
    if (!row->group.empty() && row->correlation > 0) {
      fitted.correlation = row->correlation;
      fitted.direction = row->direction < 0 ? -1 : 1;
      Factor& factor = factors_[row->group];
      factor.members.push_back(set_.all_.size());
      factor.data = row->data;
    }
    set_.all_.push_back(std::move(fitted));
  }

  FittedSet& set_;
  const PriorTable& priors_;
  std::vector<bool> met_;
  std::map<std::string, Factor> factors_;
  Problems problems_;
};

FittedSet::FittedSet(const Scenario& scenario, std::span<const LoadedStudy> studies,
                     const PriorTable& priors) {
  Builder builder{*this, priors};
  builder.parameters(scenario);
  for (std::size_t i = 0; i < studies.size(); ++i) builder.study(studies[i], i);
  for (std::size_t i = 0; i < studies.size(); ++i) builder.effects(studies[i], i);
  builder.finish();
  for (const std::string_view whole : parameter_wholes) {
    Whole found;
    for (const ParameterRow& row : scenario.parameter_table.rows) {
      if (!row.name.starts_with(whole)) continue;
      const auto fitted = std::find_if(all_.begin(), all_.end(),
                                       [&](const Fitted& f) { return f.name == row.name; });
      if (fitted == all_.end()) {
        found.left -= row.quantity.value;
      } else {
        found.shares.push_back(static_cast<std::size_t>(fitted - all_.begin()));
      }
    }
    if (!found.shares.empty()) wholes_.push_back(std::move(found));
  }
}

std::vector<std::string> FittedSet::names() const {
  std::vector<std::string> names;
  for (const Fitted& fitted : all_) names.push_back(fitted.name);
  return names;
}

std::vector<double> FittedSet::positions(std::span<const double> scores) const {
  std::vector<double> positions(scores.begin(), scores.end());
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Fitted& fitted = all_[i];
    if (fitted.correlation <= 0) continue;
    positions[i] = std::sqrt(fitted.correlation) * fitted.direction * scores[fitted.factor] +
                   std::sqrt(1 - fitted.correlation) * scores[i];
  }
  return positions;
}

std::vector<double> FittedSet::values(std::span<const double> scores) const {
  std::vector<double> values = positions(scores);
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].kind != FittedKind::factor) values[i] = value_at(all_[i].input, values[i]);
  }
  fill_wholes(values);
  return values;
}

std::vector<double> FittedSet::centres(const Matrix& prior_scores, const Matrix& scores) const {
  const std::vector<double> before = mean_positions(*this, prior_scores),
                            after = mean_positions(*this, scores);
  std::vector<double> values = after;
  for (std::size_t i = 0; i < all_.size(); ++i) {
    if (all_[i].kind == FittedKind::factor) continue;
    const double own = all_[i].input.quantity.value;
    values[i] =
        after[i] == before[i]
            ? own
            : value_at(all_[i].input, position_of(all_[i].input, own) + after[i] - before[i]);
  }
  fill_wholes(values);
  return values;
}

void FittedSet::fill_wholes(std::vector<double>& values) const {
  for (const Whole& whole : wholes_) {
    double sum = 0;
    for (const std::size_t share : whole.shares) sum += values[share];
    if (sum <= 0) continue;
    for (const std::size_t share : whole.shares) values[share] *= whole.left / sum;
  }
}

void FittedSet::apply(std::span<const double> values, Scenario& scenario,
                      std::span<LoadedStudy> studies) const {
  const std::vector<ParameterSlot> slots = parameter_slots(scenario.parameters);
  for (std::size_t i = 0; i < all_.size(); ++i) {
    const Fitted& fitted = all_[i];
    if (fitted.kind == FittedKind::parameter) *slots[fitted.slot].value = values[i];
    if (fitted.in) fitted.in(studies[fitted.study]) = values[i];
  }
  for (LoadedStudy& study : studies) study.scenario.parameters = scenario.parameters;
}

}  // namespace samspil
