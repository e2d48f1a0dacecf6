/// \file
/// What is told of a fault, in whichever language is asked for when it is told.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "model/words/keys.hpp"

namespace samspil {

/// A key of words.csv and what goes into its places.
class Message {
 public:
  Message() = default;  ///< Nothing is told.

  /// Each of `args` is a Message, or a number or text that is the same in every language: a number
  /// is spelled as an input must spell it.
  template <class... Args>
  Message(Key key, const Args&... args) : key_{key}, args_{argument(args)...} {}

  /// What no language changes: a name, or what somebody else says.
  static Message as_is(std::string text);
  /// What is called otherwise in each language and has no key of its own.
  static Message in_either(std::string english, std::string danish);

  bool empty() const noexcept { return !key_ && text_.empty() && danish_.empty(); }
  std::string in(Language language) const;

 private:
  template <class T>
  static Message argument(const T& value) {
    if constexpr (std::is_same_v<T, Message>) {
      return value;
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
      return as_is(std::string{std::string_view{value}});
    } else if constexpr (std::is_same_v<T, double>) {
      return as_is(spelled(value));
    } else {
      static_assert(std::is_integral_v<T> && !std::is_same_v<T, bool> && !std::is_same_v<T, char>);
      return as_is(std::to_string(value));
    }
  }
  /// With as many digits as tell it from every other number.
  static std::string spelled(double value);

  std::optional<Key> key_;
  std::string text_;    ///< Where there is no key.
  std::string danish_;  ///< The same in Danish, where it is another text.
  std::vector<Message> args_;
};

/// A number that is told and not typed, with the decimal sign of the language. `number` has a point
/// or none: "3.78".
Message decimal(std::string_view number);

/// Parted by commas.
Message list_of(const std::vector<Message>& messages);

/// What a library says in English, as the first of `known` whose English text it is; what stands in
/// that text's places likewise. As it is where it is none of them.
Message translated(std::string_view english, std::span<const Key> known);

/// Why the system could not: its text for an errno.
Message system_reason(int error);

/// More names than these are counted, and no more listed: two dozen can be read in one line.
inline constexpr std::size_t most_listed_names = 24;

/// "did you mean 'a' or 'b'?", or when nothing is near, the names there are: "use one of a, b, c".
Message naming_advice(std::string_view name, const std::vector<std::string>& candidates);

/// The same where the path of a file that ends in `ending` would do too.
Message naming_or_path_advice(std::string_view name, const std::vector<std::string>& candidates,
                              std::string_view ending);

}  // namespace samspil
