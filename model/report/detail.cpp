#include <algorithm>

#include "model/report/screen.hpp"
#include "model/report/year_rows.hpp"

namespace samspil {
namespace {

constexpr std::size_t amount_width = 11;

/// The parts that --detail adds for one strategy.
class StrategyDetail {
 public:
  StrategyDetail(Page& page, const Report& report, const StrategyAppraisal& strategy,
                 Language language)
      : page_{page},
        report_{report},
        strategy_{report.scenario.strategies[strategy.strategy]},
        centre_{strategy.at(EffectLevel::centre)},
        unit_{common_unit(report.appraisal)},
        rows_{page, report, unit_, language},
        language_{language} {}

  void write() const {
    page_.heading(title_of(strategy_, language_));
    page_.sentence(say(language_, Word::tried_on,
                       language_ == Language::da ? strategy_.tried_on_da : strategy_.tried_on_en));
    units();
    tax();
    pockets();
    programme();
    effects();
    page_.blank();
    page_.sentence(phrase(Word::detail_outcomes, language_));
    for (std::size_t i = 0; i < outcome_count; ++i) {
      counts(labels(language_).outcomes[i],
             [i](const YearCounts& year) { return year.outcomes[i]; });
    }
    page_.blank();
    page_.sentence(phrase(Word::detail_week_48, language_));
    for (std::size_t i = 0; i < labour_status_count; ++i) {
      counts(labels(language_).statuses[i],
             [i](const YearCounts& year) { return year.week_48[i]; });
    }
  }

 private:
  std::string amount(Ore sum) const {
    return money(report_.appraisal.kroner(sum), unit_, language_);
  }
  std::string text(Word word) const { return std::string{phrase(word, language_)}; }
  std::string payer(Payer which) const {
    return std::string{labels(language_).payers[index_of(which)]};
  }

  void units() const {
    page_.blank();
    page_.row(phrase(Word::detail_units, language_),
              {text(Word::change_in_units), text(Word::gross), payer(Payer::municipality)}, 12);
    const auto& ledgers = report_.appraisal.ledgers;
    const MoneyUnit thousands = money_unit(0);
    for (const UnitsToKroner& row : units_to_kroner(ledgers[0], ledgers[centre_.arm])) {
      const CatalogueRow& priced = report_.scenario.catalogue.rows[index_of(row.service)];
      const double units =
          static_cast<double>(row.units) / (one_unit * static_cast<double>(report_.result.draws));
      const auto kroner = [&](Ore ore) {
        return money(report_.appraisal.kroner(ore), thousands, language_);
      };
      page_.row(fmt::format("{} ({} kr./{})", labels(language_).services[index_of(row.service)],
                            number(priced.price.value, 0, language_),
                            unit_label(priced.price.unit, language_)),
                {number(units, 1, language_), kroner(row.gross),
                 kroner(row.by_payer[index_of(Payer::municipality)])},
                12, 2);
    }
    page_.sentence(fmt::format("({}, {}: {})", text(Word::gross), payer(Payer::municipality),
                               phrase(thousands.word, language_)),
                   2);
  }

  void tax() const {
    page_.blank();
    page_.row(phrase(Word::detail_tax, language_), {text(Word::with_tax), text(Word::without_tax)},
              14);
    const auto row = [&](std::string_view label, std::optional<Payer> which) {
      page_.row(label,
                {amount(total(centre_.net_result, {.payer = which})),
                 amount(total(centre_.net_result, {.payer = which, .with_tax = false}))},
                14, 2);
    };
    row(payer(Payer::municipality), Payer::municipality);
    row(payer(Payer::region), Payer::region);
    row(payer(Payer::state), Payer::state);
    row(phrase(Word::public_total, language_), std::nullopt);
  }

  void pockets() const {
    page_.blank();
    page_.row(phrase(Word::detail_pockets, language_),
              {text(Word::pays), text(Word::gains), text(Word::net)}, amount_width);
    const auto row = [&](std::string_view label, const Part& part) {
      page_.row(
          label,
          {amount(-total(centre_.programme_cost, part)), amount(total(centre_.gross_saving, part)),
           amount(total(centre_.net_result, part))},
          amount_width, 2);
    };
    for (std::size_t d = 0; d < department_count; ++d) {
      const Part part{.department = static_cast<Department>(d), .payer = Payer::municipality};
      if (!is_all_zero(centre_.net_result, part)) row(labels(language_).departments[d], part);
    }
    for (const Payer which : {Payer::municipality, Payer::region, Payer::state}) {
      row(payer(which), {.payer = which});
    }
    row(phrase(Word::public_total, language_), {});
  }

  void programme() const {
    page_.blank();
    rows_.header(Word::detail_programme);
    programme_rows(true);
    page_.sentence(phrase(Word::shown_apart, language_));
    programme_rows(false);
  }

  void programme_rows(bool operation) const {
    for (std::size_t i = 0; i < programme_item_count; ++i) {
      if (is_operation(static_cast<ProgrammeItem>(i)) != operation) continue;
      std::vector<Ore> by_year;
      Ore sum = 0;
      for (const YearCounts& year : report_.result.counts[centre_.arm].years) {
        by_year.push_back(year.programme[i]);
        sum += year.programme[i];
      }
      by_year.push_back(sum);
      rows_.course(labels(language_).programme_items[i], by_year, 2);
    }
  }

  void effects() const {
    page_.blank();
    page_.sentence(phrase(Word::detail_effects, language_));
    const auto ratio = [&](double value) { return short_number(value, 3, language_); };
    for (const Effect& effect : strategy_.effects) {
      page_.sentence(
          fmt::format(
              "{} [{}]: {}; {} {}-{}; {}. {}", labels(language_).hooks[index_of(effect.hook)],
              labels(language_).channels[index_of(effect.channel)],
              say(language_, Word::hazard_ratio, ratio(effect.centre), ratio(effect.strong)),
              phrase(Word::range, language_), ratio(effect.low), ratio(effect.high),
              labels(language_).grades[index_of(effect.grade)],
              language_ == Language::da ? effect.rationale_da : effect.rationale_en),
          2);
    }
  }

  /// Baseline by year, and the difference below it.
  template <class Count>
  void counts(std::string_view label, Count count) const {
    const auto draws = static_cast<double>(report_.result.draws);
    std::vector<std::string> baseline;
    std::vector<double> change;
    for (std::size_t y = 0; y < report_.result.counts[0].years.size(); ++y) {
      const std::int64_t base = count(report_.result.counts[0].years[y]);
      const std::int64_t arm = count(report_.result.counts[centre_.arm].years[y]);
      baseline.push_back(number(static_cast<double>(base) / draws, 0, language_));
      change.push_back(static_cast<double>(arm - base) / draws);
    }
    baseline.emplace_back();
    page_.row(label, baseline, rows_.cell_width(), 2);
    const bool is_large =
        std::any_of(change.begin(), change.end(), [](double c) { return c > 1000 || c < -1000; });
    rows_.changes(phrase(Word::change, language_), change, is_large ? 0 : 1, 4);
  }

  Page& page_;
  const Report& report_;
  const Strategy& strategy_;
  const Saving& centre_;
  MoneyUnit unit_;
  YearRows rows_;
  Language language_;
};

void fit_table(Page& page, const PopulationFit& fit, Language language) {
  page.row(
      phrase(Word::detail_fit, language),
      {std::string{phrase(Word::target, language)}, std::string{phrase(Word::weighted, language)},
       std::string{phrase(Word::drawn, language)}, ""},
      amount_width);
  for (const MarginFit& margin : fit.margins) {
    page.row(margin_label(margin.name, language),
             {number(margin.target, 3, language), number(margin.weighted, 3, language),
              number(margin.drawn, 3, language),
              std::string{phrase(margin.fitted ? Word::fitted : Word::shown_only, language)}},
             amount_width, 2);
  }
}

void mechanism_table(Page& page, const Scenario& scenario, Language language) {
  page.heading(phrase(Word::detail_mechanisms, language));
  for (std::size_t i = 0; i < mechanism_count; ++i) {
    page.sentence(fmt::format("{}: {}. {}", labels(language).mechanisms[i],
                              phrase(scenario.mechanisms[i] ? Word::on : Word::off, language),
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
  page.sentence(missed == 0 ? say(language, Word::margins_met, fitted)
                            : say(language, Word::margin_missed, missed, fitted));
}

void fit_lines(Page& page, const PopulationFit& fit, Language language) {
  const auto whole = [language](double value) { return number(value, 0, language); };
  page.sentence(say(language, Word::pool_line, whole(static_cast<double>(fit.candidates)),
                    whole(static_cast<double>(fit.accepted))));
  page.sentence(say(language, Word::sample_line, whole(fit.effective_sample_size),
                    number(fit.largest_weight, 1, language)));
  if (fit.effective_sample_size < 0.1 * static_cast<double>(fit.accepted)) {
    page.sentence(phrase(Word::poor_sample, language));
  }
  page.sentence(say(language, Word::cost_line, whole(fit.municipal_cost_per_target_child),
                    whole(fit.municipal_cost_per_target_parent)));
  missed_margins(page, fit, language);
}

}  // namespace

std::string detail(const Report& report, Language language) {
  Page page;
  for (const StrategyAppraisal& strategy : report.appraisal.strategies) {
    StrategyDetail{page, report, strategy, language}.write();
  }
  mechanism_table(page, report.scenario, language);
  page.heading(say(language, Word::population_title, report.scenario.population.year));
  fit_table(page, report.result.population, language);
  fit_lines(page, report.result.population, language);
  return page.text();
}

std::string population_screen(const Scenario& scenario, const PopulationFit& fit,
                              Language language) {
  Page page;
  page.sentence(language == Language::da ? scenario.population.title_da
                                         : scenario.population.title_en);
  page.sentence(say(language, Word::population_title, scenario.population.year));
  const auto whole = [language](std::uint64_t value) {
    return number(static_cast<double>(value), 0, language);
  };
  page.sentence(say(language, Word::drawn_line, whole(fit.families), whole(fit.persons),
                    whole(fit.target_children), whole(fit.target_adults)));
  page.blank();
  fit_table(page, fit, language);
  page.blank();
  fit_lines(page, fit, language);
  return page.text();
}

}  // namespace samspil
