#include "model/measurement/clock_rules.hpp"

#include <numeric>

namespace samspil {
namespace {

template <class Value>
LessSameMore change(std::span<const ChildMeasures> children, Value value) noexcept {
  LessSameMore change;
  for (const ChildMeasures& child : children) {
    const auto first = value(child, StudyClock::start);
    const auto last = value(child, StudyClock::exit);
    ++(last < first ? change.less : last > first ? change.more : change.same);
  }
  return change;
}

}  // namespace

SupportCount count_support(std::span<const ParentRecord> parents, StudyClock clock) noexcept {
  SupportCount count;
  for (const ParentRecord& parent : parents)
    ++count.by_type[index_of(parent.support[index_of(clock)])];
  const auto of = [&](Support support) { return count.by_type[index_of(support)]; };
  count.recipients = static_cast<int>(parents.size()) - of(Support::none);
  count.subset = of(Support::cash_benefit) + of(Support::integration_benefit) +
                 of(Support::sickness_or_unemployment);
  return count;
}

WorkCount count_work(std::span<const ParentRecord> parents) noexcept {
  WorkCount count;
  for (const ParentRecord& parent : parents) {
    count.began += parent.began;
    count.still += parent.began && parent.still_at_exit;
  }
  return count;
}

CaseCount count_cases(std::span<const CaseRecord> cases) noexcept {
  CaseCount count;
  int at_start = 0;
  for (const CaseRecord& record : cases) {
    at_start += record.open_at_start;
    count.opened += record.opened && !record.open_at_start;
    if (!record.closed_by) continue;
    ++count.closed[index_of(*record.closed_by)];
    ++count.closed_in_all;
    count.reopened_at_exit += record.open_at_exit;
    count.reopened_after += !record.open_at_exit && record.open_after;
  }
  const int during = at_start - count.closed_in_all + count.opened;
  const int at_exit = during + count.reopened_at_exit;
  count.open = {at_start, during, at_exit, at_exit + count.reopened_after};
  return count;
}

FamilyCount count_families(std::span<const ProjectExit> exits) noexcept {
  FamilyCount count;
  for (const ProjectExit exit : exits) ++count.by_exit[index_of(exit)];
  count.took_part = static_cast<int>(exits.size());
  count.left = count.took_part - count.by_exit[index_of(ProjectExit::active)];
  return count;
}

LessSameMore change_in_number(std::span<const ChildMeasures> children) noexcept {
  return change(children, [](const ChildMeasures& child, StudyClock clock) {
    return child.home_based[index_of(clock)];
  });
}

LessSameMore change_in_intensity(std::span<const ChildMeasures> children) noexcept {
  return change(children, [](const ChildMeasures& child, StudyClock clock) {
    return to_underlying(child.step[index_of(clock)]);
  });
}

}  // namespace samspil
