// Built without MPI: a process stands alone.
#include <cstdlib>

#include "model/engine/ranks.hpp"
#include "model/words/problem.hpp"

namespace samspil {

Ranks::Ranks() {
  const Launch launch = launch_of_this_process();
  if (launch.size == 1) return;
  if (launch.rank > 0) throw EndedByRoot{1};
  throw Failure{{"fault.without_mpi", launch.size}};
}

void Ranks::sum(std::span<std::int64_t> /*integers*/) const {}
void Ranks::largest(std::span<std::int64_t> /*integers*/) const {}
void Ranks::broadcast(std::string& /*text*/, int /*from*/) const {}
int Ranks::hosts() const { return 1; }
void Ranks::leave() {}
void Ranks::abort(int code) const { std::exit(code); }

}  // namespace samspil
