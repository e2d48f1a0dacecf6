/// \file
/// Whole weeks that adults of a family lived on something, as the dynamics note them for the payer
/// rules; and the place of a person on the refund ladder, which the payer rules keep.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "model/core/bits.hpp"
#include "model/core/calendar.hpp"
#include "model/population/services.hpp"

namespace samspil {

/// What some weeks are to the refund ladder.
enum class IncomeKind : std::uint8_t {
  benefit,       ///< A public benefit; whether it counts is the law's.
  self_support,  ///< selvforsørgelse: neither a public benefit nor a subsidised wage.
  neither,
  beside,  ///< A subsidy paid beside the income of the same weeks, or in its place.
};

/// Weeks first_week <= week < first_week + weeks of one year, counted from 0.
struct IncomeSpell {
  std::uint8_t member = 0;  ///< Row of the person within the family.
  IncomeKind kind = IncomeKind::neither;
  Service service{};  ///< Where kind is benefit or beside.
  std::uint8_t first_week = 0;
  std::uint8_t weeks = 0;
  std::uint8_t paid = 0;  ///< Share of the full benefit [hundredths, 0-100].

  friend bool operator==(const IncomeSpell&, const IncomeSpell&) = default;
};

/// The spells of a family's year: member by member and, for each, in order of time; those beside
/// stand anywhere among their member's. A spell holds at least one week, which bounds their number.
class IncomeSpells {
 public:
  static constexpr std::size_t most_noted = 32;  ///< Members.

  void clear() noexcept { count_ = 0; }
  void note(const IncomeSpell& spell) noexcept { spells_[count_++] = spell; }
  std::span<const IncomeSpell> all() const noexcept { return {spells_.data(), count_}; }

 private:
  std::array<IncomeSpell, std::size_t{2} * weeks_per_year * most_noted> spells_;
  std::size_t count_ = 0;
};

/// Where a person stands on the refund ladder (refusionstrappen).
struct LadderHistory {
  std::uint16_t counted = 0;      ///< Benefit weeks since the ladder began, or began anew.
  std::uint16_t since_first = 0;  ///< Weeks since the first of these, it included.
  /// Which of the last 156 weeks were self-supporting; bit 0 of word 0 is the last week.
  std::array<std::uint64_t, 3> self_support{};

  bool was_self_supporting() const noexcept {
    return (self_support[0] | self_support[1] | self_support[2]) != 0;
  }

  friend constexpr bool operator==(const LadderHistory& a, const LadderHistory& b) noexcept {
    return a.counted == b.counted && a.since_first == b.since_first &&
           same_words(a.self_support, b.self_support);
  }
};

}  // namespace samspil
