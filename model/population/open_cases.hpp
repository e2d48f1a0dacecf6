/// \file
/// Cases that the municipality's caseworkers have open for a family, by week and by the kind of
/// caseworker, as the dynamics note them.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <string_view>

#include "model/core/bits.hpp"
#include "model/core/calendar.hpp"
#include "model/core/lane_words.hpp"
#include "model/core/names.hpp"
#include "model/population/states.hpp"

namespace samspil {

/// Who handles a case: the family department, the job centre, the adults' social services.
enum class Casework : std::uint8_t { child, job_centre, adult };
inline constexpr std::array<std::string_view, 3> casework_names{"child", "job_centre", "adult"};
inline constexpr std::size_t casework_count = casework_names.size();

/// Whether the job centre has a case of an adult on a status: benefits with a course of contact
/// (kontaktforløb) or a follow-up there. Who has a flex job, a pension, a student grant or leave
/// has none.
constexpr bool has_job_centre_case(LabourStatus status) noexcept {
  switch (status) {
    case LabourStatus::unemployment:
    case LabourStatus::sickness:
    case LabourStatus::cash_benefit:
    case LabourStatus::education_benefit:
    case LabourStatus::integration_benefit:
    case LabourStatus::resource_course:
    case LabourStatus::rehabilitation:
    case LabourStatus::flex_waiting:
      return true;
    case LabourStatus::ordinary_job:
    case LabourStatus::flexjob:
    case LabourStatus::education:
    case LabourStatus::parental_leave:
    case LabourStatus::disability_pension:
    case LabourStatus::self_supporting:
      return false;
  }
  return false;
}

/// Whether an adult's service is granted and followed up by the social services under serviceloven.
/// Alcohol and psychiatric treatment are health services that one asks for oneself; employment
/// measures are the job centre's.
constexpr bool has_adult_case(AdultService service) noexcept {
  switch (service) {
    case AdultService::social_pedagogical_support:
    case AdultService::substance_treatment:
    case AdultService::shelter:
    case AdultService::crisis_centre:
    case AdultService::adult_residential:
      return true;
    case AdultService::employment_measure:
    case AdultService::mentor:
    case AdultService::wage_subsidy:
    case AdultService::alcohol_treatment:
    case AdultService::psychiatric_treatment:
      return false;
  }
  return false;
}

/// A family's year, member by member, in one arm or in several side by side. A member has at most
/// one case of each kind in a week, whatever it is for.
template <std::size_t L>
class OpenCasesIn {
 public:
  void clear() noexcept {
    for (std::size_t kind = 0; kind < casework_count; ++kind) {
      of_member_[kind] = 0;
      digits_[kind] = 0;
    }
  }
  /// In some arms the member at hand has a case open in these weeks.
  void open(LaneSet in, Casework kind, WeekSpan weeks) noexcept {
    Words<L>& of_member = of_member_[index_of(kind)];
    of_member = of_member | words_in<L>(in, static_cast<std::int64_t>(week_bits(weeks)));
  }
  /// Weeks of the member at hand, as bits.
  const Words<L>& of_member(Casework kind) const noexcept { return of_member_[index_of(kind)]; }
  /// Adds the cases of the member at hand to the family's; the next member has none yet.
  void finish_member() noexcept {
    for (std::size_t kind = 0; kind < casework_count; ++kind) {
      Words<L> carried = of_member_[kind];
      std::size_t digit = 0;
      for (; any(carried); ++digit) {
        if (digit == digits_[kind]) of_family_[kind][digits_[kind]++] = 0;
        Words<L>& sum = of_family_[kind][digit];
        const Words<L> both = sum & carried;
        sum = sum ^ carried;
        carried = both;
      }
      if (digit > 0) of_member_[kind] = 0;
    }
  }
  /// Case-weeks of one kind in an arm, over all members, within some weeks.
  int case_weeks(Casework kind, WeekSpan within, std::size_t arm = 0) const noexcept {
    const std::uint64_t weeks = week_bits(within);
    int sum = 0;
    for (std::size_t digit = 0; digit < digits_[index_of(kind)]; ++digit) {
      const std::int64_t with_digit = at(of_family_[index_of(kind)][digit], arm);
      sum += std::popcount(static_cast<std::uint64_t>(with_digit) & weeks) << digit;
    }
    return sum;
  }

 private:
  static constexpr std::size_t most_digits = 6;  ///< Of a family of up to 32 members.

  /// A bit per week; of the family one word per binary digit of the number of cases.
  std::array<Words<L>, casework_count> of_member_{};
  std::array<std::array<Words<L>, most_digits>, casework_count> of_family_{};
  std::array<std::uint8_t, casework_count> digits_{};  ///< That any case has needed.
};
using OpenCases = OpenCasesIn<1>;

}  // namespace samspil
