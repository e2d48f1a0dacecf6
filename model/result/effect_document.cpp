#include "model/result/effect_document.hpp"

#include "model/population/service_of.hpp"
#include "model/result/values.hpp"

namespace samspil {
namespace {

/// The service by which a measure, place or service of a person is posted, else its own name.
std::string_view posted_as(TargetKind kind, std::size_t target) {
  std::optional<Service> service;
  if (kind == TargetKind::measures) service = service_of(static_cast<ChildMeasure>(target));
  if (kind == TargetKind::places) service = service_of(static_cast<Place>(target));
  if (kind == TargetKind::services) service = service_of(static_cast<AdultService>(target));
  return service ? service_names[index_of(*service)] : target_names(kind)[target];
}

}  // namespace

Json effect_document(const Effect& effect) {
  Json targets = Json::array();
  for_each_target(effect.targets, [&](std::size_t target) {
    targets.push_back(posted_as(target_kind(effect.hook), target));
  });
  return {{"hook", hook_names[index_of(effect.hook)]},
          {"channel", channel_names[index_of(effect.channel)]},
          {"component", component_names[index_of(effect.component)]},
          {"targets", targets},
          {"observed", effect.observed > 0 ? Json(effect.observed) : Json()},
          {"design", design_names[index_of(effect.design)]},
          {"transfer", effect.transfer},
          {"where", effect.where_en},
          {"where_da", effect.where_da},
          {"weak", effect.weak},
          {"centre", effect.centre},
          {"strong", effect.strong},
          {"low", effect.low},
          {"high", effect.high},
          {"grade", grade_names[index_of(effect.grade)]},
          {"rationale", effect.rationale_en},
          {"rationale_da", effect.rationale_da},
          {"source", effect.source},
          {"source_da", effect.source_da.empty() ? Json() : Json(effect.source_da)}};
}

Json observed_document(const ObservedChange& seen) {
  return {{"what", seen.what_en},
          {"what_da", seen.what_da},
          {"change", seen.change.value},
          {"unit", seen.change.unit},
          {"design", design_names[index_of(seen.design)]},
          {"where", seen.where_en},
          {"where_da", seen.where_da},
          {"source", seen.change.source}};
}

}  // namespace samspil
