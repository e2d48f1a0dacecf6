#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>

#include "model/appraisal/count_change.hpp"
#include "model/appraisal/pockets.hpp"
#include "model/appraisal/uncertainty.hpp"
#include "model/core/calendar.hpp"
#include "model/core/statistics.hpp"
#include "model/inputs/input_list.hpp"
#include "model/result/quantity.hpp"
#include "model/result/run_parts.hpp"
#include "model/words/words.hpp"

namespace samspil {
namespace {

/// As many results as a reader can count, each as likely as the next.
constexpr int told_results = 20;

/// The middle of every twentieth of the draws.
Json twenty(std::vector<double> draws) {
  std::sort(draws.begin(), draws.end());
  Json results = Json::array();
  int saves = 0;
  for (int i = 0; i < told_results; ++i) {
    results.push_back(percentile(draws, (i + 0.5) / told_results));
    saves += results.back() > 0.0 ? 1 : 0;
  }
  return {{"saves", saves}, {"results", results}};
}

/// An outcome beside the services that cost because of it.
struct PricedOutcome {
  const char* name;
  Count count;
  std::vector<std::pair<Service, Service>> services;  ///< From, to; none: it has no price.
};

std::vector<PricedOutcome> priced_outcomes() {
  using enum Service;
  return {
      {"home_measure_months", home_measure_months(), {{early_prevention, aftercare}}},
      {"children_placed", count_of(Outcome::children_placed), {{network_placement, own_dwelling}}},
      {"parents_in_work",
       count_of(Outcome::parents_in_work),
       {{cash_benefit, mentor}, {income_tax, income_tax}}},
      {"lawful_absence_days", count_of(Outcome::lawful_absence_days), {}},
      {"unlawful_absence_days", count_of(Outcome::unlawful_absence_days), {}}};
}

/// What the municipality and the public save on these services.
Json saved_on(const Report& report, const UnitsAndSettlements& all, const PricedOutcome& outcome) {
  if (outcome.services.empty()) return {{"municipality", nullptr}, {"public", nullptr}};
  Ore municipality = 0, all_public = 0;
  for (const UnitsToKroner& row : all.services) {
    const bool is_one =
        std::any_of(outcome.services.begin(), outcome.services.end(), [&](const auto& range) {
          return range.first <= row.service && row.service <= range.second;
        });
    if (!is_one) continue;
    municipality += row.by_payer[index_of(Payer::municipality)];
    for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
      all_public += row.by_payer[index_of(payer)];
    }
  }
  return {{"municipality", report.appraisal.kroner(municipality)},
          {"public", report.appraisal.kroner(all_public)}};
}

/// People beside what it takes of them.
struct Needed {
  Axis axis;
  double PeopleMoved::*of;
  double baseline;                           ///< A year on average, in all families.
  std::function<double(std::size_t)> moved;  ///< By an arm, a year on average.
};

Json needed_json(const Report& report, const StrategyAppraisal& appraised, const Needed& needed) {
  const BreakEvenCurve& curve = report.break_even[appraised.strategy].of(needed.axis);
  const Root& root = curve.roots[index_of(Purse::municipality)];
  const std::size_t centre = appraised.at(EffectLevel::centre).arm;
  const double each = most_enrolled(report.result, centre) / 100 / report.appraisal.years;
  const auto a_year = [&](const std::optional<PeopleMoved>& people) {
    return people ? Json(each * ((*people).*needed.of)) : Json();
  };
  const auto moved = [&](EffectLevel level) { return needed.moved(appraised.at(level).arm); };
  const bool is_found = root.kind == RootKind::one && root.rises;
  return {{"status", root_kind_names[index_of(root.kind)]},
          {"needed", is_found ? a_year(people_at(curve, root.at)) : Json()},
          {"searched_to", curve.people.empty() ? Json() : a_year(curve.people.back())},
          {"baseline", needed.baseline},
          {"weak", moved(EffectLevel::weak)},
          {"centre", moved(EffectLevel::centre)},
          {"strong", moved(EffectLevel::strong)}};
}

/// What is before and behind the first point.
std::pair<std::string, std::string> parted(const std::string& name) {
  const std::size_t point = name.find('.');
  if (point == std::string::npos) return {name, ""};
  return {name.substr(0, point), name.substr(point + 1)};
}

/// "Ordinary jobs, discovery": of an effect, or of how long it acts, by "hook.channel…".
std::string effect_title(const std::string& name, Language language) {
  const auto [hook, rest] = parted(name);
  std::string text{label(language, "hook", hook)};
  const std::string channel = parted(rest).first;
  if (!channel.empty()) text.append(", ").append(label(language, "channel", channel));
  return text;
}

std::string title_of(const Input& input, Language language) {
  const std::string& name = input.drawn_as;
  const std::string own = parted(name).second;  // behind the strategy
  switch (input.kind) {
    case EntryKind::price:
      return std::string{label(language, "service", name)};
    case EntryKind::margin:
      return std::string{label(language, "margin", name)};
    case EntryKind::lever:
      return std::string{label(language, "lever", own)};
    case EntryKind::element:
      return say(language, "input.element", label(language, "element", own));
    case EntryKind::effect:
      return effect_title(own, language);
    case EntryKind::months:
      return say(language, "input.months", effect_title(own, language));
    case EntryKind::parameter: {
      const std::string_view told = find_label(language, "parameter", name);
      return std::string{told.empty() ? std::string_view{name} : told};
    }
    default:
      return name;
  }
}

/// What an input is, for a reader who meets its name in a list of what matters.
Json facts(const Input& input) {
  Json all = sourced_json(input.quantity);
  all["title"] = title_of(input, Language::en);
  all["title_da"] = title_of(input, Language::da);
  return all;
}

}  // namespace

Json twenty_document(const Report& report, const StrategyAppraisal& appraised) {
  if (report.draws == nullptr) return nullptr;
  const std::size_t arm = appraised.at(EffectLevel::centre).arm;
  return by_name(purse_names, [&](std::size_t purse) {
    return twenty(expected_saving(*report.draws, arm, purse));
  });
}

Json twenty_by_level(const Report& report, const StrategyAppraisal& appraised) {
  if (report.draws == nullptr) return nullptr;
  return by_name(effect_level_names, [&](std::size_t level) {
    const std::size_t arm = appraised.levels[level].arm;
    return twenty(expected_saving(*report.draws, arm, index_of(Purse::municipality)));
  });
}

Json saves_by_level(const Report& report, const StrategyAppraisal& appraised) {
  const Json levels = twenty_by_level(report, appraised);
  if (levels.is_null()) return nullptr;
  return by_name(effect_level_names, [&](std::size_t level) {
    return levels.at(std::string{effect_level_names[level]}).at("saves");
  });
}

Json people_beside_money(const Report& report, const StrategyAppraisal& appraised) {
  const std::size_t centre = appraised.at(EffectLevel::centre).arm;
  const UnitsAndSettlements used = units_and_settlements(report, centre);
  return list_of(priced_outcomes(), [&](const PricedOutcome& outcome) {
    const auto change = [&](EffectLevel level) {
      return count_change(report.result, appraised.at(level).arm, outcome.count);
    };
    const CountChange own = change(EffectLevel::centre);
    const double weak = change(EffectLevel::weak).mean_change;
    const double strong = change(EffectLevel::strong).mean_change;
    const auto relative = [&](double moved) {
      return own.mean_baseline > 0 ? Json(moved / own.mean_baseline) : Json();
    };
    Json row{{"outcome", outcome.name},
             {"baseline", own.mean_baseline},
             {"weak", weak},
             {"centre", own.mean_change},
             {"strong", strong},
             {"relative",
              {{"weak", relative(weak)},
               {"centre", relative(own.mean_change)},
               {"strong", relative(strong)}}}};
    row.update(saved_on(report, used, outcome));
    return row;
  });
}

Json needed_people(const Report& report, const StrategyAppraisal& appraised) {
  if (report.break_even.empty()) return nullptr;
  const std::size_t centre = appraised.at(EffectLevel::centre).arm;
  const auto mean = [&](std::size_t arm, Outcome outcome) {
    return count_change(report.result, arm, count_of(outcome));
  };
  const double parents = mean(centre, Outcome::parents).mean_baseline;
  const double in_work = mean(centre, Outcome::parents_in_work).mean_baseline;
  const double placed = mean(centre, Outcome::placement_days).mean_baseline / days_per_year;
  return {{"placement", needed_json(report, appraised,
                                    {Axis::placement, &PeopleMoved::placement_years, placed,
                                     [&](std::size_t arm) {
                                       return 0.0 - mean(arm, Outcome::placement_days).mean_change /
                                                        days_per_year;
                                     }})},
          {"work", needed_json(report, appraised,
                               {Axis::work, &PeopleMoved::work_years, parents - in_work,
                                [&](std::size_t arm) {
                                  return mean(arm, Outcome::parents_in_work).mean_change;
                                }})}};
}

Json about_input(const std::vector<Input>& inputs, const std::string& name) {
  for (const Input& input : inputs) {
    if (input.name == name && input.can_move()) return facts(input);
  }
  return nullptr;
}

}  // namespace samspil
