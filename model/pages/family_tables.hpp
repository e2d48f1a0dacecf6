/// \file
/// The tables of a family's account: what pages of the account and of its comparison share.
#pragma once

#include <string>
#include <string_view>

#include "model/pages/family_parts.hpp"

namespace samspil {

/// An amount in whole kr.; a count as it is.
Cell kroner(const Json& amount, Language language);

/// A service, a settlement, a programme, or what a person lives on.
std::string spell_name(const Json& name, Language language);

/// `account` has `years` and their `total`. A table with one column for each year and a total.
Table by_year(const Json& account, std::string_view label, Language language);

/// One figure of every year and of the total; `path` leads to it, as "/payers/state".
void add_course(Table& table, std::string_view label, const Json& account, const std::string& path,
                Language language, std::size_t indent = 0);

/// The municipality's amounts by department, and in all.
void add_municipality(Table& table, const Json& account, Language language);
/// Region and state, the sum with the municipality, and the citizens where they pay.
void add_other_payers(Table& table, const Json& account, Language language);

/// What differs between the document's family and the other, below the account.
void add_comparison(Page& page, const Json& document, Language language);

}  // namespace samspil
