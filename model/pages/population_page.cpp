#include "model/pages/run_page.hpp"
#include "model/pages/run_parts.hpp"

namespace samspil {

void write_fit_table(Page& page, const View& view, const Json& population) {
  Table table;
  table.row(view.text("run.detail_fit"),
            {view.text("run.target"), view.text("run.weighted"), view.text("run.drawn"), ""});
  for (const Json& margin : population.at("margins")) {
    Cells cells;
    for (const char* figure : {"target", "weighted", "drawn"}) {
      cells.emplace_back(view.number(margin.at(figure), 3), margin.at(figure).get<double>());
    }
    const bool is_fitted = margin.at("fitted");
    cells.emplace_back(view.text(is_fitted ? Key{"run.fitted"} : Key{"run.shown_only"}));
    table.row(view.label("margin", margin.at("name").get<std::string>()), std::move(cells), 2);
  }
  page.add(table);
}

void write_fit_lines(Page& page, const View& view, const Json& population) {
  const auto rounded = [&](const char* figure) { return view.number(population.at(figure), 0); };
  page.sentence(view.say("run.pool_line", view.whole(population.at("candidates")),
                         view.whole(population.at("accepted"))));
  page.sentence(view.say("run.sample_line", rounded("effective_sample_size"),
                         view.number(population.at("largest_weight"), 1)));
  if (population.at("is_poor_sample").get<bool>()) page.sentence(view.text("run.poor_sample"));
  page.sentence(view.say("run.cost_line", rounded("municipal_cost_per_target_child"),
                         rounded("municipal_cost_per_target_parent"),
                         rounded("school_cost_per_target_child"),
                         rounded("municipal_cost_of_others_per_family")));
  const int fitted = population.at("margins_fitted"), missed = population.at("margins_missed");
  page.sentence(missed == 0 ? view.say("run.margins_met", fitted)
                            : view.say("run.margin_missed", missed, fitted));
}

Page population_page(const Json& document, Language language) {
  Page page;
  const View view{document, language};
  const Json& population = document.at("population");
  if (!document.at("own_families").is_null()) {
    page.sentence(view.text_of(document, "title"));
    write_own_families(page, view);
    return page;
  }
  const auto n = [&](const char* figure) { return view.whole(population.at(figure)); };
  page.sentence(view.text_of(document, "title"));
  page.sentence(view.say("run.population_title", document.at("population_year").get<int>()));
  page.sentence(view.say("run.drawn_line", n("families"), n("persons"), n("target_children"),
                         n("target_adults")));
  page.blank();
  write_fit_table(page, view, population);
  page.blank();
  write_fit_lines(page, view, population);
  return page;
}

}  // namespace samspil
