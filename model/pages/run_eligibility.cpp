#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

constexpr int oldest = 22;

std::string statuses(const View& view, const Json& names) {
  std::string list;
  for (const Json& name : names) {
    list += (list.empty() ? "" : " / ") + view.label("labour_status", name.get<std::string>());
  }
  return list;
}

/// "with a child of 6 to 12 years; with no child placed".
std::string in_words(const View& view, const Json& conditions) {
  std::string all;
  const auto add = [&](const std::string& one) { all += (all.empty() ? "" : "; ") + one; };
  const int from = conditions.at("age_from"), to = conditions.at("age_to");
  if (from > 0 || to < oldest) add(view.say("eligible.ages", from, to));
  const int children = conditions.at("children");
  if (children > 1) add(view.say("eligible.children", children));
  if (conditions.at("both_parents").get<bool>()) add(view.text("eligible.both_parents"));
  const Json& placed = conditions.at("placed");
  if (!placed.is_null()) {
    add(view.text(placed.get<bool>() ? Key{"eligible.placed"} : Key{"eligible.not_placed"}));
  }
  const Json& parent_on = conditions.at("parent_on");
  if (!parent_on.empty()) add(view.say("eligible.parent_on", statuses(view, parent_on)));
  if (conditions.at("joint_cases").get<bool>()) add(view.text("eligible.joint_cases"));
  return all;
}

}  // namespace

void write_eligibility(Page& page, const View& view, const Json& strategy) {
  const Json& eligibility = strategy.at("eligibility");
  if (eligibility.is_null()) return;
  std::string all;
  for (const Json& conditions : eligibility.at("conditions")) {
    const std::string one = in_words(view, conditions);
    if (!one.empty()) all += (all.empty() ? "" : "; ") + one;
  }
  if (all.empty()) all = view.text("eligible.any_child");
  const Json& own = view.document.at("municipality");
  const Json& families = own.is_null() ? view.document.at("families") : own.at("families");
  page.sentence(view.say("eligible.line", all, view.number(eligibility.at("families"), 0),
                         view.number(families, 0), view.percent(eligibility.at("share"), 1)));
}

}  // namespace samspil
