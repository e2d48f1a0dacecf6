#include "model/report/screen.hpp"

#include "model/core/calendar.hpp"
#include "model/report/year_rows.hpp"

namespace samspil {
namespace {

constexpr double days_per_month = days_per_year / 12.0;

/// Parts of the screen of one strategy.
class StrategyScreen {
 public:
  StrategyScreen(Page& page, const Report& report, const StrategyAppraisal& strategy,
                 const MoneyUnit& unit, Language language)
      : page_{page},
        report_{report},
        strategy_{strategy},
        centre_{strategy.at(EffectLevel::centre)},
        unit_{unit},
        rows_{page, report, unit, language},
        language_{language} {}

  void write() const {
    heading();
    own_budget();
    other_purses();
    verdict();
    levels();
    people();
  }

 private:
  std::string text(double kroner) const { return money(kroner, unit_, language_); }
  template <class... Args>
  void line(Word word, const Args&... args) const {
    page_.sentence(say(language_, word, args...));
  }

  void heading() const {
    const Strategy& strategy = report_.scenario.strategies[strategy_.strategy];
    page_.heading(title_of(strategy, language_));
    const double coordinator_years =
        static_cast<double>(outcome_total(report_.result, centre_.arm, Outcome::coordinators)) /
        static_cast<double>(report_.result.draws);
    line(Word::enrolled_line, number(family_years(report_, centre_.arm), 0, language_),
         number(coordinator_years / report_.appraisal.years, 1, language_));
  }

  void own_budget() const {
    rows_.header(Word::own_budget);
    for (std::size_t d = 0; d < department_count; ++d) {
      const Part part{.department = static_cast<Department>(d), .payer = Payer::municipality};
      if (is_all_zero(centre_.net_result, part)) continue;
      rows_.amounts(labels(language_).departments[d], centre_.net_result, part, 2);
    }
    const Part own{.payer = Payer::municipality};
    rows_.amounts(phrase(Word::municipality_in_all, language_), centre_.net_result, own);
    rows_.course(phrase(Word::cumulated, language_), course_of(centre_.net_result, own).cumulated,
                 2);
  }

  void other_purses() const {
    for (const Payer payer : {Payer::region, Payer::state}) {
      rows_.amounts(labels(language_).payers[index_of(payer)], centre_.net_result,
                    {.payer = payer});
    }
    rows_.amounts(phrase(Word::public_total, language_), centre_.net_result, {});
    rows_.amounts(phrase(Word::public_without_tax, language_), centre_.net_result,
                  {.with_tax = false}, 2);
    const Part citizens{.payer = Payer::citizen};
    if (!is_all_zero(centre_.net_result, citizens)) {
      rows_.amounts(phrase(Word::citizens, language_), centre_.net_result, citizens);
    }
  }

  void verdict() const {
    const Part own{.payer = Payer::municipality};
    const Course course = course_of(centre_.net_result, own);
    page_.blank();
    if (course.deficit_year == 0) {
      line(Word::no_deficit);
    } else {
      line(Word::deficit_line, text(report_.appraisal.kroner(-course.largest_deficit)),
           std::to_string(calendar_year(report_.scenario, course.deficit_year)));
    }
    if (!course.paid_back) {
      line(Word::not_paid_back);
    } else if (course.deficit_year == 0) {
      line(Word::paid_back_at_once);
    } else {
      line(Word::paid_back_in, calendar_year(report_.scenario, *course.paid_back));
    }
    const double rate = report_.scenario.discount_rate;
    const auto value = [&](const Part& part) {
      return text(present_value(report_.appraisal, centre_.net_result, part, rate));
    };
    line(Word::npv_line, short_number(100 * rate, 2, language_), value(own), value({}));
    per_family_year(own);
  }

  void per_family_year(const Part& own) const {
    const double years = family_years(report_, centre_.arm);
    if (years <= 0) return;
    const auto each = [&](const MoneyTable& table, const Part& part) {
      return number(report_.appraisal.kroner(total(table, part)) / years, 0, language_);
    };
    page_.sentence(
        say(language_, Word::per_family_year, each(centre_.net_result, own),
            each(centre_.net_result, {})) +
        ' ' + say(language_, Word::programme_per_family_year, each(centre_.programme_cost, {})));
  }

  void levels() const {
    constexpr std::size_t width = 17;
    MoneyUnit finer = unit_;  // An error is smaller than its total.
    if (finer.word == Word::in_millions) finer.decimals = 2;
    page_.blank();
    page_.row(phrase(Word::net_result_all_years, language_),
              {std::string{phrase(Word::no_effect, language_)},
               std::string{phrase(Word::centre_effect, language_)},
               std::string{phrase(Word::strong_effect, language_)}},
              width);
    const auto row = [&](std::string_view label, Purse purse, const Part& part) {
      std::vector<std::string> cells;
      for (const Saving& saving : strategy_.levels) {
        const double error = saving.error[index_of(purse)].standard_error;
        cells.push_back(fmt::format(
            "{} ± {}",
            money(report_.appraisal.kroner(total(saving.net_result, part)), finer, language_),
            money(error, finer, language_)));
      }
      page_.row(label, cells, width, 2);
    };
    const auto& payers = labels(language_).payers;
    row(payers[index_of(Payer::municipality)], Purse::municipality, {.payer = Payer::municipality});
    row(payers[index_of(Payer::region)], Purse::region, {.payer = Payer::region});
    row(payers[index_of(Payer::state)], Purse::state, {.payer = Payer::state});
    row(phrase(Word::public_total, language_), Purse::all_public, {});
    line(Word::error_note);
    if (const auto& ratio = centre_.error[index_of(Purse::all_public)].variance_ratio) {
      line(Word::ratio_note, number(*ratio, 0, language_));
    }
  }

  void people() const {
    page_.blank();
    std::vector<std::string> years;
    for (int year = 1; year <= report_.appraisal.years; ++year) {
      years.push_back(std::to_string(calendar_year(report_.scenario, year)));
    }
    years.emplace_back();
    page_.row(phrase(Word::per_100_families, language_), years, rows_.cell_width());
    const auto& names = labels(language_).outcomes;
    per_100(names[index_of(Outcome::parents_in_work)], Outcome::parents_in_work, 1);
    per_100(names[index_of(Outcome::children_placed)], Outcome::children_placed, 1);
    per_100(phrase(Word::home_measure_months, language_), Outcome::home_measure_days,
            days_per_month);
  }

  void per_100(std::string_view label, Outcome outcome, double divisor) const {
    const OutcomeChange change = outcome_change(report_.result, centre_.arm, outcome);
    const double families =
        static_cast<double>(report_.result.families) * static_cast<double>(report_.result.draws);
    std::vector<double> values;
    for (std::size_t y = 0; y < change.baseline.size(); ++y) {
      values.push_back(100 * static_cast<double>(change.strategy[y] - change.baseline[y]) /
                       (families * divisor));
    }
    rows_.changes(label, values, 2, 2);
  }

  Page& page_;
  const Report& report_;
  const StrategyAppraisal& strategy_;
  const Saving& centre_;
  MoneyUnit unit_;
  YearRows rows_;
  Language language_;
};

void top(Page& page, const Report& report, const MoneyUnit& unit, Language language) {
  const Scenario& scenario = report.scenario;
  const PopulationFit& population = report.result.population;
  const auto whole = [language](std::uint64_t value) {
    return number(static_cast<double>(value), 0, language);
  };
  page.sentence(title_of(scenario, language));
  page.sentence(say(language, Word::question, report.appraisal.years));
  page.sentence(say(language, Word::families_line, whole(report.result.families),
                    whole(report.result.sites), whole(population.target_children),
                    whole(population.target_adults), scenario.population.year));
  page.sentence(say(language, Word::law_line, scenario.law_year, price_levels(scenario),
                    report.result.draws, scenario.seed));
  page.sentence(say(language, Word::sign_sentence, phrase(unit.word, language)));
}

void bottom(Page& page, const Report& report, Language language) {
  const auto grades = count_grades(report.scenario);
  const auto grade = [&](Grade which) { return grades[index_of(which)]; };
  page.blank();
  page.sentence(say(language, Word::evidence_line, grade(Grade::measured), grade(Grade::derived),
                    grade(Grade::assumed), grade(Grade::calibrated), grade(Grade::own)));
  if (all_effects_are_assumed(report.scenario)) {
    page.sentence(say(language, Word::no_measured_effect));
  }
  page.sentence(say(language, Word::hash_line, report.hash));
}

}  // namespace

std::string screen(const Report& report, Language language) {
  Page page;
  const MoneyUnit unit = common_unit(report.appraisal);
  top(page, report, unit, language);
  for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
    StrategyScreen{page, report, strategy, unit, language}.write();
  }
  if (report.appraisal.strategies.empty()) page.sentence(say(language, Word::no_strategies));
  bottom(page, report, language);
  return page.text();
}

}  // namespace samspil
