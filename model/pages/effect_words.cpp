#include "model/pages/effect_words.hpp"

namespace samspil {

std::string observation_of(const Json& effect, Language language) {
  const View view{effect, language};
  if (effect.at("observed").is_null()) return view.text("run.stated_outright");
  const std::string design = effect.at("design");
  if (design == "none") return view.text("run.nothing_observed");
  std::string text = view.say("run.observed_by", view.short_number(effect.at("observed"), 3),
                              view.label("design", design), view.text_of(effect, "where"));
  const double transfer = effect.at("transfer");
  if (transfer != 1) text += view.say("run.transferred", view.percent(transfer, 2));
  return text;
}

std::string confined_to(const Json& effect, Language language) {
  std::string list;
  for (const Json& target : effect.at("targets")) {
    if (!list.empty()) list += ", ";
    list += label(language, "service", target.get<std::string>());
  }
  return list.empty() ? list : say(language, "run.on_nothing_but", list);
}

}  // namespace samspil
