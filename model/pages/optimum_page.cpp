#include "model/pages/optimum_page.hpp"

#include "model/pages/calibration_parts.hpp"

namespace samspil {
namespace {

void add_optima(StudyWriter& to) {
  to.heading("calibrate.optima_title");
  Table table;
  table.row("", to.texts({"calibrate.log_density", "calibrate.starts", "calibrate.evaluations"}));
  int number = 0;
  for (const Json& one : to.document.at("optima")) {
    const char* mark = one.at("at_bound") == true ? "*" : " ";
    table.row(to.say("calibrate.optimum_name", ++number) + mark,
              Cells{to.number(one.at("log_density"), 2), to.whole(one.at("found_from")),
                    to.whole(one.at("evaluations"))});
  }
  to.page.add(std::move(table));
  to.tell("calibrate.optima_note");
}

void add_targets(StudyWriter& to, std::string_view use, Key heading) {
  Table table;
  table.row("", to.texts({"calibrate.observed", "calibrate.before", "calibrate.at_best",
                          "calibrate.standardised"}));
  for (const Json& target : to.document.at("targets")) {
    if (target.at("use") != use) continue;
    table.row(to.text_of(target, "title"),
              Cells{figure(to, target.at("observed")), figure(to, target.at("at_values")),
                    figure(to, target.at("at_best")), to.number(target.at("standardised"), 1)});
  }
  if (table.rows.size() == 1) return;
  to.heading(heading);
  to.page.add(std::move(table));
}

/// The interval of an input's profile, in its unit, where there is one.
std::string interval_of(const StudyWriter& to, const Json& name) {
  for (const Json& profile : to.document.at("profiles")) {
    if (profile.at("input") != name) continue;
    return (profile.at("open_below") == true ? "< " : "") + figure(to, profile.at("low")) + " - " +
           (profile.at("open_above") == true ? "> " : "") + figure(to, profile.at("high"));
  }
  return "";
}

void add_inputs(StudyWriter& to) {
  to.heading("calibrate.best_inputs_title");
  Table table;
  table.has_narrow_columns = true;
  table.row("", to.texts({"calibrate.own_value", "calibrate.at_best", "calibrate.interval"}));
  const Json& inputs = to.document.at("inputs");
  const Json& best = to.document.at("optima").front().at("values");
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    if (inputs[i].at("kind") == "factor") continue;
    table.row(inputs[i].at("name").get<std::string>(),
              Cells{figure(to, inputs[i].at("own_value")), figure(to, best[i]),
                    interval_of(to, inputs[i].at("name"))});
  }
  to.page.add(std::move(table));
  if (!to.document.at("profiles").empty()) to.tell("calibrate.profile_note");
}

}  // namespace

Page optimum_page(const Json& document, Language language) {
  StudyWriter to{{document, language}};
  to.tell("calibrate.title", document.at("scenario"));
  to.tell("calibrate.optimum_line", document.at("starts"), document.at("most_evaluations"),
          document.at("seed"), document.at("input_count"), to.whole(document.at("evaluations")));
  add_discrepancy(to);
  add_optima(to);
  add_targets(to, "calibrate", "calibrate.fitted_title");
  add_targets(to, "validate", "calibrate.held_out_title");
  add_inputs(to);
  return std::move(to.page);
}

}  // namespace samspil
