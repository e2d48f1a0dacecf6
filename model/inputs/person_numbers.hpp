/// \file
/// Finds person numbers (CPR), which no input may hold.
#pragma once

#include <set>
#include <string_view>

namespace samspil {

/// Whether a text holds a person number, DDMMYY and four digits:
///   with a hyphen, a dash or blanks between them, wherever the six digits are a day of a month (a
///   day from 61 is that of an administrative number). No checksum is asked for, since numbers
///   without one are given out.
///   as ten digits, where they are the day of birth of somebody born from 1900 to 2036 by the
///   century that the seventh digit tells, and begin with 0, which few other numbers do, or meet
///   the checksum (modulus 11), or stand in a text that speaks of CPR or person numbers.
/// Digits of a decimal number, and links of a longer chain such as 978-010203-1234-5, are none.
///
/// Of random numbers of ten digits that do not begin with 0, 0.19 % are taken for person numbers,
/// of all from 0000000000 to 9999999999 0.98 %; of random six digits, blank, four digits 7.3 %. A
/// TOML number written as 1_102_031_234 is taken for none.
///
/// Source: "Personnummeret i CPR" (form, century, modulus 11) and "Personnumre uden kontrolciffer
/// (modulus 11 kontrol)", both by CPR-kontoret.
bool holds_person_number(std::string_view text);

/// The lines, from 1, of a text of several that hold one.
std::set<int> lines_with_person_numbers(std::string_view text);

/// Whether a column's header announces person numbers.
bool names_person_number(std::string_view header);

}  // namespace samspil
