// A report's page holds what people write as text, never as markup; it asks for nothing, and every
// number that leads somewhere arrives.
#include "model/render/report_html.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "model/render/figure_file.hpp"
#include "model/render/html.hpp"
#include "model/render/print_fit.hpp"
#include "model/render/scale.hpp"
#include "model/result/run_document.hpp"
#include "model/storage/make_report.hpp"
#include "tests/support/fake_run.hpp"

namespace samspil {
namespace {

const std::string hostile = "<script>alert('x')</script>\" onload=\"x & \x1b[31m";

Json document_of(const std::string& title) {
  Scenario scenario = test::fake_scenario();
  for (Strategy& strategy : scenario.strategies) {
    strategy.title_en = strategy.title_da = strategy.tried_on_en = strategy.tried_on_da = title;
  }
  scenario.title_en = scenario.title_da = title;
  const RunResult result = test::fake_run(scenario, 50, 1);
  return run_document(make_report(scenario, result), {"0.1.0", "abc", "none"});
}

std::vector<const Figure*> figures_of(const ReportPage& page) {
  std::vector<const Figure*> all{&page.answer_figure, &page.grades};
  for (const auto* sections : {&page.first, &page.second, &page.beside}) {
    for (const ReportSection& section : *sections) {
      for (const Figure& figure : section.figures) all.push_back(&figure);
    }
  }
  return all;
}

/// Tags that are opened and not closed, or closed and not opened; empty where all is right.
std::string unbalanced(const std::string& markup) {
  static const std::set<std::string> alone{"meta", "link", "!doctype", "!--"};
  std::vector<std::string> open;
  for (std::size_t at = 0; (at = markup.find('<', at)) != std::string::npos;) {
    const std::size_t end = markup.find('>', at);
    if (end == std::string::npos) return "a tag without an end";
    const bool closes = markup[at + 1] == '/';
    const std::size_t from = at + (closes ? 2 : 1);
    const std::string name = markup.substr(from, markup.find_first_of(" >/", from) - from);
    at = end;
    if (alone.contains(name) || markup[end - 1] == '/') continue;
    if (!closes) {
      open.push_back(name);
    } else if (open.empty() || open.back() != name) {
      return "closes " + name;
    } else {
      open.pop_back();
    }
  }
  return open.empty() ? "" : "leaves open " + open.back();
}

std::set<std::string> values_of(const std::string& html, const std::string& attribute) {
  std::set<std::string> values;
  const std::string begin = ' ' + attribute + "=\"";
  for (std::size_t at = 0; (at = html.find(begin, at)) != std::string::npos;) {
    at += begin.size();
    values.insert(html.substr(at, html.find('"', at) - at));
  }
  return values;
}

TEST(Escaping, LeavesNothingThatIsMarkup) {
  EXPECT_EQ(escaped("<a href=\"x\">&'"), "&lt;a href=&quot;x&quot;&gt;&amp;&#39;");
  EXPECT_EQ(escaped("\x1b[31m"), "\\x1b[31m");
  EXPECT_EQ(data_link("text/csv", "æ;1\n"), "data:text/csv;charset=utf-8,%C3%A6%3B1%0A");
}

TEST(ReportHtml, HoldsHostileNamesAsText) {
  const Json document = document_of(hostile);
  for (const Language language : {Language::en, Language::da}) {
    const ReportPage page = report_page(document, language);
    const std::string html = report_html(page);
    EXPECT_EQ(html.find("<script"), std::string::npos);
    EXPECT_EQ(html.find("onload=\""), std::string::npos);
    EXPECT_EQ(html.find('\x1b'), std::string::npos);
    EXPECT_NE(html.find("&lt;script&gt;"), std::string::npos) << "the name is shown";
    EXPECT_EQ(unbalanced(html), "");
    for (const Figure* figure : figures_of(page)) {
      const std::string svg = figure_file(*figure, page.terms_short, language);
      EXPECT_EQ(svg.find("<script"), std::string::npos) << figure->name;
      EXPECT_EQ(unbalanced(svg), "") << figure->name;
      EXPECT_EQ(svg.find("var("), std::string::npos) << figure->name;
    }
  }
}

TEST(ReportHtml, AsksForNothingAndStaysSmall) {
  const ReportPage page = report_page(document_of("A name"), Language::da);
  const std::string html = report_html(page);
  EXPECT_TRUE(html.starts_with(report_begin));
  EXPECT_LT(html.size(), 1'000'000U);
  for (const char* attribute : {"href", "src"}) {
    for (const std::string& value : values_of(html, attribute)) {
      EXPECT_TRUE(value.starts_with('#') || value.starts_with("data:")) << value.substr(0, 80);
    }
  }
  EXPECT_EQ(html.find("http://"), std::string::npos);
  EXPECT_EQ(html.find("@import"), std::string::npos);
}

TEST(ReportHtml, LeadsEveryNumberToWhereItComesFrom) {
  const std::string html = report_html(report_page(document_of("A name"), Language::en));
  const std::set<std::string> ids = values_of(html, "id");
  int traces = 0;
  for (const std::string& link : values_of(html, "href")) {
    if (!link.starts_with('#')) continue;
    EXPECT_TRUE(ids.contains(link.substr(1))) << link;
    traces += link.starts_with("#trace-") ? 1 : 0;
  }
  EXPECT_GT(traces, 5);
}

TEST(ReportHtml, NamesEachOfItsFigures) {
  const std::set<std::string_view> known{figure_names.begin(), figure_names.end()};
  const ReportPage page = report_page(document_of("A name"), Language::en);
  for (const Figure* figure : figures_of(page)) {
    EXPECT_TRUE(known.contains(figure->name)) << figure->name;
    EXPECT_GT(figure->data.rows.size(), 1U) << figure->name;
    EXPECT_FALSE(figure->spoken.empty()) << figure->name;
  }
}

TEST(ReportHtml, IsPrintedSmallerTheMoreItSays) {
  ReportPage page = report_page(document_of("A name"), Language::en);
  const double before = print_zoom(page);
  for (int i = 0; i < 12; ++i) page.caveats.emplace_back(400, 'x');
  EXPECT_LT(print_zoom(page), before);
}

TEST(FigureCsv, OpensInASpreadsheetOfTheLanguage) {
  Table table;
  table.row("Post", {Cell{"kr."}});
  table.row("=1+1", {Cell{"−1.234,5", -1234.5}});
  table.row("a;b", {Cell{"–"}});
  table.row("share", {Cell{"2 %", 0.0213}});
  EXPECT_EQ(figure_csv(table, Language::da),
            "\xEF\xBB\xBFPost;kr.\r\n'=1+1;-1234,5\r\n\"a;b\";\r\nshare;0,0213\r\n");
  EXPECT_EQ(figure_csv(table, Language::en),
            "\xEF\xBB\xBFPost,kr.\r\n'=1+1,-1234.5\r\na;b,\r\nshare,0.0213\r\n");
}

TEST(AxisScale, HasRoundTicksWithNoughtAmongThem) {
  const Scale scale{{-7.3e6, 1.2e6}, 6};
  EXPECT_EQ(scale.ticks(), (std::vector<double>{-8e6, -6e6, -4e6, -2e6, 0, 2e6}));
  EXPECT_EQ(scale.place(-8e6), 0);
  EXPECT_EQ(scale.place(2e6), 1);
  EXPECT_EQ(scale.label(-6e6, 1e6, Language::da), "−6");
  EXPECT_EQ(scale.label(0, 1e6, Language::da), "0");
  const Scale nothing{{}, 5};
  EXPECT_EQ(nothing.place(0), 0);
  const Scale equal{{0, 0}, 5};
  EXPECT_GE(equal.ticks().size(), 2U);
  const Scale small{{0.0004, -0.0001}, 5};
  EXPECT_EQ(small.label(0.0002, 1, Language::en), "+0.0002");
}

}  // namespace
}  // namespace samspil
