#include <algorithm>

#include "model/pages/workbook_case_parts.hpp"

namespace samspil {
namespace {

namespace at = case_column;

constexpr int spare_rows = 6, fewest_intakes = 5, fewest_years = 10;

constexpr std::array<const char*, 5> grades{"measured", "derived", "assumed", "calibrated", "own"};

template <std::size_t count>
std::vector<std::string> labels(const View& view, std::string_view group,
                                const std::array<const char*, count>& names) {
  std::vector<std::string> all;
  for (const char* name : names) all.push_back(view.label(group, name));
  return all;
}

/// A yellow cell with its text, or an empty one.
void put_text(Sheet& sheet, int row, int column, const std::string& said) {
  if (said.empty()) {
    sheet.blank(row, column, look::text_input);
  } else {
    sheet.text(row, column, said, look::text_input);
  }
}

void put_number(Sheet& sheet, int row, int column, const Json& value, NumberLook look) {
  if (value.is_null()) {
    sheet.blank(row, column, look::input(look));
  } else {
    sheet.number(row, column, value, look::input(look));
  }
}

class Inputs {
 public:
  Inputs(Sheet& sheet, const View& view) : sheet_{sheet}, view_{view} {
    inputs_.room = room_of(view.document);
    inputs_.sheet = &sheet;
  }

  CaseInputs add() {
    sheet_.widths = {{0, 38}, {1, 14}, {2, 22}, {3, 20}};
    const int last = at::first_year + inputs_.room.years + 1;
    sheet_.widths[last] = sheet_.widths[at::cost_source] = 16;
    int row = begin_sheet(sheet_, view_.text("book.case_inputs"),
                          view_.text("book.case_inputs_note"), 11);
    row = add_head(row);
    row = add_intakes(row + 1);
    row = add_costs(row + 1);
    add_consequences(row + 1);
    sheet_.frozen_columns = 1;
    return inputs_;
  }

 private:
  Formula head(int& row, const std::string& label, const Json& value, NumberLook look,
               double lowest, double highest) {
    sheet_.text(row, 0, label);
    put_number(sheet_, row, 1, value, look);
    rule(row, 1, lowest, highest);
    return sheet_.at(row++, 1);
  }

  void rule(int row, int column, double lowest, double highest) {
    sheet_.rules.push_back(
        {row,
         column,
         {},
         lowest,
         highest,
         view_.say("book.between", view_.short_number(lowest, 2), view_.short_number(highest, 2))});
  }
  void choose(int row, int column, std::vector<std::string> choices) {
    sheet_.rules.push_back({row, column, std::move(choices), 0, 0, view_.text("book.choose")});
  }

  int add_head(int row) {
    const Json& all = view_.document;
    sheet_.text(row, 0, view_.text("book.case_title"));
    const Json& title = all.at(view_.language == Language::da ? "title_da" : "title_en");
    put_text(sheet_, row, 1, title.is_null() ? std::string{} : title.get<std::string>());
    ++row;
    inputs_.first_year =
        head(row, view_.text("book.first_year"), all.at("first_year"), NumberLook::year, 0, 2200);
    head(row, view_.text("book.price_level"), all.at("price_level"), NumberLook::year, 0, 2200);
    inputs_.success_rate = head(row, view_.text("book.success_rate"), all.at("success_rate"),
                                NumberLook::percent, 0, 1);
    const Json& steps = all.at("discount_steps");
    for (const Json& step : steps) {
      const double from = step.at("from");
      inputs_.steps.push_back(from);
      inputs_.rates.push_back(head(row,
                                   view_.say("book.discount_from", view_.short_number(from, 0)),
                                   step.at("rate"), NumberLook::percent, 0, 1));
    }
    return row;
  }

  int add_intakes(int row) {
    const Json& given = view_.document.at("participants");
    sheet_.text(row, 0, view_.text("book.intakes"), look::heading);
    for (int i = 0; i < inputs_.room.intakes; ++i) {
      sheet_.text(row, 1 + i, view_.say("book.year_number", i + 1), look::right_heading);
    }
    sheet_.text(++row, 0, view_.text("book.participants"));
    for (int i = 0; i < inputs_.room.intakes; ++i) {
      const auto place = static_cast<std::size_t>(i);
      Json number;
      if (given.is_array() && place < given.size()) number = given[place];
      if (!given.is_array() && i == 0 && given != 0) number = given;
      put_number(sheet_, row, 1 + i, number, NumberLook::plain);
      rule(row, 1 + i, 0, 1e7);
      inputs_.participants.push_back(sheet_.at(row, 1 + i));
    }
    return row + 1;
  }

  /// Name, payer, department and type of account; of a row that is yet free, the usual ones.
  void put_account(int row, const Json* account) {
    const auto label_of = [&](const char* group, const char* key, const char* usual) {
      return view_.label(group, account == nullptr ? usual : account->at(key).get<std::string>());
    };
    const bool is_named = account != nullptr && !account->at("title").is_null();
    put_text(sheet_, row, at::name, is_named ? account->at("title").get<std::string>() : "");
    put_text(sheet_, row, at::payer, label_of("payer", "payer", "municipality"));
    put_text(sheet_, row, at::department, label_of("department", "department", "coordination"));
    put_text(sheet_, row, at::account_type, label_of("account_type", "account_type", "service"));
    choose(row, at::payer, labels(view_, "payer", payer_order));
    choose(row, at::department, labels(view_, "department", all_departments));
    choose(row, at::account_type, labels(view_, "account_type", account_types));
  }

  void put_origin(int row, int column, const Json* account) {
    const bool is_graded = account != nullptr && !account->at("grade").is_null();
    const bool has_source = account != nullptr && !account->at("source").is_null();
    put_text(sheet_, row, column,
             is_graded ? view_.label("grade", account->at("grade").get<std::string>()) : "");
    choose(row, column, labels(view_, "grade", grades));
    put_text(sheet_, row, column + 1, has_source ? account->at("source").get<std::string>() : "");
  }

  void account_headings(int row, Key title) {
    sheet_.text(row, at::name, view_.text(title), look::heading);
    sheet_.text(row, at::payer, view_.text("book.payer"), look::heading);
    sheet_.text(row, at::department, view_.text("book.department"), look::heading);
    sheet_.text(row, at::account_type, view_.text("book.account_type"), look::heading);
  }

  int add_costs(int row) {
    account_headings(row, "book.costs");
    sheet_.text(row, at::one_off, view_.text("book.one_off"), look::heading);
    sheet_.text(row, at::time, view_.text("book.time"), look::right_heading);
    sheet_.text(row, at::amount, view_.text("book.amount"), look::right_heading);
    sheet_.text(row, at::cost_grade, view_.text("book.grade"), look::heading);
    sheet_.text(row, at::cost_source, view_.text("book.source"), look::heading);
    inputs_.first_cost = ++row;
    const Json& costs = view_.document.at("costs");
    for (int i = 0; i < inputs_.room.costs; ++i, ++row) {
      const auto place = static_cast<std::size_t>(i);
      const Json* cost = place < costs.size() ? &costs[place] : nullptr;
      const bool is_one_off = cost != nullptr && cost->at("one_off").get<bool>();
      put_account(row, cost);
      put_text(sheet_, row, at::one_off,
               view_.text(is_one_off ? Key{"compare.has"} : Key{"compare.has_not"}));
      choose(row, at::one_off, {view_.text("compare.has"), view_.text("compare.has_not")});
      put_number(sheet_, row, at::time, cost != nullptr ? cost->at("time") : Json(),
                 NumberLook::plain);
      rule(row, at::time, 0, inputs_.room.last_position());
      put_number(sheet_, row, at::amount, cost != nullptr ? cost->at("amount") : Json(),
                 NumberLook::kroner);
      rule(row, at::amount, 0, 1e12);
      put_origin(row, at::cost_grade, cost);
    }
    return row;
  }

  void add_consequences(int row) {
    account_headings(row, "book.consequences");
    for (int year = 0; year < inputs_.room.years; ++year) {
      sheet_.text(row, at::first_year + year, view_.say("book.year_number", year + 1),
                  look::right_heading);
    }
    const int origin = at::first_year + inputs_.room.years;
    sheet_.text(row, origin, view_.text("book.grade"), look::heading);
    sheet_.text(row, origin + 1, view_.text("book.source"), look::heading);
    inputs_.first_consequence = ++row;
    const Json& all = view_.document.at("consequences");
    for (int i = 0; i < inputs_.room.consequences; ++i, ++row) {
      const auto place = static_cast<std::size_t>(i);
      const Json* one = place < all.size() ? &all[place] : nullptr;
      put_account(row, one);
      for (int year = 0; year < inputs_.room.years; ++year) {
        const auto y = static_cast<std::size_t>(year);
        const bool has = one != nullptr && y < one->at("per_success").size();
        put_number(sheet_, row, at::first_year + year, has ? one->at("per_success")[y] : Json(),
                   NumberLook::kroner);
        rule(row, at::first_year + year, -1e12, 1e12);
      }
      put_origin(row, origin, one);
    }
  }

  Sheet& sheet_;
  const View& view_;
  CaseInputs inputs_;
};

}  // namespace

CaseRoom room_of(const Json& document) {
  const auto count = [&](const char* key) { return static_cast<int>(document.at(key).size()); };
  CaseRoom room{count("costs") + spare_rows, count("consequences") + spare_rows, fewest_intakes,
                fewest_years};
  const Json& participants = document.at("participants");
  if (participants.is_array()) room.intakes = std::max(room.intakes, count("participants"));
  for (const Json& one : document.at("consequences")) {
    room.years = std::max(room.years, static_cast<int>(one.at("per_success").size()));
  }
  const int length = static_cast<int>(document.at("total").at("yearly").size());
  room.years = std::max(room.years, length - room.intakes);
  return room;
}

CellRange CaseInputs::of_costs(int column) const {
  return sheet->range(first_cost, column, first_cost + room.costs - 1, column);
}
CellRange CaseInputs::of_consequences(int column) const {
  return sheet->range(first_consequence, column, first_consequence + room.consequences - 1, column);
}

CaseInputs add_case_inputs(Sheet& sheet, const View& view) { return Inputs{sheet, view}.add(); }

}  // namespace samspil
