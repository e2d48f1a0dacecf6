#include "model/pages/run_parts.hpp"

namespace samspil {

void write_committees(Page& page, const View& view) {
  const Json& strategies = view.document.at("strategies");
  if (strategies.empty() || strategies.front().at("committees").is_null()) return;
  Table table =
      view.year_table(view.text(view.by_sign("committee.table", "committee.table_more")), true);
  for (const Json& strategy : strategies) {
    table.row(short_title(view, strategy), {});
    for (const Json& row : strategy.at("committees")) {
      const Json& name = row.at("name");
      if (name.is_null() && !has_amount(row.at("by_year"))) continue;
      table.row(name.is_null() ? view.text("committee.none") : name.get<std::string>(),
                view.saved_by_year(row.at("by_year"), row.at("in_all")), 2);
    }
  }
  page.blank();
  page.add(table);
}

void write_own_accounts(Page& page, const View& view) {
  const Json& accounts = view.document.at("own_accounts");
  if (accounts.empty()) return;
  Table table;
  table.row(view.text("account.table"),
            {view.text("account.own"), view.text("account.simulated"), view.text("account.ratio")});
  bool is_outside = false, is_unmoved = false, is_matched = false;
  for (const Json& account : accounts) {
    const bool outside = account.at("is_outside");
    const Json& ratio = account.at("ratio");
    is_outside = is_outside || outside;
    is_matched = is_matched || !account.at("matched_by").is_null();
    is_unmoved = is_unmoved || !account.at("is_moved").get<bool>();
    table.row(account.at("function").get<std::string>() + ", " +
                  std::to_string(account.at("year").get<int>()),
              {view.amount(account.at("own")), view.amount(account.at("simulated")),
               ratio.is_null()
                   ? Cell{"-"}
                   : Cell{view.number(ratio, 2) + (outside ? " !" : ""), ratio.get<double>()}},
              2);
  }
  page.blank();
  page.add(table);
  page.sentence(view.text(is_matched ? Key{"account.note_matched"} : Key{"account.note"}));
  if (is_outside) page.sentence(view.text("account.outside"));
  if (is_unmoved) page.sentence(view.text("account.unmoved"));
}

}  // namespace samspil
