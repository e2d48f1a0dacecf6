#include "model/costs/family_account.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "model/costs/budget_guarantee.hpp"
#include "model/costs/expensive_cases.hpp"
#include "model/costs/indices.hpp"
#include "model/costs/ledger.hpp"
#include "model/costs/settlement.hpp"
#include "model/inputs/family_spells.hpp"
#include "model/population/case_use.hpp"

namespace samspil {
namespace {

constexpr Shares all_by_state{0, 0, 1, 0};
constexpr std::string_view full_refund_law = "barnets lov § 203";
constexpr std::string_view programme_name = "programme";
constexpr std::string_view no_law = "-";
constexpr std::string_view kroner = "kr.";  ///< The unit of amounts by year.
constexpr std::string_view children_law = "Serviceloven § 176; from 2024 barnets lov § 198";
constexpr std::string_view adults_law = "Serviceloven § 176";

/// Weeks of one year under one rule, counted from 0 over the horizon.
struct Weeks {
  int first = 0;
  int end = 0;
};

/// What a family spends in a month, in parts of an øre: an amount of a year is spent evenly over
/// its days, that of a week over its seven.
constexpr Ore parts_of_an_ore = Ore{parts_per_day} * days_per_year;
using Expense = MonthlyExpense<parts_of_an_ore>;

/// Adds `daily` [parts of an øre] for each third of a day.
void add_daily(Expense& expense, Ore daily, DaySpan days) noexcept {
  MonthDays months{};
  add_days(months, days);
  for (std::size_t month = 0; month < months.size(); ++month) {
    expense.parts[month] += daily * months[month];
  }
}

class Accountant {
 public:
  Accountant(const FamilyCase& family, const Catalogue& catalogue)
      : family_{family},
        catalogue_{catalogue},
        lines_(static_cast<std::size_t>(family.years)),
        expenses_(static_cast<std::size_t>(family.years)) {
    for (std::size_t i = 0; i < family.members.size(); ++i) {
      courses_.push_back(ladder_course(family, i, catalogue));
    }
  }

  FamilyAccount account() {
    for (const FamilySpell& spell : family_.spells) {
      if (spell.kind == SpellKind::service) post(spell);
    }
    for (const FamilyAnnual& annual : family_.annual) post(annual);
    refund_expensive_cases();
    return collected();
  }

 private:
  /// What is summed on one line, and the order of the lines of a year: member, service, household,
  /// place of the split. Refunds come after the members.
  using LineKey = std::tuple<std::size_t, std::size_t, std::string, std::size_t>;

  const CatalogueRow& row_of(std::size_t member, Service service) const {
    return catalogue_.rows[index_of(paid_as(family_.members[member], service))];
  }
  /// At the price level of the account, as far as the price's index is known; whole kroner.
  Ore price_of_unit(const CatalogueRow& row) const {
    return static_cast<Ore>(PriceLevel{catalogue_}.price(row)) * 100;
  }
  const ExpensiveCaseTiers& tiers_of(std::size_t year) const {
    const Law& law = catalogue_.law;
    return law.regulated.empty() ? law.expensive_cases : law.regulated[year];
  }
  const PayerRule& rule_of(const CatalogueRow& row) const {
    return catalogue_.rules[row.payer_rule];
  }

  void post(const FamilySpell& spell) {
    const CatalogueRow& row = row_of(spell.member, spell.service);
    const bool by_day = row.price.unit == "day";
    const Ore catalogue_price = price_of_unit(row) * (by_day ? days_per_week : 1);
    const Ore weekly = spell.weekly_amount.value_or(catalogue_price);
    for (int year = 0; year < family_.years; ++year) {
      Weeks weeks{std::max(spell.first_week - 1, year * weeks_per_year),
                  std::min(spell.last_week, (year + 1) * weeks_per_year)};
      const int full = in_full_state_refund(spell, weeks);
      post_units(year, spell.member, row, weekly, full, full_state_refund());
      weeks.first += full;
      for (const auto& [state, count] : by_state(spell.member, row, weeks)) {
        const Split split = rule_in(row, state, weekly);
        post_units(year, spell.member, row, weekly, count, split);
        if (count > 0 && is_expensive(split.kind)) {  // one state: the weeks are side by side
          const int first = weeks.first - year * weeks_per_year;
          const DaySpan days{first * days_per_week, (first + count) * days_per_week};
          const Ore paid = split_price(weekly, split.shares)[index_of(Payer::municipality)];
          add_daily(expense_on(year, spell.member, split.kind), paid * weeks_per_year, days);
        }
      }
    }
  }

  /// How many of the weeks, which are the first of them, the state pays in full.
  int in_full_state_refund(const FamilySpell& spell, const Weeks& weeks) const {
    if (!is_in_full_state_refund(spell.service)) return 0;
    const int until = family_.members[spell.member].full_state_refund_weeks;
    return std::max(0, std::min(weeks.end, until) - weeks.first);
  }

  /// Weeks by rule state.
  std::vector<std::pair<RuleState, int>> by_state(std::size_t member, const CatalogueRow& row,
                                                  const Weeks& weeks) const {
    const PayerRule& rule = rule_of(row);
    std::array<int, rule_state_count> count{};
    for (int week = weeks.first; week < weeks.end; ++week) {
      ++count[state_of(member, rule.kind, {week, week + 1})];
    }
    std::vector<std::pair<RuleState, int>> states;
    for (RuleState state = 0; state < rule_state_count; ++state) {
      if (count[state] > 0) states.emplace_back(state, count[state]);
    }
    return states;
  }

  /// What decides the shares in some weeks: the ladder and the age at their beginning, or whether
  /// the member lives on benefits in most of them.
  RuleState state_of(std::size_t member, RuleKind kind, const Weeks& weeks) const {
    if (is_ladder(kind)) return courses_[member].step[static_cast<std::size_t>(weeks.first)];
    if (kind == RuleKind::health) {
      const auto age = age_in_week(family_.members[member], weeks.first + 1);
      return age && *age < 3 ? age_0_to_2 : age_3_and_over;
    }
    if (kind != RuleKind::income_tax) return 0;
    const int on_benefits = weeks_on_benefits(family_, member, weeks.first, weeks.end);
    return 2 * on_benefits > weeks.end - weeks.first ? tax_on_benefits : tax_on_wages;
  }

  /// How a line is split, and by what.
  struct Split {
    LineKind kind = LineKind::plain;
    std::size_t place = 0;  ///< Among the splits of one service.
    Shares shares{};
    std::string rule;
    std::string law;
  };

  static constexpr std::size_t place_of_full_refund = rule_state_count;
  static constexpr std::size_t place_of_amounts = rule_state_count + 1;

  static Split full_state_refund() {
    return {LineKind::plain, place_of_full_refund, all_by_state, std::string{full_refund_rule},
            std::string{full_refund_law}};
  }

  /// `price` [øre per unit] decides whether a limit on the municipality's part of health binds.
  Split rule_in(const CatalogueRow& row, RuleState state, Ore price) const {
    const PayerRule& rule = rule_of(row);
    Split split{LineKind::plain, state,
                shares_in_force(rule, state, catalogue_.law, as_kroner(price)), rule.name,
                rule.in_force(state, catalogue_.law.year).law};
    const auto names = rule_state_names(rule.kind);
    if (names.size() > 1) (split.rule += '.') += names[state];
    if (is_ladder(rule.kind)) split.kind = LineKind::ladder;
    if (rule.kind == RuleKind::expensive_child) split.kind = LineKind::expensive_child;
    if (rule.kind == RuleKind::expensive_adult) split.kind = LineKind::expensive_adult;
    return split;
  }

  /// The price of a week is split once, into whole øre.
  void post_units(int year, std::size_t member, const CatalogueRow& row, Ore weekly, int weeks,
                  const Split& split) {
    if (weeks <= 0) return;
    const Ore sign = row.account_type == AccountType::revenue ? -1 : 1;
    PayerPrices paid = split_price(sign * weekly, split.shares);
    for (Ore& part : paid) part *= weeks;
    FamilyLine& line = line_of(year, member, row, split);
    line.units += weeks * (row.price.unit == "day" ? days_per_week : 1);
    line.unit = row.price.unit;
    line.differs = line.differs || (line.gross != 0 && line.weekly != weekly);
    line.weekly = line.differs ? 0 : weekly;
    add(line, sign * weekly * weeks, paid);
  }

  void post(const FamilyAnnual& annual) {
    const CatalogueRow& row = row_of(annual.member, annual.service);
    const FamilyMember& member = family_.members[annual.member];
    for (int year = 0; year < family_.years; ++year) {
      const Ore amount = annual.amounts[static_cast<std::size_t>(year)];
      // An amount of a year is spent evenly over its weeks.
      const int full = is_in_full_state_refund(annual.service)
                           ? std::clamp(member.full_state_refund_weeks - year * weeks_per_year, 0,
                                        weeks_per_year)
                           : 0;
      const Ore by_state = amount * full / weeks_per_year;
      post_amount(year, annual.member, row, by_state, full_state_refund());
      const RuleState state = state_of(annual.member, rule_of(row).kind,
                                       {year * weeks_per_year, (year + 1) * weeks_per_year});
      const Split split = rule_in(row, state, price_of_unit(row));
      post_amount(year, annual.member, row, amount - by_state, split);
      if (is_expensive(split.kind)) {
        const Ore paid =
            split_price(amount - by_state, split.shares)[index_of(Payer::municipality)];
        // What the state pays in full comes first; the rest is spent evenly over what is left.
        const DaySpan days{full * days_per_week, days_per_year};
        if (days.days() > 0) {
          add_daily(expense_on(year, annual.member, split.kind), paid * days_per_year / days.days(),
                    days);
        }
      }
    }
  }

  void post_amount(int year, std::size_t member, const CatalogueRow& row, Ore amount,
                   const Split& split) {
    if (amount == 0) return;
    const Ore sign = row.account_type == AccountType::revenue ? -1 : 1;
    Split apart = split;  // Weeks and amounts by year have lines of their own.
    apart.place += place_of_amounts;
    FamilyLine& line = line_of(year, member, row, apart);
    line.unit = std::string{kroner};
    add(line, sign * amount, split_price(sign * amount, split.shares));
  }

  FamilyLine& line_of(int year, std::size_t member, const CatalogueRow& row, const Split& split) {
    const std::size_t service = index_of(row.service);
    FamilyLine& line = lines_[static_cast<std::size_t>(year)][{member, service, {}, split.place}];
    line.kind = split.kind;
    line.who = family_.members[member].id;
    line.what = service_names[service];
    line.department = row.department;
    line.account_type = row.account_type;
    line.rule = split.rule;
    line.law = split.law;
    line.is_budget_guaranteed = is_budget_guaranteed(row.service);
    line.shares = split.shares;
    return line;
  }

  static void add(FamilyLine& line, Ore gross, const PayerPrices& paid) {
    line.gross += gross;
    for (std::size_t payer = 0; payer < payer_count; ++payer) line.paid[payer] += paid[payer];
  }

  static bool is_expensive(LineKind kind) noexcept {
    return kind == LineKind::expensive_child || kind == LineKind::expensive_adult;
  }

  /// The municipality's expense on one member in one year.
  Expense& expense_on(int year, std::size_t member, LineKind kind) {
    return expenses_[static_cast<std::size_t>(year)][{kind, member}];
  }

  void refund_expensive_cases() {
    for (std::size_t position = 0; position < lines_.size(); ++position) {
      auto& year = lines_[position];
      const ExpensiveCaseTiers& tiers = tiers_of(position);
      std::map<std::string, Expense> households;
      for (const auto& [key, expense] : expenses_[position]) {
        const auto& [kind, member] = key;
        if (kind == LineKind::expensive_adult) {
          refund(year, Settlement::expensive_adults, family_.members[member].id, expense, tiers);
          continue;
        }
        households[family_.members[member].household] += expense;
        refunds_.children_refund_alone += expensive_case_refund(expense, tiers);
      }
      for (const auto& [household, expense] : households) {
        refunds_.children_refund +=
            refund(year, Settlement::expensive_children, household, expense, tiers);
      }
    }
  }

  Ore refund(std::map<LineKey, FamilyLine>& year, Settlement settlement, const std::string& who,
             const Expense& expense, const ExpensiveCaseTiers& tiers) const {
    const Ore paid = expensive_case_refund(expense, tiers);
    if (paid == 0) return 0;
    Settlements alone{};
    alone[index_of(settlement)] = paid;
    FamilyLine& line = year[{family_.members.size(), index_of(settlement), who, 0}];
    line.kind = LineKind::refund;
    line.who = who;
    line.what = settlement_names[index_of(settlement)];
    line.unit = std::string{kroner};
    line.paid = cost_of(alone);
    line.department = department_of(settlement);
    line.account_type = AccountType::revenue;
    line.rule = line.what;
    line.law = settlement == Settlement::expensive_children ? children_law : adults_law;
    return paid;
  }

  FamilyAccount collected() {
    FamilyAccount account = std::move(refunds_);
    for (int year = 0; year < family_.years; ++year) {
      AccountYear& target = account.years.emplace_back();
      target.calendar_year = family_.first_year + year;
      for (auto& [key, line] : lines_[static_cast<std::size_t>(year)]) {
        target.lines.push_back(std::move(line));
      }
      add_programmes(year, target.lines);
      for (const FamilyLine& line : target.lines) {
        target.sums.add(line);
        account.total.add(line);
      }
    }
    for (std::size_t i = 0; i < family_.members.size(); ++i) add_ladder(i, account.ladder);
    return account;
  }

  void add_programmes(int year, std::vector<FamilyLine>& lines) const {
    for (const FamilyProgramme& programme : family_.programme) {
      const Ore amount = programme.amounts[static_cast<std::size_t>(year)];
      if (amount == 0) continue;
      PayerPrices paid{};
      paid[index_of(Payer::municipality)] = amount;
      lines.push_back({.kind = LineKind::programme,
                       .who = programme.name,
                       .what = std::string{programme_name},
                       .units = 0,
                       .unit = std::string{kroner},
                       .gross = amount,
                       .paid = paid,
                       .department = programme.department,
                       .account_type = AccountType::service,
                       .rule = std::string{programme_name},
                       .law = std::string{no_law},
                       .is_budget_guaranteed = false,
                       .shares = {1, 0, 0, 0}});
    }
  }

  void add_ladder(std::size_t member, std::vector<LadderAccount>& ladder) const {
    const LadderCourse& course = courses_[member];
    LadderAccount account{member, {}, course.restarts, {}};
    account.years.resize(static_cast<std::size_t>(family_.years));
    bool has_weeks = false;
    for (std::size_t week = 0; week < course.step.size(); ++week) {
      if (!course.is_counted[week]) continue;
      ++account.years[week / weeks_per_year][course.step[week]];
      ++account.total[course.step[week]];
      has_weeks = true;
    }
    if (has_weeks || family_.members[member].kind == MemberKind::adult) {
      ladder.push_back(std::move(account));
    }
  }

  const FamilyCase& family_;
  const Catalogue& catalogue_;
  std::vector<LadderCourse> courses_;                 ///< By member.
  std::vector<std::map<LineKey, FamilyLine>> lines_;  ///< By year.
  /// What counts as an expensive case, by year, kind and member.
  std::vector<std::map<std::pair<LineKind, std::size_t>, Expense>> expenses_;
  FamilyAccount refunds_;
};

}  // namespace

void AccountSum::add(const AccountSum& sum) noexcept {
  gross += sum.gross;
  for (std::size_t payer = 0; payer < payer_count; ++payer) paid[payer] += sum.paid[payer];
}

Ore AccountSum::of_public() const noexcept {
  return of(Payer::municipality) + of(Payer::region) + of(Payer::state);
}

void AccountSums::add(const FamilyLine& line) noexcept {
  all.add(line);
  departments[index_of(line.department)].add(line);
  account_types[index_of(line.account_type)].add(line);
}

FamilyAccount account_of(const FamilyCase& family, const Catalogue& catalogue) {
  return Accountant{family, catalogue}.account();
}

std::vector<Service> catalogue_priced(const FamilyCase& family) {
  std::array<bool, service_count> is_priced{};
  for (const FamilySpell& spell : family.spells) {
    if (spell.kind != SpellKind::service || spell.weekly_amount || spell.weeks() <= 0) continue;
    is_priced[index_of(paid_as(family.members[spell.member], spell.service))] = true;
  }
  std::vector<Service> services;
  for (std::size_t s = 0; s < service_count; ++s) {
    if (is_priced[s]) services.push_back(static_cast<Service>(s));
  }
  return services;
}

}  // namespace samspil
