#include "model/appraisal/break_even.hpp"
#include "model/result/run_parts.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

template <class ValueOf>
Json by_budget(const ValueOf& value_of) {
  Json all = Json::object();
  for (std::size_t i = 0; i < budget_count; ++i) all[std::string{budget_name(i)}] = value_of(i);
  return all;
}

Json people_json(const std::optional<PeopleMoved>& moved) {
  if (!moved) return nullptr;
  return {{"parent_years_in_work", moved->work_years},
          {"placement_years_avoided", moved->placement_years}};
}

std::optional<double> one_root(const Root& root) {
  return root.kind == RootKind::one ? root.at : std::nullopt;
}

Json status_of(const Root& root) { return root_kind_names[index_of(root.kind)]; }

Json root_json(const BreakEvenCurve& curve, std::size_t budget, std::optional<double> as_stated) {
  const Root& root = curve.roots[budget];
  const auto at = one_root(root);
  return {{"status", status_of(root)},
          {"multiplier", or_null(at)},
          {"lever_value", at && as_stated ? Json(*at * *as_stated) : Json()},
          {"rises", at ? Json(root.rises) : Json()},
          {"people_moved", people_json(people_at(curve, at))}};
}

Json curve_json(const BreakEvenCurve& curve, std::optional<double> as_stated) {
  return {{"as_stated", or_null(as_stated)},
          {"multipliers", curve.at},
          {"net_result", by_budget([&](std::size_t b) { return curve.net[b]; })},
          {"people_moved", curve.people.empty() ? Json() : list_of(curve.people, people_json)},
          {"roots", by_budget([&](std::size_t b) { return root_json(curve, b, as_stated); })}};
}

Json lived_json(const std::optional<LivedMultiplier>& lived) {
  if (!lived) return nullptr;
  return {{"multiplier", lived->multiplier},
          {"net_result", by_budget([&](std::size_t b) { return lived->net[b]; })},
          {"residual", lived->net[index_of(Purse::all_public)]},
          {"standard_error", or_null(lived->public_error)},
          {"people_moved", people_json(lived->people)}};
}

Json ratio_json(const Strategy& strategy, const NeededRatio& needed) {
  const Effect& effect = strategy.effects[needed.effect];
  return {{"hook", hook_names[index_of(effect.hook)]},
          {"observed",
           effect.design != Design::none && effect.observed > 0 ? Json(effect.observed) : Json()},
          {"design", design_names[index_of(effect.design)]},
          {"where", effect.where_en},
          {"where_da", effect.where_da},
          {"centre", effect.centre},
          {"needed_together", or_null(needed.together)},
          {"needed_alone", or_null(needed.alone)}};
}

Json expect_json(const Report& report, const std::optional<ExpectedEffect>& expected) {
  if (!expected) return nullptr;
  const Expectation& expect = *report.scenario.expect;
  Json all{{"parents_in_work_per_100", expect.parents_in_work_per_100},
           {"year", calendar_year(report.scenario, expect.year)},
           {"status", status_of(expected->root)},
           {"multiplier", or_null(one_root(expected->root))},
           {"reached", expected->reached.empty() ? Json() : Json(expected->reached)},
           {"check", lived_json(expected->lived)}};
  all["reached_in_check"] = expected->lived ? Json(expected->lived->expected) : Json();
  return all;
}

}  // namespace

Json break_even_document(const Report& report, std::size_t strategy) {
  if (report.break_even.empty()) return nullptr;
  const StrategyBreakEven& of = report.break_even[strategy];
  const Strategy& stated = report.scenario.strategies[strategy];
  Json all = by_name(axis_names, [&](std::size_t axis) {
    std::optional<double> as_stated;
    if (static_cast<Axis>(axis) == Axis::caseload) as_stated = stated.levers.caseload.value;
    if (static_cast<Axis>(axis) == Axis::duration) as_stated = stated.levers.duration_years.value;
    return curve_json(of.curves[axis], as_stated);
  });
  all["check"] = lived_json(of.check);
  all["ratios"] =
      list_of(of.ratios, [&](const NeededRatio& needed) { return ratio_json(stated, needed); });
  all["expect"] = expect_json(report, of.expect);
  return all;
}

Json break_even_multiplier(const Report& report, std::size_t strategy, std::size_t budget) {
  if (report.break_even.empty() || report.break_even[strategy].drawn.empty()) return nullptr;
  const StrategyBreakEven& of = report.break_even[strategy];
  const Root& root = of.of(Axis::effects).roots[budget];
  const auto& drawn = of.drawn[budget];
  const auto figure = [&](const auto& value) { return drawn ? Json(value) : Json(); };
  return {{"value", or_null(one_root(root))},
          {"status", status_of(root)},
          {"p05", drawn ? or_null(drawn->p05) : Json()},
          {"p50", drawn ? or_null(drawn->p50) : Json()},
          {"p95", drawn ? or_null(drawn->p95) : Json()},
          {"share_with_root", figure(drawn ? drawn->with_root : 0)},
          {"share_saves_throughout", figure(drawn ? drawn->above : 0)},
          {"share_not_within", figure(drawn ? drawn->below : 0)}};
}

}  // namespace samspil
