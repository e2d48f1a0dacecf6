#include "model/calibration/optimiser.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <limits>
#include <nlopt.hpp>
#include <optional>

#include "model/calibration/keyed_scores.hpp"
#include "model/calibration/multivariate_normal.hpp"

namespace samspil {
namespace {

/// The worst value that a search may still compute with.
constexpr double worst = -1e100;
/// First steps, in scores: half a standard deviation of the prior.
constexpr double first_step = 0.5;

nlopt::algorithm algorithm_of(SearchMethod method, std::size_t free_inputs) noexcept {
  // BOBYQA interpolates between at least two inputs.
  if (method == SearchMethod::bobyqa && free_inputs > 1) return nlopt::LN_BOBYQA;
  return method == SearchMethod::nelder_mead ? nlopt::LN_NELDERMEAD : nlopt::LN_SBPLX;
}

/// What a search calls: the free inputs move, one may be held.
struct Search {
  const Objective& objective;
  std::optional<std::size_t> held_input;
  double held_at = 0;
  std::size_t evaluations = 0;
  std::vector<double> best{};  ///< All inputs.
  double best_value = -std::numeric_limits<double>::infinity();
  std::exception_ptr thrown{};  ///< By the objective: NLopt tells only that it stopped.

  std::vector<double> all_of(const std::vector<double>& free) const {
    std::vector<double> all = free;
    if (held_input) all.insert(all.begin() + static_cast<std::ptrdiff_t>(*held_input), held_at);
    return all;
  }

  double evaluate(const std::vector<double>& free) {
    ++evaluations;
    std::vector<double> all = all_of(free);
    const double value = objective(all);
    if (value > best_value) {
      best_value = value;
      best = std::move(all);
    }
    return value > worst ? value : worst;
  }
};

double evaluate(const std::vector<double>& free, std::vector<double>& /*gradient*/, void* search) {
  auto& own = *static_cast<Search*>(search);
  try {
    return own.evaluate(free);
  } catch (...) {
    own.thrown = std::current_exception();
    throw nlopt::forced_stop{};
  }
}

/// Searches from `start`, of the free inputs, and keeps in `search` the best point that was met.
void climb(Search& search, std::vector<double> start, const OptimiserSettings& settings) {
  search.evaluate(start);
  if (start.empty()) return;
  nlopt::opt optimiser{algorithm_of(settings.method, start.size()),
                       static_cast<unsigned>(start.size())};
  optimiser.set_max_objective(&samspil::evaluate, &search);
  optimiser.set_lower_bounds(-settings.farthest);
  optimiser.set_upper_bounds(settings.farthest);
  optimiser.set_initial_step(std::vector<double>(start.size(), first_step));
  optimiser.set_xtol_abs(settings.tolerance);
  optimiser.set_maxeval(static_cast<int>(settings.most_evaluations));
  for (double& score : start) score = std::clamp(score, -settings.farthest, settings.farthest);
  double value = 0;
  try {
    optimiser.optimize(start, value);
  } catch (const nlopt::roundoff_limited&) {
    // What was reached is the best that can be told apart.
  } catch (const nlopt::forced_stop&) {
    if (search.thrown) std::rethrow_exception(search.thrown);
    throw;
  }
}

bool same_place(std::span<const double> a, std::span<const double> b, double apart) noexcept {
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (std::fabs(a[i] - b[i]) > apart) return false;
  }
  return true;
}

std::vector<double> without(std::span<const double> scores, std::size_t input) {
  std::vector<double> rest(scores.begin(), scores.end());
  rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(input));
  return rest;
}

/// Where a profile crosses `level`, walking from `from` by `step`; nothing where it ends first.
std::optional<double> crossing(std::span<const ProfilePoint> points, std::size_t from, int step,
                               double level) noexcept {
  for (auto i = static_cast<std::ptrdiff_t>(from);;) {
    const std::ptrdiff_t next = i + step;
    if (next < 0 || next >= static_cast<std::ptrdiff_t>(points.size())) return std::nullopt;
    const ProfilePoint& inner = points[static_cast<std::size_t>(i)];
    const ProfilePoint& outer = points[static_cast<std::size_t>(next)];
    if (outer.value < level) {
      const double way = (inner.value - level) / (inner.value - outer.value);
      return inner.score + way * (outer.score - inner.score);
    }
    i = next;
  }
}

}  // namespace

std::vector<LocalOptimum> maximise(const Objective& objective, std::size_t inputs,
                                   const OptimiserSettings& settings) {
  std::vector<LocalOptimum> optima;
  for (std::size_t start = 0; start < settings.starts; ++start) {
    std::vector<double> from(inputs);
    for (std::size_t i = 0; start > 0 && i < inputs; ++i) {
      from[i] = keyed_score(settings.seed, ScoreStream::start, 0, start, i);
    }
    Search search{objective, std::nullopt};
    climb(search, std::move(from), settings);
    if (search.best.empty()) continue;  // nowhere a number
    const auto same = std::find_if(optima.begin(), optima.end(), [&](const LocalOptimum& other) {
      return same_place(other.scores, search.best, settings.apart);
    });
    LocalOptimum& optimum = same == optima.end() ? optima.emplace_back() : *same;
    if (optimum.found_from == 0 || search.best_value > optimum.value) {
      optimum.scores = search.best;
      optimum.value = search.best_value;
    }
    ++optimum.found_from;
    optimum.evaluations += search.evaluations;
  }
  for (LocalOptimum& optimum : optima) {
    optimum.at_bound = std::any_of(optimum.scores.begin(), optimum.scores.end(), [&](double score) {
      return std::fabs(score) > settings.farthest - settings.apart;
    });
  }
  std::stable_sort(optima.begin(), optima.end(),
                   [](const LocalOptimum& a, const LocalOptimum& b) { return a.value > b.value; });
  return optima;
}

std::vector<ProfilePoint> profile(const Objective& objective, std::size_t input,
                                  std::span<const double> held,
                                  std::span<const LocalOptimum> optima,
                                  const OptimiserSettings& settings) {
  std::vector<ProfilePoint> points;
  for (const double score : held) {
    Search search{objective, input, score};
    const auto nearest = std::min_element(
        optima.begin(), optima.end(), [&](const LocalOptimum& a, const LocalOptimum& b) {
          return std::fabs(a.scores[input] - score) < std::fabs(b.scores[input] - score);
        });
    if (nearest != optima.end()) climb(search, without(nearest->scores, input), settings);
    if (!points.empty()) climb(search, without(points.back().scores, input), settings);
    if (!search.best.empty()) points.push_back({score, search.best_value, search.best});
  }
  return points;
}

ProfileInterval interval_of(std::span<const ProfilePoint> points, double drop) {
  const auto top = std::max_element(
      points.begin(), points.end(),
      [](const ProfilePoint& a, const ProfilePoint& b) { return a.value < b.value; });
  const auto place = static_cast<std::size_t>(top - points.begin());
  const auto low = crossing(points, place, -1, top->value - drop);
  const auto high = crossing(points, place, 1, top->value - drop);
  return {low.value_or(points.front().score), high.value_or(points.back().score), !low, !high};
}

Objective objective_of(const CalibrationProblem& problem, const SyntheticLikelihood& likelihood,
                       std::uint64_t replicate, bool with_prior) {
  return [&problem, &likelihood, replicate, with_prior](std::span<const double> scores) {
    Matrix member{1, scores.size()};
    std::copy(scores.begin(), scores.end(), member.row(0).begin());
    Matrix outputs{1, problem.targets().size()}, variances = outputs;
    const std::uint64_t replicates[]{replicate};
    problem.simulate(member, replicates, outputs, variances);
    const double log_likelihood = likelihood.log(outputs.row(0), variances.row(0));
    return with_prior ? log_likelihood + log_standard_normal(scores) : log_likelihood;
  };
}

}  // namespace samspil
