#include <array>

#include "model/pages/family_tables.hpp"
#include "model/words/numbers.hpp"

namespace samspil {
namespace {

std::string file_name(const Json& document) {
  const std::string& file = text_of(document.at("file"));
  return file.substr(file.find_last_of('/') + 1);
}

std::string purse_label(const char* purse, Language language) {
  return purse == public_purses.back() ? word("family.public_total", language)
                                       : std::string{label(language, "payer", purse)};
}

Table differences(const Json& against, Language language) {
  Table table = by_year(against, phrase("family.own_money", language), language);
  add_municipality(table, against, language);
  Cells cumulated;
  for (const Json& sum : against.at("cumulated")) cumulated.push_back(kroner(sum, language));
  table.row(phrase("family.cumulated", language), std::move(cumulated), 2);
  add_other_payers(table, against, language);
  return table;
}

Table present_values(const Json& against, Language language) {
  Table table;
  table.has_equal_columns = true;
  table.row(phrase("family.npv_heading", language),
            {phrase("family.at_end", language), phrase("family.at_middle", language),
             phrase("family.at_start", language)});
  for (const char* purse : public_purses) {
    Cells cells;
    for (const char* timing : {"end", "middle", "start"}) {
      cells.push_back(kroner(against.at("npv_by_timing").at(timing).at(purse), language));
    }
    table.row(purse_label(purse, language), std::move(cells), 2);
  }
  return table;
}

/// Empty where nothing moves.
std::string paybacks(const Json& against, Language language) {
  const Json& total = against.at("total");
  std::string list;
  for (const char* purse : public_purses) {
    const Json& years = against.at("payback").at(purse);
    const Json& saved = total.contains(purse) ? total.at(purse) : total.at("payers").at(purse);
    const std::string name = purse_label(purse, language);
    if (!years.is_null()) {
      append(list, "; ",
             years == 0 ? say(language, "family.payback_at_once", name)
                        : say(language, "family.payback_years", name, number(years, 2, language)));
    } else if (saved != 0) {
      append(list, "; ", say(language, "family.payback_never", name));
    }
  }
  return list;
}

void add_relief(Page& page, const Json& document, Language language) {
  const Json& against = document.at("against");
  const auto text = [&](const Json& amount) { return kroner(amount, language).text; };
  page.blank();
  tell(page, language, "family.frame_line", text(against.at("service_frame_relief")),
       text(against.at("treasury_relief")));
  if (against.at("budget_guarantee") != 0) {
    tell(page, language, "family.guarantee_line", text(against.at("budget_guarantee")));
  }
  const Json& ours = document.at("children_refund");
  const Json& theirs = against.at("children_refund");
  if (ours.at("pooled") == ours.at("alone") && theirs.at("pooled") == theirs.at("alone")) return;
  const Json& saved = against.at("average_shares").at("pooled_children").at("municipality");
  tell(page, language, "family.pooling_lost", text(ours.at("pooled")), text(theirs.at("pooled")),
       file_name(against), text(ours.at("alone")), text(theirs.at("alone")),
       text(against.at("children_saving_alone")), text(saved.at("by_rules")));
}

Table averages(const Json& shares, Language language) {
  Table table;
  table.row("", {phrase("family.by_rules", language), phrase("family.by_average", language),
                 phrase("family.missed", language)});
  const auto add = [&](Key label_key, const Json& group) {
    const Json& municipality = group.at("municipality");
    if (group.at("gross") == 0 && municipality.at("by_rules") == 0) return;
    table.row(phrase(label_key, language), {});
    for (const char* payer : {"municipality", "state"}) {
      const Json& saved = group.at(payer);
      const Json& missed = saved.at("missed_by");
      table.row(label(language, "payer", payer),
                {kroner(saved.at("by_rules"), language),
                 kroner(saved.at("by_average_shares"), language),
                 {signed_number(missed, 0, language), missed.get<double>()}},
                2);
    }
  };
  add("family.average_children", shares.at("pooled_children"));
  add("family.average_ladder", shares.at("ladder_benefits"));
  return table;
}

}  // namespace

void add_comparison(Page& page, const Json& document, Language language) {
  const Json& against = document.at("against");
  const std::string ours = file_name(document), theirs = file_name(against);
  page.heading(say(language, "family.against_heading", theirs));
  tell(page, language, "family.against_sign", ours, theirs);
  const int our_law = document.at("law_year"), their_law = against.at("law_year");
  if (our_law != their_law) {
    tell(page, language, "family.against_law", ours, our_law, theirs, their_law);
  }
  page.add(differences(against, language));
  page.blank();
  page.add(present_values(against, language));
  tell(page, language, "family.npv_note");
  const std::string list = paybacks(against, language);
  if (!list.empty()) tell(page, language, "family.payback_line", list);
  add_relief(page, document, language);
  const Table average = averages(against.at("average_shares"), language);
  if (average.rows.size() == 1) return;  // no rule moves anything
  page.blank();
  tell(page, language, "family.average_heading");
  page.add(average);
  tell(page, language, "family.average_note", theirs);
}

}  // namespace samspil
