#include "model/cli/usage.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "model/words/message.hpp"

namespace samspil::cli {
namespace {

constexpr Key type_words[] = {"usage.text", "usage.int", "usage.uint", "usage.float"};

/// What CLI11 says is wrong, and the nouns in it.
constexpr Key faults[] = {
    "usage.required", "usage.extra",      "usage.extras",   "usage.missing_value", "usage.at_least",
    "usage.at_most",  "usage.exactly",    "usage.override", "usage.requires",      "usage.excludes",
    "usage.not_read", "usage.flag_value", "usage.not_in",   "usage.a_command",
};

std::string text(Key word, Language language) { return std::string{phrase(word, language)}; }

void set_labels(CLI::FormatterBase& formatter, Language language) {
  struct Label {
    const char* of_cli11;
    Key word;
  };
  constexpr Label labels[] = {{"Usage", "usage.usage"},
                              {"OPTIONS", "usage.some_options"},
                              {"Positionals", "usage.positionals"},
                              {"SUBCOMMAND", "usage.subcommand"},
                              {"REQUIRED", "usage.is_required"},
                              {"Needs", "usage.needs"},
                              {"Excludes", "usage.not_with"}};
  for (const auto& [label, word] : labels) formatter.label(label, text(word, language));
}

void set_words_of(CLI::Option& option, Language language) {
  if (option.get_group() == "Options") option.group(text("usage.options", language));
  const std::string type = option.get_type_name();  // and its limits behind a colon
  const std::string word = type.substr(0, type.find(':'));
  if (!word.empty()) option.type_name(translated(word, type_words).in(language));
}

std::vector<std::string> commands_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  return names;
}

std::vector<std::string> options_of(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

}  // namespace

void set_words(CLI::App& app, Language language) {
  set_labels(*app.get_formatter(), language);
  for (CLI::Option* option : app.get_options({})) set_words_of(*option, language);
  for (CLI::App* command : app.get_subcommands({})) {
    command->group(text("usage.commands", language));
    set_words(*command, language);
  }
}

std::string fault_line(const CLI::App& app, const CLI::ParseError& error, Language language) {
  const std::vector<CLI::App*> given = app.get_subcommands();
  for (const std::string& word : app.remaining(true)) {
    const bool is_option = word.starts_with("-");
    if (!is_option && !given.empty()) continue;
    const CLI::App& asked = given.empty() ? app : *given.front();
    const Message advice = naming_advice(word, is_option ? options_of(asked) : commands_of(app));
    return say(language, "usage.unknown", word, advice.in(language));
  }
  std::string line = translated(error.what(), faults).in(language);
  std::replace(line.begin(), line.end(), '\n', ' ');
  if (line.starts_with(": ")) line.insert(0, "--lang");  // CLI11 names no option that is hidden
  // A number that is at fault has been told how to be written.
  const bool is_advised = line.find(phrase("usage.advice", language)) != std::string::npos;
  return is_advised ? line : line + "; samspil --help";
}

}  // namespace samspil::cli
