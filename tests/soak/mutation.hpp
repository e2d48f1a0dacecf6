/// \file
/// What all mutations are made of. Random numbers are asked for in an order that the language
/// fixes, so never twice among the arguments of one call.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/soak/mutators.hpp"

namespace samspil::test {

/// What one mutation works on.
struct Work {
  std::string& text;
  const std::vector<std::string>& others;
  Chance& chance;
};

struct Mutation {
  std::string_view name;
  void (*apply)(Work);
};

/// Characters from `begin`, `size` of them.
struct Part {
  std::size_t begin = 0;
  std::size_t size = 0;

  std::size_t end() const { return begin + size; }
  std::string of(const std::string& text) const { return text.substr(begin, size); }
};

/// Any place between two characters, the ends among them.
std::size_t some_place(Work work);
/// One of what stands between the bars of `list`.
std::string_view one_of_list(Work work, std::string_view list);

// For any file.
void flip_bits(Work work);
void cut_short(Work work);
/// A piece of another file in place of a piece of this one, or between two.
void splice(Work work);

std::span<const Mutation> text_mutations();
std::span<const Mutation> byte_mutations();

}  // namespace samspil::test
