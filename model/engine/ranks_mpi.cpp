// The one place that calls MPI.
#define OMPI_SKIP_MPICXX 1
#define MPICH_SKIP_MPICXX 1
#include <mpi.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <set>

#include "model/engine/ranks.hpp"
#include "model/words/problem.hpp"

namespace samspil {
namespace {

constexpr std::size_t most_at_once = std::size_t{1} << 27U;  // MPI counts in int
constexpr unsigned most_seconds_of_leave = 5;

void reduce(std::span<std::int64_t> integers, MPI_Op operation) {
  while (!integers.empty()) {
    const std::size_t count = std::min(integers.size(), most_at_once);
    MPI_Allreduce(MPI_IN_PLACE, integers.data(), static_cast<int>(count), MPI_INT64_T, operation,
                  MPI_COMM_WORLD);
    integers = integers.subspan(count);
  }
}

}  // namespace

Ranks::Ranks() {
  // Alone there is nobody to connect to, and the start stays as quick as without MPI.
  if (!launch_of_this_process().by_launcher) return;
  int provided = 0;
  MPI_Init_thread(nullptr, nullptr, MPI_THREAD_FUNNELED, &provided);
  if (provided < MPI_THREAD_FUNNELED) throw Failure{{"fault.mpi_threads"}};
  MPI_Comm_rank(MPI_COMM_WORLD, &rank_);
  MPI_Comm_size(MPI_COMM_WORLD, &count_);
  is_connected_ = true;
}

void Ranks::sum(std::span<std::int64_t> integers) const {
  if (count_ > 1) reduce(integers, MPI_SUM);
}

void Ranks::largest(std::span<std::int64_t> integers) const {
  if (count_ > 1) reduce(integers, MPI_MAX);
}

void Ranks::broadcast(std::string& text, int from) const {
  if (count_ == 1) return;
  auto size = static_cast<std::int64_t>(text.size());
  MPI_Bcast(&size, 1, MPI_INT64_T, from, MPI_COMM_WORLD);
  text.resize(static_cast<std::size_t>(size));
  for (std::size_t begin = 0; begin < text.size(); begin += most_at_once) {
    const std::size_t count = std::min(text.size() - begin, most_at_once);
    MPI_Bcast(text.data() + begin, static_cast<int>(count), MPI_CHAR, from, MPI_COMM_WORLD);
  }
}

int Ranks::hosts() const {
  if (!is_connected_) return 1;
  char name[MPI_MAX_PROCESSOR_NAME]{};
  int length = 0;
  MPI_Get_processor_name(name, &length);
  const std::vector<std::string> names = gather({name, static_cast<std::size_t>(length)});
  return static_cast<int>(std::set<std::string>{names.begin(), names.end()}.size());
}

void Ranks::leave() {
  if (!is_connected_) return;
  alarm(most_seconds_of_leave);  // mpirun ends everybody when one process ends by a signal
  MPI_Finalize();
  alarm(0);
  is_connected_ = false;
}

void Ranks::abort(int code) const {
  if (is_connected_) MPI_Abort(MPI_COMM_WORLD, code);
  std::exit(code);
}

}  // namespace samspil
