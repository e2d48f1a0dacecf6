#include "tests/cli/long_run.hpp"

#include <nlohmann/json.hpp>

namespace samspil::test {

std::string LongRun::hash_of(const Outcome& outcome) {
  EXPECT_EQ(outcome.exit, 0) << outcome.err;
  const auto document = nlohmann::json::parse(outcome.out, nullptr, false);
  if (!document.is_object()) return "no document";
  return document.at("results_hash").get<std::string>() + ' ' + document.at("draws_hash").dump();
}

std::string LongRun::mpirun(int processes) {
  const std::string program = SAMSPIL_MPIRUN;
  if (program.empty()) return "";
  // The leaks that sanitizers would tell are those of MPI's own libraries, and so are the lines on
  // processors that they cannot look at in a bare root without /sys.
  return "ASAN_OPTIONS=detect_leaks=0 HWLOC_HIDE_ERRORS=2 " + program +
         " -q --allow-run-as-root --oversubscribe --bind-to none --mca mpi_yield_when_idle 1 -n " +
         std::to_string(processes);
}

}  // namespace samspil::test
