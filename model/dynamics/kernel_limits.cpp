/// \file
/// The base rates of neighbouring questions side by side, for comparing first bits with limits
/// sixteen at a time.
#include "model/dynamics/family_year.hpp"

namespace samspil {
namespace {

// Chance has room for more than the records have: these are to be widened before a state is added.
static_assert(labour_status_count <= 16 && child_measure_count <= 16 && adult_service_count <= 16,
              "Flags hold 16 bits");
static_assert(place_count <= 8, "PersonYear::places holds 8 bits");

/// Sets the rate of number i.
template <std::size_t fours>
void set(std::array<FourFloats, fours>& limits, std::size_t i, double rate) noexcept {
  limits[i / 4][i % 4] = rounded_up(rate);
}
/// Sets the rate of a question in the limits of its block.
void set(BlockLimits& limits, Question question, double rate) noexcept {
  set(limits, byte_of(question), rate);
}

/// Sixteen ages and sexes stand for the groups of new_year_group.
constexpr std::array<int, 6> age_of_group{0, 15, 18, 30, 40, 45};

}  // namespace

void KernelTables::fill_limits() {
  for (std::size_t from = 0; from < labour_status_count; ++from) {
    for (std::size_t to = 0; to < labour_status_count; ++to) {
      set(labour_limits[from], to, p.labour.rate[from][to]);
    }
    for (std::size_t i = 0; is_activation(static_cast<AdultService>(i)); ++i) {
      activation_limits[from][i] =
          rounded_up(p.adult_services.start[i] * p.adult_services.activation[from]);
    }
  }
  for (std::size_t i = 0; i < place_count; ++i) {
    for (std::size_t j = 0; j < place_count; ++j) {
      const auto from = static_cast<Place>(i);
      const auto to = static_cast<Place>(j);
      set(place_limits[i][index_of(place_move(from, to))], j, p.placement.rate[i][j]);
    }
  }
  for (std::size_t i = 0; i < child_measure_count; ++i) {
    for (std::size_t need = 0; need < measure_limits.size(); ++need) {
      set(measure_limits[need], i, measure_start[need][i]);
    }
    set(measure_stop_limits, i, p.measures.stop[i]);
  }
  for (std::size_t i = 0; i < adult_service_count; ++i) {
    const auto service = static_cast<AdultService>(i);
    for (std::size_t need = 0; need < service_limits.size(); ++need) {
      set(service_limits[need], i, is_activation(service) ? 0.0 : service_start[need][i]);
    }
    set(service_stop_limits, i, p.adult_services.stop[i]);
  }
}

void KernelTables::fill_new_year_limits() {
  for (const Sex sex : {Sex::woman, Sex::man}) {
    for (const bool child : {false, true}) {
      for (const int age : age_of_group) {
        BlockLimits& limits = new_year_limits[new_year_group(sex, child, age)];
        Person person;
        person.sex = sex;
        for (std::size_t i = 0; i < condition_count; ++i) {
          const auto condition = static_cast<Condition>(i);
          set(limits, about(Question::condition_move, condition),
              condition_onset(condition, person, age, 1.0, p.conditions));
        }
        set(limits, Question::death, death_rate(age, p.demography));
        if (age < 18) continue;
        set(limits, Question::agency_up, p.family.agency_up);
        set(limits, Question::agency_down, p.family.agency_down);
        if (child) set(limits, Question::leave_home, p.demography.leave_home_from_18);
        if (!child && sex == Sex::woman && age <= p.demography.birth_last_age) {
          set(limits, Question::birth, birth_rate(age, p.demography));
        }
      }
    }
  }
}

}  // namespace samspil
