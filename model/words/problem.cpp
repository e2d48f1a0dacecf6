#include "model/words/problem.hpp"

#include "model/core/shown_text.hpp"

namespace samspil {

std::string Problem::text(Language language) const {
  constexpr std::size_t most = 1000;
  std::string out = shown(file);
  // Appended, not added: g++ 12 warns falsely (restrict) about "..." + std::string.
  if (line > 0) out.append(":").append(std::to_string(line));
  if (!name.empty()) out.append(": ").append(shown_shortened(name, most / 4));
  out.append(": ").append(shown_shortened(problem.in(language), most));
  if (!remedy.empty()) out.append("; ").append(shown_shortened(remedy.in(language), most));
  return out;
}

Message message_of(const std::exception& error) {
  if (const auto* failure = dynamic_cast<const Failure*>(&error)) return failure->message();
  return Message::as_is(error.what());
}

std::string text_of(const std::exception& error, Language language) {
  if (const auto* fault = dynamic_cast<const Fault*>(&error)) return fault->in(language);
  return Message{"fault.unforeseen", error.what()}.in(language);
}

}  // namespace samspil
