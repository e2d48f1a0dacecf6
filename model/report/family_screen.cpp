#include <algorithm>
#include <map>

#include "model/core/names.hpp"
#include "model/costs/indices.hpp"
#include "model/render/text.hpp"
#include "model/report/family_report.hpp"
#include "model/report/family_tables.hpp"

namespace samspil {
namespace {

std::string file_name(const FamilyCase& family) {
  return family.file.substr(family.file.find_last_of('/') + 1);
}

class FamilyScreen {
 public:
  FamilyScreen(const FamilyReport& report, Language language)
      : report_{report}, family_{report.family}, language_{language}, tables_{page_, language} {}

  std::string text() {
    top();
    who_pays();
    by_account();
    services();
    rules();
    ladder();
    if (report_.against) comparison(*report_.against);
    return as_text(page_);
  }

 private:
  template <class... Args>
  void line(Key word, const Args&... args) {
    page_.sentence(say(language_, word, args...));
  }
  std::string word(Key which) const { return std::string{phrase(which, language_)}; }
  std::string kroner(Ore ore) const { return tables_.kroner(ore); }

  void top() {
    page_.sentence(family_.title.empty() ? word("family.untitled") : family_.title);
    const int last_year = family_.first_year + family_.years - 1;
    line("family.who_pays_what",
         family_.years == 1 ? std::to_string(last_year)
                            : fmt::format("{}-{}", family_.first_year, last_year),
         family_.members.size());
    line("family.level_line", family_.law_year, family_.price_level,
         word(family_.thresholds == Thresholds::constant ? Key{"family.constant_thresholds"}
                                                         : Key{"family.regulated_thresholds"}));
    line("family.sign_line");
    price_levels();
    dates();
  }

  /// Prices of the catalogue: at the account's level, moved to it by an index, or left where no
  /// index carries them.
  void price_levels() {
    std::vector<Service> services = catalogue_priced(family_);
    if (report_.against) {
      for (const Service service : catalogue_priced(report_.against->family)) {
        if (std::find(services.begin(), services.end(), service) == services.end()) {
          services.push_back(service);
        }
      }
    }
    std::array<std::string, price_move_names.size()> lists;
    const PriceLevel level{report_.catalogue};
    for (const Service service : services) {
      const CatalogueRow& row = report_.catalogue.rows[index_of(service)];
      const std::string_view label = labels(language_).services[index_of(service)];
      const PriceMove move = level.move_of(row);
      std::string& list = lists[index_of(move)];
      list += list.empty() ? "" : ", ";
      if (move == PriceMove::as_written) {
        list += label;
      } else if (move == PriceMove::moved) {
        list += fmt::format("{} ({}, {})", label, row.price_level,
                            price_index_names[index_of(row.index)]);
      } else {
        list += fmt::format("{} ({})", label, row.price_level);
      }
    }
    constexpr std::array<Key, 3> words{"family.catalogue_prices", "family.moved_prices",
                                       "family.other_levels"};
    for (std::size_t i = 0; i < lists.size(); ++i) {
      if (!lists[i].empty()) line(words[i], family_.price_level, lists[i]);
    }
  }

  void dates() {
    bool has_dates = false;
    for (const FamilySpell& spell : family_.spells) {
      if (!spell.from) continue;
      if (!has_dates) line("family.dates_line");
      has_dates = true;
      const auto text = [](const Date& date) {
        return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
      };
      page_.sentence(
          say(language_,
              spell.weeks() > 0 ? Key{"family.date_spell"} : Key{"family.date_spell_empty"},
              family_.members[spell.member].id, tables_.name_of(spell), text(*spell.from),
              text(*spell.to), spell.first_week, spell.last_week),
          2);
    }
  }

  void who_pays() {
    page_.heading(word("family.cost_heading"));
    std::vector<AccountSums> sums;
    for (const AccountYear& year : report_.account.years) sums.push_back(year.sums);
    sums.push_back(report_.account.total);
    Table table = tables_.by_year(family_, word("family.own_money"));
    tables_.departments(table, sums);
    tables_.other_payers(table, sums);
    tables_.row(table, word("family.gross_total"), sums,
                [](const AccountSums& sum) { return sum.all.gross; });
    page_.add(table);
    const FamilyAccount& account = report_.account;
    if (account.children_refund > 0) {
      line("family.pooled_line", kroner(account.children_refund),
           kroner(account.children_refund_alone));
    }
  }

  void by_account() {
    const AccountSums& total = report_.account.total;
    page_.blank();
    tables_.matrix(word("family.by_department"), labels(language_).departments, total.departments,
                   total.all);
    page_.blank();
    tables_.matrix(word("family.by_account_type"), labels(language_).account_types,
                   total.account_types, total.all);
  }

  void services() {
    page_.heading(word("family.services_heading"));
    tables_.services(report_.account);
  }

  void rules() {
    page_.heading(word("family.rules_heading"));
    tables_.rules(report_.account);
  }

  void ladder() {
    page_.heading(word("family.ladder_heading"));
    bool has_weeks = false;
    for (const LadderAccount& ladder : report_.account.ladder) {
      has_weeks = tables_.ladder(family_, ladder) || has_weeks;
    }
    if (!has_weeks) line("family.no_benefit_weeks");
    for (const LadderAccount& ladder : report_.account.ladder) {
      const FamilyMember& member = family_.members[ladder.member];
      if (member.ladder_weeks_before > 0) {
        line("family.weeks_before", member.id, member.ladder_weeks_before,
             member.self_support_weeks_before);
      }
      if (ladder.restarts > 0) line("family.restarted", member.id, ladder.restarts);
    }
  }

  void comparison(const FamilyReport::Against& against) {
    const std::string ours = file_name(family_);
    const std::string theirs = file_name(against.family);
    page_.heading(say(language_, "family.against_heading", theirs));
    line("family.against_sign", ours, theirs);
    if (family_.law_year != against.family.law_year) {
      line("family.against_law", ours, family_.law_year, theirs, against.family.law_year);
    }
    difference(against.comparison);
    page_.blank();
    present_values(against.comparison);
    payback(against.comparison);
    relief(against);
    page_.blank();
    averages(against.comparison, theirs);
  }

  void difference(const FamilyComparison& comparison) {
    Table table = tables_.by_year(family_, word("family.own_money"));
    std::vector<AccountSums> sums = comparison.years;
    sums.push_back(comparison.total);
    tables_.departments(table, sums);
    std::vector<Ore> cumulated;
    for (const AccountSums& year : comparison.years) {
      const Ore before = cumulated.empty() ? 0 : cumulated.back();
      cumulated.push_back(before + year.all.of(Payer::municipality));
    }
    tables_.row(
        table, word("family.cumulated"), cumulated, [](Ore sum) { return sum; }, 2);
    tables_.other_payers(table, sums);
    page_.add(table);
  }

  void present_values(const FamilyComparison& comparison) {
    Table table;
    table.has_equal_columns = true;
    table.row(word("family.npv_heading"),
              {word("family.at_start"), word("family.at_middle"), word("family.at_end")});
    const auto row = [&](std::string_view label, const PurseCourse& course) {
      std::vector<std::string> cells;
      for (const double npv : course.npv) cells.push_back(number(npv, 0, language_));
      table.row(label, std::move(cells), 2);
    };
    for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
      row(labels(language_).payers[index_of(payer)], comparison.payers[index_of(payer)]);
    }
    row(word("family.public_total"), comparison.all_public);
    page_.add(table);
    line("family.npv_note");
  }

  void payback(const FamilyComparison& comparison) {
    std::string list;
    const auto add = [&](std::string_view label, const PurseCourse& course, Ore total) {
      if (!course.payback && total == 0) return;  // Nothing moves.
      if (!list.empty()) list += "; ";
      if (!course.payback) {
        list += say(language_, "family.payback_never", label);
      } else if (*course.payback == 0) {
        list += say(language_, "family.payback_at_once", label);
      } else {
        list +=
            say(language_, "family.payback_years", label, number(*course.payback, 2, language_));
      }
    };
    const AccountSum& total = comparison.total.all;
    for (const Payer payer : {Payer::municipality, Payer::region, Payer::state}) {
      add(labels(language_).payers[index_of(payer)], comparison.payers[index_of(payer)],
          total.of(payer));
    }
    add(word("family.public_total"), comparison.all_public, total.of_public());
    if (!list.empty()) line("family.payback_line", list);
  }

  void relief(const FamilyReport::Against& against) {
    const FamilyComparison& comparison = against.comparison;
    page_.blank();
    line("family.frame_line", kroner(comparison.service_frame_relief),
         kroner(comparison.treasury_relief));
    if (comparison.budget_guarantee != 0) {
      line("family.guarantee_line", kroner(comparison.budget_guarantee));
    }
    const FamilyAccount& ours = report_.account;
    const FamilyAccount& theirs = against.account;
    if (ours.children_refund == ours.children_refund_alone &&
        theirs.children_refund == theirs.children_refund_alone) {
      return;
    }
    // The refunds, pooled or not, are all that lies between the two.
    const Ore lost = (theirs.children_refund - theirs.children_refund_alone) -
                     (ours.children_refund - ours.children_refund_alone);
    line("family.pooling_lost", kroner(ours.children_refund), kroner(theirs.children_refund),
         file_name(against.family), kroner(ours.children_refund_alone),
         kroner(theirs.children_refund_alone), kroner(comparison.children.municipality + lost),
         kroner(comparison.children.municipality));
  }

  void averages(const FamilyComparison& comparison, const std::string& theirs) {
    line("family.average_heading");
    Table table;
    table.row("", {word("family.by_rules"), word("family.by_average"), word("family.missed")});
    const auto row = [&](Payer payer, Ore by_rules, double by_average) {
      const double rules = as_kroner(by_rules);
      table.row(labels(language_).payers[index_of(payer)],
                {number(rules, 0, language_), number(by_average, 0, language_),
                 signed_number(by_average - rules, 0, language_)},
                2);
    };
    const auto rows = [&](Key label, const AverageShareError& error) {
      if (error.gross_saving == 0 && error.municipality == 0) return;
      table.row(word(label), {});
      row(Payer::municipality, error.municipality, error.municipality_average);
      row(Payer::state, error.state, error.state_average);
    };
    rows("family.average_children", comparison.children);
    rows("family.average_ladder", comparison.ladder);
    page_.add(table);
    line("family.average_note", theirs);
  }

  const FamilyReport& report_;
  const FamilyCase& family_;
  Language language_;
  Page page_;
  FamilyTables tables_;
};

}  // namespace

std::string screen(const FamilyReport& report, Language language) {
  return FamilyScreen{report, language}.text();
}

}  // namespace samspil
