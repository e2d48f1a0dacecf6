/// \file
/// Services of an adult that run whatever the labour status, inside a year.
#include "model/dynamics/services_beside.hpp"

namespace samspil {
namespace {

std::size_t need_bits_of(const Person& person) noexcept {
  const ServiceNeed need = need_of(person);
  return need.mental_disorder + 2U * need.alcohol_abuse + 4U * need.drug_abuse + 8U * need.violence;
}

/// Which services may start or stop in some of the arms, by the first bits.
template <std::size_t L>
unsigned may_move(const FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, std::size_t need_bits,
                  unsigned running) noexcept {
  const float scale = limit_scale(span.days());
  const auto start_ratios = lanes_of(start_hooks(y.most_hooks()), y.family.state.frailty * scale);
  const auto stop_ratios = lanes_of(stop_hooks(y.most_hooks()), scale);
  return may_switch<adult_service_count>(life.asker, Question::service_move, life.birthdays,
                                         running, y.tables.service_limits[need_bits], start_ratios,
                                         y.tables.service_stop_limits, stop_ratios);
}

/// Most services neither start nor stop, which the first bits tell.
template <std::size_t L>
void live_alike(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, Bundle<L>& arms) {
  const Person& lead = y.person(life.row, arms.lead());
  const std::size_t need_bits = need_bits_of(lead);
  const unsigned running = lead.services.bits();
  const unsigned moving = may_move(y, life, span, need_bits, running) & other_bits;
  if (((running | moving) & other_bits) == 0) return;
  Spells<L>& spells = y.space.spells;
  spells.clear();
  const unsigned runs_on = live_services(
      y, arms, life.asker, DaySpans<L>{span.begin, span.end}, running & other_bits, moving,
      life.birthdays, spells, [&](AdultService service, const HookRatios& hooks) {
        return y.tables.service_start[need_bits][index_of(service)] *
               (y.frailty() * adult_start_hook(service, hooks));
      });
  for (const Spell<L>& spell : spells) {
    book_service(y, arms.lanes(), life.row, static_cast<AdultService>(spell.of), spell.days);
  }
  const bool moved = ((running ^ runs_on) & other_bits) != 0;
  for_each_bit(arms.lanes(), [&](std::size_t lane) {
    put(y.person(life.row, lane).services, other_bits, runs_on);
    y.work.events += moved;
  });
}

template <std::size_t L>
void live_adult_services_in(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int /*age*/) {
  if (span.days() <= 0) return;
  const auto key_of = [&](std::size_t lane) {
    const Person& person = y.person(life.row, lane);
    return std::uint64_t{person.services.bits() & other_bits} << 4U | need_bits_of(person);
  };
  in_bundles<L>(y.arms, key_of, [&](Bundle<L>& arms) { live_alike(y, life, span, arms); });
}

}  // namespace

SAMSPIL_WIDE(live_adult_services, live_adult_services_in);

}  // namespace samspil
