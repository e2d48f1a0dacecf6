#include "model/calibration/model_problem.hpp"

#include <algorithm>
#include <limits>
#include <mutex>

#include "model/core/checksum.hpp"
#include "model/families/pool.hpp"
#include "model/measurement/flows.hpp"
#include "model/measurement/studies.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();

/// Whose chance a member lives: its replicate's, of the calibration's seed.
std::uint32_t seed_of(std::uint32_t seed, std::uint64_t replicate) noexcept {
  const PhiloxBlock words =
      keyed_block({seed, 0}, Identity{replicate}, 0, BlockNumber{std::uint16_t{0xCA1B}});
  return std::max(words[0], std::uint32_t{1});
}

/// Replicates from here on are of no member.
constexpr std::uint64_t first_of_values = std::uint64_t{1} << 40;

std::string_view bytes_of(std::span<const double> values) noexcept {
  return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

/// The scenario as one member lives it: its families, and no strategy.
Scenario sized(Scenario scenario, const CalibrationSpec& spec) {
  scenario.population.candidates = spec.candidates;
  scenario.families = spec.families;
  scenario.families_per_draw = 0;
  scenario.replicates = spec.replicates;
  scenario.strategies.clear();
  scenario.draws = 1;
  return scenario;
}

}  // namespace

std::uint64_t member_key(std::span<const double> scores, std::uint64_t replicate) noexcept {
  return fnv1a(bytes_of(scores), fnv1a(std::to_string(replicate)));
}

ModelProblem::ModelProblem(const CalibrationSpec& spec, Scenario scenario,
                           std::vector<LoadedStudy> studies, const PriorTable& priors,
                           TargetTable targets, Execution execution)
    : spec_{spec},
      scenario_{sized(std::move(scenario), spec)},
      studies_{std::move(studies)},
      table_{std::move(targets)},
      targets_{table_.targets()},
      fitted_{scenario_, studies_, priors},
      inputs_{fitted_.names()},
      execution_{execution} {
  for (LoadedStudy& study : studies_) study.scenario.parameters = scenario_.parameters;
  require_figures(names_before_a_run());
}

/// What can be told before anything is simulated: of a study, that the calibration names it.
Measurements ModelProblem::names_before_a_run() const {
  Measurements known;
  add_flows({}, known);
  add_year_0({}, scenario_.population, known);
  for (const LoadedStudy& study : studies_) {
    const std::string start = "study." + study.study.id + ".";
    for (const ReadTarget& row : table_.rows) {
      for (const auto* terms : {&row.rule.above, &row.rule.below}) {
        for (const auto& term : *terms) {
          if (term.figure.starts_with(start)) known[term.figure];
        }
      }
    }
  }
  return known;
}

void ModelProblem::require_figures(const Measurements& known) const {
  for (const ReadTarget& row : table_.rows) {
    const std::string unknown = row.rule.unknown_in(known);
    if (unknown.empty()) continue;
    throw InputError{Problem{table_.file,
                             row.line,
                             row.target.name,
                             {"fault.no_such_figure", unknown},
                             {"remedy.no_such_figure"}}};
  }
}

Measurements ModelProblem::measure(std::span<const double> values, std::uint64_t replicate) const {
  Scenario scenario = scenario_;
  std::vector<LoadedStudy> studies = studies_;
  fitted_.apply(values, scenario, studies);
  scenario.seed = seed_of(spec_.seed, replicate);
  Measurements measured;
  const Pool pool = make_pool(scenario, execution_, {});
  add_year_0(pool, scenario.population, measured);
  add_flows(measure_flows(scenario, pool, execution_, {}), measured);
  for (std::size_t i = 0; i < studies.size(); ++i) {
    LoadedStudy& own = studies[i];
    own.study.seed = scenario.seed;
    own.study.cohorts = spec_.studies[i].cohorts;
    add_study(own.study.id,
              run_study({own.study, own.scenario, own.strategies, execution_, {}, false}),
              measured);
  }
  return measured;
}

MemberOutput ModelProblem::live(std::span<const double> values, std::uint64_t replicate) const {
  MemberOutput output;
  output.outputs.assign(targets_.size(), none);
  output.variances.assign(targets_.size(), none);
  Measurements measured;
  try {
    measured = measure(values, replicate);
  } catch (const InputError&) {
    return output;
  }
  require_figures(measured);
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const Measured own = table_.rows[i].rule.of(measured);
    output.outputs[i] = own.value;
    output.variances[i] = own.variance;
  }
  return output;
}

std::vector<double> ModelProblem::means_at(std::span<const double> values,
                                           std::uint32_t times) const {
  std::vector<MemberOutput> lived(times);
  for_each_replicate(times, execution_,
                     [&](std::uint32_t i) { lived[i] = live(values, first_of_values + i); });
  std::vector<double> means(targets_.size());
  for (const MemberOutput& one : lived) {
    for (std::size_t j = 0; j < means.size(); ++j) means[j] += one.outputs[j] / times;
  }
  return means;
}

void ModelProblem::simulate(const Matrix& scores, std::span<const std::uint64_t> replicates,
                            Matrix& outputs, Matrix& variances) const {
  std::mutex telling;
  std::size_t done = 0;
  const auto one = [&](std::uint32_t member) {
    const std::span<const double> own = scores.row(member);
    const std::uint64_t key = member_key(own, replicates[member]);
    std::optional<MemberOutput> output;
    if (store_.find) output = store_.find(key);
    if (!output) {
      output = live(fitted_.values(own), replicates[member]);
      if (store_.keep) store_.keep(key, *output);
    }
    std::copy(output->outputs.begin(), output->outputs.end(), outputs.row(member).begin());
    std::copy(output->variances.begin(), output->variances.end(), variances.row(member).begin());
    const std::lock_guard lock{telling};
    ++done;
    if (member_done_) member_done_(done, scores.rows);
  };
  for_each_replicate(static_cast<std::uint32_t>(scores.rows), execution_, one);
}

}  // namespace samspil
