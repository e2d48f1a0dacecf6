#include "tests/golden/schema.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

#include "samspil_build_info.hpp"

namespace samspil::test {
namespace {

bool is_of_type(const Json& value, const std::string& type) {
  if (type == "null") return value.is_null();
  if (type == "boolean") return value.is_boolean();
  if (type == "string") return value.is_string();
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "array") return value.is_array();
  return type == "object" && value.is_object();
}

bool is_of_a_type(const Json& value, const Json& types) {
  if (types.is_string()) return is_of_type(value, types);
  return std::any_of(types.begin(), types.end(),
                     [&](const Json& type) { return is_of_type(value, type); });
}

class Check {
 public:
  explicit Check(const Json& root) : root_{root} {}

  void hold(const Json& value, const Json& schema, const std::string& place) {
    if (schema.contains("$ref")) hold(value, referred(schema.at("$ref")), place);
    if (schema.contains("anyOf")) hold_any(value, schema.at("anyOf"), place);
    if (schema.contains("type") && !is_of_a_type(value, schema.at("type"))) {
      faults.push_back(place + ": is " + value.type_name() + ", not " + schema.at("type").dump());
      return;
    }
    if (schema.contains("const") && schema.at("const") != value) {
      faults.push_back(place + ": is not " + schema.at("const").dump());
    }
    if (schema.contains("enum") && std::find(schema.at("enum").begin(), schema.at("enum").end(),
                                             value) == schema.at("enum").end()) {
      faults.push_back(place + ": " + value.dump() + " is none of " + schema.at("enum").dump());
    }
    if (value.is_object()) hold_keys(value, schema, place);
    if (!value.is_array() || !schema.contains("items")) return;
    for (const Json& item : value) hold(item, schema.at("items"), place + "[]");
  }

  std::vector<std::string> faults;

 private:
  /// "#/$defs/NAME"
  const Json& referred(const std::string& reference) const {
    return root_.at(Json::json_pointer{reference.substr(1)});
  }

  void hold_any(const Json& value, const Json& schemas, const std::string& place) {
    std::vector<std::string> fewest;
    for (const Json& schema : schemas) {
      Check one{root_};
      one.hold(value, schema, place);
      if (one.faults.empty()) return;
      if (fewest.empty() || !value.is_null()) fewest = std::max(fewest, one.faults);
    }
    faults.insert(faults.end(), fewest.begin(), fewest.end());
  }

  void hold_keys(const Json& object, const Json& schema, const std::string& place) {
    const Json none = Json::object();
    const Json& known = schema.contains("properties") ? schema.at("properties") : none;
    const Json others = schema.value("additionalProperties", Json(true));
    for (const Json& key : schema.value("required", Json::array())) {
      if (!object.contains(key.get<std::string>())) {
        faults.push_back(place + ": lacks " + key.get<std::string>());
      }
    }
    for (const auto& [key, value] : object.items()) {
      if (known.contains(key)) {
        hold(value, known.at(key), place + '/' + key);
      } else if (others.is_object()) {
        hold(value, others, place + "/*");
      } else if (others == false) {
        faults.push_back(place + ": has " + key + ", of which the schema tells nothing");
      }
    }
  }

  const Json& root_;
};

void add_parts(const Json& schema, const std::string& place,
               std::vector<std::pair<std::string, Json>>& parts) {
  for (const char* group : {"properties", "$defs"}) {
    if (!schema.contains(group)) continue;
    for (const auto& [key, part] : schema.at(group).items()) {
      parts.emplace_back(place + '/' + key, part);
      add_parts(part, place + '/' + key, parts);
    }
  }
  for (const char* each : {"items", "additionalProperties"}) {
    if (!schema.contains(each) || !schema.at(each).is_object()) continue;
    parts.emplace_back(place + "/*", schema.at(each));
    add_parts(schema.at(each), place + "/*", parts);
  }
}

}  // namespace

Json schema_of(const std::string& name) {
  std::ifstream file{std::string{build_info::source_dir} + "/docs/schema/" + name + ".json"};
  EXPECT_TRUE(file) << name;
  return Json::parse(file);
}

std::vector<std::string> faults_of(const Json& document, const Json& schema) {
  Check check{schema};
  check.hold(document, schema, "");
  std::vector<std::string> faults = std::move(check.faults);
  std::sort(faults.begin(), faults.end());
  faults.erase(std::unique(faults.begin(), faults.end()), faults.end());
  return faults;
}

std::vector<std::pair<std::string, Json>> parts_of(const Json& schema) {
  std::vector<std::pair<std::string, Json>> parts;
  add_parts(schema, "", parts);
  return parts;
}

}  // namespace samspil::test
