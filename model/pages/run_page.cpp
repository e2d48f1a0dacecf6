#include "model/pages/run_page.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

/// "2013, 2019, 2024": the levels that prices keep.
std::string own_levels(const Json& levels) {
  std::set<int> years;
  for (const Json& year : levels) years.insert(year.get<int>());
  std::string list;
  for (const int year : years) list += (list.empty() ? "" : ", ") + std::to_string(year);
  return list;
}

/// A rate, an index or a payer's rule, as the reader calls it.
std::string_view named_in_law(std::string_view name, Language language) {
  for (const char* group : {"rate", "price_index", "payer_rule"}) {
    const std::string_view found = find_label(language, group, name);
    if (!found.empty()) return found;
  }
  return name;
}

std::string prices_sentence(const View& view) {
  const Json& prices = view.document.at("prices");
  std::string text = view.say("run.prices_as_written", prices.at("as_written").get<int>());
  for (const auto& [index, moved] : prices.at("moved").items()) {
    if (moved == 0) continue;
    text += "; " + view.say("run.prices_moved", view.label("price_index", index), moved.get<int>());
  }
  const Json& own = prices.at("own_level");
  const int count = prices.at("own_level_count");
  for (const auto& [year, number] : prices.at("moved_short").items()) {
    text += "; " + view.say("run.prices_moved_short", year, number.get<int>());
  }
  if (count > 0) text += "; " + view.say("run.prices_own_level", own_levels(own), count);
  const std::size_t matched = prices.at("matched").size();
  if (matched > 0) text += "; " + view.say("run.prices_matched", matched);
  const Json& own_prices = prices.at("own");
  const int own_count = own_prices.at("count");
  if (own_count > 0) {
    text +=
        "; " + view.say("run.prices_own", own_count, view.percent(own_prices.at("cost_share"), 0));
  }
  return text + '.';
}

void law_and_prices(Page& page, const View& view) {
  const bool is_local = view.document.at("rollout") == "local";
  const bool is_frozen = view.document.at("health_cofinancing") == "frozen";
  page.sentence(prices_sentence(view) + ' ' + view.text("run.programme_as_written"));
  page.sentence(view.text(is_local ? Key{"run.rollout_local"} : Key{"run.rollout_national"}) + ' ' +
                view.text(is_frozen ? Key{"run.health_frozen"} : Key{"run.health_by_shares"}));
  const std::string warning = last_known_warning(view.document, view.language);
  if (!warning.empty()) page.sentence(warning);
}

/// How often the inputs' values were lived.
std::string runs(const View& view) {
  const Json& replicates = view.document.at("replicates");
  const Json& draws = view.document.at("draws");
  const std::string text =
      has_draws(view) ? view.say("run.draws", view.whole(draws)) : view.text("run.at_values");
  if (replicates == 1) return text;
  return text + ", " + view.say("run.mean_of_replicates", view.whole(replicates));
}

void top(Page& page, const View& view) {
  const Json& all = view.document;
  const Json& population = all.at("population");
  page.sentence(view.text_of(all, "title"));
  page.sentence(view.say("run.question", all.at("years").size()));
  if (all.at("own_families").is_null()) {
    page.sentence(
        view.say("run.families_line", view.whole(all.at("families")), view.whole(all.at("sites")),
                 view.whole(population.at("target_children")),
                 view.whole(population.at("target_adults")), all.at("population_year").get<int>()));
  }
  page.sentence(view.say("run.law_line", all.at("law_year").get<int>(),
                         all.at("price_level").get<int>(), runs(view),
                         all.at("seed").get<std::uint32_t>()));
  write_own_families(page, view);
  write_municipality(page, view);
  law_and_prices(page, view);
  page.sentence(view.say(view.by_sign("run.sign_sentence", "run.sign_sentence_more"),
                         view.text(view.unit.word)));
}

/// The first and the last year's shares of baseline benefit weeks by step of the refund ladder.
std::string ladder_text(const View& view) {
  const Json& years = view.document.at("years");
  const auto year_text = [&](std::size_t year) {
    std::string line;
    for (const Json& by_year : view.document.at("baseline").at("ladder_shares")) {
      const double share = by_year.at(year);
      line += (line.empty() ? "" : " / ") + number(100 * share, 1, view.language);
    }
    return std::to_string(years.at(year).get<int>()) + ' ' + line + " %";
  };
  const std::size_t last = years.size() - 1;
  return last == 0 ? year_text(0) : year_text(0) + "; " + year_text(last);
}

/// How cost and people drift with nobody responsible, so that drift is not taken for a saving.
void baseline(Page& page, const View& view) {
  const Json& drift = view.document.at("baseline");
  const Json& cost = drift.at("cost");
  Table table = view.year_table(view.text("run.baseline_title"), false);
  const auto row = [&](const std::string& label, const Json& by_year) {
    table.row(view.say("run.cost_of", label, view.text(view.unit.word)), view.amounts(by_year), 2);
  };
  row(purse_label(view, "municipality"), cost.at("by_payer").at("municipality"));
  row(purse_label(view, "public"), cost.at("public"));
  for (const char* birthday : {"turned_18", "turned_23"}) {
    table.row(view.label("outcome", birthday), view.counts(drift.at(birthday)), 2);
  }
  const Json& placements = drift.at("last_placements");
  if (!placements.is_null()) row(view.text("run.last_placements"), placements);
  page.blank();
  page.add(table);
  page.sentence(view.say("run.aged_out_note", view.count(drift.at("turned_18_in_all")).text,
                         view.count(drift.at("turned_23_in_all")).text));
  page.sentence(view.say("run.ladder_line", ladder_text(view)));
}

void bottom(Page& page, const View& view) {
  const Json& grades = view.document.at("grades");
  const Json& seen = view.document.at("effects_seen");
  const auto n = [](const Json& counts, const char* name) { return counts.at(name).get<int>(); };
  page.blank();
  page.sentence(view.say("run.evidence_line", n(grades, "measured"), n(grades, "derived"),
                         n(grades, "assumed"), n(grades, "calibrated"), n(grades, "own")));
  page.sentence(view.say("run.no_measured_effect", n(seen, "randomised"),
                         n(seen, "quasi_experiment"), n(seen, "before_after"), n(seen, "none"),
                         n(seen, "outright")));
  page.sentence(view.text("run.tax_note"));
  write_dependence(page, view);
  page.sentence(view.say("run.hash_line", view.document.at("results_hash").get<std::string>()));
  const Json& of_draws = view.document.at("draws_hash");
  if (!of_draws.is_null()) {
    page.sentence(view.say("run.draws_hash_line", of_draws.get<std::string>()));
  }
}

}  // namespace

View run_view(const Json& document, Language language, Sign sign) {
  return {document, language, money_unit(document.at("largest_amount")), factor_of(sign)};
}

Page run_page(const Json& document, Language language, Sign sign) {
  Page page;
  const View view = run_view(document, language, sign);
  const Json& strategies = document.at("strategies");
  top(page, view);
  if (!strategies.empty()) {
    write_answer(page, level_view(view));
    write_committees(page, level_view(view));
    write_comparison(page, view);
  }
  baseline(page, view);
  write_own_accounts(page, view);
  if (strategies.size() == 1) {
    page.heading(view.text_of(strategies.front(), "title"));
    write_budget(page, view, strategies.front());
    write_levels_and_people(page, view, strategies.front());
  }
  write_cohort(page, view);
  page.blank();
  if (strategies.empty()) page.sentence(view.text("run.no_strategies"));
  if (strategies.size() > 1) page.sentence(view.text("compare.more_in_detail"));
  bottom(page, view);
  return page;
}

std::string left_out_warning(const Json& document, Language language) {
  const Json& tables = document.at("draw_tables");
  if (tables.is_null() || tables.at("are_kept").get<bool>()) return {};
  const auto n = [&](const char* figure) { return whole(tables.at(figure), language); };
  return say(language, "run.draws_left_out", n("runs"), n("megabytes"), n("most_megabytes"));
}

std::string last_known_warning(const Json& law, Language language) {
  const Json& known = law.at("last_known");
  if (known.empty()) return {};
  // Names hold commas and semicolons, and some are called alike.
  std::map<int, std::vector<std::string>> by_year;
  for (const auto& [name, year] : known.items()) {
    std::vector<std::string>& names = by_year[year.get<int>()];
    const std::string named{named_in_law(name, language)};
    if (std::find(names.begin(), names.end(), named) == names.end()) names.push_back(named);
  }
  std::string list;
  for (const auto& [year, names] : by_year) {
    list += (list.empty() ? "" : "; ") + std::to_string(year) + ": ";
    for (const std::string& name : names) list += (&name == &names.front() ? "" : " · ") + name;
  }
  return say(language, "run.last_known_warning", law.at("law_year").get<int>(),
             law.at("price_level").get<int>(), list);
}

}  // namespace samspil
