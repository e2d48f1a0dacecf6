#include "model/pages/report_parts.hpp"

namespace samspil {
namespace {

struct Kind {
  const char* name;  ///< In the document, and of the words.
  Key fewer_or_more, of, axis;
};

constexpr const char* status_found = "found";

std::string people(const ReportView& view, const Json& number) {
  return view.number(number, number < 10.0 ? 1 : 0);
}

std::string moved(const ReportView& view, const Json& number) {
  return with_minus(signed_number(number, 1, view.language));
}

/// "1.5 fewer placed children"; why not, where none is found.
std::string headline(const ReportView& view, const Kind& kind, const Json& of) {
  if (of.at("needed").is_null()) {
    const std::string status = of.at("status");
    if (status == "saves_throughout") return view.text("report.needs_nobody");
    return view.say("report.not_within", view.label("needed", kind.name));
  }
  return people(view, of.at("needed")) + ' ' + view.text(kind.fewer_or_more);
}

PeopleNeeded need(const ReportView& view, const Kind& kind, const Json& of) {
  PeopleNeeded all;
  const bool is_found = !of.at("needed").is_null();
  if (is_found) {
    all.says = {{people(view, of.at("needed")), true, "trace-needed"},
                {' ' + view.text(kind.fewer_or_more)}};
    all.needed = of.at("needed");
    all.needed_label = view.say("report.break_even_at", people(view, of.at("needed")));
  } else {
    all.says = plain(headline(view, kind, of));
  }
  if (!of.at("baseline").is_null()) {
    all.of = of.at("baseline");
    all.note = view.say(kind.of, people(view, of.at("baseline")), target_families(view));
  }
  if (!is_found && !of.at("searched_to").is_null()) {
    all.note += (all.note.empty() ? "" : "; ") +
                view.say("report.searched_to", moved(view, of.at("searched_to")));
  }
  if (!of.at("centre").is_null()) {
    const double weak = of.at("weak"), strong = of.at("strong");
    all.moved = {std::min(weak, strong), of.at("centre").get<double>(), std::max(weak, strong),
                 std::nullopt};
    all.moved_label = view.say("report.estimate_at", moved(view, of.at("centre")));
    const Key key = is_found ? Key{"report.needed_spoken"} : Key{"report.not_needed_spoken"};
    all.spoken = view.say(key, headline(view, kind, of), moved(view, of.at("centre")),
                          moved(view, of.at("weak")), moved(view, of.at("strong")));
  } else {
    all.spoken = headline(view, kind, of);
  }
  all.axis_label = view.text(kind.axis);
  return all;
}

Table data(const ReportView& view, const std::vector<Kind>& kinds) {
  Table table;
  table.row(
      view.text("report.people_a_year"),
      {view.text("report.needed"), view.text("report.of_how_many"), view.text("run.weak_effect"),
       view.text("run.centre_effect"), view.text("run.strong_effect")});
  for (const Kind& kind : kinds) {
    const Json& of = view.strategy.at("needed_people").at(kind.name);
    Cells cells;
    for (const char* figure : {"needed", "baseline", "weak", "centre", "strong"}) {
      const Json& value = of.at(figure);
      cells.push_back(value.is_null()
                          ? Cell{"–"}
                          : Cell{with_minus(view.number(value, 1)), value.get<double>()});
    }
    table.row(view.text(kind.axis), std::move(cells));
  }
  return table;
}

/// "or" between what is found; else that neither is enough.
std::string heading(const ReportView& view, const std::vector<Kind>& kinds) {
  std::vector<std::string> found;
  for (const Kind& kind : kinds) {
    const Json& of = view.strategy.at("needed_people").at(kind.name);
    if (of.at("status") == "saves_throughout") return view.text("report.needs_nobody");
    if (!of.at("needed").is_null()) found.push_back(headline(view, kind, of));
  }
  if (found.empty()) return view.text("report.no_break_even");
  return found.size() == 1 ? view.say("report.break_even_one", found.front())
                           : view.say("report.break_even_either", found.front(), found.back());
}

/// How many times as strong all effects must be, and of how many draws that is true.
Text multiplier(const ReportView& view) {
  const Json& curve = view.strategy.at("break_even").at("all_effects");
  const Json& root = curve.at("roots").at("municipality");
  const std::string most = view.short_number(curve.at("multipliers").back(), 2);
  if (root.at("status") == status_found) {
    return plain(view.say(
        root.at("rises").get<bool>() ? Key{"report.multiplier"} : Key{"report.multiplier_falls"},
        view.short_number(root.at("multiplier"), 2)));
  }
  if (root.at("status") == "not_within") return plain(view.say("report.no_multiplier", most));
  return {};
}

}  // namespace

std::optional<ReportSection> needed_section(const ReportView& view) {
  const Json& needed = view.strategy.at("needed_people");
  if (needed.is_null()) return std::nullopt;
  const std::vector<Kind> kinds{
      {"placement", "report.fewer_placed", "report.of_placed", "report.placed_axis"},
      {"work", "report.more_in_work", "report.of_out_of_work", "report.work_axis"}};
  ReportSection section{"needed", heading(view, kinds), ""};
  section.sub = view.say("report.needed_sub", view.last_year());
  PeopleFigure figure;
  std::string spoken;
  for (const Kind& kind : kinds) {
    figure.needs.push_back(need(view, kind, needed.at(kind.name)));
    spoken += (spoken.empty() ? "" : " ") + figure.needs.back().spoken;
  }
  section.figures.push_back(
      {"people_needed", section.heading, std::move(spoken), std::move(figure), data(view, kinds)});
  Text all = multiplier(view);
  if (!all.empty()) section.notes.push_back(std::move(all));
  return section;
}

}  // namespace samspil
