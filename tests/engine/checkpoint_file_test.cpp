// A run's file is its own while it lives, and nobody's when it was killed.
#include "model/engine/checkpoint_file.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "model/words/problem.hpp"
#include "tests/support/own_folder.hpp"

namespace samspil {
namespace {

class Owned : public test::OwnFolder {
 protected:
  CheckpointFile open() const {
    CheckpointFile file{path_};
    file.open();
    return file;
  }
  /// What the next run finds.
  std::string found() const { return CheckpointFile{path_}.open(); }
  void expect_refused() const {
    try {
      open();
      ADD_FAILURE() << "two runs have it";
    } catch (const std::runtime_error& error) {
      EXPECT_EQ(error.what(), path_.string() +
                                  ": another run is writing this checkpoint; wait for it or name "
                                  "another file");
    }
  }
  void leave_half_written(const std::string& text) const {
    std::ofstream{path_.string() + ".checkpoint-part"} << text;
  }
  /// In a process of its own, which a fault ends.
  [[noreturn]] void save_and_wait_for_the_kill(int saves) const noexcept {
    CheckpointFile file = open();
    for (int i = 0; i < saves; ++i) file.replace("saved");
    std::ofstream{folder_ / "ready"}.close();
    for (;;) pause();
  }

  const std::set<std::string> only_it_{"run.save"};
  const std::filesystem::path path_ = folder_ / "run.save";
};

TEST_F(Owned, RemovesWhatAKilledRunLeftHalfWritten) {
  leave_half_written("half");

  EXPECT_EQ(found(), "");

  EXPECT_TRUE(files().empty());
}

TEST_F(Owned, HoldsNothingOfWhatAKilledRunLeftHalfWritten) {
  leave_half_written("a longer text");

  open().replace("a text");

  EXPECT_EQ(found(), "a text");
}

TEST_F(Owned, BelongsToOneRunFromItsStartToItsEnd) {
  {
    CheckpointFile file = open();
    expect_refused();
    for (const char* text : {"one", "two"}) {
      file.replace(text);
      EXPECT_EQ(files(), only_it_);
      expect_refused();
      EXPECT_EQ(files(), only_it_);
    }
  }
  EXPECT_EQ(found(), "two");
  const CheckpointFile next = open();
  expect_refused();
}

TEST_F(Owned, BelongsToOneOfManyThatComeAndGo) {
  std::atomic<int> owners{0}, owned{0};
  std::vector<std::thread> threads;
  threads.reserve(8);
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] {
      for (int k = 0; k < 300; ++k) {
        try {
          const CheckpointFile file = open();
          EXPECT_EQ(owners.fetch_add(1), 0);
          --owners;
          ++owned;
        } catch (const std::runtime_error&) {  // the machine is busy: refused for too long
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_GT(owned, 0);
  EXPECT_TRUE(files().empty());
}

TEST_F(Owned, IsReplacedWhileOthersAskForIt) {
  CheckpointFile file = open();
  file.replace("first");
  std::atomic<bool> is_over{false};
  std::atomic<int> refused{0};
  std::vector<std::thread> others;
  others.reserve(4);
  for (int i = 0; i < 4; ++i) {
    others.emplace_back([&] {
      do {
        EXPECT_THROW(open(), std::runtime_error);
        ++refused;
      } while (!is_over);
    });
  }
  for (int i = 0; (i < 300 || refused < 4) && !HasFailure(); ++i) {
    EXPECT_NO_THROW(file.replace("again"));
  }
  is_over = true;
  for (std::thread& other : others) other.join();

  EXPECT_EQ(files(), only_it_);
}

TEST_F(Owned, IsFreeWhenItsRunWasKilled) {
  for (const int saves : {0, 1, 2}) {
    const pid_t child = fork();
    if (child == 0) save_and_wait_for_the_kill(saves);
    while (!files().contains("ready")) {
      ASSERT_EQ(waitpid(child, nullptr, WNOHANG), 0) << "could not save";
      std::this_thread::sleep_for(std::chrono::milliseconds{1});
    }
    expect_refused();
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    std::filesystem::remove(folder_ / "ready");

    EXPECT_EQ(found(), saves > 0 ? "saved" : "");
    EXPECT_EQ(files(), saves > 0 ? only_it_ : std::set<std::string>{});
  }
}

TEST_F(Owned, IsRefusedAtOnceWhereItIsAPipe) {
  ASSERT_EQ(mkfifo(path_.c_str(), 0600), 0);

  EXPECT_THROW(open(), InputError);

  EXPECT_EQ(files(), only_it_);
}

TEST_F(Owned, IsNotTakenBackFromARunThatFoundItRemoved) {
  std::optional<CheckpointFile> first{open()};
  first->replace("first");
  std::filesystem::remove(path_);
  CheckpointFile second = open();

  EXPECT_THROW(first->replace("first"), std::runtime_error);

  first.reset();
  expect_refused();
  second.replace("second");
  EXPECT_EQ(files(), only_it_);
}

}  // namespace
}  // namespace samspil
