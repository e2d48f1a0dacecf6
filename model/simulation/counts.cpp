#include "model/simulation/counts.hpp"

namespace samspil {
namespace {

template <class Array>
void add(Array& to, const Array& from) noexcept {
  for (std::size_t i = 0; i < to.size(); ++i) to[i] += from[i];
}

}  // namespace

YearCounts& YearCounts::operator+=(const YearCounts& other) noexcept {
  use += other.use;
  add(settlements, other.settlements);
  add(programme, other.programme);
  add(outcomes, other.outcomes);
  add(week_48, other.week_48);
  add(last_placements, other.last_placements);
  person_years += other.person_years;
  person_days += other.person_days;
  work.simulated += other.work.simulated;
  work.random_blocks += other.work.random_blocks;
  work.events += other.work.events;
  work.postings += other.work.postings;
  return *this;
}

PairedMoments& PairedMoments::operator+=(const PairedMoments& other) noexcept {
  base += other.base;
  base_squared += other.base_squared;
  arm += other.arm;
  arm_squared += other.arm_squared;
  saving += other.saving;
  saving_squared += other.saving_squared;
  return *this;
}

PairedSpread& PairedSpread::operator+=(const PairedSpread& other) noexcept {
  base += other.base;
  arm += other.arm;
  saving += other.saving;
  return *this;
}

PairedSpread spread_of(const PairedMoments& moments, std::uint64_t n) noexcept {
  const auto spread = [n](Int128 sum, Int128 squared) {
    return static_cast<Int128>(n) * squared - sum * sum;
  };
  return {spread(moments.base, moments.base_squared), spread(moments.arm, moments.arm_squared),
          spread(moments.saving, moments.saving_squared)};
}

ArmCounts& ArmCounts::operator+=(const ArmCounts& other) noexcept {
  add(years, other.years);
  add(moments, other.moments);
  return *this;
}

}  // namespace samspil
