#include "model/render/report_html.hpp"

#include <fmt/format.h>

#include "model/render/figure_html.hpp"
#include "model/render/figure_svg.hpp"
#include "model/render/html.hpp"
#include "model/render/print_fit.hpp"
#include "model/render/report_style.hpp"

namespace samspil {
namespace {

/// A person, used again and again; and the mark of the program.
constexpr std::string_view shapes =
    "<svg width=\"0\" height=\"0\" style=\"position:absolute\" aria-hidden=\"true\"><defs>"
    "<g id=\"p\"><circle cx=\"7\" cy=\"4.6\" r=\"3.7\"/>"
    "<path d=\"M1.2 20.8v-5.2a5.8 5.8 0 0 1 11.6 0v5.2z\"/></g></defs></svg>";
constexpr std::string_view mark =
    "<svg viewBox=\"0 0 30 20\" aria-hidden=\"true\"><circle cx=\"10\" cy=\"10\" r=\"8.6\" "
    "fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.4\"/><circle cx=\"20\" cy=\"10\" "
    "r=\"8.6\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2.4\"/><path d=\"M15 3a8.6 8.6 "
    "0 0 1 0 14a8.6 8.6 0 0 1 0-14z\" fill=\"currentColor\"/></svg>";

class Writer {
 public:
  explicit Writer(const ReportPage& page) : page_{page} {}

  std::string document() const {
    const std::string language = page_.language == Language::da ? "da" : "en";
    return std::string{report_begin} + '\n' +
           element("html", {{"lang", language}}, head() + element("body", {}, body())) + '\n';
  }

 private:
  std::string word(Key key) const { return std::string{phrase(key, page_.language)}; }

  std::string head() const {
    return element("head", {},
                   open_tag("meta", {{"charset", "utf-8"}}) +
                       open_tag("meta", {{"name", "viewport"},
                                         {"content", "width=device-width,initial-scale=1"}}) +
                       open_tag("meta", {{"http-equiv", "Content-Security-Policy"},
                                         {"content",
                                          "default-src 'none'; style-src 'unsafe-inline'; font-src "
                                          "data:; img-src data:"}}) +
                       open_tag("link", {{"rel", "icon"}, {"href", "data:,"}}) +
                       text_element("title", {}, "Samspil: " + page_.about) +
                       element("style", {}, report_style() + printed()));
  }

  /// As large as two pages carry it.
  std::string printed() const {
    return fmt::format("@media print{{body{{zoom:{:.2f}}}}}\n", print_zoom(page_));
  }

  std::string body() const {
    const std::string brand = element("span", {{"class", "brand"}}, std::string{mark} + "Samspil") +
                              text_element("span", {{"class", "what"}}, word("report.two_pages"));
    const std::string top =
        element("a", {{"class", "skip"}, {"href", "#answer"}}, escaped(word("report.skip"))) +
        element("header", {{"class", "top"}}, element("div", {}, brand));
    std::string first = lede();
    for (const ReportSection& section : page_.first) first += section_html(section);
    std::string second;
    for (const ReportSection& section : page_.second) second += section_html(section);
    second += beside();
    return std::string{shapes} + top +
           element("main", {},
                   element("div", {{"class", "page"}}, first + foot(1)) +
                       element("div", {{"class", "page"}}, second + foot(2)) + traces());
  }

  std::string lede() const {
    std::string sum;
    for (std::size_t i = 0; i < page_.sum.size(); ++i) {
      if (i > 0) sum += text_element("i", {}, i + 1 < page_.sum.size() ? "+" : "=");
      sum +=
          element("div", {},
                  text_element("span", {}, page_.sum[i].first) + piece_html(page_.sum[i].second));
    }
    const std::string said = element("div", {},
                                     element("p", {{"class", "say"}}, text_html(page_.answer)) +
                                         element("div", {{"class", "eq"}}, sum));
    const Figure& figure = page_.answer_figure;
    const std::string drawn =
        element("figure", {},
                text_element("figcaption", {}, figure.title) + figure_html(figure, page_.language));
    return element("section", {{"class", "lede"}, {"id", "answer"}},
                   text_element("p", {{"class", "kick"}}, page_.about) +
                       text_element("h1", {}, page_.question) +
                       element("div", {{"class", "answer"}}, said + drawn) +
                       text_element("p", {{"class", "meta"}}, page_.terms) +
                       links_html(figure, page_.language) + key());
  }

  /// What the marks of all figures mean.
  std::string key() const {
    const auto sample = [](std::string_view shape) {
      return element("svg", {{"class", "kom"}, {"aria-hidden", "true"}}, shape);
    };
    std::string items;
    const auto add = [&](const std::string& drawn, const std::string& says) {
      items += element("li", {}, drawn + escaped(says));
    };
    add(sample("<rect class=\"r\" x=\"0\" y=\"2\" width=\"34\" height=\"12\"/>"), page_.range_key);
    add(sample("<line class=\"m\" x1=\"17\" x2=\"17\" y1=\"0\" y2=\"16\"/>"),
        word("report.key_middle"));
    add(sample("<line class=\"ne\" x1=\"0\" x2=\"34\" y1=\"8\" y2=\"8\"/>"),
        word("report.key_none"));
    add(sample("<line class=\"z\" x1=\"0\" x2=\"34\" y1=\"8\" y2=\"8\"/>"),
        word("report.key_nought"));
    for (const auto& [hue, name] :
         {std::pair{Hue::municipality, "municipality"}, std::pair{Hue::region, "region"},
          std::pair{Hue::state, "state"}, std::pair{Hue::citizen, "citizen"}}) {
      add(mark_of(hue), std::string{label(page_.language, "payer", name)});
    }
    add(mark_of(Hue::all_public), word("run.public_total"));
    return element("ul", {{"class", "key"}, {"aria-label", word("report.key")}}, items);
  }

  std::string heading(const std::string& title, const std::string& sub) const {
    return element("div", {{"class", "hd"}},
                   text_element("h2", {}, title) +
                       (sub.empty() ? "" : text_element("p", {{"class", "sub"}}, sub)));
  }

  std::string section_html(const ReportSection& section) const {
    std::string html = heading(section.heading, section.sub);
    for (const Figure& figure : section.figures) {
      html += element("figure", {}, figure_html(figure, page_.language));
    }
    std::string notes;
    for (const Text& note : section.notes) {
      notes += element("p", {{"class", "small"}}, text_html(note));
    }
    if (!notes.empty()) html += element("div", {{"class", "notes"}}, notes);
    for (const Figure& figure : section.figures) html += links_html(figure, page_.language);
    return element("section", {{"class", "sec"}, {"id", section.id}}, html);
  }

  /// Two and two, in the order of reading.
  std::string beside() const {
    const auto two = [](const std::string& left, const std::string& right) {
      return element("div", {{"class", "two"}},
                     element("div", {}, left) + element("div", {}, right));
    };
    return two(section_html(page_.beside.front()), section_html(page_.beside.back())) +
           two(caveats(), sources());
  }

  std::string caveats() const {
    std::string items;
    for (const std::string& caveat : page_.caveats) items += text_element("li", {}, caveat);
    return element("section", {{"class", "sec"}, {"id", "caveats"}},
                   heading(page_.caveats_heading, "") + element("ul", {{"class", "cav"}}, items));
  }

  std::string sources() const {
    std::string terms;
    for (const Term& term : page_.sources) {
      std::string says = text_element("dt", {}, term.term);
      for (const std::string& line : term.says) says += text_element("dd", {}, line);
      terms += element("div", {}, says);
    }
    return element("section", {{"class", "sec src"}, {"id", "sources"}},
                   heading(page_.sources_heading, "") + element("dl", {}, terms) +
                       element("figure", {{"class", "shares"}},
                               text_element("h3", {}, page_.grades.title) +
                                   figure_html(page_.grades, page_.language)) +
                       links_html(page_.grades, page_.language));
  }

  std::string foot(int number) const {
    return element("div", {{"class", "pf"}, {"aria-hidden", "true"}},
                   text_element("span", {}, "Samspil · " + page_.about) +
                       text_element("span", {}, say(page_.language, "report.page_of", number)));
  }

  std::string traces() const {
    std::string all;
    for (const Trace& trace : page_.traces) {
      std::string html;
      for (const std::string& line : trace.says) {
        html += text_element("p", {{"class", "small"}}, line);
      }
      for (const Table& table : trace.tables) {
        html += table_html(table, trace.title + ": " + table.rows.front().label);
      }
      // A link into closed details opens them, in a browser that follows today's HTML.
      all += element(
          "details", {{"class", "trace"}},
          text_element("summary", {}, trace.title) + element("div", {{"id", trace.id}}, html));
    }
    return element("section", {{"class", "sec traces-part"}, {"id", "traces"}},
                   heading(page_.traces_heading, page_.traces_say) +
                       element("div", {{"class", "traces"}}, all));
  }

  const ReportPage& page_;
};

}  // namespace

std::string report_html(const ReportPage& page) { return Writer{page}.document(); }

}  // namespace samspil
