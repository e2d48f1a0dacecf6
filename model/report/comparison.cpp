#include "model/report/comparison.hpp"

#include <algorithm>
#include <cmath>

#include "model/appraisal/cashable.hpp"
#include "model/appraisal/draw_spread.hpp"
#include "model/core/calendar.hpp"
#include "model/pages/page.hpp"
#include "model/report/words.hpp"
#include "model/simulation/common_terms.hpp"

namespace samspil {
namespace {

class ComparisonTables {
 public:
  ComparisonTables(Page& page, const Report& report, const MoneyUnit& unit, Language language)
      : page_{page}, report_{report}, unit_{unit}, language_{language} {}

  void write() const {
    page_.heading(phrase("compare.compared", language_));
    terms();
    net_results(Purse::municipality);
    in_the_budget();
    net_results(Purse::state);
    net_results(Purse::all_public);
    page_.sentence(error_note(report_.result, language_));
    page_.sentence(phrase("compare.cashable_note", language_));
    if (report_.result.draws > 1) draws();
    programme();
    people();
    page_.sentence(phrase("compare.column_note", language_));
    tried_on();
  }

 private:
  using Cells = std::vector<std::string>;

  std::string text(Key word) const { return std::string{phrase(word, language_)}; }
  const Strategy& strategy_of(const StrategyAppraisal& appraised) const {
    return report_.scenario.strategies[appraised.strategy];
  }
  std::string title(const StrategyAppraisal& appraised) const {
    return short_title(strategy_of(appraised), language_);
  }
  std::string percent(double share) const { return short_number(100 * share, 1, language_); }

  void terms() const {
    const Comparison& comparison = report_.scenario.comparison;
    const auto& enrolment = report_.result.enrolment;
    if (comparison.terms == Terms::as_described || enrolment.empty()) {
      page_.sentence(phrase("compare.as_described", language_));
    } else if (comparison.terms == Terms::same_families) {
      page_.sentence(say(language_, "compare.same_families", percent(enrolment.front().share)));
      drawn_share(enrolment.front().share);
    } else {
      same_budget(enrolment);
    }
    if (const auto number = share_set_by(report_.scenario); number && !enrolment.empty()) {
      const Strategy& narrowest = samspil::strategy_of(report_.scenario, *number);
      page_.sentence(say(language_, "compare.share_set_by", short_title(narrowest, language_)));
    }
    if (comparison.present_practice) {
      page_.sentence(say(language_, "compare.present_practice",
                         short_title(*comparison.present_practice, language_)));
    }
  }

  /// Each family is drawn by itself, so that of few families quite another share is enrolled.
  void drawn_share(double asked) const {
    constexpr double told_from = 0.01;
    const auto& appraised = report_.appraisal.strategies;
    const auto enrols = std::find_if(appraised.begin(), appraised.end(), [&](const auto& one) {
      return strategy_of(one).levers.role != CoordinationRole::none;
    });
    if (enrols == appraised.end() || report_.result.families == 0) return;
    const std::size_t arm = enrols->at(EffectLevel::centre).arm;
    const YearCounts& first_year = report_.result.counts[arm].years.front();
    const double enrolled =
        static_cast<double>(first_year.outcomes[index_of(Outcome::enrolled_families)]) /
        static_cast<double>(report_.result.runs());
    const auto families = static_cast<double>(report_.result.families);
    if (std::abs(enrolled / families - asked) < told_from) return;
    page_.sentence(say(language_, "compare.lot_drew", short_number(enrolled, 1, language_),
                       number(families, 0, language_), percent(enrolled / families)));
  }

  void same_budget(const std::vector<EnrolledShare>& enrolment) const {
    page_.sentence(say(language_, "compare.same_budget",
                       short_title(report_.scenario.strategies.front(), language_),
                       percent(enrolment.front().share)));
    if (enrolment.size() == 1) return;
    const auto [least, most] = std::minmax_element(
        enrolment.begin() + 1, enrolment.end(), [](const EnrolledShare& a, const EnrolledShare& b) {
          return a.budget_share < b.budget_share;
        });
    page_.sentence(say(language_, "compare.budget_met",
                       short_number(100 * least->budget_share, 2, language_),
                       short_number(100 * most->budget_share, 2, language_)));
  }

  std::string_view purse_label(Purse purse) const {
    if (purse == Purse::all_public) return phrase("run.public_total", language_);
    return labels(language_).payers[index_of(*part_of(purse).payer)];
  }

  /// A table of one line per strategy, told by `cells` from its centre arm.
  template <class CellsOf>
  void table(std::string_view label, const std::vector<Key>& columns,
             const CellsOf& cells_of) const {
    Table table;
    Cells head;
    for (const Key column : columns) head.push_back(text(column));
    table.row(label, std::move(head));
    for (const StrategyAppraisal& appraised : report_.appraisal.strategies) {
      table.row(title(appraised), cells_of(appraised), 2);
    }
    page_.blank();
    page_.add(table);
  }

  /// What `sum_of` makes of each level of effect.
  template <class SumOf>
  Cells level_cells(const StrategyAppraisal& appraised, const MoneyUnit& unit,
                    const SumOf& sum_of) const {
    Cells cells;
    for (const Saving& saving : appraised.levels) {
      cells.push_back(money(report_.appraisal.kroner(sum_of(saving)), unit, language_));
    }
    return cells;
  }

  void net_results(Purse purse) const {
    const MoneyUnit unit = level_unit();
    table(
        say(language_, "compare.net_of", purse_label(purse)),
        {"compare.none", "compare.weak", "compare.centre", "compare.strong", "compare.plus_minus"},
        [&](const StrategyAppraisal& appraised) {
          Cells cells = level_cells(appraised, unit, [&](const Saving& saving) {
            return total(saving.net_result, part_of(purse));
          });
          const MeanError& error = appraised.at(EffectLevel::centre).mean_error[index_of(purse)];
          cells.push_back(error.standard_error ? money(*error.standard_error, unit, language_)
                                               : "-");
          return cells;
        });
  }

  /// The municipality's net result with savings as they can be taken out of its budget.
  void in_the_budget() const {
    const MoneyUnit unit = level_unit();
    table(phrase("compare.cashable", language_),
          {"compare.none", "compare.weak", "compare.centre", "compare.strong"},
          [&](const StrategyAppraisal& appraised) {
            return level_cells(appraised, unit, [&](const Saving& saving) {
              const CashableResult parts =
                  cashable_result(report_.appraisal, report_.scenario.catalogue, saving.arm);
              return total(parts.net_result, part_of(Purse::municipality));
            });
          });
  }

  DrawSpread spread(const StrategyAppraisal& appraised, Purse purse) const {
    return *draw_spread(report_.result, appraised.at(EffectLevel::centre).arm, purse);
  }

  /// What the uncertain inputs make of the centre effect.
  void draws() const {
    const MoneyUnit unit = level_unit();
    double error = 0;
    std::optional<double> luck;
    for (const Purse purse : {Purse::municipality, Purse::all_public}) {
      table(say(language_, "compare.spread_of", purse_label(purse)),
            {"compare.p5", "compare.p50", "compare.p95", "compare.chance", "compare.better"},
            [&](const StrategyAppraisal& appraised) {
              const DrawSpread own = spread(appraised, purse);
              error = std::max(error, own.chance_error);
              if (own.luck_share) luck = std::max(luck.value_or(0), *own.luck_share);
              return Cells{money(own.p5, unit, language_), money(own.p50, unit, language_),
                           money(own.p95, unit, language_), percent(own.chance),
                           percent(own.better)};
            });
    }
    page_.sentence(say(language_, "compare.draws_note", whole(report_.result.draws, language_),
                       whole(report_.result.drawn_names.size(), language_),
                       short_number(100 * error, 2, language_),
                       text(report_.scenario.draw_levers ? Key{"compare.levers_drawn"}
                                                         : Key{"compare.levers_held"})));
    if (luck) page_.sentence(say(language_, "compare.luck_note", percent(*luck)));
  }

  /// Four levels of effect, or a spread, side by side have no room for decimals of thousands.
  MoneyUnit level_unit() const noexcept {
    MoneyUnit unit = unit_;
    for (const StrategyAppraisal& appraised : report_.appraisal.strategies) {
      for (const Saving& saving : appraised.levels) {
        const double kroner = report_.appraisal.kroner(total(saving.net_result, {}));
        if (std::abs(kroner) >= 1000 * unit.kroner) unit.decimals = 0;
      }
    }
    return unit;
  }

  /// The programme's own cost, whatever it is compared with.
  std::string programme_per_year(const Saving& saving) const {
    const double years = family_years(report_, saving.arm);
    if (years <= 0) return "-";
    Ore sum = 0;
    for (const YearCounts& year : report_.result.counts[saving.arm].years) {
      for (std::size_t i = 0; i < programme_item_count; ++i) {
        if (is_operation(static_cast<ProgrammeItem>(i))) sum += year.programme[i];
      }
    }
    return number(report_.appraisal.kroner(sum) / years, 0, language_);
  }

  /// Mean over draws and years.
  double a_year(const ArmCounts& counts, Outcome which) const {
    std::int64_t sum = 0;
    for (const YearCounts& year : counts.years) sum += year.outcomes[index_of(which)];
    return static_cast<double>(sum) /
           (static_cast<double>(report_.result.runs()) * report_.appraisal.years);
  }

  void programme() const {
    table(phrase("compare.programme", language_),
          {"compare.family_years", "compare.caseworkers", "compare.per_caseworker",
           "compare.programme_year"},
          [&](const StrategyAppraisal& appraised) {
            const Saving& centre = appraised.at(EffectLevel::centre);
            const StaffUse staff = staff_use(report_, centre.arm);
            return Cells{number(samspil::family_years(report_, centre.arm), 0, language_),
                         count_text(staff.paid_years / report_.appraisal.years, language_),
                         families_per_caseworker(staff, language_), programme_per_year(centre)};
          });
  }

  void people() const {
    constexpr double days_per_month = days_per_year / 12.0;
    table(phrase("compare.people", language_),
          {"compare.in_work", "compare.placed", "compare.home_months"},
          [&](const StrategyAppraisal& appraised) {
            const std::size_t arm = appraised.at(EffectLevel::centre).arm;
            const double hundreds =
                samspil::family_years(report_, arm) / (100.0 * report_.appraisal.years);
            const ArmCounts& own = report_.result.counts[arm];
            const ArmCounts& reference = reference_counts(report_.result, arm);
            const auto change = [&](Outcome which, double divisor) {
              if (hundreds <= 0) return std::string{"-"};
              return change_text(
                  (a_year(own, which) - a_year(reference, which)) / (divisor * hundreds),
                  language_);
            };
            return Cells{change(Outcome::parents_in_work, 1), change(Outcome::children_placed, 1),
                         change(Outcome::home_measure_days, days_per_month)};
          });
  }

  /// One line per population that strategies were tried on, where it is not the one of this run.
  void tried_on() const {
    const std::string& here = report_.scenario.population.id;
    std::vector<std::pair<std::string, std::string>> lines;  // on whom, and which strategies
    for (const StrategyAppraisal& appraised : report_.appraisal.strategies) {
      const Strategy& strategy = strategy_of(appraised);
      const auto& there = strategy.tried_on_populations;
      if (std::find(there.begin(), there.end(), here) != there.end()) continue;
      const std::string& on =
          language_ == Language::da ? strategy.tried_on_da : strategy.tried_on_en;
      const auto same = std::find_if(lines.begin(), lines.end(),
                                     [&](const auto& line) { return line.first == on; });
      if (same != lines.end()) {
        same->second += "; " + title(appraised);
      } else {
        lines.emplace_back(on, title(appraised));
      }
    }
    if (lines.empty()) return;
    page_.blank();
    page_.sentence(phrase("compare.tried_elsewhere", language_));
    for (const auto& [on, titles] : lines) {
      page_.sentence(say(language_, "compare.tried_line", titles, on), 2);
    }
  }

  Page& page_;
  const Report& report_;
  MoneyUnit unit_;
  Language language_;
};

}  // namespace

std::string error_note(const RunResult& result, Language language) {
  if (result.draws < 2) return std::string{phrase("run.error_note", language)};
  return say(language, "run.mean_error_note", whole(result.draws, language));
}

std::string short_title(const Strategy& strategy, Language language) {
  const std::string title = title_of(strategy, language);
  return title.substr(0, title.find(" ("));
}

void write_comparison(Page& page, const Report& report, const MoneyUnit& unit, Language language) {
  ComparisonTables{page, report, unit, language}.write();
}

}  // namespace samspil
