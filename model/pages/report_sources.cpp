#include <set>

#include "model/pages/report_parts.hpp"
#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

std::string int_text(const Json& number) { return std::to_string(number.get<int>()); }

Term law(const ReportView& view) {
  const Json& all = view.document;
  Term term{view.text("report.law_and_prices"), {}};
  term.says.push_back(
      view.say("report.law_line", int_text(all.at("law_year")), int_text(all.at("price_level"))));
  const Json& known = all.at("last_known");
  if (!known.empty()) {
    std::set<int> years;
    for (const Json& year : known) years.insert(year.get<int>());
    std::vector<std::string> texts;
    for (const int year : years) texts.push_back(std::to_string(year));
    term.says.push_back(view.say("report.last_known", known.size(), joined(view, texts)));
  }
  const Json& prices = all.at("prices");
  term.says.push_back(view.say("report.prices_line", prices.at("count").get<int>(),
                               prices.at("own").at("count").get<int>(),
                               prices.at("other_level_count").get<int>()));
  return term;
}

Term comparison(const ReportView& view) {
  const Json& all = view.document;
  Term term{view.text("report.comparison"), {}};
  const Json& present = all.at("present_practice");
  term.says.push_back(present.is_null()
                          ? view.text("report.against_nothing")
                          : view.say("report.against_present", short_title(view, present)));
  term.says.push_back(view.text(all.at("rollout") == "local" ? Key{"run.rollout_local"}
                                                             : Key{"run.rollout_national"}));
  const Json& seen = all.at("effects_seen");
  const auto n = [&](const char* design) { return seen.at(design).get<int>(); };
  term.says.push_back(view.say("report.effects_rest_on", n("randomised"), n("quasi_experiment"),
                               n("before_after"), n("none"), n("outright")));
  return term;
}

Term reckoning(const ReportView& view) {
  const Json& all = view.document;
  const Json& run = all.at("run");
  Term term{view.text("report.reckoning"), {}};
  term.says.push_back(view.say("report.lived", view.whole(all.at("families")),
                               view.whole(run.at("person_years_simulated"))));
  if (view.has_draws()) {
    term.says.push_back(
        view.say("report.drawn", view.whole(all.at("draws")), view.whole(all.at("drawn_inputs"))));
  }
  term.says.push_back(view.say(
      "report.made_with", run.at("version").get<std::string>(), run.at("git").get<std::string>(),
      all.at("seed").get<std::uint32_t>(), all.at("results_hash").get<std::string>()));
  return term;
}

/// What the municipality said itself.
std::optional<Term> own_terms(const ReportView& view) {
  const Json& own = view.document.at("municipality");
  const Json& read = view.document.at("own_families");
  if (own.is_null() && read.is_null()) return std::nullopt;
  Term term{view.text("report.own_numbers"), {}};
  if (!read.is_null()) {
    term.says.push_back(view.say("own.families_read", view.whole(read.at("families")),
                                 view.whole(read.at("persons")), view.whole(read.at("lived"))));
    term.says.push_back(view.text("own.suppressed"));
  }
  if (own.is_null()) return term;
  const std::vector<std::string> given = own_numbers(view, own);
  term.says.push_back(given.empty() ? view.text("own.nothing")
                                    : view.say("own.numbers", joined(view, given)));
  return term;
}

}  // namespace

void add_caveats(ReportPage& page, const ReportView& view) {
  page.caveats_heading = view.text("report.caveats");
  for (const Json& caveat : view.document.at("caveats")) {
    const Json& of = caveat.at("strategy");
    if (of.is_null() || of == view.strategy.at("id")) {
      page.caveats.push_back(view.text_of(caveat, "text"));
    }
  }
}

void add_sources(ReportPage& page, const ReportView& view) {
  page.sources_heading = view.text("report.sources");
  page.sources = {law(view), comparison(view)};
  if (auto own = own_terms(view)) page.sources.push_back(std::move(*own));
  page.sources.push_back(reckoning(view));
  SharesFigure shares;
  Table data;
  data.row(view.text("report.grade"), {view.text("report.share_of_inputs")});
  std::string spoken;
  for (const auto& [grade, share] : view.document.at("grade_shares").items()) {
    if (share.is_null()) continue;
    const std::string label = view.label("grade", grade);
    shares.shares.push_back({label, share.get<double>()});
    data.row(label, {{view.percent(share, 0) + " %", share.get<double>()}});
    spoken += (spoken.empty() ? "" : ", ") + view.percent(share, 0) + " % " + label;
  }
  page.grades = {"inputs", view.text("report.grades_title"), std::move(spoken), std::move(shares),
                 std::move(data)};
}

}  // namespace samspil
