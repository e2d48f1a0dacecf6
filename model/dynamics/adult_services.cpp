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
  const unsigned runs_on =
      live_services(y, arms, life.asker, DaySpans<L>{span.begin, span.end}, running & other_bits,
                    moving, life.birthdays, spells, [&](AdultService service) {
                      return y.tables.service_start[need_bits][index_of(service)] *
                             (y.frailty() * adult_start_hook(service, y.hooks));
                    });
  for (const Spell<L>& spell : spells) {
    book_service(y, arms.lanes(), life.row, static_cast<AdultService>(spell.of), spell.days);
  }
  if (((running ^ runs_on) & other_bits) == 0) return;
  for_each_bit(arms.lanes(), [&](std::size_t lane) {
    put(y.person(life.row, lane).services, other_bits, runs_on);
    ++y.work.events;
  });
}

template <std::size_t L>
void live_adult_services_in(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int /*age*/) {
  if (span.days() <= 0) return;
  const auto alike_with = [&](std::size_t lead) {
    const MemberLanes<L>& who = y.space.members[life.row];
    return alike(who.services, lead, other_bits) & alike(who.conditions, lead);
  };
  in_bundles<L>(y.arms, alike_with, [&](Bundle<L>& arms) { live_alike(y, life, span, arms); });
}

}  // namespace

template <std::size_t L>
void live_adult_services(FamilyYearIn<L>& y, LifeIn<L>& life, DaySpan span, int age) {
  run_in<L>(y.tables.isa, [&] { live_adult_services_in(y, life, span, age); });
}
SAMSPIL_OF_MEMBER(live_adult_services);

}  // namespace samspil
