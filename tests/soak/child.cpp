#include "tests/soak/child.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cmath>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace samspil::test {
namespace {

/// How long a child may take by the clock, beside its seconds of processor: other programs may have
/// the machine, and a child may wait for ever without using it.
constexpr double patience = 5;

/// As main() takes them; they point into `words`.
std::vector<char*> arguments_of(std::vector<std::string>& words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  return arguments;
}

/// The folder, streams and process group of a child that is a program of its own.
class Setting {
 public:
  Setting(const std::filesystem::path& folder, const std::filesystem::path& streams) {
    posix_spawn_file_actions_init(&actions_);
    posix_spawn_file_actions_addopen(&actions_, 0, "/dev/null", O_RDONLY, 0);
    open_anew(1, streams / "out");
    open_anew(2, streams / "err");
    posix_spawn_file_actions_addchdir_np(&actions_, folder.c_str());
    posix_spawnattr_init(&attributes_);
    posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETPGROUP);
  }
  Setting(const Setting&) = delete;
  Setting& operator=(const Setting&) = delete;
  ~Setting() {
    posix_spawn_file_actions_destroy(&actions_);
    posix_spawnattr_destroy(&attributes_);
  }

  pid_t spawn(const std::filesystem::path& program, std::vector<std::string> words) const {
    words.insert(words.begin(), program.string());
    std::vector<char*> arguments = arguments_of(words);
    pid_t child = 0;
    if (posix_spawn(&child, program.c_str(), &actions_, &attributes_, arguments.data(), environ) !=
        0) {
      throw std::runtime_error("cannot start " + program.string());
    }
    return child;
  }

 private:
  void open_anew(int descriptor, const std::filesystem::path& file) {
    posix_spawn_file_actions_addopen(&actions_, descriptor, file.c_str(),
                                     O_WRONLY | O_CREAT | O_TRUNC, 0644);
  }

  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// Puts an open file in the place of a stream of this process.
void open_as(int descriptor, const std::filesystem::path& file, int flags) {
  const int opened = open(file.c_str(), flags, 0644);
  if (opened < 0 || dup2(opened, descriptor) < 0) _exit(127);
  close(opened);
}

/// A copy of this process, of which the calling thread alone goes on: into the program's main().
pid_t fork_into(int (*main_of_program)(int, char**), std::vector<std::string> words,
                const std::filesystem::path& folder, const std::filesystem::path& streams) {
  std::fflush(nullptr);  // what waits to be printed is this process's own
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot start another process");
  if (child > 0) return child;
  setpgid(0, 0);
  constexpr int anew = O_WRONLY | O_CREAT | O_TRUNC;
  open_as(0, "/dev/null", O_RDONLY);
  open_as(1, streams / "out", anew);
  open_as(2, streams / "err", anew);
  if (chdir(folder.c_str()) != 0) _exit(127);
  words.insert(words.begin(), "samspil");
  std::vector<char*> arguments = arguments_of(words);
  const int code = main_of_program(static_cast<int>(words.size()), arguments.data());
  std::fflush(nullptr);
  _exit(code);  // unloading what libraries this process has takes as long as a short command
}

/// From outside, since the sanitizers of this process need more address space than a child may
/// take. A child that has ended already needs no limit.
void limit(pid_t child, const ChildLimits& limits) {
  const rlimit memory{limits.bytes, limits.bytes}, written{limits.written, limits.written};
  const auto seconds = static_cast<rlim_t>(std::ceil(limits.seconds));
  const rlimit processor{seconds, seconds + 1}, no_core{0, 0};
  prlimit(child, RLIMIT_CPU, &processor, nullptr);
  prlimit(child, RLIMIT_AS, &memory, nullptr);
  prlimit(child, RLIMIT_FSIZE, &written, nullptr);
  prlimit(child, RLIMIT_CORE, &no_core, nullptr);
}

/// Whether the child ended within the seconds of the clock.
bool has_ended(pid_t child, double seconds) {
  const auto descriptor = static_cast<int>(syscall(SYS_pidfd_open, child, 0));
  if (descriptor < 0) throw std::runtime_error("this system has no pidfd_open");
  pollfd wait{descriptor, POLLIN, 0};
  int ready = poll(&wait, 1, static_cast<int>(seconds * 1000));
  while (ready < 0 && errno == EINTR) ready = poll(&wait, 1, static_cast<int>(seconds * 1000));
  close(descriptor);
  return ready > 0;
}

/// Whole lines alone where there are more bytes than `most`.
std::string read_lines(const std::filesystem::path& file, std::size_t most) {
  std::string text = read_bytes(file, most);
  if (text.size() == most) text.resize(text.rfind('\n') + 1);
  return text;
}

}  // namespace

FileStamp stamp_of(const std::filesystem::path& file) {
  struct stat status {};
  if (lstat(file.c_str(), &status) != 0) return {};
  return {status.st_ino, status.st_size,
          status.st_mtim.tv_sec * 1'000'000'000 + status.st_mtim.tv_nsec};
}

std::string read_bytes(const std::filesystem::path& file, std::size_t most) {
  const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return "";
  struct stat status {};
  fstat(descriptor, &status);
  std::string bytes(std::min(most, static_cast<std::size_t>(status.st_size)), '\0');
  std::size_t got = 0;
  for (ssize_t more = 1; more > 0 && got < bytes.size();) {
    more = read(descriptor, bytes.data() + got, bytes.size() - got);
    if (more > 0) got += static_cast<std::size_t>(more);
  }
  close(descriptor);
  bytes.resize(got);
  return bytes;
}

void write_bytes(const std::filesystem::path& file, const std::string& bytes) {
  const int descriptor = open(file.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  bool is_well = descriptor >= 0;
  for (std::size_t done = 0; is_well && done < bytes.size();) {
    const ssize_t more = write(descriptor, bytes.data() + done, bytes.size() - done);
    is_well = more > 0;
    if (is_well) done += static_cast<std::size_t>(more);
  }
  if (descriptor >= 0) close(descriptor);
  if (!is_well) throw std::runtime_error("cannot write " + file.string());
}

ChildRun run_child(const Runnable& program, const std::vector<std::string>& words,
                   const std::filesystem::path& folder, const std::filesystem::path& streams,
                   const ChildLimits& limits) {
  const auto start = std::chrono::steady_clock::now();
  const auto* file = std::get_if<std::filesystem::path>(&program);
  const pid_t child = file != nullptr ? Setting{folder, streams}.spawn(*file, words)
                                      : fork_into(std::get<1>(program), words, folder, streams);
  limit(child, limits);
  ChildRun run;
  run.is_late = !has_ended(child, patience * limits.seconds);
  if (run.is_late) kill(-child, SIGKILL);
  int status = 0;
  rusage used{};
  while (wait4(child, &status, 0, &used) < 0 && errno == EINTR) {
  }
  run.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  if (WIFEXITED(status)) run.exit = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) run.signal = WTERMSIG(status);
  run.is_late = run.is_late || run.signal == SIGXCPU;
  run.peak = static_cast<std::uint64_t>(used.ru_maxrss) * 1024;
  run.out = read_lines(streams / "out", limits.read_back);
  run.err = read_lines(streams / "err", limits.read_back);
  return run;
}

}  // namespace samspil::test
