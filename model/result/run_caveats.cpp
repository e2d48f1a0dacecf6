#include <nlohmann/json.hpp>

#include "model/appraisal/committees.hpp"
#include "model/appraisal/evidence_count.hpp"
#include "model/appraisal/staff_use.hpp"
#include "model/result/run_parts.hpp"
#include "model/words/numbers.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

/// No report follows its families for longer, and the potential is reckoned over as many.
constexpr int years_with_evidence = 4;
/// Of fewer families, luck is more than 5 % of the variance between draws of the inputs (measured
/// for the public total: 1,200 to 3,700 families, by strategy; docs/method.md).
constexpr std::uint64_t few_families = 2'400;

/// `text_in` says it in one language. `strategy` is its id, or null: of all of them.
Json caveat(const char* key, const Json& strategy, const auto& text_in) {
  return {{"key", key},
          {"strategy", strategy},
          {"text", text_in(Language::en)},
          {"text_da", text_in(Language::da)}};
}

/// An own effect is counted, and takes nothing away.
Json no_effect_identified(const Scenario& scenario) {
  const EffectsSeen seen = effects_seen(scenario);
  Json one = caveat("no_effect_identified", nullptr, [&](Language language) {
    return say(language, "caveat.no_effect_identified", seen.own, seen.all);
  });
  one["own_effects"] = seen.own;
  one["effects_in_all"] = seen.all;
  return one;
}

/// "5.28.22 × 0.84, 5.57.73 × 1.10".
std::string matched_accounts(const Report& report, Language language) {
  std::string list;
  const std::vector<OwnAccount>& accounts = report.scenario.own_order.accounts;
  const std::vector<AccountFit> fits = account_fits(report);
  for (std::size_t i = 0; i < fits.size(); ++i) {
    list += (list.empty() ? "" : ", ") + accounts[i].function + " × " +
            number(fits[i].matched_by.value_or(1), 2, language);
  }
  return list;
}

/// What is true of every strategy of this run.
void add_common(const Report& report, Json& all) {
  const Scenario& scenario = report.scenario;
  if (scenario.own_order.match) {
    all.push_back(caveat("accounts_matched", nullptr, [&](Language language) {
      return say(language, "caveat.accounts_matched", matched_accounts(report, language));
    }));
  }
  if (scenario.years > years_with_evidence) {
    const int last = calendar_year(scenario, years_with_evidence);
    all.push_back(caveat("evidence_ends", nullptr, [&](Language language) {
      return say(language, "caveat.evidence_ends", last);
    }));
  }
  const std::uint64_t families = report.result.families;
  if (scenario.municipality) {
    const double own = report.result.own_families();
    all.push_back(caveat("expected_of_many", nullptr, [&](Language language) {
      return say(language, "caveat.expected_of_many", number(own, 0, language));
    }));
  }
  if (families < few_families) {
    all.push_back(caveat("few_families", nullptr, [&](Language language) {
      return say(language, "caveat.few_families", whole(families, language));
    }));
  }
}

bool is_tried_here(const Report& report, const Strategy& strategy) {
  const auto& tried = strategy.tried_on_populations;
  return std::find(tried.begin(), tried.end(), report.scenario.population.id) != tried.end();
}

/// All years [mio. kr.].
double millions_for(const Report& report, std::size_t arm, ProgrammeItem item) {
  double sum = 0;
  for (const Ore ore : programme_item(report.result, arm, item)) {
    sum += report.appraisal.kroner(ore);
  }
  return sum / 1e6;
}

void add_of_strategy(const Report& report, const StrategyAppraisal& appraised, Json& all) {
  const Strategy& strategy = report.scenario.strategies[appraised.strategy];
  if (!is_tried_here(report, strategy)) {
    all.push_back(caveat("tried_elsewhere", strategy.id, [&](Language language) {
      return say(language, "caveat.tried_elsewhere",
                 language == Language::da ? strategy.tried_on_da : strategy.tried_on_en,
                 whole(report.result.families, language));
    }));
  }
  const std::size_t arm = appraised.at(EffectLevel::centre).arm;
  const double development = millions_for(report, arm, ProgrammeItem::development);
  const double evaluation = millions_for(report, arm, ProgrammeItem::evaluation);
  if (development + evaluation > 0) {
    all.push_back(caveat("evaluation_apart", strategy.id, [&](Language language) {
      return say(language, "caveat.evaluation_apart", number(development, 1, language),
                 number(evaluation, 1, language));
    }));
  }
}

}  // namespace

Json caveats_document(const Report& report) {
  Json all = Json::array({no_effect_identified(report.scenario)});
  add_common(report, all);
  for (const StrategyAppraisal& appraised : report.appraisal.strategies) {
    add_of_strategy(report, appraised, all);
  }
  return all;
}

}  // namespace samspil
