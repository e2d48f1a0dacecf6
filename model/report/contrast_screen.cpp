#include "model/report/contrast_screen.hpp"

#include <cmath>

#include "model/render/text.hpp"
#include "model/words/numbers.hpp"

namespace samspil {
namespace {

class ContrastScreen {
 public:
  ContrastScreen(Page& page, const ContrastReport& report, Language language)
      : page_{page},
        scenario_{report.scenario},
        spec_{report.spec},
        result_{report.result},
        lines_{report.result.lines},
        language_{language} {}

  void write(bool detail) const {
    top();
    who_succeeds();
    page_.heading(word("contrast.published_title"));
    if (kroner(result_.contrast, ContrastGroup::adult_and_child, Adjustment::raw).empty()) {
      line("contrast.no_difference");
    } else {
      beside_published();
      distance();
      parts("contrast.payers_title", CostLines::payers, [&](std::size_t i) {
        return Part{std::string{labels(language_).payers[i]},
                    lines_.of_payer(static_cast<Payer>(i))};
      });
      parts("contrast.areas_title", lines_.areas.size(), [&](std::size_t i) {
        return Part{main_area_label(lines_.areas[i], language_), lines_.of_area(i)};
      });
      if (detail) details();
    }
    effect();
    cannot_say();
  }

 private:
  /// A line of costs under a name.
  struct Part {
    std::string label;
    std::size_t cost_line = 0;
  };

  template <class... Args>
  void line(Key which, const Args&... args) const {
    page_.sentence(say(language_, which, args...));
  }
  std::string word(Key which) const { return std::string{phrase(which, language_)}; }
  /// In 1,000 kr.
  std::string thousands(double kroner) const { return number(kroner / 1000, 1, language_); }
  std::string cell(const Coefficient& own) const {
    return thousands(own.value) + " ± " + thousands(own.standard_error);
  }
  std::string year(int number) const { return std::to_string(scenario_.population.year + number); }

  const std::vector<Coefficient>& kroner(const StatusContrast& contrast, ContrastGroup group,
                                         Adjustment adjustment) const {
    return contrast[index_of(group)].kroner[index_of(adjustment)].by_outcome;
  }
  std::string cell(const StatusContrast& contrast, ContrastGroup group, Adjustment adjustment,
                   std::size_t cost_line) const {
    const auto& lines = kroner(contrast, group, adjustment);
    return lines.empty() ? "-" : cell(lines[cost_line]);
  }
  double value(const StatusContrast& contrast, ContrastGroup group, Adjustment adjustment,
               std::size_t cost_line) const {
    const auto& lines = kroner(contrast, group, adjustment);
    return lines.empty() ? std::nan("") : lines[cost_line].value;
  }
  std::size_t social() const { return lines_.of_department(Department::child_family); }

  void top() const {
    const PopulationSpec& spec = scenario_.population;
    line("contrast.title", language_ == Language::da ? spec.title_da : spec.title_en);
    line("contrast.families_line", whole(result_.families, language_), scenario_.seed, spec.year,
         year(1), year(scenario_.years), scenario_.catalogue.law.year,
         scenario_.catalogue.price_level);
    line("contrast.success_line", year(1));
    line("contrast.unit_line");
  }

  std::string percent(std::uint64_t part, std::uint64_t all) const {
    return all == 0
               ? "-"
               : number(100 * static_cast<double>(part) / static_cast<double>(all), 1, language_);
  }

  void who_succeeds() const {
    page_.heading(word("contrast.success_title"));
    const auto& [adult_group, child_group, both] = result_.contrast;
    Table table;
    table.row("", {word("contrast.adults"), word("contrast.children")});
    table.row(word("contrast.people"),
              {whole(adult_group.people, language_), whole(child_group.people, language_)});
    table.row(word("contrast.succeed"), {percent(adult_group.successes, adult_group.people),
                                         percent(child_group.successes, child_group.people)});
    table.row(say(language_, "contrast.before", year(0)),
              {percent(adult_group.successes_before, adult_group.successes), ""});
    page_.add(table);
  }

  std::string published_cell(ContrastFigure figure) const {
    if (scenario_.years != published_years) return "-";
    const Quantity& own = spec_.of(figure);
    const std::string amount = number(own.value / 1000, 0, language_);
    if (own.low == own.value) return say(language_, "contrast.more_than", amount);
    if (own.high == own.value) return say(language_, "contrast.less_than", amount);
    return amount;
  }

  void contrast_rows(const StatusContrast& contrast, bool is_beside, Table& table) const {
    const auto row = [&](Key label, ContrastGroup group, std::size_t cost_line,
                         std::string beside) {
      std::vector<std::string> cells;
      for (std::size_t a = 0; a < adjustment_count; ++a) {
        cells.push_back(cell(contrast, group, static_cast<Adjustment>(a), cost_line));
      }
      if (is_beside) cells.push_back(std::move(beside));
      table.row(word(label), std::move(cells), is_beside ? 0 : 2);
    };
    row("contrast.adult_and_child", ContrastGroup::adult_and_child, lines_.of_total(),
        published_cell(ContrastFigure::adult_and_child));
    row("contrast.adult", ContrastGroup::adult, lines_.of_total(), "");
    row("contrast.child", ContrastGroup::child, lines_.of_total(), "");
    row("contrast.child_social", ContrastGroup::child, social(),
        published_cell(ContrastFigure::child_social));
  }

  void beside_published() const {
    Table table;
    table.row("", {word("contrast.raw"), word("contrast.adjusted"), word("contrast.status_before"),
                   word("contrast.published")});
    contrast_rows(result_.contrast, true, table);
    if (result_.without_coupling) {
      table.row(word("contrast.without_coupling"), {});
      contrast_rows(*result_.without_coupling, false, table);
    }
    page_.add(table);
    if (!result_.without_coupling) line("contrast.coupling_is_off");
    line("contrast.adjusted_note");
  }

  void distance_of(Key sentence, ContrastGroup group, std::size_t cost_line) const {
    const auto at = [&](Adjustment adjustment) {
      return value(result_.contrast, group, adjustment, cost_line);
    };
    const double raw_value = at(Adjustment::raw);
    const double adjusted_value = at(Adjustment::as_published);
    const double rest = at(Adjustment::status_before);
    if (std::isnan(adjusted_value) || std::isnan(rest)) return;
    line(sentence, thousands(raw_value), thousands(raw_value - adjusted_value),
         thousands(adjusted_value - rest), thousands(rest));
  }

  void distance() const {
    page_.heading(word("contrast.distance_title"));
    distance_of("contrast.distance_adult", ContrastGroup::adult, lines_.of_total());
    distance_of("contrast.distance_child", ContrastGroup::child, social());
    if (result_.without_coupling) {
      const auto& without = child_raw_of(*result_.without_coupling);
      const FirstCoefficients share = combined(child_raw_of(result_.contrast), -1, without);
      if (!share.by_outcome.empty()) {
        line("contrast.distance_coupling", cell(share.by_outcome[social()]),
             cell(without.by_outcome[social()]));
      }
    }
    if (result_.by_success) {
      line("contrast.distance_effect", cell(result_.by_success->adults),
           number(result_.by_success->work_years, 1, language_),
           thousands(
               value(result_.contrast, ContrastGroup::adult, Adjustment::raw, lines_.of_total())));
    }
  }

  static const FirstCoefficients& child_raw_of(const StatusContrast& contrast) {
    return contrast[index_of(ContrastGroup::child)].kroner[index_of(Adjustment::raw)];
  }

  /// Parts of the contrast of adults and of children, raw and adjusted.
  template <class PartAt>
  void parts(Key heading, std::size_t count, const PartAt& part_at) const {
    page_.heading(word(heading));
    Table table;
    table.row("", {word("contrast.adult_raw"), word("contrast.adult_adjusted"),
                   word("contrast.child_raw"), word("contrast.child_adjusted")});
    const auto row = [&](const Part& part) {
      std::vector<std::string> cells;
      for (const ContrastGroup group : {ContrastGroup::adult, ContrastGroup::child}) {
        for (const Adjustment adjustment : {Adjustment::raw, Adjustment::as_published}) {
          cells.push_back(cell(result_.contrast, group, adjustment, part.cost_line));
        }
      }
      table.row(part.label, std::move(cells));
    };
    for (std::size_t i = 0; i < count; ++i) row(part_at(i));
    row({word("contrast.four_years"), lines_.of_total()});
    page_.add(table);
  }

  void details() const {
    // What a strategy costs and what the block grant moves is no part of a contrast.
    parts("contrast.departments_title", index_of(Department::coordination), [&](std::size_t i) {
      return Part{std::string{labels(language_).departments[i]},
                  lines_.of_department(static_cast<Department>(i))};
    });
    line("contrast.state_transfers");
    parts("contrast.years_title", static_cast<std::size_t>(scenario_.years), [&](std::size_t i) {
      const int number = static_cast<int>(i) + 1;
      return Part{year(number), lines_.of_year(number)};
    });
    const auto first = [&](Adjustment adjustment) {
      return thousands(
          value(result_.contrast, ContrastGroup::adult_and_child, adjustment, lines_.of_year(1)));
    };
    line("contrast.published_year_1",
         number(spec_.of(ContrastFigure::adult_and_child_year_1).value / 1000, 0, language_),
         first(Adjustment::raw), first(Adjustment::as_published));
  }

  void effect() const {
    page_.heading(word("contrast.effect_title"));
    if (!result_.by_work_year && !result_.by_success) return line("contrast.no_effect");
    line("contrast.effect_line",
         short_number(spec_.of(ContrastFigure::job_entry_ratio).value, 2, language_));
    const std::array<const std::optional<EffectPerUnit>*, 2> columns{&result_.by_work_year,
                                                                     &result_.by_success};
    Table table;
    table.row("", {word("contrast.per_work_year"), word("contrast.per_success")});
    const auto row = [&](Key label, Coefficient EffectPerUnit::*part, std::size_t indent) {
      std::vector<std::string> cells;
      for (const auto* column : columns) {
        cells.push_back(*column ? cell(**column.*part) : "-");
      }
      table.row(word(label), std::move(cells), indent);
    };
    row("contrast.all_public", &EffectPerUnit::all_public, 0);
    row("contrast.of_adults", &EffectPerUnit::adults, 2);
    row("contrast.of_children", &EffectPerUnit::children, 2);
    row("contrast.municipality", &EffectPerUnit::municipality, 0);
    std::vector<std::string> units, years;
    for (const auto* column : columns) {
      units.push_back(*column ? number((*column)->units, 0, language_) : "-");
      years.push_back(*column ? number((*column)->work_years, 1, language_) : "-");
    }
    table.row(word("contrast.how_many"), std::move(units));
    table.row(word("contrast.work_years"), std::move(years));
    page_.add(table);
  }

  void cannot_say() const {
    page_.heading(word("contrast.cannot_title"));
    for (const Key sentence : {Key{"contrast.association"}, Key{"contrast.child_rule"},
                               Key{"contrast.unlike_published"}, Key{"contrast.validation"}}) {
      page_.sentence("- " + word(sentence));
    }
  }

  Page& page_;
  const Scenario& scenario_;
  const ContrastSpec& spec_;
  const ContrastResult& result_;
  const CostLines& lines_;
  Language language_;
};

}  // namespace

std::string contrast_screen(const ContrastReport& report, bool detail, Language language) {
  Page page;
  ContrastScreen{page, report, language}.write(detail);
  return as_text(page);
}

}  // namespace samspil
