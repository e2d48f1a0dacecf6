// How files that are no texts are damaged: by disks, networks and programs that stop half-way.
#include <algorithm>
#include <array>

#include "tests/soak/mutation.hpp"

namespace samspil::test {
namespace {

std::size_t some_byte(Work work) {
  const bool in_head = work.chance.one_in(3);
  const std::size_t size = work.text.size();
  return work.chance.below(in_head ? std::min<std::size_t>(size, 4096) : size);
}

Part some_block(Work work) {
  const std::size_t begin = some_byte(work);
  const std::size_t size = std::size_t{1} << work.chance.below(15);
  return {begin, std::min(size, work.text.size() - begin)};
}

void fill_block(Work work) {
  const Part block = some_block(work);
  work.text.replace(block.begin, block.size, block.size, work.chance.one_in(2) ? '\0' : '\xFF');
}

void double_block(Work work) {
  const Part block = some_block(work);
  work.text.insert(block.end(), block.of(work.text));
}

void remove_block(Work work) {
  const Part block = some_block(work);
  work.text.erase(block.begin, block.size);
}

void copy_block(Work work) {
  const std::string piece = some_block(work).of(work.text);
  work.text.replace(some_byte(work), piece.size(), piece);
}

/// Two, four or eight bytes as a number that counts something would be at its worst.
void odd_integer(Work work) {
  static constexpr std::array<std::uint64_t, 9> numbers{
      0,          1,      ~std::uint64_t{0}, 0x7FFFFFFFFFFFFFFF, 0x8000000000000000, 0xFFFFFFFF,
      0x80000000, 0xFFFF, 0x0100000000000000};
  if (work.text.size() < 8) return;
  std::size_t at = std::min(some_byte(work), work.text.size() - 8);
  if (work.chance.one_in(2)) at -= at % 8;
  const std::uint64_t number = work.chance.one_of(numbers);
  const std::size_t size = std::size_t{2} << work.chance.below(3);
  for (std::size_t i = 0; i < size; ++i) {
    work.text[at + i] = static_cast<char>(number >> (8 * i) & 0xFF);
  }
}

void append_trash(Work work) {
  const std::size_t from = some_byte(work);
  work.text += work.text.substr(from, 1 + work.chance.below(10'000));
}

constexpr std::array<Mutation, 13> mutations{{
    {"flipped bits", flip_bits},
    {"flipped bits", flip_bits},
    {"flipped bits", flip_bits},
    {"cut short", cut_short},
    {"spliced", splice},
    {"filled block", fill_block},
    {"filled block", fill_block},
    {"doubled block", double_block},
    {"removed block", remove_block},
    {"copied block", copy_block},
    {"odd integer", odd_integer},
    {"odd integer", odd_integer},
    {"something behind the end", append_trash},
}};

}  // namespace

std::span<const Mutation> byte_mutations() { return mutations; }

}  // namespace samspil::test
