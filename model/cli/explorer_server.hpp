/// \file
/// The explorer's files for a browser on this machine and no other: on the loopback address, at a
/// port that is free, below a token that nobody else can guess.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace samspil::cli {

class ExplorerServer {
 public:
  /// Takes a port for files by name, index.html among them. Throws std::exception where none is
  /// free.
  explicit ExplorerServer(const std::vector<std::pair<std::string, std::string>>& files);
  ~ExplorerServer();
  ExplorerServer(const ExplorerServer&) = delete;
  ExplorerServer& operator=(const ExplorerServer&) = delete;

  /// "http://127.0.0.1:PORT/TOKEN/"
  std::string address() const;

  /// Answers one request after the other until `stop_asked` says so, some tenths of a second later.
  void serve(int (*stop_asked)());

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace samspil::cli
