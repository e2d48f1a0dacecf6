#include <cstdio>

#include "model/core/random.hpp"

// Known answer: Random123 tests/kat_vectors, lines "philox4x32 10".
int main() {
  const samspil::PhiloxBlock words = samspil::philox4x32({0, 0, 0, 0}, {0, 0});
  std::printf("consumer: philox4x32 of zeros is %08x %08x %08x %08x\n", words[0], words[1],
              words[2], words[3]);
  return words == samspil::PhiloxBlock{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8} ? 0 : 1;
}
