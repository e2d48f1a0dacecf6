/// \file
/// How a report looks: colours, type, the parts of a figure, screen and print.
#pragma once

#include <string>

namespace samspil {

/// Of the page: fonts, both colour schemes, print.
std::string report_style();

/// Of a drawing in a file of its own: light, with no name of a colour left in it, since not every
/// program that shows SVG knows such names.
std::string figure_style();

}  // namespace samspil
