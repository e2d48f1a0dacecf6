/// \file
/// A run that is stopped, killed and divided over processes, and the hash of its results.
#pragma once

#include <string>

#include "tests/cli/program.hpp"

namespace samspil::test {

/// Families of a run that takes some second: long enough to be stopped on its way. Sanitizers make
/// it several times as slow.
#ifdef __SANITIZE_ADDRESS__
inline const std::string long_run_families = " --families 5000";
inline const std::string other_families = " --families 5001";
#else
inline const std::string long_run_families = " --families 9000";
inline const std::string other_families = " --families 9001";
#endif

class LongRun : public Program {
 protected:
  /// Of a run that is to end well.
  std::string hash(const std::string& words, const std::string& before = "") const {
    return hash_of(run(words + " --json", before));
  }
  static std::string hash_of(const Outcome& outcome);

  /// Starts `processes` of the program on this machine; "" where it was built without MPI.
  static std::string mpirun(int processes);
};

}  // namespace samspil::test
