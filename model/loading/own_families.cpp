#include "model/population/own_families.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <variant>

#include "model/core/calendar.hpp"
#include "model/core/near_names.hpp"
#include "model/inputs/person_numbers.hpp"
#include "model/io/number.hpp"
#include "model/loading/called.hpp"
#include "model/loading/csv.hpp"

namespace samspil {
namespace {

/// Nothing can be told of fewer, whatever is suppressed.
constexpr std::size_t fewest_own_families = 5;
/// Beyond these an age is taken for a slip.
constexpr int youngest_parent = 12, oldest = 110;

const std::vector<std::string> required_columns{"family", "person", "age"};
const std::vector<std::string> optional_columns{
    "role",     "sex",      "household",    "mother",         "father",
    "status",   "hours",    "ladder_weeks", "activity_ready", "pension_before_2014",
    "agency",   "services", "conditions",   "place",          "weeks_placed",
    "measures", "school"};

std::string_view without_blanks(std::string_view text) noexcept {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

/// Whom a row names: known inside the file alone, never told.
struct Named {
  std::string person, mother, father, household;
  int line = 0;
};

/// One row of the file. Faults name line and column, nobody.
class OwnRow {
 public:
  OwnRow(const CsvFile& csv, const CsvRow& row) : fields_{csv, row, ""} {}

  bool read(OwnPerson& own, Named& named) {
    named = {cell("person"), cell("mother"), cell("father"), cell("household"), fields_.line()};
    for (const char* column : {"family", "person"}) {
      if (cell(column).empty())
        fields_.refuse(column, {"fault.is_empty"}, {"remedy.own_cover_name"});
    }
    read_whole("age", own.age, oldest);
    Person& person = own.person;
    read_choice("role", "own_role", person.role, own_role_names);
    read_choice("sex", "own_sex", person.sex, own_sex_names);
    read_adult(own);
    read_child(own);
    check_ages(own);
    return !fields_.faulty();
  }

  bool is_given(std::string_view column) const { return fields_.is_given(column); }
  void refuse(std::string_view column, Message problem, Message remedy) {
    fields_.refuse(column, std::move(problem), std::move(remedy));
  }

 private:
  static constexpr std::array<std::string_view, 3> own_role_names{"parent", "partner", "child"};
  static constexpr std::array<std::string_view, 2> own_sex_names{"woman", "man"};
  static constexpr std::array<std::string_view, 2> yes_or_no{"no", "yes"};

  /// Empty where the file has no such column.
  const std::string& cell(std::string_view column) const {
    static const std::string none;
    return is_given(column) ? fields_.cell(column) : none;
  }

  template <class Enum, std::size_t N>
  void read_choice(std::string_view column, std::string_view group, Enum& target,
                   const std::array<std::string_view, N>& names) {
    if (!is_given(column)) return;
    if (const auto found = called<Enum>(cell(column), group, names)) {
      target = *found;
    } else {
      refuse_name(column, cell(column), {group, names});
    }
  }

  /// "family_treatment | respite"
  template <class Enum, std::size_t N>
  void read_set(std::string_view column, std::string_view group, Flags<Enum>& target,
                const std::array<std::string_view, N>& names) {
    std::string_view left = cell(column);
    while (!left.empty()) {
      const std::size_t end = std::min(left.find('|'), left.size());
      const std::string_view one = without_blanks(left.substr(0, end));
      left.remove_prefix(std::min(end + 1, left.size()));
      if (one.empty()) continue;
      if (const auto found = called<Enum>(one, group, names)) {
        target.set(*found);
      } else {
        refuse_name(column, one, {group, names});
      }
    }
  }

  /// A cell that cannot be read may be somebody's name in the wrong column: it is not told.
  void refuse_name(std::string_view column, std::string_view given, const NameGroup& names) {
    refuse(column, {"fault.own_unknown_name"}, called_advice(given, {names}));
  }

  void read_whole(std::string_view column, int& target, double most) {
    const auto parsed = parse_number(cell(column), NumberKind::count);
    const double* value = std::get_if<double>(&parsed);
    if (value != nullptr && *value >= 0 && *value <= most && *value == std::floor(*value)) {
      target = static_cast<int>(*value);
    } else {
      refuse(column, {"fault.own_no_number"}, {"remedy.own_whole_number", most});
    }
  }

  void read_flag(std::string_view column, std::uint8_t& target) {
    bool is_so = false;
    read_choice(column, "table_cell", is_so, yes_or_no);
    target = is_so;
  }

  void read_weeks(std::string_view column, int& target) {
    constexpr double most_weeks = 60 * weeks_per_year;
    if (is_given(column)) read_whole(column, target, most_weeks);
  }

  void read_adult(OwnPerson& own) {
    Person& person = own.person;
    read_choice("status", "labour_status", person.status, labour_status_names);
    read_choice("hours", "ordinary_hours", person.hours, ordinary_hours_names);
    read_choice("agency", "agency", person.agency, agency_names);
    read_set("services", "adult_service", person.services, adult_service_names);
    read_set("conditions", "condition", person.conditions, condition_names);
    own.has_status = is_given("status");
    read_flag("activity_ready", person.activity_ready);
    read_flag("pension_before_2014", person.pension_before_2014);
    read_weeks("ladder_weeks", own.ladder_weeks);
  }

  void read_child(OwnPerson& own) {
    Person& person = own.person;
    read_choice("place", "place", person.place, place_names);
    read_set("measures", "child_measure", person.measures, child_measure_names);
    read_choice("school", "school", person.school, school_names);
    read_weeks("weeks_placed", own.weeks_placed);
  }

  /// What cannot be of somebody of that age.
  void check_ages(const OwnPerson& own) {
    const Person& person = own.person;
    if (fields_.faulty()) return;
    const auto only = [&](bool is_so, const char* column, int from, int to) {
      if (is_so && (own.age < from || own.age >= to)) {
        refuse(column, {"fault.own_age", own.age}, {"remedy.own_age", from, to});
      }
    };
    only(is_given("status") && person.status != LabourStatus::education &&
             person.status != LabourStatus::self_supporting,
         "status", 16, oldest);
    only(person.services.bits() != 0, "services", 18, oldest);
    only(is_placed(person.place), "place", 0, 18);
    only(person.measures.bits() != 0, "measures", 0, 23);
    if (own.weeks_placed > 0 && !is_placed(person.place)) {
      refuse("weeks_placed", {"fault.own_not_placed"}, {"remedy.own_not_placed"});
    }
    if (own.weeks_placed > weeks_per_year * (own.age + 1)) {
      refuse("weeks_placed", {"fault.own_longer_than_life"}, {"remedy.own_longer_than_life"});
    }
  }

  CsvFields fields_;
};

/// A family under way: its rows, in the order of the file.
struct Gathered {
  std::vector<OwnPerson> people;
  std::vector<Named> named;
};

/// Ties between the members of one family.
class Ties {
 public:
  Ties(Gathered& family, const std::string& file, Problems& problems)
      : family_{family}, file_{file}, problems_{problems} {}

  void settle(bool has_role, std::uint8_t& households) {
    find_parents();
    if (!is_faulty_) refuse_own_ancestors();
    if (!is_faulty_) check_parents();
    if (!is_faulty_ && !has_role) give_roles();
    if (!is_faulty_) require_both();
    households = number_households();
  }

 private:
  void refuse(std::size_t member, const char* column, Message problem, Message remedy) {
    is_faulty_ = true;
    problems_.push_back(
        {file_, family_.named[member].line, column, std::move(problem), std::move(remedy)});
  }

  /// Row of whom `name` names in this family.
  std::optional<std::size_t> member_called(const std::string& name) const {
    const auto found = std::find_if(family_.named.begin(), family_.named.end(),
                                    [&](const Named& named) { return named.person == name; });
    if (found == family_.named.end()) return std::nullopt;
    return static_cast<std::size_t>(found - family_.named.begin());
  }

  void find_parents() {
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      const Named& named = family_.named[i];
      if (*member_called(named.person) != i) {
        refuse(i, "person", {"fault.own_twice", family_.named[*member_called(named.person)].line},
               {"remedy.own_twice"});
      }
      Person& person = family_.people[i].person;
      find_parent(i, "mother", named.mother, person.mother);
      find_parent(i, "father", named.father, person.father);
      if (person.mother != no_member && person.mother == person.father) {
        refuse(i, "father", {"fault.own_same_parent"}, {"remedy.own_same_parent"});
      }
    }
  }

  void find_parent(std::size_t i, const char* column, const std::string& name,
                   MemberIndex& parent) {
    if (name.empty()) return;
    const auto found = member_called(name);
    if (!found) {
      refuse(i, column, {"fault.own_no_such_member"}, {"remedy.own_no_such_member"});
    } else if (*found == i) {
      refuse(i, column, {"fault.own_parent_of_self"}, {"remedy.own_no_such_member"});
    } else {
      parent = static_cast<MemberIndex>(*found);
    }
  }

  /// Whether `ancestor` is met on the way up from `i`; a way longer than the family goes round.
  bool descends_from(std::size_t i, std::size_t ancestor, std::size_t steps) const {
    if (steps > family_.people.size()) return false;
    for (const MemberIndex parent :
         {family_.people[i].person.mother, family_.people[i].person.father}) {
      if (parent == no_member) continue;
      if (row_of(parent) == ancestor || descends_from(row_of(parent), ancestor, steps + 1)) {
        return true;
      }
    }
    return false;
  }

  void refuse_own_ancestors() {
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      if (!descends_from(i, i, 0)) continue;
      refuse(i, "mother", {"fault.own_ancestor"}, {"remedy.own_ancestor"});
      return;  // the others on the way round are the same fault
    }
  }

  void check_parents() {
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      const OwnPerson& child = family_.people[i];
      for (const MemberIndex parent : {child.person.mother, child.person.father}) {
        if (parent == no_member) continue;
        const int years = family_.people[row_of(parent)].age - child.age;
        if (years >= youngest_parent) continue;
        refuse(i, parent == child.person.mother ? "mother" : "father",
               {"fault.own_young_parent", years}, {"remedy.own_young_parent", youngest_parent});
      }
    }
  }

  bool has_parent(const Person& person) const {
    return person.mother != no_member || person.father != no_member;
  }

  /// A child is below the target group's age and has a parent here; who has a child is a parent.
  void give_roles() {
    constexpr int child_until = 23;
    for (OwnPerson& own : family_.people) {
      const bool is_child = has_parent(own.person) && own.age < child_until;
      own.person.role = is_child ? Role::child : Role::partner;
    }
    for (OwnPerson& child : family_.people) {
      for (const MemberIndex parent : {child.person.mother, child.person.father}) {
        if (parent == no_member) continue;
        Person& of = family_.people[row_of(parent)].person;
        if (of.role == Role::partner) of.role = Role::parent;
      }
    }
  }

  void require_both() {
    const auto has = [&](Role role) {
      return std::any_of(family_.people.begin(), family_.people.end(),
                         [&](const OwnPerson& own) { return own.person.role == role; });
    };
    if (!has(Role::child)) refuse(0, "family", {"fault.own_no_child"}, {"remedy.own_no_child"});
    if (!has(Role::parent)) refuse(0, "family", {"fault.own_no_parent"}, {"remedy.own_no_parent"});
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      const OwnPerson& own = family_.people[i];
      if (own.has_status || own.person.role == Role::child) continue;
      refuse(i, "status", {"fault.is_empty"}, {"remedy.own_status"});
    }
    if (family_.people.size() > most_own_members) {
      refuse(0, "family", {"fault.own_too_many", family_.people.size()},
             {"remedy.at_most", most_own_members});
    }
  }

  /// In their order in the file; who names none lives where the family's first member does.
  std::uint8_t number_households() {
    std::vector<std::string> dwellings;
    for (std::size_t i = 0; i < family_.people.size(); ++i) {
      const std::string& name = family_.named[i].household;
      const auto found = std::find(dwellings.begin(), dwellings.end(), name);
      family_.people[i].person.household =
          static_cast<std::uint8_t>(name.empty() ? 0 : found - dwellings.begin());
      if (found == dwellings.end() && (!name.empty() || dwellings.empty())) {
        dwellings.push_back(name);
      }
    }
    return static_cast<std::uint8_t>(std::max<std::size_t>(dwellings.size(), 1));
  }

  Gathered& family_;
  const std::string& file_;
  Problems& problems_;
  bool is_faulty_ = false;
};

}  // namespace

OwnFamilies read_own_families(const InputText& input, Problems& problems) {
  OwnFamilies own;
  own.file = input.file;
  own.text = input.text;
  const std::size_t faults = problems.size();
  if (holds_person_number(std::filesystem::path{input.file}.filename().string())) {
    problems.push_back({"*.csv", 0, "", {"fault.cpr_value"}, {"remedy.cpr"}});  // it is not told
    return own;
  }
  const CsvRules rules{{most_own_rows, false}, "own_column"};
  const CsvFile csv{input, required_columns, problems, optional_columns, rules};
  for (const std::string& column : optional_columns) {
    if (!csv.has(column)) own.left_out.push_back(column);
  }
  std::vector<Gathered> gathered;
  std::unordered_map<std::string_view, std::size_t> places;
  for (const CsvRow& row : csv.rows()) {
    OwnPerson person;
    Named named;
    if (!OwnRow{csv, row}.read(person, named)) continue;
    const auto [place, is_new] = places.emplace(row.cells[csv.position("family")], gathered.size());
    if (is_new) gathered.emplace_back();
    gathered[place->second].people.push_back(person);
    gathered[place->second].named.push_back(std::move(named));
  }
  if (problems.size() == faults && gathered.empty()) {
    problems.push_back({input.file, 0, "", {"fault.own_nobody"}, {"remedy.own_nobody"}});
  }
  if (problems.size() == faults && gathered.size() < fewest_own_families) {
    problems.push_back({input.file,
                        0,
                        "",
                        {"fault.own_too_few", gathered.size()},
                        {"remedy.own_too_few", fewest_own_families}});
  }
  // Ties point to rows that a fault may have left out: told when the rows are sound.
  if (problems.size() > faults) return own;
  for (Gathered& family : gathered) {
    OwnFamily one;
    one.first = static_cast<std::uint32_t>(own.people.size());
    Ties{family, own.file, problems}.settle(csv.has("role"), one.households);
    one.members = static_cast<std::uint8_t>(std::min<std::size_t>(family.people.size(), 255));
    own.families.push_back(one);
    own.people.insert(own.people.end(), family.people.begin(), family.people.end());
  }
  return own;
}

}  // namespace samspil
