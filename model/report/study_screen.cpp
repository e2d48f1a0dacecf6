#include "model/report/study_screen.hpp"

#include <algorithm>
#include <cmath>

#include "model/render/text.hpp"
#include "model/words/numbers.hpp"

namespace samspil {
namespace {

/// Whole numbers from a hundred; else one decimal, or two below ten.
int decimals_of(double value) noexcept {
  const double size = std::abs(value);
  return size >= 100 ? 0 : size >= 10 ? 1 : 2;
}

/// Figures of the families that met the strategy end so; with "out" behind it, of those that did
/// not.
constexpr std::string_view with_arm = "with";

/// Sums of kroner are printed in thousands.
double scale_of(std::string_view figure) noexcept {
  return figure.starts_with("cost_") || figure.starts_with("child_") ? 1000.0 : 1.0;
}

class StudyScreen {
 public:
  StudyScreen(Page& page, const StudyReport& report, Language language)
      : page_{page},
        study_{report.study},
        result_{report.result},
        report_{report},
        language_{language} {}

  void write() const {
    top();
    if (study_.design == StudyDesign::transient_peak) shares();
    figures();
    signs();
    if (study_.design == StudyDesign::transient_peak) naive();
    if (result_.setting) setting(*result_.setting);
    cannot_say();
  }

 private:
  template <class... Args>
  void line(Key word, const Args&... args) const {
    page_.sentence(say(language_, word, args...));
  }
  std::string_view word(Key which) const { return phrase(which, language_); }
  std::string text(double value) const {
    return std::isnan(value) ? "-" : number(value, decimals_of(value), language_);
  }
  std::string label(std::string_view figure) const {
    return figure_label(study_, figure, language_);
  }
  Spread spread(std::string_view figure) const { return spread_of(result_.figure(figure).cohorts); }

  void top() const {
    page_.sentence(language_ == Language::da ? study_.title_da : study_.title_en);
    line("study.cohorts_line", whole(result_.cohorts, language_), study_.seed, study_.year);
    if (report_.strategies.empty()) {
      line("study.no_effort");
    } else {
      const Strategy& first = report_.strategies.front();
      line("study.effort_line", language_ == Language::da ? first.title_da : first.title_en);
      for (const StudySetting& set : study_.settings) {
        line("study.setting_line", hook_names[index_of(set.hook)], text(set.value), set.source);
      }
    }
    line("study.interval_line");
    if (study_.design == StudyDesign::quarters) line("study.thousands_line");
  }

  /// Each group's share by year.
  void shares() const {
    page_.heading(word("study.shares_title"));
    Table table;
    const std::vector<int> years = years_of("treated");
    std::vector<std::string> head;
    head.reserve(years.size());
    for (const int year : years) head.push_back(std::to_string(year));
    table.row("", head);
    for (const StudyGroup& group : study_.groups) {
      const auto families = static_cast<std::uint64_t>(number_of(group.numbers, "families"));
      const std::string& title = language_ == Language::da ? group.title_da : group.title_en;
      table.row(fmt::format("{} ({})", title, whole(families, language_)), {});
      std::vector<std::string> observed, mean, low, high;
      for (const int year : years) {
        const std::string figure = fmt::format("share.{}.{}", group.id, year);
        const Quantity* seen = observed_of(study_, figure);
        const Spread own = spread(figure);
        observed.push_back(seen == nullptr
                               ? ""
                               : marked(number(seen->value, 1, language_), is_inside(*seen, own)));
        mean.push_back(number(own.mean, 1, language_));
        low.push_back(number(own.low, 1, language_));
        high.push_back(number(own.high, 1, language_));
      }
      table.row(word("study.observed_row"), observed, 2);
      table.row(word("study.simulated_row"), mean, 2);
      table.row(word("study.low_row"), low, 2);
      table.row(word("study.high_row"), high, 2);
    }
    page_.add(table);
  }

  std::vector<int> years_of(std::string_view group) const {
    std::vector<int> years;
    const std::string start = fmt::format("share.{}.", group);
    for (const StudyFigure& figure : result_.figures) {
      if (figure.name.starts_with(start))
        years.push_back(std::stoi(figure.name.substr(start.size())));
    }
    return years;
  }

  bool is_inside(const Quantity& observed, const Spread& own) const {
    return observed.value >= own.low && observed.value <= own.high;
  }
  std::string marked(const std::string& value, bool inside) const {
    return value + (inside ? "" : "*");
  }

  /// The figure of the families whom nobody treats, beside that of a name that ends in ".with".
  const StudyFigure* without(const std::string& name) const {
    const std::string other = name + "out";
    const auto found = std::find_if(result_.figures.begin(), result_.figures.end(),
                                    [&](const StudyFigure& own) { return own.name == other; });
    return name.ends_with(with_arm) && found != result_.figures.end() ? &*found : nullptr;
  }

  /// Every observed figure that stands in no table above, and which of all lie outside.
  void figures() const {
    page_.heading(word("study.figures_title"));
    const bool two_arms = !report_.strategies.empty();
    Table table;
    std::vector<std::string> head;
    for (const Key column :
         {Key{"study.observed"}, Key{"study.simulated"}, Key{"study.interval"}}) {
      head.emplace_back(word(column));
    }
    if (two_arms) head.emplace_back(word("study.without_it"));
    table.row("", head);
    std::string outside;
    std::size_t seen = 0, missed = 0;
    for (const StudyFigure& figure : result_.figures) {
      const Quantity* observed = observed_of(study_, figure.name);
      if (observed == nullptr) continue;
      const Spread own = spread_of(figure.cohorts);
      const bool inside = is_inside(*observed, own);
      const bool has_arm = figure.name.ends_with(with_arm);
      const std::string name =
          label(figure.name.substr(0, has_arm ? figure.name.rfind('.') : std::string::npos));
      ++seen;
      missed += !inside;
      if (!inside) outside += (outside.empty() ? "" : "; ") + name;
      if (figure.name.starts_with("share.")) continue;
      const double scale = scale_of(figure.name);
      const int decimals = decimals_of(own.mean / scale);
      const auto cell = [&](double value) { return number(value / scale, decimals, language_); };
      std::vector<std::string> cells{marked(cell(observed->value), inside), cell(own.mean),
                                     fmt::format("{} - {}", cell(own.low), cell(own.high))};
      if (const StudyFigure* other = without(figure.name)) {
        cells.push_back(cell(spread_of(other->cohorts).mean));
      }
      table.row(name, cells);
    }
    page_.add(table);
    if (missed == 0) {
      line("study.all_inside", seen);
    } else {
      line("study.outside_line", missed, seen, outside);
    }
  }

  std::string asked(const StudySign& sign) const {
    const auto limit = [&](double value) { return short_number(value, 1, language_); };
    if (sign.low == above_nothing) return std::string{"> 0"};
    if (std::isinf(sign.high)) return say(language_, "study.at_least", limit(sign.low));
    if (std::isinf(sign.low)) return say(language_, "study.at_most", limit(sign.high));
    return say(language_, "study.between", limit(sign.low), limit(sign.high));
  }

  std::string means_of(const SignResult& sign) const {
    std::string joined;
    for (std::size_t i = 0; i < sign.means.size(); ++i) {
      joined += (i == 0 ? "" : "; ") + text(sign.means[i] / scale_of(sign.sign.figures[i]));
    }
    return joined;
  }

  void signs() const {
    if (result_.signs.empty()) return;
    page_.heading(word("study.signs_title"));
    Table table;
    table.row("", {std::string{word("study.asked")}, std::string{word("study.answer")}, "",
                   std::string{word("study.share_of_cohorts")}});
    for (const SignResult& sign : result_.signs) {
      table.row(label(sign.sign.name),
                {asked(sign.sign), means_of(sign),
                 std::string{word(sign.holds ? Key{"study.holds"} : Key{"study.fails"})},
                 number(100 * sign.share, 0, language_) + " %"});
    }
    page_.add(table);
    line("study.signs_line");
  }

  void naive() const {
    const auto year = [&](std::string_view name) {
      return study_.year + static_cast<int>(number_of(study_.rule, name));
    };
    page_.heading(say(language_, "study.naive_title", year("before_year"), year("after_year")));
    const Spread points = spread("naive.points");
    line("study.naive_line", text(points.mean), text(points.low), text(points.high));
    const double families = number_of(group_of(study_, "treated").numbers, "families");
    const auto kroner = [&](double value) {
      return number(100 * std::round(value / 100), 0, language_);
    };
    const double in_all = spread("naive.public").mean;
    line("study.naive_kroner", kroner(in_all), kroner(spread("naive.municipality").mean),
         report_.law_year, number(families, 0, language_), kroner(families * in_all));
    line("study.naive_truth");
  }

  void setting(const FoundSetting& sought) const {
    constexpr std::array<Key, setting_when_names.size()> whens{
        "study.without_switch", "study.later", "study.without_switch_later"};
    page_.heading(word("study.setting_title"));
    const auto kroner = [&](double value) {
      return signed_number(100 * std::round(value / 100), 0, language_);
    };
    line(sought.found ? Key{"study.setting_found"} : Key{"study.setting_none"}, sought.name,
         word(whens[index_of(sought.when)]), kroner(sought.change),
         number(100 * std::round(sought.standard_error / 100), 0, language_),
         kroner(sought.without));
  }

  void cannot_say() const {
    std::array<int, grade_names.size()> grades{};
    const auto add = [&](const std::vector<StudyNumber>& numbers) {
      for (const StudyNumber& own : numbers) ++grades[index_of(own.quantity.grade)];
    };
    add(study_.rule);
    for (const StudyGroup& group : study_.groups) add(group.numbers);
    std::string counted;
    for (std::size_t i = 0; i < grades.size(); ++i) {
      if (grades[i] == 0) continue;
      counted += fmt::format("{}{} {}", counted.empty() ? "" : ", ", grades[i],
                             labels(language_).grades[i]);
    }
    page_.heading(word("study.cannot_title"));
    const auto& sentences = language_ == Language::da ? study_.cannot_say_da : study_.cannot_say_en;
    for (const std::string& sentence : sentences) page_.sentence("- " + sentence);
    line("study.assumptions_line", counted);
    for (const std::string& source : study_.sources) page_.sentence(source);
  }

  Page& page_;
  const StudySpec& study_;
  const StudyResult& result_;
  const StudyReport& report_;
  Language language_;
};

}  // namespace

std::string study_screen(const StudyReport& report, Language language) {
  Page page;
  StudyScreen{page, report, language}.write();
  return as_text(page);
}

}  // namespace samspil
