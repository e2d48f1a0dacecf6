#include "model/result/strategy_difference.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "model/core/names.hpp"
#include "model/inputs/lever_slots.hpp"

namespace samspil {
namespace {

/// What both strategies say under one name, in lists by what it is.
class Differences {
 public:
  Json found = {{"levers", Json::array()}, {"elements", Json::array()}, {"effects", Json::array()}};
  Json same = {{"levers", 0}, {"elements", 0}, {"effects", 0}};

  void add(const char* list, Json named, Json left, Json right) {
    if (left == right) {
      same[list] = same[list].get<int>() + 1;
      return;
    }
    named["left"] = std::move(left);
    named["right"] = std::move(right);
    found[list].push_back(std::move(named));
  }

  /// Rows of both lists by name: those of the left first, then those that the right has alone.
  template <class Row, class NameOf, class Tell>
  void pair_up(const char* list, const std::vector<Row>& left, const std::vector<Row>& right,
               const NameOf& name_of, const Tell& tell) {
    const auto told_in = [&](const std::vector<Row>& rows, const Json& name) {
      const auto at = std::find_if(rows.begin(), rows.end(),
                                   [&](const Row& row) { return name_of(row) == name; });
      return at == rows.end() ? Json() : tell(*at);
    };
    for (const Row& row : left) add(list, name_of(row), tell(row), told_in(right, name_of(row)));
    for (const Row& row : right) {
      const Json name = name_of(row);
      if (told_in(left, name).is_null()) add(list, name, nullptr, tell(row));
    }
  }
};

Json graded(double value, Grade grade) {
  return {{"value", value}, {"grade", grade_names[index_of(grade)]}};
}

void add_levers(const Levers& left, const Levers& right, Differences& to) {
  const auto add = [&](std::string_view name, const auto& of) {
    to.add("levers", {{"name", name}}, of(left), of(right));
  };
  add("role", [](const Levers& l) { return Json(coordination_role_names[index_of(l.role)]); });
  add("authority", [](const Levers& l) { return Json(l.authority); });
  add("order", [](const Levers& l) { return Json(measure_order_names[index_of(l.order)]); });
  for (const LeverSlot& slot : lever_slots) {
    add(slot.name, [&slot](const Levers& levers) {
      const Quantity& stated = levers.*slot.quantity;
      return is_stated(stated) ? graded(stated.value, stated.grade) : Json();
    });
  }
}

Json name_of_effect(const Effect& effect) {
  Json targets = Json::array();
  const auto names = target_names(target_kind(effect.hook));
  for_each_target(effect.targets, [&](std::size_t i) { targets.push_back(names[i]); });
  return {{"hook", hook_names[index_of(effect.hook)]},
          {"channel", channel_names[index_of(effect.channel)]},
          {"component", component_names[index_of(effect.component)]},
          {"targets", targets}};
}

Json told_effect(const Effect& effect) {
  Json told{{"weak", effect.weak}, {"centre", effect.centre}, {"strong", effect.strong}};
  if (effect.component != Component::whole) told["reference"] = effect.reference;
  told["grade"] = grade_names[index_of(effect.grade)];
  return told;
}

Json titled(const Strategy& strategy) {
  return {{"id", strategy.id}, {"title", strategy.title_en}, {"title_da", strategy.title_da}};
}

}  // namespace

Json strategy_difference(const Strategy& left, const Strategy& right) {
  Differences to;
  add_levers(left.levers, right.levers, to);
  to.pair_up(
      "elements", left.elements, right.elements,
      [](const CoreElement& element) {
        return Json{{"name", element.name}};
      },
      [](const CoreElement& element) {
        Json told = graded(element.fidelity.value, element.fidelity.grade);
        told.update({{"lost", element.lost}, {"weight", element.weight}});
        return told;
      });
  to.pair_up("effects", left.effects, right.effects, name_of_effect, told_effect);
  Json document{{"format", 1}, {"left", titled(left)}, {"right", titled(right)}};
  document.update(to.found);
  document["same"] = to.same;
  return document;
}

}  // namespace samspil
