#include "model/report/effect_evidence.hpp"

#include "model/words/numbers.hpp"

namespace samspil {

std::string observation_of(const Effect& effect, Language language) {
  if (effect.observed <= 0) return std::string{phrase("run.stated_outright", language)};
  if (effect.design == Design::none) return std::string{phrase("run.nothing_observed", language)};
  std::string text = say(language, "run.observed_by", short_number(effect.observed, 3, language),
                         labels(language).designs[index_of(effect.design)],
                         language == Language::da ? effect.where_da : effect.where_en);
  if (effect.transfer != 1) {
    text += say(language, "run.transferred", short_number(100 * effect.transfer, 2, language));
  }
  return text;
}

}  // namespace samspil
