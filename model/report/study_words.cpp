#include "model/report/study_words.hpp"

namespace samspil {
namespace {

/// By its whole name, or by what stands before its first point; {0} is then the rest.
std::string_view label_of(std::string_view name, Language language) {
  return find_label(language, "study_figure", name);
}

/// A group's title, a label, or the name itself, part by part: years stay as they are.
std::string rest_label(const StudySpec& study, std::string_view rest, Language language) {
  for (const StudyGroup& group : study.groups) {
    if (group.id == rest) return language == Language::da ? group.title_da : group.title_en;
  }
  if (const std::string_view known = label_of(rest, language); !known.empty()) {
    return std::string{known};
  }
  const std::size_t point = rest.find('.');
  if (point == std::string_view::npos) return std::string{rest};
  return rest_label(study, rest.substr(0, point), language) + ' ' +
         rest_label(study, rest.substr(point + 1), language);
}

}  // namespace

std::string figure_label(const StudySpec& study, std::string_view figure, Language language) {
  if (const std::string_view whole = label_of(figure, language); !whole.empty()) {
    return std::string{whole};
  }
  const std::size_t point = figure.find('.');
  const std::string_view first = label_of(figure.substr(0, point), language);
  if (point == std::string_view::npos || first.empty()) return std::string{figure};
  return fmt::format(fmt::runtime(first), rest_label(study, figure.substr(point + 1), language));
}

}  // namespace samspil
