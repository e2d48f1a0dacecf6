#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/inputs/family_spells.hpp"
#include "model/loading/load.hpp"
#include "model/loading/toml.hpp"

namespace samspil {

std::optional<Key> conflict(const FamilySpell& a, const FamilySpell& b) noexcept {
  if (name_of(a) == name_of(b)) return Key{"fault.same_twice"};
  if (is_income(a) && is_income(b)) return Key{"fault.two_incomes"};
  if (is_living_place(a) && is_living_place(b)) return Key{"fault.two_places"};
  for (const auto& [subsidy, other] : {std::pair{&a, &b}, std::pair{&b, &a}}) {
    if (!is_wage_subsidy(*subsidy)) continue;
    if (other->kind == SpellKind::self_support) return Key{"fault.subsidy_and_self_support"};
    if (other->kind == SpellKind::service && ends_with_wage_subsidy(other->service)) {
      return Key{"fault.subsidy_and_benefit"};
    }
  }
  return std::nullopt;
}

namespace {

constexpr double most_kroner = 1e9;
constexpr Limits any_weeks{0, 5200};
constexpr std::size_t most_members = 100;
constexpr double adult_age = 18;
constexpr double aftercare_ends = 23;

class FamilyReader {
 public:
  FamilyReader(TomlFields& fields, FamilyCase& family) : fields_{fields}, family_{family} {}

  void read() {
    if (auto table = fields_.table("case", Need::optional)) read_case(*table);
    std::vector<TomlFields> members = fields_.tables("member", Need::optional);
    if (members.size() > most_members) {
      return fields_.refuse("member", {"fault.members", members.size()},
                            {"remedy.at_most", most_members});
    }
    for (TomlFields& row : members) read_member(row);
    if (family_.members.empty()) {
      fields_.refuse("member", {"fault.no_member"}, {"remedy.members"});
    }
    std::vector<TomlFields> spells = fields_.tables("spell", Need::optional);
    for (TomlFields& row : spells) read_spell(row);
    refuse_overlaps(spells);
    for (TomlFields& row : fields_.tables("annual", Need::optional)) read_annual(row);
    for (TomlFields& row : fields_.tables("programme", Need::optional)) read_programme(row);
    fields_.finish();
  }

 private:
  void read_case(TomlFields& row) {
    row.text("title", family_.title, Need::optional);
    row.whole("price_level", family_.price_level, any_year, Need::optional);
    row.whole("first_year", family_.first_year, any_year, Need::optional);
    has_years_ = row.whole("years", family_.years, {1, most_years}, Need::optional);
    row.whole("law_year", family_.law_year, any_year, Need::optional);
    row.choice("thresholds", family_.thresholds, threshold_names, Need::optional);
    family_.lines = {row.line("price_level"), row.line("first_year"), row.line("years"),
                     row.line("law_year"), row.line("thresholds")};
    row.finish();
  }

  void read_member(TomlFields& row) {
    FamilyMember member;
    member.line = row.line();
    const bool has_id = row.text("id", member.id);
    const bool has_kind = row.choice("kind", member.kind, member_kind_names);
    row.text("household", member.household, Need::optional);
    double age = 0;
    if (row.number("age", age, {0, 120}, Need::optional) && row.has("age")) member.age = age;
    row.whole("ladder_weeks_before", member.ladder_weeks_before, any_weeks, Need::optional);
    row.whole("self_support_weeks_before", member.self_support_weeks_before, any_weeks,
              Need::optional);
    row.flag("granted_before_2014", member.granted_before_2014, Need::optional);
    row.whole("full_state_refund_weeks", member.full_state_refund_weeks, any_weeks, Need::optional);
    row.finish();
    check_id(row, has_id, member.id);
    if (has_kind) check_age(row, member);
    family_.members.push_back(std::move(member));
  }

  void check_id(TomlFields& row, bool has_id, const std::string& id) {
    if (!has_id) return;
    const auto [entry, is_first] = lines_.emplace(id, row.line());
    if (is_first) return;
    row.refuse("id", {"fault.id_twice", id, entry->second}, {"remedy.own_id"});
  }

  static void check_age(TomlFields& row, const FamilyMember& member) {
    if (member.kind == MemberKind::adult) {
      if (member.age && *member.age < adult_age) {
        row.refuse("age", {"fault.young_adult", *member.age}, {"remedy.young_adult"});
      }
      if (member.full_state_refund_weeks > 0) {
        row.refuse("full_state_refund_weeks", {"fault.rule_for_children"},
                   {"remedy.rule_for_children"});
      }
    } else if (member.age.value_or(0) < adult_age && member.ladder_weeks_before > 0) {
      row.refuse("ladder_weeks_before", {"fault.child_on_benefit"}, {"remedy.child_on_benefit"});
    }
  }

  /// The member that a row names; reports an unknown one.
  bool find_member(TomlFields& row, std::size_t& position) {
    std::string id;
    if (!row.text("member", id)) return false;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < family_.members.size(); ++i) {
      if (family_.members[i].id == id) {
        position = i;
        return true;
      }
      if (lines_.count(family_.members[i].id) > 0) ids.push_back(family_.members[i].id);
    }
    if (ids.empty()) return false;  // Told already.
    row.refuse("member", {"fault.unknown_member", id}, naming_advice(id, ids));
    return false;
  }

  static bool read_service(TomlFields& row, FamilySpell& spell) {
    std::string name;
    if (!row.text("service", name)) return false;
    if (const auto service = find_name<Service>(service_names, name)) {
      spell.service = *service;
      return true;
    }
    spell.kind = name == "self_support" ? SpellKind::self_support : SpellKind::subsidised_job;
    if (name == name_of(spell)) return true;
    std::vector<std::string> names{service_names.begin(), service_names.end()};
    names.insert(names.end(), {"self_support", "subsidised_job"});
    row.refuse("service", {"fault.unknown_service_named", name}, naming_advice(name, names));
    return false;
  }

  void read_spell(TomlFields& row) {
    FamilySpell spell;
    spell.line = row.line();
    const bool has_member = find_member(row, spell.member);
    const bool has_service = read_service(row, spell);
    const bool has_weeks = read_weeks(row, spell);
    read_weekly_amount(row, spell);
    row.finish();
    if (has_service && spell.kind == SpellKind::service && is_counted_in_cases(spell.service)) {
      row.refuse("service",
                 {is_counted_in_hours(spell.service) ? Key{"fault.counted_in_hours"}
                                                     : Key{"fault.counted_in_cases"},
                  name_of(spell)},
                 {"remedy.annual"});
    }
    is_whole_.push_back(has_member && has_service && has_weeks);
    if (is_whole_.back()) check_age(row, spell);
    family_.spells.push_back(spell);
  }

  bool read_weeks(TomlFields& row, FamilySpell& spell) const {
    const bool has_weeks = row.has("from_week") || row.has("to_week");
    const bool has_dates = row.has("from_date") || row.has("to_date");
    if (has_weeks && has_dates) {
      row.refuse("", {"fault.weeks_and_dates"}, {"remedy.weeks_or_dates"});
    }
    // Weeks are what is missing where there is neither.
    const bool ok = read_week_numbers(row, spell, has_dates ? Need::optional : Need::required);
    return read_dates(row, spell, has_dates && !has_weeks ? Need::required : Need::optional) && ok;
  }

  bool read_week_numbers(TomlFields& row, FamilySpell& spell, Need need) const {
    const Limits horizon{1, static_cast<double>(horizon_years() * weeks_per_year)};
    const bool has_first = row.whole("from_week", spell.first_week, horizon, need);
    const bool has_last = row.whole("to_week", spell.last_week, horizon, need);
    if (!has_first || !has_last || !row.has("to_week")) return has_first && has_last;
    if (spell.last_week >= spell.first_week) return true;
    row.refuse("to_week", {"fault.week_before", spell.last_week, spell.first_week},
               {"remedy.week_before"});
    return false;
  }

  bool read_dates(TomlFields& row, FamilySpell& spell, Need need) const {
    Date from;
    Date to;
    const bool has_from = row.date("from_date", from, need);
    const bool has_to = row.date("to_date", to, need);
    if (need == Need::optional) return true;
    if (!has_from || !has_to) return false;
    bool is_inside = true;
    const int last_year = family_.first_year + horizon_years() - 1;
    for (const auto& [key, date] : {std::pair{"from_date", &from}, std::pair{"to_date", &to}}) {
      if (date->year >= family_.first_year && date->year <= last_year) continue;
      row.refuse(key, {"fault.outside_horizon", date->year},
                 {"remedy.date_from_to", family_.first_year, last_year});
      is_inside = false;
    }
    if (is_inside && to < from) {
      row.refuse("to_date", {"fault.date_before"}, {"remedy.date_before"});
      return false;
    }
    const auto week = [this](const Date& date, int day) {
      return (date.year - family_.first_year) * weeks_per_year + thursdays_before(day);
    };
    spell.first_week = week(from, day_of(from)) + 1;
    spell.last_week = week(to, day_of(to) + 1);
    spell.from = from;
    spell.to = to;
    return is_inside;
  }

  void read_weekly_amount(TomlFields& row, FamilySpell& spell) {
    double kroner = 0;
    if (!row.number("weekly_amount", kroner, {0, most_kroner}, Need::optional) ||
        !row.has("weekly_amount")) {
      return;
    }
    if (spell.kind != SpellKind::service) {
      row.refuse("weekly_amount", {"fault.costs_nothing", name_of(spell)}, {"remedy.remove"});
    }
    Ore amount = 0;
    if (to_ore(row, "weekly_amount", kroner, amount)) spell.weekly_amount = amount;
  }

  void check_age(TomlFields& row, const FamilySpell& spell) const {
    const FamilyMember& member = family_.members[spell.member];
    check_placed_age(row, spell, member);
    const bool is_benefit = spell.kind == SpellKind::service &&
                            (is_ladder_benefit(spell.service) || is_wage_subsidy(spell));
    if (!is_benefit || member.kind == MemberKind::adult) return;
    const auto age = age_in_week(member, spell.first_week);
    if (age.value_or(0) >= adult_age) return;
    refuse_age(row, spell, member, age, "remedy.own_benefit");
  }

  /// Placement and aftercare out of home end at 23.
  static void check_placed_age(TomlFields& row, const FamilySpell& spell,
                               const FamilyMember& member) {
    if (spell.kind != SpellKind::service || !is_placement(spell.service)) return;
    const auto age = age_in_week(member, spell.first_week);
    if (age ? *age < aftercare_ends : member.kind == MemberKind::child) return;
    refuse_age(row, spell, member, age, "remedy.placement_age");
  }

  /// The service is not for members of this age, or of an age that is not given.
  static void refuse_age(TomlFields& row, const FamilySpell& spell, const FamilyMember& member,
                         const std::optional<double>& age, Key remedy) {
    row.refuse("service",
               age ? Message{"fault.of_wrong_age", name_of(spell), member.id,
                             decimal(fmt::format("{:.1f}", *age)), spell.first_week}
                   : Message{"fault.of_unknown_age", name_of(spell),
                             member_kind_names[index_of(member.kind)], member.id},
               {remedy});
  }

  /// The later of two lines is told; one fault for each spell.
  void refuse_overlaps(std::vector<TomlFields>& rows) const {
    for (std::size_t later = 0; later < rows.size(); ++later) {
      const FamilySpell& spell = family_.spells[later];
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const FamilySpell& other = family_.spells[earlier];
        if (!is_whole_[later] || !is_whole_[earlier] || other.member != spell.member) continue;
        const int first = std::max(spell.first_week, other.first_week);
        const int last = std::min(spell.last_week, other.last_week);
        const auto why = conflict(other, spell);
        if (last < first || !why) continue;
        rows[later].refuse("",
                           {"fault.overlap", name_of(spell), first, last, name_of(other),
                            other.line, Message{*why}},
                           {"remedy.overlap"});
        break;
      }
    }
  }

  void read_annual(TomlFields& row) {
    FamilyAnnual annual;
    annual.line = row.line();
    const bool has_member = find_member(row, annual.member);
    FamilySpell named;
    const bool has_service = read_service(row, named);
    read_amounts(row, annual.amounts);
    row.finish();
    annual.service = named.service;
    if (has_service && has_member) {
      check_needs_no_weeks(row, named, annual.member);
      check_placed_age(row, named, family_.members[annual.member]);
    }
    family_.annual.push_back(std::move(annual));
  }

  void check_needs_no_weeks(TomlFields& row, const FamilySpell& named, std::size_t member) const {
    if (named.kind == SpellKind::service) {
      const Service service = paid_as(family_.members[member], named.service);
      if (!is_ladder_benefit(service) && service != Service::wage_subsidy) return;
    }
    row.refuse("service", {"fault.needs_weeks", name_of(named)}, {"remedy.needs_weeks"});
  }

  void read_programme(TomlFields& row) {
    FamilyProgramme programme;
    programme.line = row.line();
    row.text("name", programme.name);
    row.choice("department", programme.department, department_names);
    read_amounts(row, programme.amounts);
    row.finish();
    family_.programme.push_back(std::move(programme));
  }

  void read_amounts(TomlFields& row, std::vector<Ore>& amounts) const {
    std::vector<double> kroner;
    if (!row.numbers("amounts", kroner, {0, most_kroner})) return;
    const auto expected = static_cast<std::size_t>(family_.years);
    if (has_years_ && kroner.size() != expected) {
      row.refuse("amounts", {"fault.amounts", kroner.size(), expected},
                 {"remedy.amounts", expected});
      return;
    }
    for (const double value : kroner) {
      Ore amount = 0;
      if (!to_ore(row, "amounts", value, amount)) return;
      amounts.push_back(amount);
    }
  }

  static bool to_ore(TomlFields& row, std::string_view key, double kroner, Ore& amount) {
    const double ore = std::round(kroner * 100);
    amount = static_cast<Ore>(ore);
    if (std::fabs(kroner * 100 - ore) < 1e-4) return true;
    row.refuse(key, {"fault.not_ore", kroner}, {"remedy.write", fmt::format("{:.2f}", kroner)});
    return false;
  }

  static constexpr int most_years = 40;

  /// As long as can be where the number of years is a fault of its own.
  int horizon_years() const noexcept { return has_years_ ? family_.years : most_years; }

  TomlFields& fields_;
  FamilyCase& family_;
  bool has_years_ = true;
  std::map<std::string, int> lines_;  ///< Of the members' ids.
  std::vector<bool> is_whole_;        ///< By spell: whether its weeks can be compared.
};

/// A file without a family gets one line, not a fault for each of its keys.
bool holds_family(const toml::table& table, const std::string& file, Problems& problems) {
  for (const std::string_view mark : {"member", "spell", "annual", "programme"}) {
    if (table.contains(mark)) return true;
  }
  problems.push_back({file, 0, "", {"fault.no_family"}, {"remedy.members"}});
  return false;
}

}  // namespace

FamilyCase read_family_case(const InputText& input, Problems& problems) {
  FamilyCase family;
  family.file = input.file;
  family.text = input.text;
  const auto table = parse_toml_input(input, problems);
  if (!table) return family;
  if (!holds_family(table->table, input.file, problems)) return family;
  TomlFields fields{*table, input.file, problems};
  FamilyReader{fields, family}.read();
  return family;
}

}  // namespace samspil
