#include "model/words/message.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>

#include "model/core/near_names.hpp"

namespace samspil {
namespace {

/// Of what most often keeps a program from a file.
constexpr Key system_reasons[] = {
    "system.no_space",    "system.not_permitted", "system.no_permission", "system.no_such_file",
    "system.no_folder",   "system.is_folder",     "system.read_only",     "system.too_large",
    "system.quota",       "system.input_output",  "system.open_files",    "system.long_name",
    "system.links",       "system.invalid",       "system.busy",          "system.bad_descriptor",
    "system.broken_pipe", "system.no_memory",     "system.exists",        "system.no_device",
    "system.not_empty",
};

/// What stands in the places of `pattern` where `text` is the pattern filled in; nothing where it
/// is not. Each place takes as little as it can, the last takes the rest.
std::optional<std::vector<std::string_view>> filled_in(std::string_view pattern,
                                                       std::string_view text) {
  std::vector<std::string_view> found;
  while (true) {
    const std::size_t place = pattern.find('{');
    const std::string_view before = pattern.substr(0, place);
    if (place == std::string_view::npos) {
      if (text != before) return std::nullopt;
      return found;
    }
    if (!text.starts_with(before)) return std::nullopt;
    text.remove_prefix(before.size());
    pattern.remove_prefix(place + std::string_view{"{0}"}.size());
    const std::string_view after = pattern.substr(0, pattern.find('{'));
    const bool is_last = after.size() == pattern.size();
    if (text.size() < after.size()) return std::nullopt;
    const std::size_t end = is_last         ? text.size() - after.size()
                            : after.empty() ? std::string_view::npos
                                            : text.find(after);
    if (end == std::string_view::npos) return std::nullopt;
    found.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

/// What a phrase with one closing brace looks like when it is said.
std::string unescaped(std::string_view phrase) {
  std::string text{phrase};
  const std::size_t brace = text.find("}}");
  if (brace != std::string::npos) text.erase(brace, 1);
  return text;
}

}  // namespace

Message Message::as_is(std::string text) {
  Message message;
  message.text_ = std::move(text);
  return message;
}

Message Message::in_either(std::string english, std::string danish) {
  Message message = as_is(std::move(english));
  message.danish_ = std::move(danish);
  return message;
}

std::string Message::spelled(double value) { return fmt::format("{}", value); }

std::string Message::in(Language language) const {
  if (!key_) return language == Language::da && !danish_.empty() ? danish_ : text_;
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const Message& arg : args_) store.push_back(arg.in(language));
  return fmt::vformat(phrase(*key_, language), store);
}

Message decimal(std::string_view number) {
  const std::size_t point = number.find('.');
  if (point == std::string_view::npos) return Message::as_is(std::string{number});
  return {"fault.decimal", number.substr(0, point), number.substr(point + 1)};
}

Message list_of(const std::vector<Message>& messages) {
  if (messages.empty()) return {};
  Message list = messages.front();
  for (std::size_t i = 1; i < messages.size(); ++i) list = {"fault.and_so_on", list, messages[i]};
  return list;
}

Message translated(std::string_view english, std::span<const Key> known) {
  for (const Key key : known) {
    const auto places = filled_in(unescaped(phrase(key, Language::en)), english);
    if (!places) continue;
    std::vector<Message> parts;
    for (const std::string_view place : *places) parts.push_back(translated(place, known));
    parts.resize(3);
    return {key, parts[0], parts[1], parts[2]};
  }
  return Message::as_is(std::string{english});
}

Message system_reason(int error) { return translated(std::strerror(error), system_reasons); }

Message naming_advice(std::string_view name, const std::vector<std::string>& candidates) {
  const std::vector<std::string> near = near_names(name, candidates);
  if (near.size() == 1) return {"remedy.did_you_mean", near[0]};
  if (near.size() == 2) return {"remedy.did_you_mean_two", near[0], near[1]};
  if (near.size() == 3) return {"remedy.did_you_mean_three", near[0], near[1], near[2]};
  if (candidates.empty()) return {"remedy.none_to_choose"};
  if (candidates.size() <= most_listed_names)
    return {"remedy.use_one_of", fmt::format("{}", fmt::join(candidates, ", "))};
  return {"remedy.none_resembles", candidates.size()};
}

Message naming_or_path_advice(std::string_view name, const std::vector<std::string>& candidates,
                              std::string_view ending) {
  const bool is_question = !near_names(name, candidates).empty();  // "did you mean …?"
  return {is_question ? Key{"remedy.question_or_path"} : Key{"remedy.advice_or_path"},
          naming_advice(name, candidates), ending};
}

}  // namespace samspil
