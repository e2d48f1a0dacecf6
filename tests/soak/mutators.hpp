/// \file
/// Makes damaged files out of sound ones. What is done to a file is a function of (seed, mutant).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "model/core/random.hpp"

namespace samspil::test {

/// The random numbers of one mutant, one after another.
class Chance {
 public:
  Chance(std::uint32_t seed, std::uint32_t mutant) noexcept : key_{seed, mutant} {}

  /// Uniform on 0 to n - 1; 0 where n is 0.
  std::size_t below(std::size_t n) noexcept;
  bool one_in(std::size_t n) noexcept { return below(n) == 0; }
  /// One of some, which may not be empty.
  template <class Some>
  const auto& one_of(const Some& some) noexcept {
    return *(some.begin() + static_cast<std::ptrdiff_t>(below(some.size())));
  }

 private:
  RunKey key_;
  std::uint32_t count_ = 0;
};

struct Mutant {
  std::string content;
  std::string told;  ///< What was done, for who reads the finding: "odd number, swapped lines".
};

/// A text with one to three faults as editors, spreadsheets, networks and people make them. Pieces
/// of `others` may be put in. 4 MB at most are added.
Mutant mutated_text(const std::string& text, const std::vector<std::string>& others,
                    Chance& chance);

/// The same for what is no text.
Mutant mutated_bytes(const std::string& bytes, const std::vector<std::string>& others,
                     Chance& chance);

}  // namespace samspil::test
