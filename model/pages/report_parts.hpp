/// \file
/// The parts of a report's page that have files of their own.
#pragma once

#include <initializer_list>

#include "model/pages/document_view.hpp"
#include "model/pages/report_page.hpp"

namespace samspil {

/// A document as the report writes it: one strategy, one sign.
struct ReportView : View {
  const Json& strategy;

  /// As View::say, but for a full stop behind one that is there.
  template <class... Args>
  std::string say(Key key, const Args&... args) const {
    return with_one_stop(View::say(key, args...));
  }
  static std::string with_one_stop(std::string text);

  const Json& strategies() const { return document.at("strategies"); }
  bool has_draws() const { return document.at("draws") != 1; }
  std::string horizon() const;  ///< "2023-2026"
  std::string last_year() const;

  /// A net result as the page has its sign; nothing of null.
  std::optional<double> net(const Json& kroner) const;
  /// As a figure has it: with its sign, in the unit of the page.
  std::string signed_amount(const Json& kroner) const;
  /// As a table has it: the same in whole kroner.
  Cell net_cell(const Json& kroner) const;
  /// "-3.9", in mio. kr.
  std::string signed_millions(const Json& kroner) const;
  /// Whether an amount is none in the unit of the page.
  bool is_nought(const Json& kroner) const;
  /// "3.9 mio. kr.", without its sign.
  std::string size(const Json& kroner) const;
  /// "extra expenditure of 3.9 mio. kr."
  std::string outcome(const Json& kroner) const;
  /// "3.9 mio. kr. more expenditure"
  std::string side(const Json& kroner) const;
  /// "from 5.9 mio. kr. more expenditure to 0.2 mio. kr. less"
  std::string span(const Json& low, const Json& high) const;
  /// "-5.9 to +0.2", in the unit of the page; "-" where an end is not known.
  std::string signed_span(const Json& low, const Json& high) const;
  /// "1 of 20 outcomes"
  std::string of_twenty(const Json& saves) const;

  FigureAxis money_axis() const;
  /// Net results as the page has their sign.
  Range range(const Json& low, const Json& middle, const Json& high, const Json& no_effect) const;
};

/// A purse's net result of all years at a level of effect.
const Json& net_of(const Json& strategy, std::string_view level,
                   std::string_view purse = "municipality");

/// The ends of a range of one purse or department over all years, and its no-effect case.
struct Ends {
  const Json* low;
  const Json* high;
};
/// Of a net result, all years: 5 and 95 % of the draws, or, without draws, weak and strong effect;
/// null where it has none.
Ends ends_of_purse(const ReportView& view, const Json& strategy, std::string_view purse);
Ends ends_of_department(const ReportView& view, std::string_view department);
/// Of one year, by its place in the budget.
Ends ends_of_year(const ReportView& view, std::string_view purse, std::size_t year);

/// The text of a key with pieces in its places.
Text filled(const View& view, Key key, const std::vector<Piece>& pieces);
/// One piece.
Text plain(std::string text);

/// "a", "a and b", "a, b and c".
std::string joined(const View& view, const std::vector<std::string>& texts);

/// A minus that is one, as wide as a plus.
std::string with_minus(std::string text);

/// A whole title, and one that fits a line.
std::string title_of(const View& view, const Json& strategy);

/// The municipality's name, or "the municipality".
std::string municipality_name(const ReportView& view);
/// What the marks of a figure mean, in one line.
std::string marks_text(const ReportView& view);

/// Families of the target group.
std::string target_families(const ReportView& view);
/// Families that the effort is offered to.
std::string families_text(const ReportView& view);

void add_answer(ReportPage& page, const ReportView& view);
ReportSection years_section(const ReportView& view);
std::optional<ReportSection> needed_section(const ReportView& view);
ReportSection who_section(const ReportView& view);
ReportSection strategies_section(const ReportView& view);
ReportSection people_section(const ReportView& view);
ReportSection assumptions_section(const ReportView& view);
void add_caveats(ReportPage& page, const ReportView& view);
void add_sources(ReportPage& page, const ReportView& view);
void add_traces(ReportPage& page, const ReportView& view);

}  // namespace samspil
