#include "model/report/explain.hpp"

#include <algorithm>
#include <map>

#include "model/costs/indices.hpp"
#include "model/inputs/dated.hpp"
#include "model/inputs/lever_slots.hpp"
#include "model/report/case_terms.hpp"
#include "model/report/page.hpp"
#include "model/report/report.hpp"
#include "model/report/terms.hpp"

namespace samspil {
namespace {

using Facts = std::vector<std::pair<Word, std::string>>;

std::string place(const std::string& file, int line) {
  return line > 0 ? file + ":" + std::to_string(line) : file;
}

class Collector {
 public:
  Collector(const Scenario& scenario, Language language)
      : scenario_{scenario},
        language_{language},
        names_{labels(language)},
        other_{labels(language == Language::da ? Language::en : Language::da)} {}

  std::vector<Explanation> collect() {
    parameters();
    prices();
    payer_rules();
    rates();
    indices();
    strategies();
    mechanisms();
    indicators();
    main_areas();
    hooks();
    lists();
    return std::move(all_);
  }

 private:
  void add(std::string name, std::string_view label, std::string_view other, Word kind, Facts facts,
           std::string law = "") {
    all_.push_back({std::move(name), std::string{label}, std::string{other}, std::move(law), kind,
                    std::move(facts)});
  }
  std::string text(Word word) const { return std::string{phrase(word, language_)}; }
  std::string digits(double value) const { return short_number(value, 6, language_); }

  Facts quantity_facts(const Quantity& q, const std::string& file) const {
    return {{Word::value, digits(q.value)},
            {Word::unit, q.unit},
            {Word::range, digits(q.low) + " - " + digits(q.high)},
            {Word::grade, std::string{names_.grades[index_of(q.grade)]}},
            {Word::source, q.source},
            {Word::written_in, place(file, q.line)}};
  }

  void parameters() {
    for (const ParameterRow& row : scenario_.parameter_table.rows) {
      Facts facts = quantity_facts(row.quantity, scenario_.parameter_table.file);
      facts.emplace_back(Word::used_in,
                         text(row.name.starts_with("initial_") ? Word::used_in_candidates
                                                               : Word::used_in_dynamics));
      add(row.name, "", "", Word::kind_parameter, std::move(facts));
    }
  }

  void prices() {
    for (const CatalogueRow& row : scenario_.catalogue.rows) {
      Facts facts = quantity_facts(row.price, scenario_.catalogue.file);
      facts.insert(facts.begin() + 3,
                   {{Word::price_level, std::to_string(row.price_level)},
                    {Word::index, std::string{price_index_names[index_of(row.index)]}},
                    {Word::price_now, price_now(row)},
                    {Word::payer, scenario_.catalogue.rules[row.payer_rule].name},
                    {Word::department, std::string{names_.departments[index_of(row.department)]}},
                    {Word::account, row.account_function},
                    {Word::law, row.law},
                    {Word::cashable, digits(row.cashable_share)}});
      facts.emplace_back(Word::used_in, text(Word::used_in_costs));
      const std::size_t i = index_of(row.service);
      add(std::string{service_names[i]}, names_.services[i], other_.services[i], Word::kind_price,
          std::move(facts), row.law);
    }
  }

  /// The price at the level of the scenario, and how it came there.
  std::string price_now(const CatalogueRow& row) const {
    const PriceLevel level{scenario_.catalogue};
    const IndexTable& indices = scenario_.catalogue.indices;
    const int year = scenario_.catalogue.price_level;
    const std::string price = digits(level.price(row));
    switch (level.move_of(row)) {
      case PriceMove::as_written:
        return say(language_, Word::price_is_as_written, price, year);
      case PriceMove::moved:
        return say(language_, Word::price_is_moved, price, year,
                   names_.price_indices[index_of(row.index)],
                   digits(indices.find(row.index, year)->value),
                   digits(indices.find(row.index, row.price_level)->value));
      case PriceMove::own_level:
        break;
    }
    return say(language_, Word::price_keeps_level, price, row.price_level, year);
  }

  void rates() {
    for (std::size_t i = 0; i < rate_count; ++i) {
      Facts facts;
      std::string law;
      for (const Rate& rate : scenario_.catalogue.rates.rows) {
        if (index_of(rate.name) != i) continue;
        const Facts row = quantity_facts(rate.amount, scenario_.catalogue.rates.file);
        facts.insert(facts.end(), row.begin(), row.end());
        facts.insert(facts.end(),
                     {{Word::price_level, std::to_string(rate.price_level)},
                      {Word::index, std::string{price_index_names[index_of(rate.index)]}},
                      {Word::valid, fmt::format("{}-{}", rate.valid_from, rate.valid_to)},
                      {Word::law, rate.law}});
        if (holds_in(rate, scenario_.catalogue.law.year)) law = rate.law;
      }
      facts.emplace_back(Word::used_in, text(Word::used_in_costs));
      add(std::string{rate_names[i]}, "", "", Word::kind_rate, std::move(facts), law);
    }
  }

  void indices() {
    const IndexTable& table = scenario_.catalogue.indices;
    for (std::size_t i = 1; i < price_index_count; ++i) {
      Facts facts;
      for (const IndexValue& row : table.rows) {
        if (index_of(row.index) != i) continue;
        facts.insert(facts.end(),
                     {{Word::value, fmt::format("{}: {}", row.year, digits(row.value))},
                      {Word::grade, std::string{names_.grades[index_of(row.grade)]}},
                      {Word::source, row.source},
                      {Word::written_in, place(table.file, row.line)}});
      }
      facts.emplace_back(Word::used_in, text(Word::used_in_costs));
      add(std::string{price_index_names[i]}, names_.price_indices[i], other_.price_indices[i],
          Word::kind_index, std::move(facts));
    }
  }

  void payer_rules() {
    for (const PayerRule& rule : scenario_.catalogue.rules) {
      std::vector<std::pair<Word, std::string>> facts;
      for (const RuleShares& row : rule.rows) add_rule_row(rule, row, facts);
      facts.emplace_back(Word::used_in, text(Word::used_in_costs));
      add(rule.name, "", "", Word::kind_payer_rule, std::move(facts), rule.rows.front().law);
    }
  }

  void add_rule_row(const PayerRule& rule, const RuleShares& row,
                    std::vector<std::pair<Word, std::string>>& facts) {
    std::string shares;
    if (rule.kind != RuleKind::fixed) {
      shares = fmt::format("{}: ", rule_state_names(rule.kind)[row.state]);
    }
    for (std::size_t p = 0; p < payer_count; ++p) {
      shares += fmt::format("{}{} {}", p > 0 ? ", " : "", names_.payers[p], digits(row.shares[p]));
    }
    facts.insert(facts.end(),
                 {{Word::value, shares},
                  {Word::valid, fmt::format("{}-{}", row.valid_from, row.valid_to)},
                  {Word::law, row.law},
                  {Word::grade, std::string{names_.grades[index_of(row.grade)]}},
                  {Word::source, row.source},
                  {Word::written_in, place(scenario_.catalogue.rules_file, row.line)}});
  }

  void strategies() {
    add_strategy(scenario_.baseline);
    for (const Strategy& strategy : scenario_.strategies) {
      add_strategy(strategy);
      for (const LeverSlot& slot : lever_slots) {
        Facts facts = quantity_facts(strategy.levers.*slot.quantity, strategy.file);
        facts.emplace_back(Word::admissible,
                           digits(slot.limits.lower) + " - " + digits(slot.limits.upper));
        add(fmt::format("{}.{}", strategy.id, slot.name), "", "", Word::kind_lever,
            std::move(facts));
      }
      for (const Effect& effect : strategy.effects) add_effect(strategy, effect);
    }
  }

  void add_strategy(const Strategy& strategy) {
    const bool da = language_ == Language::da;
    std::string sources;
    for (const std::string& source : strategy.sources) {
      sources += (sources.empty() ? "" : "; ") + source;
    }
    add(strategy.id, da ? strategy.title_da : strategy.title_en,
        da ? strategy.title_en : strategy.title_da, Word::kind_strategy,
        {{Word::tried_on_whom, da ? strategy.tried_on_da : strategy.tried_on_en},
         {Word::source, sources},
         {Word::written_in, strategy.file}});
  }

  void add_effect(const Strategy& strategy, const Effect& effect) {
    const std::size_t hook = index_of(effect.hook);
    add(fmt::format("{}.{}", strategy.id, hook_names[hook]), names_.hooks[hook], other_.hooks[hook],
        Word::kind_effect,
        {{Word::value,
          say(language_, Word::hazard_ratio, digits(effect.centre), digits(effect.strong))},
         {Word::channel, std::string{names_.channels[index_of(effect.channel)]}},
         {Word::range, digits(effect.low) + " - " + digits(effect.high)},
         {Word::grade, std::string{names_.grades[index_of(effect.grade)]}},
         {Word::rationale, language_ == Language::da ? effect.rationale_da : effect.rationale_en},
         {Word::source, effect.source},
         {Word::written_in, place(strategy.file, effect.line)},
         {Word::used_in, text(Word::used_in_dynamics)}});
  }

  void mechanisms() {
    for (std::size_t i = 0; i < mechanism_count; ++i) {
      add(std::string{mechanism_names[i]}, names_.mechanisms[i], other_.mechanisms[i],
          Word::kind_mechanism,
          {{Word::switched, text(scenario_.mechanisms[i] ? Word::on : Word::off)},
           {Word::rationale, language_ == Language::da ? scenario_.mechanism_reason_da[i]
                                                       : scenario_.mechanism_reason_en[i]},
           {Word::written_in, scenario_.file},
           {Word::used_in, text(Word::used_in_dynamics)}});
    }
  }

  /// Names that need no more than a label and where they are used.
  template <std::size_t N>
  void list(const std::array<std::string_view, N>& names,
            const std::array<std::string_view, N> Labels::*own, Word kind, Word used) {
    for (std::size_t i = 0; i < N; ++i) {
      add(std::string{names[i]}, (names_.*own)[i], (other_.*own)[i], kind,
          {{Word::used_in, text(used)}});
    }
  }

  void lists() {
    using enum Word;
    list(outcome_names, &Labels::outcomes, kind_outcome, used_in_results);
    list(labour_status_names, &Labels::statuses, kind_status, used_in_dynamics);
    list(department_names, &Labels::departments, kind_department, used_in_costs);
    list(account_type_names, &Labels::account_types, kind_account_type, used_in_costs);
    list(payer_names, &Labels::payers, kind_payer, used_in_costs);
    list(settlement_names, &Labels::settlements, kind_settlement, used_in_costs);
    list(programme_item_names, &Labels::programme_items, kind_programme_item, used_in_costs);
    list(channel_names, &Labels::channels, kind_channel, used_in_dynamics);
    list(grade_names, &Labels::grades, kind_grade, used_in_results);
    list(coordination_role_names, &Labels::roles, kind_role, used_in_dynamics);
    list(effect_level_names, &Labels::effect_levels, kind_effect_level, used_in_results);
    const Language other = language_ == Language::da ? Language::en : Language::da;
    for (std::size_t i = 0; i < names_.units.size(); ++i) {
      add(std::string{names_.units[i].first}, names_.units[i].second, other_.units[i].second,
          kind_unit, {{used_in, text(used_in_costs)}});
    }
    for (std::size_t i = 0; i < case_term_names.size(); ++i) {
      const auto& [label, meaning_text] = case_terms(language_)[i];
      add(std::string{case_term_names[i]}, label, case_terms(other)[i].label, kind_term,
          {{meaning, std::string{meaning_text}}});
    }
    for (std::size_t i = 0; i < term_count; ++i) {
      add(std::string{term_names[i]}, terms(language_)[i].label, terms(other)[i].label, kind_term,
          {{meaning, std::string{terms(language_)[i].meaning}}, {used_in, text(used_in_results)}});
    }
  }

  void indicators() {
    for (std::size_t i = 0; i < indicator_count; ++i) {
      Facts facts;
      for (const Margin& margin : scenario_.population.margins) {
        if (margin.name == indicator_names[i]) {
          facts = quantity_facts(margin.target, scenario_.population.file);
        }
      }
      facts.emplace_back(Word::used_in, text(Word::used_in_population));
      add(std::string{indicator_names[i]}, names_.indicators[i], other_.indicators[i],
          Word::kind_margin, std::move(facts));
    }
  }

  void main_areas() {
    std::map<std::string, std::string> services;
    for (const CatalogueRow& row : scenario_.catalogue.rows) {
      std::string& list = services[row.main_area];
      list += (list.empty() ? "" : ", ") + std::string{names_.services[index_of(row.service)]};
    }
    for (const auto& [area, list] : services) {
      add(area, "", "", Word::kind_main_area,
          {{Word::meaning, list}, {Word::used_in, text(Word::used_in_costs)}});
    }
  }

  void hooks() {
    for (std::size_t i = 0; i < hook_count; ++i) {
      std::string users;
      for (const Strategy& strategy : scenario_.strategies) {
        const bool acts =
            std::any_of(strategy.effects.begin(), strategy.effects.end(),
                        [i](const Effect& effect) { return index_of(effect.hook) == i; });
        if (acts) users += (users.empty() ? "" : ", ") + strategy.id;
      }
      add(std::string{hook_names[i]}, names_.hooks[i], other_.hooks[i], Word::kind_hook,
          {{Word::used_by, users}, {Word::used_in, text(Word::used_in_dynamics)}});
    }
  }

  const Scenario& scenario_;
  Language language_;
  const Labels& names_;
  const Labels& other_;
  std::vector<Explanation> all_;
};

bool is_named(const Explanation& explanation, const std::string& query) {
  const std::string name = lower_case(explanation.name);
  return name == query || name.ends_with("." + query) || lower_case(explanation.label) == query ||
         lower_case(explanation.other_label) == query || lower_case(explanation.law) == query;
}

/// A paragraph is found by its number: "§ 52" finds "SEL § 52, stk. 3" but not "§ 52 a".
bool holds_paragraph(const std::string& law, const std::string& query) {
  const std::size_t at = law.find(query);
  if (query.find("§") == std::string::npos || at == std::string::npos) return false;
  const std::string rest = law.substr(at + query.size());
  const bool goes_on = !rest.empty() && rest[0] >= '0' && rest[0] <= '9';
  const bool has_letter = rest.size() > 1 && rest[0] == ' ' && rest[1] >= 'a' && rest[1] <= 'z' &&
                          (rest.size() == 2 || rest[2] < 'a');
  return !goes_on && !has_letter;
}

}  // namespace

std::string lower_case(std::string_view text) {
  std::string out{text};
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  // Æ, Ø and Å are two bytes of UTF-8: C3 and 80 to 9E, in lower case C3 and A0 to BE.
  for (std::size_t i = 1; i < out.size(); ++i) {
    const auto byte = static_cast<unsigned char>(out[i]);
    if (out[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E) {
      out[i] = static_cast<char>(byte + 0x20);
    }
  }
  return out;
}

std::vector<Explanation> explanations(const Scenario& scenario, Language language) {
  return Collector{scenario, language}.collect();
}

std::vector<Explanation> matching(const std::vector<Explanation>& all, const std::string& query) {
  const std::string wanted = lower_case(query);
  std::vector<Explanation> found;
  const auto keep = [&](auto condition) {
    if (found.empty()) std::copy_if(all.begin(), all.end(), std::back_inserter(found), condition);
  };
  keep([&](const Explanation& e) { return is_named(e, wanted); });
  keep([&](const Explanation& e) { return holds_paragraph(lower_case(e.law), wanted); });
  keep([&](const Explanation& e) {
    return wanted.size() >= 3 && (lower_case(e.label).find(wanted) != std::string::npos ||
                                  lower_case(e.other_label).find(wanted) != std::string::npos);
  });
  return found;
}

std::string explanation_text(const Explanation& explanation, Language language) {
  constexpr std::size_t label_width = 24;
  std::string text = fmt::format("{} ({})\n", explanation.name, phrase(explanation.kind, language));
  if (!explanation.label.empty()) text += fmt::format("  {}\n", explanation.label);
  for (const auto& [label, value] : explanation.facts) {
    std::string heading = pad_right(phrase(label, language), label_width);
    if (heading[0] >= 'a' && heading[0] <= 'z') {
      heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
    }
    text +=
        fmt::format("  {}{}\n", heading, value.empty() ? phrase(Word::not_given, language) : value);
  }
  return text;
}

}  // namespace samspil
