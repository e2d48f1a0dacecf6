#include "model/core/isa.hpp"

#include <cstdlib>
#include <string>

#include "model/core/problem.hpp"

namespace samspil {
namespace {

Isa best_isa() noexcept { return is_available(Isa::avx2) ? Isa::avx2 : Isa::portable; }

Isa choose() {
  const char* wish = std::getenv("SAMSPIL_ISA");
  if (wish == nullptr) return best_isa();
  for (std::size_t i = 0; i < isa_names.size(); ++i) {
    const auto isa = static_cast<Isa>(i);
    if (isa_names[i] != wish) continue;
    if (is_available(isa)) return isa;
    throw InputError{Problem{"SAMSPIL_ISA", 0, wish, "is not available on this processor",
                             "leave the variable out"}};
  }
  throw InputError{
      Problem{"SAMSPIL_ISA", 0, wish, "is no vector path", "portable or avx2, or leave it out"}};
}

}  // namespace

bool is_available(Isa isa) noexcept {
#if defined(__x86_64__)
  if (isa == Isa::avx2) return __builtin_cpu_supports("avx2") != 0;
#endif
  return isa == Isa::portable;
}

Isa chosen_isa() {
  static const Isa chosen = choose();
  return chosen;
}

}  // namespace samspil
