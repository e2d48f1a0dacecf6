/// \file
/// The words of the yearly flows, in one table per language. Knows no number.
#pragma once

#include "model/inputs/known_flows.hpp"
#include "model/report/words.hpp"

namespace samspil {

enum class FlowWord : std::uint8_t {
  help_flows,
  help_json,
  title,
  counted,
  known_column,
  children,
  parents,
  costs,
  outside_line,
  all_inside,
  note,
  known_note,
  count,
};

template <>
const Phrases<FlowWord>& danish_phrases<FlowWord>() noexcept;
template <>
const Phrases<FlowWord>& english_phrases<FlowWord>() noexcept;

/// What a flow is called on one line.
using FlowLabels = std::array<std::string_view, flow_count>;
const FlowLabels& english_flow_labels() noexcept;
const FlowLabels& danish_flow_labels() noexcept;

inline std::string_view flow_label(Flow flow, Language language) noexcept {
  return (language == Language::da ? danish_flow_labels() : english_flow_labels())[index_of(flow)];
}

}  // namespace samspil
