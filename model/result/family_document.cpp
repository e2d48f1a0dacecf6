#include "model/result/family_document.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/costs/family_services.hpp"
#include "model/costs/indices.hpp"
#include "model/result/discount_steps.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

Json payers(const AccountSum& sum) {
  return by_name(payer_names, [&](std::size_t payer) { return as_kroner(sum.paid[payer]); });
}

Json with_gross(const AccountSum& sum) {
  Json all{{"gross", as_kroner(sum.gross)}};
  all.update(payers(sum));
  return all;
}

Json sums_json(const AccountSums& sums) {
  const auto of = [](const auto& parts) {
    return [&parts](std::size_t i) { return with_gross(parts[i]); };
  };
  return {{"gross", as_kroner(sums.all.gross)},
          {"payers", payers(sums.all)},
          {"public", as_kroner(sums.all.of_public())},
          {"departments", by_name(department_names, of(sums.departments))},
          {"account_types", by_name(account_type_names, of(sums.account_types))}};
}

/// Weeks or days; the amount itself of what is counted in kr. by year.
Json units_json(int units, Ore gross) { return units > 0 ? Json(units) : Json(as_kroner(gross)); }

/// Of a service as the catalogue has it; null of all else, and where it is not established.
Json account_function_json(const std::string& what, const Catalogue& catalogue) {
  const auto service = find_name<Service>(service_names, what);
  if (!service) return nullptr;
  const std::string& function = catalogue.rows[index_of(*service)].account_function;
  return function == "-" ? Json() : Json(function);
}

/// Whether another price, or amount, acts on its own line alone: what counts as an expensive case
/// moves the refund too.
bool is_open(const FamilyLine& line) noexcept {
  return line.kind == LineKind::plain || line.kind == LineKind::ladder ||
         line.kind == LineKind::programme;
}

/// Null of a refund, which no share makes.
Json shares_json(const FamilyLine& line) {
  if (line.kind == LineKind::refund) return nullptr;
  return by_name(payer_names, [&](std::size_t payer) { return line.shares[payer]; });
}

Json line_json(const FamilyLine& line, const Catalogue& catalogue) {
  AccountSum sum;
  sum.add(line);
  return {{"member", line.who},
          {"service", line.what},
          {"units", units_json(line.units, line.gross)},
          {"unit", line.unit},
          {"gross", as_kroner(line.gross)},
          {"payers", payers(sum)},
          {"department", department_names[index_of(line.department)]},
          {"account_type", account_type_names[index_of(line.account_type)]},
          {"account_function", account_function_json(line.what, catalogue)},
          {"rule", line.rule},
          {"law", line.law},
          {"weekly", line.weekly > 0 ? Json(as_kroner(line.weekly)) : Json()},
          {"shares", shares_json(line)},
          {"is_open", is_open(line) && !line.differs}};
}

Json lines_json(const AccountYear& year, const Catalogue& catalogue) {
  return list_of(year.lines, [&](const FamilyLine& line) { return line_json(line, catalogue); });
}

Json year_json(const AccountYear& year, const Catalogue& catalogue) {
  Json all{{"year", year.calendar_year}};
  all.update(sums_json(year.sums));
  all["services"] = lines_json(year, catalogue);
  return all;
}

/// Whose a line is: a member's; a household's, null where it is the common one; a programme.
Json owner_json(const FamilyLine& line) {
  if (line.kind == LineKind::programme) return {{"kind", "programme"}, {"member", line.who}};
  if (line.kind != LineKind::refund || line.department != Department::child_family) {
    return {{"kind", "member"}, {"member", line.who}};
  }
  return {{"kind", "household"},
          {"member", line.who == common_household ? Json() : Json(line.who)}};
}

Json service_json(const ServiceSum& service) {
  const auto part_json = [](const ServicePart& part) -> Json {
    return {{"units", units_json(part.units, part.sum.gross)},
            {"gross", as_kroner(part.sum.gross)},
            {"payers", payers(part.sum)}};
  };
  Json all = owner_json(*service.line);
  all["service"] = service.line->what;
  all["unit"] = service.line->unit;
  all.update(part_json(service.all));
  all["rules"] = list_of(service.parts, [&](const ServicePart& part) {
    const std::string_view state = rule_state_name(part.rule);
    Json rule{{"rule", rule_name(part.rule)}, {"rule_state", state.empty() ? Json() : Json(state)}};
    rule.update(part_json(part));
    return rule;
  });
  return all;
}

Json rule_json(const RuleUse& rule) {
  return {{"rule", rule.name},
          {"law", rule.law == "-" ? Json() : Json(rule.law)},
          {"services", rule.services}};
}

Json steps_json(const StepWeeks& steps) {
  return {{"weeks_1_4", steps[0]},
          {"weeks_5_26", steps[1]},
          {"weeks_27_52", steps[2]},
          {"weeks_from_53", steps[3]}};
}

Json ladder_json(const AccountedFamily& ours, const LadderAccount& ladder) {
  const FamilyMember& member = ours.family.members[ladder.member];
  Json years = Json::array();
  for (std::size_t y = 0; y < ladder.years.size(); ++y) {
    years.push_back({{"year", ours.account.years[y].calendar_year}});
    years.back().update(steps_json(ladder.years[y]));
  }
  return {{"member", member.id},
          {"ladder_weeks_before", member.ladder_weeks_before},
          {"self_support_weeks_before", member.self_support_weeks_before},
          {"years", years},
          {"total", steps_json(ladder.total)},
          {"restarts", ladder.restarts}};
}

/// How the catalogue's prices came to the account's level, of all services that it prices here.
Json prices_json(const AccountedFamily& ours, const AccountedFamily* other) {
  std::vector<Service> services = catalogue_priced(ours.family);
  if (other != nullptr) {
    for (const Service service : catalogue_priced(other->family)) {
      if (std::find(services.begin(), services.end(), service) == services.end()) {
        services.push_back(service);
      }
    }
  }
  const PriceLevel level{ours.catalogue};
  Json all{{"as_written", Json::array()}, {"moved", Json::object()}, {"own_level", Json::object()}};
  for (const Service service : services) {
    const CatalogueRow& row = ours.catalogue.rows[index_of(service)];
    const std::string name{service_names[index_of(service)]};
    const PriceMove move = level.move_of(row);
    if (move == PriceMove::as_written) {
      all["as_written"].push_back(name);
    } else if (move == PriceMove::moved) {
      all["moved"][name] = {{"price_level", row.price_level},
                            {"index", price_index_names[index_of(row.index)]}};
    } else {
      all["own_level"][name] = row.price_level;
    }
  }
  return all;
}

std::string_view name_of(const FamilySpell& spell) {
  if (spell.kind == SpellKind::self_support) return "self_support";
  if (spell.kind == SpellKind::subsidised_job) return "subsidised_job";
  return service_names[index_of(spell.service)];
}

/// The spells that have dates, and the weeks that they became; null where they hold none.
Json dates_json(const FamilyCase& family) {
  const auto text = [](const Date& date) {
    return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
  };
  Json all = Json::array();
  for (const FamilySpell& spell : family.spells) {
    if (!spell.from) continue;
    const auto week = [&](int number) { return spell.weeks() > 0 ? Json(number) : Json(); };
    all.push_back({{"member", family.members[spell.member].id},
                   {"spell", name_of(spell)},
                   {"from", text(*spell.from)},
                   {"to", text(*spell.to)},
                   {"first_week", week(spell.first_week)},
                   {"last_week", week(spell.last_week)}});
  }
  return all;
}

Json refund_json(const FamilyAccount& account) {
  return {{"pooled", as_kroner(account.children_refund)},
          {"alone", as_kroner(account.children_refund_alone)}};
}

/// One value for each payer and for the public.
template <class Value>
Json by_purse(const FamilyComparison& comparison, Value value) {
  Json all = by_name(payer_names, [&](std::size_t p) { return value(comparison.payers[p]); });
  all["public"] = value(comparison.all_public);
  return all;
}

Json average_json(const AverageShareError& error) {
  const auto saving = [](const AverageShareError::Saving& saved) -> Json {
    return {{"by_rules", as_kroner(saved.by_rules)},
            {"by_average_shares", saved.by_average},
            {"missed_by", saved.missed_by()}};
  };
  return {{"gross", as_kroner(error.gross_saving)},
          {"municipality", saving(error.municipality)},
          {"state", saving(error.state)}};
}

Ore programme_cost(const FamilyAccount& account) noexcept {
  Ore cost = 0;
  for (const AccountYear& year : account.years) {
    for (const FamilyLine& line : year.lines) {
      if (line.kind == LineKind::programme) cost += line.gross;
    }
  }
  return cost;
}

Json against_json(const AccountedFamily& ours, const AccountedFamily& other) {
  const FamilyComparison comparison = compare(ours.account, other.account);
  Json years = Json::array();
  for (std::size_t y = 0; y < comparison.years.size(); ++y) {
    years.push_back({{"year", ours.account.years[y].calendar_year}});
    years.back().update(sums_json(comparison.years[y]));
    years.back()["other_services"] = lines_json(other.account.years[y], other.catalogue);
  }
  const auto npv = [&](std::size_t timing) {
    return by_purse(comparison, [timing](const PurseCourse& course) { return course.npv[timing]; });
  };
  const auto payback = [](const PurseCourse& course) { return or_null(course.payback); };
  // What the effort may cost at most for each purse to be whole, undiscounted and in all years.
  const auto break_even_json = [&](const FamilyComparison& of) {
    const Ore programme = programme_cost(ours.account) - programme_cost(other.account);
    return Json{{"municipality", as_kroner(of.total.all.of(Payer::municipality) + programme)},
                {"public", as_kroner(of.total.all.of_public() + programme)}};
  };
  return {{"file", other.family.file},
          {"law_year", other.family.law_year},
          {"years", years},
          {"total", sums_json(comparison.total)},
          {"cumulated", list_of(comparison.cumulated, as_kroner)},
          {"npv", npv(index_of(Timing::end))},
          {"npv_by_timing", by_name(timing_names, npv)},
          {"payback", by_purse(comparison, payback)},
          {"service_frame_relief", as_kroner(comparison.service_frame_relief)},
          {"treasury_relief", as_kroner(comparison.treasury_relief)},
          {"break_even_programme", break_even_json(comparison)},
          {"budget_guarantee", as_kroner(comparison.budget_guarantee)},
          {"children_refund", refund_json(other.account)},
          {"children_saving_alone", as_kroner(comparison.children_alone)},
          {"average_shares",
           {{"pooled_children", average_json(comparison.children)},
            {"ladder_benefits", average_json(comparison.ladder)}}}};
}

}  // namespace

Json family_document(const AccountedFamily& ours, const AccountedFamily* other) {
  const FamilyCase& family = ours.family;
  const FamilyAccount& account = ours.account;
  return {
      {"format", 1},
      {"title", family.title},
      {"file", family.file},
      {"members", list_of(family.members, [](const FamilyMember& member) { return member.id; })},
      {"first_year", family.first_year},
      {"price_level", family.price_level},
      {"law_year", family.law_year},
      {"thresholds", threshold_names[index_of(family.thresholds)]},
      {"sign",
       "positive = expenditure, revenue negative; in against, positive = this family costs less"},
      {"discount_steps", discount_steps(DiscountRate::fm())},
      {"prices", prices_json(ours, other)},
      {"dates", dates_json(family)},
      {"years", list_of(account.years,
                        [&](const AccountYear& year) { return year_json(year, ours.catalogue); })},
      {"total", sums_json(account.total)},
      {"services", list_of(summed_services(account), service_json)},
      {"rules", list_of(rules_met(account), rule_json)},
      {"children_refund", refund_json(account)},
      {"ladder", list_of(account.ladder,
                         [&](const LadderAccount& ladder) { return ladder_json(ours, ladder); })},
      {"against", other != nullptr ? against_json(ours, *other) : Json()}};
}

}  // namespace samspil
