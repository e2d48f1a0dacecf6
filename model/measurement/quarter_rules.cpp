#include "model/measurement/quarter_rules.hpp"

#include <algorithm>
#include <cmath>

#include "model/measurement/study_result.hpp"
#include "model/population/service_of.hpp"

namespace samspil {
namespace {

/// Index of the first quarter of the before-window, which ends with the last before the team.
constexpr std::size_t first_before(TeamItem item) noexcept {
  return item == TeamItem::prevention || item == TeamItem::placement ? 2 : 0;
}

std::optional<TeamItem> item_of(ChildMeasure measure) noexcept {
  switch (measure) {
    case ChildMeasure::early_prevention:
    case ChildMeasure::respite:
      return TeamItem::prevention;
    case ChildMeasure::additional_costs:
      return TeamItem::additional_costs;
    case ChildMeasure::lost_earnings:
      return TeamItem::lost_earnings;
    default:
      return std::nullopt;
  }
}

std::optional<std::pair<TeamItem, Service>> item_of(const DiaryEntry& entry) noexcept {
  if (entry.kind == DiaryKind::place) {
    const auto service = service_of(static_cast<Place>(entry.which));
    return service ? std::optional{std::pair{TeamItem::placement, *service}} : std::nullopt;
  }
  if (entry.kind != DiaryKind::measure) return std::nullopt;
  const auto measure = static_cast<ChildMeasure>(entry.which);
  const auto item = item_of(measure);
  return item ? std::optional{std::pair{*item, service_of(measure)}} : std::nullopt;
}

}  // namespace

std::optional<PricedItem> priced_item(const DiaryEntry& entry, const Catalogue& catalogue) {
  const auto item = item_of(entry);
  if (!item) return std::nullopt;
  const double price = catalogue.rows[index_of(item->second)].price.value;
  return PricedItem{item->first, static_cast<Ore>(std::llround(price)),
                    item->first != TeamItem::placement};
}

void add_year(std::span<const DiaryEntry> diary, std::uint8_t member, std::uint16_t cost_factor,
              std::size_t year, const Catalogue& catalogue, QuarterCosts& costs) {
  for (const DiaryEntry& entry : diary) {
    if (entry.member != member) continue;
    const auto item = priced_item(entry, catalogue);
    if (!item) continue;
    const bool is_grant =
        item->item == TeamItem::additional_costs || item->item == TeamItem::lost_earnings;
    const Ore each = item->price * (is_grant ? 100 : Ore{cost_factor});
    for (int quarter = 0; quarter < 4; ++quarter) {
      const DaySpan days{std::max(entry.days.begin, quarter * days_per_quarter),
                         std::min(entry.days.end, (quarter + 1) * days_per_quarter)};
      if (days.days() <= 0) continue;
      costs[index_of(item->item)][4 * year + static_cast<std::size_t>(quarter)] +=
          each * (item->by_week ? weeks_in(days) : days.days());
    }
  }
}

double item_cost(std::span<const QuarterCosts> group, TeamItem item, std::size_t quarter) noexcept {
  Ore sum = 0;
  for (const QuarterCosts& child : group) sum += child[index_of(item)][quarter];
  return static_cast<double>(sum) / 100.0;
}

int children_with_grant(std::span<const QuarterCosts> group, std::size_t quarter) noexcept {
  return static_cast<int>(
      std::count_if(group.begin(), group.end(), [quarter](const QuarterCosts& child) {
        return std::any_of(child.begin(), child.end(),
                           [quarter](const auto& item) { return item[quarter] > 0; });
      }));
}

double per_child_with_grant(double kroner, int children) noexcept {
  return children == 0 ? no_figure : kroner / children;
}

BeforeAfter before_after(std::span<const QuarterCosts> group, TeamItem item,
                         std::size_t after_quarter) noexcept {
  const auto per_child = [&](std::size_t quarter) {
    return per_child_with_grant(item_cost(group, item, quarter),
                                children_with_grant(group, quarter));
  };
  BeforeAfter result;
  const std::size_t first = first_before(item);
  const auto quarters = static_cast<double>(quarters_before - first);
  for (std::size_t quarter = first; quarter < quarters_before; ++quarter) {
    result.before += item_cost(group, item, quarter) / quarters;
    result.before_per_child += per_child(quarter) / quarters;
  }
  result.after = item_cost(group, item, after_quarter);
  result.after_per_child = per_child(after_quarter);
  return result;
}

}  // namespace samspil
