#include "model/pages/explain_page.hpp"

#include <algorithm>

#include "model/pages/effect_words.hpp"

namespace samspil {
namespace {

/// A heading and what is told under it.
struct Fact {
  Key heading;
  std::string text;
};
using Facts = std::vector<Fact>;

/// The facts of one entry, or of one row of it, in one language.
class Teller {
 public:
  Teller(const Json& entry, Language language) : view_{entry, language} {}

  Facts facts() && {
    if (has("rows")) {
      for (const Json& row : entry().at("rows")) add_row(row);
    } else {
      numbers();
    }
    belongings();
    readers();
    return std::move(facts_);
  }

 private:
  const Json& entry() const { return view_.document; }
  bool has(const char* key) const { return entry().contains(key) && !entry().at(key).is_null(); }
  std::string text(Key key) const { return view_.text(key); }
  void add(Key heading, std::string said) { facts_.push_back({heading, std::move(said)}); }

  /// A year is no quantity: no separator stands in it.
  std::string digits(const Json& value) const {
    if (has("unit") && entry().at("unit") == "year") {
      return fmt::format("{}", value.get<double>());
    }
    return view_.short_number(value, 6);
  }
  std::string range(const Json& low, const Json& high) const {
    return digits(low) + " - " + digits(high);
  }
  std::string listed(const Json& names) const {
    std::string list;
    for (const Json& name : names) list += (list.empty() ? "" : ", ") + name.get<std::string>();
    return list;
  }

  void add_text(Key heading, const char* key) {
    if (has(key)) add(heading, entry().at(key));
  }
  void add_own_text(Key heading, const char* key) {
    if (has(key)) add(heading, view_.text_of(entry(), key));
  }
  void add_number(Key heading, const char* key) {
    if (has(key)) add(heading, digits(entry().at(key)));
  }
  void add_label(Key heading, const char* group, const char* key) {
    if (has(key)) add(heading, view_.label(group, entry().at(key).get<std::string>()));
  }
  void add_row(const Json& row) {
    Facts own = Teller{row, view_.language}.of_row();
    facts_.insert(facts_.end(), own.begin(), own.end());
  }

  Facts of_row() && {
    if (has("year")) {
      add("run.value", entry().at("year").dump() + ": " + digits(entry().at("value")));
    } else if (has("shares")) {
      add("run.value", shares());
      validity();
    } else {
      value_and_range();
    }
    founding();
    if (has("price_level")) {
      level();
      validity();
    }
    return std::move(facts_);
  }

  std::string shares() const {
    std::string said;
    for (const auto& [payer, share] : entry().at("shares").items()) {
      said += fmt::format("{}{} {}", said.empty() ? "" : ", ", view_.label("payer", payer),
                          digits(share));
    }
    return has("state") ? entry().at("state").get<std::string>() + ": " + said : said;
  }

  void validity() {
    add("run.valid", entry().at("valid_from").dump() + "-" + entry().at("valid_to").dump());
    add_text("run.law", "law");
  }

  void level() {
    add("run.price_level", entry().at("price_level").dump());
    add_text("run.index", "index");
  }

  void value_and_range() {
    add_number("run.value", "value");
    add_text("run.unit", "unit");
    if (has("low")) add("run.range", range(entry().at("low"), entry().at("high")));
  }

  void founding() {
    add_label("run.grade", "grade", "grade");
    add_own_text("run.rationale", "rationale");
    add_text("run.source", "source");
    if (!has("file")) return;
    std::string place = entry().at("file");
    if (has("line")) place += ":" + entry().at("line").dump();
    add("run.written_in", place);
  }

  /// What stands of one number, or of a name without any.
  void numbers() {
    if (has("services")) {
      std::vector<std::string> names;
      for (const Json& service : entry().at("services")) {
        names.push_back(view_.label("service", service.get<std::string>()));
      }
      add("run.meaning", fmt::format("{}", fmt::join(names, ", ")));
    }
    add_own_text("run.meaning", "meaning");
    add_own_text("run.tried_on_whom", "tried_on");
    add_label("kind.role", "role", "role");
    if (has("authority")) {
      add("evidence.authority",
          text(entry().at("authority") == true ? Key{"evidence.own_authority"}
                                               : Key{"evidence.no_own_authority"}));
    }
    if (has("on")) add("run.switched", switch_word(entry().at("on")));
    if (has("weak")) {
      effect();
    } else {
      value_and_range();
    }
    if (has("price_level")) price();
    founding();
    if (has("admissible")) {
      add("run.admissible", range(entry().at("admissible")[0], entry().at("admissible")[1]));
    }
  }

  void effect() {
    add("run.value", view_.say("run.hazard_ratio", digits(entry().at("weak")),
                               digits(entry().at("centre")), digits(entry().at("strong"))));
    add("run.evidence", observation_of(entry(), view_.language));
    add("run.channel", view_.label("channel", entry().at("channel").get<std::string>()) +
                           confined_to(entry(), view_.language));
    add("run.range", range(entry().at("low"), entry().at("high")));
  }

  void price() {
    level();
    add("run.price_now", price_now(entry().at("price_now")));
    add_text("run.payer", "payer_rule");
    add_label("run.department", "department", "department");
    add_text("run.account", "account_function");
    add_text("run.law", "law");
    add_number("run.cashable", "cashable_share");
    add_number("run.lag_months", "lag_months");
  }

  std::string price_now(const Json& now) const {
    const std::string kroner = digits(now.at("price")), year = now.at("price_level").dump();
    if (now.at("move") == "as_written") return view_.say("run.price_is_as_written", kroner, year);
    if (now.at("move") == "own_level") {
      return view_.say("run.price_keeps_level", kroner, year, now.at("wanted_level").dump());
    }
    return view_.say("run.price_is_moved", kroner, year,
                     view_.label("price_index", entry().at("index").get<std::string>()),
                     digits(now.at("index_now")), digits(now.at("index_then")));
  }

  std::string switch_word(const Json& on) const {
    return text(on == true ? Key{"run.on"} : Key{"run.off"});
  }

  /// What hangs together with it: what a rule splits, a mechanism switches, a hook is acted on by.
  void belongings() {
    const std::string kind = entry().at("kind");
    const Json& concerns = entry().at("concerns");
    if (kind == "payer_rule") add("evidence.splits", listed(concerns));
    if (kind == "mechanism") add("evidence.switches", listed(concerns));
    if (kind == "hook") add("evidence.acting_effects", listed(concerns));
    if (kind != "strategy") return;
    std::string told;
    for (const auto& [name, value] : entry().at("numbers").items()) {
      told += fmt::format("{}{} {}", told.empty() ? "" : ", ", name, digits(value));
    }
    add("evidence.levers_and_effects", told);
  }

  void readers() {
    for (const Json& place : entry().at("used_in")) {
      const std::string function = place.at("function"), file = place.at("file");
      const std::string_view about = find_label(view_.language, "file", file);
      add("run.used_in", about.empty() ? view_.say("evidence.files_below", function, file)
                                       : view_.say("evidence.read_by", about, function, file));
    }
    if (entry().at("used_in").empty() && has("room")) {
      add("run.used_in", view_.label("room", entry().at("room").get<std::string>()));
    }
    if (!has("switched_by")) return;
    for (const Json& by : entry().at("switched_by")) {
      add("evidence.switched_by",
          fmt::format("{} ({})", by.at("mechanism").get<std::string>(), switch_word(by.at("on"))));
    }
  }

  View view_;
  Facts facts_;
};

const Json& own_label(const Json& entry, Language language) {
  return entry.at(language == Language::da ? "label_da" : "label");
}

std::string capitalised(std::string heading) {
  if (heading[0] >= 'a' && heading[0] <= 'z')
    heading[0] = static_cast<char>(heading[0] - 'a' + 'A');
  return heading;
}

std::string name_and_kind(const Json& entry, const char* form, Language language) {
  return fmt::format(fmt::runtime(form), entry.at("name").get<std::string>(),
                     label(language, "kind", entry.at("kind").get<std::string>()));
}

}  // namespace

Page explain_page(const Json& document, Language language) {
  constexpr std::size_t label_width = 24;
  Page page;
  for (const Json& entry : document.at("entries")) {
    if (!page.parts().empty()) page.blank();
    page.line(name_and_kind(entry, "{} ({})", language));
    const Json& label = own_label(entry, language);
    if (!label.is_null()) page.line("  " + label.get<std::string>());
    for (const Fact& fact : Teller{entry, language}.facts()) {
      const std::string heading = capitalised(std::string{phrase(fact.heading, language)});
      page.line("  " + pad_right(heading, label_width) +
                (fact.text.empty() ? std::string{phrase("run.not_given", language)} : fact.text));
    }
  }
  return page;
}

Page names_page(const Json& document, Language language) {
  Page page;
  for (const Json& entry : document.at("entries")) {
    std::string line = name_and_kind(entry, "{}  {}", language);
    const Json& label = own_label(entry, language);
    if (!label.is_null()) line += "  " + label.get<std::string>();
    if (!entry.at("value").is_null()) {
      const auto digits = [&](const char* key) {
        return short_number(entry.at(key).get<double>(), 6, language);
      };
      line +=
          fmt::format("  {} {} [{} - {}] {}", digits("value"), entry.at("unit").get<std::string>(),
                      digits("low"), digits("high"), entry.at("grade").get<std::string>());
    }
    page.line(line);
  }
  return page;
}

Json names_with_notes(const Json& document, Language language) {
  constexpr std::array<Key, 9> fields{"run.value",       "run.unit",    "run.range",
                                      "run.price_level", "run.grade",   "run.source",
                                      "run.law",         "run.used_in", "run.written_in"};
  Json all = Json::array();
  for (const Json& entry : document.at("entries")) {
    Json told = Json::object();
    for (const auto& [key, value] : entry.items()) {
      if (key == "file") {
        told["notes"] = Json::array();
        for (const Fact& fact : Teller{entry, language}.facts()) {
          const bool is_field =
              std::find(fields.begin(), fields.end(), fact.heading) != fields.end();
          if ((!entry.at("value").is_null() && is_field) || fact.text.empty()) continue;
          told["notes"].push_back(fmt::format("{}: {}", phrase(fact.heading, language), fact.text));
        }
      }
      told[key] = value;
      if (key == "line") break;
    }
    const Json& kind = entry.at("kind");
    if (kind == "element" || kind == "rate" || kind == "index") told["kind"] = "term";
    for (Json& place : told["used_in"]) {
      place =
          place.at("function").get<std::string>() + " in " + place.at("file").get<std::string>();
    }
    all.push_back(std::move(told));
  }
  return all;
}

}  // namespace samspil
