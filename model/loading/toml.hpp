/// \file
/// Typed reading of TOML inputs: keys by name, faults collected with line and path of keys.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/core/calendar.hpp"
#include "model/core/names.hpp"
#include "model/io/toml.hpp"
#include "model/loading/called.hpp"
#include "model/loading/checks.hpp"
#include "model/loading/readers.hpp"
#include "model/words/message.hpp"

namespace samspil {

enum class Need : std::uint8_t { required, optional };

/// One table of an input. Each verb reads a key into its target, or reports and leaves the target
/// alone; those that return bool say which. An optional key that is absent is no fault.
class TomlFields {
 public:
  /// The whole text. Must outlive the fields.
  TomlFields(const TomlText& text, std::string file, Problems& problems)
      : TomlFields{text.table, text, std::move(file), "", problems} {}

  bool text(std::string_view key, std::string& target, Need need = Need::required);
  bool texts(std::string_view key, std::vector<std::string>& target, Need need = Need::required);
  bool flag(std::string_view key, bool& target, Need need = Need::required);
  bool number(std::string_view key, double& target, Limits limits, Need need = Need::required);
  /// A list of one number or more.
  bool numbers(std::string_view key, std::vector<double>& target, Limits limits,
               Need need = Need::required);

  /// A date without time: year, month, day.
  bool date(std::string_view key, Date& target, Need need = Need::required);

  template <class Integer>
  bool whole(std::string_view key, Integer& target, Limits limits, Need need = Need::required) {
    double value = 0;
    limits.kind = NumberKind::count;
    if (!number(key, value, limits, need)) return false;
    if (!has(key)) return true;
    if (!accept(key, whole_fault(value))) return false;
    target = static_cast<Integer>(value);
    return true;
  }

  /// By the names alone, or where `group` is given also by what they are called.
  template <class Enum, std::size_t N>
  bool choice(std::string_view key, Enum& target, const std::array<std::string_view, N>& names,
              Need need = Need::required, std::string_view group = {}) {
    std::string given;
    if (!text(key, given, need)) return false;
    if (!has(key)) return true;
    const auto found =
        group.empty() ? find_name<Enum>(names, given) : called<Enum>(given, group, names);
    if (found) {
      target = *found;
      return true;
    }
    refuse(key, {"fault.unknown_name", given}, called_advice(given, {{group, names}}));
    return false;
  }

  /// { value, unit, low, high, grade, source }: all of them, in the expected unit, which decides
  /// how their numbers may be read. A number alone is one's own: without a range, of grade own, and
  /// its source is the file.
  void quantity(std::string_view key, Quantity& target, std::string_view unit, Limits limits,
                Need need = Need::required);

  std::optional<TomlFields> table(std::string_view key, Need need = Need::required);

  /// The tables of `[[key]]`; none where there are more than any input has.
  std::vector<TomlFields> tables(std::string_view key, Need need = Need::required);

  bool has(std::string_view key) const { return table_.contains(key); }
  /// Notes a key that may be there, though it is not, so that finish() advises it.
  void has_optional(std::string_view key) { find(key, Need::optional); }
  /// For keys that may be a number or something else.
  bool has_text(std::string_view key) const { return table_[key].is_string(); }
  bool has_list(std::string_view key) const { return table_[key].is_array(); }
  bool has_table(std::string_view key) const { return table_[key].is_table(); }
  std::size_t size() const { return table_.size(); }
  /// In their order in the file.
  std::vector<std::string> keys() const;

  /// Line of a key, or of its table where the key is absent; 0 for the file.
  int line(std::string_view key = "") const;

  /// What a key is called in messages: "kommune.familier"; the table itself when `key` is empty.
  std::string name_of(std::string_view key) const;

  /// Where a fault of a key would be told.
  Problem place(std::string_view key) const { return {file_, line(key), name_of(key), {}, {}}; }

  /// A fault of a key, or of the whole table when `key` is empty.
  void refuse(std::string_view key, Message problem, Message remedy);

  /// The same for a fault found by a check. False when there is one.
  bool accept(std::string_view key, const std::optional<NumberFault>& fault);

  /// Call last: tells the keys that no verb asked for, and those asked for in vain unless an
  /// unknown key resembles them.
  void finish();

 private:
  /// `path` is the name of the table in messages, empty for the whole file.
  TomlFields(const toml::table& table, const TomlText& text, std::string file, std::string path,
             Problems& problems)
      : table_{table},
        text_{text},
        file_{std::move(file)},
        path_{std::move(path)},
        problems_{problems} {}

  const toml::node* find(std::string_view key, Need need);
  void refuse_type(std::string_view key, const toml::node& node, const Message& expected);
  std::optional<double> finite_number(std::string_view key, const toml::node& node,
                                      NumberKind kind);
  void refuse_text_for_number(std::string_view key, const std::string& given, NumberKind kind);

  const toml::table& table_;
  const TomlText& text_;
  std::string file_;
  std::string path_;
  Problems& problems_;
  std::vector<std::string> known_;
  std::vector<std::string> missing_;
};

/// `title_da` and `title_en`, of which one does for both.
void read_titles(TomlFields& fields, std::string& danish, std::string& english);

/// The table `eligible` of a scenario or strategy; nothing where there is none.
std::optional<Eligibility> read_eligible(TomlFields& fields);

/// The municipality's own committees and accounts, where a scenario names them. Accounts that are
/// hardly in kroner are told among `warnings`.
OwnOrder read_own_order(TomlFields& fields, Problems& warnings);
/// Refuses accounts of a function that no price is booked under.
void require_known_functions(const Scenario& scenario, Problems& problems);

/// The keys of a scenario that say how its strategies are compared.
Comparison read_comparison(TomlFields& fields, const FindText& find, Problems& problems);

/// Reads the text of an input; refuses person numbers in it. Nothing where a fault leaves no key to
/// read.
std::optional<TomlText> parse_toml_input(const InputText& input, Problems& problems);

}  // namespace samspil
