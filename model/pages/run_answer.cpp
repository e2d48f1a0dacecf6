#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

/// 5 and 95 % of the draws, by year where it is known, and in all.
void ranges(Table& table, const View& view, const Json& uncertainty) {
  for (const char* figure : {"p05", "p95"}) {
    Cells cells;
    const std::string own = view.percentile(figure);
    for (const Json& year : uncertainty.at("yearly")) cells.push_back(view.saved(year.at(own)));
    cells.resize(view.document.at("years").size(), Cell{"-"});
    cells.push_back(view.saved(uncertainty.at(own)));
    table.row(view.label("draws", figure), std::move(cells), 4);
  }
}

void answer(Table& table, const View& view, const Json& strategy) {
  const Json& answer = strategy.at("answer");
  table.row(short_title(view, strategy), {});
  const auto row = [&](const char* name, std::size_t indent) {
    const Json& of = answer.at(name);
    const bool is_turned = view.sign < 0 && std::string_view{name} == "gives_back";
    table.row(is_turned ? view.text("run.other_spending") : view.label("answer", name),
              view.saved_by_year(of.at("by_year"), of.at("in_all")), indent);
  };
  row("costs", 2);
  if (has_amount(answer.at("time_of_others").at("by_year"))) row("time_of_others", 4);
  row("gives_back", 2);
  row("net", 2);
  if (has_draws(view)) ranges(table, view, strategy.at("uncertainty").at("municipality"));
}

/// "foster family 120"
std::string service_text(const View& view, const Json& gain) {
  return view.label("service", gain.at("service").get<std::string>()) + ' ' +
         view.saved(gain.at("municipality")).text;
}

/// Why the centre lies where it does.
void reason(Page& page, const View& view, const Json& strategy) {
  const Json& answer = strategy.at("answer");
  const Json& saved = answer.at("most_saved");
  const Json& added = answer.at("most_added");
  std::string services;
  for (const Json* gain : {&saved, &added}) {
    if (!gain->is_null()) services += (services.empty() ? "" : "; ") + service_text(view, *gain);
  }
  page.sentence(services.empty()
                    ? view.say("answer.no_reason", short_title(view, strategy))
                    : view.say("answer.reason", short_title(view, strategy),
                               view.saved(answer.at("beyond_no_effect")).text, services),
                2);
}

}  // namespace

void write_answer(Page& page, const View& view) {
  page.heading(view.text("answer.heading"));
  Table table = view.year_table(view.text(view.by_sign("answer.table", "answer.table_more")), true);
  for (const Json& strategy : view.document.at("strategies")) answer(table, view, strategy);
  page.add(table);
  page.sentence(view.text(view.by_sign("answer.why", "answer.why_more")));
  for (const Json& strategy : view.document.at("strategies")) reason(page, view, strategy);
  write_caveats(page, view);
}

}  // namespace samspil
