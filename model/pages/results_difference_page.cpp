#include "model/pages/results_difference_page.hpp"

#include "model/pages/document_view.hpp"

namespace samspil {
namespace {

void write_differences(Page& page, const View& view, Key heading, const Json& differences) {
  if (differences.empty()) return;
  page.heading(view.text(heading));
  for (const Json& d : differences) {
    const Json &before = d.at("before"), &after = d.at("after");
    std::string text = d.at("name").get<std::string>() + ": ";
    if (!before.is_null() && !after.is_null()) {
      text += before.get<std::string>() + " -> " + after.get<std::string>();
    } else {
      const std::string only = before.is_null() ? after : before;
      text += view.say("evidence.only_in", before.is_null() ? "B" : "A");
      if (!only.empty() && only != d.at("name")) text += " (" + only + ")";
    }
    page.sentence(text);
  }
}

void write_net(Page& page, const View& view, const Json& net) {
  if (net.empty()) return;
  Table table;
  table.row(view.text("evidence.both_net_results"), {"A", "B", view.text("evidence.difference")});
  for (const auto& [strategy, sides] : net.items()) {
    const Json &before = sides.at("before"), &after = sides.at("after");
    for (const char* purse : {"municipality", "public"}) {
      const auto kroner = [purse](const Json& side) { return side.at(purse).get<double>(); };
      const auto cell = [&](const Json& side) {
        return side.is_null() ? std::string{"-"} : number(kroner(side) / 1000, 0, view.language);
      };
      const std::string change =
          before.is_null() || after.is_null()
              ? std::string{"-"}
              : signed_number((kroner(after) - kroner(before)) / 1000, 0, view.language);
      table.row(view.say("evidence.net_result_of", strategy, purse_label(view, purse)),
                {cell(before), cell(after), change}, 2);
    }
  }
  page.blank();
  page.add(table);
}

}  // namespace

Page results_difference_page(const Json& difference, Language language) {
  const View view{difference, language};
  const std::string before = difference.at("results_hash").at("before");
  const std::string after = difference.at("results_hash").at("after");
  Page page;
  page.sentence(before == after ? view.say("evidence.same_results", before)
                                : view.say("evidence.other_results", before, after));
  if (difference.at("differences").empty()) page.sentence(view.text("evidence.same_inputs"));
  for (const Json& name : difference.at("reworded")) {
    page.sentence(view.say("evidence.reworded", name.get<std::string>()));
  }
  write_differences(page, view, "evidence.differ_in", difference.at("settings"));
  write_differences(page, view, "evidence.inputs_differ", difference.at("differences"));
  write_net(page, view, difference.at("net_result"));
  return page;
}

}  // namespace samspil
