#include "model/report/effect_targets.hpp"

#include <optional>

#include "model/population/service_of.hpp"
#include "model/report/words.hpp"

namespace samspil {
namespace {

/// The service by which a measure, place or service of a person is posted.
std::optional<Service> posted_as(TargetKind kind, std::size_t target) {
  switch (kind) {
    case TargetKind::measures:
      return service_of(static_cast<ChildMeasure>(target));
    case TargetKind::places:
      return service_of(static_cast<Place>(target));
    case TargetKind::services:
      return service_of(static_cast<AdultService>(target));
    default:
      return std::nullopt;
  }
}

}  // namespace

std::string confined_to(const Effect& effect, Language language) {
  if (effect.targets == 0) return "";
  const TargetKind kind = target_kind(effect.hook);
  std::string text;
  for_each_target(effect.targets, [&](std::size_t i) {
    const std::optional<Service> service = posted_as(kind, i);
    if (!text.empty()) text += ", ";
    text += service ? labels(language).services[index_of(*service)] : target_names(kind)[i];
  });
  return say(language, "run.on_nothing_but", text);
}

}  // namespace samspil
