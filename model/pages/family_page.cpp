#include "model/pages/family_page.hpp"

#include "model/pages/family_tables.hpp"

namespace samspil {
namespace {

/// Where the catalogue's prices came from, one list for each way.
void add_prices(Page& page, const Json& document, Language language) {
  const Json& prices = document.at("prices");
  std::string as_written, moved, own_level;
  for (const Json& service : prices.at("as_written")) {
    append(as_written, ", ", label_of(service, "service", language));
  }
  for (const auto& [service, from] : prices.at("moved").items()) {
    append(moved, ", ",
           fmt::format("{} ({}, {})", label(language, "service", service),
                       from.at("price_level").get<int>(), text_of(from.at("index"))));
  }
  for (const auto& [service, level] : prices.at("own_level").items()) {
    append(own_level, ", ",
           fmt::format("{} ({})", label(language, "service", service), level.get<int>()));
  }
  const auto line = [&](Key key, const std::string& list) {
    if (list.empty()) return;
    tell(page, language, key, document.at("price_level").get<int>(), list);
  };
  line("family.catalogue_prices", as_written);
  line("family.moved_prices", moved);
  line("family.other_levels", own_level);
}

void add_dates(Page& page, const Json& dates, Language language) {
  if (!dates.empty()) tell(page, language, "family.dates_line");
  for (const Json& spell : dates) {
    const std::string& member = text_of(spell.at("member"));
    const std::string name = spell_name(spell.at("spell"), language);
    const std::string &from = text_of(spell.at("from")), &to = text_of(spell.at("to"));
    const Json& week = spell.at("first_week");
    page.sentence(week.is_null() ? say(language, "family.date_spell_empty", member, name, from, to)
                                 : say(language, "family.date_spell", member, name, from, to,
                                       week.get<int>(), spell.at("last_week").get<int>()),
                  2);
  }
}

void add_top(Page& page, const Json& document, Language language) {
  const std::string& title = text_of(document.at("title"));
  page.sentence(title.empty() ? word("family.untitled", language) : title);
  const Json& years = document.at("years");
  const int first = years.front().at("year"), last = years.back().at("year");
  tell(page, language, "family.who_pays_what",
       first == last ? std::to_string(last) : fmt::format("{}-{}", first, last),
       document.at("members").size());
  tell(page, language, "family.level_line", document.at("law_year").get<int>(),
       document.at("price_level").get<int>(),
       word(document.at("thresholds") == "constant" ? Key{"family.constant_thresholds"}
                                                    : Key{"family.regulated_thresholds"},
            language));
  tell(page, language, "family.sign_line");
  add_prices(page, document, language);
  add_dates(page, document.at("dates"), language);
}

void add_who_pays(Page& page, const Json& document, Language language) {
  page.heading(phrase("family.cost_heading", language));
  Table table = by_year(document, phrase("family.own_money", language), language);
  add_municipality(table, document, language);
  add_other_payers(table, document, language);
  add_course(table, phrase("family.gross_total", language), document, "/gross", language);
  page.add(table);
  const Json& refund = document.at("children_refund");
  if (refund.at("pooled") > 0) {
    tell(page, language, "family.pooled_line", kroner(refund.at("pooled"), language).text,
         kroner(refund.at("alone"), language).text);
  }
}

/// Municipality and state have a column always, the others where they pay anything of `total`.
bool has_column(const std::string& payer, const Json& total) {
  return payer == "municipality" || payer == "state" || total.at("payers").at(payer) != 0;
}

/// Gross, and what each payer pays: of a sum that holds the payers itself or under `payers`.
Cells amounts(const Json& sum, const Json& total, Language language) {
  const Json& paid = sum.contains("payers") ? sum.at("payers") : sum;
  Cells cells{kroner(sum.at("gross"), language)};
  for (const auto& payer : total.at("payers").items()) {
    if (has_column(payer.key(), total)) {
      cells.push_back(kroner(paid.at(payer.key()), language));
    }
  }
  return cells;
}

/// With one column for gross and for each payer.
Table by_payer(std::string_view heading, const Json& total, Language language) {
  Cells cells{phrase("family.gross", language)};
  for (const auto& payer : total.at("payers").items()) {
    if (has_column(payer.key(), total)) cells.emplace_back(label(language, "payer", payer.key()));
  }
  Table table;
  table.row(heading, std::move(cells));
  return table;
}

/// The parts that are not empty, and their total.
Table parts(Key heading, std::string_view group, const Json& all, const Json& total,
            Language language) {
  Table table = by_payer(phrase(heading, language), total, language);
  for (const auto& [name, sum] : all.items()) {
    if (!has_amount(sum)) continue;
    table.row(label(language, group, name), amounts(sum, total, language), 2);
  }
  table.row(phrase("family.all_years", language), amounts(total, total, language));
  return table;
}

std::string owner_of(const Json& service, Language language) {
  const Json& member = service.at("member");
  if (service.at("kind") != "household") return text_of(member);
  return member.is_null() ? word("family.household", language)
                          : say(language, "family.named_household", text_of(member));
}

/// Weeks or days; empty for amounts by year.
std::string units_of(const Json& part, const Json& unit, std::string_view before,
                     Language language) {
  if (unit == "kr.") return "";
  return fmt::format("{}{} {}", before, part.at("units").get<int>(),
                     label_of(unit, "units", language));
}

/// Of several rules of one service: the rule state where that is what differs, else whether it is
/// the usual one.
std::string rule_label(const Json& rule, Language language) {
  const Json& state = rule.at("rule_state");
  if (!state.is_null()) return label_of(state, "rule_state", language);
  const Json& name = rule.at("rule");
  return name == "full_state_refund" ? label_of(name, "payer_rule", language)
                                     : word("family.usual_rule", language);
}

void add_services(Page& page, const Json& document, Language language) {
  page.heading(phrase("family.services_heading", language));
  const Json& total = document.at("total");
  Table table = by_payer("", total, language);
  std::string last_owner;
  for (const Json& service : document.at("services")) {
    const bool is_programme = service.at("kind") == "programme";
    const std::string owner = owner_of(service, language);
    const Json& unit = service.at("unit");
    std::string name = spell_name(service.at("service"), language);
    if (is_programme) {
      name += ": " + owner;
    } else if (owner != last_owner) {
      table.row(owner, {});
    }
    last_owner = owner;
    table.row(name + units_of(service, unit, ", ", language), amounts(service, total, language),
              is_programme ? 0 : 2);
    const Json& rules = service.at("rules");
    if (rules.size() < 2) continue;
    for (const Json& rule : rules) {
      table.row(rule_label(rule, language) + units_of(rule, unit, ": ", language),
                amounts(rule, total, language), 4);
    }
  }
  table.row(phrase("family.all_years", language), amounts(total, total, language));
  page.add(table);
}

void add_rules(Page& page, const Json& rules, Language language) {
  page.heading(phrase("family.rules_heading", language));
  for (const Json& rule : rules) {
    std::string services;
    for (const Json& service : rule.at("services")) {
      append(services, ", ", spell_name(service, language));
    }
    const std::string name = label_of(rule.at("rule"), "payer_rule", language);
    const Json& law = rule.at("law");
    page.sentence(law.is_null() ? fmt::format("{}: {}", services, name)
                                : say(language, "family.rule_line", services, name, text_of(law)));
  }
}

void add_ladder(Page& page, const Json& ladders, Language language) {
  page.heading(phrase("family.ladder_heading", language));
  bool has_weeks = false;
  for (const Json& ladder : ladders) {
    if (!has_amount(ladder.at("total"))) continue;
    has_weeks = true;
    Table table = by_year(ladder, text_of(ladder.at("member")), language);
    for (const auto& step : ladder.at("total").items()) {
      add_course(table, label(language, "rule_state", step.key()), ladder, "/" + step.key(),
                 language, 2);
    }
    page.add(table);
  }
  if (!has_weeks) tell(page, language, "family.no_benefit_weeks");
  for (const Json& ladder : ladders) {
    const std::string& member = text_of(ladder.at("member"));
    const int before = ladder.at("ladder_weeks_before"), restarts = ladder.at("restarts");
    if (before > 0) {
      tell(page, language, "family.weeks_before", member, before,
           ladder.at("self_support_weeks_before").get<int>());
    }
    if (restarts > 0) tell(page, language, "family.restarted", member, restarts);
  }
}

}  // namespace

Page family_page(const Json& document, Language language) {
  const Json& total = document.at("total");
  Page page;
  add_top(page, document, language);
  add_who_pays(page, document, language);
  page.blank();
  page.add(parts("family.by_department", "department", total.at("departments"), total, language));
  page.blank();
  page.add(
      parts("family.by_account_type", "account_type", total.at("account_types"), total, language));
  add_services(page, document, language);
  add_rules(page, document.at("rules"), language);
  add_ladder(page, document.at("ladder"), language);
  if (!document.at("against").is_null()) add_comparison(page, document, language);
  return page;
}

}  // namespace samspil
