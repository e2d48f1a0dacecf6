#include "model/report/case_screen.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "model/render/text.hpp"
#include "model/report/case_tables.hpp"

namespace samspil {
namespace {

class CaseScreen {
 public:
  CaseScreen(Page& page, const InvestmentCase& plan, const CaseAppraisal& appraisal,
             Language language)
      : page_{page},
        plan_{plan},
        appraisal_{appraisal},
        tables_{plan, appraisal, language},
        language_{language} {}

  void write() const {
    top();
    page_.heading(phrase("case.net_by_year", language_));
    page_.add(tables_.net_by_year());
    page_.heading(phrase("case.verdict", language_));
    page_.add(tables_.verdict());
    const std::string beyond = tables_.purses_beyond_all();
    if (!beyond.empty()) line("case.beyond_all", beyond);
    page_.heading(phrase("case.uncertainty", language_));
    appraisal_.input_means ? uncertainty() : line("case.certain_case");
    committee();
    page_.blank();
    line("case.net_of_anyway");
    line("case.contrast_note");
  }

 private:
  template <class... Args>
  void line(Key word, const Args&... args) const {
    page_.sentence(say(language_, word, args...));
  }
  std::string percent(double share) const { return short_number(100 * share, 1, language_); }

  void top() const {
    page_.sentence(case_title(plan_, language_));
    const double participants = all_participants(plan_);
    line("case.participants_line", short_number(participants, 1, language_),
         percent(plan_.success_rate),
         short_number(participants * plan_.success_rate, 1, language_));
    if (plan_.participants.size() > 1) {
      std::string intakes;
      for (const double intake : plan_.participants) {
        intakes += (intakes.empty() ? "" : " + ") + short_number(intake, 1, language_);
      }
      line("case.intakes_line", plan_.participants.size(), intakes);
    }
    line("case.basis_line", plan_.first_year,
         plan_.price_level ? say(language_, "case.prices_of", *plan_.price_level)
                           : std::string{phrase("case.own_prices", language_)});
    line("case.law_line");
    line("case.discount_line", rate_text());
    line("run.sign_sentence", phrase(tables_.unit().word, language_));
  }

  std::string rate_text() const {
    const auto text = [this](double rate) { return short_number(100 * rate, 2, language_); };
    if (plan_.discount_rate) return say(language_, "case.flat_rate", text(*plan_.discount_rate));
    const auto steps = DiscountRate::fm().steps;
    return say(language_, "case.fm_rate", text(steps[0].rate), text(steps[1].rate),
               text(steps[2].rate));
  }

  void uncertainty() const {
    std::string inputs;
    for (std::size_t i = 0; i < case_input_count; ++i) {
      if (!plan_.uncertainty[i]) continue;
      inputs += inputs.empty() ? "" : "; ";
      inputs += input_label(static_cast<CaseInput>(i), language_);
    }
    line("case.uncertain_inputs", inputs, whole(plan_.draws, language_), plan_.seed);
    const double mean = (*appraisal_.input_means)[index_of(CaseInput::success_rate)];
    if (percent(mean) != percent(plan_.success_rate)) {
      line("case.other_mean", percent(mean), percent(plan_.success_rate));
    }
    if (appraisal_.success_rates_cut_off > 0) {
      line("case.cut_off_line", whole(appraisal_.success_rates_cut_off, language_));
    }
    page_.add(tables_.uncertainty());
    line("case.error_note");
    line("case.evpi_note");
    page_.blank();
    page_.add(tables_.sensitivity());
    line("case.sensitivity_note");
  }

  void committee() const {
    const CaseCommittee& form = appraisal_.committee;
    page_.heading(say(language_, "case.committee", phrase("run.in_thousands", language_)));
    if (form.departments.empty()) {
      line("case.municipality_untouched");
      return;
    }
    page_.add(tables_.committee());
    if (form.full_effect_from) {
      line("case.full_effect", plan_.first_year + *form.full_effect_from - 1);
    } else {
      line("case.no_full_effect");
    }
    const auto& payback = appraisal_.payers[index_of(Payer::municipality)].payback_simple;
    if (!payback) {
      line("case.payback_never");
    } else if (*payback <= 0) {
      line("case.payback_at_once");
    } else {
      line("case.payback_line", number(*payback, 1, language_));
    }
    std::string names;
    for (const Department department : form.departments) {
      names += names.empty() ? "" : "; ";
      names += labels(language_).departments[index_of(department)];
    }
    line("case.departments_line", names);
  }

  Page& page_;
  const InvestmentCase& plan_;
  const CaseAppraisal& appraisal_;
  CaseTables tables_;
  Language language_;
};

void write_account(Page& page, std::string_view title, const CaseAccount& account,
                   const std::string& amounts, Language language) {
  const Labels& names = labels(language);
  page.sentence(title);
  page.sentence(fmt::format("{}; {}; {}", names.payers[index_of(account.payer)],
                            names.departments[index_of(account.department)],
                            names.account_types[index_of(account.account_type)]),
                2);
  page.sentence(amounts, 2);
  std::string origin;
  if (account.grade) origin = names.grades[index_of(*account.grade)];
  if (!account.source.empty()) origin += (origin.empty() ? "" : "; ") + account.source;
  if (origin.empty()) origin = phrase("run.not_given", language);
  page.sentence(fmt::format("{}: {}", phrase("run.source", language), origin), 2);
}

}  // namespace

std::string case_screen(const InvestmentCase& plan, const CaseAppraisal& appraisal,
                        Language language) {
  Page page;
  CaseScreen{page, plan, appraisal, language}.write();
  return as_text(page);
}

std::string case_detail(const InvestmentCase& plan, Language language) {
  Page page;
  page.heading(phrase("case.detail_rows", language));
  for (const CaseCost& cost : plan.costs) {
    const std::string name =
        cost.account.name.empty() ? std::string{phrase("case.cost", language)} : cost.account.name;
    const std::string amount =
        say(language, "case.at_time", number(cost.amount, 0, language),
            short_number(cost.time, 2, language)) +
        "; " +
        std::string{phrase(cost.one_off ? Key{"case.one_off"} : Key{"case.running"}, language)};
    write_account(page, name, cost.account, amount, language);
  }
  for (const CaseConsequence& consequence : plan.consequences) {
    std::string amounts;
    for (const double amount : consequence.per_success) {
      amounts += (amounts.empty() ? "" : "; ") + number(amount, 0, language);
    }
    write_account(page, consequence.account.name, consequence.account,
                  say(language, "case.per_success", amounts), language);
  }
  return as_text(page);
}

}  // namespace samspil
