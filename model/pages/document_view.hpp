/// \file
/// A result document as pages write it: in one language, its amounts in one unit.
#pragma once

#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "model/core/json.hpp"
#include "model/pages/page.hpp"
#include "model/words/numbers.hpp"

namespace samspil {

/// By which what is saved is multiplied.
constexpr double factor_of(Sign sign) noexcept { return sign == Sign::budget ? -1 : 1; }

struct View {
  const Json& document;
  Language language;
  MoneyUnit unit{};
  double sign = 1;  ///< As factor_of() has it.

  std::string text(Key key) const { return std::string{phrase(key, language)}; }
  std::string label(std::string_view group, std::string_view name) const {
    return std::string{samspil::label(language, group, name)};
  }
  template <class... Args>
  std::string say(Key key, const Args&... args) const {
    return samspil::say(language, key, args...);
  }
  /// A text of the document that it holds in both languages: KEY, and KEY_da.
  std::string text_of(const Json& of, const std::string& key) const {
    const Json& text = of.at(language == Language::da ? key + "_da" : key);
    return text.is_null() ? of.at(key) : text;
  }

  /// Cells of null are "-".
  Cell amount(const Json& kroner) const;
  /// What is saved, in the sign of the page; `amount` has none to turn: a price, a cost, an error.
  Cell saved(const Json& kroner) const;
  Cell count(const Json& value) const;
  Cell change(const Json& value) const;
  Cells amounts(const Json& by_year) const;
  Cells counts(const Json& by_year) const;
  Cells changes(const Json& by_year) const;
  Cells saved_by_year(const Json& by_year) const;
  /// By year, and their sum.
  Cells amounts(const Json& by_year, const Json& in_all) const;
  Cells saved_by_year(const Json& by_year, const Json& in_all) const;

  /// One of two texts, by the sign of the page.
  Key by_sign(Key saving, Key budget) const { return sign < 0 ? budget : saving; }
  /// The figure that a turned distribution has at "p05" or "p95".
  std::string percentile(std::string_view figure) const;

  /// "-" of null.
  std::string number(const Json& value, int decimals) const {
    return value.is_null() ? "-" : samspil::number(value, decimals, language);
  }
  /// As many decimals as it needs, up to `most`; "-" of null.
  std::string short_number(const Json& value, int most) const;
  std::string percent(double share, int most) const {
    return samspil::short_number(100 * share, most, language);
  }
  /// "-" of null.
  std::string whole(const Json& value) const {
    return value.is_null() ? "-" : samspil::whole(value, language);
  }

  /// A table that begins with the years of the document, and a total where its rows have one.
  Table year_table(std::string_view label, bool has_total) const;
};

/// A strategy's title as it fits a table: without what stands in brackets.
std::string short_title(const View& view, const Json& strategy);

/// What an input of a strategy's result is called, of another strategy with that one's title before
/// it; its name where it has no title.
std::string input_title(const View& view, const Json& strategy, const Json& input);

/// The purses of public money, in their order.
inline constexpr std::array<const char*, 4> public_purses{"municipality", "region", "state",
                                                          "public"};

/// What a purse has of money by payer: of pockets {pays, gains, net …}, of a net result its years.
const Json& of_purse(const Json& money, std::string_view purse);

/// "Public total", or what the payer is called.
std::string purse_label(const View& view, std::string_view purse);

/// Whether any number of a list or an object is other than 0.
bool has_amount(const Json& numbers);

/// "13 / 13.3": families per post, by the strategy and as simulated.
std::string families_per_post(const View& view, const Json& staff_use);

}  // namespace samspil
