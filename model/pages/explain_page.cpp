#include "model/pages/explain_page.hpp"

#include "model/pages/effect_words.hpp"

namespace samspil {
namespace {

std::string capitalised(std::string heading) {
  if (heading[0] >= 'a' && heading[0] <= 'z') {
    heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
  }
  return heading;
}

/// What a key of the document is called: as a term, else as the kind of thing that it names.
std::string heading_of(std::string_view key, Language language) {
  const std::string_view term = find_label(language, "term", key);
  return capitalised(std::string{term.empty() ? label(language, "kind", key) : term});
}

/// Of a price: kroner for one. Empty of a number without.
std::string unit_of(const Json& entry, Language language) {
  const Json& unit = entry.at("unit");
  if (unit.is_null()) return "";
  return (entry.contains("price_now") ? "kr./" : "") +
         std::string{label(language, "unit", unit.get<std::string>())};
}

/// An entry, or one row of it, told in one language.
class Teller {
 public:
  Teller(Page& page, const Json& entry, Language language) : page_{page}, view_{entry, language} {}

  void tell_entry() {
    if (has("rows")) {
      for (const Json& row : at("rows")) Teller{page_, row, view_.language}.tell_row();
    } else {
      tell_name();
      tell_row();
    }
    tell_belongings();
    tell_readers();
  }

  /// A year is no quantity: no separator stands in it.
  std::string digits(const Json& value) const {
    if (has("unit") && at("unit") == "year") return fmt::format("{}", value.get<double>());
    return view_.short_number(value, 6);
  }

 private:
  bool has(const std::string& key) const {
    return view_.document.contains(key) && !view_.document.at(key).is_null();
  }
  const Json& at(const std::string& key) const { return view_.document.at(key); }
  std::string text(const std::string& key) const { return at(key); }

  void tell(std::string_view heading, const std::string& said) {
    constexpr std::size_t label_width = 26;
    std::string lead = "  " + pad_right(heading, label_width - 3) + ' ';
    page_.sentence_behind(std::move(lead), said.empty() ? view_.text("run.not_given") : said,
                          label_width);
  }
  void tell_phrase(Key heading, const std::string& said) {
    tell(capitalised(view_.text(heading)), said);
  }
  /// Under the name of the key.
  void tell_key(const char* key, const std::string& said) {
    tell(heading_of(key, view_.language), said);
  }
  void tell_text(const char* key) {
    if (has(key)) tell_key(key, text(key));
  }
  /// What the document may hold in Danish too.
  void tell_own_text(const std::string& key) {
    const std::string own = view_.language == Language::da && has(key + "_da") ? key + "_da" : key;
    tell_text(own.c_str());
  }
  void tell_number(const char* key) {
    if (has(key)) tell_key(key, digits(at(key)));
  }
  void tell_label(const char* key, const char* group) {
    if (has(key)) tell_key(key, view_.label(group, text(key)));
  }
  /// A word and the name by which it is asked for.
  std::string named(const char* group, const std::string& name) const {
    const std::string word = view_.label(group, name);
    return word == name ? name : word + " (" + name + ")";
  }
  std::string range(const Json& low, const Json& high) const {
    return digits(low) + " - " + digits(high);
  }
  std::string listed(const Json& names, const char* group) const {
    std::string list;
    for (const Json& name : names) {
      list += (list.empty() ? "" : ", ") + view_.label(group, name.get<std::string>());
    }
    return list;
  }

  /// What stands only of a name without a number.
  void tell_name() {
    if (has("services")) tell_key("services", listed(at("services"), "service"));
    tell_own_text("meaning");
    tell_own_text("tried_on");
    tell_label("role", "role");
    if (has("authority")) {
      tell_key("authority",
               view_.text(at("authority") == true ? Key{"compare.has"} : Key{"compare.has_not"}));
    }
    if (has("on")) tell_key("on", switch_word(at("on")));
  }

  void tell_row() {
    if (has("weak")) {
      tell_effect();
    } else if (has("shares")) {
      tell_key("value", shares());
    } else if (has("year")) {
      tell_key("value", at("year").dump() + ": " + digits(at("value")));
    } else if (has("value")) {
      tell_number("value");
      tell_key("unit", unit_of(view_.document, view_.language));
      tell_phrase("run.range", range(at("low"), at("high")));
    }
    if (has("price_level")) tell_key("price_level", at("price_level").dump());
    if (has("index")) tell_key("index", named("price_index", text("index")));
    if (has("price_now")) tell_key("price_now", price_now(at("price_now")));
    if (has("payer_rule")) tell_key("payer_rule", named("payer_rule", text("payer_rule")));
    tell_label("department", "department");
    tell_text("account_function");
    if (has("valid_from")) {
      tell_phrase("run.valid", at("valid_from").dump() + "-" + at("valid_to").dump());
    }
    tell_text("law");
    tell_number("cashable_share");
    tell_number("lag_months");
    tell_label("grade", "grade");
    tell_own_text("rationale");
    tell_own_text("source");
    if (has("file")) {
      tell_phrase("run.written_in",
                  has("line") ? text("file") + ":" + at("line").dump() : text("file"));
    }
    if (has("admissible")) tell_key("admissible", range(at("admissible")[0], at("admissible")[1]));
  }

  void tell_effect() {
    tell_key("value", view_.say("run.hazard_ratio", digits(at("weak")), digits(at("centre")),
                                digits(at("strong"))));
    tell_phrase("run.evidence", observation_of(view_.document, view_.language));
    tell_key("channel",
             view_.label("channel", text("channel")) + confined_to(view_.document, view_.language));
    tell_phrase("run.range", range(at("low"), at("high")));
  }

  std::string shares() const {
    std::string said;
    for (const auto& [payer, share] : at("shares").items()) {
      said += (said.empty() ? "" : ", ") + view_.label("payer", payer) + ' ' + digits(share);
    }
    return has("state") ? view_.label("rule_state", text("state")) + ": " + said : said;
  }

  std::string price_now(const Json& now) const {
    const std::string kroner = digits(now.at("price")), year = now.at("price_level").dump();
    if (now.at("move") == "as_written") return view_.say("run.price_is_as_written", kroner, year);
    if (now.at("move") == "own_level") {
      return view_.say("run.price_keeps_level", kroner, year, now.at("wanted_level").dump());
    }
    return view_.say("run.price_is_moved", kroner, year, view_.label("price_index", text("index")),
                     digits(now.at("index_now")), digits(now.at("index_then")));
  }

  std::string switch_word(const Json& on) const {
    return view_.text(on == true ? Key{"run.on"} : Key{"run.off"});
  }

  /// What hangs together with it: what a rule splits, a mechanism switches, a hook is acted on by.
  void tell_belongings() {
    const std::string kind = text("kind");
    const Json& concerns = at("concerns");
    if (kind == "payer_rule") tell_phrase("evidence.splits", listed(concerns, "service"));
    if (kind == "mechanism") tell_phrase("evidence.switches", listed(concerns, ""));
    if (kind == "hook") tell_phrase("evidence.acting_effects", listed(concerns, ""));
    if (!has("numbers")) return;
    std::string told;
    for (const auto& [name, value] : at("numbers").items()) {
      told += (told.empty() ? "" : ", ") + name + ' ' + digits(value);
    }
    tell_key("numbers", told);
  }

  void tell_readers() {
    for (const Json& place : at("used_in")) {
      const std::string function = place.at("function"), file = place.at("file");
      const std::string_view about = find_label(view_.language, "file", file);
      tell_key("used_in", about.empty() ? view_.say("evidence.files_below", function, file)
                                        : view_.say("evidence.read_by", about, function, file));
    }
    if (at("used_in").empty() && has("room"))
      tell_key("used_in", view_.label("room", text("room")));
    if (!has("switched_by")) return;
    for (const Json& by : at("switched_by")) {
      const std::string name = by.at("mechanism");
      tell_key("switched_by", named("mechanism", name) + ", " + switch_word(by.at("on")));
    }
  }

  Page& page_;
  View view_;
};

std::string name_and_kind(const Json& entry, Language language) {
  return fmt::format("{} ({})", entry.at("name").get<std::string>(),
                     label(language, "kind", entry.at("kind").get<std::string>()));
}

const Json& own_label(const Json& entry, Language language) {
  return entry.at(language == Language::da ? "label_da" : "label");
}

/// The same, and the label where it has one.
std::string title_of(const Json& entry, Language language) {
  const Json& own = own_label(entry, language);
  const std::string title = name_and_kind(entry, language);
  return own.is_null() ? title : title + ": " + own.get<std::string>();
}

/// "High 481.000 kr. per caseworker-year": where a number stands in an entry.
std::string match_line(const Json& entry, const Json& match, Language language) {
  const std::string key = match.at("key");
  std::string line =
      heading_of(key, language) + ' ' + short_number(match.at("value").get<double>(), 6, language);
  const bool has_unit = !entry.at("unit").is_null() && key != "price_now" && key != "shares";
  return has_unit ? line + ' ' + unit_of(entry, language) : line;
}

}  // namespace

Page explain_page(const Json& document, Language language) {
  Page page;
  for (const Json& entry : document.at("entries")) {
    if (!page.parts().empty()) page.blank();
    page.hanging(name_and_kind(entry, language), 2);
    const Json& own = own_label(entry, language);
    if (!own.is_null()) page.sentence(own.get<std::string>(), 2);
    Teller{page, entry, language}.tell_entry();
  }
  return page;
}

Page names_page(const Json& document, Language language) {
  Page page;
  for (const Json& entry : document.at("entries")) {
    std::string line = title_of(entry, language);
    if (!entry.at("value").is_null()) {
      const Teller teller{page, entry, language};
      line += fmt::format("; {} {} [{} - {}] {}", teller.digits(entry.at("value")),
                          unit_of(entry, language), teller.digits(entry.at("low")),
                          teller.digits(entry.at("high")),
                          label(language, "grade", entry.at("grade").get<std::string>()));
    }
    page.hanging(line, 4);
  }
  return page;
}

Page number_page(const Json& document, Language language) {
  Page page;
  for (const Json& reading : document.at("readings")) {
    if (!page.parts().empty()) page.blank();
    const std::string number = short_number(reading.at("number").get<double>(), 6, language);
    const Json& entries = reading.at("entries");
    page.sentence(say(language,
                      entries.empty() ? Key{"explain.number_of_none"} : Key{"explain.number_of"},
                      number));
    for (const Json& entry : entries) {
      page.hanging("  " + title_of(entry, language), 4);
      const std::string_view shown =
          find_label(language, "shown_by", entry.at("kind").get<std::string>());
      for (const Json& match : entry.at("matches")) {
        page.sentence(match_line(entry, match, language) +
                          (shown.empty() ? std::string{} : std::string{"; "}.append(shown)),
                      6);
      }
    }
  }
  return page;
}

}  // namespace samspil
