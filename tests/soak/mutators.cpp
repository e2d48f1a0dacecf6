#include "tests/soak/mutators.hpp"

#include <algorithm>

#include "tests/soak/mutation.hpp"

namespace samspil::test {
namespace {

Mutant mutated(const std::string& sound, const std::vector<std::string>& others, Chance& chance,
               std::span<const Mutation> mutations) {
  Mutant mutant{sound, ""};
  const std::size_t lot = chance.below(8);
  for (std::size_t left = lot < 5 ? 1 : lot < 7 ? 2 : 3; left > 0; --left) {
    const Mutation& mutation = mutations[chance.below(mutations.size())];
    mutation.apply({mutant.content, others, chance});
    if (!mutant.told.empty()) mutant.told += ", ";
    mutant.told += mutation.name;
  }
  return mutant;
}

}  // namespace

std::size_t Chance::below(std::size_t n) noexcept {
  const PhiloxBlock words = keyed_block(key_, Identity{0}, 0, BlockNumber{0}, count_++);
  const std::uint64_t bits = std::uint64_t{words[1]} << 32 | words[0];
  return n == 0 ? 0 : bits % n;
}

std::size_t some_place(Work work) { return work.chance.below(work.text.size() + 1); }

std::string_view one_of_list(Work work, std::string_view list) {
  const auto items = static_cast<std::size_t>(std::count(list.begin(), list.end(), '|')) + 1;
  for (std::size_t skipped = work.chance.below(items); skipped > 0; --skipped) {
    list.remove_prefix(list.find('|') + 1);
  }
  return list.substr(0, list.find('|'));
}

void flip_bits(Work work) {
  for (std::size_t flips = std::size_t{1} << work.chance.below(4); flips > 0; --flips) {
    if (work.text.empty()) return;
    // Heads of files, where most of their structure stands, are hit more often than their share.
    const bool in_head = work.chance.one_in(3);
    const std::size_t size = work.text.size();
    char& byte = work.text[work.chance.below(in_head ? std::min<std::size_t>(size, 4096) : size)];
    byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << work.chance.below(8)));
  }
}

void cut_short(Work work) { work.text.resize(some_place(work)); }

void splice(Work work) {
  const std::string& other = work.chance.one_of(work.others);
  const std::size_t longest = std::size_t{1} << work.chance.below(14);
  const std::size_t from = work.chance.below(other.size());
  const std::string piece = other.substr(from, 1 + work.chance.below(longest));
  const std::size_t place = some_place(work);
  work.text.replace(place, work.chance.one_in(2) ? 0 : piece.size(), piece);
}

Mutant mutated_text(const std::string& text, const std::vector<std::string>& others,
                    Chance& chance) {
  return mutated(text, others, chance, text_mutations());
}

Mutant mutated_bytes(const std::string& bytes, const std::vector<std::string>& others,
                     Chance& chance) {
  return mutated(bytes, others, chance, byte_mutations());
}

}  // namespace samspil::test
