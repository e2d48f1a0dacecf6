/// \file
/// HTML and SVG as text. What people wrote is escaped here and nowhere else: a text becomes markup
/// only by escaped() or attribute().
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace samspil {

/// Text between tags or in an attribute in double quotes; control codes shown as letters.
std::string escaped(std::string_view text);

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

/// <NAME a="…">; the values are escaped.
std::string open_tag(std::string_view name, const Attributes& attributes = {});
/// <NAME a="…">CONTENT</NAME>; `content` is markup already.
std::string element(std::string_view name, const Attributes& attributes, std::string_view content);
/// <NAME a="…"/>, of SVG.
std::string empty_element(std::string_view name, const Attributes& attributes);
/// An element that holds a text, which is escaped.
std::string text_element(std::string_view name, const Attributes& attributes,
                         std::string_view text);

/// data:TYPE;charset=utf-8,… with every byte that is no letter or digit in per cents.
std::string data_link(std::string_view type, std::string_view bytes);

}  // namespace samspil
