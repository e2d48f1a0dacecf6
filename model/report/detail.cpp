#include <algorithm>
#include <numeric>

#include "model/appraisal/payer_split.hpp"
#include "model/costs/caseload_costing.hpp"
#include "model/costs/indices.hpp"
#include "model/render/text.hpp"
#include "model/report/cashable_tables.hpp"
#include "model/report/effect_evidence.hpp"
#include "model/report/effect_targets.hpp"
#include "model/report/law_and_prices.hpp"
#include "model/report/people.hpp"
#include "model/report/screen.hpp"
#include "model/report/year_table.hpp"

namespace samspil {
namespace {

/// The parts that --detail adds for one strategy.
class StrategyDetail {
 public:
  StrategyDetail(Page& page, const Report& report, const StrategyAppraisal& strategy,
                 Language language)
      : page_{page},
        report_{report},
        appraised_{strategy},
        number_{strategy.strategy},
        strategy_{report.scenario.strategies[strategy.strategy]},
        centre_{strategy.at(EffectLevel::centre)},
        unit_{common_unit(report.appraisal)},
        language_{language} {}

  void write() const {
    page_.heading(title_of(strategy_, language_));
    page_.sentence(say(language_, "run.tried_on",
                       language_ == Language::da ? strategy_.tried_on_da : strategy_.tried_on_en));
    write_left_out(page_, report_, appraised_, language_);
    if (report_.result.draws > 1) errors();
    units();
    tax();
    accounts();
    pockets();
    write_cashable(page_, report_, centre_, language_);
    programme();
    effects();
    without();
    page_.blank();
    write_people_by_year(page_, report_, centre_, language_);
  }

 private:
  std::string amount(Ore sum) const {
    return money(report_.appraisal.kroner(sum), unit_, language_);
  }
  std::string text(Key word) const { return std::string{phrase(word, language_)}; }
  std::string payer(Payer which) const {
    return std::string{labels(language_).payers[index_of(which)]};
  }

  void errors() const {
    Table table;
    table.row(phrase("run.detail_errors", language_),
              {text("run.error_of_mean"), text("run.simulation_error"), text("run.input_spread")});
    const auto row = [&](std::string_view label, Purse purse) {
      const MeanError& error = centre_.mean_error[index_of(purse)];
      std::vector<std::string> cells;
      for (const auto& part : {error.standard_error, error.simulation, error.input_spread}) {
        cells.push_back(part ? money(*part, unit_, language_) : "-");
      }
      table.row(label, std::move(cells), 2);
    };
    row(payer(Payer::municipality), Purse::municipality);
    row(payer(Payer::region), Purse::region);
    row(payer(Payer::state), Purse::state);
    row(phrase("run.public_total", language_), Purse::all_public);
    page_.blank();
    page_.add(table);
    page_.sentence(phrase("run.errors_note", language_));
  }

  void units() const {
    const MoneyUnit thousands = money_unit(0);
    const auto kroner = [&](Ore ore) {
      return money(report_.appraisal.kroner(ore), thousands, language_);
    };
    Table table;
    table.row(phrase("run.detail_units", language_),
              {text("run.change_in_units"), text("run.gross"), payer(Payer::municipality)});
    Ore gross = 0;
    Ore municipality = 0;
    const PriceLevel level{report_.scenario.catalogue};
    const auto& ledgers = report_.appraisal.ledgers;
    for (const UnitsToKroner& row :
         units_to_kroner(report_.appraisal.reference_of(centre_.arm), ledgers[centre_.arm])) {
      const CatalogueRow& priced = report_.scenario.catalogue.rows[index_of(row.service)];
      const double units =
          static_cast<double>(row.units) / (one_unit * static_cast<double>(report_.result.runs()));
      const Ore own = row.by_payer[index_of(Payer::municipality)];
      table.row(fmt::format("{} ({} kr./{})", labels(language_).services[index_of(row.service)],
                            number(level.price(priced), 0, language_),
                            unit_label(priced.price.unit, language_)),
                {number(units, 1, language_), kroner(row.gross), kroner(own)}, 2);
      gross += row.gross;
      municipality += own;
    }
    for (std::size_t i = 0; i < settlement_count; ++i) {
      Ore received = 0;
      const ArmCounts& reference = reference_counts(report_.result, centre_.arm);
      for (std::size_t year = 0; year < reference.years.size(); ++year) {
        received += reference.years[year].settlements[i] -
                    report_.result.counts[centre_.arm].years[year].settlements[i];
      }
      if (received == 0) continue;
      table.row(labels(language_).settlements[i], {"", kroner(0), kroner(-received)}, 2);
      municipality -= received;
    }
    table.row(say(language_, "run.total_in", phrase(thousands.word, language_)),
              {"", kroner(gross), kroner(municipality)});
    page_.blank();
    page_.add(table);
    page_.sentence(say(language_, "run.units_sum", kroner(total(centre_.gross_saving, {})),
                       kroner(total(centre_.gross_saving, {.payer = Payer::citizen}))));
  }

  void tax() const {
    Table table;
    table.row(phrase("run.detail_tax", language_), {text("run.with_tax"), text("run.without_tax")});
    const auto row = [&](std::string_view label, std::optional<Payer> which) {
      table.row(label,
                {amount(total(centre_.net_result, {.payer = which})),
                 amount(total(centre_.net_result, {.payer = which, .with_tax = false}))},
                2);
    };
    row(payer(Payer::municipality), Payer::municipality);
    row(payer(Payer::region), Payer::region);
    row(payer(Payer::state), Payer::state);
    row(phrase("run.public_total", language_), std::nullopt);
    page_.blank();
    page_.add(table);
  }

  void pockets() const {
    Table table;
    table.row(phrase("run.detail_pockets", language_),
              {text("run.pays"), text("run.gains"), text("run.net")});
    const auto row = [&](std::string_view label, const Part& part) {
      table.row(
          label,
          {amount(-total(centre_.programme_cost, part)), amount(total(centre_.gross_saving, part)),
           amount(total(centre_.net_result, part))},
          2);
    };
    for (std::size_t d = 0; d < department_count; ++d) {
      const Part part{.department = static_cast<Department>(d), .payer = Payer::municipality};
      if (!is_all_zero(centre_.net_result, part)) row(labels(language_).departments[d], part);
    }
    for (const Payer which : {Payer::municipality, Payer::region, Payer::state}) {
      row(payer(which), {.payer = which});
    }
    row(phrase("run.public_total", language_), {});
    page_.blank();
    page_.add(table);
  }

  void accounts() const {
    const AccountTable accounts = municipality_by_account_type(report_.appraisal, centre_.arm);
    YearTable table{report_, unit_, language_};
    table.heading(phrase("run.detail_accounts", language_), true);
    for (std::size_t type = 0; type < accounts.size(); ++type) {
      std::vector<Ore> by_year = accounts[type];
      by_year.push_back(std::accumulate(by_year.begin(), by_year.end(), Ore{0}));
      table.course(labels(language_).account_types[type], by_year, 2);
    }
    page_.blank();
    table.write(page_);
  }

  void programme() const {
    YearTable table{report_, unit_, language_};
    table.heading(phrase("run.detail_programme", language_), true);
    programme_rows(table, true);
    table.label(phrase("run.shown_apart", language_));
    programme_rows(table, false);
    page_.blank();
    table.write(page_);
    staff();
    caseload_costings();
  }

  void staff() const {
    const StaffUse use = staff_use(report_, centre_.arm);
    const double years = report_.appraisal.years;
    const bool are_paid = report_.scenario.staffing.unused == UnusedHours::paid;
    page_.sentence(
        say(language_, "run.staff_line", count_text(use.employed_years / years, language_),
            families_per_caseworker(use, language_), number(use.unused_hours / years, 0, language_),
            phrase(are_paid ? Key{"run.hours_paid"} : Key{"run.hours_elsewhere"}, language_)));
  }

  /// Both costings of a lower caseload, where the strategy tells the present one.
  void caseload_costings() const {
    const Levers& levers = strategy_.levers;
    if (levers.present_caseload.value <= 0) return;
    const auto change_from = [&](double present_caseload) {
      return CaseloadChange{present_caseload, levers.caseload.value,
                            levers.minutes_per_case_week.value, levers.minute_hour_price.value,
                            levers.hours_per_year.value};
    };
    const auto by_headcount = [&](double present_caseload) {
      return present_caseload > 0 ? cost_by_headcount(change_from(present_caseload)) : 0.0;
    };
    const Quantity& present = levers.present_caseload;
    const auto figure = [&](double value) { return short_number(value, 3, language_); };
    const auto kr = [&](double value) { return number(value, 0, language_); };
    const double minutes = cost_by_minutes(change_from(present.value));
    page_.sentence(say(
        language_, "run.caseload_costings", figure(present.value), figure(levers.caseload.value),
        kr(minutes), figure(levers.minutes_per_case_week.value),
        figure(levers.minute_hour_price.value), kr(by_headcount(present.value)),
        kr(by_headcount(present.low)), kr(by_headcount(present.high)), figure(present.low),
        figure(present.high), kr(minutes - by_headcount(present.value)), kr(levers.wage.value)));
  }

  void programme_rows(YearTable& table, bool operation) const {
    for (std::size_t i = 0; i < programme_item_count; ++i) {
      if (is_operation(static_cast<ProgrammeItem>(i)) != operation) continue;
      std::vector<Ore> by_year;
      Ore sum = 0;
      for (const YearCounts& year : report_.result.counts[centre_.arm].years) {
        by_year.push_back(year.programme[i]);
        sum += year.programme[i];
      }
      by_year.push_back(sum);
      table.course(labels(language_).programme_items[i], by_year, 2);
    }
  }

  void effects() const {
    page_.blank();
    page_.sentence(phrase("run.detail_effects", language_));
    const auto ratio = [&](double value) { return short_number(value, 3, language_); };
    for (const Effect& effect : strategy_.effects) {
      page_.sentence(
          fmt::format("{} [{}{}]: {}; {}; {} {}-{}; {}. {}",
                      labels(language_).hooks[index_of(effect.hook)],
                      labels(language_).channels[index_of(effect.channel)],
                      confined_to(effect, language_), observation_of(effect, language_),
                      say(language_, "run.hazard_ratio", ratio(effect.weak), ratio(effect.centre),
                          ratio(effect.strong)),
                      phrase("run.range", language_), ratio(effect.low), ratio(effect.high),
                      labels(language_).grades[index_of(effect.grade)],
                      language_ == Language::da ? effect.rationale_da : effect.rationale_en),
          2);
    }
  }

  void without() const {
    if (report_.result.without.empty()) return;
    Table table;
    table.row(phrase("run.detail_without", language_),
              {payer(Payer::municipality), text("run.public_total")});
    const auto row = [&](std::string_view label, Ore own, Ore all) {
      table.row(label, {amount(own), amount(all)}, 2);
    };
    row(phrase("run.as_it_is", language_), total(centre_.net_result, part_of(Purse::municipality)),
        total(centre_.net_result, part_of(Purse::all_public)));
    for (const WithoutMechanism& without : report_.result.without) {
      const std::string label =
          say(language_, "run.without", labels(language_).mechanisms[index_of(without.mechanism)]);
      if (without.moments.empty()) {
        table.row(label, {"-", "-"}, 2);
        continue;
      }
      const auto saving = [&](Purse purse) {
        return static_cast<Ore>(without.moments[number_][index_of(purse)].saving);
      };
      row(label, saving(Purse::municipality), saving(Purse::all_public));
    }
    page_.blank();
    page_.add(table);
    page_.sentence(phrase("run.without_note", language_));
  }

  Page& page_;
  const Report& report_;
  const StrategyAppraisal& appraised_;
  std::size_t number_;
  const Strategy& strategy_;
  const Saving& centre_;
  MoneyUnit unit_;
  Language language_;
};

void fit_table(Page& page, const PopulationFit& fit, Language language) {
  const auto text = [language](Key word) { return std::string{phrase(word, language)}; };
  Table table;
  table.row(phrase("run.detail_fit", language),
            {text("run.target"), text("run.weighted"), text("run.drawn"), ""});
  for (const MarginFit& margin : fit.margins) {
    table.row(margin_label(margin.name, language),
              {number(margin.target, 3, language), number(margin.weighted, 3, language),
               number(margin.drawn, 3, language),
               text(margin.fitted ? Key{"run.fitted"} : Key{"run.shown_only"})},
              2);
  }
  page.add(table);
}

void mechanism_table(Page& page, const Scenario& scenario, Language language) {
  page.heading(phrase("run.detail_mechanisms", language));
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    page.sentence(
        fmt::format("{}: {}. {}", labels(language).mechanisms[i],
                    phrase(scenario.mechanisms[i] ? Key{"run.on"} : Key{"run.off"}, language),
                    language == Language::da ? scenario.mechanism_reason_da[i]
                                             : scenario.mechanism_reason_en[i]));
  }
}

void missed_margins(Page& page, const PopulationFit& fit, Language language) {
  const auto fitted = std::count_if(fit.margins.begin(), fit.margins.end(),
                                    [](const MarginFit& margin) { return margin.fitted; });
  const auto missed =
      std::count_if(fit.margins.begin(), fit.margins.end(), [](const MarginFit& margin) {
        const double gap = margin.drawn - margin.target;
        return margin.fitted && (gap > margin.tolerance || gap < -margin.tolerance);
      });
  page.sentence(missed == 0 ? say(language, "run.margins_met", fitted)
                            : say(language, "run.margin_missed", missed, fitted));
}

void fit_lines(Page& page, const PopulationFit& fit, Language language) {
  const auto rounded = [language](double value) { return number(value, 0, language); };
  page.sentence(say(language, "run.pool_line", whole(fit.candidates, language),
                    whole(fit.accepted, language)));
  page.sentence(say(language, "run.sample_line", rounded(fit.effective_sample_size),
                    number(fit.largest_weight, 1, language)));
  if (fit.effective_sample_size < 0.1 * static_cast<double>(fit.accepted)) {
    page.sentence(phrase("run.poor_sample", language));
  }
  page.sentence(say(language, "run.cost_line", rounded(fit.municipal_cost_per_target_child),
                    rounded(fit.municipal_cost_per_target_parent),
                    rounded(fit.school_cost_per_target_child),
                    rounded(fit.municipal_cost_of_others_per_family)));
  missed_margins(page, fit, language);
}

}  // namespace

std::string detail(const Report& report, Language language) {
  Page page;
  for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
    StrategyDetail{page, report, strategy, language}.write();
  }
  write_own_levels(page, report.scenario, language);
  mechanism_table(page, report.scenario, language);
  page.heading(say(language, "run.population_title", report.scenario.population.year));
  fit_table(page, report.result.population, language);
  fit_lines(page, report.result.population, language);
  return as_text(page);
}

std::string population_screen(const Scenario& scenario, const PopulationFit& fit,
                              Language language) {
  Page page;
  page.sentence(language == Language::da ? scenario.population.title_da
                                         : scenario.population.title_en);
  page.sentence(say(language, "run.population_title", scenario.population.year));
  const auto n = [language](std::uint64_t value) { return whole(value, language); };
  page.sentence(say(language, "run.drawn_line", n(fit.families), n(fit.persons),
                    n(fit.target_children), n(fit.target_adults)));
  page.blank();
  fit_table(page, fit, language);
  page.blank();
  fit_lines(page, fit, language);
  return as_text(page);
}

}  // namespace samspil
