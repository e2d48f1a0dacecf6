#include "model/pages/workbook_case_parts.hpp"

namespace samspil {
namespace {

constexpr int first_position = 1;

struct PurseResult {
  CellRange yearly, cumulated, discounted, discounted_cumulated;
};

class Results {
 public:
  Results(Sheet& sheet, const View& view, const CaseInputs& inputs, const CaseLines& lines)
      : sheet_{sheet},
        view_{view},
        inputs_{inputs},
        lines_{lines},
        last_{inputs.room.last_position()} {}

  void add() {
    sheet_.widths = {{0, 40}};
    int row = begin_sheet(sheet_, view_.text("book.case_results"),
                          view_.text("book.case_results_note"), 9);
    sheet_.paragraph(row++, 9, view_.text("case.contrast_note"), look::caveat);
    const int verdict_row = row + 1;
    row = verdict_row + 10;
    add_case_years(sheet_, row, first_position, view_, inputs_, true);
    years_ = sheet_.range(row, first_position, first_position + last_);
    ++row;
    for (std::size_t purse = 0; purse < lines_.purses.size(); ++purse) row = add_purse(row, purse);
    add_verdict(verdict_row);
    add_chart(row + 1);
  }

 private:
  std::string label_of(std::size_t purse) const {
    if (purse == payer_order.size()) return view_.text("run.public_total");
    return purse == 3 ? view_.text("run.citizens") : view_.label("payer", payer_order[purse]);
  }

  /// By year, with a running sum below.
  CellRange put_row(int row, const std::string& label, const CellRange& benefit,
                    const CellRange& cost, CellStyle style) {
    sheet_.text(row, 0, label, style.is_total ? look::bold_total : look::plain);
    for (int p = 0; p <= last_; ++p) {
      const auto i = static_cast<std::size_t>(p);
      sheet_.formula(row, first_position + p,
                     inputs_.success_rate * benefit.cells[i] - cost.cells[i], style);
    }
    const CellRange all = sheet_.range(row, first_position, first_position + last_);
    sheet_.formula(row, first_position + last_ + 1, sum(all), style);
    return all;
  }

  CellRange put_sums(int row, Key label, const CellRange& yearly) {
    return add_cumulated(sheet_, row, view_.text(label), first_position, yearly,
                         NumberLook::kroner);
  }

  int add_purse(int row, std::size_t purse) {
    const CasePurseRows& of = lines_.purses[purse];
    PurseResult result;
    result.yearly =
        put_row(row++, label_of(purse), of.benefit, of.cost, look::total(NumberLook::kroner));
    result.cumulated = put_sums(row++, "run.cumulated", result.yearly);
    result.discounted = put_row(row, view_.text("case.discounted"), of.benefit_discounted,
                                of.cost_discounted, look::of(NumberLook::kroner));
    sheet_.cells[{row++, 0}].style.indent = 1;
    result.discounted_cumulated = put_sums(row++, "case.discounted_cumulated", result.discounted);
    results_.push_back(result);
    return row;
  }

  /// Inside a year the amount falls evenly.
  Formula payback(const Formula& last, const CellRange& yearly, const CellRange& sums) const {
    const Formula places = literal(last_ + 1);
    const Formula part =
        minimum(absolute(at_place(sums, last)) / at_place(yearly, last + literal(1)), literal(1));
    return if_else(equal(last, literal(0)), literal(0),
                   if_else(equal(last, places), literal_text(view_.text("case.never")),
                           last - literal(1) + part));
  }

  void add_verdict(int row) {
    static constexpr std::array<std::size_t, 4> shown{0, 1, 2, 4};
    const std::array<Key, 9> labels{"case.npv",
                                    "case.payback",
                                    "case.payback_discounted",
                                    "case.break_even",
                                    "case.break_even_undiscounted",
                                    "case.successes_needed",
                                    "book.last_deficit",
                                    "book.last_deficit_discounted",
                                    "book.total_undiscounted"};
    sheet_.text(row, 0, view_.text("case.verdict"), look::heading);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      sheet_.text(row + 1 + static_cast<int>(i), 0, view_.text(labels[i]),
                  {.is_bold = i == 0, .is_note = i == 6 || i == 7});
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
      const int column = 1 + static_cast<int>(i);
      sheet_.text(row, column, label_of(shown[i]), look::right_heading);
      add_verdict_of(row + 1, column, shown[i]);
    }
  }

  void add_verdict_of(int row, int column, std::size_t purse) {
    const PurseResult& of = results_[purse];
    const CasePurseRows& rows = lines_.purses[purse];
    const auto put = [&](int below, const Formula& formula, NumberLook look) {
      CellStyle style = look::of(look);
      style.is_bold = below == 0;
      return sheet_.formula(row + below, column, formula, style);
    };
    put(0, of.discounted_cumulated.cells.back(), NumberLook::kroner);
    const Formula last = put(6, last_deficit(of.cumulated), NumberLook::kroner);
    const Formula last_discounted =
        put(7, last_deficit(of.discounted_cumulated), NumberLook::kroner);
    put(8, of.cumulated.cells.back(), NumberLook::kroner);
    put(1, payback(last, of.yearly, of.cumulated), NumberLook::tenths);
    put(2, payback(last_discounted, of.discounted, of.discounted_cumulated), NumberLook::tenths);
    const auto rate = [&](const CellRange& cost, const CellRange& benefit) {
      return if_else(sum(benefit) > literal(0.005), sum(cost) / sum(benefit), literal_text("-"));
    };
    const Formula needed =
        put(3, rate(rows.cost_discounted, rows.benefit_discounted), NumberLook::percent);
    put(4, rate(rows.cost, rows.benefit), NumberLook::percent);
    Formula people = literal(0);
    for (const Formula& intake : inputs_.participants) {
      people = people.text == "0" ? intake : people + intake;
    }
    put(5, if_else(equal(needed, literal_text("-")), literal_text("-"), needed * people),
        NumberLook::tenths);
  }

  void add_chart(int row) {
    const auto series = [&](std::size_t purse, const char* payer) {
      return ChartSeries{label_of(purse), results_[purse].cumulated, colour_of(payer)};
    };
    sheet_.charts.push_back({.kind = ChartKind::lines,
                             .title = view_.text("book.chart_cumulated"),
                             .axis = view_.text("run.in_thousands"),
                             .description = view_.text("book.chart_cumulated_note"),
                             .categories = years_,
                             .series = {series(0, "municipality"), series(4, "public")},
                             .row = row,
                             .column = 0});
  }

  Sheet& sheet_;
  const View& view_;
  const CaseInputs& inputs_;
  const CaseLines& lines_;
  int last_;
  CellRange years_;
  std::vector<PurseResult> results_;
};

class Committee {
 public:
  Committee(Sheet& sheet, const View& view, const CaseInputs& inputs, const CaseLines& lines)
      : sheet_{sheet},
        view_{view},
        inputs_{inputs},
        lines_{lines},
        last_{inputs.room.last_position()} {}

  void add() {
    sheet_.widths = {{0, 40}};
    int row = begin_sheet(sheet_, view_.text("book.case_committee"),
                          view_.text("book.case_committee_note"), 9);
    sheet_.paragraph(row++, 9, view_.text("case.contrast_note"), look::caveat);
    add_case_years(sheet_, ++row, first_position, view_, inputs_, true);
    sheet_.frozen_rows = row + 1;
    sheet_.repeated_rows = row + 1;
    const int implementation = ++row;
    row = add_block(row, "case.implementation", false,
                    [&](int p, const Formula& type) { return -one_off(p, type); });
    const int permanent = row;
    row = add_block(row, "case.permanent", false, [&](int p, const Formula& type) {
      return inputs_.success_rate * benefit(p, type) - (cost(p, type) - one_off(p, type));
    });
    const int total = row;
    row = add_block(row, "case.effect_in_all", true, [&](int p, const Formula& type) {
      (void)type;
      return sheet_.at(implementation, first_position + p) +
             sheet_.at(permanent, first_position + p);
    });
    add_cumulated(sheet_, row, view_.text("run.cumulated"), first_position,
                  sheet_.range(total, first_position, first_position + last_),
                  NumberLook::thousands);
    row = add_full_effect(row + 2, permanent);
    add_departments(row + 1);
  }

 private:
  Formula name_of(const char* group, const char* name) const {
    return literal_text(view_.label(group, name));
  }
  Formula municipality() const { return name_of("payer", "municipality"); }

  Formula cost(int p, const Formula& type) const {
    return sum_if({{inputs_.of_costs(case_column::payer), municipality()},
                   {inputs_.of_costs(case_column::account_type), type}},
                  lines_.of_costs(p));
  }
  Formula one_off(int p, const Formula& type) const {
    return sum_if(
        {{inputs_.of_costs(case_column::payer), municipality()},
         {inputs_.of_costs(case_column::account_type), type},
         {inputs_.of_costs(case_column::one_off), literal_text(view_.text("compare.has"))}},
        lines_.of_costs(p));
  }
  Formula benefit(int p, const Formula& type) const {
    return sum_if({{inputs_.of_consequences(case_column::payer), municipality()},
                   {inputs_.of_consequences(case_column::account_type), type}},
                  lines_.of_consequences(p));
  }

  /// A total, and below it every type of account; of the total of totals only itself.
  template <class Amount>
  int add_block(int row, Key label, bool is_in_all, const Amount& amount) {
    const int head = row++;
    sheet_.text(head, 0, view_.text(label), look::bold_total);
    if (!is_in_all) {
      for (const char* type : account_types) {
        const Formula name = name_of("account_type", type);
        sheet_.text(row, 0, view_.label("account_type", type), {.indent = 1});
        for (int p = 0; p <= last_; ++p) {
          sheet_.formula(row, first_position + p, amount(p, name), look::of(NumberLook::thousands));
        }
        add_total(row++, look::of(NumberLook::thousands));
      }
    }
    for (int p = 0; p <= last_; ++p) {
      const int column = first_position + p;
      const Formula head_amount =
          is_in_all ? amount(p, Formula{}) : sum(sheet_.range(head + 1, column, row - 1, column));
      sheet_.formula(head, column, head_amount, look::total(NumberLook::thousands));
    }
    add_total(head, look::total(NumberLook::thousands));
    return row;
  }

  void add_total(int row, CellStyle style) {
    sheet_.formula(row, first_position + last_ + 1,
                   sum(sheet_.range(row, first_position, first_position + last_)), style);
  }

  int add_full_effect(int row, int permanent) {
    const CellRange years = sheet_.range(permanent, first_position + 1, first_position + last_);
    const Formula best = largest(years);
    sheet_.text(row, 0, view_.text("book.full_effect"));
    sheet_.formula(
        row, 1,
        if_else(best > literal(0.005),
                inputs_.first_year + first_at_least(years, best) - literal(1), literal_text("-")),
        {.look = NumberLook::year});
    return row + 1;
  }

  void add_departments(int row) {
    namespace at = case_column;
    add_case_years(sheet_, row, first_position, view_, inputs_, true);
    sheet_.text(row++, 0, view_.text("book.by_department"), look::heading);
    for (const char* name : own_departments) {
      const Formula department = name_of("department", name);
      sheet_.text(row, 0, view_.label("department", name));
      for (int p = 0; p <= last_; ++p) {
        const Formula cost = sum_if({{inputs_.of_costs(at::payer), municipality()},
                                     {inputs_.of_costs(at::department), department}},
                                    lines_.of_costs(p));
        const Formula benefit = sum_if({{inputs_.of_consequences(at::payer), municipality()},
                                        {inputs_.of_consequences(at::department), department}},
                                       lines_.of_consequences(p));
        sheet_.formula(row, first_position + p, inputs_.success_rate * benefit - cost,
                       look::of(NumberLook::thousands));
      }
      add_total(row++, look::of(NumberLook::thousands));
    }
  }

  Sheet& sheet_;
  const View& view_;
  const CaseInputs& inputs_;
  const CaseLines& lines_;
  int last_;
};

}  // namespace

void add_case_results(Sheet& sheet, const View& view, const CaseInputs& inputs,
                      const CaseLines& lines) {
  Results{sheet, view, inputs, lines}.add();
}

void add_case_committee(Sheet& sheet, const View& view, const CaseInputs& inputs,
                        const CaseLines& lines) {
  Committee{sheet, view, inputs, lines}.add();
}

}  // namespace samspil
