// Built without MPI: a process stands alone.
#include <cstdlib>
#include <stdexcept>

#include "model/engine/ranks.hpp"

namespace samspil {

Ranks::Ranks() {
  const Launch launch = launch_of_this_process();
  if (launch.size == 1) return;
  if (launch.rank > 0) throw EndedByRoot{1};
  throw std::runtime_error("started as one of " + std::to_string(launch.size) +
                           " processes, but built without MPI; install libopenmpi-dev and build "
                           "again, or start it without mpirun");
}

void Ranks::sum(std::span<std::int64_t> /*words*/) const {}
void Ranks::largest(std::span<std::int64_t> /*words*/) const {}
void Ranks::broadcast(std::string& /*text*/, int /*from*/) const {}
int Ranks::hosts() const { return 1; }
void Ranks::leave() {}
void Ranks::abort(int code) const { std::exit(code); }

}  // namespace samspil
