#include "model/engine/ranks.hpp"

#include <cstdlib>

namespace samspil {
namespace {

/// The first of these variables that holds a number; `otherwise` where none does.
int number_in(std::initializer_list<const char*> variables, int otherwise) {
  for (const char* variable : variables) {
    const char* text = std::getenv(variable);
    if (text == nullptr) continue;
    char* end = nullptr;
    const long value = std::strtol(text, &end, 10);
    if (end != text && *end == '\0' && value >= 0) return static_cast<int>(value);
  }
  return otherwise;
}

}  // namespace

Launch launch_of_this_process() {
  // Open MPI's own mpirun, srun --mpi=pmi2, srun --mpi=pmix: the last tells no size of its own.
  Launch launch;
  launch.rank = number_in({"OMPI_COMM_WORLD_RANK", "PMI_RANK", "PMIX_RANK"}, -1);
  launch.by_launcher = launch.rank >= 0;
  if (!launch.by_launcher) return {};
  launch.size = number_in({"OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "SLURM_STEP_NUM_TASKS"}, 1);
  return launch;
}

std::vector<std::string> Ranks::gather(const std::string& own) const {
  std::vector<std::string> texts(static_cast<std::size_t>(count_));
  for (int from = 0; from < count_; ++from) {
    std::string& text = texts[static_cast<std::size_t>(from)];
    if (from == rank_) text = own;
    broadcast(text, from);
  }
  return texts;
}

std::string Ranks::from_root(const std::function<std::string()>& read,
                             const std::function<int()>& code_of_fault) {
  std::string text;
  if (!is_root()) {
    broadcast(text);
    // The first letter says whether the rest is the text or the exit code.
    if (text.front() == '!') throw EndedByRoot{std::atoi(text.c_str() + 1)};
    return text.substr(1);
  }
  try {
    text = '=' + read();
  } catch (...) {
    text = '!' + std::to_string(code_of_fault());
    broadcast(text);
    others_know_ = true;
    throw;
  }
  broadcast(text);
  return text.substr(1);
}

}  // namespace samspil
