#include "model/pages/case_page.hpp"

#include "model/pages/case_tables.hpp"

namespace samspil {
namespace {

std::string percent(double share, Language language) {
  return short_number(100 * share, 1, language);
}

std::string title_of(const Json& document, Language language) {
  for (const char* title : {language == Language::da ? "title_da" : "title_en", "title"}) {
    if (!document.at(title).is_null()) return text_of(document.at(title));
  }
  return word("case.investment_case", language);
}

std::string rate_text(const Json& document, Language language) {
  const Json& rates = document.at("discount_rates");
  const auto text = [&](std::size_t i) {
    return short_number(100 * rates.at(i).get<double>(), 2, language);
  };
  if (rates.size() == 1) return say(language, "case.flat_rate", text(0));
  return say(language, "case.fm_rate", text(0), text(1), text(2));
}

void add_top(Page& page, const Json& document, const MoneyUnit& unit, Language language) {
  const auto count = [&](const Json& value) { return short_number(value, 1, language); };
  page.sentence(title_of(document, language));
  tell(page, language, "case.participants_line", count(document.at("participants_in_all")),
       percent(document.at("success_rate"), language), count(document.at("expected_successes")));
  const Json& participants = document.at("participants");
  if (participants.is_array()) {
    std::string intakes;
    for (const Json& intake : participants) append(intakes, " + ", count(intake));
    tell(page, language, "case.intakes_line", participants.size(), intakes);
  }
  const Json& level = document.at("price_level");
  tell(page, language, "case.basis_line", document.at("first_year").get<int>(),
       level.is_null() ? word("case.own_prices", language)
                       : say(language, "case.prices_of", level.get<int>()));
  tell(page, language, "case.law_line");
  tell(page, language, "case.discount_line", rate_text(document, language));
  tell(page, language, "run.sign_sentence", phrase(unit.word, language));
}

void add_verdict(Page& page, const std::vector<CasePurse>& purses, const MoneyUnit& unit,
                 Language language) {
  page.heading(phrase("case.verdict", language));
  page.add(verdict(purses, unit, language));
  std::string beyond_all;
  for (const CasePurse& purse : purses) {
    const Json& needed = purse.result->at("break_even_success_rate");
    if (!needed.is_null() && needed > 1) append(beyond_all, ", ", purse.label);
  }
  if (!beyond_all.empty()) tell(page, language, "case.beyond_all", beyond_all);
}

void add_uncertainty(Page& page, const Json& document, const std::vector<CasePurse>& purses,
                     const MoneyUnit& unit, Language language) {
  page.heading(phrase("case.uncertainty", language));
  const Json& means = document.at("input_means");
  if (means.is_null()) {
    tell(page, language, "case.certain_case");
    return;
  }
  std::string inputs;
  for (const auto& input : means.items()) {
    append(inputs, "; ", label(language, "case", input.key()));
  }
  tell(page, language, "case.uncertain_inputs", inputs, whole(document.at("draws"), language),
       document.at("seed").get<std::uint32_t>());
  const std::string known = percent(document.at("success_rate"), language);
  const std::string mean =
      means.contains("success_rate") ? percent(means.at("success_rate"), language) : known;
  if (mean != known) tell(page, language, "case.other_mean", mean, known);
  const std::uint32_t cut_off = document.at("success_rates_cut_off");
  if (cut_off > 0) tell(page, language, "case.cut_off_line", whole(cut_off, language));
  page.add(uncertainty(purses, unit, language));
  tell(page, language, "case.error_note");
  tell(page, language, "case.evpi_note");
  page.blank();
  page.add(sensitivity(purses, unit, language));
  tell(page, language, "case.sensitivity_note");
}

void add_committee(Page& page, const Json& document, Language language) {
  const Json& form = document.at("committee");
  page.heading(say(language, "case.committee", phrase("run.in_thousands", language)));
  if (form.at("departments").empty()) {
    tell(page, language, "case.municipality_untouched");
    return;
  }
  page.add(committee_form(document, language));
  const Json& full_effect = form.at("full_effect_from");
  page.sentence(full_effect.is_null() ? word("case.no_full_effect", language)
                                      : say(language, "case.full_effect", full_effect.get<int>()));
  const Json& payback = form.at("payback_simple");
  if (payback.is_null()) {
    tell(page, language, "case.payback_never");
  } else if (payback <= 0) {
    tell(page, language, "case.payback_at_once");
  } else {
    tell(page, language, "case.payback_line", number(payback, 1, language));
  }
  std::string names;
  for (const Json& department : form.at("departments")) {
    append(names, "; ", label_of(department, "department", language));
  }
  tell(page, language, "case.departments_line", names);
}

/// A cost or a consequence: its name, whose account, `amounts`, and where the number comes from.
void add_account(Page& page, const std::string& title, const Json& account,
                 const std::string& amounts, Language language) {
  page.sentence(title);
  page.sentence(fmt::format("{}; {}; {}", label_of(account.at("payer"), "payer", language),
                            label_of(account.at("department"), "department", language),
                            label_of(account.at("account_type"), "account_type", language)),
                2);
  page.sentence(amounts, 2);
  const Json &grade = account.at("grade"), &source = account.at("source");
  std::string origin;
  if (!grade.is_null()) append(origin, "; ", label_of(grade, "grade", language));
  if (!source.is_null()) append(origin, "; ", text_of(source));
  if (origin.empty()) origin = word("run.not_given", language);
  page.sentence(fmt::format("{}: {}", phrase("run.target", language), origin), 2);
}

}  // namespace

Page case_page(const Json& document, Language language) {
  const MoneyUnit unit = unit_of(document);
  const std::vector<CasePurse> purses = purses_of(document, language);
  Page page;
  add_top(page, document, unit, language);
  page.heading(phrase("case.net_by_year", language));
  page.add(net_by_year(document, unit, language));
  add_verdict(page, purses, unit, language);
  add_uncertainty(page, document, purses, unit, language);
  add_committee(page, document, language);
  page.blank();
  tell(page, language, "case.net_of_anyway");
  tell(page, language, "case.contrast_note");
  return page;
}

Page case_detail_page(const Json& document, Language language) {
  const auto title_or = [](const Json& row, std::string other) {
    return row.at("title").is_null() ? std::move(other) : text_of(row.at("title"));
  };
  Page page;
  page.heading(phrase("case.detail_rows", language));
  for (const Json& cost : document.at("costs")) {
    const std::string amount = say(language, "case.at_time", number(cost.at("amount"), 0, language),
                                   short_number(cost.at("time"), 2, language));
    const Key kind = cost.at("one_off") ? Key{"case.one_off"} : Key{"case.running"};
    add_account(page, title_or(cost, word("case.cost", language)), cost,
                fmt::format("{}; {}", amount, phrase(kind, language)), language);
  }
  for (const Json& consequence : document.at("consequences")) {
    std::string amounts;
    for (const Json& amount : consequence.at("per_success")) {
      append(amounts, "; ", number(amount, 0, language));
    }
    add_account(page, title_or(consequence, ""), consequence,
                say(language, "case.per_success", amounts), language);
  }
  return page;
}

}  // namespace samspil
