#include "model/report/screen.hpp"

#include <numeric>

#include "model/appraisal/cashable.hpp"
#include "model/appraisal/payer_split.hpp"
#include "model/render/text.hpp"
#include "model/report/comparison.hpp"
#include "model/report/dependence.hpp"
#include "model/report/law_and_prices.hpp"
#include "model/report/people.hpp"
#include "model/report/words.hpp"
#include "model/report/year_table.hpp"

namespace samspil {
namespace {

/// Strategies whose own budgets stand on the screen: more would not fit three pages.
constexpr std::size_t most_on_screen = 4;

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
        language_{language} {}

  void write() const {
    heading();
    write_budget();
  }

  void write_budget() const {
    YearTable table{report_, unit_, language_};
    own_budget(table);
    other_purses(table);
    table.write(page_);
    verdict();
  }

  /// What a single strategy has below, and many have in detail.
  void write_people_and_levels() const {
    levels();
    page_.blank();
    write_people(page_, report_, centre_, language_);
  }

 private:
  std::string text(double kroner) const { return money(kroner, unit_, language_); }
  template <class... Args>
  void line(Key word, const Args&... args) const {
    page_.sentence(say(language_, word, args...));
  }

  void heading() const {
    const Strategy& strategy = report_.scenario.strategies[strategy_.strategy];
    page_.heading(title_of(strategy, language_));
    const StaffUse staff = staff_use(report_, centre_.arm);
    line("run.enrolled_line", number(family_years(report_, centre_.arm), 0, language_),
         count_text(staff.paid_years / report_.appraisal.years, language_),
         families_per_caseworker(staff, language_));
  }

  void own_budget(YearTable& rows) const {
    rows.heading(phrase("run.own_budget", language_), true);
    for (std::size_t d = 0; d < department_count; ++d) {
      const Part part{.department = static_cast<Department>(d), .payer = Payer::municipality};
      if (is_all_zero(centre_.net_result, part)) continue;
      rows.amounts(labels(language_).departments[d], centre_.net_result, part, 2);
    }
    const Part own{.payer = Payer::municipality};
    rows.amounts(phrase("run.municipality_in_all", language_), centre_.net_result, own);
    rows.course(phrase("run.cumulated", language_), course_of(centre_.net_result, own).cumulated,
                2);
  }

  void other_purses(YearTable& rows) const {
    for (const Payer payer : {Payer::region, Payer::state}) {
      rows.amounts(labels(language_).payers[index_of(payer)], centre_.net_result, {.payer = payer});
    }
    rows.amounts(phrase("run.public_total", language_), centre_.net_result, {});
    rows.amounts(phrase("run.public_without_tax", language_), centre_.net_result,
                 {.with_tax = false}, 2);
    const Part citizens{.payer = Payer::citizen};
    if (!is_all_zero(centre_.net_result, citizens)) {
      rows.amounts(phrase("run.citizens", language_), centre_.net_result, citizens);
    }
  }

  void verdict() const {
    const Part own{.payer = Payer::municipality};
    const Course course = course_of(centre_.net_result, own);
    page_.blank();
    if (course.deficit_year == 0) {
      line("run.no_deficit");
    } else {
      line("run.deficit_line", text(report_.appraisal.kroner(-course.largest_deficit)),
           std::to_string(calendar_year(report_.scenario, course.deficit_year)));
    }
    if (!course.paid_back) {
      line("run.not_paid_back");
    } else if (course.deficit_year == 0) {
      line("run.paid_back_at_once");
    } else {
      line("run.paid_back_in", calendar_year(report_.scenario, *course.paid_back));
    }
    const Discounting discounting = discounting_of(report_.scenario);
    const auto value = [&](const Part& part) {
      return text(present_value(report_.appraisal, centre_.net_result, part, discounting));
    };
    line("run.npv_line", short_number(100 * discounting.rate.steps[0].rate, 2, language_),
         labels(language_).timings[index_of(discounting.timing)], value(own), value({}));
    whose_money(own);
    in_the_budget(own);
    per_family_year(own);
  }

  void whose_money(const Part& own) const {
    const auto in_all = [&](AccountType type) {
      Ore sum = 0;
      const AccountTable accounts = municipality_by_account_type(report_.appraisal, centre_.arm);
      for (const Ore amount : accounts[index_of(type)]) sum += amount;
      return text(report_.appraisal.kroner(sum));
    };
    line("run.frame_line", in_all(AccountType::service),
         text(report_.appraisal.kroner(total(centre_.net_result, own))));
    const AverageShares average =
        average_shares(report_.appraisal, report_.scenario.catalogue, centre_.arm);
    line("run.average_line", text(report_.appraisal.kroner(average.excess(Payer::municipality))),
         text(report_.appraisal.kroner(average.excess(Payer::state))));
  }

  void in_the_budget(const Part& own) const {
    const CashableResult parts =
        cashable_result(report_.appraisal, report_.scenario.catalogue, centre_.arm);
    const auto kr = [&](const MoneyTable& table) {
      return text(report_.appraisal.kroner(total(table, own)));
    };
    line("run.cashable_line", kr(parts.net_result), kr(parts.not_cashable),
         kr(parts.after_horizon));
  }

  void per_family_year(const Part& own) const {
    const double years = family_years(report_, centre_.arm);
    if (years <= 0) return;
    const auto each = [&](const MoneyTable& table, const Part& part) {
      return number(report_.appraisal.kroner(total(table, part)) / years, 0, language_);
    };
    page_.sentence(
        say(language_, "run.per_family_year", each(centre_.net_result, own),
            each(centre_.net_result, {})) +
        ' ' + say(language_, "run.programme_per_family_year", each(centre_.programme_cost, {})));
  }

  void levels() const {
    MoneyUnit finer = unit_;
    if (finer.word == "run.in_thousands") finer.decimals = 1;  // Small runs have small errors.
    Table table;
    table.row(phrase("run.net_result_all_years", language_),
              {std::string{phrase("run.no_effect", language_)},
               std::string{phrase("run.weak_effect", language_)},
               std::string{phrase("run.centre_effect", language_)},
               std::string{phrase("run.strong_effect", language_)}});
    const auto row = [&](std::string_view label, Purse purse) {
      std::vector<std::string> cells;
      for (const Saving& saving : strategy_.levels) {
        const Ore sum = total(saving.net_result, part_of(purse));
        const auto& error = saving.mean_error[index_of(purse)].standard_error;
        cells.push_back(fmt::format("{} ± {}",
                                    money(report_.appraisal.kroner(sum), finer, language_),
                                    error ? money(*error, finer, language_) : "-"));
      }
      table.row(label, std::move(cells), 2);
    };
    const auto& payers = labels(language_).payers;
    row(payers[index_of(Payer::municipality)], Purse::municipality);
    row(payers[index_of(Payer::region)], Purse::region);
    row(payers[index_of(Payer::state)], Purse::state);
    row(phrase("run.public_total", language_), Purse::all_public);
    page_.blank();
    page_.add(table);
    page_.sentence(error_note(report_.result, language_));
    if (const auto& ratio = centre_.error[index_of(Purse::all_public)].variance_ratio) {
      line("run.ratio_note", number(*ratio, 0, language_));
    }
  }

  Page& page_;
  const Report& report_;
  const StrategyAppraisal& strategy_;
  const Saving& centre_;
  MoneyUnit unit_;
  Language language_;
};

void top(Page& page, const Report& report, const MoneyUnit& unit, Language language) {
  const Scenario& scenario = report.scenario;
  const PopulationFit& population = report.result.population;
  const auto n = [language](std::uint64_t value) { return whole(value, language); };
  page.sentence(title_of(scenario, language));
  page.sentence(say(language, "run.question", report.appraisal.years));
  page.sentence(say(language, "run.families_line", n(report.result.families),
                    n(report.result.sites), n(population.target_children),
                    n(population.target_adults), scenario.population.year));
  page.sentence(say(
      language, "run.law_line", scenario.catalogue.law.year, scenario.catalogue.price_level,
      report.result.runs() == 1
          ? say(language, "run.one_draw")
          : say(language, "run.mean_of_draws", n(report.result.draws), n(report.result.replicates)),
      scenario.seed));
  write_law_and_prices(page, scenario, language);
  page.sentence(say(language, "run.sign_sentence", phrase(unit.word, language)));
}

/// The first and the last year's shares of baseline benefit weeks by step of the refund ladder.
std::string ladder_text(const Report& report, Language language) {
  const auto year_text = [&](int year) {
    const LadderShares shares =
        ladder_shares(report.result.counts[0].years[static_cast<std::size_t>(year - 1)],
                      report.scenario.catalogue);
    std::string line = fmt::format("{} ", calendar_year(report.scenario, year));
    for (std::size_t step = 0; step < shares.size(); ++step) {
      line += fmt::format("{}{}", step > 0 ? " / " : "", number(100 * shares[step], 1, language));
    }
    return fmt::format("{} %", line);
  };
  const int last = report.appraisal.years;
  return last == 1 ? year_text(1) : fmt::format("{}; {}", year_text(1), year_text(last));
}

/// How cost and people drift with nobody responsible, so that drift is not taken for a saving.
void baseline(Page& page, const Report& report, Language language) {
  const int years = report.appraisal.years;
  const MoneyTable cost = cost_of_consequences(report.appraisal.ledgers[0], years);
  const MoneyUnit unit =
      money_unit(report.appraisal.kroner(total(cost, {.with_block_grant = false})));
  YearTable table{report, unit, language};
  table.heading(phrase("run.baseline_title", language), false);
  const auto row = [&](std::string_view label, Part part) {
    std::vector<Ore> by_year;
    for (int year = 1; year <= years; ++year) {
      part.year = year;
      by_year.push_back(total(cost, part));
    }
    table.course(say(language, "run.cost_of", label, phrase(unit.word, language)), by_year, 2);
  };
  row(labels(language).payers[index_of(Payer::municipality)],
      {.payer = Payer::municipality, .with_block_grant = false});
  row(phrase("run.public_total", language), {.with_block_grant = false});
  const auto aged = [&](Outcome birthday) {
    const std::vector<double> by_year = baseline_counts(report, birthday);
    table.counts(labels(language).outcomes[index_of(birthday)], by_year, 2);
    return count_text(std::accumulate(by_year.begin(), by_year.end(), 0.0), language);
  };
  const std::string turned_18 = aged(Outcome::turned_18);
  const std::string turned_23 = aged(Outcome::turned_23);
  page.blank();
  table.write(page);
  page.sentence(say(language, "run.aged_out_note", turned_18, turned_23));
  page.sentence(say(language, "run.ladder_line", ladder_text(report, language)));
}

std::string mechanism_list(const Scenario& scenario, bool on, Language language) {
  std::string list;
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    if (scenario.mechanisms[i] != on) continue;
    list += (list.empty() ? "" : "; ") + std::string{labels(language).mechanisms[i]};
  }
  return list.empty() ? std::string{phrase("run.none", language)} : list;
}

void bottom(Page& page, const Report& report, const MoneyUnit& unit, Language language) {
  const Scenario& scenario = report.scenario;
  const auto grades = count_grades(scenario);
  const auto grade = [&](Grade which) { return grades[index_of(which)]; };
  page.blank();
  page.sentence(say(language, "run.evidence_line", grade(Grade::measured), grade(Grade::derived),
                    grade(Grade::assumed), grade(Grade::calibrated), grade(Grade::own)));
  const EffectsSeen seen = effects_seen(scenario);
  const auto by = [&](Design design) { return seen.by_design[index_of(design)]; };
  page.sentence(say(language, "run.no_measured_effect", by(Design::randomised),
                    by(Design::quasi_experiment), by(Design::before_after), by(Design::none),
                    seen.outright));
  page.sentence(say(language, "run.tax_note"));
  page.sentence(say(language, "run.mechanisms_line", mechanism_list(scenario, true, language),
                    mechanism_list(scenario, false, language)));
  write_dependence(page, report, unit, language);
  page.sentence(say(language, "run.hash_line", report.hash));
}

}  // namespace

std::string screen(const Report& report, Language language) {
  Page page;
  const MoneyUnit unit = common_unit(report.appraisal);
  top(page, report, unit, language);
  const auto& strategies = report.appraisal.strategies;
  const bool fits = strategies.size() <= most_on_screen;
  if (!strategies.empty()) write_comparison(page, report, unit, language);
  baseline(page, report, language);
  for (const StrategyAppraisal& strategy : strategies) {
    if (!fits) break;
    const StrategyScreen block{page, report, strategy, unit, language};
    block.write();
    if (strategies.size() == 1) block.write_people_and_levels();
  }
  page.blank();
  if (strategies.empty()) page.sentence(say(language, "run.no_strategies"));
  if (strategies.size() > 1) {
    page.sentence(
        phrase(fits ? Key{"compare.more_below"} : Key{"compare.more_in_detail"}, language));
  }
  bottom(page, report, unit, language);
  return as_text(page);
}

void write_left_out(Page& page, const Report& report, const StrategyAppraisal& strategy,
                    Language language) {
  const std::size_t strategies = report.appraisal.strategies.size();
  const StrategyScreen block{page, report, strategy, common_unit(report.appraisal), language};
  if (strategies > most_on_screen) block.write_budget();
  if (strategies > 1) block.write_people_and_levels();
}

}  // namespace samspil
