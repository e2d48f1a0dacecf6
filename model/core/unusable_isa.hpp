/// \file
/// What is wrong with the vector path that somebody asks for.
#pragma once

#include <stdexcept>
#include <string>

namespace samspil {

/// SAMSPIL_ISA names no path, or one that cannot run here.
class UnusableIsa : public std::runtime_error {
 public:
  UnusableIsa(const std::string& wanted, bool is_known)
      : std::runtime_error{"SAMSPIL_ISA cannot be " + wanted},
        wanted_{wanted},
        is_known_{is_known} {}

  const std::string& wanted() const noexcept { return wanted_; }
  bool is_known() const noexcept { return is_known_; }

 private:
  std::string wanted_;
  bool is_known_;
};

}  // namespace samspil
