#include "model/core/isa.hpp"

#include <cstdlib>

#include "model/core/names.hpp"
#include "model/core/unusable_isa.hpp"

namespace samspil {
namespace {

Isa best_isa() noexcept { return is_available(Isa::avx2) ? Isa::avx2 : Isa::portable; }

Isa choose() {
  const char* wanted = std::getenv("SAMSPIL_ISA");
  if (wanted == nullptr || *wanted == '\0') return best_isa();
  const auto isa = find_name<Isa>(isa_names, wanted);
  if (!isa || !is_available(*isa)) throw UnusableIsa{wanted, isa.has_value()};
  return *isa;
}

}  // namespace

bool is_available(Isa isa) noexcept {
#ifdef SAMSPIL_HAS_AVX2
  if (isa == Isa::avx2) {
    return __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0;
  }
#endif
  return isa == Isa::portable;
}

Isa chosen_isa() {
  static const Isa chosen = choose();
  return chosen;
}

}  // namespace samspil
