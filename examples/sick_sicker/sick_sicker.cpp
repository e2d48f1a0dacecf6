// The Sick-Sicker model of four arms, person by person, on the engine of Samspil.
//
//   sick_sicker               a million persons at the published inputs, beside what was published
//
//   sick_sicker DRAWS [FILE]  5,000 persons for each draw of the uncertain inputs, beside the exact
//                             cohort of the same draws; FILE keeps what is done, to go on from
//
// Exit code 1 where a mean is more than three errors of simulation from what it stands beside.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/core/random.hpp"
#include "model/engine/engine.hpp"
#include "model/engine/moments.hpp"
#include "tables.hpp"

using namespace samspil;

struct Model {  // What each member does stands at UnitModel in engine.hpp.
  using Tally = PairedTally<2, arms>;
  struct Scratch {
    std::uint64_t first = 0;
    std::vector<Tally::Unit> persons;
    std::vector<std::array<PhiloxBlock, cycles / 4 + 1>> words;  // Drawn in arm 0, for all arms.
  };
  std::uint32_t first_draw = 0;
  std::vector<Tables> tables;  // Of the draws of the chunk at work.

  Scratch make_scratch() const { return {}; }
  Tally make_tally() const { return {}; }
  void make_block(Scratch& scratch, std::uint64_t first, std::uint32_t count) const {
    scratch.first = first;
    scratch.persons.resize(count);
    scratch.words.resize(count);
  }
  void run_arm(Scratch& scratch, std::uint32_t draw, std::uint32_t arm, Tally&) const {
    const Tables& table = tables[draw - first_draw];
    for (std::size_t i = 0; i < scratch.persons.size(); ++i) {
      auto& words = scratch.words[i];
      for (std::uint16_t k = 0; arm == 0 && k < words.size(); ++k) {
        words[k] = keyed_block({2023, draw}, Identity{scratch.first + i}, 0, BlockNumber{k});
      }
      std::size_t state = 0;
      std::int64_t dollars = table.worth[arm][0][0][0], qaly = table.worth[arm][0][0][1];
      for (std::size_t cycle = 1; cycle <= cycles; ++cycle) {
        state = next_state(table.cuts[arm >= 2][state], words[cycle / 4][cycle % 4]);
        dollars += table.worth[arm][cycle][state][0];
        qaly += table.worth[arm][cycle][state][1];
      }
      scratch.persons[i][arm] = {dollars, qaly};
    }
  }
  void finish_draw(Scratch& scratch, std::uint32_t /*draw*/, Tally& tally) const {
    for (const Tally::Unit& person : scratch.persons) tally.add(person);
  }
};

struct Results {  // What becomes of finished chunks. The integers it shows are kept in the file.
  Model& model;
  bool are_drawn;
  Model::Tally sum{};

  void before_chunk(std::uint32_t first, std::uint32_t draws) {
    model.first_draw = first;
    model.tables.clear();
    for (std::uint32_t draw = first; draw < first + draws; ++draw) {
      model.tables.emplace_back(are_drawn ? drawn(draw) : Inputs{});
    }
  }
  void take(std::uint32_t /*first*/, std::span<const Model::Tally> draws) {
    for (const Model::Tally& draw : draws) sum += draw;
  }
  void visit_integers(auto&& visit) { sum.visit_integers(visit); }
};

int main(int argc, char** argv) try {
  const bool are_drawn = argc > 1;
  RunPlan plan{.units = 1'000'000, .units_per_block = 500, .draws_per_chunk = 25, .arms = arms};
  if (are_drawn) plan.units = 5'000, plan.draws = static_cast<std::uint32_t>(std::atoi(argv[1]));
  std::optional<Checkpoint> checkpoint;
  if (argc > 2) {
    CheckpointFile file{argv[2]};
    const std::string text = file.open();  // before the file is handed over
    checkpoint.emplace(std::move(file), text, Checkpoint::Inputs{{"model", "1"}}, 1);
  }
  Model model;
  Results results{model, are_drawn};
  run_into(model, plan, results, {}, checkpoint ? &*checkpoint : nullptr);

  bool is_near = true;
  std::printf("%-16s   dollars   error  expected     QALY   error expected  dollars/QALY\n", "");
  for (std::size_t arm = 0; arm < arms; ++arm) {
    std::printf("%-16s", names[arm]);
    for (std::size_t i = 0; i < 2; ++i) {
      double expected = are_drawn ? 0 : published[arm][i];
      for (std::uint32_t draw = 0; are_drawn && draw < plan.draws; ++draw) {
        expected += cohort(Tables{drawn(draw)})[arm][i] / plan.draws;
      }
      const double mean = results.sum.level[arm][i].mean() / 1e6;
      const double error = results.sum.level[arm][i].error() / 1e6;
      std::printf(i == 0 ? " %9.0f %7.0f %9.0f" : " %8.4f %7.4f %8.4f", mean, error, expected);
      is_near = is_near && std::abs(mean - expected) <= 3 * error;
    }
    if (arm > 0) std::printf(" %13.0f", results.sum.ratio(arm).value);
    std::printf("\n");
  }
  if (checkpoint) checkpoint->remove();
  return is_near ? 0 : 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "sick_sicker: %s\n", error.what());
  return 2;
}
