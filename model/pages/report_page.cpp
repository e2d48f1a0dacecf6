#include "model/pages/report_page.hpp"

#include <stdexcept>

#include "model/pages/report_parts.hpp"

namespace samspil {
namespace {

const Json& strategy_of(const Json& document, std::string_view id) {
  for (const Json& strategy : document.at("strategies")) {
    if (id.empty() || strategy.at("id") == id) return strategy;
  }
  throw std::invalid_argument{"no strategy " + std::string{id}};
}

/// Amounts of the municipality alone stand in tables of thousands; those of a nation in millions.
MoneyUnit unit_of(const Json& document) { return money_unit(document.at("largest_amount")); }

}  // namespace

ReportPage report_page(const Json& document, Language language, Sign sign,
                       std::string_view strategy) {
  const ReportView view{{document, language, unit_of(document), factor_of(sign)},
                        strategy_of(document, strategy)};
  ReportPage page;
  page.language = language;
  page.title = view.text_of(document, "title");
  add_answer(page, view);
  if (auto needed = needed_section(view)) page.first.push_back(std::move(*needed));
  page.first.push_back(years_section(view));
  page.second = {who_section(view), strategies_section(view)};
  page.beside = {people_section(view), assumptions_section(view)};
  add_caveats(page, view);
  add_sources(page, view);
  add_traces(page, view);
  return page;
}

}  // namespace samspil
