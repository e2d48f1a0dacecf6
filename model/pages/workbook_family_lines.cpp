#include "model/pages/workbook_family_parts.hpp"

namespace samspil {
namespace {

/// Where the columns of the sheet of lines are.
namespace column {
constexpr int year = 0, member = 1, service = 2, rule = 3, department = 4, account_type = 5;
constexpr int units = 6, weekly = 7, gross = 8, paid = 9, law = 13;
}  // namespace column

std::string service_label(const View& view, const std::string& service) {
  if (service == "programme") return view.text("family.programme");
  if (service == "expensive_children") return view.text("family.expensive_children");
  if (service == "expensive_adults") return view.text("family.expensive_adults");
  return view.label("service", service);
}

std::string rule_label(const View& view, const std::string& rule) {
  const std::string settlement = view.label("settlement", rule);
  if (settlement != rule) return settlement;
  const std::size_t point = rule.find('.');
  std::string label = view.label("payer_rule", rule.substr(0, point));
  if (point != std::string::npos) label += ": " + view.label("rule_state", rule.substr(point + 1));
  return label;
}

/// One account: every line of every year.
class LineSheet {
 public:
  LineSheet(Sheet& sheet, const FamilyBook& book) : sheet_{sheet}, view_{book.view} {}

  AccountLines add(const std::string& called, const std::vector<const Json*>& years) {
    sheet_.widths = {{0, 8},  {1, 16}, {2, 32}, {3, 40}, {4, 22},
                     {5, 18}, {6, 9},  {7, 12}, {8, 13}, {13, 40}};
    int row = begin_sheet(sheet_, called, view_.text("book.family_lines_note"), 12);
    headings(row);
    first_ = ++row;
    for (const Json* year : years) {
      for (const Json& line : year->at("services")) add_line(row++, year->at("year"), line);
    }
    last_ = row - 1;
    sheet_.paragraph(row + 1, 12, view_.text("book.family_closed_note"), look::note);
    return ranges();
  }

 private:
  void headings(int row) {
    int at = 0;
    for (const Key key : {Key{"book.year"}, Key{"book.member"}, Key{"book.service"},
                          Key{"book.rule"}, Key{"book.department"}, Key{"book.account_type"},
                          Key{"book.units"}, Key{"book.weekly"}, Key{"book.gross"}}) {
      sheet_.text(row, at++, view_.text(key), look::heading);
    }
    for (const char* payer : payer_order) {
      sheet_.text(row, at++, view_.label("payer", payer), look::right_heading);
    }
    sheet_.text(row, at, view_.text("book.law"), look::heading);
    sheet_.frozen_rows = row + 1;
    sheet_.repeated_rows = row + 1;
  }

  void add_line(int row, int year, const Json& line) {
    const bool is_open = line.at("is_open");
    const bool has_price = !line.at("weekly").is_null();
    const Json& member = line.at("member");
    sheet_.number(row, column::year, year, {.look = NumberLook::year});
    sheet_.text(row, column::member,
                member.is_null() || member == "household" ? view_.text("family.household")
                                                          : member.get<std::string>());
    sheet_.text(row, column::service, service_label(view_, line.at("service")));
    sheet_.text(row, column::rule, rule_label(view_, line.at("rule")));
    sheet_.text(row, column::department,
                view_.label("department", line.at("department").get<std::string>()));
    sheet_.text(row, column::account_type,
                view_.label("account_type", line.at("account_type").get<std::string>()));
    if (!line.at("law").is_null()) {
      sheet_.text(row, column::law, line.at("law").get<std::string>(), {.is_note = true});
    }
    const auto cell = [&](NumberLook look) {
      return is_open ? look::input(look) : look::closed(look);
    };
    if (has_price) {
      put_priced(row, line, cell(NumberLook::ore));
    } else {
      sheet_.number(row, column::gross, line.at("gross"), cell(NumberLook::ore));
      put_shares(row, line, sheet_.at(row, column::gross), literal(1), is_open);
    }
  }

  /// A week's price is split once, into whole øre, and times the weeks.
  void put_priced(int row, const Json& line, CellStyle price) {
    const bool by_day = line.at("unit") == "day";
    const bool is_revenue = line.at("account_type") == "revenue";
    const Formula units =
        sheet_.number(row, column::units, line.at("units"), look::closed(NumberLook::kroner));
    const Formula weeks = by_day ? units / literal(7) : units;
    const Formula weekly = sheet_.number(row, column::weekly, line.at("weekly"), price);
    const Formula each = is_revenue ? -weekly : weekly;
    sheet_.formula(row, column::gross, each * weeks, look::of(NumberLook::ore));
    put_shares(row, line, each, weeks, line.at("is_open"));
  }

  /// The municipality has what is left. Figures that no formula follows stand as they are.
  void put_shares(int row, const Json& line, const Formula& amount, const Formula& times,
                  bool is_open) {
    for (int payer = 3; payer >= 0; --payer) {
      const char* name = payer_order[static_cast<std::size_t>(payer)];
      const int at = column::paid + payer;
      if (!is_open) {
        sheet_.number(row, at, line.at("payers").at(name), look::closed(NumberLook::ore));
      } else if (payer > 0) {
        const Formula share = literal(line.at("shares").at(name).get<double>());
        sheet_.formula(row, at, rounded(amount * share, 2) * times, look::of(NumberLook::ore));
      } else {
        sheet_.formula(row, at,
                       sheet_.at(row, column::gross) - sheet_.at(row, at + 1) -
                           sheet_.at(row, at + 2) - sheet_.at(row, at + 3),
                       look::of(NumberLook::ore));
      }
    }
  }

  AccountLines ranges() const {
    const auto of = [&](int at) { return sheet_.range(first_, at, last_, at); };
    AccountLines lines{
        of(column::year), of(column::department), of(column::account_type), of(column::service), {},
        of(column::gross)};
    for (int payer = 0; payer < 4; ++payer) lines.paid.push_back(of(column::paid + payer));
    return lines;
  }

  Sheet& sheet_;
  const View& view_;
  int first_ = 0, last_ = 0;
};

}  // namespace

AccountLines add_family_lines(Sheet& sheet, const FamilyBook& book, const std::string& called,
                              const std::vector<const Json*>& years) {
  return LineSheet{sheet, book}.add(called, years);
}

}  // namespace samspil
