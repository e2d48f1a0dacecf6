#include "model/pages/calibration_page.hpp"

#include <algorithm>

#include "model/pages/calibration_parts.hpp"

namespace samspil {
namespace {

constexpr std::size_t most_inputs_shown = 15, most_names_shown = 4;

/// In per cent where it is a share.
std::string figure(const StudyWriter& to, const Json& target, const Json& value) {
  if (target.at("unit") != "share" || value.is_null()) return figure(to, value);
  return to.number(100 * value.get<double>(), 1);
}

std::string title_of(const StudyWriter& to, const Json& target) {
  return to.text_of(target, "title");
}

void add_iterations(StudyWriter& to) {
  to.heading("calibrate.iterations_title");
  Table table;
  table.row("", to.texts({"calibrate.misfit", "calibrate.taken_in", "calibrate.effective",
                          "calibrate.failed", "calibrate.inflation_column"}));
  for (const Json& own : to.document.at("iterations")) {
    const int number = own.at("number");
    table.row(
        number == 0 ? to.text("calibrate.prior") : to.say("calibrate.after_step", number),
        Cells{to.number(own.at("misfit"), 2), to.number(100 * own.at("taken_in").get<double>(), 0),
              to.number(own.at("effective_members"), 1), to.plain(own.at("failed")),
              to.number(own.at("inflation"), 3)});
  }
  to.page.add(std::move(table));
  to.tell("calibrate.misfit_note");
}

std::string joined(const StudyWriter& to, const Json& names) {
  std::vector<std::string> all;
  for (const Json& name : names) all.push_back(name.get<std::string>());
  return all.empty() ? to.text("calibrate.none") : fmt::format("{}", fmt::join(all, ", "));
}

/// Of importance sampling: draws, modes and what hangs together.
void add_rounds(StudyWriter& to, const Json& told) {
  to.heading("calibrate.rounds_title");
  Table table;
  table.row("", to.texts({"calibrate.draws", "calibrate.effective", "calibrate.different",
                          "calibrate.log_marginal", "calibrate.best_likelihood"}));
  int round = 0;
  for (const Json& own : told.at("rounds")) {
    table.row(round == 0 ? to.text("calibrate.prior") : to.say("calibrate.round", round),
              Cells{to.whole(own.at("draws")), to.number(own.at("effective"), 1),
                    to.number(100 * StudyWriter::value_of(own.at("different")), 0),
                    to.number(own.at("log_marginal"), 2), to.number(own.at("best_likelihood"), 2)});
    ++round;
  }
  to.page.add(std::move(table));
  to.tell("calibrate.marginal_line", to.number(told.at("log_marginal"), 2),
          to.number(told.at("log_marginal_error"), 2));
  if (told.at("converged") == false) to.tell("calibrate.not_converged");
  to.heading("calibrate.modes_title");
  for (const Json& mode : told.at("modes")) {
    to.tell("calibrate.mode_line", mode.at("name"),
            to.number(100 * mode.at("share").get<double>(), 0),
            to.number(mode.at("log_likelihood"), 2), joined(to, mode.at("high")),
            joined(to, mode.at("low")));
  }
  for (const Json& warning : told.at("warnings")) {
    const Json& inputs = warning.at("inputs");
    if (warning.at("kind") == "modes") to.tell("calibrate.warn_modes", joined(to, inputs));
    if (warning.at("kind") != "trade_off") continue;
    to.tell("calibrate.warn_trade_off", inputs.at(0), inputs.at(1),
            to.number(warning.at("strength"), 2));
  }
}

void add_targets(StudyWriter& to, std::string_view use, bool detail) {
  Table table;
  table.has_narrow_columns = true;
  table.row("", to.texts({"calibrate.observed", "calibrate.before", "calibrate.after",
                          "calibrate.standardised"}));
  if (detail) table.rows.front().cells.emplace_back(to.text("calibrate.interval"));
  for (const Json& target : to.document.at("targets")) {
    if (target.at("use") != use) continue;
    const Json& after = target.at("after");
    const std::string mark = after.at("inside") == true ? " " : "*";
    Cells cells{figure(to, target, target.at("observed")),
                figure(to, target, target.at("before").at("mean")),
                figure(to, target, after.at("mean")) + mark,
                to.number(after.at("standardised"), 1)};
    if (detail) {
      cells.emplace_back(figure(to, target, after.at("low")) + " - " +
                         figure(to, target, after.at("high")));
    }
    table.row(title_of(to, target), std::move(cells));
  }
  to.page.add(std::move(table));
}

/// Those outside, by name.
std::string outside_of(const StudyWriter& to, std::string_view use) {
  std::vector<std::string> names;
  for (const Json& target : to.document.at("targets")) {
    if (target.at("use") == use && target.at("after").at("inside") == false) {
      names.push_back(title_of(to, target));
    }
  }
  return names.empty() ? to.text("calibrate.none") : fmt::format("{}", fmt::join(names, "; "));
}

void add_use(StudyWriter& to, std::string_view use, Key heading, bool detail) {
  const Json& sums = to.document.at("uses").at(std::string{use});
  if (sums.at("targets") == 0) return;
  to.heading(heading);
  add_targets(to, use, detail);
  to.tell("calibrate.inside_line", sums.at("inside_after"), sums.at("targets"),
          sums.at("inside_before"), to.number(sums.at("misfit_before"), 1),
          to.number(sums.at("misfit_after"), 1), outside_of(to, use));
  to.tell("calibrate.at_values_line", to.number(sums.at("misfit_at_values"), 1),
          to.number(sums.at("misfit_at_centre"), 1));
}

void add_signs(StudyWriter& to) {
  if (to.document.at("uses").at("sign").at("targets") == 0) return;
  to.heading("calibrate.signs_title");
  Table table;
  table.row("", to.texts({"calibrate.sign", "calibrate.before", "calibrate.after"}));
  for (const Json& target : to.document.at("targets")) {
    if (target.at("use") != "sign") continue;
    const auto mean = [&](const char* when) {
      const Json& told = target.at(when);
      return figure(to, target, told.at("mean")) + (told.at("inside") == true ? " " : "*");
    };
    const bool is_plus = target.at("observed").get<double>() > 0;
    table.row(title_of(to, target), Cells{is_plus ? "> 0" : "< 0", mean("before"), mean("after")});
  }
  to.page.add(std::move(table));
}

/// Positions of the inputs, those told most first.
std::vector<std::size_t> by_shrinkage(const Json& inputs) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < inputs.size(); ++i) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return StudyWriter::value_of(inputs[a].at("shrinkage")) >
           StudyWriter::value_of(inputs[b].at("shrinkage"));
  });
  return order;
}

void add_inputs(StudyWriter& to, bool detail) {
  const Json& inputs = to.document.at("inputs");
  to.heading("calibrate.inputs_title");
  to.tell("calibrate.inputs_line", to.document.at("identified_count"),
          to.document.at("input_count"),
          to.number(100 * to.document.at("least_shrinkage").get<double>(), 0));
  Table table;
  table.has_narrow_columns = true;
  table.row("", to.texts({"calibrate.prior", "calibrate.posterior", "calibrate.interval",
                          "calibrate.shrinkage"}));
  for (const std::size_t i : by_shrinkage(inputs)) {
    const Json& input = inputs[i];
    const bool is_few = table.rows.size() <= most_inputs_shown && input.at("identified") == true;
    if (!detail && !is_few) break;
    table.row(to.plain(input.at("name")),
              Cells{figure(to, input.at("prior_mean")), figure(to, input.at("mean")),
                    figure(to, input.at("low")) + " - " + figure(to, input.at("high")),
                    to.number(100 * StudyWriter::value_of(input.at("shrinkage")), 0)});
  }
  to.page.add(std::move(table));
}

void add_pairs(StudyWriter& to) {
  const Json& pairs = to.document.at("pairs");
  if (pairs.empty()) return;
  to.heading("calibrate.pairs_title");
  Table table;
  table.has_narrow_columns = true;
  table.row("", Cells{to.text("calibrate.correlation")});
  for (const Json& pair : pairs) {
    table.row(to.plain(pair.at("first")) + ", " + to.plain(pair.at("second")),
              Cells{to.number(pair.at("correlation"), 2)});
  }
  to.page.add(std::move(table));
}

std::string first_names(const Json& names) {
  std::vector<std::string> shown;
  for (const Json& name : names) {
    if (shown.size() < most_names_shown) shown.push_back(name.get<std::string>());
  }
  return fmt::format("{}{}", fmt::join(shown, ", "), names.size() > shown.size() ? " …" : "");
}

void add_open(StudyWriter& to, bool detail) {
  to.heading("calibrate.open_title");
  for (const Json& open : to.document.at("not_identified")) {
    const std::string data = to.label("calibrate_data", open.at("data").get<std::string>());
    const Json& names = open.at("inputs");
    if (!detail) {
      to.tell("calibrate.open_line", names.size(), first_names(names), data);
      continue;
    }
    for (const Json& name : names) to.tell("calibrate.open_sentence", name, data);
  }
}

void add_contrast(StudyWriter& to) {
  const Json& contrast = to.document.at("contrast");
  if (contrast.is_null()) return;
  const auto thousands = [&](const char* key) { return to.number(contrast.at(key), 0, 1000); };
  to.heading("calibrate.contrast_title");
  to.tell("calibrate.contrast_line", thousands("before"), thousands("before_error"),
          thousands("after"), thousands("after_error"), thousands("published"));
}

}  // namespace

Page calibration_page(const Json& document, bool detail, Language language) {
  StudyWriter to{{document, language}};
  to.tell("calibrate.title", document.at("scenario"));
  const Json& importance = document.at("importance");
  const Json& targets = document.at("uses").at("calibrate").at("targets");
  if (importance.is_null()) {
    to.tell("calibrate.method_line", to.whole(document.at("members")), document.at("seed"),
            document.at("input_count"), targets);
    to.tell("calibrate.settings_line", to.number(document.at("localisation"), 1),
            to.text(document.at("inflation") == true ? Key{"calibrate.with_inflation"}
                                                     : Key{"calibrate.without_inflation"}),
            to.number(document.at("shared_people"), 2));
  } else {
    to.tell("calibrate.importance_line", to.whole(importance.at("rounds").back().at("draws")),
            to.whole(importance.at("rounds").front().at("draws")), document.at("seed"),
            document.at("input_count"), targets, to.whole(document.at("members")));
  }
  add_discrepancy(to);
  importance.is_null() ? add_iterations(to) : add_rounds(to, importance);
  add_use(to, "calibrate", "calibrate.fitted_title", detail);
  add_use(to, "validate", "calibrate.held_out_title", detail);
  add_use(to, "identity", "calibrate.identity_title", detail);
  to.tell("calibrate.interval_note");
  add_signs(to);
  add_inputs(to, detail);
  add_pairs(to);
  for (const Json& name : document.at("uncontrolled")) to.tell("calibrate.uncontrolled", name);
  add_open(to, detail);
  add_contrast(to);
  if (importance.is_null()) to.tell("calibrate.modes_note");
  return std::move(to.page);
}

}  // namespace samspil
