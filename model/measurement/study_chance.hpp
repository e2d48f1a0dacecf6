/// \file
/// What chance is asked on behalf of an evaluation and not of a family's life: who is let onto a
/// list, how two leaders judge, who answers. The list of these questions, and their places.
#pragma once

#include "model/core/random.hpp"

namespace samspil {

/// Block numbers behind those of the model's own questions (model/dynamics/questions.hpp) and the
/// draw of starting families (model/population/draw.hpp).
enum class StudyQuestion : std::uint16_t {
  admitted = 0xF000,
  judgement = 0xF001,   // all four words
  own_start = 0xF002,   // day of a family's first meeting
  lot = 0xF004,         // a child's place in a caseload's order by chance
  answers = 0xF005,     // goals and answer of a family that leaves
  withdrawal = 0xF003,  // waiting time until a family wants no more
};

constexpr PhiloxBlock study_words(RunKey run, Identity who, StudyQuestion question) noexcept {
  return keyed_block(run, who, 0, BlockNumber{static_cast<std::uint16_t>(question)});
}
constexpr double study_uniform(RunKey run, Identity who, StudyQuestion question) noexcept {
  return uniform(study_words(run, who, question)[0]);
}
constexpr double study_noise(RunKey run, Identity who, StudyQuestion question) noexcept {
  return centred_noise(study_words(run, who, question));
}

}  // namespace samspil
