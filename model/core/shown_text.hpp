/// \file
/// Text of unknown origin as it may be shown: no byte of it acts on the reader's terminal.
#pragma once

#include <string>
#include <string_view>

namespace samspil {

/// Every control code as letters: `\n`, `\t`, `\r`, `\x1b` of C0, DEL and bytes that are not
/// UTF-8; `\u009b` of C1 and of the marks that turn the direction of writing or part lines
/// (Unicode Standard, 23.1 and 23.2; Trojan Source, 2021). A backslash stays one, so that what was
/// shown once may be shown again.
std::string shown(std::string_view text);

/// The same but for line breaks: a page of several lines.
std::string shown_page(std::string_view text);

/// A JSON document, in which C0 is escaped already: DEL and what follows it as \uXXXX.
std::string shown_json(std::string_view document);

/// Shown, with the middle left out where it would be longer than `most` bytes: its first three
/// quarters, "…" and its end, whole letters all.
std::string shown_shortened(std::string_view text, std::size_t most);

/// Place of the first byte that is not UTF-8; npos where there is none.
std::size_t find_bad_utf8(std::string_view text) noexcept;

}  // namespace samspil
