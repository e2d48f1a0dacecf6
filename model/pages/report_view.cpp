#include <algorithm>
#include <cmath>

#include "model/pages/report_parts.hpp"

namespace samspil {
namespace {

constexpr double million = 1e6;

const Json& nothing() {
  static const Json null;
  return null;
}

/// Of a purse's uncertainty where it has both ends.
std::optional<Ends> drawn_ends(const Json& uncertainty) {
  if (uncertainty.is_null()) return std::nullopt;
  return Ends{&uncertainty.at("p05"), &uncertainty.at("p95")};
}

const Json& uncertainty_of(const Json& strategy, std::string_view budget) {
  const Json& all = strategy.at("uncertainty");
  const std::string name{budget};
  return all.is_null() || !all.contains(name) ? nothing() : all.at(name);
}

/// Weak and strong effect, the lower first: more effect may cost a payer more.
Ends in_order(const Json& weak, const Json& strong) {
  const bool is_falling = weak.is_number() && strong.is_number() && strong < weak;
  return is_falling ? Ends{&strong, &weak} : Ends{&weak, &strong};
}

}  // namespace

std::string with_minus(std::string text) {
  for (std::size_t at = 0; (at = text.find('-', at)) != std::string::npos; ++at) {
    const bool begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '(';
    const bool is_number =
        at + 1 < text.size() && text[at + 1] >= '0' && text[at + 1] <= '9' && begins;
    if (is_number) text.replace(at, 1, "−");
  }
  return text;
}

std::string ReportView::horizon() const {
  const Json& years = document.at("years");
  const std::string first = std::to_string(years.front().get<int>());
  return years.size() == 1 ? first : first + "–" + last_year();
}

std::string ReportView::last_year() const {
  return std::to_string(document.at("years").back().get<int>());
}

std::optional<double> ReportView::net(const Json& kroner) const {
  if (kroner.is_null()) return std::nullopt;
  return sign * kroner.get<double>();
}

std::string ReportView::signed_amount(const Json& kroner) const {
  const auto value = net(kroner);
  if (!value) return "–";
  return with_minus(signed_number(*value / unit.kroner, unit.decimals, language));
}

Cell ReportView::net_cell(const Json& kroner) const {
  if (kroner.is_null()) return "–";
  return {with_minus(signed_number(*net(kroner), 0, language)), *net(kroner)};
}

std::string ReportView::size(const Json& kroner) const {
  const double value = std::fabs(kroner.get<double>());
  if (value < million / 100) {
    return samspil::number(value, 0, language) + ' ' + text("report.kroner");
  }
  const int decimals = value >= 100 * million ? 0 : value >= million / 10 ? 1 : 2;
  return samspil::number(value / million, decimals, language) + ' ' + text("run.in_millions");
}

std::string ReportView::with_one_stop(std::string text) {
  for (std::size_t at = 0; (at = text.find("..", at)) != std::string::npos;) text.erase(at, 1);
  return text;
}

std::string ReportView::signed_millions(const Json& kroner) const {
  const double value = sign * kroner.get<double>() / million;
  const int decimals = std::fabs(value) >= 100 ? 0 : std::fabs(value) >= 0.1 ? 1 : 2;
  return with_minus(signed_number(value, decimals, language));
}

bool ReportView::is_nought(const Json& kroner) const {
  const double half = 0.5 * unit.kroner * std::pow(10, -unit.decimals);
  return std::fabs(kroner.get<double>()) < half;
}

std::string ReportView::outcome(const Json& kroner) const {
  const double value = kroner;
  if (is_nought(kroner)) return text("report.no_change");
  return say(value < 0 ? Key{"report.extra_of"} : Key{"report.less_of"}, size(kroner));
}

std::string ReportView::side(const Json& kroner) const {
  const double value = kroner;
  if (is_nought(kroner)) return text("report.no_change");
  return say(value < 0 ? Key{"report.more"} : Key{"report.fewer"}, size(kroner));
}

std::string ReportView::span(const Json& low, const Json& high) const {
  if (low.is_null() || high.is_null()) return "–";
  const bool are_more = low < 0.0 && high<0.0, are_less = low> 0.0 && high > 0.0;
  if ((are_more || are_less) && !is_nought(low) && !is_nought(high)) {
    return say(are_more ? Key{"report.from_to_more"} : Key{"report.from_to_less"}, size(low),
               size(high));
  }
  return say("report.from_to", side(low), side(high));
}

std::string ReportView::signed_span(const Json& low, const Json& high) const {
  if (low.is_null() || high.is_null()) return "–";
  const bool turned = sign < 0;
  return say("report.to", signed_amount(turned ? high : low), signed_amount(turned ? low : high));
}

std::string ReportView::of_twenty(const Json& saves) const {
  return say("report.of_twenty", saves.get<int>());
}

FigureAxis ReportView::money_axis() const {
  const Key below = sign < 0 ? Key{"report.saved"} : Key{"report.spent"};
  const Key above = sign < 0 ? Key{"report.spent"} : Key{"report.saved"};
  return {million, text("run.in_millions"), text(below), text(above)};
}

Range ReportView::range(const Json& low, const Json& middle, const Json& high,
                        const Json& no_effect) const {
  Range all{net(low), net(middle), net(high), net(no_effect)};
  if (all.low && all.high && *all.low > *all.high) std::swap(all.low, all.high);
  return all;
}

const Json& net_of(const Json& strategy, std::string_view level, std::string_view purse) {
  return of_purse(strategy.at("pockets").at(std::string{level}), purse).at("net");
}

Ends ends_of_purse(const ReportView& view, const Json& strategy, std::string_view purse) {
  if (view.has_draws() && purse != "citizen") {
    return drawn_ends(uncertainty_of(strategy, purse)).value_or(Ends{&nothing(), &nothing()});
  }
  return in_order(net_of(strategy, "weak_effect", purse), net_of(strategy, "strong_effect", purse));
}

Ends ends_of_department(const ReportView& view, std::string_view department) {
  if (view.has_draws()) {
    return drawn_ends(uncertainty_of(view.strategy, department))
        .value_or(Ends{&nothing(), &nothing()});
  }
  const auto net = [&](const char* name) {
    const Json& pockets = view.strategy.at("pockets").at(name);
    return &pockets.at("by_department").at(std::string{department}).at("net");
  };
  return in_order(*net("weak_effect"), *net("strong_effect"));
}

Ends ends_of_year(const ReportView& view, std::string_view purse, std::size_t year) {
  if (view.has_draws()) {
    const Json& of = uncertainty_of(view.strategy, purse);
    if (of.is_null() || of.at("yearly").empty()) return {&nothing(), &nothing()};
    return drawn_ends(of.at("yearly").at(year)).value();
  }
  return in_order(of_purse(view.strategy.at("net_result_weak_effect"), purse).at(year),
                  of_purse(view.strategy.at("net_result_strong_effect"), purse).at(year));
}

Text filled(const View& view, Key key, const std::vector<Piece>& pieces) {
  const std::string_view all = phrase(key, view.language);
  Text text;
  std::size_t from = 0;
  for (std::size_t at = 0; (at = all.find('{', from)) != std::string_view::npos;) {
    if (at > from) text.push_back({std::string{all.substr(from, at - from)}});
    text.push_back(pieces.at(static_cast<std::size_t>(all.at(at + 1) - '0')));
    from = all.find('}', at) + 1;
    const bool has_stop = text.back().text.ends_with('.');
    if (has_stop && from < all.size() && all[from] == '.') ++from;
  }
  if (from < all.size()) text.push_back({std::string{all.substr(from)}});
  return text;
}

Text plain(std::string text) { return {{std::move(text)}}; }

std::string joined(const View& view, const std::vector<std::string>& texts) {
  std::string all;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) all += i + 1 < texts.size() ? ", " : " " + view.text("report.and") + " ";
    all += texts[i];
  }
  return all;
}

std::string title_of(const View& view, const Json& strategy) {
  return view.text_of(strategy, "title");
}

std::string municipality_name(const ReportView& view) {
  const Json& own = view.document.at("municipality");
  if (own.is_null() || !own.at("name").is_string()) return view.text("report.all_municipalities");
  const std::string name = own.at("name");
  return name.empty() ? view.text("report.all_municipalities") : name;
}

std::string marks_text(const ReportView& view) {
  return view.say("report.marks", view.text(view.has_draws() ? Key{"report.nine_of_ten"}
                                                             : Key{"report.weak_to_strong"}));
}

std::string target_families(const ReportView& view) {
  const Json& own = view.document.at("municipality");
  return own.is_null() ? view.whole(view.document.at("families"))
                       : view.number(own.at("families"), 0);
}

std::string families_text(const ReportView& view) {
  const Json& own = view.document.at("municipality");
  if (!own.is_null() && !own.at("families_enrolled").is_null()) {
    return view.number(own.at("families_enrolled"), 0);
  }
  const Json& lot = view.document.at("enrolled_by_lot");
  if (!lot.is_null()) return view.number(lot.at("families"), 0);
  return view.whole(view.document.at("families"));
}

}  // namespace samspil
