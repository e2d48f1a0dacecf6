#include "model/pages/run_parts.hpp"

namespace samspil {
namespace {

bool is_own(const Json& quantity) { return quantity.at("grade") == "own"; }

}  // namespace

std::vector<std::string> own_numbers(const View& view, const Json& own) {
  std::vector<std::string> list;
  const auto add = [&](const char* key, const std::string& value) {
    list.push_back(view.label("own", key) + ' ' + value);
  };
  for (const char* key : {"families_enrolled", "caseworkers", "caseload", "caseworker_cost"}) {
    if (!own.at(key).is_null()) add(key, view.short_number(own.at(key), 2));
  }
  if (own.at("target_children_given").get<bool>()) {
    add("target_children", view.number(own.at("target_children"), 0));
  }
  const Json& tax = own.at("tax_rate");
  if (!tax.is_null() && is_own(tax)) {
    add("tax_rate", view.say("own.tax_beside", view.short_number(tax.at("value"), 3),
                             view.short_number(own.at("mean_tax_rate"), 3)));
  }
  for (const auto& [name, value] : own.at("shares").items()) {
    list.push_back(view.label("margin", name) + ' ' + view.short_number(value, 3));
  }
  return list;
}

namespace {

std::string title_of(const View& view, const Json& id) {
  for (const Json& strategy : view.document.at("strategies")) {
    if (strategy.at("id") == id) return short_title(view, strategy);
  }
  return id;
}

/// The income tax of its name with what is known of it, or the mean that the payer rules have.
void write_listed_tax(Page& page, const View& view, const Json& own) {
  const Json& tax = own.at("tax_rate");
  const std::string mean = view.short_number(own.at("mean_tax_rate"), 3);
  if (tax.is_null()) {
    page.sentence(view.say("own.tax_national", mean));
  } else if (!is_own(tax)) {
    page.sentence(view.say("own.tax_listed", view.short_number(tax.at("value"), 3), mean,
                           view.label("grade", tax.at("grade").get<std::string>()),
                           view.text_of(tax, "source")));
  }
}

}  // namespace

void write_own_families(Page& page, const View& view) {
  const Json& own = view.document.at("own_families");
  if (own.is_null()) return;
  page.sentence(view.say("own.families_read", view.whole(own.at("families")),
                         view.whole(own.at("persons")), view.whole(own.at("lived"))));
  std::string filled;
  for (const Json& column : own.at("filled_columns")) {
    filled += (filled.empty() ? "" : ", ") + view.label("own_column", column.get<std::string>());
  }
  const std::string frailty = view.short_number(own.at("frailty"), 2);
  page.sentence(filled.empty() ? view.say("own.frailty_alone", frailty)
                               : view.say("own.filled", filled, frailty));
  page.sentence(view.text("own.suppressed"));
}

void write_municipality(Page& page, const View& view) {
  const Json& own = view.document.at("municipality");
  if (own.is_null()) return;
  const std::string families = view.number(own.at("families"), 0);
  const std::string children = view.number(own.at("target_children"), 0);
  const Json& share = own.at("population_share");
  if (view.document.at("own_families").is_null()) {
    page.sentence(share.is_null() ? view.say("own.by_children", families, children,
                                             view.whole(view.document.at("families")))
                                  : view.say("own.by_population", own.at("name").get<std::string>(),
                                             families, children, view.percent(share, 2),
                                             view.whole(view.document.at("families"))));
  }
  std::string numbers;
  for (const std::string& number : own_numbers(view, own)) {
    numbers += (numbers.empty() ? "" : "; ") + number;
  }
  page.sentence(numbers.empty() ? view.text("own.nothing") : view.say("own.numbers", numbers));
  write_listed_tax(page, view, own);
  const Json& nearest = own.at("nearest_strategy");
  if (nearest.is_null()) return;
  page.sentence(own.at("caseload").is_null()
                    ? view.say("own.first_strategy", title_of(view, nearest))
                    : view.say("own.nearest_strategy", title_of(view, nearest)));
}

}  // namespace samspil
