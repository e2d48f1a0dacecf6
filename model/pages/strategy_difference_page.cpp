#include "model/pages/strategy_difference_page.hpp"

#include "model/pages/document_view.hpp"

namespace samspil {
namespace {

std::string graded(const View& view, const std::string& value, const Json& of) {
  return fmt::format("{} ({})", value, view.label("grade", of.at("grade").get<std::string>()));
}

std::string lever(const View& view, const Json& name, const Json& value) {
  if (value.is_boolean()) return view.text(value == true ? Key{"compare.has"} : "compare.has_not");
  if (!value.is_string()) return graded(view, view.short_number(value.at("value"), 4), value);
  return view.label(name == "role" ? "role" : "measure_order", value.get<std::string>());
}

std::string element(const View& view, const Json& value) {
  return fmt::format("{}; {}", graded(view, view.short_number(value.at("value"), 4), value),
                     view.say("compare.lost_and_weight", value.at("lost").dump(),
                              view.short_number(value.at("weight"), 4)));
}

std::string effect(const View& view, const Json& value) {
  const auto digits = [&](const char* key) { return view.short_number(value.at(key), 4); };
  std::string ratios =
      fmt::format("{} / {} / {}", digits("weak"), digits("centre"), digits("strong"));
  if (value.contains("reference")) ratios += " @ " + digits("reference");
  return graded(view, ratios, value);
}

std::string name_of_effect(const View& view, const Json& row) {
  const auto word = [&](const char* group, const Json& name) {
    return view.label(group, name.get<std::string>());
  };
  std::string name =
      fmt::format("{} [{}", word("hook", row.at("hook")), word("channel", row.at("channel")));
  if (row.at("component") != "whole") name += ", " + word("lever", row.at("component"));
  for (const Json& target : row.at("targets")) name += ", " + word("service", target);
  return name + "]";
}

std::string name_of_lever(const View& view, const Json& row) {
  const std::string name = row.at("name");
  if (name == "role") return view.text("compare.role");
  if (name == "authority") return view.text("compare.authority");
  if (name == "order") return view.text("compare.order");
  return view.label("lever", name) + " (" + name + ")";
}

/// Each difference by its name, both values below it.
template <class NameOf, class Tell>
void write_list(Page& page, const View& view, Key heading, const char* list, const NameOf& name_of,
                const Tell& tell) {
  const Json& rows = view.document.at(list);
  if (rows.empty()) return;
  page.blank();
  page.sentence(view.text(heading));
  for (const Json& row : rows) {
    page.hanging("  " + name_of(row), 4);
    for (const char* side : {"left", "right"}) {
      const std::string id = view.document.at(side).at("id");
      const Json& value = row.at(side);
      page.sentence(
          id + ": " + (value.is_null() ? view.text("compare.not_there") : tell(row, value)), 6);
    }
  }
}

}  // namespace

Page strategy_difference_page(const Json& difference, Language language) {
  const View view{difference, language};
  Page page;
  page.sentence(view.say("compare.differ", short_title(view, difference.at("left")),
                         short_title(view, difference.at("right"))));
  write_list(
      page, view, "compare.levers", "levers",
      [&](const Json& row) { return name_of_lever(view, row); },
      [&](const Json& row, const Json& value) { return lever(view, row.at("name"), value); });
  write_list(
      page, view, "compare.elements", "elements",
      [](const Json& row) { return row.at("name").get<std::string>(); },
      [&](const Json&, const Json& value) { return element(view, value); });
  write_list(
      page, view, "compare.effects", "effects",
      [&](const Json& row) { return name_of_effect(view, row); },
      [&](const Json&, const Json& value) { return effect(view, value); });
  page.blank();
  if (difference.at("levers").empty() && difference.at("elements").empty() &&
      difference.at("effects").empty()) {
    page.sentence(view.text("compare.no_difference"));
  }
  const Json& same = difference.at("same");
  page.sentence(view.say("compare.same_rest", same.at("levers").dump(), same.at("elements").dump(),
                         same.at("effects").dump()));
  page.sentence(view.text("compare.enrolment_note"));
  return page;
}

}  // namespace samspil
