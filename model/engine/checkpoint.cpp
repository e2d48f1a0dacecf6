#include "model/engine/checkpoint.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <stdexcept>
#include <string_view>

#include "model/core/problem.hpp"
#include "model/engine/checkpoint_text.hpp"

namespace samspil {
namespace {

constexpr double most_share_of_a_run = 0.01;

/// One name for all runs on a file, so that no more than one half-written file can be left.
std::filesystem::path beside(std::filesystem::path file) { return file += ".checkpoint-part"; }

[[noreturn]] void fail(const std::filesystem::path& file) {
  const char* reason = errno == EEXIST ? "another run saves there" : std::strerror(errno);
  throw std::runtime_error("cannot write " + file.string() + ": " + reason);
}

/// Closes once, and never loses an error of closing.
class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : path_{path}, number_{::open(path.c_str(), flags | O_CLOEXEC, 0644)} {
    if (number_ < 0) fail(path_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  void write(std::string_view text) {
    while (!text.empty()) {
      const ssize_t count = ::write(number_, text.data(), text.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) fail(path_);
      text.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void sync_and_close() {
    if (::fsync(number_) != 0) fail(path_);
    if (::close(std::exchange(number_, -1)) != 0) fail(path_);
  }

 private:
  std::filesystem::path path_;
  int number_;
};

void write_durably(const std::filesystem::path& file, const std::string& text) {
  const std::filesystem::path part = beside(file);
  // What a killed run left was removed at the start: one that stands here now is another run's.
  Descriptor half{part, O_WRONLY | O_CREAT | O_EXCL};
  try {
    half.write(text);
    half.sync_and_close();
    if (std::rename(part.c_str(), file.c_str()) != 0) fail(file);
  } catch (...) {
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    throw;
  }
  // The name is on the disk when the folder is.
  const std::filesystem::path folder = file.parent_path();
  Descriptor{folder.empty() ? "." : folder, O_RDONLY | O_DIRECTORY}.sync_and_close();
}

}  // namespace

std::string Checkpoint::read(const std::filesystem::path& file) {
  std::error_code ignored;
  std::filesystem::remove(beside(file), ignored);
  if (!std::filesystem::exists(file, ignored)) return {};
  errno = 0;
  std::ifstream stream{file, std::ios::binary};
  std::string text{std::istreambuf_iterator<char>{stream}, {}};
  if (!stream.is_open() || stream.bad() || !std::filesystem::is_regular_file(file, ignored)) {
    throw InputError{Problem{file.string(), 0, "", "cannot be read as a checkpoint",
                             "give the file of a run that was stopped, or a new one"}};
  }
  // An empty file is no checkpoint either, but it must not pass for none.
  return text.empty() ? "\n" : text;
}

Checkpoint::Checkpoint(std::filesystem::path file, const std::string& text, Identity identity,
                       double least_seconds)
    : file_{std::move(file)}, identity_{std::move(identity)}, least_seconds_{least_seconds} {
  if (text.empty()) return;
  CheckpointText found = read_checkpoint(file_.string(), text);
  for (std::size_t i = 0; i < std::max(identity_.size(), found.identity.size()); ++i) {
    static const std::pair<std::string, std::string> nothing{"", "nothing"};
    const auto& own = i < identity_.size() ? identity_[i] : nothing;
    const auto& theirs = i < found.identity.size() ? found.identity[i] : nothing;
    if (own == theirs) continue;
    throw InputError{Problem{file_.string(), 0, own.first.empty() ? theirs.first : own.first,
                             "belongs to another run: " + theirs.second + ", here " + own.second,
                             "run what it belongs to, or give another file"}};
  }
  plan_found_ = std::move(found.plan);
  found_ = std::move(found.state);
}

double Checkpoint::share_found() const noexcept {
  if (!found_) return 0;
  const auto blocks = static_cast<double>(blocks_of(plan_found_));
  const auto finished = std::count(found_->finished.begin(), found_->finished.end(), 1);
  const double done = blocks * found_->first_draw +
                      static_cast<double>(finished) * draws_of(plan_found_, found_->first_draw);
  return done / (blocks * static_cast<double>(plan_found_[2]));
}

std::optional<RunState> Checkpoint::resume(const PlanNumbers& plan) {
  if (found_ && plan != plan_found_) {
    throw InputError{Problem{file_.string(), 0, "plan",
                             "is the checkpoint of a run that was divided otherwise",
                             "run it with the program that wrote it, or delete it"}};
  }
  return std::exchange(found_, std::nullopt);
}

double Checkpoint::seconds_until_due() const {
  using Seconds = std::chrono::duration<double>;
  const Clock::time_point now = Clock::now();
  const double for_share = (all_costs_ + last_cost_) / most_share_of_a_run;
  return std::max({0.0, least_seconds_ - Seconds{now - last_}.count(),
                   for_share - Seconds{now - begin_}.count()});
}

void Checkpoint::save(const PlanNumbers& plan, const RunState& state) {
  write_durably(file_, written({identity_, plan, state}));
  last_ = Clock::now();
}

void Checkpoint::count_cost(double seconds) noexcept {
  last_cost_ = seconds;
  all_costs_ += seconds;
}

void Checkpoint::remove() {
  std::error_code ignored;
  std::filesystem::remove(file_, ignored);
}

}  // namespace samspil
